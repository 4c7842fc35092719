"""Templates beside the calendar: dragged into the week and the month, or planned with a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meetingplace.services import templates
from meetingplace.storage import sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.templates.forms import PlanForm
from meetingplace.ui.planning.templates.shelf import carried
from tests.makers import make_member, make_place, make_session


@pytest.fixture
def template(around: Surroundings) -> int:
    make_member("Samira")
    session = make_session(make_place("Kuregem", minimum_hosts=0), title="Babymassage", start=time(14), end=time(15))
    return templates.make_from_session(session).made or 0


@pytest.fixture
def screen(qtbot: QtBot, around: Surroundings, template: int) -> Iterator[PlanningScreen]:
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    made.open()
    return made


def drop(on: QWidget, at: QPointF, carries: QMimeData) -> None:
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    on.dropEvent(QDropEvent(at, copy, carries, Qt.MouseButton.LeftButton, none))


def planned(on: date) -> list[tuple[str, time, time]]:
    found = sessions.between(on, on)
    return [(one.activity.title, one.activity.start, one.activity.end) for one in found]


def test_a_template_is_dragged_into_the_week(screen: PlanningScreen, template: int) -> None:
    body = screen.views.week.body
    left, _width = body._columns[3]
    carries = carried(template)
    drop(body, QPointF(left + 20, body.hours.y_of(time(10))), carries)
    assert planned(date(2026, 10, 29)) == [("Babymassage", time(10), time(11))]


def test_a_template_is_dragged_into_the_month(screen: PlanningScreen, template: int) -> None:
    screen.presenter.look("month")
    body = screen.views.month.body
    carries = carried(template)
    drop(body, QPointF(body.cell_of(date(2026, 10, 15)).center()), carries)
    assert planned(date(2026, 10, 15)) == [("Babymassage", time(9, 30), time(10, 30))]


def test_something_else_is_not_taken(screen: PlanningScreen) -> None:
    other = QMimeData()
    other.setText("zomaar iets")
    drop(screen.views.week.body, QPointF(300, 200), other)
    assert len(sessions.between(date(2026, 1, 1), date(2027, 12, 31))) == 1


def test_the_shelf_comes_and_goes_and_plans_with_a_key(qtbot: QtBot, screen: PlanningScreen) -> None:
    assert screen.shelf.isHidden()
    screen.open_room("shelf")
    (card,) = screen.shelf.cards
    assert card.accessibleName().startswith("Babymassage")
    qtbot.keyClick(card, Qt.Key.Key_Return)
    form = next(one for one in screen.window().findChildren(PlanForm) if one.is_open)
    form.day.typed.setText("29/10/2026")
    form.press()
    assert planned(date(2026, 10, 29)) == [("Babymassage", time(14), time(15))]
    screen.open_room("shelf")
    assert screen.shelf.isHidden()
