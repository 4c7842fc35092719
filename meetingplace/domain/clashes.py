"""Hints for who plans, never a wall: a place or a person asked twice, too few hosts, a day off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from enum import Enum
from functools import partial

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.sessions import Session, SessionState

_CLOSED = (DaysOff.PUBLIC, DaysOff.OWN)


class Hint(Enum):
    """What may be wrong with where and when a session is planned."""

    PLACE_TAKEN = "place_taken"
    MEMBER_ELSEWHERE = "member_elsewhere"
    TOO_FEW_HOSTS = "too_few_hosts"
    DAY_OFF = "day_off"


@dataclass(frozen=True)
class Clash:
    """One hint: with which session or holiday, who is concerned, and from when it would fit on that day."""

    hint: Hint
    other: Session | None = None
    member_id: int | None = None
    free_from: time | None = None
    missing: int = 0  # hosts
    day_off: DayOff | None = None


def clashes(
    session: Session, others: Iterable[Session], minimum_hosts: int = 0, days_off: Iterable[DayOff] = ()
) -> tuple[Clash, ...]:
    """List the hints for a session among all sessions of the house; cancelled ones are in nobody's way."""
    if session.state is SessionState.CANCELLED:
        return ()
    day = [
        other
        for other in others
        if other.day == session.day and other.id != session.id and other.state is not SessionState.CANCELLED
    ]
    found = _taken(session, day, lambda other: other.activity.place_id == session.activity.place_id, Hint.PLACE_TAKEN)
    for member in session.activity.team:
        found += _taken(session, day, partial(_needs, member), Hint.MEMBER_ELSEWHERE, member)
    missing = minimum_hosts - len(session.activity.team)
    if missing > 0:
        found.append(Clash(Hint.TOO_FEW_HOSTS, missing=missing))
    closed = (off for off in days_off if off.calendar in _CLOSED and off.day == session.day)
    here = (off for off in closed if off.holds_at(session.activity.place_id))
    return (*found, *(Clash(Hint.DAY_OFF, day_off=off) for off in here))


def overlap(one: Session, other: Session) -> bool:
    """Tell whether two sessions of one day share any minute; one that begins when the other ends does not."""
    return one.activity.start < other.activity.end and other.activity.start < one.activity.end


def _needs(member: int, session: Session) -> bool:
    return member in session.activity.team


def _taken(
    session: Session,
    day: Sequence[Session],
    concerns: Callable[[Session], bool],
    hint: Hint,
    member_id: int | None = None,
) -> list[Clash]:
    busy = sorted((other for other in day if concerns(other)), key=lambda other: other.activity.start)
    first = next((other for other in busy if overlap(session, other)), None)
    if first is None:
        return []
    return [Clash(hint, first, member_id, _free_from(session, busy))]


def _free_from(session: Session, busy: Sequence[Session]) -> time | None:
    """Give the first hour after the start from which the whole session fits; None when the day is over before that."""
    begins = _minutes(session.activity.start)
    for other in busy:
        start, end = _minutes(other.activity.start), _minutes(other.activity.end)
        if start < begins + session.activity.open_minutes and begins < end:
            begins = end
    fits = begins + session.activity.open_minutes < 24 * 60
    return time(begins // 60, begins % 60) if fits else None


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
