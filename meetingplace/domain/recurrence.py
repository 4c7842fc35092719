"""When a series repeats: the rule, its dates, and the dates it skips with the reason.

Dates are plain calendar dates and hours are local (Europe/Brussels), so a session at 9:30 stays at 9:30 when the clock
changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.domain.calendar import DayOff, DaysOff, monday_of
from meetingplace.domain.refusals import Reason, Refused

LONGEST = 3 * 366  # days: a rule typed with a wrong year must not make thousands of sessions


@dataclass(frozen=True)
class Weekly:
    """Every n weeks on some weekdays (Monday is 0), from the first day to the last day, both included."""

    weekdays: tuple[int, ...]
    first_day: date
    last_day: date
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse END_BEFORE_START, PERIOD_TOO_LONG, NO_DATES (no weekday) and NUMBER_IMPOSSIBLE (every n)."""
        if self.last_day < self.first_day:
            raise Refused(Reason.END_BEFORE_START)
        if (self.last_day - self.first_day).days > LONGEST:
            raise Refused(Reason.PERIOD_TOO_LONG, limit=LONGEST)
        if not self.weekdays or not set(self.weekdays) <= set(range(7)):
            raise Refused(Reason.NO_DATES)
        if not 1 <= self.every <= 52:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=self.every)

    def dates(self) -> list[date]:
        """List the dates of the rule in order; weeks are counted from the week of the first day."""
        found = []
        monday = monday_of(self.first_day)
        while monday <= self.last_day:
            found += [monday + timedelta(days=weekday) for weekday in sorted(set(self.weekdays))]
            monday += timedelta(weeks=self.every)
        return [day for day in found if self.first_day <= day <= self.last_day]


@dataclass(frozen=True)
class Skipped:
    """A date of the rule that is not made, and the days off that fall on it."""

    day: date
    why: tuple[DayOff, ...]


@dataclass(frozen=True)
class Plan:
    """What a rule gives: the dates to make and the dates to skip, shown before anything is saved."""

    made: tuple[date, ...]
    skipped: tuple[Skipped, ...]


def plan(rule: Weekly, days_off: Iterable[DayOff], skips: Iterable[DaysOff], kept: Iterable[date] = ()) -> Plan:
    """Divide the dates of a rule over made and skipped; a skipped date that somebody ticked as kept is made."""
    wanted, ticked = set(skips), set(kept)
    off: dict[date, list[DayOff]] = {}
    for day_off in days_off:
        if day_off.calendar in wanted:
            off.setdefault(day_off.day, []).append(day_off)
    dates = rule.dates()
    skipped = tuple(Skipped(day, tuple(off[day])) for day in dates if day in off and day not in ticked)
    left_out = {skip.day for skip in skipped}
    return Plan(tuple(day for day in dates if day not in left_out), skipped)
