"""What the Families screen says and does, over a real database and without any window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Order, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.visits import ChildPresent
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import contacts, directory
from meetingplace.storage import families
from meetingplace.ui.directory.presenter import Presenter
from meetingplace.ui.directory.shown import ChildFormShown, FamilyShown, FormShown, ListShown, PictureShown
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import InlineWork
from tests.makers import make_family, make_place, make_session, make_visit

pytestmark = pytest.mark.usefixtures("house")

NOW = datetime(2026, 10, 27, 9, 10)
SNAIL, OWL = Picture("snail", 3), Picture("owl", 1)


@dataclass
class View:
    """Remembers what it was asked to show."""

    listed: ListShown | None = None
    family: FamilyShown | None = None
    form: FormShown | None = None
    child: ChildFormShown | None = None
    pictures: tuple[PictureShown, ...] = ()
    chosen: Callable[[Picture], None] | None = None
    form_picture: tuple[Picture, str] | None = None
    wrong: list[tuple[str, str]] = field(default_factory=list)
    closed: int = 0

    def show_list(self, shown: ListShown) -> None:
        self.listed = shown

    def show_family(self, shown: FamilyShown) -> None:
        self.family = shown

    def show_no_family(self) -> None:
        self.family = None

    def show_form(self, shown: FormShown) -> None:
        self.form = shown

    def show_child_form(self, shown: ChildFormShown) -> None:
        self.child = shown

    def show_pictures(self, shown: tuple[PictureShown, ...], chosen: Callable[[Picture], None]) -> None:
        self.pictures, self.chosen = shown, chosen

    def show_form_picture(self, picture: Picture, name: str) -> None:
        self.form_picture = (picture, name)

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong.append((field, sentence))

    def close_panel(self) -> None:
        self.closed += 1


class Desk:
    """A presenter with its view, and what was said."""

    def __init__(self, language: str = "en") -> None:
        self.said: list[str] = []
        bulletin = Bulletin()
        self.work = InlineWork(bulletin)
        around = SimpleNamespace(
            work=self.work,
            words=translator("app", language),
            formats=Formats(language),
            clock=lambda: NOW,
            say=lambda text, **_more: self.said.append(text),
        )
        self.view = View()
        self.presenter = Presenter(cast(Any, around), self.view)
        bulletin.follow(frozenset(directory.Topic), self.presenter.refresh)

    @property
    def names(self) -> list[str]:
        """List the nicknames in the list."""
        return [row.nickname for row in self.view.listed.rows] if self.view.listed else []

    def page(self, family_id: int) -> FamilyShown:
        """Open the page of a family."""
        self.presenter.open(family_id)
        assert self.view.family
        return self.view.family


@pytest.fixture
def desk() -> Desk:
    return Desk()


# --- the list ---


def test_a_row_is_whole_and_can_be_read_aloud(desk: Desk) -> None:
    family = make_family("Maan", born=[(2026, 2), (2023, 1)], picture=SNAIL, languages=["ar", "fr"])
    make_visit(make_session(make_place(), date(2026, 10, 20)), family, datetime(2026, 10, 20, 9, 40))
    desk.presenter.open()
    assert desk.view.listed
    (row,) = desk.view.listed.rows
    assert (row.ages, row.last_visit) == ("8\u00a0m · 3\u00a0y", "last on Tue 20 Oct")
    assert [part.strip("\u2068\u2069\u200e ") for part in row.languages.split("·")] == ["العربية", "Français"]
    assert row.spoken == "Maan, snail, brick red, Arabic and French, 8\u00a0m · 3\u00a0y, last on Tue 20 Oct"
    assert (desk.view.listed.line, desk.view.listed.empty, desk.view.listed.pages) == ("1 family", ("", "", ""), "")


def test_a_last_visit_of_another_year_says_its_year(desk: Desk) -> None:
    family = make_family("Maan")
    make_visit(make_session(make_place(), date(2025, 10, 21)), family, datetime(2025, 10, 21, 9, 40))
    make_family("Nooit", languages=[])
    desk.presenter.open()
    assert desk.view.listed
    assert [row.last_visit for row in desk.view.listed.rows] == ["last on Tue 21 Oct 2025", "never came yet"]


def test_children_without_a_birth_month_are_counted(desk: Desk) -> None:
    family = make_family("Maan")
    for _ in range(2):
        families.add_child(family, Child(0))
    desk.presenter.open()
    assert desk.view.listed
    assert desk.view.listed.rows[0].ages == "2 children"


def test_an_empty_house_says_what_this_is_and_the_first_step(desk: Desk) -> None:
    desk.presenter.open()
    assert desk.view.listed
    assert desk.view.listed.empty[0] == "No families yet"
    assert desk.view.listed.empty[2] == "Add the first family"


def test_where_people_are_only_counted_it_says_so(desk: Desk) -> None:
    make_place("Bonnevie", level="tally")
    desk.presenter.open()
    assert desk.view.listed
    assert desk.view.listed.empty == (
        "No names are kept here",
        "Every place of this house only counts. Under House, Places you can choose otherwise.",
        "",
    )
    assert (desk.view.listed.note, desk.view.listed.may_add) == ("", False)
    make_place("Kuregem")
    desk.presenter.refresh()
    assert desk.view.listed.note == "At Bonnevie people are only counted: no names are kept there."
    assert desk.view.listed.empty[2] == "Add the first family"
    assert desk.view.listed.may_add


def test_families_of_before_are_still_found_where_people_are_only_counted_now(desk: Desk) -> None:
    make_family("Maan")
    make_place("Bonnevie", level="tally")
    desk.presenter.open()
    assert desk.names == ["Maan"]
    assert desk.view.listed
    assert (desk.view.listed.may_add, desk.view.listed.note[:15]) == (False, "At Bonnevie peo")


def test_a_search_says_how_many_it_found(desk: Desk) -> None:
    for nickname in ("Maan", "Maantje", "Uil"):
        make_family(nickname, picture=OWL)
    desk.presenter.open()
    desk.presenter.typed(" maan ")
    assert desk.view.listed
    assert (desk.names, desk.view.listed.line) == (["Maan", "Maantje"], "2 families found")
    desk.presenter.typed("xyzzy")
    assert desk.view.listed.empty == ("Nobody found", "Type fewer letters, or add the family.", "New family")


def test_enter_opens_the_one_that_was_found_and_guesses_nothing(desk: Desk) -> None:
    make_family("Maan")
    owl = make_family("Uil")
    desk.presenter.open()
    desk.presenter.enter()
    desk.presenter.typed("a")
    assert desk.view.family is None
    desk.presenter.typed("uil")
    desk.presenter.enter()
    assert desk.view.family
    assert desk.view.family.family_id == owl


def test_pages_turn_and_a_new_search_begins_at_the_first(desk: Desk) -> None:
    for number in range(130):
        make_family(f"Gezin {number:03}")
    desk.presenter.open()
    desk.presenter.turn(1)
    assert desk.view.listed
    assert (desk.view.listed.pages, desk.names[0]) == ("61 – 120 of 130", "Gezin 060")
    assert (desk.view.listed.has_before, desk.view.listed.has_after) == (True, True)
    desk.presenter.turn(1)
    assert (desk.view.listed.pages, desk.view.listed.has_after) == ("121 – 130 of 130", False)
    desk.presenter.sort(Order.LAST_VISIT)
    assert (desk.view.listed.pages, desk.view.listed.has_before) == ("1 – 60 of 130", False)
    desk.presenter.turn(1)
    desk.presenter.typed("gezin 00")
    assert (desk.names[0], desk.view.listed.pages) == ("Gezin 000", "")


def test_the_list_can_be_sorted_by_last_visit(desk: Desk) -> None:
    make_family("Aap")
    owl = make_family("Uil")
    make_visit(make_session(make_place(), date(2026, 10, 20)), owl, datetime(2026, 10, 20, 9, 40))
    desk.presenter.open()
    desk.presenter.sort(Order.LAST_VISIT)
    assert desk.names == ["Uil", "Aap"]


# --- the page ---


def test_the_page_of_a_family_says_all_that_is_known(desk: Desk) -> None:
    family = make_family("Maan", picture=SNAIL, languages=["tr"])
    families.change(
        replace(
            families.get(family),
            postcode="1070",
            municipality="Anderlecht",
            how_heard=HowHeard.SCHOOL,
            brought_by="de wijkschool",
        ),
        None,
    )
    shown = desk.page(family)
    assert (shown.nickname, shown.picture_name) == ("Maan", "snail, brick red")
    assert shown.facts == (
        ("Lives in", "1070 Anderlecht"),
        ("First seen", "6 January 2026"),
        ("Heard of us through", "school"),
        ("Brought by", "de wijkschool"),
    )
    assert (shown.visits_line, shown.visits, shown.may_be_removed) == ("never came yet", (), True)


def test_what_is_not_known_is_not_shown(desk: Desk) -> None:
    shown = desk.page(make_family("Maan", languages=[], first_seen=None))
    assert (shown.facts, shown.languages) == ((), "language not known")
    assert (shown.children, shown.no_children) == ((), "No children written down yet.")


def test_a_visit_says_when_where_and_who(desk: Desk) -> None:
    place, family = make_place("Kuregem"), make_family("Maan", born=[(2026, 2)])
    yara = families.add_child(family, Child(0, "Yara", BirthMonth(2023, 1)))
    baby = families.get(family).children[0].id
    came = [ChildPresent(yara, 45), ChildPresent(baby, 8)]
    adults = (Relation.GRANDPARENT, Relation.GRANDPARENT, Relation.FATHER)
    day = datetime(2026, 10, 20, 9, 40)
    make_visit(make_session(place, date(2026, 10, 20)), family, day, came, adults)
    shown = desk.page(family)
    (visit,) = shown.visits
    assert visit.day == "Tue 20 Oct"
    assert visit.session == "Open ontmoeting, Kuregem (first time)"
    assert visit.who == "2 × grandparent, dad, Yara and 1 child"
    assert [(child.name, child.line) for child in shown.children] == [
        ("Child without a nickname", "8\u00a0m · born in February 2026"),
        ("Yara", "3\u00a0y · born in January 2023"),
    ]
    assert (shown.visits_line, shown.all_visits) == ("1 this school year", "")
    assert not shown.may_be_removed


def test_all_visits_are_shown_when_asked(desk: Desk) -> None:
    place, family = make_place(), make_family()
    for week in range(25):
        day = date(2026, 10, 27) - timedelta(weeks=week)
        make_visit(make_session(place, day), family, datetime.combine(day, datetime.min.time()))
    shown = desk.page(family)
    assert (len(shown.visits), shown.all_visits, shown.visits_line) == (
        20,
        "Show all 25 visits",
        "9 this school year, 25 in all",
    )
    desk.presenter.show_all_visits()
    assert desk.view.family
    assert (len(desk.view.family.visits), desk.view.family.all_visits) == (25, "")


def test_a_family_that_was_taken_away_closes_its_page(desk: Desk) -> None:
    family = make_family("Maan")
    desk.page(family)
    families.remove(family)
    desk.presenter.refresh()
    assert desk.view.family is None
    assert desk.said == []


# --- the form ---


def test_a_new_family_is_called_as_it_was_searched_in_vain(desk: Desk) -> None:
    make_family("Maan", languages=["ti"])
    desk.presenter.open()
    desk.presenter.typed("Kersen")
    desk.presenter.add_family()
    form = desk.view.form
    assert form
    assert (form.family.nickname, form.family.first_seen, form.is_new) == ("Kersen", NOW.date(), True)
    assert (form.title, form.verb, form.languages[0]) == ("New family", "Add family", "ti")
    desk.presenter.save(form.family)
    assert desk.view.closed == 1
    assert desk.view.family
    assert desk.view.family.nickname == "Kersen"
    assert desk.names == ["Kersen"]


def test_a_new_family_has_no_name_when_somebody_was_found(desk: Desk) -> None:
    make_family("Maan")
    desk.presenter.open()
    desk.presenter.typed("maan")
    desk.presenter.add_family()
    assert desk.view.form
    assert desk.view.form.family.nickname == ""


def test_a_family_is_changed_and_undone(desk: Desk) -> None:
    family = make_family("Maan")
    desk.page(family)
    desk.presenter.change_family()
    assert desk.view.form
    desk.presenter.save(replace(desk.view.form.family, nickname="Zon"))
    assert desk.names == ["Zon"]
    assert desk.view.family
    assert desk.view.family.nickname == "Zon"
    desk.work.undo()
    assert desk.view.family.nickname == "Maan"


@pytest.mark.parametrize(
    ("columns", "where", "sentence"),
    [
        ({"nickname": " "}, "nickname", "A name is still missing."),
        ({"nickname": "a" * 10_000}, "nickname", "This text is too long."),
        ({"brought_by": "a" * 10_000}, "brought_by", "This text is too long."),
        ({"municipality": "a" * 10_000}, "municipality", "This text is too long."),
        ({"postcode": "107"}, "postcode", "A postcode has four digits, like 1070."),
        ({"first_seen": date(2026, 10, 28)}, "first_seen", "This day is still to come."),
        ({"picture": OWL}, "picture", "This is the picture of Uil."),
    ],
)
def test_a_refusal_stands_at_its_field(desk: Desk, columns: dict[str, object], where: str, sentence: str) -> None:
    make_family("Uil", picture=OWL)
    desk.presenter.open()
    desk.presenter.add_family()
    assert desk.view.form
    desk.presenter.save(replace(desk.view.form.family, **({"nickname": "Maan"} | columns)))  # type: ignore[arg-type]
    ((at, said),) = desk.view.wrong
    assert at == where
    assert said.startswith(sentence)
    assert (desk.view.closed, desk.names) == (0, ["Uil"])


def test_a_form_that_another_pc_overtook_says_so_above_all_fields(desk: Desk) -> None:
    family = make_family("Maan")
    desk.page(family)
    desk.presenter.change_family()
    assert desk.view.form
    directory.change_family(replace(families.get(family), nickname="Zon"), NOW.date())
    desk.presenter.save(replace(desk.view.form.family, nickname="Ster"))
    assert desk.view.wrong[0][0] == ""
    assert families.get(family).nickname == "Zon"


# --- pictures ---


def test_pictures_of_others_are_marked_and_one_is_chosen(desk: Desk) -> None:
    make_family("Uil", picture=OWL)
    desk.page(make_family("Slak", picture=SNAIL))
    desk.presenter.choose_picture()
    marked = {shown.picture: (shown.name, shown.is_taken, shown.is_own) for shown in desk.view.pictures}
    assert len(marked) == 320
    assert marked[OWL] == ("owl, wine red, taken", True, False)
    assert marked[SNAIL] == ("snail, brick red, chosen", False, True)
    assert marked[Picture("star", 0)] == ("star, dark blue", False, False)
    assert desk.view.chosen
    desk.view.chosen(Picture("star", 0))
    assert desk.view.family
    assert desk.view.family.picture == Picture("star", 0)


def test_a_new_family_chooses_its_picture_in_the_form(desk: Desk) -> None:
    make_family("Uil", picture=OWL)
    desk.presenter.open()
    desk.presenter.add_family()
    assert desk.view.form
    desk.presenter.choose_form_picture(desk.view.form.family.picture)
    assert [shown.picture for shown in desk.view.pictures if shown.is_taken] == [OWL]
    assert desk.view.chosen
    desk.view.chosen(SNAIL)
    assert desk.view.form_picture == (SNAIL, "snail, brick red")


# --- children ---


def test_a_child_is_added_changed_and_taken_out(desk: Desk) -> None:
    family = make_family("Maan")
    desk.page(family)
    desk.presenter.children.add()
    assert desk.view.child
    assert (desk.view.child.title, desk.view.child.child_id) == ("New child", 0)
    desk.presenter.children.save("Ali", 5, 2024)
    (child,) = families.get(family).children
    assert (child.nickname, child.born) == ("Ali", BirthMonth(2024, 5))
    desk.presenter.children.change(child.id)
    assert (desk.view.child.nickname, desk.view.child.born) == ("Ali", BirthMonth(2024, 5))
    desk.presenter.children.save("Aliya", None, None)
    assert [(one.nickname, one.born) for one in families.get(family).children] == [("Aliya", None)]
    desk.presenter.children.change(child.id)
    desk.presenter.children.remove()
    assert families.get(family).children == ()
    assert desk.view.closed == 3


@pytest.mark.parametrize(
    ("nickname", "month", "year", "where", "sentence"),
    [
        ("Ali", 5, None, "born", "Choose both the month and the year, or neither."),
        ("Ali", None, 2024, "born", "Choose both the month and the year, or neither."),
        ("Ali", 11, 2026, "born", "This birth month is still to come."),
        ("a" * 10_000, None, None, "nickname", "This text is too long."),
    ],
)
def test_a_wrong_child_is_said_at_its_field(
    desk: Desk, nickname: str, month: int | None, year: int | None, where: str, sentence: str
) -> None:
    family = make_family("Maan")
    desk.page(family)
    desk.presenter.children.add()
    desk.presenter.children.save(nickname, month, year)
    ((at, said),) = desk.view.wrong
    assert at == where
    assert said.startswith(sentence)
    assert families.get(family).children == ()


def test_a_child_that_somebody_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    family = make_family("Maan")
    child = families.add_child(family, Child(0, "Ali"))
    desk.page(family)
    desk.presenter.children.change(child)
    directory.change_child(family, replace(families.get(family).children[0], nickname="Noor"), NOW.date())
    desk.presenter.refresh()
    desk.presenter.children.save("Aliya", None, None)
    assert desk.view.wrong[0][0] == ""
    assert families.get(family).children[0].nickname == "Noor"


def test_a_child_older_than_the_list_of_years_keeps_its_year(desk: Desk) -> None:
    family = make_family("Maan", born=[(2005, 3)])
    desk.page(family)
    desk.presenter.children.change(families.get(family).children[0].id)
    assert desk.view.child
    years = [value for value, _text in desk.view.child.years]
    assert (years[1], years[-2], years[-1]) == (2026, 2008, 2005)


# --- removing ---


def test_a_family_that_never_came_is_removed(desk: Desk) -> None:
    desk.page(make_family("Maan"))
    desk.presenter.remove_family()
    assert (desk.view.family, desk.names) == (None, [])
    desk.work.undo()
    assert desk.names == ["Maan"]


def test_a_family_that_came_while_the_page_was_open_stays_and_says_why(desk: Desk) -> None:
    family = make_family("Maan")
    desk.page(family)
    for session in (make_session(make_place()), make_session(make_place())):
        make_visit(session, family, NOW)
    desk.presenter.remove_family()
    assert desk.said == ["This family came 2 times, so it stays. The figures need it."]
    assert families.get(family).nickname == "Maan"


@pytest.mark.parametrize(("language", "line"), [("nl", "1 gezin"), ("fr", "1 famille")])
def test_the_list_speaks_the_language_of_the_program(language: str, line: str) -> None:
    families.add(Family(0, "Maan", SNAIL))
    desk = Desk(language)
    desk.presenter.open()
    assert desk.view.listed
    assert desk.view.listed.line == line


# --- a second household, a contact ---


def test_a_child_comes_with_another_family_too_and_both_pages_say_so(desk: Desk) -> None:
    mother, father = make_family("Maan"), make_family("Zon", picture=OWL)
    child = families.add_child(mother, Child(0, "Yara", BirthMonth(2024, 5)))
    desk.page(mother)
    desk.presenter.children.change(child)
    assert desk.view.child
    assert desk.view.child.also_in == ""
    desk.presenter.children.share(father)
    assert desk.view.closed == 1
    assert [one.also_in for one in desk.page(mother).children] == ["also with Zon"]
    (shared,) = desk.page(father).children
    assert (shared.also_in, shared.spoken) == ("also with Maan", "Yara, 2\u00a0y · born in May 2024, also with Maan")
    desk.presenter.children.change(child)
    assert desk.view.child.also_in == "also with Maan"
    desk.presenter.children.share(mother)
    assert desk.view.wrong == [("also_in", "This child already comes with Maan.")]
    desk.presenter.children.remove()
    assert desk.page(mother).children[0].also_in == ""


def test_the_page_says_whether_there_is_a_contact_never_which(desk: Desk) -> None:
    family = make_family("Maan")
    assert desk.page(family).contact == ("", "")
    make_place("Bonnevie", level="contact")
    assert desk.page(family).contact == ("None is kept. Only when a parent asks for it.", "Write a contact")
    contacts.write(family, families.get(family).version, "0470 99", NOW.date(), NOW.date())
    shown = desk.page(family)
    assert shown.contact == ("A contact is kept apart. It is not shown by itself.", "Show the contact")
    assert "0470 99" not in repr(desk.view)
