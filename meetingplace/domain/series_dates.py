"""A session against its series: whether it is an exception, what a change of the series leaves of it, and its dates."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from enum import Enum
from typing import Any

from meetingplace.domain.sessions import Activity, Brief, Series, Session, SessionState


class Departure(Enum):
    """An exception: why a session is not simply as its series says."""

    CANCELLED = "cancelled"
    MOVED = "moved"  # another day, hour or place
    ADDED = "added"  # by hand, on a day that is not of the rule
    KEPT = "kept"  # on a day off that the series skips


@dataclass(frozen=True)
class Usual:
    """Where and when a series is held, and the days off on which it goes on: what an exception is held against."""

    place_id: int
    start: time
    end: time
    kept: tuple[date, ...] = ()


def usual_of(series: Series) -> Usual:
    """Give what is usual in a series."""
    return Usual(series.activity.place_id, series.activity.start, series.activity.end, series.kept)


def departure_of(session: Session | Brief, series: Series | Usual) -> Departure | None:
    """Tell which exception a session of a series is; None when it is as the series says."""
    one = session.brief if isinstance(session, Session) else session
    usual = usual_of(series) if isinstance(series, Series) else series
    if one.state is SessionState.CANCELLED:
        return Departure.CANCELLED
    if one.rule_day is None:
        return Departure.ADDED
    if one.day != one.rule_day or (one.place_id, one.start, one.end) != (usual.place_id, usual.start, usual.end):
        return Departure.MOVED
    return Departure.KEPT if one.day in usual.kept else None


def changed_fields(before: Activity, after: Activity) -> dict[str, Any]:
    """Give the fields that differ, by name, as they are afterwards; another order of the same is no change."""
    pairs = {one.name: (getattr(before, one.name), getattr(after, one.name)) for one in fields(Activity)}
    return {name: new for name, (old, new) in pairs.items() if _unordered(old) != _unordered(new)}


def moved_along(activity: Activity, usual: Activity, changed: Mapping[str, Any]) -> Activity:
    """Give what a session becomes when fields of its series are changed; `usual` is what its series was before.

    Only those fields are written: what it has of its own stays. Hours and place that were moved by hand are an
    exception and stay in any case.
    """
    taken = dict(changed)
    if (activity.start, activity.end) != (usual.start, usual.end):
        taken = {name: new for name, new in taken.items() if name not in ("start", "end")}
    if activity.place_id != usual.place_id:
        taken.pop("place_id", None)
    return replace(activity, **taken)


def paired(stands: Mapping[int, date], dates: Iterable[date], staying: Collection[int] = ()) -> dict[int, date]:
    """Pair sessions (id, and the date each stands for) with the dates of another rule: one date each, none twice.

    The same date goes first, then the same ISO week, then the same month; what is left is paired in order. Who is
    `staying` keeps its own day, so it only takes a date that is clearly its own (not one in order), and comes last.
    """
    pairs: dict[int, date] = {}
    order = sorted(stands, key=lambda id: (id in staying, stands[id], id))
    for alike in _ALIKE:
        left: dict[object, deque[date]] = defaultdict(deque)
        for day in sorted(set(dates) - set(pairs.values())):
            left[alike(day)].append(day)
        for id in order:
            waits = id not in pairs and not (alike is _any and id in staying)
            if waits and left[alike(stands[id])]:
                pairs[id] = left[alike(stands[id])].popleft()
    return pairs


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month


def _any(_day: date) -> object:
    return None


_ALIKE: tuple[Callable[[date], object], ...] = (_day, _week, _month, _any)


def _unordered(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value
