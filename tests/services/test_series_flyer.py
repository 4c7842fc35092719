"""The dates on the flyer of a series: made, skipped with why, cancelled, moved, held elsewhere, still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from meetingplace.documents.flyers.content import Closed, FlyerDate
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Weekly, plan
from meetingplace.domain.sessions import Activity, SessionState
from meetingplace.services import flyer_content, flyers
from meetingplace.services.days_off import days_off
from meetingplace.services.flyers import Draft
from meetingplace.storage import sessions
from tests.documents import reading
from tests.makers import make_house, make_place

pytestmark = pytest.mark.usefixtures("qapp")
FIRST, LAST = date(2026, 10, 7), date(2026, 12, 30)  # Wednesdays
SKIPS = (DaysOff.FLEMISH, DaysOff.PUBLIC)


@pytest.fixture
def series(house: None) -> int:
    """Make a series on Wednesdays with its sessions; it skips the Flemish school holidays and the feasts."""
    make_house("Huis Kersenhof")
    place = make_place("De Kers", address="Kersenhofstraat 12", postcode="1030", municipality="Schaarbeek")
    activity = Activity("Muziek op schoot", place, time(10), time(11))
    rule = Weekly((2,), FIRST, LAST)
    made = sessions.add_series(activity, rule, SKIPS)
    for day in plan(rule, days_off(FIRST, LAST, SKIPS, "nl"), SKIPS).made:
        sessions.add(activity, day, made)
    return made


def draft_of(series: int, **changed: Any) -> Draft:
    return Draft(series_id=series, layout="series", languages=("nl",), **changed)


def dates_of(draft: Draft) -> list[FlyerDate]:
    return list(flyer_content.contents(draft)[0].facts.dates)


def on(series: int, day: date) -> int:
    return next(one.id for one in sessions.of_series(series) if one.day == day)


def test_skipped_dates_say_why_and_those_after_the_last_one_are_left_out(series: int) -> None:
    """4 November is in the autumn holidays, 11 November is Armistice Day; 23 and 30 December come after the last."""
    found = dates_of(draft_of(series))
    assert [(one.day.month, one.day.day) for one in found if one.closed is None] == [
        (10, 7), (10, 14), (10, 21), (10, 28), (11, 18), (11, 25), (12, 2), (12, 9), (12, 16),
    ]  # fmt: skip
    assert {one.day: one.closed for one in found if one.closed} == {
        date(2026, 11, 4): Closed.SCHOOL_HOLIDAYS,
        date(2026, 11, 11): Closed.PUBLIC_HOLIDAY,
    }
    words = reading.words(flyers.preview(draft_of(series)))
    assert "elke woensdag, 9 keer" in words
    assert "niet op 4 november (schoolvakantie)" in words
    assert "niet op 11 november (feestdag)" in words


def test_a_cancelled_date_stays_and_is_said(series: int) -> None:
    sessions.change(on(series, date(2026, 11, 25)), None, state=SessionState.CANCELLED.value, reason="griep")
    assert FlyerDate(date(2026, 11, 25), Closed.OTHER) in dates_of(draft_of(series))
    words = reading.words(flyers.preview(draft_of(series)))
    assert "niet op 25 november" in words
    assert "griep" not in words
    assert "8 keer" in words


def test_a_moved_date_stands_where_it_is_now(series: int) -> None:
    moved, elsewhere = on(series, date(2026, 11, 25)), on(series, date(2026, 12, 2))
    sessions.change(moved, None, day=date(2026, 11, 26), start=time(14), end=time(15))
    sessions.change(elsewhere, None, place=make_place("Bus"))
    found = {one.day: one for one in dates_of(draft_of(series))}
    assert date(2026, 11, 25) not in found
    assert found[date(2026, 11, 26)] == FlyerDate(date(2026, 11, 26), start=time(14), end=time(15))
    assert found[date(2026, 12, 2)].place == "Bus"
    words = reading.words(flyers.preview(draft_of(series)))
    assert "donderdag 26 november, 14 – 15 uur" in words
    assert "woensdag 2 december, 10 – 11 uur · Bus" in words


def test_only_the_dates_that_come_are_shown(series: int) -> None:
    found = dates_of(draft_of(series, since=date(2026, 11, 12)))
    assert [one.day.day for one in found] == [18, 25, 2, 9, 16]
    assert "elke woensdag, 5 keer" in reading.words(flyers.preview(draft_of(series, since=date(2026, 11, 12))))
    assert len(dates_of(draft_of(series, since=LAST + timedelta(days=9)))) == 11  # it is over: what it was


def test_a_series_without_sessions_has_no_dates(series: int) -> None:
    bare = sessions.add_series(sessions.get_series(series).activity, Weekly((2,), FIRST, LAST), ())
    assert dates_of(draft_of(bare)) == []
    assert "elke woensdag" in reading.words(flyers.preview(draft_of(bare)))


def test_another_layout_is_not_touched(series: int) -> None:
    one = replace(draft_of(series), layout="one-language")
    assert "niet in de schoolvakanties" in reading.words(flyers.preview(one))
