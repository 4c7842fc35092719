"""Sessions as files that other programs read: calendar files (.ics), and facts for CSV or JSON.

Each session is one event with a lasting name. A file that is handed out again updates what it told before: the number
of an event that changed grows, a session that does not go on is cancelled, one that was taken away is cancelled too.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name
from meetingplace.storage import database, places, published, sessions, team
from meetingplace.storage.published import Told

BRUSSELS = ZoneInfo("Europe/Brussels")
SESSION_KEYS = ("id", "series", "title", "place", "start", "end", "state", "reason", "functions", "ages", "languages")
_TAKEN_AWAY = "taken away"


@dataclass(frozen=True)
class CalendarAsked:
    """Which sessions go into a calendar file: of a period, perhaps of one series, place or team member."""

    first: date
    last: date
    wanted: Wanted = field(default_factory=Wanted)
    series_id: int | None = None


@dataclass(frozen=True)
class CalendarEvent:
    """An event as a file tells it; `session` is None when it was taken away after it had been told."""

    told: Told
    session: Session | None
    place: Place | None
    team: tuple[str, ...] = ()


def session_facts(session: Session, place_name: str) -> dict[str, object]:
    """Give the facts of a session with the fixed keys of the command line; times are local, without offset."""
    activity = session.activity
    return {
        "id": str(session.id),
        "series": None if session.series_id is None else str(session.series_id),
        "title": activity.title,
        "place": place_name,
        "start": session.begins.isoformat(timespec="minutes"),
        "end": session.ends.isoformat(timespec="minutes"),
        "state": session.state.value,
        "reason": session.reason,
        "functions": [function.value for function in activity.functions],
        "ages": [activity.from_months, activity.to_months],
        "languages": list(activity.languages),
    }


def calendar_file(asked: CalendarAsked, now: datetime, language: str) -> bytes:
    """Hand out an .ics file, its words in nl, fr or en; refuses END_BEFORE_START. `now` is local."""
    if asked.last < asked.first:
        raise Refused(Reason.END_BEFORE_START)
    with database.transaction():
        found = [one for one in sessions.between(asked.first, asked.last) if _is_asked(one, asked)]
        events = [*_told_now(found), *_told_gone(asked)]
    return icalendar(events, now, language)


def _is_asked(session: Session, asked: CalendarAsked) -> bool:
    return asked.wanted.fits(session) and asked.series_id in (None, session.series_id)


def _told_now(found: Sequence[Session]) -> list[CalendarEvent]:
    """Note what is told of each session now: its number grows when that is something else than before."""
    before = published.of_sessions([one.id for one in found])
    new = [one for one in found if one.id not in before]
    days = [one.day for one in new]
    orphans = published.left_behind(min(days), max(days)) if days else []
    where = {place.id: place for place in places.listed(with_inactive=True)}
    names = {member.id: member.name for member in team.listed(with_inactive=True)}
    for session in new:
        orphan = next((one for one in orphans if _is_same(one, session)), None)
        if orphan is not None:  # it was taken away, and that was undone
            published.change(orphan.id, session=session.id)
        else:
            uid = f"{secrets.token_hex(12)}@meetingplace.invalid"
            published.add(uid=uid, session=session.id, **_columns(session, where, names))
    before = published.of_sessions([one.id for one in found])
    for session in found:
        columns = _columns(session, where, names)
        told = before.get(session.id)
        if told is not None and told.told != columns["told"]:
            published.change(told.id, sequence=told.sequence + 1, **columns)
    after = published.of_sessions([one.id for one in found])
    people = {one.id: tuple(names[id] for id in one.activity.team if id in names) for one in found}
    return [CalendarEvent(after[one.id], one, where[one.activity.place_id], people[one.id]) for one in found]


def _told_gone(asked: CalendarAsked) -> list[CalendarEvent]:
    """Tell of sessions that were taken away, where no series or person is asked: those are no longer known."""
    if asked.series_id is not None or asked.wanted.narrows:
        return []
    gone = []
    for one in published.left_behind(asked.first, asked.last):
        if asked.wanted.place_id in (None, one.place_id):
            sequence = one.sequence + (one.told != _TAKEN_AWAY)
            published.change(one.id, sequence=sequence, told=_TAKEN_AWAY)
            gone.append(CalendarEvent(replace(one, sequence=sequence), None, None))
    return gone


def _is_same(told: Told, session: Session) -> bool:
    activity = session.activity
    here = (session.day, activity.start, activity.title, activity.place_id)
    return (told.day, told.start, told.title, told.place_id) == here


def _columns(session: Session, where: Mapping[int, Place], names: Mapping[int, str]) -> dict[str, object]:
    activity = session.activity
    place = where[activity.place_id]
    told = (
        session.day, activity.start, activity.end, activity.title, place.name, place.address, place.town,
        session.state is SessionState.CANCELLED, session.reason, activity.theme, activity.functions,
        activity.from_months, activity.to_months, activity.languages, [names.get(id) for id in activity.team],
    )  # fmt: skip
    digest = hashlib.sha256(json.dumps([str(each) for each in told]).encode()).hexdigest()[:32]
    return {
        "told": digest,
        "title": activity.title,
        "place": activity.place_id,
        "day": session.day,
        "start": activity.start,
        "end": activity.end,
    }


def icalendar(events: Iterable[CalendarEvent], now: datetime, language: str) -> bytes:
    """Write events as an .ics file: hours of Europe/Brussels, a cancelled session as cancelled. `now` is local."""
    from icalendar import Calendar, Event  # noqa: PLC0415 (loaded only when somebody asks for a calendar)

    _ = translator("app", language)
    stamp = now.replace(tzinfo=BRUSSELS).astimezone(ZoneInfo("UTC"))
    calendar = Calendar()
    calendar.add("prodid", "-//meetingplace//sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in events:
        told, session = one.told, one.session
        event = Event()
        event.add("uid", told.uid)
        event.add("sequence", told.sequence)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("dtstart", datetime.combine(told.day, told.start, BRUSSELS))
        event.add("dtend", datetime.combine(told.day, told.end, BRUSSELS))
        event.add("summary", told.title)
        is_off = session is None or session.state is SessionState.CANCELLED
        event.add("status", "CANCELLED" if is_off else "CONFIRMED")
        if one.place is not None:
            event.add("location", ", ".join(filter(None, (one.place.name, one.place.address, one.place.town))))
        if session is not None:
            event.add("description", "\n".join(_about(_, session, one.team)))
            if session.activity.functions:
                event.add("categories", [function_name(_, function) for function in session.activity.functions])
        calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _about(_: Translator, session: Session, team_names: Sequence[str]) -> Iterable[str]:
    """Say in a few lines what a colleague wants to know; never a contact, never who is enrolled."""
    activity, formats = session.activity, Formats(_.language)
    if session.reason:
        yield _("Does not go on: {reason}", reason=session.reason)
    if activity.theme:
        yield _("Theme: {theme}", theme=activity.theme)
    youngest, oldest = formats.age(activity.from_months), formats.age(activity.to_months)
    yield _("Ages: {first} to {last}", first=youngest, last=oldest)
    if activity.languages:
        spoken = [formats.language_name(code) for code in activity.languages]
        yield _("Languages: {names}", names=formats.list_of(spoken))
    if team_names:
        yield _("Team: {names}", names=formats.list_of(team_names))
