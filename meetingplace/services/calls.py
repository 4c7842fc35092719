"""Calls from the corner: somebody would rather tell a host than write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import calls

_STILL_THERE = timedelta(hours=2)  # who called longer ago has gone home


@dataclass(frozen=True)
class CallShown:
    """A call that waits: since when, in which language, at which place."""

    id: int
    called_at: datetime
    language: str
    place_id: int | None


def waiting(now: datetime, place_id: int | None = None) -> tuple[CallShown, ...]:
    """List the calls of the last hours that no host has answered, at a place or at any."""
    found = (CallShown(call.id, call.called_at, call.language, call.place_id)
             for call in calls.waiting(now - _STILL_THERE))  # fmt: skip
    return tuple(call for call in found if place_id is None or call.place_id in (None, place_id))


def answer(call_id: int, now: datetime) -> Changes:
    """Note that a host goes there; refuses NOT_FOUND."""
    with one_act(Act.CALL_ANSWERED, Topic.CALLS) as act:
        calls.answer(call_id, now)
    return act.changes
