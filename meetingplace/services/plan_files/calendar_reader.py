"""Reading a plan from a calendar file (.ics): events that repeat are written out, foreign hours become those here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil import rrule

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.plan_files.events import BRUSSELS, GOES_ON
from meetingplace.services.plan_files.imported import MOST_ROWS, Hint, ImportedRow

_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_AHEAD = timedelta(days=2 * 366)  # how far an event that repeats without end is written out


def read_calendar(content: bytes) -> list[ImportedRow]:
    """Read the events of a file; refuses CALENDAR_UNREADABLE and FILE_TOO_LONG."""
    from icalendar import Calendar  # noqa: PLC0415 (loaded only when somebody reads a calendar)

    try:
        calendars = Calendar.from_ical(content, multiple=True)
        found: list[Any] = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        changed = [event for event in found if "recurrence-id" in event]
        moved = {(str(event.get("uid")), _moment(event["recurrence-id"].dt)) for event in changed}
        rows: list[ImportedRow] = []
        for event in found:
            for row in _rows(event, moved):
                rows.append(row)
                if len(rows) > MOST_ROWS:
                    raise Refused(Reason.FILE_TOO_LONG, limit=MOST_ROWS)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as problem:
        raise Refused(Reason.CALENDAR_UNREADABLE) from problem
    if not content.lstrip().upper().startswith(b"BEGIN:VCALENDAR"):
        raise Refused(Reason.CALENDAR_UNREADABLE)
    return [_numbered(row, at) for at, row in enumerate(rows, start=1)]


def _rows(event: Any, moved: set[tuple[str, datetime]]) -> Iterator[ImportedRow]:
    uid, title = str(event.get("uid", "")), str(event.get("summary", "")).strip()
    place = str(event.get("location", "")).strip()
    is_off = str(event.get("status", "")).upper() == "CANCELLED" and GOES_ON not in event
    begins, ends = event.get("dtstart"), event.get("dtend")
    if begins is None:
        yield ImportedRow(0, title, place=place, uid=uid, is_cancelled=is_off)
        return
    if not isinstance(begins.dt, datetime):  # a whole day has no hours
        yield ImportedRow(0, title, begins.dt, place=place, uid=uid, is_cancelled=is_off)
        return
    start, hints = _moment(begins.dt), _hints(begins)
    length = _length(event, begins.dt, ends)
    repeats = "rrule" in event or "rdate" in event
    for moment in _moments(event, begins.dt) if repeats else [start]:
        if repeats and (uid, moment) in moved:
            continue  # it stands in the file by itself, as it became
        end = moment + length if length is not None else None
        is_one_day = end is not None and end.date() == moment.date()
        yield ImportedRow(
            0, title, moment.date(), _minute(moment), _minute(end) if end and is_one_day else None, place,
            "" if repeats else uid, is_cancelled=is_off, hints=hints,
        )  # fmt: skip


def _hints(begins: Any) -> tuple[Hint, ...]:
    """Say when the zone of an event is known to nobody, so that its hours count as hours here."""
    zone = str(begins.params.get("TZID", ""))
    return (Hint("zone", zone),) if zone and begins.dt.tzinfo is None else ()


def _length(event: Any, begins: datetime, ends: Any) -> timedelta | None:
    if ends is not None and isinstance(ends.dt, datetime):
        length: timedelta = _moment(ends.dt) - _moment(begins)
        return length
    duration = event.get("duration")
    return duration.dt if duration is not None else None


def _moments(event: Any, begins: datetime) -> list[datetime]:
    """Write out when an event is, by the clock of its own zone, so that it keeps its hour there."""
    naive = begins.replace(tzinfo=None)
    rules = rrule.rruleset()
    rule = event.get("rrule")
    for one in rule if isinstance(rule, list) else [rule] if rule is not None else []:
        if str(one.get("freq", [""])[0]).upper() not in _OFTEN:
            continue  # no session repeats by the hour, and looking for its end could last for ever
        words = one.to_ical().decode()
        until = one.get("until", [None])[0]
        if isinstance(until, datetime) and until.tzinfo is not None and begins.tzinfo is not None:
            local = until.astimezone(begins.tzinfo).replace(tzinfo=None)
            until_here = f"UNTIL={local:%Y%m%dT%H%M%S}"
            words = ";".join(until_here if part.startswith("UNTIL=") else part for part in words.split(";"))
        rules.rrule(rrule.rrulestr(words, dtstart=naive, ignoretz=True))
    rules.rdate(naive)
    for name, note in (("rdate", rules.rdate), ("exdate", rules.exdate)):
        for moment in _listed(event.get(name)):
            here = moment.astimezone(begins.tzinfo) if moment.tzinfo and begins.tzinfo else moment
            note(here.replace(tzinfo=None))
    last = naive + _AHEAD
    found: list[datetime] = []
    for moment in rules:
        if moment > last or len(found) > MOST_ROWS:
            break
        found.append(_moment(moment.replace(tzinfo=begins.tzinfo)))
    return found


def _listed(value: Any) -> Iterator[datetime]:
    for one in value if isinstance(value, list) else [value] if value is not None else []:
        for each in one.dts:
            yield each.dt if isinstance(each.dt, datetime) else datetime.combine(each.dt, time())


def _moment(moment: date | datetime) -> datetime:
    """Give a moment by the clock here; one without a zone is meant as it stands."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment if moment.tzinfo is None else moment.astimezone(BRUSSELS).replace(tzinfo=None)


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0, tzinfo=None)


def _numbered(row: ImportedRow, line: int) -> ImportedRow:
    return ImportedRow(**{**row.__dict__, "line": line})
