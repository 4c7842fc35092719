"""A series as another program reads it: the same local hours over both changes of clock, splits and exceptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
import recurring_ical_events
from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday as nth
from hypothesis import HealthCheck, given, settings, strategies as st
from icalendar import Calendar

from meetingplace.domain.recurrence import LAST, ORDINALS, Monthly, Picked, Rule, Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.services import calendar_files, planning, series
from meetingplace.services.calendar_files import CalendarAsked
from meetingplace.services.series import Repeats
from meetingplace.storage import database, sessions
from tests.makers import make_place

YEAR = (date(2026, 9, 1), date(2027, 8, 31))
MORNING, NOON = time(9, 30), time(12)
Event = tuple[datetime, datetime, str]


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem")


def planned(place: int, rule: Rule) -> int:
    return series.plan(Activity("Open ontmoeting", place, MORNING, NOON), Repeats(rule)).made or 0


def told() -> list[Event]:
    """Read the school year back by an independent program: local start, local end, state."""
    written = calendar_files.calendar_file(CalendarAsked(*YEAR), datetime(2026, 9, 1, 12), "nl")
    events = recurring_ical_events.of(Calendar.from_ical(written)).between(*YEAR)
    assert {str(event.start.tzinfo) for event in events} == {"Europe/Brussels"}
    local = ((one.start.replace(tzinfo=None), one.end.replace(tzinfo=None), str(one["STATUS"])) for one in events)
    return sorted(local)


def at(day: date, start: time = MORNING, end: time = NOON, status: str = "CONFIRMED") -> Event:
    return datetime.combine(day, start), datetime.combine(day, end), status


# the clock goes back on Sunday 25 October 2026 and forward on Sunday 28 March 2027


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (  # the Sundays on which the clock changes themselves
            Weekly((6,), date(2026, 10, 18), date(2026, 11, 1)),
            [date(2026, 10, 18), date(2026, 10, 25), date(2026, 11, 1)],
        ),
        (
            Weekly((6,), date(2027, 3, 21), date(2027, 4, 4)),
            [date(2027, 3, 21), date(2027, 3, 28), date(2027, 4, 4)],
        ),
        (  # fifth Wednesdays of the school year: only these months have one
            Monthly((2,), (5,), *YEAR),
            [date(2026, 9, 30), date(2026, 12, 30), date(2027, 3, 31), date(2027, 6, 30)],
        ),
        (  # the last Wednesday, at the end of the month or a week before it
            Monthly((2,), (LAST,), date(2026, 10, 1), date(2027, 3, 31), 2),
            [date(2026, 10, 28), date(2026, 12, 30), date(2027, 2, 24)],
        ),
        (
            Picked((date(2027, 3, 31), date(2026, 10, 24), date(2026, 12, 31))),
            [date(2026, 10, 24), date(2026, 12, 31), date(2027, 3, 31)],
        ),
    ],
)
def test_every_rule_keeps_its_hours_on_both_sides_of_the_clock(place: int, rule: Rule, days: list[date]) -> None:
    planned(place, rule)
    assert told() == [at(day) for day in days]


def test_a_split_and_its_exceptions_keep_their_hours(place: int) -> None:
    # Tuesdays 13 October to 10 November 2026: from the third on half an hour later, then one moved, one
    # cancelled, one added
    made = planned(place, Weekly((1,), date(2026, 10, 13), date(2026, 11, 10)))
    third = sessions.of_series(made)[2]
    later = replace(third.activity, start=time(10), end=time(12, 30))
    follower = series.change_following(third.id, third.version, later).made or 0
    assert follower != made
    _third, moved, dropped = sessions.of_series(follower)
    planning.move_session(moved.id, moved.version, date(2026, 11, 5), time(14), time(16))
    planning.cancel_session(dropped.id, dropped.version, "De verwarming is stuk")
    series.add_date(follower, sessions.get_series(follower).version, date(2027, 4, 1))
    assert told() == [
        at(date(2026, 10, 13)),
        at(date(2026, 10, 20)),
        at(date(2026, 10, 27), time(10), time(12, 30)),
        at(date(2026, 11, 5), time(14), time(16)),
        at(date(2026, 11, 10), time(10), time(12, 30), "CANCELLED"),
        at(date(2027, 4, 1), time(10), time(12, 30)),
    ]


def test_a_rest_on_another_weekday_keeps_its_hours_over_the_spring_change(place: int) -> None:
    # Tuesdays from 16 March 2027; from 30 March on Fridays instead
    made = planned(place, Weekly((1,), date(2027, 3, 16), date(2027, 4, 6)))
    third = sessions.of_series(made)[2]
    fridays = Repeats(Weekly((4,), date(2027, 3, 30), date(2027, 4, 9)))
    series.change_following(third.id, third.version, third.activity, fridays)
    expected = [date(2027, 3, 16), date(2027, 3, 23), date(2027, 4, 2), date(2027, 4, 9)]
    assert told() == [at(day) for day in expected]


# --- any rule, split anywhere, with any exceptions ---

DAYS = st.integers(0, 270).map(
    lambda days: YEAR[0] + timedelta(days=days)
)  # until the end of May: both changes of clock
SPAN = st.integers(1, 60).map(lambda days: timedelta(days=days))
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1, max_size=2).map(lambda found: tuple(sorted(found)))
RULES = st.one_of(
    st.builds(lambda days, first, span, every: Weekly(days, first, first + span, every),
              WEEKDAYS, DAYS, SPAN, st.integers(1, 3)),
    st.builds(lambda days, of_month, first, span: Monthly(days, tuple(of_month), first, first + span),
              WEEKDAYS, st.sets(st.sampled_from(ORDINALS), min_size=1, max_size=2), DAYS, SPAN),
    st.builds(lambda days: Picked(tuple(days)), st.sets(DAYS, min_size=1, max_size=6)),
)  # fmt: skip
AT = st.integers(0, 99)  # which date, counted round
LATE, LATER = (time(10), time(12, 30)), (time(14), time(16))


def by_dateutil(rule: Rule) -> list[date]:
    """Expand a rule by python-dateutil; picked dates need no expanding."""
    if isinstance(rule, Picked):
        return sorted(rule.days)
    first, last = (datetime.combine(day, time()) for day in (rule.first_day, rule.last_day))
    if isinstance(rule, Monthly):
        days = {nth(weekday, ordinal) for weekday in rule.weekdays for ordinal in rule.ordinals}
        return [one.date() for one in rrule(MONTHLY, first, interval=rule.every, byweekday=days, until=last)]
    return [
        one.date() for one in rrule(WEEKLY, first, interval=rule.every, wkst=MO, byweekday=rule.weekdays, until=last)
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rule=RULES, split=AT, cancels=AT, moves=AT, by=st.integers(-2, 2))
def test_any_rule_is_read_back_date_by_date_over_splits_and_exceptions(
    place: int, rule: Rule, split: int, cancels: int, moves: int, by: int
) -> None:
    days = by_dateutil(rule)
    if not days:
        return
    split, cancels, moves = (number % len(days) for number in (split, cancels, moves))
    expected = [at(day, *(LATE if number >= split else (MORNING, NOON))) for number, day in enumerate(days)]
    begins = expected[cancels][0].time(), expected[cancels][1].time()
    expected[cancels] = at(days[cancels], *begins, "CANCELLED")
    if moves != cancels:
        expected[moves] = at(days[moves] + timedelta(days=by), *LATER)
    with database.database.atomic() as all_of_it:
        planned(place, rule)
        made = sessions.between(*YEAR)
        one = made[split]
        series.change_following(one.id, one.version, replace(one.activity, start=LATE[0], end=LATE[1]))
        one = sessions.get(made[cancels].id)
        planning.cancel_session(one.id, one.version, "ziek")
        if moves != cancels:
            one = sessions.get(made[moves].id)
            planning.move_session(one.id, one.version, one.day + timedelta(days=by), *LATER)
        read = told()
        all_of_it.rollback()
    assert read == sorted(expected)
