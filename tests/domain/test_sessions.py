"""Sessions: what an activity may not be, its minutes and hours, and when people may still be registered."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import OLDEST, Activity, Function, Session, SessionState

DAY = date(2026, 10, 27)


def _activity(start: time = time(9, 30), end: time = time(12), **columns: object) -> Activity:
    return Activity("Open ontmoeting", 1, start, end, **columns)


def _reason(**columns: object) -> Reason:
    with pytest.raises(Refused) as refused:
        _activity(**columns)
    return refused.value.reason


def test_there_are_six_functions() -> None:
    assert [function.value for function in Function] == [
        "information",
        "practical",
        "emotional",
        "cohesion",
        "signalling",
        "advice",
    ]


@pytest.mark.parametrize("end", [time(9, 30), time(9, 29), time(0)])
def test_a_session_ends_after_it_begins(end: time) -> None:
    assert _reason(end=end) is Reason.END_BEFORE_START


@pytest.mark.parametrize(("first", "last"), [(12, 12), (36, 12), (-1, 12), (0, OLDEST + 1)])
def test_ages_run_upwards_and_end_at_eighteen_years(first: int, last: int) -> None:
    assert _reason(from_months=first, to_months=last) is Reason.AGE_RANGE_TURNED
    assert _activity(from_months=0, to_months=18 * 12)


@pytest.mark.parametrize("column", ["capacity", "price_cents", "preparation_minutes", "debrief_minutes"])
@pytest.mark.parametrize("number", [-1, 100_001, 10**30])
def test_numbers_that_cannot_be_are_refused(column: str, number: int) -> None:
    assert _reason(**{column: number}) is Reason.NUMBER_IMPOSSIBLE
    assert getattr(_activity(**{column: 0}), column) == 0  # a session without a limit, without a price


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [(time(9, 30), time(12), 150), (time(9, 45), time(10, 15), 30), (time(0), time(23, 59), 1439)],
)
def test_the_minutes_that_the_door_is_open(start: time, end: time, minutes: int) -> None:
    assert _activity(start, end).open_minutes == minutes


@given(st.times(), st.times())
def test_an_activity_that_may_be_is_open_for_some_time(start: time, end: time) -> None:
    start, end = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    if start < end:
        session = Session(1, DAY, _activity(start, end))
        assert session.activity.open_minutes * 60 == (session.ends - session.begins).total_seconds()
    else:
        assert _reason(start=start, end=end) is Reason.END_BEFORE_START


def test_the_door_opens_and_closes_on_its_day() -> None:
    session = Session(1, DAY, _activity())
    assert (session.begins, session.ends) == (datetime(2026, 10, 27, 9, 30), datetime(2026, 10, 27, 12))


@pytest.mark.parametrize(
    ("state", "reason"),
    [(SessionState.HELD, Reason.SESSION_CLOSED), (SessionState.CANCELLED, Reason.SESSION_CANCELLED)],
)
def test_nobody_is_registered_once_it_is_closed_or_cancelled(state: SessionState, reason: Reason) -> None:
    session = Session(1, DAY, _activity(), state=state)
    with pytest.raises(Refused) as refused:
        session.must_take_visits()
    assert refused.value.reason is reason
    assert not session.is_open_for_visits


def test_a_planned_session_takes_visits() -> None:
    session = Session(1, DAY, _activity())
    session.must_take_visits()
    assert session.is_open_for_visits
