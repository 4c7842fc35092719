"""The school year: its words, and going through it by real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Function
from meetingplace.storage import sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.viewing import WEEK, YEAR
from meetingplace.ui.planning.viewings import DAY as BY_PLACE
from meetingplace.ui.planning.year.body import YearBody
from meetingplace.ui.planning.year.geometry import fitted
from meetingplace.ui.planning.year.shown import YearShown
from tests.makers import DAY, make_place, make_session
from tests.ui.planning.conftest import MakeDesk

LEFT = Qt.MouseButton.LeftButton


def year(desk: MakeDesk, place_id: int | None = None) -> YearShown:
    """Say the year of a house."""
    at = desk(place_id=place_id)
    at.presenter.look(YEAR)
    assert at.seen.year
    return at.seen.year


# --- the words ---


def test_each_month_is_named_once_at_the_week_in_which_most_of_its_days_lie(desk: MakeDesk, place: int) -> None:
    rows = year(desk).rows
    assert [(row.month, row.days) for row in rows if row.month] == [
        ("Sept", "31–6"), ("Oct", "28–4"), ("Nov", "2–8"), ("Dec", "30–6"), ("Jan", "4–10"), ("Feb", "1–7"),
        ("Mar", "1–7"), ("Apr", "29–4"), ("May", "3–9"), ("Jun", "31–6"), ("Jul", "28–4"),
    ]  # fmt: skip
    assert len(rows) == 44  # to the week in which July begins


def test_the_summer_is_shown_as_far_as_something_goes_on(desk: MakeDesk, place: int) -> None:
    make_session(place, day=date(2027, 7, 20))  # a Tuesday
    assert year(desk).rows[-1].monday == date(2027, 7, 19)


def test_a_week_says_how_many_sessions_go_on(desk: MakeDesk, place: int) -> None:
    make_session(place)
    off = make_session(place, day=DAY + timedelta(days=1))
    sessions.change(off, None, state="cancelled", reason="Ziek")
    (row,) = [row for row in year(desk).rows if row.is_this_week]
    assert (row.days, row.number) == ("26–1", "1")
    assert [len(cell.marks) for cell in row.cells] == [0, 1, 1, 0, 0, 0, 0]
    assert row.cells[2].marks[0].goes_on is False
    assert "does not go on" in row.cells[2].spoken
    assert year(desk).rows[0].number == "–"


def test_holidays_of_both_schools_and_days_off_stand_in_the_week(desk: MakeDesk, place: int) -> None:
    rows = {row.monday: row for row in year(desk).rows}
    assert rows[date(2026, 11, 2)].off[DaysOff.FLEMISH] == (0, 6)
    assert rows[date(2026, 10, 26)].off == {DaysOff.FRENCH: (0, 6)}
    assert rows[date(2026, 11, 9)].cells[2].closed == "off"  # 11 November


def test_the_sums_are_those_of_the_place_in_view(desk: MakeDesk, place: int) -> None:
    other = make_place("Bonnevie")
    make_session(place, functions=(Function.COHESION, Function.ADVICE))
    make_session(other, functions=(Function.ADVICE,))
    shown = year(desk, place_id=other)
    assert (shown.number, shown.sessions) == ("1", "session")
    assert {one: number for one, _word, number in shown.by_function if number != "0"} == {Function.ADVICE: "1"}


def test_the_gap_is_said_in_words(desk: MakeDesk, place: int) -> None:
    for week in (0, 2):
        make_session(place, day=date(2026, 11, 17) + timedelta(weeks=week))
    shown = year(desk)
    assert (shown.gap_title, shown.gaps) == ("Gap", ("In the week of 23 November nothing goes on.",))


def test_a_session_that_asks_for_a_look_is_marked_and_says_why(desk: MakeDesk, house: None) -> None:
    few, enough = make_place("Kuregem", minimum_hosts=2), make_place("Bonnevie", minimum_hosts=0)
    make_session(few, day=DAY - timedelta(days=1))  # what is over needs no look
    assert year(desk).hint == ""
    make_session(few)
    make_session(enough, start=time(14), end=time(15))
    shown = year(desk)
    (row,) = [row for row in shown.rows if row.is_this_week]
    assert [[mark.has_hint for mark in cell.marks] for cell in row.cells[:2]] == [[False], [True, False]]
    assert "2 hosts too few" in row.cells[1].spoken
    assert shown.hint == "To look at"


# --- the hand and the keyboard ---


@pytest.fixture
def here(around: Surroundings) -> int:
    """Make a place."""
    return make_place("Kuregem", minimum_hosts=0)


@pytest.fixture
def screen(qtbot: QtBot, around: Surroundings, here: int) -> Iterator[PlanningScreen]:
    """Open the school year at the size of the smallest PC."""
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    made.open()
    made.presenter.look(YEAR)
    return made


def body(screen: PlanningScreen) -> YearBody:
    return screen.views.year.body


def at(screen: PlanningScreen, day: date) -> QPoint:
    return body(screen).rect_of(day).center().toPoint()


def test_a_press_on_the_dates_of_a_week_opens_that_week(qtbot: QtBot, screen: PlanningScreen) -> None:
    monday = at(screen, date(2026, 11, 16))
    qtbot.mouseClick(body(screen), LEFT, pos=QPoint(60, monday.y()))
    assert (screen.presenter.mode, screen.presenter.day) == (WEEK, date(2026, 11, 16))


def test_arrows_go_by_day_and_week_and_say_where_they_are(qtbot: QtBot, screen: PlanningScreen) -> None:
    body(screen).setFocus()
    start = body(screen).day
    assert start == date(2026, 10, 26)
    qtbot.keyClick(body(screen), Qt.Key.Key_Down)
    qtbot.keyClick(body(screen), Qt.Key.Key_Right)
    assert body(screen).day == date(2026, 11, 3)
    assert "3 November" in body(screen).accessibleName()


def test_page_keys_and_t_go_by_year(qtbot: QtBot, screen: PlanningScreen) -> None:
    qtbot.keyClick(body(screen), Qt.Key.Key_PageDown)
    assert screen.presenter.day.year == 2027
    qtbot.keyClick(body(screen), Qt.Key.Key_T)
    assert screen.presenter.day == DAY


def test_a_press_on_a_square_shows_its_session(qtbot: QtBot, screen: PlanningScreen, here: int) -> None:
    made = make_session(here, title="Parkspelen")
    screen.refresh()
    qtbot.mouseClick(body(screen), LEFT, pos=at(screen, DAY))
    board = screen.presenter.editing.board
    assert board is not None
    assert board.planned.session.id == made


def test_a_day_with_several_sessions_opens_by_place(qtbot: QtBot, screen: PlanningScreen, here: int) -> None:
    for _session in range(3):
        make_session(here)
    screen.refresh()
    qtbot.mouseClick(body(screen), LEFT, pos=at(screen, DAY))
    assert (screen.presenter.mode, screen.presenter.day) == (BY_PLACE, DAY)


def test_a_double_press_on_an_empty_day_or_n_plans_there(qtbot: QtBot, screen: PlanningScreen) -> None:
    qtbot.mouseClick(body(screen), LEFT, pos=at(screen, date(2027, 3, 10)))
    with qtbot.waitSignal(body(screen).new_wanted) as pressed:
        qtbot.mouseDClick(body(screen), LEFT, pos=at(screen, date(2027, 3, 10)))
    assert pressed.args == [date(2027, 3, 10)]
    screen.close_form()
    with qtbot.waitSignal(body(screen).new_wanted) as typed:
        qtbot.keyClick(body(screen), Qt.Key.Key_N)
    assert typed.args == [date(2027, 3, 10)]


def test_the_weeks_grow_a_little_to_fill_the_height_but_no_more() -> None:
    # 22 weeks of 25 px, a head of 33 and 12 below take 595 px
    heights = {room: fitted(1000, 44, 1.0, 24, room)[1].height(22) for room in (500, 595, 617, 1200)}
    assert heights == {500: 595, 595: 595, 617: 617, 1200: 595}


def test_ctrl_and_arrows_go_to_the_next_day_with_a_session_and_keep_it_in_sight(
    qtbot: QtBot, screen: PlanningScreen, here: int
) -> None:
    for day in (date(2026, 11, 4), date(2027, 6, 24)):
        make_session(here, day=day)
    screen.resize(1262, 560)
    screen.refresh()
    body(screen).setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(body(screen), Qt.Key.Key_Left, control)
    assert body(screen).day == date(2026, 10, 26)  # nothing goes on before
    for expected in (date(2026, 11, 4), date(2027, 6, 24), date(2027, 6, 24)):
        qtbot.keyClick(body(screen), Qt.Key.Key_Right, control)
        assert body(screen).day == expected
    assert body(screen).visibleRegion().contains(at(screen, date(2027, 6, 24)))
    qtbot.keyClick(body(screen), Qt.Key.Key_Left, control)
    assert body(screen).day == date(2026, 11, 4)


def test_enter_on_a_day_with_several_sessions_offers_each_and_the_whole_day(
    qtbot: QtBot, screen: PlanningScreen, here: int
) -> None:
    made = [make_session(here, start=time(hour), end=time(hour + 1), title=f"A & B {hour}") for hour in (9, 14)]
    screen.refresh()
    body(screen).setFocus()

    qtbot.keyClick(body(screen), Qt.Key.Key_Right)
    qtbot.keyClick(body(screen), Qt.Key.Key_Return)
    (menu,) = [one for one in body(screen).findChildren(QMenu) if one.isVisible()]
    words = [line.text() for line in menu.actions() if line.text()]
    assert words == ["9:00 – 10:00 A && B 9", "14:00 – 15:00 A && B 14", "The whole day"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    board = screen.presenter.editing.board
    assert board is not None
    assert board.planned.session.id == made[1]


def test_the_whole_day_can_be_reached_by_keys(qtbot: QtBot, screen: PlanningScreen, here: int) -> None:
    for _session in range(2):
        make_session(here)
    screen.refresh()
    qtbot.keyClick(body(screen), Qt.Key.Key_Right)
    qtbot.keyClick(body(screen), Qt.Key.Key_Return)
    (menu,) = [one for one in body(screen).findChildren(QMenu) if one.isVisible()]
    qtbot.keyClick(menu, Qt.Key.Key_Up)  # round to the last line
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert (screen.presenter.mode, screen.presenter.day) == (BY_PLACE, DAY)
