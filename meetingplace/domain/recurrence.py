"""When a series repeats: the rule, its dates, and the dates it skips with the reason.

Dates are plain calendar dates and hours are local (Europe/Brussels), so a session at 9:30 stays at 9:30 when the clock
changes.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from meetingplace.domain.calendar import DayOff, DaysOff, monday_of
from meetingplace.domain.refusals import Reason, Refused

LONGEST = 3 * 366  # days: a rule typed with a wrong year must not make thousands of sessions
MOST = 500  # dates of one series: more is a mistake, or wants to be several series
LAST = -1  # as an ordinal: the last one of the month
ORDINALS = (1, 2, 3, 4, 5, LAST)


@dataclass(frozen=True)
class Weekly:
    """Every n weeks on some weekdays (Monday is 0), from the first day to the last day, both included."""

    weekdays: tuple[int, ...]
    first_day: date
    last_day: date
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse END_BEFORE_START, PERIOD_TOO_LONG, NO_DATES (no weekday) and NUMBER_IMPOSSIBLE (every n)."""
        _check(self.first_day, self.last_day, self.weekdays, self.every, 52)

    def dates(self) -> list[date]:
        """List the dates of the rule in order; weeks are counted from the week of the first day."""
        found = []
        monday = monday_of(self.first_day)
        while monday <= self.last_day:
            found += [monday + timedelta(days=weekday) for weekday in sorted(set(self.weekdays))]
            monday += timedelta(weeks=self.every)
        return [day for day in found if self.first_day <= day <= self.last_day]


@dataclass(frozen=True)
class Monthly:
    """Some weekdays of the month, such as the first Saturday: `ordinals` are 1 to 5, or LAST for the last one.

    Every n months, counted from the month of the first day. A month without a fifth one is passed over.
    """

    weekdays: tuple[int, ...]
    ordinals: tuple[int, ...]
    first_day: date
    last_day: date
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse what a weekly rule refuses, and NO_DATES without an ordinal."""
        _check(self.first_day, self.last_day, self.weekdays, self.every, 12)
        if not self.ordinals or not set(self.ordinals) <= set(ORDINALS):
            raise Refused(Reason.NO_DATES)

    def dates(self) -> list[date]:
        """List the dates of the rule in order, each once: the fourth and the last one may be the same day."""
        found: set[date] = set()
        year, month = self.first_day.year, self.first_day.month
        while date(year, month, 1) <= self.last_day:
            found.update(self._of_month(year, month))
            year, month = year + (month + self.every - 1) // 12, (month + self.every - 1) % 12 + 1
        return sorted(day for day in found if self.first_day <= day <= self.last_day)

    def _of_month(self, year: int, month: int) -> Iterator[date]:
        days = [date(year, month, number) for number in range(1, calendar.monthrange(year, month)[1] + 1)]
        for weekday in self.weekdays:
            these = [day for day in days if day.weekday() == weekday]
            for ordinal in self.ordinals:
                at = ordinal if ordinal == LAST else ordinal - 1
                if at < len(these):
                    yield these[at]


@dataclass(frozen=True)
class Picked:
    """Dates that somebody picked by hand."""

    days: tuple[date, ...]

    def __post_init__(self) -> None:
        """Refuse NO_DATES, TOO_MANY_DATES and PERIOD_TOO_LONG; the dates are put in order, each once."""
        object.__setattr__(self, "days", tuple(sorted(set(self.days))))
        if not self.days:
            raise Refused(Reason.NO_DATES)
        if len(self.days) > MOST:
            raise Refused(Reason.TOO_MANY_DATES, limit=MOST)
        _check(self.first_day, self.last_day, (0,), 1, 1)

    @property
    def first_day(self) -> date:
        """Give the first date."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """Give the last date."""
        return self.days[-1]

    def dates(self) -> list[date]:
        """List the dates."""
        return list(self.days)


Rule = Weekly | Monthly | Picked


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

    @property
    def last_day(self) -> date | None:
        """Give the last date that is made; None when there is none."""
        return self.made[-1] if self.made else None

    def after(self, day: date) -> Plan:
        """Give what comes after a day."""
        made = tuple(one for one in self.made if one > day)
        return Plan(made, tuple(one for one in self.skipped if one.day > day))


def plan(
    rule: Rule,
    days_off: Iterable[DayOff],
    skips: Iterable[DaysOff],
    kept: Iterable[date] = (),
    number: int | None = None,
) -> Plan:
    """Divide the dates of a rule over made and skipped; a skipped date that somebody ticked as kept is made.

    With a `number` only so many dates are made: dates that are skipped do not count. Refuses TOO_MANY_DATES, and
    NUMBER_IMPOSSIBLE for a number that no series has.
    """
    if number is not None and not 1 <= number <= MOST:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
    wanted, ticked = set(skips), set(kept)
    off: dict[date, list[DayOff]] = {}
    for day_off in days_off:
        if day_off.calendar in wanted:
            off.setdefault(day_off.day, []).append(day_off)
    dates = rule.dates()
    made = tuple(islice((day for day in dates if day not in off or day in ticked), number))
    if len(made) > MOST:
        raise Refused(Reason.TOO_MANY_DATES, limit=MOST)
    left = [day for day in dates if day in off and day not in ticked]
    if number is not None and made:
        left = [day for day in left if day < made[-1]]
    return Plan(made, tuple(Skipped(day, tuple(off[day])) for day in left))


def until(rule: Rule, last_day: date) -> Rule:
    """Let a rule end on a day; of picked dates those up to it stay. Refuses NO_DATES and END_BEFORE_START."""
    if isinstance(rule, Picked):
        return Picked(tuple(day for day in rule.days if day <= last_day))
    return replace(rule, last_day=last_day)


def since(rule: Rule, first_day: date) -> Rule:
    """Let a rule begin on a day, on the dates that it had anyway: weeks and months are counted as before."""
    if isinstance(rule, Picked):
        return Picked(tuple(day for day in rule.days if day >= first_day))
    begins = next((day for day in rule.dates() if day >= first_day), None)
    if begins is None:
        raise Refused(Reason.NO_DATES)
    return replace(rule, first_day=begins)


def _check(first_day: date, last_day: date, weekdays: Iterable[int], every: int, most: int) -> None:
    days = set(weekdays)
    if last_day < first_day:
        raise Refused(Reason.END_BEFORE_START)
    if (last_day - first_day).days > LONGEST:
        raise Refused(Reason.PERIOD_TOO_LONG, limit=LONGEST)
    if not days or not days <= set(range(7)):
        raise Refused(Reason.NO_DATES)
    if not 1 <= every <= most:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=every)
