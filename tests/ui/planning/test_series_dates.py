"""All dates of a series: opened, kept although there is a day off, added, and each exception named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, SessionState
from meetingplace.services import planning, series
from meetingplace.services.series import Repeats
from meetingplace.services.series_dates import series_dates_board
from meetingplace.storage import sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.series_dates.panel import SeriesDatesPanel
from tests.makers import make_place

# Wednesdays of autumn 2026: 28 October (French schools), 4 (Dutch-language schools) and 11 November (everybody) are off
WEDNESDAYS = Repeats(Weekly((2,), date(2026, 10, 14), date(2026, 11, 18)), tuple(DaysOff))


@pytest.fixture
def first(around: Surroundings) -> int:
    activity = Activity("Babbelcaf\u00e9", make_place("Kuregem", minimum_hosts=0), time(9), time(11))
    made = series.plan(activity, WEDNESDAYS).made or 0
    return sessions.of_series(made)[0].id


def test_the_board_has_every_date_of_the_rule_and_says_what_became_of_it(first: int) -> None:
    planning.cancel_session(first, sessions.get(first).version, "ziek")
    board = series_dates_board(first, "nl")
    said = [
        (one.day.month, one.day.day, one.departure.value if one.departure else "", bool(one.off)) for one in board.dates
    ]
    assert said == [
        (10, 14, "cancelled", False), (10, 21, "", True), (10, 28, "", True), (11, 4, "", True), (11, 11, "", True),
        (11, 18, "", False),
    ]  # fmt: skip


def test_a_skipped_date_is_kept_and_one_is_added_with_the_keyboard(
    qtbot: QtBot, around: Surroundings, first: int
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 760)
    over.show()
    went: list[tuple[date, int | None]] = []
    panel = SeriesDatesPanel(around, over, lambda day, session_id: went.append((day, session_id)), first)
    panel.open(panel.add_button)
    panel.presenter.refresh()
    qtbot.keyClick(panel.buttons[date(2026, 11, 4)], Qt.Key.Key_Space)
    panel.day.typed.setText("20/11/2026")
    qtbot.keyClick(panel.add_button, Qt.Key.Key_Space)
    of = sessions.get(first).series_id or 0
    assert [one.day for one in sessions.of_series(of)] == [
        date(2026, 10, 14), date(2026, 11, 4), date(2026, 11, 18), date(2026, 11, 20),
    ]  # fmt: skip
    panel.day.typed.setText("20/11/2026")
    qtbot.keyClick(panel.add_button, Qt.Key.Key_Space)
    assert "already has a session" in panel._field._under.text()
    qtbot.keyClick(panel.buttons[date(2026, 10, 14)], Qt.Key.Key_Space)
    assert went == [(date(2026, 10, 14), first)]


@pytest.fixture
def panel(qtbot: QtBot, around: Surroundings, first: int) -> SeriesDatesPanel:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 760)
    over.show()
    opened = SeriesDatesPanel(around, over, lambda _day, _session_id: None, first)
    opened.open(opened.add_button)
    opened.presenter.refresh()
    opened.over = over  # type: ignore[attr-defined]  # it must live as long as the panel
    return opened


def choose(panel: SeriesDatesPanel, day: date, word: str) -> None:
    (chosen,) = (action for action in panel.menus[day].choices.actions() if action.text() == word)
    chosen.trigger()


def test_one_date_is_cancelled_with_a_reason(qtbot: QtBot, panel: SeriesDatesPanel, first: int) -> None:
    choose(panel, date(2026, 11, 18), "Does not go on…")
    assert panel.question
    assert panel.reason
    qtbot.keyClick(panel.question.verb, Qt.Key.Key_Space)
    assert panel.question, "without a reason it stays open"
    panel.reason.reason.setText("De verwarming is stuk")
    qtbot.keyClick(panel.question.verb, Qt.Key.Key_Space)
    assert panel.question is None
    last = sessions.of_series(sessions.get(first).series_id or 0)[-1]
    assert (last.state, last.reason) == (SessionState.CANCELLED, "De verwarming is stuk")
    assert list(panel.menus) == [date(2026, 10, 14)]  # what does not go on is no longer cancelled


def test_a_date_and_what_follows_is_taken_away(panel: SeriesDatesPanel, first: int) -> None:
    of = sessions.get(first).series_id or 0
    choose(panel, date(2026, 11, 18), "Take away this one and all that follow")
    assert [one.id for one in sessions.of_series(of)] == [first]
    assert date(2026, 11, 18) not in panel.buttons


def test_what_was_split_off_shows_what_it_follows_and_what_follows_it(panel: SeriesDatesPanel, first: int) -> None:
    last = sessions.of_series(sessions.get(first).series_id or 0)[-1]
    series.change_following(last.id, last.version, replace(last.activity, start=time(10), end=time(12)))
    panel.presenter.refresh()
    (after,) = panel.neighbours
    assert (
        after.text().replace("\u00a0", " ")
        == "After this: Every Wednesday, 10:00 – 12:00, from Wednesday 18 November 2026"
    )
    after.click()
    assert list(panel.buttons) == [date(2026, 11, 18)]
    (before,) = panel.neighbours
    assert (
        before.text().replace("\u00a0", " ")
        == "Before this: Every Wednesday, 9:00 – 11:00, until Wednesday 14 October 2026"
    )


def test_a_long_series_opens_at_the_session_that_one_came_from(qtbot: QtBot, around: Surroundings, place: int) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 760)
    over.show()
    fifty = Repeats(Weekly((0, 1), date(2026, 9, 1), date(2027, 2, 20)), ())
    made = series.plan(Activity("Babbelcafé", place, time(9), time(11)), fifty).made or 0
    (last_of_january,) = [one for one in sessions.of_series(made) if one.day == date(2027, 1, 26)]
    opened = SeriesDatesPanel(around, over, lambda _day, _session_id: None, last_of_january.id)
    opened.open(opened.add_button)
    opened.presenter.refresh()
    act = opened.buttons[last_of_january.day]
    qtbot.waitUntil(lambda: not act.visibleRegion().isEmpty())
    assert opened.buttons[date(2026, 9, 1)].visibleRegion().isEmpty()
