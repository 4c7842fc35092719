"""Sessions as files that other programs read: calendar files (.ics), and facts for CSV or JSON.

Each session is one event with a lasting name. A file that is handed out again updates what it told before: the number
of an event that changed grows, a session that does not go on is cancelled, one that was taken away is cancelled too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name
from meetingplace.services.plan_files.events import BRUSSELS, GOES_ON
from meetingplace.services.plan_files.handed_out import CalendarAsked, CalendarEvent, events_of
from meetingplace.storage import database

SESSION_KEYS = ("id", "series", "title", "place", "start", "end", "state", "reason", "functions", "ages", "languages")


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
        events = events_of(asked)
    return icalendar(events, now, language)


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
        event.add("status", "CANCELLED" if is_off or one.is_for_others else "CONFIRMED")
        if one.is_for_others and not is_off:
            event.add(GOES_ON, "TRUE")
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
    if activity.functions:
        named = formats.list_of([function_name(_, function) for function in activity.functions])
        yield _("Functions: {names}", names=named)
    youngest, oldest = formats.age(activity.from_months), formats.age(activity.to_months)
    yield _("Ages: {first} to {last}", first=youngest, last=oldest)
    if activity.languages:
        spoken = [formats.language_name(code) for code in activity.languages]
        yield _("Languages: {names}", names=formats.list_of(spoken))
    if team_names:
        yield _("Team: {names}", names=formats.list_of(team_names))
