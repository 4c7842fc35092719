"""What was handed out in calendar files: the lasting name of each session, how often it changed, what was told last.

Handing out is no act of planning: it is in no journal and is never undone, so that a number only grows. A session that
is taken away, by an act or by an undo, leaves its row behind by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from meetingplace.storage import records, tables


@dataclass(frozen=True)
class Told:
    """An event as the last calendar file told it, and in `told` as every one did; without a session it is gone."""

    id: int
    uid: str
    session_id: int | None
    sequence: int
    told: str
    title: str
    place_id: int | None
    day: date
    start: time
    end: time


def of_sessions(session_ids: Sequence[int]) -> dict[int, Told]:
    """Give what was told of these sessions, by session; nothing of those that were never handed out."""
    row = tables.Published
    found = (one for chunk in records.chunks(session_ids) for one in row.select().where(row.session.in_(chunk)))
    return {one.__data__["session"]: _told(one) for one in found}


def left_behind(first: date, last: date) -> list[Told]:
    """List what was told of sessions of a period, both days included, that were taken away since."""
    row = tables.Published
    period = row.day.between(first, last)
    return [_told(one) for one in row.select().where(row.session.is_null() & period).order_by(row.day, row.start)]


def perhaps_told(first: date, last: date) -> list[Told]:
    """List the events that were told of a period, both days included, and all that were ever told otherwise."""
    row = tables.Published
    asked = row.day.between(first, last) | (row.sequence > 0)
    return [_told(one) for one in row.select().where(asked).order_by(row.day, row.start, row.id)]


def sessions_by_uid(uids: Iterable[str]) -> dict[str, int]:
    """Find the sessions that were handed out under these names."""
    row = tables.Published
    found: dict[str, int] = {}
    for chunk in records.chunks(list(dict.fromkeys(uids))):  # type: ignore[arg-type]
        query = row.select(row.uid, row.session).where(row.uid.in_(chunk) & row.session.is_null(False))
        found.update(query.tuples())
    return found


def add(**columns: Any) -> None:
    """Note an event that is handed out for the first time."""
    tables.Published.create(**columns)


def change(told_id: int, **columns: Any) -> None:
    """Note what is told of an event now."""
    tables.Published.update(**columns).where(tables.Published.id == told_id).execute()


def _told(row: tables.Published) -> Told:
    values = tables.values_of(row)
    return Told(**{name: value for name, value in values.items() if name not in ("session", "place")},
                session_id=values["session"], place_id=values["place"])  # fmt: skip
