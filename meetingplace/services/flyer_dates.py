"""The dates of a series as its flyer shows them: those that go on, and those on which it stands still, with why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from meetingplace.documents.flyers.content import Closed, FlyerDate
from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.recurrence import plan
from meetingplace.domain.sessions import Series, Session, SessionState
from meetingplace.services.days_off import days_off
from meetingplace.storage import places

SCHOOL_HOLIDAYS = frozenset({DaysOff.FLEMISH, DaysOff.FRENCH})


def flyer_dates(series: Series, found: Sequence[Session], since: date | None) -> tuple[FlyerDate, ...]:
    """List the dates of a series and its sessions from a day on (none: all), in order.

    Days off before its first date and after its last one are nobody's loss. Where nothing comes any more: all dates.
    """
    made = [_made(one, series) for one in found]
    going_on = [one.day for one in made if one.closed is None]
    if since is not None and any(day >= since for day in going_on):
        made = [one for one in made if one.day >= since]
        going_on = [day for day in going_on if day >= since]
    if not going_on:
        return ()
    skipped = [one for one in _skipped(series, found) if going_on[0] < one.day < going_on[-1]]
    return _with_places(tuple(sorted([*made, *skipped], key=lambda one: one.day)), series, found)


def why_closed(off: Iterable[DayOff]) -> Closed:
    """Say why nothing is held on a day off: schools count public holidays among their own."""
    calendars = {one.calendar for one in off}
    if DaysOff.PUBLIC in calendars:
        return Closed.PUBLIC_HOLIDAY
    return Closed.SCHOOL_HOLIDAYS if calendars & SCHOOL_HOLIDAYS else Closed.OTHER


def _made(session: Session, series: Series) -> FlyerDate:
    if session.state is SessionState.CANCELLED:
        return FlyerDate(session.day, Closed.OTHER)
    own, usual = session.activity, series.activity
    if (own.start, own.end) == (usual.start, usual.end):
        return FlyerDate(session.day)
    return FlyerDate(session.day, start=own.start, end=own.end)


def _skipped(series: Series, found: Sequence[Session]) -> list[FlyerDate]:
    off = days_off(series.rule.first_day, series.rule.last_day, (*series.skips, DaysOff.PUBLIC), "nl")
    here = [one for one in off if one.holds_at(series.activity.place_id)]
    taken = {one.rule_day or one.day for one in found}
    days = [skip.day for skip in plan(series.rule, here, series.skips, series.kept).skipped if skip.day not in taken]
    return [FlyerDate(day, why_closed(one for one in here if one.day == day)) for day in days]


def _with_places(dates: tuple[FlyerDate, ...], series: Series, found: Sequence[Session]) -> tuple[FlyerDate, ...]:
    """Name the place of each date that is held elsewhere."""
    elsewhere = {one.day: one.activity.place_id for one in found if one.activity.place_id != series.activity.place_id}
    if not elsewhere:
        return dates
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    return tuple(
        FlyerDate(one.day, one.closed, one.start, one.end, names.get(elsewhere[one.day], ""))
        if one.day in elsewhere and one.closed is None
        else one
        for one in dates
    )
