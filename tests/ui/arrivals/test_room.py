"""All that a host needs is in sight in the smallest window: totals and counters without scrolling, nothing cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from meetingplace.domain.families import Picture, Relation
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals
from meetingplace.ui.kit.surroundings import SettingsDoor
from tests.makers import make_family, make_place, make_session
from tests.ui.arrivals.hands import NOW, SHAPES, Desk


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_total_and_counter_is_in_sight_when_it_is_full(
    house: None, dressed: object, door: SettingsDoor, language: str
) -> None:
    door.change(language=language)
    session = make_session(make_place(), capacity=20)
    for number, shape in enumerate(SHAPES):
        arrivals.check_in(session, make_family(f"Gezin {number}", [(2024, 3)], Picture(shape, 1)), NOW)
    arrivals.tally(session, Tallied.CHILDREN, "72", 13)
    arrivals.guests(session, [None], [Relation.FATHER], [], "", NOW)
    arrivals.turn_away(session, 2)
    desk = Desk(door)
    for _ in range(5):
        QApplication.processEvents()
    totals = desk.screen.totals
    scrolled = totals.findChild(QScrollArea)
    assert isinstance(scrolled, QScrollArea)
    assert scrolled.verticalScrollBar().maximum() == 0
    assert desk.screen.attention.isVisible()
    for part in (totals, desk.screen.attention):
        for label in part.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()
    assert desk.screen.page.verticalScrollBar().maximum() == 0


class _Painted(QObject):
    """Remembers what was painted of a part."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.places: list[QRect] = []
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places.append(event.rect())
        return False


def test_a_tap_paints_the_tile_that_was_tapped_and_not_the_whole_wall(desk: Desk, moon: int) -> None:
    tiles = desk.screen.wall.tiles
    desk.tap("Uil")
    QApplication.processEvents()
    painted, before = _Painted(tiles.viewport()), tiles.geometry()
    desk.screen._presenter.tap(moon)
    QApplication.processEvents()
    place = tiles.visualRect(tiles.rows.index([tile.name for tile in desk.tiles].index("Maan")))
    assert painted.places
    assert all(place.contains(each) for each in painted.places)
    assert tiles.geometry() == before  # nothing under a finger moves
