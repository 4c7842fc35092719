"""When a series repeats: the rule held against plain counting of days, and against python-dateutil."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday as nth
from hypothesis import given, strategies as st

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.recurrence import LAST, LONGEST, MOST, ORDINALS, Monthly, Picked, Weekly, plan, since, until
from meetingplace.domain.refusals import Reason, Refused

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> Weekly:
    first = draw(DAYS)
    weekdays = draw(st.lists(st.integers(0, 6), min_size=1, max_size=4))
    return Weekly(tuple(weekdays), first, first + timedelta(days=draw(st.integers(0, 400))), draw(st.integers(1, 6)))


@st.composite
def holidays(draw: st.DrawFn, rule: Weekly) -> list[DayOff]:
    offsets = st.integers(0, (rule.last_day - rule.first_day).days)
    days = draw(st.lists(st.tuples(offsets, st.sampled_from(DaysOff)), max_size=60))
    return [DayOff(rule.first_day + timedelta(days=offset), calendar, "vakantie") for offset, calendar in days]


@given(rules())
def test_a_day_is_a_date_of_the_rule_when_its_weekday_and_its_week_are(rule: Weekly) -> None:
    expected, day = [], rule.first_day
    week_began = rule.first_day - timedelta(days=rule.first_day.isoweekday() - 1)
    while day <= rule.last_day:
        weeks = (day - week_began).days // 7
        if day.isoweekday() - 1 in rule.weekdays and weeks % rule.every == 0:
            expected.append(day)
        day += timedelta(days=1)
    assert rule.dates() == expected


@given(rules())
def test_the_dates_are_those_of_python_dateutil(rule: Weekly) -> None:
    first, last = (datetime.combine(day, time()) for day in (rule.first_day, rule.last_day))
    found = rrule(WEEKLY, first, interval=rule.every, wkst=MO, byweekday=set(rule.weekdays), until=last)
    assert rule.dates() == [moment.date() for moment in found]


@st.composite
def monthly(draw: st.DrawFn) -> Monthly:
    first = draw(DAYS)
    weekdays = draw(st.lists(st.integers(0, 6), min_size=1, max_size=3))
    ordinals = draw(st.lists(st.sampled_from(ORDINALS), min_size=1, max_size=3))
    last = first + timedelta(days=draw(st.integers(0, LONGEST)))
    return Monthly(tuple(weekdays), tuple(ordinals), first, last, draw(st.integers(1, 12)))


@given(monthly())
def test_the_days_of_the_month_are_those_of_python_dateutil(rule: Monthly) -> None:
    first, last = (datetime.combine(day, time()) for day in (rule.first_day, rule.last_day))
    days = {nth(weekday, ordinal) for weekday in rule.weekdays for ordinal in rule.ordinals}
    found = rrule(MONTHLY, first, interval=rule.every, byweekday=days, until=last)
    assert rule.dates() == [moment.date() for moment in found]


def test_the_fifth_wednesday_and_the_last_day_of_a_month() -> None:
    # calendar of 2026–27: five Wednesdays in September, December and March; the last one of each month is said too
    year = (date(2026, 9, 1), date(2027, 3, 31))
    assert Monthly((2,), (5,), *year).dates() == [date(2026, 9, 30), date(2026, 12, 30), date(2027, 3, 31)]
    assert Monthly((2,), (LAST,), date(2026, 10, 1), date(2027, 2, 28)).dates() == [
        date(2026, 10, 28), date(2026, 11, 25), date(2026, 12, 30), date(2027, 1, 27), date(2027, 2, 24),
    ]  # fmt: skip
    assert Monthly((5,), (1,), date(2026, 10, 1), date(2026, 12, 31), every=2).dates() == [
        date(2026, 10, 3), date(2026, 12, 5),
    ]  # fmt: skip


def test_picked_dates_come_in_order_and_once() -> None:
    days = (date(2026, 12, 2), date(2026, 11, 18), date(2026, 12, 2))
    assert Picked(days).dates() == [date(2026, 11, 18), date(2026, 12, 2)]
    with pytest.raises(Refused) as nothing:
        Picked(())
    with pytest.raises(Refused) as much:
        Picked(tuple(date(2026, 1, 1) + timedelta(days=day) for day in range(MOST + 1)))
    assert (nothing.value.reason, much.value.reason) == (Reason.NO_DATES, Reason.TOO_MANY_DATES)


@given(st.one_of(rules(), monthly()), st.data())
def test_a_rule_that_is_split_gives_the_same_dates(rule: Weekly | Monthly, data: st.DataObject) -> None:
    dates = rule.dates()
    if not dates:
        return
    at = data.draw(st.sampled_from(dates))
    after = since(rule, at).dates()
    before = [] if at == rule.first_day else until(rule, at - timedelta(days=1)).dates()
    assert [*before, *after] == dates


@given(rules(), st.integers(1, MOST), st.data())
def test_a_number_of_sessions_is_the_beginning_of_the_whole(rule: Weekly, number: int, data: st.DataObject) -> None:
    off = data.draw(holidays(rule))
    whole, part = plan(rule, off, tuple(DaysOff)), plan(rule, off, tuple(DaysOff), number=number)
    assert part.made == whole.made[:number]
    assert all(skip.day < part.made[-1] for skip in part.skipped if len(part.made) == number)


def test_ten_thousand_dates_are_refused_in_words() -> None:
    every_day = Weekly(tuple(range(7)), date(2026, 9, 1), date(2026, 9, 1) + timedelta(days=LONGEST))
    for wrong in (lambda: plan(every_day, (), ()), lambda: Weekly((0,), date(2026, 9, 1), date(2226, 9, 1))):
        with pytest.raises(Refused) as refused:
            wrong()
        assert refused.value.reason in (Reason.TOO_MANY_DATES, Reason.PERIOD_TOO_LONG)
    with pytest.raises(Refused) as refused:
        plan(every_day, (), (), number=10_000)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


@given(st.data(), rules(), st.sets(st.sampled_from(DaysOff)))
def test_each_date_is_made_or_skipped_and_what_is_kept_is_made(
    data: st.DataObject, rule: Weekly, skips: set[DaysOff]
) -> None:
    off = data.draw(holidays(rule))
    kept = data.draw(st.sets(st.sampled_from(rule.dates()))) if rule.dates() else set()
    made = plan(rule, off, skips, kept)
    left_out = [skip.day for skip in made.skipped]
    assert sorted([*made.made, *left_out]) == rule.dates()
    assert kept <= set(made.made)
    free = {one.day for one in off if one.calendar in skips}
    assert set(left_out) == (set(rule.dates()) & free) - kept
    for skip in made.skipped:
        assert skip.why
        assert all(one.day == skip.day and one.calendar in skips for one in skip.why)


def test_every_second_week_is_counted_from_the_week_in_which_it_begins() -> None:
    # begins on a Wednesday: its own week counts, so the Tuesday of two weeks later is in, that of next week is not
    rule = Weekly((1, 2), date(2026, 10, 28), date(2026, 11, 30), every=2)
    assert [(day.month, day.day) for day in rule.dates()] == [(10, 28), (11, 10), (11, 11), (11, 24), (11, 25)]


def test_a_skipped_date_says_every_calendar_that_is_off() -> None:
    armistice = date(2026, 11, 11)
    off = [DayOff(armistice, DaysOff.PUBLIC, "Wapenstilstand"), DayOff(armistice, DaysOff.FRENCH, "Armistice")]
    rule = Weekly((2,), date(2026, 11, 4), date(2026, 11, 18))
    both = plan(rule, off, [DaysOff.PUBLIC, DaysOff.FRENCH])
    assert both.made == (date(2026, 11, 4), date(2026, 11, 18))
    assert [one.name for one in both.skipped[0].why] == ["Wapenstilstand", "Armistice"]
    assert plan(rule, off, []).skipped == ()


@pytest.mark.parametrize(
    ("weekdays", "days", "every", "reason"),
    [
        ((2,), -1, 1, Reason.END_BEFORE_START),
        ((2,), LONGEST + 1, 1, Reason.PERIOD_TOO_LONG),
        ((), 10, 1, Reason.NO_DATES),
        ((7,), 10, 1, Reason.NO_DATES),
        ((2,), 10, 0, Reason.NUMBER_IMPOSSIBLE),
        ((2,), 10, 53, Reason.NUMBER_IMPOSSIBLE),
    ],
)
def test_a_rule_that_cannot_be_is_refused(weekdays: tuple[int, ...], days: int, every: int, reason: Reason) -> None:
    first = date(2026, 10, 28)
    with pytest.raises(Refused) as refused:
        Weekly(weekdays, first, first + timedelta(days=days), every)
    assert refused.value.reason is reason
