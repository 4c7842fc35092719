"""What the Today screen shows: the sessions of the day, what waits, the week with its holidays. It has no verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from meetingplace.domain.calendar import DayOff, DaysOff, monday_of
from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.sessions import Function, Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.wanted import Wanted
from meetingplace.services import calls
from meetingplace.services.calls import CallShown
from meetingplace.services.days_off import days_off
from meetingplace.services.hints import hints_between
from meetingplace.services.paper_lists import waiting_lists
from meetingplace.storage import places, sessions, team, upkeep, visits, voices

_HELD_BEFORE = 4  # sessions over which the expected number of children is averaged
_OF_LATE = timedelta(days=200)  # half a year: what was held longer ago says nothing about today
_DAYS_AHEAD = 14  # flyers and hints of what comes later may still wait
_DAYS_BACK = 60  # what was not closed two months ago is for the reports to point out
BACKUP_DAYS = 7  # our choice: one back-up a week at least


@dataclass(frozen=True)
class SessionCard:
    """A session of today; `expected` and `present` count children."""

    session_id: int
    title: str
    begins: datetime
    ends: datetime
    place_name: str
    functions: tuple[Function, ...]
    team: tuple[TeamMember, ...]
    capacity: int
    expected: int | None  # None: nothing to go by
    present: int
    state: SessionState
    reason: str
    is_next: bool

    def minutes_until(self, now: datetime) -> int:
        """Minutes until the door opens, rounded up; 0 once it is open."""
        return max(0, -int((now - self.begins).total_seconds() // 60))


class Waiting(Enum):
    """What may wait for somebody."""

    FIRST_PLACE = "first_place"
    FIRST_SESSION = "first_session"
    VOICES = "voices"  # number, days
    NOT_CLOSED = "not_closed"  # number, titles, on
    PAPER_LISTS = "paper_lists"  # number, titles, on, session_id, kind
    FLYER_MISSING = "flyer_missing"  # number, titles, on
    FLYER_OLD = "flyer_old"  # number, titles, on
    HINTS = "hints"  # number, titles, session_id
    BACKUP = "backup"  # days; None: never made


@dataclass(frozen=True)
class Wait:
    """One thing that waits: how many, for how long, what about; with the first session or series to go to."""

    what: Waiting
    number: int = 1
    days: int | None = None
    titles: tuple[str, ...] = ()
    on: tuple[date, ...] = ()
    session_id: int | None = None
    series_id: int | None = None
    kind: PaperKind | None = None


@dataclass(frozen=True)
class WeekSession:
    """A session in the week strip."""

    session_id: int
    title: str
    begins: datetime
    function: Function | None
    is_cancelled: bool


@dataclass(frozen=True)
class WeekDay:
    """A day of the week strip with its sessions and its days off."""

    day: date
    is_today: bool
    sessions: tuple[WeekSession, ...]
    days_off: tuple[DayOff, ...]

    def off(self, calendar: DaysOff) -> DayOff | None:
        """Give the day off of a calendar, if it is one."""
        return next((off for off in self.days_off if off.calendar is calendar), None)


@dataclass(frozen=True)
class TodayBoard:
    """Everything that the Today screen shows."""

    today: date
    place_name: str  # empty: all places
    cards: tuple[SessionCard, ...]
    waits: tuple[Wait, ...]
    week: tuple[WeekDay, ...]
    place_names: Mapping[int, str] = field(default_factory=dict)
    calls: tuple[CallShown, ...] = ()  # somebody in the corner would rather tell it to a host


def today_board(now: datetime, place_id: int | None, language: str) -> TodayBoard:
    """Show the day of `now` for one place or for all; the names of days off are in `language`."""
    today = now.date()
    monday = monday_of(today)
    sunday = monday + timedelta(days=6)
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    week = sessions.between(monday, sunday, place_id)
    found = days_off(monday, sunday, tuple(DaysOff), language)
    off = [one for one in found if one.place_id in (None, place_id)]
    return TodayBoard(
        today=today,
        place_name=names.get(place_id, "") if place_id is not None else "",
        cards=_cards([session for session in week if session.day == today], names, now),
        waits=_waits(now, place_id, language, has_places=bool(names)),
        week=tuple(_week_day(monday + timedelta(days=number), today, week, off) for number in range(7)),
        place_names=names,
        calls=calls.waiting(now, place_id),
    )


def _cards(of_today: Sequence[Session], names: dict[int, str], now: datetime) -> tuple[SessionCard, ...]:
    members = {member.id: member for member in team.listed(with_inactive=True)} if of_today else {}
    like = sessions.held_like(of_today, now.date() - _OF_LATE, now.date(), _HELD_BEFORE)
    children = visits.children_at([*like, *(id for ids in like.values() for id in ids)])
    coming = [session for session in of_today if session.state is SessionState.PLANNED and session.ends > now]
    return tuple(
        SessionCard(
            session_id=session.id,
            title=session.activity.title,
            begins=session.begins,
            ends=session.ends,
            place_name=names[session.activity.place_id],
            functions=session.activity.functions,
            team=tuple(members[member] for member in session.activity.team if member in members),
            capacity=session.activity.capacity,
            expected=_expected(session, [children.get(earlier, 0) for earlier in like[session.id]]),
            present=children.get(session.id, 0),
            state=session.state,
            reason=session.reason,
            is_next=session is next(iter(coming), None),
        )
        for session in of_today
    )


def _expected(session: Session, earlier: Sequence[int]) -> int | None:
    """Expect as many children as came on average of late, rounded up; with enrolment, as many as there are places."""
    if earlier:
        return -(-sum(earlier) // len(earlier))
    return session.activity.capacity if not session.activity.is_walk_in else None


def _waits(now: datetime, place_id: int | None, language: str, has_places: bool) -> tuple[Wait, ...]:
    today = now.date()
    if not has_places:
        return (Wait(Waiting.FIRST_PLACE),)
    if not sessions.is_any():
        return (Wait(Waiting.FIRST_SESSION),)
    of_people = (_voices(today, place_id), _not_closed(today, place_id), _paper_lists(now, place_id))
    found = (*of_people, *_flyers(today, place_id), _hints(today, place_id, language), _backup(today))
    return tuple(wait for wait in found if wait)


def _voices(today: date, place_id: int | None) -> Wait | None:
    number, oldest = voices.waiting(place_id)
    return Wait(Waiting.VOICES, number, (today - oldest).days) if oldest else None


def _not_closed(today: date, place_id: int | None) -> Wait | None:
    rows = sessions.not_closed(today - timedelta(days=_DAYS_BACK), today, place_id)
    if not rows:
        return None
    days = tuple(day for _, _, day, _ in rows)
    titles = tuple(dict.fromkeys(title for _, title, _, _ in rows))
    return Wait(Waiting.NOT_CLOSED, len(rows), (today - days[0]).days, titles, days, session_id=rows[0][0])


def _paper_lists(now: datetime, place_id: int | None) -> Wait | None:
    found = waiting_lists(now, place_id)
    if not found:
        return None
    titles = tuple(dict.fromkeys(one.title for one in found))
    days = tuple(one.begins.date() for one in found)
    first = found[0].paper
    return Wait(Waiting.PAPER_LISTS, len(found), None, titles, days, first.session_id, kind=first.kind)


def _flyers(today: date, place_id: int | None) -> list[Wait]:
    """Say which coming sessions have no flyer, nor their series, and for which the sheet no longer tells the truth.

    What moved or does not go on still stands on the sheet of its series, until parents were told.
    """
    until = today + timedelta(days=_DAYS_AHEAD)
    expected = {session.id: session for session in sessions.moved_from(today, until, place_id)}
    on = {session.id: session for session in sessions.between(today, until, place_id)}
    asked = sorted((on | expected).values(), key=lambda session: (session.was_day or session.day, session.id))
    asked = [session for session in asked if session.state is SessionState.PLANNED or session.id in expected]
    series = {session.series_id for session in asked if session.series_id is not None}
    versions = sessions.series_versions(series)
    made: dict[tuple[str, int], int] = {}
    for session_id, series_id, of_version in sessions.flyers_of([session.id for session in asked], list(series)):
        made[("session", session_id) if session_id is not None else ("series", series_id or 0)] = of_version
    missing: dict[tuple[str, int], Session] = {}
    old: dict[tuple[str, int], Session] = {}
    for session in asked:
        own, whole = made.get(("session", session.id)), made.get(("series", session.series_id or 0))
        has_none = own is None and whole is None
        is_whole_true = session.was_day is None and whole is not None and whole == versions[session.series_id or 0]
        if own == session.version or is_whole_true or (has_none and session.state is SessionState.CANCELLED):
            continue
        key = ("session", session.id) if session.series_id is None else ("series", session.series_id)
        (missing if has_none else old).setdefault(key, session)
    both = ((Waiting.FLYER_MISSING, missing), (Waiting.FLYER_OLD, old))
    return [_flyer_wait(what, list(about.values())) for what, about in both if about]


def _flyer_wait(what: Waiting, about: Sequence[Session]) -> Wait:
    first = about[0]
    titles = tuple(dict.fromkeys(session.activity.title for session in about))
    days = tuple(session.day for session in about)
    is_series = first.series_id is not None
    return Wait(what, len(about), None, titles, days, None if is_series else first.id, first.series_id)


def _hints(today: date, place_id: int | None, language: str) -> Wait | None:
    """Say which coming sessions ask for a look: asked twice, too few hosts, somebody away, a day off, too many."""
    found = hints_between(today, today + timedelta(days=_DAYS_AHEAD), Wanted(place_id), language).sessions
    if not found:
        return None
    titles = tuple(dict.fromkeys(one.title for one, _clashes in found))
    return Wait(Waiting.HINTS, len(found), None, titles, session_id=found[0][0].id)


def _backup(today: date) -> Wait | None:
    noted = upkeep.fact(upkeep.LAST_BACKUP)
    if not noted:
        return Wait(Waiting.BACKUP)
    days = (today - datetime.fromisoformat(noted).date()).days
    return Wait(Waiting.BACKUP, days=days) if days > BACKUP_DAYS else None


def _week_day(day: date, today: date, week: Sequence[Session], off: Sequence[DayOff]) -> WeekDay:
    of_day = tuple(
        WeekSession(
            session.id,
            session.activity.title,
            session.begins,
            next(iter(session.activity.functions), None),
            session.state is SessionState.CANCELLED,
        )
        for session in week
        if session.day == day
    )
    return WeekDay(day, day == today, of_day, tuple(day_off for day_off in off if day_off.day == day))
