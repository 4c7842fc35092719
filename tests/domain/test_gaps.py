"""Holes in the plan of a school year, worked out by hand on the calendar of 2026–2027."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from meetingplace.domain.gaps import Gap, gaps

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
MONDAY, WEDNESDAY, SATURDAY = 0, 2, 5


def weekly(first: date, last: date, every: int = 1) -> Iterator[date]:
    """Give a day and the same weekday of the weeks after it, up to another day."""
    while first <= last:
        yield first
        first += timedelta(weeks=every)


MONDAYS = [*weekly(date(2026, 9, 7), date(2027, 6, 28))]  # 43 weeks on end


def test_a_full_year_has_no_gap() -> None:
    assert gaps(MONDAYS, FIRST, LAST, ()) == []


def test_without_sessions_there_is_nothing_to_fill() -> None:
    assert gaps([], FIRST, LAST, ()) == []


def test_a_week_in_which_nothing_goes_on_is_a_gap() -> None:
    days = [day for day in MONDAYS if day != date(2026, 10, 12)]
    assert gaps(days, FIRST, LAST, ()) == [Gap(date(2026, 10, 12), date(2026, 10, 12))]


def test_weeks_without_a_session_that_follow_each_other_are_one_gap() -> None:
    days = [day for day in MONDAYS if not date(2026, 10, 12) <= day <= date(2026, 10, 26)]
    (gap,) = gaps(days, FIRST, LAST, ())
    assert (gap, gap.weeks) == (Gap(date(2026, 10, 12), date(2026, 10, 26)), 3)


def test_a_holiday_is_no_gap() -> None:
    christmas = {date(2026, 12, 21) + timedelta(days=number) for number in range(14)}
    assert gaps([day for day in MONDAYS if day not in christmas], FIRST, LAST, christmas) == []


def test_a_week_with_one_public_holiday_may_be_a_gap() -> None:
    armistice = date(2026, 11, 11)  # a Wednesday: four days are left on which something could go on
    days = [day for day in MONDAYS if day != date(2026, 11, 9)]
    assert gaps(days, FIRST, LAST, {armistice}) == [Gap(date(2026, 11, 9), date(2026, 11, 9))]


def test_neither_before_the_first_session_nor_after_the_last_one_is_there_a_gap() -> None:
    assert gaps(weekly(date(2026, 10, 5), date(2027, 3, 1)), FIRST, LAST, ()) == []


def test_a_weekday_that_is_nearly_empty_for_long_is_a_gap() -> None:
    before = [*weekly(date(2026, 9, 9), date(2026, 11, 4))]  # nine Wednesdays
    hardly = [date(2026, 12, 2), date(2027, 1, 20), date(2027, 2, 10)]  # three of eighteen
    after = [*weekly(date(2027, 3, 17), date(2027, 6, 30))]
    found = gaps([*MONDAYS, *before, *hardly, *after], FIRST, LAST, ())
    assert found == [Gap(date(2026, 11, 9), date(2027, 3, 8), WEDNESDAY)]


def test_a_weekday_that_is_never_used_is_no_gap() -> None:
    once_in_a_month = weekly(date(2026, 9, 12), date(2027, 6, 26), every=4)  # Saturdays
    assert gaps([*MONDAYS, *once_in_a_month], FIRST, LAST, ()) == []


def test_a_short_pause_of_a_weekday_is_no_gap() -> None:
    before, after = weekly(date(2026, 9, 9), date(2026, 11, 4)), weekly(date(2026, 12, 16), date(2027, 6, 30))
    assert gaps([*MONDAYS, *before, *after], FIRST, LAST, ()) == []  # five Wednesdays


def test_weeks_without_anything_are_said_once_not_for_every_weekday() -> None:
    days = [day for day in MONDAYS if not date(2026, 11, 9) <= day <= date(2026, 12, 28)]  # eight weeks
    assert gaps(days, FIRST, LAST, ()) == [Gap(date(2026, 11, 9), date(2026, 12, 28))]


def test_the_longest_gap_is_said_first() -> None:
    missing = {date(2026, 10, 12), date(2027, 2, 1), date(2027, 2, 8)}
    found = gaps([day for day in MONDAYS if day not in missing], FIRST, LAST, ())
    assert [gap.first for gap in found] == [date(2027, 2, 1), date(2026, 10, 12)]
