"""How far the sessions of a goal have come, counted by hand, and to which school year a day belongs."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.goals import Counted, Goal, Principle, Progress, days_of, progress, year_of
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import SessionState

TODAY = date(2026, 10, 27)


def counted(day: date, state: SessionState = SessionState.PLANNED) -> Counted:
    return Counted(1, None, 1, day, "Voorlezen", 1, state)


def test_every_session_counts_in_one_way_only() -> None:
    sessions = [
        counted(date(2026, 9, 8), SessionState.HELD),
        counted(date(2026, 9, 15), SessionState.HELD),
        counted(date(2026, 9, 22), SessionState.CANCELLED),
        counted(date(2026, 9, 29)),  # over, and nobody closed the desk
        counted(date(2026, 10, 27)),  # today
        counted(date(2026, 11, 3)),
        counted(date(2026, 11, 10)),
        counted(date(2026, 11, 17), SessionState.CANCELLED),
    ]
    assert progress(10, sessions, TODAY) == Progress(aim=10, held=2, to_come=3, not_closed=1, cancelled=2)


def test_what_does_not_go_on_brings_the_aim_no_nearer() -> None:
    sessions = [counted(date(2026, 9, 8), SessionState.HELD), counted(date(2026, 11, 3), SessionState.CANCELLED)]
    reached = progress(3, sessions, TODAY)
    assert (reached.expected, reached.short) == (1, 2)


def test_more_than_the_aim_is_never_short() -> None:
    assert progress(1, [counted(TODAY), counted(TODAY)], TODAY).short == 0


def test_a_goal_without_sessions_has_everything_before_it() -> None:
    assert progress(6, [], TODAY) == Progress(6)
    assert progress(6, [], TODAY).short == 6
    assert progress(0, [], TODAY).short == 0


def test_there_are_seven_working_principles() -> None:
    assert len(Principle) == 7


@pytest.mark.parametrize("aim", [-1, 10_001])
def test_an_impossible_aim_is_refused(aim: int) -> None:
    with pytest.raises(Refused) as refused:
        Goal(0, "Vaders", 2026, aim=aim)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


@pytest.mark.parametrize("year", [0, 20_266])
def test_an_impossible_year_is_refused(year: int) -> None:
    with pytest.raises(Refused) as refused:
        Goal(0, "Vaders", year)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 9, 1), 2026), (date(2027, 8, 31), 2026), (date(2026, 8, 31), 2025)]
)
def test_a_school_year_begins_in_september(day: date, year: int) -> None:
    assert year_of(day) == year
    assert days_of(year)[0] <= day <= days_of(year)[1]
