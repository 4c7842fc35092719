"""Calls for a host in the database: somebody in the corner would rather tell it than write it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from meetingplace.storage import records, tables


@dataclass(frozen=True)
class Call:
    """A call that no host has answered yet; nobody's name belongs to it."""

    id: int
    called_at: datetime
    language: str
    place_id: int | None


def add(called_at: datetime, language: str, place_id: int | None) -> int:
    """Note that a host is called, and give its number."""
    return records.add(tables.Call, called_at=called_at, language=language, place=place_id)


def waiting(since: datetime) -> list[Call]:
    """List the calls since then that wait for a host, the longest waiting first."""
    call = tables.Call
    query = call.select().where(call.answered_at.is_null() & (call.called_at >= since)).order_by(call.called_at)
    return [Call(row.id, row.called_at, row.language, row.__data__["place"]) for row in query]


def answer(call_id: int, at: datetime) -> None:
    """Note that a host went there; refuses NOT_FOUND."""
    records.change(tables.Call, call_id, None, answered_at=at)
