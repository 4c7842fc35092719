"""Days off joined into holidays, weeks and school years: worked out by hand on a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain.calendar import DayOff, DaysOff, Holiday, monday_of, school_year_of, stretches

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
OFF = st.builds(DayOff, DAYS, st.sampled_from(DaysOff), st.sampled_from(["herfst", "krokus"]))


def _days(calendar: DaysOff, name: str, first: date, number: int) -> list[DayOff]:
    return [DayOff(first + timedelta(days=day), calendar, name) for day in range(number)]


def test_days_that_follow_each_other_are_one_holiday_in_each_calendar() -> None:
    flemish = _days(DaysOff.FLEMISH, "herfst", date(2026, 11, 2), 7)
    french = _days(DaysOff.FRENCH, "automne", date(2026, 10, 19), 14)
    assert stretches([*reversed(flemish), *french]) == [
        Holiday(DaysOff.FLEMISH, "herfst", date(2026, 11, 2), date(2026, 11, 8)),
        Holiday(DaysOff.FRENCH, "automne", date(2026, 10, 19), date(2026, 11, 1)),
    ]


def test_a_gap_or_another_name_begins_another_holiday() -> None:
    days = [
        DayOff(date(2026, 11, 2), DaysOff.FLEMISH, "herfst"),
        DayOff(date(2026, 11, 4), DaysOff.FLEMISH, "herfst"),
        DayOff(date(2026, 11, 5), DaysOff.FLEMISH, "studiedag"),
    ]
    assert [(holiday.name, holiday.first, holiday.last) for holiday in stretches(days)] == [
        ("herfst", date(2026, 11, 2), date(2026, 11, 2)),
        ("herfst", date(2026, 11, 4), date(2026, 11, 4)),
        ("studiedag", date(2026, 11, 5), date(2026, 11, 5)),
    ]


def test_a_feast_within_a_holiday_does_not_break_it() -> None:
    christmas = DayOff(date(2026, 12, 25), DaysOff.FLEMISH, "Kerstmis")
    holiday = _days(DaysOff.FLEMISH, "kerstvakantie", date(2026, 12, 21), 14)
    assert stretches([*holiday, christmas]) == [
        Holiday(DaysOff.FLEMISH, "kerstvakantie", date(2026, 12, 21), date(2027, 1, 3)),
        Holiday(DaysOff.FLEMISH, "Kerstmis", date(2026, 12, 25), date(2026, 12, 25)),
    ]


def test_a_holiday_crosses_the_end_of_a_month_and_of_a_year() -> None:
    (holiday,) = stretches(_days(DaysOff.FRENCH, "hiver", date(2027, 12, 27), 14))
    assert (holiday.first, holiday.last) == (date(2027, 12, 27), date(2028, 1, 9))


@given(st.lists(OFF, max_size=40))
def test_holidays_cover_exactly_the_days_they_were_made_of(days: list[DayOff]) -> None:
    covered = [
        DayOff(holiday.first + timedelta(days=day), holiday.calendar, holiday.name)
        for holiday in stretches(days)
        for day in range((holiday.last - holiday.first).days + 1)
    ]
    assert set(covered) == set(days)
    assert len(covered) == len(set(days))  # each once


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 10, 26), date(2026, 10, 26)),
        (date(2026, 11, 1), date(2026, 10, 26)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_the_monday_of_a_week(day: date, monday: date) -> None:
    assert monday_of(day) == monday


@given(DAYS)
def test_a_day_lies_in_the_week_of_its_monday(day: date) -> None:
    assert monday_of(day).isoweekday() == 1
    assert 0 <= (day - monday_of(day)).days < 7


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026), (date(2027, 8, 31), 2026)],
)
def test_a_school_year_runs_from_september_to_august(day: date, first: int) -> None:
    assert school_year_of(day) == (date(first, 9, 1), date(first + 1, 8, 31))
