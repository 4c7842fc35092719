"""The month: its words, and going through it, carrying and planning by real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meetingplace.domain.calendar import DaysOff
from meetingplace.storage import sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.month.body import MonthBody
from meetingplace.ui.planning.month.shown import DayShown, MonthShown
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.viewing import MONTH
from meetingplace.ui.planning.viewings import DAY as BY_PLACE
from tests.makers import DAY, make_family, make_place, make_session, make_visit
from tests.ui.planning.conftest import MakeDesk

LEFT = Qt.MouseButton.LeftButton


def month(desk: MakeDesk) -> MonthShown:
    """Say the month of a house."""
    at = desk()
    at.presenter.look(MONTH)
    assert at.seen.month
    return at.seen.month


def day_of(shown: MonthShown, day: date) -> DayShown:
    (found,) = [one for week in shown.weeks for one in week if one.day == day]
    return found


# --- the words ---


def test_a_month_is_said_in_whole_weeks(desk: MakeDesk, place: int) -> None:
    shown = month(desk)
    assert (shown.period, len(shown.weeks)) == ("October 2026", 5)
    assert (shown.weeks[0][0].day, shown.weeks[0][0].is_outside) == (date(2026, 9, 28), True)
    assert day_of(shown, DAY).is_today


def test_holidays_of_both_schools_and_public_ones_stand_on_the_day(desk: MakeDesk, place: int) -> None:
    at = desk()
    at.presenter.look(MONTH, date(2026, 11, 5))
    assert at.seen.month
    assert day_of(at.seen.month, date(2026, 10, 30)).off == (DaysOff.FRENCH,)
    assert day_of(at.seen.month, date(2026, 11, 3)).off == (DaysOff.FLEMISH,)
    assert day_of(at.seen.month, date(2026, 11, 11)).closed == "Armistice Day"
    assert "Armistice Day" in day_of(at.seen.month, date(2026, 11, 11)).spoken


def test_a_session_says_its_state_its_hints_and_whether_it_may_move(desk: MakeDesk, house: None) -> None:
    place = make_place("Kuregem", minimum_hosts=0)
    off = make_session(place, day=date(2026, 10, 28), title="Parkspelen")
    sessions.change(off, None, state="cancelled", reason="Ziek")
    visited = make_session(place, title="Open ontmoeting")
    make_session(place, title="Babymassage", start=time(10))
    make_visit(visited, make_family(), datetime(2026, 10, 27, 9, 40))
    shown = month(desk)
    (cancelled,) = day_of(shown, date(2026, 10, 28)).items
    assert (cancelled.goes_on, cancelled.may_move) == (False, False)
    assert "does not go on" in cancelled.spoken
    first, second = day_of(shown, DAY).items
    assert (first.title, first.may_move, second.may_move) == ("Open ontmoeting", False, True)
    assert second.has_hint
    assert "The place is taken" in second.spoken


def test_pages_go_by_month_over_the_turn_of_the_year(desk: MakeDesk, place: int) -> None:
    at = desk()
    at.presenter.look(MONTH, date(2026, 12, 31))
    at.presenter.step(1)
    assert at.seen.month
    assert at.seen.month.period == "January 2027"
    at.presenter.step(1)
    assert at.seen.month.period == "February 2027"


# --- the hand and the keyboard ---


@pytest.fixture
def here(around: Surroundings) -> int:
    """Make a place."""
    return make_place("Kuregem", minimum_hosts=0)


@pytest.fixture
def screen(qtbot: QtBot, around: Surroundings, here: int) -> Iterator[PlanningScreen]:
    """Open the month at the size of the smallest PC."""
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    made.open()
    made.presenter.look(MONTH)
    QApplication.processEvents()
    return made


def body(screen: PlanningScreen) -> MonthBody:
    return screen.views.month.body


def item_at(screen: PlanningScreen, session_id: int) -> QPoint:
    """Give the middle of a session."""
    (box,) = [one.box for one in body(screen).placed if one.item and one.item.session_id == session_id]
    return QPoint(round(box.left + box.width / 2), round(box.top + box.height / 2))


def empty_at(screen: PlanningScreen, day: date) -> QPoint:
    """Give a point low in the cell of a day."""
    return body(screen).cell_of(day).center()


def carry(qtbot: QtBot, screen: PlanningScreen, session_id: int, to: date) -> None:
    """Carry a session over a day, without putting it down."""
    start, end = item_at(screen, session_id), empty_at(screen, to)
    qtbot.mousePress(body(screen), LEFT, pos=start)
    qtbot.mouseMove(body(screen), start + QPoint(30, 0))
    qtbot.mouseMove(body(screen), end)


def test_a_session_is_carried_to_another_day_and_keeps_its_hours(
    qtbot: QtBot, screen: PlanningScreen, here: int
) -> None:
    made = make_session(here)
    screen.refresh()
    carry(qtbot, screen, made, date(2026, 10, 29))
    qtbot.mouseRelease(body(screen), LEFT, pos=empty_at(screen, date(2026, 10, 29)))
    moved = sessions.get(made)
    assert (moved.day, moved.activity.start, moved.activity.end) == (date(2026, 10, 29), time(9, 30), time(12))


def test_esc_leaves_what_is_carried_where_it_was(qtbot: QtBot, screen: PlanningScreen, here: int) -> None:
    made = make_session(here)
    screen.refresh()
    carry(qtbot, screen, made, date(2026, 10, 29))
    qtbot.keyClick(body(screen), Qt.Key.Key_Escape)
    qtbot.mouseRelease(body(screen), LEFT, pos=empty_at(screen, date(2026, 10, 29)))
    assert sessions.get(made).day == DAY


def test_while_it_is_carried_the_clash_is_said(qtbot: QtBot, screen: PlanningScreen, here: int) -> None:
    made = make_session(here)
    make_session(here, day=date(2026, 10, 29), title="Babymassage")
    screen.refresh()
    carry(qtbot, screen, made, date(2026, 10, 29))
    assert "Babymassage" in body(screen).note.says
    qtbot.keyClick(body(screen), Qt.Key.Key_Escape)
    assert body(screen).note.says == ""


def test_alt_and_arrows_move_the_chosen_session_by_days_and_weeks(
    qtbot: QtBot, screen: PlanningScreen, here: int
) -> None:
    made = make_session(here)
    screen.refresh()
    body(screen).select(made)
    qtbot.keyClick(body(screen), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert sessions.get(made).day == DAY + timedelta(days=1)
    body(screen).select(made)
    qtbot.keyClick(body(screen), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sessions.get(made).day == DAY + timedelta(days=-6)


def test_arrows_go_from_day_to_day_and_n_plans_there(qtbot: QtBot, screen: PlanningScreen) -> None:
    qtbot.keyClick(body(screen), Qt.Key.Key_Right)
    assert "28 October" in body(screen).accessibleName()
    with qtbot.waitSignal(body(screen).new_wanted) as asked:
        qtbot.keyClick(body(screen), Qt.Key.Key_N)
    assert asked.args == [date(2026, 10, 28)]


def test_the_day_of_the_keyboard_stays_in_sight(qtbot: QtBot, screen: PlanningScreen) -> None:
    screen.resize(1262, 600)
    QApplication.processEvents()
    first, last = date(2026, 9, 29), date(2026, 10, 27)
    for key, here, far in ((Qt.Key.Key_Up, first, last), (Qt.Key.Key_Down, last, first)):
        for _week in range(4):
            qtbot.keyClick(body(screen), key)
        assert body(screen).visibleRegion().contains(empty_at(screen, here))
        assert not body(screen).visibleRegion().contains(empty_at(screen, far))


def test_what_has_no_room_is_counted_and_a_press_there_opens_the_day(
    qtbot: QtBot, screen: PlanningScreen, here: int
) -> None:
    for number in range(14):
        make_session(here, title=f"Open ontmoeting {number}")
    screen.refresh()
    drawn = [one for one in body(screen).placed if one.item]
    (more,) = [one for one in body(screen).placed if one.more_of == DAY]
    assert more.words == f"+ {14 - len(drawn)}"
    middle = QPoint(round(more.box.left + more.box.width / 2), round(more.box.top + more.box.height / 2))
    qtbot.mouseClick(body(screen), LEFT, pos=middle)
    assert (screen.presenter.mode, screen.presenter.day) == (BY_PLACE, DAY)
