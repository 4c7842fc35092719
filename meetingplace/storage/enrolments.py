"""Enrolments in the database: rows in, `domain.enrolments` out. Contacts leave this module only to the list itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import fn

from meetingplace.domain.enrolments import Enrolled, Numbers, OnList
from meetingplace.storage import records, tables


def get(enrolment_id: int) -> Enrolled:
    """Read one enrolment; refuses NOT_FOUND."""
    return _enrolled(records.get(tables.Enrolment, enrolment_id))


def held(enrolment_id: int) -> Enrolled:
    """Read one enrolment and hold it: of two desks that tick it, the second sees the tick. Refuses NOT_FOUND."""
    records.hold(tables.Enrolment.select().where(tables.Enrolment.id == enrolment_id)).first()
    return get(enrolment_id)


def on_list(on: OnList) -> list[Enrolled]:
    """Read one list in the order of enrolling, the waiting ones too."""
    row = tables.Enrolment
    owner = row.session == on.session_id if on.series_id is None else row.series == on.series_id
    return [_enrolled(one) for one in row.select().where(owner).order_by(row.enrolled_at, row.id)]


def add(enrolled: Enrolled) -> int:
    """Put a first name on a list (its own id is ignored) and give its id."""
    return records.add(
        tables.Enrolment,
        session=enrolled.on.session_id,
        series=enrolled.on.series_id,
        first_name=enrolled.first_name,
        contact=enrolled.contact,
        contact_until=enrolled.contact_until,
        enrolled_at=enrolled.enrolled_at,
        is_waiting=enrolled.is_waiting,
    )


def change(enrolment_id: int, version: int | None, **columns: Any) -> None:
    """Change some columns; refuses CHANGED_MEANWHILE."""
    records.change(tables.Enrolment, enrolment_id, version, **columns)


def remove(enrolment_id: int) -> None:
    """Take a first name off its list; the visits that were counted stay."""
    link = tables.EnrolmentVisit
    for row in list(link.select().where(link.enrolment == enrolment_id)):
        records.remove(link, row.id)
    records.remove(tables.Enrolment, enrolment_id)


def numbers(session_ids: Sequence[int]) -> dict[int, Numbers]:
    """Count who is enrolled and who waits for each of these sessions, the list of its series included.

    A session without anybody is left out. Three questions, however many sessions.
    """
    session, row = tables.Session, tables.Enrolment
    series_of: dict[int, int | None] = {}
    own: dict[tuple[int, bool], int] = defaultdict(int)
    for chunk in records.chunks(session_ids):
        series_of.update(session.select(session.id, session.series).where(session.id.in_(chunk)).tuples())
        counted = row.select(row.session, row.is_waiting, fn.COUNT(row.id)).where(row.session.in_(chunk))
        for id, is_waiting, number in counted.group_by(row.session, row.is_waiting).tuples():
            own[id, bool(is_waiting)] = number
    whole: dict[tuple[int | None, bool], int] = defaultdict(int)
    for chunk in records.chunks([id for id in dict.fromkeys(series_of.values()) if id is not None]):
        counted = row.select(row.series, row.is_waiting, fn.COUNT(row.id)).where(row.series.in_(chunk))
        for id, is_waiting, number in counted.group_by(row.series, row.is_waiting).tuples():
            whole[id, bool(is_waiting)] = number
    found = {
        id: Numbers(own[id, False] + whole[series, False], own[id, True] + whole[series, True])
        for id, series in series_of.items()
    }
    return {id: both for id, both in found.items() if both != Numbers()}


def enrolled_between(first: date, last: date) -> dict[int, int]:
    """Count who is enrolled for the sessions of a period, both days included, the lists of their series included.

    A session without anybody is left out. Two questions, however many sessions.
    """
    session, row = tables.Session, tables.Enrolment
    found: dict[int, int] = defaultdict(int)
    for is_same in (row.session == session.id, row.series == session.series):
        counted = row.select(session.id, fn.COUNT(row.id)).join(session, on=is_same)
        held = session.day.between(first, last) & ~row.is_waiting
        for id, number in counted.where(held).group_by(session.id).tuples():
            found[id] += number
    return dict(found)


def awaited_in(series_id: int) -> list[int]:
    """List the sessions of a series that have somebody who waits for that session only."""
    row, session = tables.Enrolment, tables.Session
    query = row.select(row.session).join(session).where((session.series == series_id) & row.is_waiting)
    return [id for (id,) in query.distinct().order_by(row.session).tuples()]


def own_lists(session_ids: Sequence[int]) -> set[int]:
    """Give those of these sessions that have a list of their own."""
    row, found = tables.Enrolment, set[int]()
    for chunk in records.chunks(session_ids):
        found |= {id for (id,) in row.select(row.session).where(row.session.in_(chunk)).distinct().tuples()}
    return found


def came(session_id: int) -> dict[int, int]:
    """Give the visit of each enrolment that was ticked at a session."""
    link, visit = tables.EnrolmentVisit, tables.Visit
    query = link.select(link.enrolment, link.visit).join(visit).where(visit.session == session_id)
    return dict(query.tuples())


def link_visit(enrolment_id: int, visit_id: int) -> None:
    """Note that an enrolment is who came with a visit."""
    records.add(tables.EnrolmentVisit, enrolment=enrolment_id, visit=visit_id)


def unlink_visit(visit_id: int) -> None:
    """Forget which enrolment came with a visit; the visit stays."""
    link = tables.EnrolmentVisit
    for row in list(link.select().where(link.visit == visit_id)):
        records.remove(link, row.id)


def remove_all(session_ids: Iterable[int]) -> None:
    """Take away the own lists of these sessions."""
    for session_id in session_ids:
        for enrolled in on_list(OnList(session_id)):
            remove(enrolled.id)


def forget_contacts(before: date) -> int:
    """Empty every contact whose last day lies before a day, beyond any undo; gives how many."""
    row = tables.Enrolment
    passed = row.contact_until.is_null(False) & (row.contact_until < before)
    return int(row.update(contact="", contact_until=None).where(passed).execute())


def _enrolled(row: tables.Enrolment) -> Enrolled:
    return Enrolled(
        id=row.id,
        on=OnList(row.__data__["session"], row.__data__["series"]),
        first_name=row.first_name,
        enrolled_at=row.enrolled_at,
        contact=row.contact,
        contact_until=row.contact_until,
        is_waiting=bool(row.is_waiting),
        version=row.version,
    )
