"""Calendar files (.ics) of days off: read, compared with what is known, shown, and then taken over whole.

A file with the same name that is read again takes the place of what it said before, within the days that it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from dateutil import rrule

from meetingplace.domain import typed_text
from meetingplace.domain.calendar import DaysOff, OwnDays, stretches
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.days_off import by_rule
from meetingplace.services.own_days import LONGEST
from meetingplace.services.plan_files.events import BRUSSELS
from meetingplace.storage import days_off, places

MOST_BYTES = 5_000_000
MOST_DAYS_OFF = 2_000
_YEARS_BACK, _YEARS_AHEAD = 1, 3  # how far a date that repeats every year is written out
_AROUND = timedelta(days=75)


class Unclear(Enum):
    """Why something in a file is not taken over."""

    NO_NAME = "no_name"
    NO_DATE = "no_date"
    HOURS = "hours"  # it is no whole day
    TOO_LONG = "too_long"
    REPEATS = "repeats"  # otherwise than every year
    HOUSE_DIFFERS = "house_differs"  # the house typed that these days are not off after all


@dataclass(frozen=True)
class UnclearEvent:
    """Something in a file that is left out, with why."""

    name: str
    first: date | None
    why: Unclear


@dataclass(frozen=True)
class FileAsked:
    """A calendar file and what its days are: of which calendar, and perhaps of one place."""

    name: str
    content: bytes
    calendar: DaysOff
    place_id: int | None = None


@dataclass(frozen=True)
class FilePreview:
    """What taking a file over would do; saves nothing."""

    new: tuple[OwnDays, ...]
    known: tuple[OwnDays, ...]  # the house or the rules say the same already
    gone: tuple[OwnDays, ...]  # the file said so before, and no longer does
    unclear: tuple[UnclearEvent, ...]


def open_file(path: Path) -> FileAsked:
    """Read a chosen file: of the calendar and place of the last time, else closing days; refuses FILE_MISSING."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise Refused(Reason.FILE_MISSING, file=path.name) from problem
    before = max(days_off.of_source(path.name), key=lambda own: own.id, default=None)
    if before is None:
        return FileAsked(path.name, content, DaysOff.OWN)
    return FileAsked(path.name, content, before.calendar, before.place_id)


def preview_file(asked: FileAsked, today: date) -> FilePreview:
    """Compare a file with what is known; refuses CALENDAR_UNREADABLE and FILE_TOO_LONG."""
    found, unclear = _read(asked, today)
    if not found:
        return FilePreview((), (), (), tuple(unclear))
    first, last = min(one.first_day for one in found), max(one.last_day for one in found)
    said = [one for one in days_off.between(first, last) if one.calendar is asked.calendar]
    before = [one for one in said if one.source == asked.name and one.place_id == asked.place_id]
    others = {_key(one) for one in said if one.is_off and one not in before} | _keys_by_rule(asked, first, last)
    told, kept = {_named(one) for one in found}, {_named(one) for one in before}
    typed_open = [one for one in said if not one.is_off and not one.source and one.place_id in (None, asked.place_id)]
    known = [one for one in found if _key(one) in others or _named(one) in kept]
    fresh = [one for one in found if one not in known]
    differing = [one for one in fresh if any(_meet(one, other) for other in typed_open)]
    unclear += [UnclearEvent(one.name, one.first_day, Unclear.HOUSE_DIFFERS) for one in differing]
    return FilePreview(
        new=tuple(one for one in fresh if one not in differing),
        known=tuple(known),
        gone=tuple(one for one in before if _named(one) not in told),
        unclear=tuple(unclear),
    )


def read_file(asked: FileAsked, today: date) -> Changes:
    """Take a file over, whole; what is unclear is left out. Read twice, it adds nothing twice (fact `number` is 0)."""
    with one_act(Act.DAYS_OFF_READ, Topic.DAYS_OFF, file=asked.name) as act:
        if asked.place_id is not None:
            places.get(asked.place_id)
        plan = preview_file(asked, today)
        for old in plan.gone:
            days_off.remove(old.id)
        for new in plan.new:
            days_off.add(new)
        act.facts |= {"number": len(plan.new), "gone": len(plan.gone)}
    return act.changes


def _meet(one: OwnDays, other: OwnDays) -> bool:
    return one.first_day <= other.last_day and one.last_day >= other.first_day


def _key(own: OwnDays) -> tuple[date, date, int | None]:
    """Compare by days alone: "Herfstvakantie" and "Vacances d'automne" on the same days are one holiday."""
    return own.first_day, own.last_day, own.place_id


def _named(own: OwnDays) -> tuple[object, ...]:
    return (*_key(own), own.name)


def _keys_by_rule(asked: FileAsked, first: date, last: date) -> set[tuple[date, date, int | None]]:
    ruled = stretches(by_rule(first - _AROUND, last + _AROUND, [asked.calendar], "nl"))
    return {(one.first, one.last, asked.place_id) for one in ruled}


