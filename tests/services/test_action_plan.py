"""The action plan: goals of a school year, what works at them, how far that has come, and what has no goal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.goals import Goal, Principle, Progress
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function
from meetingplace.services import action_plan
from meetingplace.storage import goals, sessions
from tests.makers import DAY, make_place, make_session

TODAY = date(2026, 10, 27)
YEAR = 2026
WEEK = timedelta(weeks=1)
TYPED = Goal(
    0,
    "Vaders komen ook",
    YEAR,
    why="Eén op de tien.",
    functions=(Function.COHESION,),
    principles=(Principle.DIVERSITY,),
    aim=8,
)
pytestmark = pytest.mark.usefixtures("house")


def reason(verb: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        verb()
    return refused.value.reason


def make_goal(title: str = "Vaders komen ook", year: int = YEAR, **columns: object) -> int:
    return goals.add(Goal(0, title, year, **columns))


def make_series(place: int, number: int = 4, first: date = TODAY - 2 * WEEK) -> int:
    """Make a series of so many weeks with its sessions."""
    activity = Activity("Vaderochtend", place, time(9, 30), time(12))
    series = sessions.add_series(activity, Weekly((first.weekday(),), first, first + number * WEEK), ())
    for step in range(number):
        make_session(place, first + step * WEEK, title="Vaderochtend", series_id=series)
    return series


def board() -> action_plan.PlanBoard:
    return action_plan.plan_board(YEAR, TODAY)


def test_a_goal_is_added_as_it_was_typed_but_tidied() -> None:
    typed = replace(TYPED, title="  Vaders   komen ook ", functions=(Function.COHESION, Function.EMOTIONAL))
    goal_id = action_plan.add_goal(typed).made
    (line,) = board().goals
    wanted = replace(TYPED, id=goal_id, functions=(Function.EMOTIONAL, Function.COHESION))
    assert replace(line.goal, version=0) == wanted


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        (replace(TYPED, title="  "), Reason.NAME_MISSING),
        (replace(TYPED, title="x" * 10_000), Reason.TEXT_TOO_LONG),
        (replace(TYPED, why="x" * 10_000), Reason.TEXT_TOO_LONG),
    ],
)
def test_a_goal_that_cannot_be_is_refused(typed: Goal, refused: Reason) -> None:
    assert reason(lambda: action_plan.add_goal(typed)) is refused
    assert goals.listed() == []


def test_a_goal_that_somebody_changed_meanwhile_is_not_overwritten() -> None:
    seen = goals.get(make_goal())
    action_plan.change_goal(replace(seen, title="Meer vaders"))
    assert reason(lambda: action_plan.change_goal(replace(seen, title="Minder"))) is Reason.CHANGED_MEANWHILE
    assert reason(lambda: action_plan.remove_goal(seen.id, seen.version)) is Reason.CHANGED_MEANWHILE
    assert goals.get(seen.id).title == "Meer vaders"


def test_a_series_works_at_a_goal_with_all_its_sessions_also_those_that_were_held() -> None:
    goal, place = make_goal(aim=6), make_place()
    series = make_series(place)
    first, second, third, _fourth = (session.id for session in sessions.of_series(series))
    sessions.change(first, None, state="held", closed_at=datetime(2026, 10, 13, 12))
    sessions.change(second, None, state="cancelled", reason="ziek")
    alone = make_session(place, TODAY + 5 * WEEK)
    done = action_plan.link(goal, [series], [alone])
    assert done.facts == {"title": "Vaders komen ook", "number": 5}
    (line,) = board().goals
    assert line.progress == Progress(6, held=1, to_come=3, cancelled=1)
    assert [(work.title, work.number, work.series_id) for work in line.works] == [
        ("Vaderochtend", 4, series), ("Open ontmoeting", 1, None),
    ]  # fmt: skip
    assert board().without == ()
    assert sessions.get_series(series).activity.goal_id == goal
    assert sessions.get(third).activity.goal_id == goal


def test_sessions_of_a_series_in_another_school_year_are_not_counted() -> None:
    goal, place = make_goal(), make_place()
    series = make_series(place, number=4, first=date(2027, 8, 17))  # 17, 24, 31 August; 7 September is next year
    assert action_plan.link(goal, [series], []).facts["number"] == 3
    assert action_plan.plan_board(YEAR, TODAY).goals[0].progress.to_come == 3
    (next_year,) = action_plan.plan_board(YEAR + 1, TODAY).without
    assert (next_year.first, next_year.number) == (date(2027, 9, 7), 1)


def test_a_session_works_at_one_goal_and_changes_over() -> None:
    first, second, place = make_goal(), make_goal("Taal"), make_place()
    session = make_session(place)
    action_plan.link(first, [], [session])
    action_plan.link(second, [], [session])
    assert [line.progress.to_come for line in board().goals] == [0, 1]


def test_unlinking_touches_only_what_works_at_this_goal() -> None:
    first, second, place = make_goal(), make_goal("Taal"), make_place()
    series = make_series(place)
    ours, theirs = make_session(place), make_session(place)
    action_plan.link(first, [series], [ours])
    action_plan.link(second, [], [theirs])
    assert action_plan.unlink(first, [series], [ours, theirs]).facts["number"] == 5
    assert [line.progress.to_come for line in board().goals] == [0, 1]
    assert sessions.get_series(series).activity.goal_id is None


def test_a_goal_that_is_taken_away_leaves_its_sessions_planned() -> None:
    goal, place = make_goal(), make_place()
    series, alone = make_series(place), make_session(place)
    action_plan.link(goal, [series], [alone])
    removed = action_plan.remove_goal(goal, goals.get(goal).version)
    assert removed.facts == {"title": "Vaders komen ook", "number": 5}
    assert board().goals == ()
    assert sum(work.number for work in board().without) == 5
    assert reason(lambda: goals.get(goal)) is Reason.NOT_FOUND


def test_what_works_at_no_goal_is_grouped_by_series() -> None:
    goal, place = make_goal(), make_place("Bonnevie")
    series = make_series(place)
    make_session(place, TODAY)
    linked = make_session(place, TODAY)
    action_plan.link(goal, [], [linked])
    assert [(work.title, work.place_name, work.number, work.first, work.last) for work in board().without] == [
        ("Vaderochtend", "Bonnevie", 4, TODAY - 2 * WEEK, TODAY + WEEK),
        ("Open ontmoeting", "Bonnevie", 1, TODAY, TODAY),
    ]
    assert board().without[0].series_id == series


def test_a_goal_of_last_year_is_no_goal_of_this_year() -> None:
    place = make_place()
    session = make_session(place)
    goals.link_sessions([session], make_goal("Oud", YEAR - 1))
    assert [work.session_ids for work in board().without] == [(session,)]


def test_functions_and_principles_that_no_goal_serves_are_named() -> None:
    make_goal(functions=(Function.COHESION, Function.INFORMATION), principles=(Principle.NEED,))
    make_goal("Oud", YEAR - 1, functions=(Function.ADVICE,), principles=tuple(Principle))
    assert board().functions_without == (
        Function.PRACTICAL, Function.EMOTIONAL, Function.SIGNALLING, Function.ADVICE,
    )  # fmt: skip
    assert Principle.NEED not in board().principles_without
    assert len(board().principles_without) == 6


def test_the_goals_of_last_year_are_copied_without_what_is_there_already() -> None:
    make_goal("Vaders", YEAR - 1, aim=8, why="Weinig vaders.", principles=(Principle.DIVERSITY,))
    make_goal("Taal", YEAR - 1)
    make_goal("TAAL")
    assert [goal.title for goal in board().to_copy] == ["Vaders"]
    assert action_plan.copy_goals(YEAR - 1, YEAR).facts == {"number": 1}
    copied = board().goals[1].goal
    assert (copied.title, copied.aim, copied.why, copied.principles) == (
        "Vaders", 8, "Weinig vaders.", (Principle.DIVERSITY,),
    )  # fmt: skip
    assert board().to_copy == ()
    assert reason(lambda: action_plan.copy_goals(YEAR - 1, YEAR)) is Reason.NOTHING_TO_COPY


def test_the_goals_of_a_day_are_those_of_its_school_year() -> None:
    this_year, next_year = make_goal(), make_goal("Taal", YEAR + 1)
    assert [goal.id for goal in action_plan.goals_of(date(2027, 8, 31))] == [this_year]
    assert [goal.id for goal in action_plan.goals_of(date(2027, 9, 1))] == [next_year]


def test_what_can_be_linked_says_at_which_goal_it_works_now() -> None:
    first, second, place = make_goal(), make_goal("Taal"), make_place()
    series = make_series(place)
    half = sessions.of_series(series)[0].id
    action_plan.link(second, [], [half])
    offered = action_plan.link_board(first)
    assert [work.goal_ids for work in offered.works] == [(second, None)]
    assert offered.titles == {first: "Vaders komen ook", second: "Taal"}
    assert reason(lambda: action_plan.link_board(99)) is Reason.NOT_FOUND


@pytest.mark.parametrize("of", ["session", "series"])
def test_a_flyer_that_was_up_to_date_stays_so_when_a_goal_is_linked(of: str) -> None:
    goal, place = make_goal(), make_place()
    series = make_series(place)
    session = sessions.of_series(series)[0].id
    owner = {"session": session} if of == "session" else {"series": series}
    read = sessions.get(session) if of == "session" else sessions.get_series(series)
    sessions.add_flyer(
        **owner, layout="tram", languages=("nl",), made_at=datetime(2026, 10, 1), of_version=read.version
    )
    action_plan.link(goal, [series], [])
    made = sessions.last_flyer(owner.get("session"), owner.get("series"))
    after = sessions.get(session) if of == "session" else sessions.get_series(series)
    assert after.version != read.version  # a form that is open somewhere does not write over the link
    assert made is not None
    assert made.of_version == after.version


def test_nothing_is_linked_to_a_goal_that_is_gone() -> None:
    session = make_session(make_place(), DAY)
    assert reason(lambda: action_plan.link(99, [], [session])) is Reason.NOT_FOUND
    assert sessions.get(session).activity.goal_id is None
