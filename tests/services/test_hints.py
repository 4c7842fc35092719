"""All open hints of the house: from today to the end of the school year, worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.clashes import Hint
from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.team import Away
from meetingplace.domain.wanted import Wanted
from meetingplace.services.hints import HintsBoard, hints_board
from meetingplace.storage import absences, days_off, enrolments, sessions
from tests.makers import DAY, make_member, make_place, make_session

THURSDAY, FRIDAY = date(2026, 10, 29), date(2026, 10, 30)


@pytest.fixture
def place(house: None) -> int:
    """Make a place that asks for nobody."""
    return make_place("Kuregem", minimum_hosts=0)


def board(today: date = DAY, place_id: int | None = None) -> HintsBoard:
    return hints_board(today, Wanted(place_id), "nl")


def said(found: HintsBoard) -> dict[int, list[Hint]]:
    return {one.id: [clash.hint for clash in clashes] for one, clashes in found.sessions}


def test_every_kind_of_hint_is_found_by_day_and_hour(place: int):
    samira = make_member("Samira", weekdays=("3",))  # Thursdays
    nele = make_member("Nele")
    absences.add(Away(0, nele, THURSDAY, FRIDAY))
    days_off.add(OwnDays(0, FRIDAY, FRIDAY, DaysOff.OWN, "Verhuis", place_id=place))
    elsewhere = make_place("Bonnevie", minimum_hosts=2)
    off = make_session(place, FRIDAY, time(9), time(10))
    twice = make_session(place, THURSDAY, time(14), time(16), team=(samira,))
    same_place = make_session(place, THURSDAY, time(15), time(17))
    alone = make_session(elsewhere, THURSDAY, time(15), time(17), team=(samira, nele))
    full = make_session(place, DAY, time(18), time(19), capacity=1, is_walk_in=False, team=(samira,))
    for name in ("Lina", "Adam", "Noor"):
        enrolments.add(Enrolled(0, OnList(session_id=full), name, datetime(2026, 10, 1, 9)))
    make_session(place, THURSDAY, time(9), time(10), team=(samira,))  # nothing speaks against it
    found = board()
    assert [one.id for one, _clashes in found.sessions] == [full, twice, same_place, alone, off]
    assert said(found) == {
        full: [Hint.MEMBER_AWAY, Hint.TOO_MANY_ENROLLED],  # Samira does not come on a Tuesday; 3 for 1 place
        twice: [Hint.PLACE_TAKEN, Hint.MEMBER_ELSEWHERE],
        same_place: [Hint.PLACE_TAKEN],
        alone: [Hint.MEMBER_ELSEWHERE, Hint.MEMBER_AWAY],  # Nele is away
        off: [Hint.DAY_OFF],
    }
    assert found.number == 5
    assert [clash.number for clash in found.sessions[0][1]] == [0, 2]


def test_what_is_over_held_or_cancelled_asks_for_nothing(house: None):
    place = make_place(minimum_hosts=1)
    make_session(place, date(2026, 10, 26))  # yesterday
    held, cancelled, ahead = (make_session(place, FRIDAY, time(hour), time(hour + 1)) for hour in (9, 11, 13))
    sessions.change(held, None, state="held", closed_at=datetime(2026, 10, 30, 11))
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    assert said(board()) == {ahead: [Hint.TOO_FEW_HOSTS]}


def test_a_hint_counts_the_whole_house_but_only_sessions_of_the_place_in_view_are_listed(place: int):
    samira, bonnevie = make_member(), make_place("Bonnevie", minimum_hosts=0)
    here = make_session(place, team=(samira,))
    there = make_session(bonnevie, team=(samira,))
    assert list(said(board())) == [here, there]
    assert said(board(place_id=place)) == {here: [Hint.MEMBER_ELSEWHERE]}


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2027, 5, 31), date(2027, 8, 31)),  # 92 days to go
        (date(2027, 6, 1), date(2028, 8, 31)),  # from June on the next school year is planned
        (date(2027, 8, 31), date(2028, 8, 31)),
    ],
)
def test_hints_reach_to_the_end_of_the_school_year_and_from_june_to_that_of_the_next(
    place: int, today: date, last: date
):
    lonely = make_place("Bakfiets", minimum_hosts=1)
    inside, _outside = make_session(lonely, last), make_session(lonely, last.replace(month=9, day=1))
    found = board(today)
    assert (found.first, found.last) == (today, last)
    assert list(said(found)) == [inside]
