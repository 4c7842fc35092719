"""A session against its series: whether it is an exception, and of which kind."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from meetingplace.domain.sessions import Activity, Series, Session, SessionState


class Departure(Enum):
    """An exception: why a session is not simply as its series says."""

    CANCELLED = "cancelled"
    MOVED = "moved"  # another day, hour or place
    ADDED = "added"  # by hand, on a day that is not of the rule
    KEPT = "kept"  # on a day off that the series skips


def departure_of(session: Session, series: Series) -> Departure | None:
    """Tell which exception a session of a series is; None when it is as the series says."""
    if session.state is SessionState.CANCELLED:
        return Departure.CANCELLED
    if session.rule_day is None:
        return Departure.ADDED
    if session.day != session.rule_day or _where_and_when(session.activity) != _where_and_when(series.activity):
        return Departure.MOVED
    return Departure.KEPT if session.day in series.kept else None


def moved_along(session: Session, series: Series, activity: Activity) -> Activity:
    """Give what a session becomes when its series is changed: hours and place that were moved by hand stay."""
    mine, theirs = session.activity, series.activity
    if (mine.start, mine.end) != (theirs.start, theirs.end):
        activity = replace(activity, start=mine.start, end=mine.end)
    if mine.place_id != theirs.place_id:
        activity = replace(activity, place_id=mine.place_id)
    return activity


def _where_and_when(activity: Activity) -> tuple[object, ...]:
    return activity.place_id, activity.start, activity.end
