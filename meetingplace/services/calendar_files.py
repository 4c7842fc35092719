"""Sessions as files that other programs read: iCalendar (.ics) and rows for CSV or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from meetingplace.domain.sessions import Session, SessionState

BRUSSELS = ZoneInfo("Europe/Brussels")
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


def csv_cell(value: object) -> str:
    """Write a value so that a spreadsheet reads it as text and never as a formula (`=1+1`)."""
    words = " ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return "'" + words if words[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else words


def icalendar(sessions: Sequence[Session], place_lines: Mapping[int, str], now: datetime) -> bytes:
    """Give an .ics file: stable UIDs, local hours of Europe/Brussels, a cancelled session as cancelled.

    `place_lines` has name and address of each place by id; `now` is local.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 (loaded only when somebody asks for a calendar)

    calendar = Calendar()
    calendar.add("prodid", "-//meetingplace//sessions//EN")
    calendar.add("version", "2.0")
    for session in sessions:
        event = Event()
        event.add("uid", f"session-{session.id}@meetingplace.invalid")
        event.add("dtstamp", now.replace(tzinfo=BRUSSELS).astimezone(ZoneInfo("UTC")))
        event.add("dtstart", session.begins.replace(tzinfo=BRUSSELS))
        event.add("dtend", session.ends.replace(tzinfo=BRUSSELS))
        event.add("summary", session.activity.title)
        event.add("location", place_lines.get(session.activity.place_id, ""))
        event.add("status", "CANCELLED" if session.state is SessionState.CANCELLED else "CONFIRMED")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written
