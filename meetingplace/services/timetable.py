"""What the planning screen shows: hours, a list, one session with all about it, and what its form needs. No verbs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from meetingplace.domain import typed_text
from meetingplace.domain.calendar import DayOff, DaysOff, Holiday, stretches
from meetingplace.domain.clashes import Care, Clash, all_clashes
from meetingplace.domain.enrolments import Numbers
from meetingplace.domain.goals import Goal
from meetingplace.domain.partners import Partner
from meetingplace.domain.pictograms import EXPECTATIONS
from meetingplace.domain.places import Place
from meetingplace.domain.series_dates import Usual
from meetingplace.domain.sessions import Series, Session, SessionState
from meetingplace.domain.team import Away, TeamMember
from meetingplace.domain.voices import Voice
from meetingplace.domain.wanted import Wanted
from meetingplace.services.care import care
from meetingplace.services.days_off import days_off
from meetingplace.storage import absences, enrolments, goals, partners, places, sessions, team, visits, voices

_AROUND = 75  # days looked at on both sides of a week, so that a holiday is named with its first and last day
_TEMPLATES = 12
SCHOOLS = (DaysOff.FLEMISH, DaysOff.FRENCH)
CLOSED = (DaysOff.PUBLIC, DaysOff.OWN)  # days on which a house that plans something looks twice

Kind = TypeVar("Kind", Place, TeamMember, Partner)


@dataclass(frozen=True)
class Planned:
    """A session with its names and hints, what is usual in its series, and whether people were registered at it."""

    session: Session
    place_name: str
    team: tuple[TeamMember, ...]
    clashes: tuple[Clash, ...]
    has_visits: bool
    usual: Usual | None = None

    @property
    def is_protected(self) -> bool:
        """Tell whether it can no longer be moved, cancelled or taken away."""
        return self.has_visits or self.session.state is SessionState.HELD


@dataclass(frozen=True)
class HoursBoard:
    """A few days, hour by hour: a week from Monday, or one day."""

    first: date
    last: date
    today: date
    planned: tuple[Planned, ...]  # what is wanted
    everywhere: tuple[Session, ...]  # of the whole house: who is busy where, while a session is dragged
    holidays: tuple[Holiday, ...]  # of both school calendars, with their first and last day
    closed: tuple[DayOff, ...]  # public holidays, and closing days of the house or of a place
    care: Care
    is_anything_planned: bool  # in the whole house, ever
    place_id: int | None = None  # the one that is wanted


@dataclass(frozen=True)
class ListBoard:
    """The sessions of a period in which the typed words were found."""

    first: date
    last: date
    planned: tuple[Planned, ...]
    all_in_period: int
    is_anything_planned: bool


@dataclass(frozen=True)
class SessionBoard:
    """One session with all about it."""

    planned: Planned
    place: Place
    partners: tuple[Partner, ...]
    voices: tuple[Voice, ...]
    series: Series | None
    coming: tuple[date, ...]  # the planned dates of its series after this one
    days_off: tuple[DayOff, ...]
    members: tuple[TeamMember, ...]  # the whole team, also who left: the names in the hints
    places: tuple[Place, ...]
    goal: Goal | None  # of the action plan
    listed: Numbers  # of the enrolled


@dataclass(frozen=True)
class FormBoard:
    """What a form about a session offers."""

    places: tuple[Place, ...]
    team: tuple[TeamMember, ...]
    partners: tuple[Partner, ...]
    templates: tuple[Session, ...]  # the latest session of each title
    expectations: tuple[tuple[str, str], ...]  # key and pictogram of what parents may expect
    session: Session | None
    series: Series | None
    voice: Voice | None  # which a new session comes from
    voices: tuple[Voice, ...]  # which a session that exists came from
    has_visits: bool
    goals: tuple[Goal, ...]  # of every school year
    away: tuple[Away, ...]  # of the whole team, on whatever days


def hours_board(first: date, last: date, today: date, wanted: Wanted, language: str) -> HoursBoard:
    """Show what is wanted on some days, both included; the names of days off are in `language`."""
    found = sessions.between(first, last)
    around = days_off(first - timedelta(_AROUND), last + timedelta(_AROUND), tuple(DaysOff), language)
    closed = [off for off in around if off.calendar in CLOSED and first <= off.day <= last]
    shown = [session for session in found if wanted.fits(session)]
    known = care(first, last, closed)
    return HoursBoard(
        first=first,
        last=last,
        today=today,
        planned=_planned(shown, found, known, today),
        everywhere=tuple(found),
        holidays=school_holidays([off for off in around if off.place_id in (None, wanted.place_id)], first, last),
        closed=tuple(closed),
        care=known,
        is_anything_planned=bool(found) or sessions.is_any(),
        place_id=wanted.place_id,
    )


def list_board(first: date, last: date, wanted: Wanted, words: str, language: str) -> ListBoard:
    """List what is wanted of a period and has all typed words in it: title, theme, place, team or reason."""
    found = sessions.between(first, last)
    shown = [session for session in found if wanted.fits(session)]
    known = care(first, last, days_off(first, last, CLOSED, language))
    planned = _planned(shown, found, known, first)
    asked = typed_text.folded(words).split()
    hits = tuple(one for one in planned if all(word in _searched(one) for word in asked))
    return ListBoard(first, last, hits, len(planned), bool(found) or sessions.is_any())


def session_board(session_id: int, language: str) -> SessionBoard:
    """Show one session; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    activity, day = session.activity, session.day
    off = days_off(day, day, tuple(DaysOff), language)
    known = care(day, day, off)
    (planned,) = _planned([session], sessions.between(day, day), known, day)
    later = [] if session.series_id is None else sessions.of_series(session.series_id)
    return SessionBoard(
        planned=planned,
        place=known.places[activity.place_id],
        partners=tuple(one for one in partners.listed(with_inactive=True) if one.id in activity.partners),
        voices=tuple(voices.with_ids(session.voices)),
        series=None if session.series_id is None else sessions.get_series(session.series_id),
        coming=tuple(one.day for one in later if one.day > day and one.state is SessionState.PLANNED),
        days_off=tuple(one for one in off if one.holds_at(activity.place_id)),
        members=tuple(known.members.values()),
        places=tuple(known.places.values()),
        goal=None if activity.goal_id is None else goals.get(activity.goal_id),
        listed=Numbers() if activity.is_walk_in else enrolments.numbers([session_id]).get(session_id, Numbers()),
    )


