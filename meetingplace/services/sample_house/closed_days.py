"""What the sample house says of days off: a closing day, a pedagogical day, a school holiday that begins earlier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from meetingplace.domain.calendar import DaysOff, stretches
from meetingplace.services.days_off import by_rule
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

CALENDARS = (DaysOff.FLEMISH, DaysOff.PUBLIC, DaysOff.OWN)  # a Dutch-language house skips these, not the French ones
CLOSING_IN, PEDAGOGICAL_IN, HOLIDAY_IN = 16, 26, 14  # days from today on
FRIDAY, WEDNESDAY = 4, 2
_AHEAD = timedelta(days=300)
_HOLIDAY = timedelta(days=5)  # shorter ones are feasts


def save(given: Ingredients) -> None:
    """Write the days off that are known before anything is planned."""
    names = given.texts["days_off"]
    off = {day.day for day in by_rule(given.today, given.today + _AHEAD, CALENDARS, "nl")}
    closing = _next(given.today + timedelta(days=CLOSING_IN), off, lambda day: day.weekday() <= FRIDAY)
    off.add(closing)
    pedagogical = _next(given.today + timedelta(days=PEDAGOGICAL_IN), off, lambda day: day.weekday() == WEDNESDAY)
    _load(given, [
        (closing, closing, DaysOff.OWN, names["closing"], None),
        (pedagogical, pedagogical, DaysOff.FLEMISH, names["pedagogical"], None),
        _longer_holiday(given),
    ])  # fmt: skip


def close_place(given: Ingredients, place: int, day: date) -> None:
    """Close one place for a day."""
    _load(given, [(day, day, DaysOff.OWN, given.texts["days_off"]["place"], place)])


def _longer_holiday(given: Ingredients) -> tuple[Any, ...]:
    """Let the next school holiday begin on the Friday before, as the school in the street does."""
    begin = given.today + timedelta(days=HOLIDAY_IN)
    rules = stretches(by_rule(begin, begin + _AHEAD, [DaysOff.FLEMISH], "nl"))
    holiday = next(one for one in rules if one.first > begin and one.last - one.first >= _HOLIDAY)
    friday = holiday.first - timedelta(days=(holiday.first.weekday() - FRIDAY - 1) % 7 + 1)
    return friday, holiday.last, DaysOff.FLEMISH, holiday.name, None


def _next(day: date, off: set[date], fits: Callable[[date], bool]) -> date:
    while day in off or not fits(day):
        day += timedelta(days=1)
    return day


def _load(given: Ingredients, rows: Sequence[tuple[Any, ...]]) -> None:
    columns = "first_day last_day calendar name place is_off source version".split()
    bulk.load(tables.OwnDayOff, columns, [
        (first, last, calendar.value, name, place, True, "", given.version())
        for first, last, calendar, name, place in rows
    ])  # fmt: skip
