"""The families the house knows: their list, the page of one, and every change with its undo and its refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Order, Relation
from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent
from meetingplace.services import changes, desk, directory
from meetingplace.services.changes import Changes, Topic
from meetingplace.storage import families, records, tables
from tests.makers import make_family, make_place, make_session, make_visit

pytestmark = pytest.mark.usefixtures("house")

TODAY = date(2026, 10, 27)
SNAIL, OWL = Picture("snail", 3), Picture("owl", 1)


def typed(nickname: str = "Slak", picture: Picture = SNAIL, **columns: object) -> Family:
    return replace(Family(0, nickname, picture), **columns)  # type: ignore[arg-type]


def listed(words: str = "", order: Order = Order.NICKNAME) -> list[str]:
    return [entry.nickname for entry in directory.list_board(words, order, 0, TODAY).entries]


def refused(act: Callable[[], Changes]) -> Refused:
    with pytest.raises(Refused) as told:
        act()
    return told.value


# --- the list ---


def test_a_row_says_picture_languages_ages_and_last_visit() -> None:
    family = make_family("Maan", born=[(2025, 10), (2023, 1)], picture=OWL, languages=["ar", "fr"])
    session = make_session(make_place(), date(2026, 10, 20))
    make_visit(session, family, datetime(2026, 10, 20, 9, 40))
    (entry,) = directory.list_board("", Order.NICKNAME, 0, TODAY).entries
    assert (entry.family_id, entry.picture, entry.languages) == (family, OWL, ("ar", "fr"))
    assert [child.months for child in entry.children] == [12, 45]
    assert entry.last_visit == date(2026, 10, 20)


@pytest.mark.parametrize("word", ["snail", "slak", "escargot", "sla", "SLAK"])
def test_a_picture_is_found_by_its_name_in_every_language_of_the_program(word: str) -> None:
    make_family("Een", picture=SNAIL)
    make_family("Twee", picture=OWL)
    assert listed(word) == ["Een"]


@pytest.mark.parametrize("word", ["turks", "turc", "turkish", "türkçe", "Turkce"])
def test_a_language_is_found_by_its_names(word: str) -> None:
    make_family("Een", languages=["tr", "nl"])
    make_family("Twee", languages=["ar"])
    assert listed(word) == ["Een"]


def test_two_letters_mean_no_language_yet() -> None:
    make_family("Een", languages=["fr"])
    assert listed("fr") == []
    assert listed("fran") == ["Een"]


def test_words_may_mean_different_things() -> None:
    make_family("Fatma", picture=SNAIL, languages=["tr"])
    make_family("Fatma 2", picture=SNAIL, languages=["ar"])
    assert listed("turks slak fatma") == ["Fatma"]


def test_the_list_is_sorted_by_last_visit_when_asked() -> None:
    place = make_place()
    late, early = make_family("Bij"), make_family("Aap")
    make_family("Cavia")
    make_visit(make_session(place, date(2026, 10, 13)), early, datetime(2026, 10, 13, 9, 40))
    make_visit(make_session(place, date(2026, 10, 20)), late, datetime(2026, 10, 20, 9, 40))
    assert listed(order=Order.LAST_VISIT) == ["Bij", "Aap", "Cavia"]
    assert listed() == ["Aap", "Bij", "Cavia"]


def test_130_families_stand_on_three_pages() -> None:
    for number in range(130):
        make_family(f"Gezin {number:03}")
    board = directory.list_board("", Order.NICKNAME, 1, TODAY)
    assert (board.found, board.all_families, board.page, board.pages, board.first) == (130, 130, 1, 3, 61)
    assert (board.entries[0].nickname, len(board.entries)) == ("Gezin 060", 60)
    beyond = directory.list_board("", Order.NICKNAME, 99, TODAY)
    assert (beyond.page, len(beyond.entries)) == (2, 10)
    search = directory.list_board("gezin 12", Order.NICKNAME, 0, TODAY)
    assert (search.found, search.all_families) == (12, 130)  # 012, 112, and 120 to 129


def test_an_empty_house_has_one_empty_page() -> None:
    board = directory.list_board("", Order.NICKNAME, 0, TODAY)
    assert (board.entries, board.found, board.all_families, board.pages) == ((), 0, 0, 1)


def test_the_desk_understands_pictures_too_but_no_languages() -> None:
    make_family("Een", picture=SNAIL, languages=["tr"])
    session = make_session(make_place())
    assert [tile.nickname for tile in desk.search_tiles(session, "slak")] == ["Een"]
    assert desk.search_tiles(session, "turks") == ()


# --- the page ---


def test_the_page_says_who_came_when() -> None:
    place = make_place("Kuregem")
    family = make_family("Maan", born=[(2025, 10)])
    yara = families.add_child(family, Child(0, "Yara", BirthMonth(2023, 1)))
    baby = families.get(family).children[0].id
    last_year, now = make_session(place, date(2026, 6, 9)), make_session(place, date(2026, 10, 20), title="Muziek")
    make_visit(last_year, family, datetime(2026, 6, 9, 9, 40), [ChildPresent(yara, 41)])
    came = [ChildPresent(yara, 45), ChildPresent(baby, 12), ChildPresent(None, 30)]
    make_visit(now, family, datetime(2026, 10, 20, 9, 40), came, (Relation.FATHER, Relation.GRANDPARENT))
    board = directory.family_board(family, TODAY)
    newest, oldest = board.visits
    assert (newest.day, newest.title, newest.place_name) == (date(2026, 10, 20), "Muziek", "Kuregem")
    assert (newest.adults, newest.children, newest.others) == ((Relation.FATHER, Relation.GRANDPARENT), ("Yara",), 2)
    assert (oldest.session_id, oldest.is_first) == (last_year, True)
    assert (board.all_visits, board.visits_this_school_year, board.may_be_removed) == (2, 1, False)
    assert [(child.nickname, child.months) for child in board.children] == [("", 12), ("Yara", 45)]


def test_a_child_that_was_taken_out_is_still_named_in_its_visits() -> None:
    family = make_family("Maan")
    yara = families.add_child(family, Child(0, "Yara"))
    make_visit(make_session(make_place()), family, datetime(2026, 10, 27, 9, 40), [ChildPresent(yara, None)])
    directory.remove_child(family, yara)
    board = directory.family_board(family, TODAY)
    assert (board.children, board.visits[0].children) == ((), ("Yara",))


def test_only_the_latest_visits_are_shown_but_all_are_counted() -> None:
    place, family = make_place(), make_family()
    for week in range(25):
        day = TODAY - timedelta(weeks=week)
        make_visit(make_session(place, day), family, datetime.combine(day, datetime.min.time()))
    board = directory.family_board(family, TODAY)
    assert (len(board.visits), board.all_visits, board.visits_this_school_year) == (20, 25, 9)  # 1 Sept to 27 Oct
    assert len(directory.family_board(family, TODAY, 100).visits) == 25


def test_an_unknown_family_is_refused() -> None:
    with pytest.raises(Refused) as told:
        directory.family_board(7, TODAY)
    assert told.value.reason is Reason.NOT_FOUND


# --- the form ---


def test_the_form_offers_a_free_picture_and_the_languages_of_the_house_first() -> None:
    make_family("Een", picture=SNAIL, languages=["ti"])
    make_family("Twee", picture=OWL, languages=["ti", "so"])
    board = directory.form_board()
    assert board.taken == {SNAIL, OWL}
    assert board.free_picture not in board.taken
    assert board.languages[:3] == ("ti", "so", "fr")


# --- the verbs ---


def test_a_family_is_added_with_all_that_is_known() -> None:
    done = directory.add_family(
        typed(
            "  Slak  ",
            languages=("tr", "NL", "tr"),
            postcode="B-1070",
            municipality=" Anderlecht ",
            how_heard=HowHeard.SCHOOL,
            brought_by="de buurvrouw",
            children=(Child(0, "Ali", BirthMonth(2024, 5)), Child(0)),
        ),
        TODAY,
    )
    assert done.topics == {Topic.FAMILIES}
    saved = families.get(done.made or 0)
    assert (saved.nickname, saved.languages, saved.postcode) == ("Slak", ("tr", "nl"), "1070")
    assert (saved.municipality, saved.how_heard, saved.brought_by) == ("Anderlecht", HowHeard.SCHOOL, "de buurvrouw")
    assert saved.first_seen == TODAY
    assert [(child.nickname, child.born) for child in saved.children] == [("Ali", BirthMonth(2024, 5)), ("", None)]
    assert listed("ali") == ["Slak"]


def test_a_family_without_any_language_is_fine() -> None:
    done = directory.add_family(typed(), TODAY)
    assert families.get(done.made or 0).languages == ()


def test_a_family_is_changed_and_keeps_its_children() -> None:
    family = make_family("Slak", born=[(2024, 5)])
    before = families.get(family)
    directory.change_family(replace(before, nickname="Slakje", first_seen=date(2025, 2, 1)), TODAY)
    after = families.get(family)
    assert (after.nickname, after.first_seen, after.children) == ("Slakje", date(2025, 2, 1), before.children)
    assert listed("slakje") == ["Slakje"]


def test_a_change_keeps_the_family_findable_by_its_children() -> None:
    family = make_family("Slak")
    directory.add_child(family, Child(0, "Ali"), TODAY)
    directory.change_family(replace(families.get(family), nickname="Uil"), TODAY)
    assert listed("ali") == ["Uil"]


def test_a_child_is_added_changed_and_removed() -> None:
    family = make_family("Slak")
    child = directory.add_child(family, Child(0, "Ali", BirthMonth(2024, 5)), TODAY).made or 0
    (saved,) = families.get(family).children
    directory.change_child(family, replace(saved, nickname="Aliya", born=None), TODAY)
    assert [(one.nickname, one.born) for one in families.get(family).children] == [("Aliya", None)]
    directory.remove_child(family, child)
    assert families.get(family).children == ()


def test_a_child_of_two_families_is_changed_in_both() -> None:
    mother, father = make_family("Slak"), make_family("Uil")
    child = families.add_child(mother, Child(0, "Ali"))
    records.add(tables.FamilyChild, family=father, child=child)
    directory.change_child(mother, replace(families.get(mother).children[0], nickname="Noor"), TODAY)
    assert listed("noor") == ["Slak", "Uil"]


def test_every_act_can_be_undone_one_after_the_other() -> None:
    made = directory.add_family(typed(), TODAY)
    family = made.made or 0
    steps = [made]
    steps.append(directory.change_family(replace(families.get(family), nickname="Uil"), TODAY))
    steps.append(directory.choose_picture(family, families.get(family).version, OWL))
    steps.append(directory.add_child(family, Child(0, "Ali"), TODAY))
    child = families.get(family).children[0]
    steps.append(directory.change_child(family, replace(child, nickname="Noor"), TODAY))
    steps.append(directory.remove_child(family, child.id))
    steps.append(directory.remove_family(family, families.get(family).version))
    seen = []
    for step in reversed(steps[1:]):
        assert step.undo
        changes.undo(step.undo)
        saved = families.get(family)
        seen.append((saved.nickname, saved.picture, [one.nickname for one in saved.children]))
    assert seen == [
        ("Uil", OWL, []),
        ("Uil", OWL, ["Noor"]),
        ("Uil", OWL, ["Ali"]),
        ("Uil", OWL, []),
        ("Uil", SNAIL, []),
        ("Slak", SNAIL, []),
    ]
    assert made.undo
    changes.undo(made.undo)
    assert listed() == []


def test_a_picture_belongs_to_one_family_while_others_are_free() -> None:
    make_family("Uil", picture=OWL)
    family = make_family("Slak", picture=SNAIL)
    version = families.get(family).version
    for act in (
        lambda: directory.choose_picture(family, version, OWL),
        lambda: directory.add_family(typed("Nieuw", OWL), TODAY),
        lambda: directory.change_family(replace(families.get(family), picture=OWL), TODAY),
    ):
        told = refused(act)
        assert (told.reason, told.facts) == (Reason.PICTURE_TAKEN, {"nickname": "Uil"})
    directory.choose_picture(family, version, Picture("star", 0))
    assert families.get(family).picture == Picture("star", 0)


def test_a_family_that_keeps_its_picture_may_be_changed() -> None:
    family = make_family("Slak", picture=SNAIL)
    make_family("Uil", picture=SNAIL)  # an old double
    directory.change_family(replace(families.get(family), nickname="Slakje"), TODAY)
    assert families.get(family).nickname == "Slakje"


def test_when_all_pictures_are_taken_two_families_may_share_one() -> None:
    for shape in PICTURE_SHAPES:
        for colour in range(len(PICTURE_COLOURS)):
            make_family(f"{shape} {colour}", picture=Picture(shape, colour))
    assert directory.add_family(typed("Nieuw", OWL), TODAY).made


def test_a_family_that_came_is_not_removed() -> None:
    family = make_family("Slak")
    for session in (make_session(make_place()), make_session(make_place())):
        make_visit(session, family, datetime(2026, 10, 27, 9, 40))
    told = refused(lambda: directory.remove_family(family, families.get(family).version))
    assert (told.reason, told.facts["number"]) == (Reason.IN_USE, 2)
    assert listed() == ["Slak"]


def test_a_child_that_a_visit_counted_outlives_its_last_family() -> None:
    family, friends = make_family("Slak"), make_family("Uil")
    child = families.add_child(family, Child(0, "Ali"))
    make_visit(make_session(make_place()), friends, datetime(2026, 10, 27, 9, 40), [ChildPresent(child, 20)])
    directory.remove_family(family, families.get(family).version)
    assert directory.family_board(friends, TODAY).visits[0].children == ("Ali",)


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"nickname": "  "}, Reason.NAME_MISSING),
        ({"nickname": "a" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"brought_by": "a" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"municipality": "a" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"languages": ("fr", "klingon")}, Reason.LANGUAGE_UNKNOWN),
        ({"postcode": "107"}, Reason.NUMBER_IMPOSSIBLE),
        ({"first_seen": date(2026, 10, 28)}, Reason.DATE_IN_FUTURE),
        ({"picture": Picture("dragon", 0)}, Reason.CHOICE_UNKNOWN),
        ({"children": (Child(0, "Ali", BirthMonth(2026, 11)),)}, Reason.BIRTH_IN_FUTURE),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(columns: dict[str, object], reason: Reason) -> None:
    assert refused(lambda: directory.add_family(typed(**columns), TODAY)).reason is reason  # type: ignore[arg-type]
    assert listed() == []


@pytest.mark.parametrize(
    "nickname", ["\u202bمون القمر\u202c", "🌙 👩‍👧", "=1+1", "<b>vet</b> & co", "O'Neill; DROP TABLE"]
)
def test_any_nickname_is_kept_as_it_was_typed(nickname: str) -> None:
    done = directory.add_family(typed(nickname), TODAY)
    assert families.get(done.made or 0).nickname == nickname
    assert listed(nickname) == [nickname]


@pytest.mark.parametrize(
    ("child", "reason"),
    [
        (Child(0, "a" * 10_000), Reason.TEXT_TOO_LONG),
        (Child(0, "Ali", BirthMonth(2026, 11)), Reason.BIRTH_IN_FUTURE),
        (Child(0, "Ali", BirthMonth(2026, 13)), Reason.NUMBER_IMPOSSIBLE),
        (Child(0, "Ali", BirthMonth(1950, 1)), Reason.NUMBER_IMPOSSIBLE),
    ],
)
def test_an_impossible_child_is_refused(child: Child, reason: Reason) -> None:
    family = make_family()
    assert refused(lambda: directory.add_child(family, child, TODAY)).reason is reason
    assert families.get(family).children == ()


def test_a_change_that_another_pc_overtook_is_refused() -> None:
    family = make_family("Slak", born=[(2024, 5)])
    seen = families.get(family)
    directory.change_family(replace(seen, nickname="Uil"), TODAY)
    directory.change_child(family, replace(seen.children[0], nickname="Ali"), TODAY)
    for act in (
        lambda: directory.change_family(replace(seen, nickname="Bij"), TODAY),
        lambda: directory.choose_picture(family, seen.version, OWL),
        lambda: directory.change_child(family, replace(seen.children[0], nickname="Noor"), TODAY),
        lambda: directory.remove_family(family, seen.version),
    ):
        assert refused(act).reason is Reason.CHANGED_MEANWHILE
    assert families.get(family).nickname == "Uil"


def test_a_child_of_somebody_else_is_refused() -> None:
    family, others = make_family("Slak"), make_family("Uil", born=[(2024, 5)])
    child = families.get(others).children[0]
    assert refused(lambda: directory.change_child(family, child, TODAY)).reason is Reason.NOT_FOUND
    assert refused(lambda: directory.remove_child(family, child.id)).reason is Reason.NOT_FOUND
