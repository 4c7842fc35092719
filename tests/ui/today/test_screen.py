"""Today on the screen: one filled button, what changed and what stays, and where presses lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from meetingplace.domain.sessions import Function
from meetingplace.domain.visits import Tallied
from meetingplace.domain.voices import Voice
from meetingplace.services import arrivals, calls, parents_corner
from meetingplace.storage import sessions, upkeep, voices
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.today.cards import SessionCard
from meetingplace.ui.today.screen import TodayScreen
from tests.makers import DAY, make_member, make_place, make_session


@pytest.fixture
def place(house: None) -> int:
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-27T08:00:00")
    return make_place()


def opened(around: Surroundings, width: int = 1262) -> TodayScreen:
    screen = TodayScreen(around)
    screen.resize(width, 768)
    screen.show()
    screen.open()
    QApplication.processEvents()
    return screen


def cards(screen: TodayScreen) -> list[SessionCard]:
    return [card for card in screen.findChildren(SessionCard) if card.isVisible()]


def words(part: Any) -> list[str]:
    return [each.text() for each in part.findChildren(QLabel) if each.text() and each.isVisible()]


def press(part: QAbstractButton) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def test_one_button_is_filled_and_it_opens_the_desk_of_the_session_that_comes_next(
    around: Surroundings, heard: Any, place: int
) -> None:
    morning = make_session(place, team=(make_member("Samira"),), functions=(Function.COHESION,), capacity=25)
    make_session(place, start=time(14), end=time(16), title="Papa’s en blokken")
    screen = opened(around)
    filled = [one for one in screen.findChildren(QPushButton) if one.property("kind") == "primary"]
    assert filled == [screen.primary]
    press(filled[0])
    assert heard.went == [("arrivals", {"session_id": morning})]
    large, small = cards(screen)
    assert {"9:30", "until 12:00", "Open ontmoeting", "Kuregem", "Togetherness", "room for 25", "Samira"} <= set(
        words(large)
    )
    assert "Begins in 20 minutes" in large.accessibleName()
    assert small.act.accessibleName() == "Open the desk: Papa’s en blokken, 14:00"
    assert small.height() < large.height()


def test_a_session_that_does_not_go_on_keeps_its_place_and_says_why(around: Surroundings, place: int) -> None:
    first = make_session(place)
    make_session(place, start=time(14), end=time(16), title="Papa’s en blokken")
    sessions.change(first, None, state="cancelled", reason="De spreker is <b>ziek</b> & thuis")
    cancelled, following = cards(opened(around))
    assert "De spreker is <b>ziek</b> & thuis" in words(cancelled)
    assert not cancelled.is_next
    assert following.is_next


def test_what_waits_is_pressed_whole(around: Surroundings, heard: Any, place: int) -> None:
    late = make_session(place, day=DAY - timedelta(days=6), title="Josaphatpark")
    screen = opened(around)
    row = next(one for one in screen.findChildren(WaitingRow) if one.isVisible())
    assert row.accessibleName() == "1 session is not closed yet, Josaphatpark, 21 October"
    press(row)
    assert heard.went == [("arrivals", {"session_id": late, "closing": 1})]


def test_many_rows_that_wait_stand_closer_so_that_the_week_stays_in_sight(around: Surroundings, place: int) -> None:
    def rows(screen: TodayScreen) -> list[WaitingRow]:
        return [one for one in screen.findChildren(WaitingRow) if one.isVisible()]

    make_session(place, day=DAY - timedelta(days=6), title="Josaphatpark")
    few = rows(opened(around))
    assert len(few) <= 4
    assert min(row.height() for row in few) >= 94
    voices.add(Voice(0, DAY - timedelta(days=3), "Meer boekjes", place_id=place))
    make_session(place, day=DAY + timedelta(days=3), title="Parkspelen")
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-01T18:00:00")
    many = rows(opened(around))
    assert len(many) >= 5
    assert all(44 <= row.height() < 94 for row in many)


def test_nothing_waits(around: Surroundings, place: int) -> None:
    make_session(place, day=date(2026, 12, 24))
    screen = opened(around)
    assert "Nothing. All is done." in words(screen)
    assert not [one for one in screen.findChildren(WaitingRow) if one.isVisible()]


def test_a_day_without_a_session_offers_to_plan_one(around: Surroundings, heard: Any, place: int) -> None:
    screen = opened(around)
    plan = next(one for one in screen.findChildren(QPushButton) if one.text() == "Plan a session")
    press(plan)
    assert heard.went == [("planning", {})]
    assert screen.primary is None


def test_the_week_shows_sessions_holidays_and_closed_days(around: Surroundings, heard: Any, place: int) -> None:
    session = make_session(place, day=DAY + timedelta(days=1), start=time(14), end=time(16), title="Parkspelen")
    screen = opened(around)
    said = words(screen)
    assert "Holiday of French-language schools" in said
    assert "Holiday of Dutch-language schools" not in said
    assert "closed" in said  # Sunday 1 November, All Saints
    square = next(one for one in screen.findChildren(QAbstractButton) if one.accessibleName() == "14:00 Parkspelen")
    press(square)
    assert heard.went == [("planning", {"session_id": session})]


def test_the_clock_moves_the_card_on_and_the_keyboard_stays(around: Surroundings, place: int) -> None:
    make_session(place)
    make_session(place, start=time(14), end=time(16), title="Papa’s en blokken")
    hour: list[datetime] = [datetime(2026, 10, 27, 9, 10)]
    clock: Callable[[], datetime] = lambda: hour[0]  # noqa: E731
    screen = opened(replace(around, clock=clock))
    screen.activateWindow()
    assert screen.follows_clock
    cards(screen)[1].act.setFocus()
    hour[0] = datetime(2026, 10, 27, 9, 12)
    screen.refresh()
    QApplication.processEvents()
    first, second = cards(screen)
    assert "Begins in 18 minutes" in first.accessibleName()
    assert second.act.hasFocus()
    hour[0] = datetime(2026, 10, 27, 12, 30)
    screen.refresh()
    QApplication.processEvents()
    first, second = cards(screen)
    assert "Not closed yet" in first.accessibleName()
    assert screen.primary is second.act


def test_the_day_follows_what_is_counted_at_the_desk(around: Surroundings, place: int) -> None:
    session = make_session(place, capacity=9, is_walk_in=False)
    screen = opened(around)
    assert {"9", "children expected"} <= set(words(cards(screen)[0]))
    around.work.do(arrivals.tally, session, Tallied.CHILDREN, "12", 1)
    QApplication.processEvents()
    assert {"1", "child has come"} <= set(words(cards(screen)[0]))


@pytest.mark.parametrize(("scale", "is_under"), [(1.0, False), (1.5, True)])
def test_with_large_text_what_waits_goes_under_the_cards(
    around: Surroundings, place: int, qapp: QApplication, scale: float, is_under: bool
) -> None:
    theme.apply(qapp, "light", scale)
    make_session(place, title="Een heel lange naam voor een moment met ouders en kinderen uit de hele buurt")
    screen = opened(around)
    assert (screen._waits.y() > cards(screen)[0].y()) is is_under
    assert screen.page.widget().width() <= screen.page.viewport().width()


@pytest.mark.parametrize(("scale", "width"), [(2.0, 1200), (2.0, 860), (1.5, 900), (1.0, 760)])
def test_nothing_is_wider_than_the_window(
    around: Surroundings, place: int, qapp: QApplication, scale: float, width: int
) -> None:
    theme.apply(qapp, "light", scale)
    team = (make_member("Samira"), make_member("Ousmane"))
    make_session(place, team=team, functions=(Function.COHESION, Function.EMOTIONAL), capacity=9, is_walk_in=False)
    make_session(place, start=time(14), end=time(16), capacity=9, is_walk_in=False)
    make_session(place, day=DAY + timedelta(days=1), title="Kennismakingsvoormiddag")
    screen = opened(around, width)
    assert screen.page.widget().width() <= screen.page.viewport().width()
    for card in cards(screen):
        assert card.act.geometry().right() < card.width()


@pytest.mark.parametrize(("width", "is_under"), [(1200, False), (560, True)])
def test_figure_and_button_go_under_the_words_when_the_card_is_narrow(
    around: Surroundings, place: int, width: int, is_under: bool
) -> None:
    make_session(place)
    make_session(place, start=time(14), end=time(16), capacity=9, is_walk_in=False)
    screen = opened(around, width)
    QApplication.processEvents()  # the scroll bar came, and the page is laid out once more
    for card in cards(screen):
        title = next(one for one in card.findChildren(QLabel) if one.text() == "Open ontmoeting")
        assert (card.act.y() > title.geometry().bottom()) is is_under


def test_somebody_in_the_corner_is_a_quiet_row_until_a_host_goes(around: Surroundings, place: int) -> None:
    screen = opened(around)
    assert screen._calls.isHidden()
    around.work.do(parents_corner.call_host, "ar", around.clock(), place)  # the bulletin brings it
    QApplication.processEvents()
    assert "Somebody in the corner would like to tell something (Arabic)" in words(screen._calls)
    going = next(part for part in screen._calls.findChildren(QPushButton) if part.isVisible())
    assert going.height() >= 44
    going.setFocus()
    QTest.keyClick(going, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert screen._calls.isHidden()
    assert calls.waiting(around.clock()) == ()
    around.work.undo()
    QApplication.processEvents()
    assert screen._calls.isVisible()
