"""Holes in the plan of a school year: weeks in which nothing goes on, and a weekday on which there is long little."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from meetingplace.domain.calendar import monday_of

LONG = 6  # weeks: so long a weekday must be nearly empty, and so long used, before it is worth a word; our choice
_LITTLE, _USUAL = 0.25, 0.5  # shares of weeks with a session: of a hole at most, and outside it at least
_MOST_OFF = 3  # days off from Monday to Friday from which on a week is a holiday


@dataclass(frozen=True)
class Gap:
    """A stretch of weeks, from a Monday to the Monday of the last one; without a weekday nothing at all goes on."""

    first: date
    last: date
    weekday: int | None = None

    @property
    def weeks(self) -> int:
        """Count its weeks, holidays in between included."""
        return (self.last - self.first).days // 7 + 1


def gaps(days: Iterable[date], first: date, last: date, off: Collection[date]) -> list[Gap]:
    """Find the holes between two days, longest first: `days` are those of the sessions that go on, `off` days off.

    Weeks of holidays are no holes, and neither is what lies before the first session or after the last one. Weeks in
    which nothing goes on at all are said once, not again for each weekday.
    """
    planned = sorted(set(days))
    if not planned:
        return []
    mondays = [monday_of(planned[0]) + timedelta(weeks=n) for n in range(_weeks(planned[0], planned[-1]))]
    working = [monday for monday in mondays if not _is_holiday(monday, off) and first <= monday + timedelta(6) <= last]
    busy = {monday_of(day) for day in planned}
    found = [*_empty(working, busy), *_sparse([monday for monday in working if monday in busy], set(planned))]
    return sorted(found, key=lambda gap: (-gap.weeks, gap.first, gap.weekday or 0))


def _weeks(first: date, last: date) -> int:
    return (monday_of(last) - monday_of(first)).days // 7 + 1


def _is_holiday(monday: date, off: Collection[date]) -> bool:
    return sum(monday + timedelta(days=n) in off for n in range(5)) >= _MOST_OFF


def _empty(working: Sequence[date], busy: Collection[date]) -> list[Gap]:
    runs = [(is_busy, list(weeks)) for is_busy, weeks in groupby(working, key=lambda monday: monday in busy)]
    return [Gap(weeks[0], weeks[-1]) for is_busy, weeks in runs if not is_busy]


def _sparse(busy: Sequence[date], planned: Collection[date]) -> list[Gap]:
    found = []
    for weekday in range(7):
        has = [monday + timedelta(days=weekday) in planned for monday in busy]
        stretch = _longest_hole(has)
        if stretch is not None:
            found.append(Gap(busy[stretch[0]], busy[stretch[1]], weekday))
    return found


def _longest_hole(has: Sequence[bool]) -> tuple[int, int] | None:
    """Give the longest stretch with hardly anything in it, among weeks that otherwise usually have something."""
    best: tuple[int, int] | None = None
    for begin in range(len(has)):
        for end in range(begin + LONG - 1, len(has)):
            inside, outside = has[begin : end + 1], [*has[:begin], *has[end + 1 :]]
            is_hole = not inside[0] and not inside[-1] and sum(inside) <= _LITTLE * len(inside)
            is_usual = len(outside) >= LONG and sum(outside) >= _USUAL * len(outside)
            if is_hole and is_usual and (best is None or end - begin > best[1] - best[0]):
                best = begin, end
    return best
