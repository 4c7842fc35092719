"""The room of a notice: what is copied, whom to tell, and when it is over."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.services import planning
from meetingplace.storage import sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.notice.panel import NoticePanel, open_room
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.spot import Spot
from tests.makers import DAY, make_house, make_member, make_place, make_session
from tests.ui.conftest import Heard


@pytest.fixture
def session(around: Surroundings) -> int:
    make_house(languages=("nl", "ar"))
    made = make_session(make_place(), title="Babbelcafé", team=(make_member("Nele"),))
    planning.cancel_session(made, sessions.get(made).version, "De plek is gesloten")
    return made


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1000, 800)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(around: Surroundings, over: QWidget, session_id: int) -> NoticePanel:
    open_room(around, over, lambda _day, _id: None, session_id)
    found: Any = over.findChild(NoticePanel)
    return found


def press(panel: QWidget, word: str, qtbot: QtBot) -> None:
    act = next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == word)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)


def test_the_notice_is_copied_in_one_language_or_in_all(
    around: Surroundings, over: QWidget, session: int, qtbot: QtBot
) -> None:
    panel = opened(around, over, session)
    press(panel, "Copy in Nederlands", qtbot)
    dutch = QGuiApplication.clipboard().text()
    assert "gaat niet door" in dutch
    assert "\n" not in dutch
    press(panel, "Copy all", qtbot)
    both = QGuiApplication.clipboard().text().split("\n\n")
    assert both[0] == dutch
    assert len(both) == 2


def test_whom_to_tell_is_a_list_of_ticks_that_stay(
    around: Surroundings, over: QWidget, session: int, qtbot: QtBot
) -> None:
    panel = opened(around, over, session)
    assert [box.text() for box in panel.ticks.values()] == ["The team", "The parents"]
    next(iter(panel.ticks.values())).setChecked(True)
    panel.presenter.refresh()
    assert [box.isChecked() for box in panel.ticks.values()] == [True, False]


def test_once_everybody_knows_it_is_over(around: Surroundings, over: QWidget, session: int, qtbot: QtBot) -> None:
    panel = opened(around, over, session)
    press(panel, "Everybody knows", qtbot)
    assert sessions.get(session).was_day is None
    assert not panel.is_open


def test_a_session_that_goes_on_after_all_closes_it(
    around: Surroundings, over: QWidget, session: int, heard: Heard
) -> None:
    planning.reinstate_session(session, sessions.get(session).version)
    panel = opened(around, over, session)
    assert not panel.is_open
    assert heard.sentences == ["That step is not possible from here."]


def test_moving_by_hand_offers_the_notice_and_stretching_does_not(
    around: Surroundings, qtbot: QtBot, heard: Heard
) -> None:
    make_house()
    made = make_session(make_place())
    screen = PlanningScreen(around)
    qtbot.addWidget(screen)
    screen.open(session_id=made)
    hand = screen.presenter.hand
    hand.move(made, Spot(DAY), time(9, 30), time(13))
    assert heard.sentences == []
    screen.refresh()
    hand.move(made, Spot(DAY + timedelta(days=1)), time(9, 30), time(13))
    assert heard.sentences[-1].startswith("Open ontmoeting moved to")
