"""The list of what was done just now, in the real window: when, what, by whom, each with its own undo."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from meetingplace.domain.families import Relation
from meetingplace.domain.visits import Company
from meetingplace.services import arrivals, forgetting
from meetingplace.storage import families, sessions, visits
from tests.makers import make_member, make_session
from tests.ui.arrivals.hands import NOW, Desk


def listed(desk: Desk) -> list[str]:
    """Read the list, line by line."""
    QApplication.processEvents()
    found = [label.text() for label in desk.panel.paper.findChildren(QLabel) if label.isVisible()]
    return [text for text in found if text and text != "Just now"]


def undo(desk: Desk, of: str) -> None:
    desk.press(f"Undo: {of}")


def test_every_act_stands_in_the_list_with_the_hour_and_who_did_it(desk: Desk, session_id: int) -> None:
    samira, els = make_member("Samira"), make_member("Els")
    desk.shell._ask_house()
    desk.shell._door.change(host=samira)
    desk.tap("Maan")
    desk.press("1 year: one more", desk.screen)
    desk.shell._door.change(host=els)
    desk.screen._presenter.numbers.turn_away(1)
    desk.press("Just now", desk.screen)
    assert listed(desk) == [
        *("10:05", "Turned away: 1.", "by Els"),
        *("10:05", "1 year, without a name: 1", "by Samira"),
        *("10:05", "Maan is in: mum and 2 children", "by Samira"),
    ]


def test_an_act_in_the_middle_is_taken_back_alone(desk: Desk, session_id: int) -> None:
    for name in ("Maan", "Slak", "Uil"):
        desk.tap(name)
    desk.press("Just now", desk.screen)
    undo(desk, "Slak is in: mum")
    assert [line for line in listed(desk) if " is in" in line] == ["Uil is in: mum", "Maan is in: mum and 2 children"]
    assert visits.number_in(session_id) == 2
    assert desk.said == "Undone: the arrival"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)  # the keyboard stays in the list
    assert focused.accessibleName() == "Undo: Maan is in: mum and 2 children"


def test_what_was_changed_since_says_so_and_its_visit_can_still_be_taken_away(desk: Desk, session_id: int) -> None:
    desk.tap("Maan")
    visit = visits.of_session(session_id)[0]
    desk.screen._presenter.turn(visit.id, False)
    desk.press("Just now", desk.screen)
    undo(desk, "Maan is in: mum and 2 children")  # she has left meanwhile
    assert visits.number_in(session_id) == 1
    assert "changed this at the same time" in desk.said
    undo(desk, "Maan is in: 1 adult and 2 children")
    assert visits.number_in(session_id) == 0


def test_an_act_that_can_no_longer_be_taken_back_says_why(desk: Desk, session_id: int) -> None:
    desk.screen._presenter.numbers.turn_away(1)
    sessions.change(session_id, None, remark="from another desk")
    desk.press("Just now", desk.screen)
    undo(desk, "Turned away: 1.")
    assert listed(desk)[1:] == ["Turned away: 1.", "It was changed since. Take that back first, or correct it there."]
    keys = [one.accessibleName() for one in desk.panel.findChildren(QPushButton) if one.isVisible()]
    assert not [name for name in keys if name.startswith("Undo: ")]
    assert sessions.get(session_id).turned_away == 1


def test_arrivals_of_another_pc_stand_in_it_too_and_can_be_taken_back(desk: Desk, session_id: int, moon: int) -> None:
    els = make_member("Els")
    arrivals.check_in(session_id, moon, NOW - timedelta(minutes=5), els)
    arrivals.guests(session_id, [30], [Relation.FATHER], [], "", NOW - timedelta(minutes=9))
    desk.screen.refresh()
    desk.press("Just now", desk.screen)
    assert listed(desk) == [
        *("10:00", "Maan is in: 1 adult and 2 children", "by Els"),
        *("9:56", "Guests are in: 1 adult and 1 child"),
    ]
    undo(desk, "Maan is in: 1 adult and 2 children")
    assert [visit.family_id for visit in visits.of_session(session_id)] == [None]
    assert listed(desk)[1] == "The visit of Maan was taken away."


def test_a_family_that_signed_in_itself_is_said_to_have_done_so(desk: Desk, session_id: int, moon: int) -> None:
    child = families.get(moon).children[0].id
    arrivals.check_in(session_id, moon, NOW, None, Company((child,), (Relation.FATHER,)))
    desk.screen.refresh()
    desk.press("Just now", desk.screen)
    assert listed(desk) == ["10:05", "Maan is in: 1 adult and 1 child", "by the family itself"]


def test_the_list_follows_what_is_done_while_it_is_open(desk: Desk, session_id: int, moon: int) -> None:
    desk.press("Just now", desk.screen)
    assert listed(desk) == ["Nothing yet."]
    desk.screen._presenter.tap(moon)
    assert listed(desk)[1] == "Maan is in: mum and 2 children"
    QTest.keyClick(desk.panel, Qt.Key.Key_Escape)
    desk.screen._presenter.numbers.turn_away(1)  # nobody listens any more
    assert desk.panel is None


def test_another_session_has_its_own_list(desk: Desk, session_id: int) -> None:
    other = make_session(sessions.get(session_id).activity.place_id, title="Babbelcafé")
    desk.tap("Maan")
    desk.shell.go("arrivals", session_id=other)
    desk.press("Just now", desk.screen)
    assert listed(desk) == ["Nothing yet."]


def test_a_forgotten_family_is_in_no_line(desk: Desk, session_id: int, moon: int) -> None:
    desk.tap("Maan")
    desk.screen._presenter.turn(visits.of_session(session_id)[0].id, False)
    desk.shell.work.do(forgetting.forget_family, moon, families.get(moon).version, None, NOW.date())
    desk.press("Just now", desk.screen)
    assert not [line for line in listed(desk) if "Maan" in line]
