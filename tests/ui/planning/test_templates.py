"""The room of the templates: made from a session, planned, changed and taken away, also when their place is gone."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.sessions import Activity, Function
from meetingplace.services import organisation
from meetingplace.storage import places, sessions, team, templates
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.templates.forms import ChangeForm, PlanForm
from meetingplace.ui.planning.templates.panel import TemplatesPanel, open_room
from tests.makers import make_member, make_place, make_session

LEFT = Qt.MouseButton.LeftButton


class Room:
    """The room over an empty window, and where it led."""

    def __init__(self, around: Surroundings, over: QWidget, session_id: int | None = None) -> None:
        self.went: list[tuple[date, int | None]] = []
        open_room(around, over, lambda day, session: self.went.append((day, session)), session_id)
        self.panel: TemplatesPanel = over.findChild(TemplatesPanel)

    def press(self, qtbot: QtBot, within: QWidget, word: str) -> None:
        QApplication.processEvents()  # what was built anew is shown then
        (found,) = [one for one in within.findChildren(QPushButton) if one.text() == word and one.isVisibleTo(within)]
        qtbot.mouseClick(found, LEFT)

    @property
    def texts(self) -> list[str]:
        QApplication.processEvents()
        return [one.text() for one in self.panel.findChildren(QLabel) if one.isVisibleTo(self.panel)]

    def form(self, kind: type) -> PlanForm | ChangeForm:
        return next(one for one in self.panel.window().findChildren(kind) if one.is_open)


@pytest.fixture
def over(qtbot: QtBot, around: Surroundings) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    return made


def make_template(place: int, **activity: object) -> int:
    return templates.add(Activity("Babymassage <b>&", place, time(14), time(15, 30), **activity))


def test_an_empty_room_says_how_a_template_is_made(around: Surroundings, over: QWidget) -> None:
    assert "There is no template yet" in Room(around, over).texts


def test_from_a_session_a_template_is_made_and_stands_there(around: Surroundings, over: QWidget) -> None:
    member = make_member("Nele")
    session = make_session(make_place("Kuregem"), title="Voorlezen", functions=(Function.ADVICE,), team=(member,))
    room = Room(around, over, session)
    assert {"Voorlezen", "9:30 – 12:00", "Kuregem", "With Nele", "Advice"} <= set(room.texts)
    assert templates.listed()[0].activity == sessions.get(session).activity


def test_a_template_is_planned_and_brought_into_sight(qtbot: QtBot, around: Surroundings, over: QWidget) -> None:
    make_template(make_place("Kuregem"))
    room = Room(around, over)
    assert "Babymassage <b>&" in room.texts
    room.press(qtbot, room.panel, "Plan this")
    form = room.form(PlanForm)
    form.day.typed.setText("31/2/2027")
    room.press(qtbot, form, "Plan it")
    assert form.form.field("day")._under.text() == "“31/2/2027” is not a date. Type it like 25/11/2026."
    form.day.typed.setText("29/10/2026")
    form.start.typed.setText("10u")
    form.day.typed.setFocus()
    qtbot.keyClick(form.day.typed, Qt.Key.Key_Return)
    (session,) = sessions.between(date(2026, 10, 29), date(2026, 10, 29))
    assert (session.activity.start, session.activity.end) == (time(10), time(11, 30))
    assert room.went == [(date(2026, 10, 29), session.id)]
    assert not room.panel.is_open


def test_without_its_place_another_one_is_asked_and_nothing_is_lost(
    qtbot: QtBot, around: Surroundings, over: QWidget
) -> None:
    place, other = make_place("Kuregem"), make_place("Bonnevie")
    make_template(place)
    organisation.remove_place(place, places.get(place).version)
    room = Room(around, over)
    assert "Its place is no longer used: you choose one when you plan it." in room.texts
    room.press(qtbot, room.panel, "Plan this")
    form = room.form(PlanForm)
    form.start.typed.setText("11:00")
    room.press(qtbot, form, "Plan it")
    assert form.form.field("place")._under.text().startswith("The place of “Babymassage <b>&” is no longer used.")
    assert form.start.typed.text() == "11:00"
    form.place.setCurrentIndex(form.place.findData(other))
    room.press(qtbot, form, "Plan it")
    ((_day, session),) = room.went
    assert sessions.get(session or 0).activity.place_id == other


def test_who_left_the_team_is_named_before_it_is_planned(qtbot: QtBot, around: Surroundings, over: QWidget) -> None:
    leaves = make_member("Samira")
    make_member("Nele")
    make_template(make_place(), team=(leaves,))
    team.change(leaves, None, is_active=False)
    room = Room(around, over)
    assert "No longer there, so left out: Samira" in room.texts
    room.press(qtbot, room.panel, "Plan this")
    says = [one.text() for one in room.form(PlanForm).findChildren(QLabel)]
    assert "No longer there, so left out: Samira" in says


def test_a_template_is_changed_and_what_was_typed_stays(qtbot: QtBot, around: Surroundings, over: QWidget) -> None:
    template = make_template(make_place())
    room = Room(around, over)
    room.press(qtbot, room.panel, "Change")
    form = room.form(ChangeForm)
    form.title.setText("Massage")
    form.end.typed.setText("13:00")
    room.press(qtbot, form, "Save")
    assert form.form.field("end")._under.text() == "The end comes before the beginning. Choose a later end."
    assert form.title.text() == "Massage"
    form.end.typed.setText("16:00")
    form.theme.setText("x" * 10_000)
    room.press(qtbot, form, "Save")
    assert form.form.field("theme")._under.text().startswith("This text is too long.")
    form.theme.setText("baby")
    room.press(qtbot, form, "Save")
    activity = templates.get(template).activity
    assert (activity.title, activity.end, activity.theme) == ("Massage", time(16), "baby")
    assert "Massage" in room.texts


def test_a_template_is_taken_away_and_comes_back(qtbot: QtBot, around: Surroundings, over: QWidget) -> None:
    make_template(make_place())
    room = Room(around, over)
    room.press(qtbot, room.panel, "Take away")
    assert "There is no template yet" in room.texts
    around.work.undo()
    assert "Babymassage <b>&" in room.texts
