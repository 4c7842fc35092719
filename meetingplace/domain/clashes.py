"""Hints for who plans, never a wall: asked twice, too few hosts, somebody away, a day off, too many enrolled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.places import Place
from meetingplace.domain.sessions import Brief, SessionState
from meetingplace.domain.team import Away, TeamMember, absence

_CLOSED = (DaysOff.PUBLIC, DaysOff.OWN)  # a school holiday is a fact beside a session, no hint: many meet just then


class Hint(Enum):
    """What may be wrong with where, when and with whom a session is planned."""

    PLACE_TAKEN = "place_taken"
    MEMBER_ELSEWHERE = "member_elsewhere"
    MEMBER_AWAY = "member_away"
    TOO_FEW_HOSTS = "too_few_hosts"
    DAY_OFF = "day_off"
    TOO_MANY_ENROLLED = "too_many_enrolled"


@dataclass(frozen=True)
class Clash:
    """One hint: with which session or day off, who is concerned, and from when it would fit on that day.

    `number` counts the hosts that are missing, or the enrolled for whom there is no room. `away` says until when a team
    member is away; without it, the member does not come on that weekday.
    """

    hint: Hint
    other: Brief | None = None
    member_id: int | None = None
    free_from: time | None = None
    number: int = 0
    day_off: DayOff | None = None
    away: Away | None = None


@dataclass(frozen=True)
class Care:
    """What hints are worked out from, beside the sessions themselves."""

    places: Mapping[int, Place] = field(default_factory=dict)
    members: Mapping[int, TeamMember] = field(default_factory=dict)
    days_off: Sequence[DayOff] = ()
    away: Sequence[Away] = ()
    enrolled: Mapping[int, int] = field(default_factory=dict)  # on the list, by session


NO_CARE = Care()


def clashes(session: Brief, others: Iterable[Brief], care: Care = Care()) -> tuple[Clash, ...]:
    """List the hints for a planned session among others of the house; cancelled ones are in nobody's way."""
    if session.state is not SessionState.PLANNED:
        return ()
    day = [one for one in others if one.day == session.day and one.id != session.id and one.goes_on]
    meanwhile = [one for one in day if overlap(session, one)]
    return (
        *(_in_the_way(session, day, meanwhile) if meanwhile else ()),
        *_not_there(session, care),
        *_too_few(session, care),
        *_off(session, care),
        *_too_many(session, care),
    )


def all_clashes(
    sessions: Iterable[Brief], everywhere: Iterable[Brief], care: Care, since: date
) -> dict[int, tuple[Clash, ...]]:
    """List the hints of many sessions by their id, of those from a day on that have any: what is over needs no care."""
    of_day: dict[date, list[Brief]] = defaultdict(list)
    for one in everywhere:
        of_day[one.day].append(one)
    found = {one.id: clashes(one, of_day[one.day], care) for one in sessions if one.day >= since}
    return {id: hints for id, hints in found.items() if hints}


def overlap(one: Brief, other: Brief) -> bool:
    """Tell whether two sessions of one day share any minute; one that begins when the other ends does not."""
    return one.start < other.end and other.start < one.end


def _in_the_way(session: Brief, day: Sequence[Brief], meanwhile: Sequence[Brief]) -> list[Clash]:
    """List who and what is asked twice, first the place: by what is held meanwhile, among all of the day."""
    found = []
    if any(one.place_id == session.place_id for one in meanwhile):
        busy = [one for one in day if one.place_id == session.place_id]
        found.append(_taken(session, busy, Hint.PLACE_TAKEN))
    asked = {member_id for one in meanwhile for member_id in one.team}
    for member_id in session.team:
        if member_id in asked:
            busy = [one for one in day if member_id in one.team]
            found.append(_taken(session, busy, Hint.MEMBER_ELSEWHERE, member_id))
    return found


def _not_there(session: Brief, care: Care) -> list[Clash]:
    found = []
    for member_id in session.team:
        member = care.members.get(member_id)
        missing = absence(member, session.day, care.away) if member else None
        if missing is not None:
            found.append(Clash(Hint.MEMBER_AWAY, member_id=member_id, away=missing.away))
    return found


def _too_few(session: Brief, care: Care) -> list[Clash]:
    place = care.places.get(session.place_id)
    missing = place.minimum_hosts - len(session.team) if place else 0
    return [Clash(Hint.TOO_FEW_HOSTS, number=missing)] if missing > 0 else []


def _off(session: Brief, care: Care) -> list[Clash]:
    closed = (off for off in care.days_off if off.calendar in _CLOSED and off.day == session.day)
    return [Clash(Hint.DAY_OFF, day_off=off) for off in closed if off.holds_at(session.place_id)]


def _too_many(session: Brief, care: Care) -> list[Clash]:
    too_many = care.enrolled.get(session.id, 0) - session.capacity
    return [Clash(Hint.TOO_MANY_ENROLLED, number=too_many)] if session.capacity and too_many > 0 else []


def _taken(session: Brief, busy: Sequence[Brief], hint: Hint, member_id: int | None = None) -> Clash:
    """Say of sessions of which at least one is meanwhile: the first such, and when there is time again."""
    busy = sorted(busy, key=lambda other: other.start)
    first = next(other for other in busy if overlap(session, other))
    return Clash(hint, first, member_id, _free_from(session, busy))


def _free_from(session: Brief, busy: Sequence[Brief]) -> time | None:
    """Give the first hour after the start from which the whole session fits; None when the day is over before that."""
    begins, length = _minutes(session.start), _minutes(session.end) - _minutes(session.start)
    for other in busy:
        start, end = _minutes(other.start), _minutes(other.end)
        if start < begins + length and begins < end:
            begins = end
    return time(begins // 60, begins % 60) if begins + length < 24 * 60 else None


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