def form_board(session_id: int | None, voice_id: int | None) -> FormBoard:
    """Show what the form of a session offers: of a session that exists, or of a new one, perhaps from a voice."""
    session = None if session_id is None else sessions.get(session_id)
    activity = session.activity if session else None
    series_id = session.series_id if session else None
    return FormBoard(
        places=_offered(places.listed(with_inactive=True), (activity.place_id,) if activity else ()),
        team=_offered(team.listed(with_inactive=True), activity.team if activity else ()),
        partners=_offered(partners.listed(with_inactive=True), activity.partners if activity else ()),
        templates=tuple(sessions.latest_titles(_TEMPLATES)),
        expectations=tuple(EXPECTATIONS.items()),
        session=session,
        series=None if series_id is None else sessions.get_series(series_id),
        voice=None if voice_id is None else voices.get(voice_id),
        voices=tuple(voices.with_ids(session.voices)) if session else (),
        has_visits=session is not None and bool(visits.registered_at([session.id])),
        goals=tuple(goals.listed()),
        away=tuple(absences.between(date.min, date.max)),
    )


def _offered(listed: Iterable[Kind], chosen: Sequence[int]) -> tuple[Kind, ...]:
    return tuple(one for one in listed if one.is_active or one.id in chosen)


def _planned(shown: Sequence[Session], everywhere: Sequence[Session], known: Care, since: date) -> tuple[Planned, ...]:
    """Give sessions with their names and hints; what lies before `since` needs no hint any more."""
    registered = visits.registered_at([session.id for session in shown])
    usual = sessions.usual(session.series_id for session in shown)
    hints = all_clashes((one.brief for one in shown), (one.brief for one in everywhere), known, since)
    return tuple(
        Planned(
            session=session,
            place_name=known.places[session.activity.place_id].name,
            team=tuple(known.members[id] for id in session.activity.team if id in known.members),
            clashes=hints.get(session.id, ()),
            has_visits=session.id in registered,
            usual=usual.get(session.series_id or 0),
        )
        for session in shown
    )


def school_holidays(around: Sequence[DayOff], first: date, last: date) -> tuple[Holiday, ...]:
    """List the holidays of the schools between two days, without the single days that are off for everybody."""
    public = {off.day for off in around if off.calendar is DaysOff.PUBLIC}
    found = stretches(off for off in around if off.calendar in SCHOOLS)
    return tuple(
        holiday
        for holiday in found
        if holiday.first <= last and holiday.last >= first and not holiday.first == holiday.last in public
    )


def _searched(planned: Planned) -> str:
    activity = planned.session.activity
    people = " ".join(member.name for member in planned.team)
    return typed_text.folded(
        " ".join((activity.title, activity.theme, planned.place_name, people, planned.session.reason))
    )
