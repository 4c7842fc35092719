"""The action plan of a school year: its goals, what works at them, and how far that has come.

A session or series works at one goal at most. Goals are the house's own; the functions and working principles are those
of the field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meetingplace.domain import goals as rules, typed_text
from meetingplace.domain.goals import Counted, Goal, Principle, Progress
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import goals, places, sessions


@dataclass(frozen=True)
class Work:
    """Sessions that belong together: those of one series in a school year, or one that stands alone."""

    series_id: int | None
    session_ids: tuple[int, ...]
    title: str
    place_name: str
    first: date
    last: date
    goal_ids: tuple[int | None, ...]  # of its sessions, each once; None: of a session without a goal of this year

    @property
    def number(self) -> int:
        """How many sessions."""
        return len(self.session_ids)


@dataclass(frozen=True)
class GoalLine:
    """A goal with how far it has come and what works at it."""

    goal: Goal
    progress: Progress
    works: tuple[Work, ...]


@dataclass(frozen=True)
class PlanBoard:
    """The action plan of the school year that begins in `year`."""

    year: int
    goals: tuple[GoalLine, ...]
    without: tuple[Work, ...]  # what works at no goal of this year
    functions_without: tuple[Function, ...]
    principles_without: tuple[Principle, ...]
    to_copy: tuple[Goal, ...]  # goals of the year before that this year has not


@dataclass(frozen=True)
class LinkBoard:
    """Everything that can work at a goal: what is planned in its school year."""

    goal: Goal
    works: tuple[Work, ...]
    titles: dict[int, str]  # of the goals of the year


def plan_board(year: int, today: date) -> PlanBoard:
    """Show the action plan of a school year."""
    all_goals = goals.listed()
    of_year = [goal for goal in all_goals if goal.year == year]
    counted = goals.counted(*rules.days_of(year))
    known = {goal.id for goal in of_year}
    covered = {function for goal in of_year for function in goal.functions}
    served = {principle for goal in of_year for principle in goal.principles}
    names = _place_names()
    return PlanBoard(
        year=year,
        goals=tuple(_line(goal, counted, known, names, today) for goal in of_year),
        without=_works([one for one in counted if one.goal_id not in known], known, names),
        functions_without=tuple(function for function in Function if function not in covered),
        principles_without=tuple(principle for principle in Principle if principle not in served),
        to_copy=_missing(all_goals, year - 1, year),
    )


def goals_of(day: date) -> tuple[Goal, ...]:
    """List the goals that a session on a day can work at: those of its school year."""
    return tuple(goals.of_year(rules.year_of(day)))


def link_board(goal_id: int) -> LinkBoard:
    """Show what can be linked to a goal; refuses NOT_FOUND."""
    goal = goals.get(goal_id)
    of_year = goals.of_year(goal.year)
    works = _works(goals.counted(*rules.days_of(goal.year)), {one.id for one in of_year}, _place_names())
    return LinkBoard(goal, works, {one.id: one.title for one in of_year})


def add_goal(typed: Goal) -> Changes:
    """Add a goal (its id is ignored); refuses NAME_MISSING and TEXT_TOO_LONG."""
    goal = _tidy(typed)
    with one_act(Act.GOAL_ADDED, Topic.GOALS, title=goal.title) as act:
        act.made = goals.add(goal)
    return act.changes


def change_goal(typed: Goal) -> Changes:
    """Write a goal; refuses what `add_goal` refuses and CHANGED_MEANWHILE."""
    goal = _tidy(typed)
    with one_act(Act.GOAL_CHANGED, Topic.GOALS, title=goal.title) as act:
        goals.change(goal)
    return act.changes


def remove_goal(goal_id: int, version: int) -> Changes:
    """Take a goal out of the plan; what worked at it stays planned, without a goal. Refuses CHANGED_MEANWHILE."""
    with one_act(Act.GOAL_REMOVED, Topic.GOALS, Topic.SESSIONS, Topic.TEMPLATES) as act:
        goal = goals.get(goal_id)
        if goal.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        act.facts |= {"title": goal.title, "number": goals.count_linked(goal_id)}
        goals.unlink_all(goal_id)
        goals.remove(goal_id)
    return act.changes


def copy_goals(from_year: int, to_year: int) -> Changes:
    """Take the goals of one school year over to another, those that it has not yet; refuses NOTHING_TO_COPY."""
    with one_act(Act.GOALS_COPIED, Topic.GOALS) as act:
        missing = _missing(goals.listed(), from_year, to_year)
        if not missing:
            raise Refused(Reason.NOTHING_TO_COPY)
        for goal in missing:
            goals.add(replace(goal, year=to_year))
        act.facts["number"] = len(missing)
    return act.changes


def link(goal_id: int, series_ids: Sequence[int], session_ids: Sequence[int]) -> Changes:
    """Let series, with their sessions of the goal's school year, and single sessions work at a goal.

    Whatever worked at another goal changes over; what is past counts too. Refuses NOT_FOUND.
    """
    with one_act(Act.GOAL_LINKED, Topic.GOALS, Topic.SESSIONS) as act:
        goal = goals.get(goal_id)
        chosen = [one for one in _chosen(goal, series_ids, session_ids) if one.goal_id != goal_id]
        goals.link_sessions([one.id for one in chosen], goal_id)
        goals.link_series([id for id in series_ids if sessions.get_series(id).activity.goal_id != goal_id], goal_id)
        act.facts |= {"title": goal.title, "number": len(chosen)}
    return act.changes


def unlink(goal_id: int, series_ids: Sequence[int], session_ids: Sequence[int]) -> Changes:
    """Let series with their sessions, and single sessions, no longer work at a goal; refuses NOT_FOUND."""
    with one_act(Act.GOAL_UNLINKED, Topic.GOALS, Topic.SESSIONS) as act:
        goal = goals.get(goal_id)
        chosen = [one for one in _chosen(goal, series_ids, session_ids) if one.goal_id == goal_id]
        goals.link_sessions([one.id for one in chosen], None)
        goals.link_series([id for id in series_ids if sessions.get_series(id).activity.goal_id == goal_id], None)
        act.facts |= {"title": goal.title, "number": len(chosen)}
    return act.changes


def _tidy(typed: Goal) -> Goal:
    return replace(
        typed,
        title=typed_text.name(typed.title, typed_text.TITLE_LIMIT),
        why=typed_text.text(typed.why),
        functions=tuple(function for function in Function if function in typed.functions),
        principles=tuple(principle for principle in Principle if principle in typed.principles),
    )


def _chosen(goal: Goal, series_ids: Sequence[int], session_ids: Sequence[int]) -> list[Counted]:
    counted = goals.counted(*rules.days_of(goal.year))
    return [one for one in counted if one.id in session_ids or one.series_id in series_ids]


def _line(goal: Goal, counted: Sequence[Counted], known: set[int], names: dict[int, str], today: date) -> GoalLine:
    linked = [one for one in counted if one.goal_id == goal.id]
    return GoalLine(goal, rules.progress(goal.aim, linked, today), _works(linked, known, names))


def _works(counted: Sequence[Counted], known: set[int], names: dict[int, str]) -> tuple[Work, ...]:
    together: dict[tuple[bool, int], list[Counted]] = {}
    for one in counted:
        alone = one.series_id is None
        together.setdefault((alone, one.id if one.series_id is None else one.series_id), []).append(one)
    return tuple(
        Work(
            series_id=ones[-1].series_id,
            session_ids=tuple(one.id for one in ones),
            title=ones[-1].title,
            place_name=names[ones[-1].place_id],
            first=ones[0].day,
            last=ones[-1].day,
            goal_ids=tuple(dict.fromkeys(one.goal_id if one.goal_id in known else None for one in ones)),
        )
        for ones in together.values()
    )


def _missing(all_goals: Iterable[Goal], from_year: int, to_year: int) -> tuple[Goal, ...]:
    """List the goals of one year whose title another year has not."""
    listed = tuple(all_goals)
    there = {typed_text.folded(goal.title) for goal in listed if goal.year == to_year}
    return tuple(goal for goal in listed if goal.year == from_year and typed_text.folded(goal.title) not in there)


def _place_names() -> dict[int, str]:
    return {place.id: place.name for place in places.listed(with_inactive=True)}
