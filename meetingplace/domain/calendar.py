"""Days off of the two school communities and of everybody, as values. Where the dates come from is not known here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class DaysOff(Enum):
    """A calendar of days off. Brussels lives with both school calendars side by side."""

    FLEMISH = "flemish"
    FRENCH = "french"
    PUBLIC = "public"


@dataclass(frozen=True)
class DayOff:
    """One day of one calendar, with its name in the language that was asked for."""

    day: date
    calendar: DaysOff
    name: str


@dataclass(frozen=True)
class Holiday:
    """An unbroken stretch of days off of one calendar; both ends included."""

    calendar: DaysOff
    name: str
    first: date
    last: date


def stretches(days: Iterable[DayOff]) -> list[Holiday]:
    """Join days off that follow each other in one calendar under one name into holidays, by calendar and date."""
    found: list[Holiday] = []
    for day in sorted(days, key=lambda off: (off.calendar.value, off.name, off.day)):  # a feast may fall in a holiday
        last = found[-1] if found else None
        if last and (last.calendar, last.name) == (day.calendar, day.name) and last.last >= day.day - timedelta(1):
            found[-1] = Holiday(last.calendar, last.name, last.first, day.day)
        else:
            found.append(Holiday(day.calendar, day.name, day.day, day.day))
    return sorted(found, key=lambda holiday: (holiday.calendar.value, holiday.first))


def monday_of(day: date) -> date:
    """Give the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def school_year_of(day: date) -> tuple[date, date]:
    """Give the first and last day of the school year (1 September to 31 August) in which a day falls."""
    first_year = day.year if day.month >= 9 else day.year - 1
    return date(first_year, 9, 1), date(first_year + 1, 8, 31)
