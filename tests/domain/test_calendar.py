"""Days off joined into holidays, weeks and school years: worked out by hand on a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain.calendar import (
    DayOff,
    DaysOff,
    Holiday,
    OwnDays,
    corrected,
    left_out,
    monday_of,
    months_later,
    school_year_of,
    stretches,
)

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


# --- the house completes and corrects ---


def _rules() -> list[DayOff]:
    """Give the autumn holiday of 2026 of the Dutch-language schools, Monday 2 to Sunday 8 November, and 11 November."""
    armistice = DayOff(date(2026, 11, 11), DaysOff.PUBLIC, "Wapenstilstand")
    return [*_days(DaysOff.FLEMISH, "herfst", date(2026, 11, 2), 7), armistice]


def _own(id: int, first: int, last: int, calendar: DaysOff = DaysOff.FLEMISH, name: str = "", **parts: Any) -> OwnDays:
    return OwnDays(id, date(2026, 11, first), date(2026, 11, last), calendar, name, **parts)


def _said(*own: OwnDays) -> list[tuple[str, int, int, int | None]]:
    found = stretches(corrected(_rules(), own))
    return [(off.name, off.first.day, off.last.day, off.own_id) for off in found]


def test_the_house_completes_a_calendar_with_days_of_its_own() -> None:
    assert _said(_own(1, 20, 20, name="pedagogische dag"), _own(2, 27, 30, DaysOff.OWN, "verhuis")) == [
        ("herfst", 2, 8, None),
        ("pedagogische dag", 20, 20, 1),
        ("verhuis", 27, 30, 2),
        ("Wapenstilstand", 11, 11, None),
    ]


def test_days_that_are_not_off_after_all_leave_the_rest_of_the_holiday() -> None:
    assert _said(_own(1, 5, 5, is_off=False)) == [
        ("herfst", 2, 4, None),
        ("herfst", 6, 8, None),
        ("Wapenstilstand", 11, 11, None),
    ]
    assert _said(_own(1, 11, 11, DaysOff.PUBLIC, is_off=False)) == [("herfst", 2, 8, None)]


def test_the_name_and_the_stretch_of_the_house_win() -> None:
    assert _said(_own(1, 2, 10, name="Herfst en brug"))[0] == ("Herfst en brug", 2, 10, 1)


def test_of_two_words_of_the_house_about_one_day_the_later_counts() -> None:
    off, on = _own(1, 20, 21, name="studiedagen"), _own(2, 21, 21, is_off=False)
    assert ("studiedagen", 20, 20, 1) in _said(on, off)  # in whatever order they are read
    assert ("toch vrij", 21, 21, 3) in _said(off, on, _own(3, 21, 21, name="toch vrij"))


def test_what_holds_at_one_place_stands_beside_what_holds_for_everybody() -> None:
    own = _own(1, 11, 11, DaysOff.PUBLIC, "kermis", place_id=7)
    rule, here = (off for off in corrected(_rules(), [own]) if off.day.day == 11)
    assert (rule.name, here.name) == ("Wapenstilstand", "kermis")
    assert [rule.holds_at(7), rule.holds_at(8), here.holds_at(7), here.holds_at(8)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(2, 8, []), (2, 12, []), (3, 8, [(2, 2)]), (4, 6, [(2, 3), (7, 8)]), (9, 15, [(2, 8)])],
)
def test_what_another_stretch_leaves_out_of_a_holiday(first: int, last: int, expected: list[tuple[int, int]]) -> None:
    found = left_out(date(2026, 11, 2), date(2026, 11, 8), date(2026, 11, first), date(2026, 11, last))
    assert [(begin.day, end.day) for begin, end in found] == expected


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 25), 12, date(2027, 11, 25)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -13, date(2025, 2, 28)),
    ],
)
def test_a_day_so_many_months_later_or_earlier(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
