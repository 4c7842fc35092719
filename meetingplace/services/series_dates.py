"""All dates of a series, as they became: made, skipped with why, moved, added, cancelled, held. No verbs.

A series that was split shows what it follows and what follows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.recurrence import plan
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Departure, departure_of
from meetingplace.domain.sessions import Series, Session
from meetingplace.services.days_off import days_off
from meetingplace.storage import sessions, visits


@dataclass(frozen=True)
class SeriesDate:
    """A date: with its session, or skipped because of days off."""

    day: date
    session: Session | None
    departure: Departure | None = None
    has_visits: bool = False
    off: tuple[DayOff, ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """The series that another one was split off from, or one that was split off from it.

    `day` is where they meet: the last date of what came before, the first one of what follows. With a session of it.
    """

    series: Series
    is_before: bool
    day: date
    session_id: int


@dataclass(frozen=True)
class SeriesDatesBoard:
    """A series with all its dates, in order, and the series before and after it."""

    series: Series
    dates: tuple[SeriesDate, ...]
    neighbours: tuple[Neighbour, ...] = ()


def series_dates_board(session_id: int, language: str) -> SeriesDatesBoard:
    """Show the dates of the series of a session; refuses NOT_FOUND when it stands alone."""
    session = sessions.get(session_id)
    if session.series_id is None:
        raise Refused(Reason.NOT_FOUND, what="Series")
    series = sessions.get_series(session.series_id)
    found = sessions.of_series(series.id)
    registered = visits.registered_at([one.id for one in found])
    made = [SeriesDate(one.day, one, departure_of(one, series), one.id in registered) for one in found]
    off = days_off(series.rule.first_day, series.rule.last_day, tuple(DaysOff), language)
    here = [one for one in off if one.holds_at(series.activity.place_id)]
    taken = {one.rule_day or one.day for one in found}
    skipped = [
        SeriesDate(skip.day, None, off=skip.why)
        for skip in plan(series.rule, here, series.skips, series.kept).skipped
        if skip.day not in taken
    ]
    return SeriesDatesBoard(series, tuple(sorted([*made, *skipped], key=lambda one: one.day)), tuple(_around(series)))


def _around(series: Series) -> Iterable[Neighbour]:
    """Give the series before and after one, as far as they still have sessions."""
    before = [] if series.follows is None else [sessions.get_series(series.follows)]
    for one in (*before, *sessions.followers_of(series.id)):
        found = sessions.of_series(one.id)
        if found:
            is_before = one in before
            yield Neighbour(one, is_before, found[-1 if is_before else 0].day, found[0].id)
