"""A month, and the school year at a glance: what is counted, shaded, hinted at and left out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.clashes import Hint
from meetingplace.domain.gaps import Gap
from meetingplace.domain.sessions import Function
from meetingplace.domain.wanted import Wanted
from meetingplace.services.school_year import MonthBoard, YearBoard, month_board, year_board
from meetingplace.storage import days_off, sessions
from tests.makers import DAY, make_family, make_member, make_place, make_session, make_visit

NOTHING = Wanted()


@pytest.fixture
def place(house: None) -> int:
    """Make a place that asks for no host."""
    return make_place("Kuregem", minimum_hosts=0)


def year(wanted: Wanted = NOTHING, day: date = DAY) -> YearBoard:
    return year_board(day, DAY, wanted, "nl")


def month(wanted: Wanted = NOTHING, day: date = DAY) -> MonthBoard:
    return month_board(day, DAY, wanted, "nl")


# --- the school year ---


def test_a_school_year_has_a_line_for_each_week_from_september_to_august(place: int) -> None:
    board = year()
    assert (board.first, board.last) == (date(2026, 9, 1), date(2027, 8, 31))
    assert (board.weeks[0].monday, board.weeks[-1].monday) == (date(2026, 8, 31), date(2027, 8, 30))
    assert len(board.weeks) == 53


def test_august_belongs_to_the_year_that_ends_and_september_to_the_one_that_begins(place: int) -> None:
    make_session(place, day=date(2027, 8, 31), title="Laatste dag")
    make_session(place, day=date(2027, 9, 1), title="Eerste dag")
    assert [one.title for one in year().shown] == ["Laatste dag"]
    assert [one.title for one in year(day=date(2027, 9, 1)).shown] == ["Eerste dag"]


def test_what_does_not_go_on_is_shown_and_not_counted(place: int) -> None:
    make_session(place, functions=(Function.COHESION,))
    off = make_session(place, day=DAY + timedelta(days=1), functions=(Function.ADVICE,))
    sessions.change(off, None, state="cancelled", reason="Ziek")
    board = year()
    (week,) = [line for line in board.weeks if line.by_day]
    assert (week.monday, week.number, len(board.shown)) == (date(2026, 10, 26), 1, 2)
    assert (board.number, dict(board.by_function)) == (1, {Function.COHESION: 1})


def test_a_session_with_two_functions_counts_in_both(place: int) -> None:
    make_session(place, functions=(Function.COHESION, Function.EMOTIONAL))
    board = year()
    assert (board.number, dict(board.by_function)) == (1, {Function.COHESION: 1, Function.EMOTIONAL: 1})


def test_a_year_shows_only_what_is_wanted(place: int) -> None:
    member, other = make_member("Samira"), make_place("Bonnevie")
    make_session(place, title="Hier", team=(member,), to_months=12)
    make_session(other, title="Daar", languages=("ar",), from_months=36)
    assert [one.title for one in year(Wanted(place_id=other)).shown] == ["Daar"]
    assert [one.title for one in year(Wanted(member_id=member)).shown] == ["Hier"]
    assert [one.title for one in year(Wanted(language="ar")).shown] == ["Daar"]
    assert [one.title for one in year(Wanted(months=6)).shown] == ["Hier"]


def test_both_school_calendars_and_public_holidays_are_told_apart(place: int) -> None:
    board = year()
    monday = date(2026, 10, 26)  # the French-language schools are in their second week of autumn holidays
    tuesday = date(2026, 11, 3)  # now the Dutch-language schools are off
    assert (monday in board.off[DaysOff.FRENCH], monday in board.off[DaysOff.FLEMISH]) == (True, False)
    assert (tuesday in board.off[DaysOff.FRENCH], tuesday in board.off[DaysOff.FLEMISH]) == (False, True)
    assert board.closed[date(2026, 11, 11)].calendar is DaysOff.PUBLIC
    assert monday not in board.closed


def test_a_single_day_that_is_off_for_everybody_is_no_school_holiday(place: int) -> None:
    armistice, all_saints = date(2026, 11, 11), date(2026, 11, 1)  # the second ends the French autumn holidays
    off = year().off
    assert (armistice in off[DaysOff.FLEMISH], armistice in off[DaysOff.FRENCH]) == (False, False)
    assert all_saints in off[DaysOff.FRENCH]
    assert not [one for one in month().holidays if one.first <= armistice <= one.last]


def test_a_closing_day_of_one_place_shades_the_year_of_that_place_only(place: int) -> None:
    other, day = make_place("Bonnevie"), date(2026, 12, 1)
    days_off.add(OwnDays(0, day, day, DaysOff.OWN, "Verhuis", place_id=other))
    assert day in year(Wanted(place_id=other)).closed
    assert day not in year(Wanted(place_id=place)).closed
    assert day not in year().closed


def test_the_gap_of_a_year_is_that_of_the_wanted_place(place: int) -> None:
    other = make_place("Bonnevie")
    for number in range(4):  # the Tuesdays from 17 November to 8 December: school everywhere
        make_session(other, day=date(2026, 11, 17) + timedelta(weeks=number))
        if number != 1:
            make_session(place, day=date(2026, 11, 17) + timedelta(weeks=number))
    assert year().gaps == ()
    assert year(Wanted(place_id=place)).gaps == (Gap(date(2026, 11, 23), date(2026, 11, 23)),)


# --- the month ---


def test_a_month_is_shown_in_whole_weeks(place: int) -> None:
    for day in (date(2026, 9, 27), date(2026, 9, 28), date(2026, 11, 1), date(2026, 11, 2)):
        make_session(place, day=day)
    board = month()
    assert (board.month, board.first, board.last) == (date(2026, 10, 1), date(2026, 9, 28), date(2026, 11, 1))
    assert list(board.by_day) == [date(2026, 9, 28), date(2026, 11, 1)]


@pytest.mark.parametrize(("day", "first", "last"), [
    (date(2027, 2, 28), date(2027, 2, 1), date(2027, 2, 28)),  # four weeks to the day
    (date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 3)),
    (date(2027, 1, 31), date(2026, 12, 28), date(2027, 1, 31)),
])  # fmt: skip
def test_a_month_begins_on_a_monday_and_ends_on_a_sunday(place: int, day: date, first: date, last: date) -> None:
    board = month(day=day)
    assert (board.first, board.last) == (first, last)


def test_a_month_hints_at_what_can_still_be_mended(place: int) -> None:
    early = make_session(place, day=DAY - timedelta(days=1), start=datetime(2026, 1, 1, 9).time())
    make_session(place, day=DAY - timedelta(days=1))
    one, two = make_session(place), make_session(place, title="Babymassage")
    board = month()
    assert {id: [clash.hint for clash in found] for id, found in board.hints.items() if found} == {
        one: [Hint.PLACE_TAKEN],
        two: [Hint.PLACE_TAKEN],
    }
    assert early not in board.hints


def test_a_hint_of_the_month_also_looks_at_what_is_not_wanted(place: int) -> None:
    member, other = make_member("Samira"), make_place("Bonnevie", minimum_hosts=0)
    here = make_session(place, team=(member,))
    make_session(other, team=(member,))
    board = month(Wanted(place_id=place))
    assert [one.id for of_day in board.by_day.values() for one in of_day] == [here]
    assert [clash.hint for clash in board.hints[here]] == [Hint.MEMBER_ELSEWHERE]


def test_what_has_visits_stays_where_it_is(place: int) -> None:
    visited, free = make_session(place), make_session(place, day=DAY + timedelta(days=1))
    make_visit(visited, make_family(), datetime(2026, 10, 27, 9, 40))
    assert (visited in month().protected, free in month().protected) == (True, False)


def test_holidays_of_a_month_have_their_first_and_last_day(place: int) -> None:
    (autumn,) = [one for one in month().holidays if one.calendar is DaysOff.FRENCH and one.first != one.last]
    assert (autumn.first, autumn.last) == (date(2026, 10, 19), date(2026, 11, 1))
    assert [off.day for off in month().closed] == [date(2026, 11, 1)]


def test_an_empty_month_of_a_house_with_plans_is_no_empty_house(place: int) -> None:
    assert (month().is_anything_planned, year().is_anything_planned) == (False, False)
    make_session(place, day=date(2025, 5, 5))
    assert (month().is_anything_planned, year().is_anything_planned) == (True, True)