# --- the file ---


def _read(asked: FileAsked, today: date) -> tuple[list[OwnDays], list[UnclearEvent]]:
    found: dict[tuple[date, date, int | None], OwnDays] = {}
    unclear: dict[UnclearEvent, None] = {}
    for event in _events(asked):
        name = typed_text.line(str(event.get("SUMMARY", ""))[: typed_text.TITLE_LIMIT])
        days = _days_of(event, today) if name else Unclear.NO_NAME
        if isinstance(days, Unclear):
            unclear[UnclearEvent(name, _begins(event), days)] = None
            continue
        for first, last in days:
            own = OwnDays(0, first, last, asked.calendar, name, True, asked.name, asked.place_id)
            found.setdefault(_key(own), own)
        if len(found) > MOST_DAYS_OFF:
            raise Refused(Reason.FILE_TOO_LONG, file=asked.name, limit=MOST_DAYS_OFF)
    return sorted(found.values(), key=lambda own: (own.first_day, own.last_day)), list(unclear)


def _days_of(event: Any, today: date) -> list[tuple[date, date]] | Unclear:
    stretch = _stretch(event)
    if isinstance(stretch, Unclear):
        return stretch
    first, last = stretch
    dates = _dates(event, first, today)
    return Unclear.REPEATS if dates is None else [(day, day + (last - first)) for day in dates]


def _begins(event: Any) -> date | None:
    try:
        begin = event["DTSTART"].dt
    except (KeyError, AttributeError, ValueError):
        return None
    return begin.date() if isinstance(begin, datetime) else begin if isinstance(begin, date) else None


def _events(asked: FileAsked) -> Iterator[Any]:
    from icalendar import Calendar  # noqa: PLC0415 (loaded only when somebody reads a calendar)

    if len(asked.content) > MOST_BYTES:
        raise Refused(Reason.FILE_TOO_LONG, file=asked.name, limit=MOST_DAYS_OFF)
    try:
        calendars = Calendar.from_ical(asked.content, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as broken:
        raise Refused(Reason.CALENDAR_UNREADABLE, file=asked.name) from broken
    if not calendars:
        raise Refused(Reason.CALENDAR_UNREADABLE, file=asked.name)
    return (event for event in events if str(event.get("STATUS", "")).upper() != "CANCELLED")


def _stretch(event: Any) -> tuple[date, date] | Unclear:
    """Give the first and the last day of an event of whole days; the end that a file says is the day after."""
    try:
        begin = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else begin + _lasts(event, begin)
    except (KeyError, AttributeError, TypeError, ValueError, OverflowError):
        return Unclear.NO_DATE
    days = _whole_days(begin, end)
    if days is None:
        return Unclear.HOURS
    first, after = days
    last = max(first, after - timedelta(days=1))
    return Unclear.TOO_LONG if (last - first).days >= LONGEST else (first, last)


def _lasts(event: Any, begin: date | datetime) -> timedelta:
    if "DURATION" in event:
        lasts: timedelta = event["DURATION"].dt
        return lasts
    return timedelta(0) if isinstance(begin, datetime) else timedelta(days=1)


def _whole_days(begin: date | datetime, end: date | datetime) -> tuple[date, date] | None:
    """Read midnight to midnight as whole days: in Brussels, or else in the time zone in which it was written."""
    if not isinstance(begin, datetime) and not isinstance(end, datetime):
        return begin, end
    if not isinstance(begin, datetime) or not isinstance(end, datetime):
        return None
    for first, after in ((_here(begin), _here(end)), (begin, end)):
        if first.time() == after.time() == time(0) and after > first:
            return first.date(), after.date()
    return None


def _here(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(BRUSSELS)


def _dates(event: Any, first: date, today: date) -> Iterable[date] | None:
    """Give the first day of each time that an event comes back; None when it repeats otherwise than every year."""
    if "RRULE" not in event:
        return [first]
    rule = event["RRULE"]
    if isinstance(rule, list) or [str(word).upper() for word in rule.get("FREQ", [])] != ["YEARLY"]:
        return None
    begin, end = date(today.year - _YEARS_BACK, 1, 1), date(today.year + _YEARS_AHEAD, 12, 31)
    words = ";".join(part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL="))
    until = [moment.date() if isinstance(moment, datetime) else moment for moment in rule.get("UNTIL", [])]
    try:
        repeats = rrule.rrulestr(words, dtstart=datetime.combine(first, time(0)))
        dates = [one.date() for one in repeats.between(_at(begin), _at(min([end, *until])), inc=True)]
    except ValueError:
        return None
    return [day for day in dates if day not in _left_out(event)]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(0))


def _left_out(event: Any) -> set[date]:
    listed = event.get("EXDATE", [])
    dates = [one.dt for part in (listed if isinstance(listed, list) else [listed]) for one in part.dts]
    return {moment.date() if isinstance(moment, datetime) else moment for moment in dates}
