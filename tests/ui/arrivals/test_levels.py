"""Privacy levels at the desk: a place that only counts shows nothing at all of any family, wherever one looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.families import Picture, Relation
from meetingplace.domain.visits import Tallied, TallyCount
from meetingplace.services import arrivals, enrolments
from meetingplace.storage import places, visits
from meetingplace.ui.kit.surroundings import SettingsDoor
from tests.makers import make_family, make_house, make_place, make_session
from tests.ui.arrivals.hands import NOW, Desk

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
OF_A_FAMILY = ("Maan", "Bilal", "Lina", "moon", "العربية", "Arabic", "Zoé")


def texts(window: QObject) -> Iterator[str]:
    """Read every text of a window: what is seen, what is hidden, what is said aloud, menus and lists."""
    for part in window.findChildren(QWidget):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        if isinstance(part, QLabel | QLineEdit):
            yield part.text()
        elif isinstance(part, QMenu):
            yield from (action.text() for action in part.actions())
        elif isinstance(part, QAbstractItemView) and part.model():
            model = part.model()
            for row in range(model.rowCount()):
                yield from (str(model.index(row, 0).data(role) or "") for role in ROLES)
        else:
            text = getattr(part, "text", None)
            yield text() if callable(text) else ""


@pytest.fixture
def park(house: None) -> int:
    make_house()
    meeting = make_session(make_place("Kuregem"), title="Open ontmoeting")
    park = make_session(make_place("Josaphatpark"), title="Parkspelen", is_walk_in=False)
    moon = make_family("Maan", born=[(2024, 3)], picture=Picture("moon-waning-crescent", 0), languages=("ar",))
    arrivals.check_in(meeting, moon, NOW)
    arrivals.guests(meeting, [30], [Relation.MOTHER], ["ar"], "De Lina's", NOW)
    enrolments.enrol(OnList(session_id=park), "Zoé", "", None, NOW)
    _only_count("Josaphatpark")  # it kept a list before
    return park


def _only_count(name: str) -> None:
    place = next(place for place in places.listed() if place.name == name)
    places.change(place.id, None, level="tally")


def test_a_place_that_only_counts_tells_nothing_of_any_family(park: int, dressed: object, door: SettingsDoor) -> None:
    desk = Desk(door)
    desk.screen._presenter.panels.adjust(visits.of_session(1)[0].id)
    desk.panel.close_panel()
    QApplication.sendPostedEvents(None, 52)  # what was closed goes: DeferredDelete
    desk.screen._presenter.turn(visits.of_session(1)[0].id, False)
    assert desk.said == "Maan has left."
    assert any("Maan" in text for text in texts(desk.shell))  # the desk of the other place
    desk.screen._presenter.choose_session(park)
    QApplication.processEvents()
    read = [text for text in texts(desk.shell) if text]
    assert len(read) > 40
    assert not [text for text in read for word in OF_A_FAMILY if word in text]
    shown = desk.screen
    assert shown.totals._child_rows.heading.isVisible()  # there is room for every heading
    seen = (shown.search, shown.entrance.guest, shown.primary, shown.wall.tiles, shown.inside.pills, shown.enrolled)
    assert not [part for part in seen if part.isVisible()]


def test_no_key_leads_to_a_family_where_only_numbers_are_kept(park: int, dressed: object, door: SettingsDoor) -> None:
    desk = Desk(door)
    desk.screen._presenter.choose_session(park)
    desk.keys("maan", Qt.Key.Key_Return)
    desk.keys(key=Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    desk.keys(key=Qt.Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)
    assert desk.panel is None
    assert visits.number_in(park) == 0


def test_families_are_counted_there_with_plus_and_minus(park: int, dressed: object, door: SettingsDoor) -> None:
    desk = Desk(door)
    desk.screen._presenter.choose_session(park)
    for name in ("families: one more", "families: one more", "of whom new: one more", "2 years: one more"):
        desk.press(name, desk.screen)
    desk.press("families: one less", desk.screen)
    assert set(visits.tallies(park)) == {
        TallyCount(Tallied.CHILDREN, "24", 1),
        TallyCount(Tallied.FAMILIES, "all", 1),
        TallyCount(Tallied.FAMILIES, "new", 1),
    }
    assert desk.said == "families: 1"


def test_a_place_that_keeps_families_no_longer_shows_none_of_before(
    park: int, dressed: object, door: SettingsDoor
) -> None:
    _only_count("Kuregem")
    desk = Desk(door)
    desk.screen._presenter.choose_session(1)
    less = next(one for one in desk.screen.findChildren(QPushButton) if one.accessibleName() == "families: one less")
    assert not less.isEnabled()  # the family that came before is no number that was pressed
    desk.press("Just now", desk.screen)
    read = [text for text in texts(desk.shell) if text]
    assert not [text for text in read for word in ("Maan", "moon", "Arabic") if word in text]


@pytest.mark.parametrize("level", ["pseudonym", "contact"])
def test_other_places_know_nicknames(house: None, dressed: object, door: SettingsDoor, level: str) -> None:
    make_house()
    make_session(make_place(level=level))
    make_family("Maan")
    desk = Desk(door)
    assert [tile.name for tile in desk.tiles] == ["Maan"]
    assert not desk.screen.totals._family_rows.isVisible()  # families count themselves
