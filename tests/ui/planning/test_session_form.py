"""The form of a session: who is expected on its day, where it is, and what it came from."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from meetingplace.domain.goals import Goal
from meetingplace.domain.sessions import Activity
from meetingplace.domain.team import Away
from meetingplace.domain.voices import Voice
from meetingplace.services import planning
from meetingplace.storage import absences, goals, sessions, team as members, voices
from meetingplace.ui.kit.fields import Ticks
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.session_form import SessionForm
from tests.makers import DAY, make_member, make_place


@pytest.fixture
def team(around: Surroundings) -> tuple[int, int]:
    """Make two paid hosts."""
    return make_member("Samira", is_paid=True), make_member("Nele", is_paid=True)


@pytest.fixture
def place(team: tuple[int, int]) -> int:
    """Make a place of which nothing is known."""
    return make_place("Kuregem")


@pytest.fixture
def screen(qtbot: QtBot, around: Surroundings, place: int) -> PlanningScreen:
    """Open the screen at the size of the smallest PC."""
    made = PlanningScreen(around)
    qtbot.addWidget(made)
    made.resize(1262, 768)
    made.show()
    made.open()
    return made


def open_form(screen: PlanningScreen) -> SessionForm:
    form = screen.panels.session
    assert form
    return form


def button_of(ticks: Ticks, word: str) -> QPushButton:
    return next(part for part in ticks.findChildren(QPushButton) if part.text() == word)


def words_of(ticks: Ticks) -> list[str]:
    return [ticks.flow.itemAt(at).widget().text() for at in range(ticks.flow.count())]


def move_to(form: SessionForm, day: str) -> None:
    form.day.typed.setText(day)
    form.day.changed.emit()


def test_who_is_expected_stands_first_and_follows_the_day(
    qtbot: QtBot, screen: PlanningScreen, team: tuple[int, int]
) -> None:
    samira, nele = team
    members.change(samira, None, weekdays=("1", "3"))  # Tuesday and Thursday
    absences.add(Away(0, nele, date(2026, 10, 28), date(2026, 10, 30)))
    goals.add(Goal(0, "Dit jaar", 2026))
    later = goals.add(Goal(0, "Volgend jaar", 2027))
    qtbot.keyClick(screen.views.week.body, Qt.Key.Key_N)
    form = open_form(screen)
    assert words_of(form.team) == ["Nele · host · paid", "Samira · host · paid"]
    button_of(form.team, "Nele · host · paid").click()
    move_to(form, "28/10/2026")  # a Wednesday
    assert words_of(form.team) == [
        "Nele · host · paid · away 28 – 30 October", "Samira · host · paid · usually not on Wednesday",
    ]  # fmt: skip
    move_to(form, "29/10/2026")
    assert words_of(form.team) == ["Samira · host · paid", "Nele · host · paid · away 28 – 30 October"]
    move_to(form, "31/2/2026")  # not yet a day: everything stays
    assert words_of(form.team)[0] == "Samira · host · paid"
    assert form.team.on == (nele,)
    assert form.more.goal.findData(later) == -1
    move_to(form, "7/9/2027")
    assert [form.more.goal.itemText(at) for at in range(form.more.goal.count())] == ["none", "Volgend jaar"]


def test_the_form_says_whether_a_place_moves_and_from_which_voices_a_session_came(
    qtbot: QtBot, screen: PlanningScreen, place: int
) -> None:
    bus = make_place("Bakfiets", is_mobile=True, address="Lindeplein", postcode="1080", municipality="Molenbeek")
    voice = voices.add(Voice(0, DAY, "Ook op het plein?"))
    session = planning.add_session(Activity("Spelen", place, time(9), time(11)), DAY, [voice]).made
    screen.refresh()
    screen.presenter.change(session)
    form = open_form(screen)
    said = [one.text() for one in form.findChildren(QLabel) if one.isVisibleTo(form)]
    assert f"From voice {voice}: “Ook op het plein?”" in said
    assert "fixed place" in said
    form.place.setCurrentIndex(form.place.findData(bus))
    assert "on the move, Lindeplein, 1080 Molenbeek" in [one.text() for one in form.findChildren(QLabel)]


def test_the_order_of_the_team_in_the_form_does_not_change_the_team_of_the_session(
    qtbot: QtBot, screen: PlanningScreen, place: int, team: tuple[int, int]
) -> None:
    samira, nele = team
    session = planning.add_session(Activity("Spelen", place, time(9), time(11), team=(nele, samira)), DAY).made
    before = sessions.get(session).activity.team
    absences.add(Away(0, nele, DAY, DAY))
    screen.presenter.change(session)
    form = open_form(screen)
    assert words_of(form.team) == ["Samira · host · paid", "Nele · host · paid · away on 27 October"]
    form.title.setText("Samen spelen")
    screen.panels.panel.press()
    assert sessions.get(session).activity.title == "Samen spelen"
    assert sessions.get(session).activity.team == before
