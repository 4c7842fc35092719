"""All dates of a series, as they became: made, skipped with why, moved, added, cancelled, held. No verbs."""

from __future__ import annotations

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
class SeriesDatesBoard:
    """A series with all its dates, in order."""

    series: Series
    dates: tuple[SeriesDate, ...]


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
    return SeriesDatesBoard(series, tuple(sorted([*made, *skipped], key=lambda one: one.day)))
