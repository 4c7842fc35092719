"""What the planning screen shows of many weeks: a month, and the school year at a glance. No verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.domain.calendar import DayOff, DaysOff, Holiday, monday_of, school_year_of
from meetingplace.domain.clashes import Care, Clash, all_clashes
from meetingplace.domain.gaps import Gap, gaps
from meetingplace.domain.series_dates import Usual
from meetingplace.domain.sessions import Brief, Function
from meetingplace.domain.wanted import Wanted
from meetingplace.services.care import care
from meetingplace.services.days_off import days_off
from meetingplace.services.timetable import CLOSED, SCHOOLS, school_holidays
from meetingplace.storage import sessions, visits

_AROUND = 75  # days looked at on both sides of a month, so that a holiday is named with its first and last day


@dataclass(frozen=True)
class WeekLine:
    """A week of the year: what is wanted of it, by day."""

    monday: date
    by_day: Mapping[date, tuple[Brief, ...]]
    number: int  # of sessions that go on


@dataclass(frozen=True)
class YearBoard:
    """A school year, September to August, week by week."""

    first: date
    last: date
    today: date
    weeks: tuple[WeekLine, ...]
    off: Mapping[DaysOff, frozenset[date]]  # of both school calendars
    closed: Mapping[date, DayOff]  # public holidays and closing days of the house, or of the wanted place
    number: int  # of sessions that go on
    by_function: Mapping[Function, int]
    gaps: tuple[Gap, ...]
    care: Care
    usual: Mapping[int, Usual]  # in the series of what is wanted, by their id
    hints: Mapping[int, tuple[Clash, ...]]  # by session
    is_anything_planned: bool

    @property
    def shown(self) -> tuple[Brief, ...]:
        """List all its sessions."""
        return tuple(one for week in self.weeks for of_day in week.by_day.values() for one in of_day)


@dataclass(frozen=True)
class MonthBoard:
    """The weeks in which a month lies, from a Monday to a Sunday."""

    month: date  # its first day
    first: date
    last: date
    today: date
    by_day: Mapping[date, tuple[Brief, ...]]  # what is wanted
    everywhere: tuple[Brief, ...]  # of the whole house: who is busy where, while a session is dragged
    care: Care
    usual: Mapping[int, Usual]  # in the series of what is wanted, by their id
    hints: Mapping[int, tuple[Clash, ...]]  # by session
    protected: frozenset[int]  # held, or with visits: they stay where they are
    holidays: tuple[Holiday, ...]
    closed: tuple[DayOff, ...]
    is_anything_planned: bool


def year_board(day: date, today: date, wanted: Wanted, language: str) -> YearBoard:
    """Show what is wanted of the school year in which a day lies."""
    first, last = school_year_of(day)
    everywhere = sessions.briefs(first, last)
    found = [one for one in everywhere if wanted.wants(one)]
    going = [one for one in found if one.goes_on]
    off = days_off(first, last, tuple(DaysOff), language)
    holidays = school_holidays(off, first, last)
    school = {
        calendar: frozenset(day for one in holidays if one.calendar is calendar for day in one.days)
        for calendar in SCHOOLS
    }
    closed = {one.day: one for one in off if one.calendar in CLOSED and one.place_id in (None, wanted.place_id)}
    known = care(first, last, [one for one in off if one.calendar in CLOSED])
    free = school[DaysOff.FLEMISH] | school[DaysOff.FRENCH] | closed.keys()
    return YearBoard(
        first=first,
        last=last,
        today=today,
        weeks=tuple(_weeks(first, last, found)),
        off=school,
        closed=closed,
        number=len(going),
        by_function=Counter(function for one in going for function in one.functions),
        gaps=tuple(gaps((one.day for one in going), first, last, free)),
        care=known,
        usual=sessions.usual(one.series_id for one in found),
        hints=all_clashes(found, everywhere, known, today),
        is_anything_planned=bool(everywhere) or sessions.is_any(),
    )


def month_board(day: date, today: date, wanted: Wanted, language: str) -> MonthBoard:
    """Show what is wanted of the weeks of the month in which a day lies."""
    month = day.replace(day=1)
    first = monday_of(month)
    last = monday_of((month + timedelta(days=31)).replace(day=1) - timedelta(days=1)) + timedelta(days=6)
    everywhere = sessions.briefs(first, last)
    shown = [one for one in everywhere if wanted.wants(one)]
    around = days_off(first - timedelta(_AROUND), last + timedelta(_AROUND), tuple(DaysOff), language)
    closed = [one for one in around if one.calendar in CLOSED and first <= one.day <= last]
    known = care(first, last, closed)
    return MonthBoard(
        month=month,
        first=first,
        last=last,
        today=today,
        by_day=_by_day(shown),
        everywhere=tuple(everywhere),
        care=known,
        usual=sessions.usual(one.series_id for one in shown),
        hints=all_clashes(shown, everywhere, known, today),
        protected=frozenset(visits.registered_between(first, last)),
        holidays=school_holidays(around, first, last),
        closed=tuple(closed),
        is_anything_planned=bool(everywhere) or sessions.is_any(),
    )


def _weeks(first: date, last: date, found: Sequence[Brief]) -> list[WeekLine]:
    by_day = _by_day(found)
    lines = []
    for number in range((monday_of(last) - monday_of(first)).days // 7 + 1):
        monday = monday_of(first) + timedelta(weeks=number)
        days = [monday + timedelta(days=weekday) for weekday in range(7)]
        of_week = {day: by_day[day] for day in days if day in by_day}
        going = sum(one.goes_on for of_day in of_week.values() for one in of_day)
        lines.append(WeekLine(monday, of_week, going))
    return lines


def _by_day(found: Sequence[Brief]) -> dict[date, tuple[Brief, ...]]:
    by_day: dict[date, tuple[Brief, ...]] = {}
    for one in found:
        by_day[one.day] = (*by_day.get(one.day, ()), one)
    return by_day
