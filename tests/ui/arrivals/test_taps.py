"""How many taps it takes, counted in the real window: the heart of the desk in a busy room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meetingplace.domain.families import Relation
from meetingplace.domain.visits import ChildPresent
from meetingplace.services.desk import Presence
from meetingplace.storage import visits
from tests.makers import make_member, make_visit
from tests.ui.arrivals.hands import NOW, Desk

Taps = Callable[[], int]


class Counted(QObject):
    """Counts how often the window was really pressed: what one part leaves to the next one is still one press."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.moments: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and event.spontaneous():
            self.moments.add(event.timestamp())
        return False


@pytest.fixture
def taps(desk: Desk, qapp: QApplication) -> Iterator[Taps]:
    counted = Counted(desk.shell)
    qapp.installEventFilter(counted)
    yield lambda: len(counted.moments)
    qapp.removeEventFilter(counted)


def test_a_known_family_is_in_by_one_tap(desk: Desk, taps: Taps, session_id: int) -> None:
    desk.tap("Maan")
    assert (desk.inside, taps()) == (["Maan"], 1)
    assert visits.of_session(session_id)[0].adults == (Relation.MOTHER,)


def test_a_known_family_with_somebody_else_takes_what_differs_and_save(desk: Desk, taps: Taps, session_id: int) -> None:
    desk.tap("Maan")
    desk.tap("Maan")
    desk.press("dad", desk.panel.adults)
    desk.press("Save")
    assert visits.of_session(session_id)[0].adults == (Relation.MOTHER, Relation.FATHER)
    assert taps() == 4


def test_a_family_that_is_not_on_the_wall_is_searched_and_tapped(desk: Desk, taps: Taps) -> None:
    desk.keys("pan")
    desk.tap("Panda")
    assert (desk.inside, taps()) == (["Panda"], 1)


def test_a_new_family_takes_three_taps_and_a_nickname(desk: Desk, taps: Taps, session_id: int) -> None:
    desk.press("New family")
    desk.keys("Zebra")
    desk.press("1 year", desk.panel.children_came)
    desk.press("In")
    assert (desk.inside, taps()) == (["Zebra"], 3)
    visit = visits.of_session(session_id)[0]
    assert ([child.months for child in visit.children], visit.adults) == ([18], (Relation.MOTHER,))


def test_a_guest_family_takes_two_taps(desk: Desk, taps: Taps, session_id: int) -> None:
    desk.press("Guest")
    desk.press("In")
    assert (desk.inside, taps()) == (["Guests"], 2)
    visit = visits.of_session(session_id)[0]
    assert (visit.family_id, visit.children, visit.adults) == (None, (ChildPresent(None, None),), (Relation.MOTHER,))


def test_unnamed_people_take_one_tap_each(desk: Desk, taps: Taps, session_id: int) -> None:
    desk.press("1 year: one more", desk.screen)
    desk.press("mum: one more", desk.screen)
    assert (len(visits.tallies(session_id)), taps()) == (2, 2)


def test_leaving_takes_one_tap_and_so_does_coming_back(desk: Desk, taps: Taps, session_id: int, moon: int) -> None:
    make_visit(session_id, moon, NOW)
    desk.screen.refresh()
    pills = desk.screen.inside.pills
    QTest.mouseClick(pills.viewport(), Qt.MouseButton.LeftButton, pos=pills.key_of(pills.rows.index(0)).center())
    assert (desk.inside, desk.state("Maan"), taps()) == ([], Presence.LEFT, 1)
    assert desk.said == "Maan has left."
    assert desk.panel is None
    desk.press("1 has left", desk.screen)
    QTest.mouseClick(pills.viewport(), Qt.MouseButton.LeftButton, pos=pills.key_of(pills.rows.index(0)).center())
    assert (desk.state("Maan"), taps()) == (Presence.IN, 3)


def test_the_rest_of_a_pill_opens_the_visit(desk: Desk, taps: Taps) -> None:
    desk.tap("Maan")
    desk.click(desk.screen.inside.pills, 0)
    assert desk.panel.accessibleName() == "Maan"


def test_everybody_has_left_by_closing(desk: Desk, session_id: int) -> None:
    for name in ("Maan", "Slak"):
        desk.tap(name)
    desk.press("Close the session", desk.screen)
    desk.press("Close the session")
    assert [visit.left for visit in visits.of_session(session_id)] == [NOW, NOW]


def test_the_host_of_the_rail_is_the_one_who_wrote_it_down(desk: Desk, session_id: int) -> None:
    samira, els = make_member("Samira"), make_member("Els")
    desk.shell._ask_house()
    desk.shell._door.change(host=samira)
    desk.tap("Maan")
    desk.shell._door.change(host=els)
    desk.tap("Uil")
    assert [visit.written_by for visit in visits.of_session(session_id)] == [samira, els]
