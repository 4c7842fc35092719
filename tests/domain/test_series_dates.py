"""A session against its series: what a change passes on, and which session takes which date of another rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, strategies as st

from meetingplace.domain.series_dates import changed_fields, moved_along, paired
from meetingplace.domain.sessions import Activity, Function

USUAL = Activity("Voorlezen", 1, time(9, 30), time(12), theme="slapen", team=(1, 2), languages=("nl", "fr"))
DAYS = st.dates(date(2026, 9, 1), date(2027, 6, 30))


def test_only_what_differs_is_a_change_and_another_order_is_none() -> None:
    after = replace(USUAL, theme="eten", team=(2, 1), functions=(Function.COHESION,), end=time(13))
    assert changed_fields(USUAL, after) == {"theme": "eten", "functions": (Function.COHESION,), "end": time(13)}
    assert changed_fields(USUAL, USUAL) == {}


def test_what_a_session_has_of_its_own_stays_unless_that_field_was_changed() -> None:
    own = replace(USUAL, title="Papazaterdag", theme="vaders", team=(3,), capacity=8)
    changed = changed_fields(USUAL, replace(USUAL, theme="eten"))
    assert moved_along(own, USUAL, changed) == replace(own, theme="eten")


def test_hours_and_place_that_were_moved_by_hand_stay() -> None:
    later = replace(USUAL, start=time(14), end=time(16))
    elsewhere = replace(USUAL, place_id=2)
    changed = {"start": time(10), "place_id": 3}
    assert moved_along(later, USUAL, changed) == replace(later, place_id=3)
    assert moved_along(elsewhere, USUAL, changed) == replace(elsewhere, start=time(10))


def test_the_same_date_goes_before_the_same_week_and_that_before_the_same_month() -> None:
    # Wednesdays 4, 11 and 25 November; the new dates: Tuesday 3, Wednesday 11, Friday 20 November, Tuesday 1 December
    stands = {1: date(2026, 11, 4), 2: date(2026, 11, 11), 3: date(2026, 11, 25), 4: date(2027, 1, 6)}
    dates = [date(2026, 11, 3), date(2026, 11, 11), date(2026, 11, 20), date(2026, 12, 1)]
    assert paired(stands, dates) == {
        2: date(2026, 11, 11),  # itself
        1: date(2026, 11, 3),  # week 45
        3: date(2026, 11, 20),  # no date in week 48, one left in November
        4: date(2026, 12, 1),  # what is left
    }


def test_two_days_a_week_keep_their_order_and_a_week_of_two_years_is_one_week() -> None:
    # Tuesday 29 and Thursday 31 December 2026 lie in week 53, as Friday 1 January 2027 does
    stands = {1: date(2026, 12, 29), 2: date(2026, 12, 31)}
    assert paired(stands, [date(2027, 1, 1), date(2026, 12, 30)]) == {1: date(2026, 12, 30), 2: date(2027, 1, 1)}


def test_who_stays_takes_a_date_of_its_own_week_after_the_others_and_none_in_order() -> None:
    stands = {1: date(2026, 11, 3), 2: date(2026, 11, 5), 3: date(2026, 12, 1)}
    assert paired(stands, [date(2026, 11, 4)], staying={1}) == {2: date(2026, 11, 4)}
    assert paired({1: stands[1]}, [date(2026, 11, 4)], staying={1}) == {1: date(2026, 11, 4)}
    assert paired({3: stands[3]}, [date(2026, 11, 4)], staying={3}) == {}


@given(st.dictionaries(st.integers(1, 50), DAYS, max_size=20), st.sets(DAYS, max_size=20), st.data())
def test_every_session_takes_one_date_at_most_and_no_date_is_taken_twice(
    stands: dict[int, date], dates: set[date], data: st.DataObject
) -> None:
    staying = data.draw(st.sets(st.sampled_from(sorted(stands)))) if stands else set()
    pairs = paired(stands, dates, staying)
    assert set(pairs) <= set(stands)
    assert set(pairs.values()) <= dates
    assert len(set(pairs.values())) == len(pairs)
    moving = set(stands) - staying
    without = moving - set(pairs)
    assert not without or set(pairs.values()) == dates  # whoever has none came when every date was taken
    for day in dates & {stands[id] for id in moving}:
        assert any(stands[id] == day for id, taken in pairs.items() if taken == day)


@given(st.sets(DAYS, max_size=20), st.integers(-3, 3))
def test_a_weekly_series_on_another_day_keeps_each_session_in_its_week(mondays: set[date], by: int) -> None:
    weeks = {day - timedelta(days=day.weekday()) for day in mondays}
    stands = {number: day + timedelta(days=3) for number, day in enumerate(sorted(weeks))}
    assert paired(stands, [day + timedelta(days=3 + by) for day in weeks]) == {
        number: day + timedelta(days=by) for number, day in stands.items()
    }
