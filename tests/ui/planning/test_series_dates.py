"""All dates of a series: opened, kept although there is a day off, added, and each exception named."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity
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
