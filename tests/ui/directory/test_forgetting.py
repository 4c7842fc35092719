"""What a host reads before and after a family is forgotten, and the contact that is shown on a press. No window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.services import contacts, directory
from meetingplace.storage import contacts as kept, families, tables
from meetingplace.ui.directory.contact.presenter import ContactShown, Presenter as ContactPresenter
from meetingplace.ui.directory.forgetting.presenter import ForgetShown, Presenter
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit
from tests.ui.directory.rooms import NOW, Around

pytestmark = pytest.mark.usefixtures("house")
LAST = date(2026, 11, 30)


@dataclass
class View:
    """Remembers what it was shown."""

    question: ForgetShown | None = None
    contact: ContactShown | None = None
    wrong: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    closed: int = 0

    def show_question(self, shown: ForgetShown) -> None:
        self.question = shown

    def show_contact(self, shown: ContactShown) -> None:
        self.contact = shown

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong.append((field, sentence))

    def show_problem(self, said: str) -> None:
        self.problems.append(said)

    def close_panel(self) -> None:
        self.closed += 1


@pytest.fixture
def family(house: None) -> int:
    """Make Slak, who came once and has a child that Oma brings too."""
    make_house(backup_months=3)
    place = make_place("Bonnevie", level="contact")
    slak, oma = make_family("Slak"), make_family("Oma")
    families.add_child(slak, Child(0, "Bo", BirthMonth(2024, 5)))
    families.link_child(oma, families.add_child(slak, Child(0, "Lina")))
    make_visit(make_session(place), slak, NOW)
    return slak


def asked(around: Around, family_id: int) -> tuple[Presenter, View]:
    view = View()
    presenter = Presenter(around.surroundings, view, family_id)
    presenter.refresh()
    return presenter, view


def opened(around: Around, family_id: int) -> tuple[ContactPresenter, View]:
    view = View()
    presenter = ContactPresenter(around.surroundings, view, family_id)
    presenter.refresh()
    return presenter, view


# --- forgetting ---


def test_the_question_says_what_goes_and_what_stays(family: int, tmp_path: Path) -> None:
    _presenter, view = asked(Around(folder=tmp_path), family)
    shown = view.question
    assert shown
    assert shown.title == "Forget Slak?"
    assert "contact" in shown.goes[0]
    assert shown.stays == (
        "1 visit, as a number only: who came, how old, which languages. Nobody sees any more whose it was.",
        "Lina stays: the child comes with another family too.",
    )
    assert "The last one is taken away on 27 January 2027." in shown.copies[0]  # three months after 27 October
    assert "on a stick" in shown.copies[1]


def test_who_never_came_leaves_nothing(family: int, tmp_path: Path) -> None:
    _presenter, view = asked(Around(folder=tmp_path), make_family("Nooit"))
    assert view.question
    assert view.question.stays == ("Nothing: this family never came.",)


def test_on_a_server_its_back_ups_are_asked_for(family: int) -> None:
    around = Around()
    presenter, view = asked(around, family)
    assert view.question
    assert view.question.copies[0].startswith("Whoever looks after the server has back-ups")
    presenter.forget()
    assert around.said == ["The family is forgotten. The numbers stay."]


def test_it_is_said_afterwards_and_cannot_be_undone(family: int, tmp_path: Path) -> None:
    around = Around(folder=tmp_path)
    presenter, view = asked(around, family)
    around.work.do(directory.choose_picture, family, families.get(family).version, families.get(family).picture)
    presenter.refresh()
    presenter.forget()
    assert view.closed == 1
    assert around.said == [
        "The family is forgotten. The numbers stay. The last back-up with it goes on 27 January 2027."
    ]
    assert [one.nickname for one in families.everyone()] == ["Oma"]
    assert around.work.history.done == []


def test_a_family_that_was_changed_meanwhile_is_asked_about_anew(family: int, tmp_path: Path) -> None:
    around = Around(folder=tmp_path)
    presenter, view = asked(around, family)
    families.change(families.get(family), None)
    presenter.forget()
    assert view.problems[0].startswith("Somebody changed this at the same time.")
    assert len(families.everyone()) == 2
    presenter.forget()
    assert len(families.everyone()) == 1
    again, view = asked(around, family)
    again.forget()
    assert (view.closed, around.said[-1][:27]) == (1, "This is no longer there. So")


# --- the contact ---


def test_a_new_contact_proposes_its_end_and_is_kept(family: int) -> None:
    around = Around()
    presenter, view = opened(around, family)
    assert view.contact
    assert (view.contact.words, view.contact.is_kept, view.contact.until) == ("", False, date(2027, 10, 28))
    presenter.save("0470 12 34 56", LAST)
    assert view.closed == 1
    assert kept.of_family(family, DAY) == kept.Contact("0470 12 34 56", LAST)
    around.work.undo()
    assert not kept.exists(family, DAY)


def test_a_contact_is_shown_changed_and_taken_away(family: int) -> None:
    contacts.write(family, families.get(family).version, "0470", LAST, DAY)
    presenter, view = opened(Around(), family)
    assert view.contact
    assert (view.contact.words, view.contact.until, view.contact.is_kept) == ("0470", LAST, True)
    presenter.save("bo@example.be", LAST)
    presenter, view = opened(Around(), family)
    presenter.remove()
    assert view.closed == 1
    assert not kept.exists(family, DAY)


@pytest.mark.parametrize(
    ("words", "until", "where", "sentence"),
    [
        ("0470", None, "until", "Say until which day you keep the contact."),
        ("0470", date(2026, 10, 26), "until", "Choose a day from "),
        ("0470", date(2027, 10, 29), "until", "Choose a day from "),
        ("a" * 10_000, LAST, "words", "This text is too long."),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    family: int, words: str, until: date | None, where: str, sentence: str
) -> None:
    presenter, view = opened(Around(), family)
    presenter.save(words, until)
    ((at, said),) = view.wrong
    assert at == where
    assert said.startswith(sentence)
    assert not kept.exists(family, DAY)


def test_a_place_that_keeps_no_contacts_any_more_says_so(family: int) -> None:
    presenter, view = opened(Around(), family)
    tables.Place.update(level="pseudonym").execute()
    presenter.save("0470", LAST)
    assert view.wrong[0][0] == ""
