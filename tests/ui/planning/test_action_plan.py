"""The room of the action plan: what it says of each goal, and adding, changing, linking by hand and keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meetingplace.domain.goals import Goal, Principle
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, Function
from meetingplace.services import action_plan
from meetingplace.storage import goals, sessions
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.action_plan.forms import GoalForm, LinkForm
from meetingplace.ui.planning.action_plan.panel import ActionPlanPanel, open_room
from meetingplace.ui.planning.action_plan.presenter import FOLLOWS, Presenter
from meetingplace.ui.planning.action_plan.shown import GoalShown, LinkShown, PlanShown
from tests.makers import DAY, make_place, make_session
from tests.ui.conftest import Heard

LEFT = Qt.MouseButton.LeftButton
WEEK = timedelta(weeks=1)


class Seen:
    """Remembers what it was asked to show."""

    shown: PlanShown
    offered: LinkShown | None = None
    wrong: tuple[str, str] | None = None
    closed = False

    def show_plan(self, shown: PlanShown) -> None:
        self.shown = shown

    def open_link(self, shown: LinkShown) -> None:
        self.offered = shown

    def show_wrong(self, field: str, sentence: str) -> None:
        self.wrong = (field, sentence)

    def close_panel(self) -> None:
        self.closed = True

    def goal(self, title: str) -> GoalShown:
        return next(goal for goal in self.shown.goals if goal.goal.title == title)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def presenter(around: Surroundings, seen: Seen) -> Presenter:
    made = Presenter(around, seen)
    around.bulletin.follow(FOLLOWS, made.refresh)
    made.refresh()
    return made


def make_goal(title: str = "Vaders komen ook", year: int = 2026, **columns: object) -> int:
    return goals.add(Goal(0, title, year, **columns))


def make_series(place: int, title: str = "Vaderochtend", number: int = 4) -> int:
    """Make a series of which the first session was two weeks ago."""
    first = DAY - 2 * WEEK
    activity = Activity(title, place, time(9, 30), time(12))
    series = sessions.add_series(activity, Weekly((1,), first, first + number * WEEK), ())
    for step in range(number):
        make_session(place, first + step * WEEK, title=title, series_id=series)
    return series


# --- what it says ---


def test_a_goal_says_how_far_it_has_come_and_what_works_at_it(presenter: Presenter, seen: Seen) -> None:
    goal = make_goal(aim=6, functions=(Function.COHESION,), principles=(Principle.DIVERSITY, Principle.NEED))
    series = make_series(make_place("Kuregem"))
    first, second, *_rest = sessions.of_series(series)
    sessions.change(first.id, None, state="held")
    sessions.change(second.id, None, state="cancelled", reason="ziek")
    action_plan.link(goal, [series], [])
    presenter.refresh()
    shown = seen.goal("Vaders komen ook")
    assert shown.numbers == "1 session held · 2 still to come · 1 does not go on"
    assert (shown.verdict, shown.is_enough) == ("3 sessions are still missing for the aim of 6.", False)
    assert shown.functions == ((Function.COHESION, "Togetherness"),)
    assert shown.principles == "Respect for diversity · Driven by question and need"
    assert [(work.title, work.line) for work in shown.works] == [
        ("Vaderochtend", "Kuregem · 4 sessions, 13 October – 3 November"),
    ]
    assert shown.spoken.startswith("Vaders komen ook, 1 session held")


@pytest.mark.parametrize(
    ("aim", "held", "verdict", "is_enough"),
    [
        (0, 0, "No number was set as aim.", False),
        (4, 0, "Enough is planned for the aim of 4 sessions.", True),
        (1, 1, "The aim of 1 session is reached.", True),
        (5, 0, "1 session is still missing for the aim of 5.", False),
    ],
)
def test_the_aim_is_judged_in_words(
    presenter: Presenter, seen: Seen, aim: int, held: int, verdict: str, is_enough: bool
) -> None:
    goal, series = make_goal(aim=aim), make_series(make_place())
    for session in sessions.of_series(series)[:held]:
        sessions.change(session.id, None, state="held")
    action_plan.link(goal, [series], [])
    presenter.refresh()
    assert (seen.goal("Vaders komen ook").verdict, seen.goal("Vaders komen ook").is_enough) == (verdict, is_enough)


def test_what_was_never_closed_is_said_apart(presenter: Presenter, seen: Seen) -> None:
    goal = make_goal()
    action_plan.link(goal, [], [make_session(make_place(), DAY - WEEK)])
    presenter.refresh()
    assert seen.goal("Vaders komen ook").numbers == "0 sessions held · 0 still to come · 1 not closed yet"


def test_gaps_are_named_once_there_is_a_goal(presenter: Presenter, seen: Seen) -> None:
    assert seen.shown.gaps == ()
    make_goal(functions=tuple(Function)[:5], principles=tuple(Principle))
    presenter.refresh()
    assert seen.shown.gaps == ("No goal yet for these functions: Advice.",)


def test_what_has_no_goal_is_listed_as_far_as_it_fits(presenter: Presenter, seen: Seen) -> None:
    place = make_place("Kuregem")
    for number in range(14):
        make_session(place, DAY + timedelta(days=number), title=f"Moment {number}")
    presenter.refresh()
    assert len(seen.shown.without) == 12
    assert (seen.shown.without[0].title, seen.shown.without[0].line) == ("Moment 0", "Kuregem · Tuesday 27 October")
    assert seen.shown.without_line == (
        "14 sessions of this school year work at no goal. 2 series or sessions more than stand here."
    )


def test_last_years_goals_are_offered_and_copied(presenter: Presenter, seen: Seen, heard: Heard) -> None:
    make_goal("Taal", 2025, aim=8)
    presenter.refresh()
    assert (seen.shown.year, seen.shown.copy) == ("School year 2026–2027", "Copy 1 goal of last year")
    presenter.copy_last_year()
    assert seen.goal("Taal").goal.aim == 8
    assert seen.shown.copy == ""
    presenter.step(1)
    assert (seen.shown.year, seen.shown.copy) == ("School year 2027–2028", "Copy 1 goal of last year")
    assert len(heard.acts) == 1


# --- what it decides ---


@pytest.mark.parametrize(
    ("typed", "aim", "field"),
    [
        ({"title": " "}, "", "title"),
        ({"title": "x" * 10_000}, "", "title"),
        ({"why": "x" * 10_000}, "", "why"),
        ({}, "veel", "aim"),
        ({}, "99999", "aim"),
        ({}, "-1", "aim"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    presenter: Presenter, seen: Seen, typed: dict[str, str], aim: str, field: str
) -> None:
    presenter.save(replace(Goal(0, "Vaders", 2026), **typed), aim, seen)
    assert seen.wrong is not None
    assert seen.wrong[0] == field
    assert len(seen.wrong[1]) > 10
    assert goals.listed() == []


def test_what_is_offered_has_no_goal_first_and_says_where_else_it_works(presenter: Presenter, seen: Seen) -> None:
    ours, theirs, place = make_goal(), make_goal("Taal"), make_place("Kuregem")
    make_series(place, "Open ontmoeting")
    action_plan.link(theirs, [make_series(place, "Voorlezen")], [])
    action_plan.link(ours, [make_series(place)], [])
    presenter.choose_works(ours)
    assert seen.offered
    assert [(one.title, "works now at: Taal" in one.line) for one in seen.offered.works] == [
        ("Open ontmoeting", False), ("Voorlezen", True),
    ]  # fmt: skip


# --- by hand and keyboard ---


@pytest.fixture
def panel(qtbot: QtBot, around: Surroundings) -> ActionPlanPanel:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1262, 768)
    over.show()
    open_room(around, over, lambda _day, _session: None)
    return over.findChild(ActionPlanPanel)


def press(qtbot: QtBot, within: QWidget, word: str) -> None:
    QApplication.processEvents()  # what was built anew is shown then
    (found,) = [one for one in within.findChildren(QPushButton) if one.text() == word and one.isVisibleTo(within)]
    qtbot.mouseClick(found, LEFT)


def texts(within: QWidget) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in within.findChildren(QLabel) if one.isVisibleTo(within)]


def opened(panel: QWidget, kind: type) -> QWidget:
    return next(one for one in panel.window().findChildren(kind) if one.is_open)


def test_a_goal_is_added_by_keyboard(qtbot: QtBot, panel: ActionPlanPanel) -> None:
    assert "There is no goal yet" in texts(panel)
    assert panel.window().focusWidget() is panel.new
    qtbot.keyClick(panel.new, Qt.Key.Key_Space)
    form = opened(panel, GoalForm)
    qtbot.keyClicks(form.title, "Vaders & <b>kinderen</b>")
    form.aim.setText("8")
    press(qtbot, form, "Togetherness")
    press(qtbot, form, "Empowerment")
    form.title.setFocus()
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    (goal,) = goals.of_year(2026)
    assert (goal.title, goal.aim, goal.functions, goal.principles) == (
        "Vaders & <b>kinderen</b>", 8, (Function.COHESION,), (Principle.EMPOWERMENT,),
    )  # fmt: skip
    assert "Vaders & <b>kinderen</b>" in texts(panel)


def test_what_was_typed_stays_when_it_cannot_be(qtbot: QtBot, panel: ActionPlanPanel) -> None:
    panel.add_goal()
    form = opened(panel, GoalForm)
    form.title.setText("Vaders")
    form.aim.setText("tien")
    press(qtbot, form, "Save")
    assert form.form.field("aim")._under.text() == "“tien” is not a number that fits here."
    assert (form.title.text(), form.aim.text()) == ("Vaders", "tien")
    form.aim.setText("10")
    press(qtbot, form, "Save")
    assert goals.of_year(2026)[0].aim == 10


def test_a_series_is_searched_linked_and_unlinked(qtbot: QtBot, panel: ActionPlanPanel) -> None:
    goal, place = make_goal(), make_place("Kuregem")
    series = make_series(place)
    make_session(place, title="Babbelcafé")
    panel.presenter.refresh()
    press(qtbot, panel, "Link a series or session")
    form = opened(panel, LinkForm)
    press(qtbot, form, "Link")
    assert "Tick at least one series or session." in texts(form)
    form.search.setText("vader")
    qtbot.keyClick(form.search, Qt.Key.Key_Return)
    (box,) = form.boxes
    box.setChecked(True)
    form.search.setText("nergens")
    qtbot.keyClick(form.search, Qt.Key.Key_Return)
    assert form.boxes == []
    press(qtbot, form, "Link")  # what is ticked stays so while one searches
    assert {one.activity.goal_id for one in sessions.of_series(series)} == {goal}
    press(qtbot, panel, "Unlink")
    assert {one.activity.goal_id for one in sessions.of_series(series)} == {None}


def test_a_goal_is_taken_away_and_comes_back(qtbot: QtBot, panel: ActionPlanPanel, around: Surroundings) -> None:
    goal = make_goal()
    session = make_session(make_place())
    action_plan.link(goal, [], [session])
    panel.presenter.refresh()
    press(qtbot, panel, "Take away")
    assert "There is no goal yet" in texts(panel)
    assert panel.window().focusWidget() is panel.new  # the keyboard stays in the room
    around.work.undo()
    assert sessions.get(session).activity.goal_id == goal
    assert "Vaders komen ook" in texts(panel)


def test_another_school_year_has_goals_of_its_own(qtbot: QtBot, panel: ActionPlanPanel) -> None:
    make_goal("Taal", 2027)
    qtbot.keyClick(panel.later, Qt.Key.Key_Space)
    assert "Taal" in texts(panel)
    assert panel.presenter.new_goal().year == 2027
    qtbot.keyClick(panel.earlier, Qt.Key.Key_Space)
    assert "Taal" not in texts(panel)


def test_a_closed_room_hears_nothing_any_more(panel: ActionPlanPanel, around: Surroundings) -> None:
    panel.close_panel()
    action_plan.add_goal(Goal(0, "Taal", 2026))
    around.bulletin.post(FOLLOWS)
    assert panel.cards == {}
