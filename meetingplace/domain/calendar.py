"""Days off of the two school communities and of everybody, as values. Where the dates come from is not known here."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum


class DaysOff(Enum):
    """A calendar of days off. Brussels lives with both school calendars side by side."""

    FLEMISH = "flemish"
    FRENCH = "french"
    PUBLIC = "public"
    OWN = "own"  # closing days of the house, or of one place of it


@dataclass(frozen=True)
class DayOff:
    """One day of one calendar, with its name in the language that was asked for.

    `own_id` is the row of the house's own calendar that says so; None means the library. With a place it holds only
    there.
    """

    day: date
    calendar: DaysOff
    name: str
    own_id: int | None = None
    place_id: int | None = None

    def holds_at(self, place_id: int) -> bool:
        """Tell whether it is a day off at a place."""
        return self.place_id in (None, place_id)


@dataclass(frozen=True)
class OwnDays:
    """Days of the house's own calendar, both ends included: they complete or correct what the library says.

    `is_off` False says that these days are not off after all. `source` is empty when somebody of the house typed it,
    else the name of the calendar file that it was read from. Without a place it holds for the whole house.
    """

    id: int
    first_day: date
    last_day: date
    calendar: DaysOff
    name: str
    is_off: bool = True
    source: str = ""
    place_id: int | None = None
    version: int = 0


@dataclass(frozen=True)
class Holiday:
    """An unbroken stretch of days off of one calendar; both ends included."""

    calendar: DaysOff
    name: str
    first: date
    last: date
    own_id: int | None = None
    place_id: int | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """List its days."""
        return tuple(self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


def stretches(days: Iterable[DayOff]) -> list[Holiday]:
    """Join days off that follow each other in one calendar under one name into holidays, by calendar and date."""
    found: list[Holiday] = []
    for day in sorted(days, key=lambda off: (*_kind(off), off.day)):  # a feast may fall in a holiday
        last = found[-1] if found else None
        if last and _kind(last) == _kind(day) and last.last >= day.day - timedelta(1):
            found[-1] = replace(last, last=day.day)
        else:
            found.append(Holiday(day.calendar, day.name, day.day, day.day, day.own_id, day.place_id))
    return sorted(found, key=lambda holiday: (holiday.calendar.value, holiday.first))


def corrected(days: Iterable[DayOff], own: Iterable[OwnDays]) -> list[DayOff]:
    """Complete and correct the days of the library by those of the house: where they differ, the house wins.

    What the house says later stands over what it said before; a day that is not off after all is left out, in its own
    calendar only. Closing days of one place stand beside those of the whole house.
    """
    found: dict[tuple[date, DaysOff, int | None], list[DayOff]] = {}
    for off in days:
        found.setdefault((off.day, off.calendar, off.place_id), []).append(off)
    for said in sorted(own, key=lambda one: one.id):
        for number in range((said.last_day - said.first_day).days + 1):
            day = said.first_day + timedelta(days=number)
            off = DayOff(day, said.calendar, said.name, said.id, said.place_id)
            found[day, said.calendar, said.place_id] = [off] if said.is_off else []
    every = (off for offs in found.values() for off in offs)
    return sorted(every, key=lambda off: (off.day, off.calendar.value, off.place_id or 0))


def left_out(first: date, last: date, new_first: date, new_last: date) -> list[tuple[date, date]]:
    """Give the stretches of a holiday, both ends included, that another stretch does not cover."""
    before = (first, min(last, new_first - timedelta(days=1)))
    after = (max(first, new_last + timedelta(days=1)), last)
    return [(begin, end) for begin, end in dict.fromkeys((before, after)) if begin <= end]


def _kind(off: DayOff | Holiday) -> tuple[str, str, int, int]:
    return off.calendar.value, off.name, off.own_id or 0, off.place_id or 0


def months_later(day: date, months: int) -> date:
    """Give the day so many months later (or earlier); the last of the month where that day does not exist."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def monday_of(day: date) -> date:
    """Give the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def school_year_of(day: date) -> tuple[date, date]:
    """Give the first and last day of the school year (1 September to 31 August) in which a day falls."""
    first_year = day.year if day.month >= 9 else day.year - 1
    return date(first_year, 9, 1), date(first_year + 1, 8, 31)
