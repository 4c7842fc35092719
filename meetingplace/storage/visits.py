"""Visits and tallies in the database: rows in, `domain.visits` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from peewee import JOIN, Case, fn

from meetingplace.domain.families import BirthMonth, Relation
from meetingplace.domain.visits import ChildPresent, Tallied, TallyCount, Visit
from meetingplace.storage import enrolments, records, tables


def get(visit_id: int) -> Visit:
    """Read one visit; refuses NOT_FOUND."""
    return _visits([records.get(tables.Visit, visit_id)])[0]


def of_session(session_id: int) -> list[Visit]:
    """List the visits of a session by arrival."""
    visit = tables.Visit
    return _visits(list(visit.select().where(visit.session == session_id).order_by(visit.arrived, visit.id)))


def of_family(family_id: int, limit: int = 100) -> list[Visit]:
    """List the latest visits of a family, newest first."""
    visit = tables.Visit
    query = visit.select().where(visit.family == family_id).order_by(visit.arrived.desc()).limit(limit)
    return _visits(list(query))


def of_family_at(session_id: int, family_id: int) -> Visit | None:
    """Read the one visit of a family at a session; None when it did not come."""
    visit = tables.Visit
    query = visit.select().where((visit.session == session_id) & (visit.family == family_id))
    return next(iter(_visits(list(query))), None)


def regulars(place_id: int, weekday_dates: Sequence[date], since: date, before: date, limit: int) -> list[int]:
    """List the families that came to a place since a day and before another: first who comes most often on these dates.

    Then who came most often on any day, then the latest family; never one that was forgotten. One question over the
    index (place, day) of sessions.
    """
    visit, session, family = tables.Visit, tables.Session, tables.Family
    on_weekday = fn.SUM(Case(None, [(session.day.in_(list(weekday_dates)), 1)], 0))
    days = (session.day >= since) & (session.day < before)
    came = (
        visit.select(visit.family.alias("id"), on_weekday.alias("on_weekday"), fn.COUNT(visit.id).alias("on_any_day"))
        .join(session)
        .where((session.place == place_id) & days & visit.family.is_null(False))
        .group_by(visit.family)
        .alias("came")
    )
    query = (
        came.select_from(came.c.id)
        .join(family, on=(family.id == came.c.id))
        .where(family.forgotten_on.is_null())
        .order_by(came.c.on_weekday.desc(), came.c.on_any_day.desc(), came.c.id.desc())
        .limit(limit)
    )
    return [family_id for (family_id,) in query.tuples()]


def children_at(session_ids: Sequence[int]) -> dict[int, int]:
    """Count the children of these sessions, named and unnamed; a session without any is left out.

    A child that came to a session with both its families is counted once there, as in `domain.visits.totals`.
    """
    found: dict[int, int] = defaultdict(int)
    visit, child, tally = tables.Visit, tables.VisitChild, tables.Tally
    known, all_rows = fn.COUNT(child.child), fn.COUNT(child.id)
    each_once = all_rows - known + fn.COUNT(child.child.distinct())
    for chunk in records.chunks(session_ids):
        named = visit.select(visit.session, each_once).join(child).where(visit.session.in_(chunk))
        unnamed = tally.select(tally.session, fn.SUM(tally.number)).where(
            tally.session.in_(chunk) & (tally.what == Tallied.CHILDREN.value)
        )
        for session_id, number in [*named.group_by(visit.session).tuples(), *unnamed.group_by(tally.session).tuples()]:
            found[session_id] += number
    return dict(found)


def registered_at(session_ids: Sequence[int]) -> set[int]:
    """Give those of these sessions at which anybody was registered, by a visit or in a tally."""
    found: set[int] = set()
    visit, tally = tables.Visit, tables.Tally
    for chunk in records.chunks(session_ids):
        visited = visit.select(visit.session).where(visit.session.in_(chunk)).distinct().tuples()
        counted = tally.select(tally.session).where(tally.session.in_(chunk) & (tally.number > 0)).distinct().tuples()
        found |= {session_id for (session_id,) in [*visited, *counted]}
    return found


def registered_between(first: date, last: date) -> set[int]:
    """Give the sessions of a period, both days included, at which anybody was registered, by a visit or in a tally."""
    session, visit, tally = tables.Session, tables.Visit, tables.Tally
    visited = fn.EXISTS(visit.select(visit.id).where(visit.session == session.id))
    counted = fn.EXISTS(tally.select(tally.id).where((tally.session == session.id) & (tally.number > 0)))
    query = session.select(session.id).where(session.day.between(first, last) & (visited | counted))
    return {session_id for (session_id,) in query.tuples()}


def number_in(session_id: int) -> int:
    """Count the visits of a session."""
    return int(tables.Visit.select().where(tables.Visit.session == session_id).count())


def number_of(family_id: int) -> int:
    """Count all visits of a family."""
    return int(tables.Visit.select().where(tables.Visit.family == family_id).count())


def number_between(family_id: int, first: date, last: date) -> int:
    """Count the visits of a family to the sessions of a period, both days included."""
    visit, session = tables.Visit, tables.Session
    query = visit.select().join(session).where((visit.family == family_id) & session.day.between(first, last))
    return int(query.count())


def days_since(family_id: int, since: date) -> list[date]:
    """List the days of the sessions to which a family came since a day."""
    visit, session = tables.Visit, tables.Session
    query = visit.select(session.day).join(session).where((visit.family == family_id) & (session.day >= since))
    return [day for (day,) in query.tuples()]


def last_arrivals(family_ids: Sequence[int]) -> dict[int, datetime]:
    """Give when each of these families came last; a family that never came is left out."""
    visit = tables.Visit
    found: dict[int, datetime] = {}
    for chunk in records.chunks(family_ids):
        query = visit.select(visit.family, fn.MAX(visit.arrived)).where(visit.family.in_(chunk)).group_by(visit.family)
        found.update((family_id, arrived) for family_id, arrived in query.tuples())
    return found


def add(visit: Visit) -> int:
    """Add a visit with its children (its own id is ignored) and give its id."""
    visit_id = records.add(tables.Visit, **_columns(visit))
    _add_children(visit_id, visit.children)
    return visit_id


def change(visit: Visit, version: int | None) -> None:
    """Write a visit with its children; refuses CHANGED_MEANWHILE."""
    records.change(tables.Visit, visit.id, version, **_columns(visit))
    _remove_children(visit.id)
    _add_children(visit.id, visit.children)


def leave(visit_id: int, left: datetime | None) -> None:
    """Note when the visitors left; None: they are in again."""
    records.change(tables.Visit, visit_id, left=left)


def remove(visit_id: int) -> None:
    """Remove a visit; who stands on a list as having come with it, no longer does."""
    enrolments.unlink_visit(visit_id)
    _remove_children(visit_id)
    records.remove(tables.Visit, visit_id)


def tallies(session_id: int) -> list[TallyCount]:
    """List what was counted without names at a session."""
    tally = tables.Tally
    query = tally.select(tally.what, tally.key, tally.number).where(tally.session == session_id).tuples()
    return [TallyCount(Tallied(what), key, number) for what, key, number in query]


def tallied(session_id: int, what: Tallied, key: str) -> int:
    """Give what was counted without names in one category of a session."""
    return next((one.number for one in tallies(session_id) if (one.what, one.key) == (what, key)), 0)


def add_to_tally(session_id: int, what: Tallied, key: str, step: int) -> int:
    """Add to a counter (or take off) and give its new number; below zero it is not kept: see `services.arrivals`."""
    tally = tables.Tally
    same = (tally.session == session_id) & (tally.what == what.value) & (tally.key == key)
    row = records.hold(tally.select().where(same)).first()  # two desks adding at one moment do not lose a child
    if row is None:
        records.add(tally, session=session_id, what=what.value, key=key, number=step)
        return step
    records.change(tally, row.id, number=row.number + step)
    return int(row.number + step)


def _columns(visit: Visit) -> dict[str, Any]:
    return {
        "session": visit.session_id,
        "family": visit.family_id,
        "arrived": visit.arrived,
        "left": visit.left,
        "adults": tuple(relation.value for relation in visit.adults),
        "group": visit.group,
        "languages": visit.languages,
        "written_by": visit.written_by,
        "by_family": visit.by_family,
    }


def _add_children(visit_id: int, children: Sequence[ChildPresent]) -> None:
    for child in children:
        months = child.months if child.child_id is None else None  # of a known child the birth month tells it
        records.add(tables.VisitChild, visit=visit_id, child=child.child_id, months=months, is_sibling=child.is_sibling)


def _remove_children(visit_id: int) -> None:
    for row in list(tables.VisitChild.select().where(tables.VisitChild.visit == visit_id)):
        records.remove(tables.VisitChild, row.id)


def _visits(rows: Sequence[tables.Visit]) -> list[Visit]:
    ids = [row.id for row in rows]
    children, firsts = _children(ids), _firsts([row.id for row in rows if row.__data__["family"] is not None])
    return [
        Visit(
            id=row.id,
            session_id=row.__data__["session"],
            family_id=row.__data__["family"],
            arrived=row.arrived,
            left=row.left,
            children=tuple(children[row.id]),
            adults=tuple(Relation(word) for word in row.adults),
            group=row.group,
            languages=row.languages,
            is_new=row.id in firsts,
            written_by=row.__data__["written_by"],
            by_family=row.by_family,
            version=row.version,
        )
        for row in rows
    ]


def _children(visit_ids: Sequence[int]) -> dict[int, list[ChildPresent]]:
    """Give the children at these visits, with their age on that day as their birth month now tells it."""
    present, visit, session, child = tables.VisitChild, tables.Visit, tables.Session, tables.Child
    columns = (present.visit, present.child, present.months, present.is_sibling)
    found: dict[int, list[ChildPresent]] = defaultdict(list)
    for chunk in records.chunks(visit_ids):
        query = (
            present.select(*columns, child.birth_year, child.birth_month, session.day)
            .join(visit)
            .join(session)
            .switch(present)
            .join(child, JOIN.LEFT_OUTER)
            .where(present.visit.in_(chunk))
            .order_by(present.id)
        )
        for visit_id, child_id, noted, is_sibling, year, month, day in query.tuples():
            months = BirthMonth(year, month).age_on(day) if year else noted
            found[visit_id].append(ChildPresent(child_id, months, bool(is_sibling)))
    return found


def _firsts(visit_ids: Sequence[int]) -> set[int]:
    """Give those of these visits before which their family had not come: to an earlier session, or on that day."""
    visit, session = tables.Visit, tables.Session
    other, its_session = visit.alias(), session.alias()
    on_that_day = (its_session.day == session.day) & (
        (other.arrived < visit.arrived) | ((other.arrived == visit.arrived) & (other.id < visit.id))
    )
    came_before = (
        other.select(other.id)
        .join(its_session, on=(other.session == its_session.id))
        .where((other.family == visit.family) & ((its_session.day < session.day) | on_that_day))
    )
    found: set[int] = set()
    for chunk in records.chunks(visit_ids):
        query = visit.select(visit.id).join(session).where(visit.id.in_(chunk) & ~fn.EXISTS(came_before))
        found.update(visit_id for (visit_id,) in query.tuples())
    return found
