"""Goals of the action plan in the database, and which sessions and series work at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import fn

from meetingplace.domain.goals import Counted, Goal, Principle
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.storage import records, tables

_LINKED: tuple[type[tables.ActivityColumns], ...] = (tables.Session, tables.Series, tables.Template)


def get(goal_id: int) -> Goal:
    """Read one goal; refuses NOT_FOUND."""
    return _goal(records.get(tables.Goal, goal_id))


def of_year(year: int) -> list[Goal]:
    """List the goals of the school year that begins in a year, as they were added."""
    goal = tables.Goal
    return [_goal(row) for row in goal.select().where(goal.year == year).order_by(goal.id)]


def listed() -> list[Goal]:
    """List all goals, those of the latest year first."""
    goal = tables.Goal
    return [_goal(row) for row in goal.select().order_by(goal.year.desc(), goal.id)]


def add(goal: Goal) -> int:
    """Add a goal (its id is ignored) and give its id."""
    return records.add(tables.Goal, **_columns(goal))


def change(goal: Goal) -> None:
    """Change a goal; refuses CHANGED_MEANWHILE."""
    records.change(tables.Goal, goal.id, goal.version, **_columns(goal))


def remove(goal_id: int) -> None:
    """Remove a goal that nothing is linked to; refuses NOT_FOUND."""
    records.remove(tables.Goal, goal_id)


def counted(first: date, last: date) -> list[Counted]:
    """List the sessions of a period as the action plan counts them, by day and hour: one question, however many."""
    row = tables.Session
    columns = (row.id, row.series, row.goal, row.day, row.title, row.place, row.state)
    query = row.select(*columns).where(row.day.between(first, last)).order_by(row.day, row.start, row.id)
    return [
        Counted(id, series_id, goal_id, day, title, place_id, SessionState(state))
        for id, series_id, goal_id, day, title, place_id, state in query.tuples()
    ]


def count_linked(goal_id: int) -> int:
    """Count the sessions of a goal, of whatever year."""
    return int(tables.Session.select(fn.COUNT(tables.Session.id)).where(tables.Session.goal == goal_id).scalar())


def link_sessions(ids: Iterable[int], goal_id: int | None) -> None:
    """Let sessions work at a goal, or at none; refuses NOT_FOUND."""
    _link(tables.Session, ids, goal_id)


def link_series(ids: Iterable[int], goal_id: int | None) -> None:
    """Let series, not their sessions, work at a goal, or at none; refuses NOT_FOUND."""
    _link(tables.Series, ids, goal_id)


def unlink_all(goal_id: int) -> None:
    """Let nothing work at a goal any more: no session, no series, no template."""
    for table in _LINKED:
        query = table.select(table.id).where(table.goal == goal_id).order_by(table.id)
        _link(table, [id for (id,) in query.tuples()], None)


def _link(table: type[tables.ActivityColumns], ids: Iterable[int], goal_id: int | None) -> None:
    for chunk in records.chunks(list(ids)):
        before = _versions(table, chunk)
        for id in chunk:
            records.change(table, id, goal=goal_id)
        if table is not tables.Template:
            _keep_flyers(table.__name__.lower(), before, _versions(table, chunk))


def _versions(table: type[tables.ActivityColumns], ids: Sequence[int]) -> dict[int, int]:
    return dict(table.select(table.id, table.version).where(table.id.in_(list(ids))).tuples())


def _keep_flyers(owner: str, before: dict[int, int], after: dict[int, int]) -> None:
    """Keep flyers that were up to date as up to date as they were: a goal does not stand on them."""
    flyer = tables.Flyer
    for row in flyer.select().where(getattr(flyer, owner).in_(list(before))):
        owner_id = row.__data__[owner]
        if row.of_version == before[owner_id]:
            records.change(flyer, row.id, of_version=after[owner_id])


def _columns(goal: Goal) -> dict[str, Any]:
    return {
        "title": goal.title,
        "why": goal.why,
        "year": goal.year,
        "functions": tuple(function.value for function in goal.functions),
        "principles": tuple(principle.value for principle in goal.principles),
        "aim": goal.aim,
    }


def _goal(row: tables.Goal) -> Goal:
    values = tables.values_of(row)
    values["functions"] = tuple(Function(word) for word in row.functions)
    values["principles"] = tuple(Principle(word) for word in row.principles)
    return Goal(**values)
