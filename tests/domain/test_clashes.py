"""Hints for who plans: who is asked twice, and from when it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.clashes import Hint, clashes
from meetingplace.domain.sessions import Activity, Session, SessionState

DAY = date(2026, 10, 29)
SAMIRA, NELE = 1, 2


def session(id: int, start: int, end: int, place: int = 1, team: tuple[int, ...] = (), day: date = DAY) -> Session:
    return Session(id, day, Activity("Open ontmoeting", place, time(start), time(end), team=team))


def test_a_member_is_elsewhere_and_is_free_when_that_is_over() -> None:
    massage = session(1, 10, 12, place=1, team=(NELE,))
    elsewhere = session(2, 9, 11, place=2, team=(SAMIRA, NELE))
    straight_after = session(3, 11, 13, place=3, team=(NELE,))
    (clash,) = clashes(massage, [massage, elsewhere, straight_after])
    assert (clash.hint, clash.member_id, clash.other) == (Hint.MEMBER_ELSEWHERE, NELE, elsewhere)
    assert clash.free_from == time(13)  # from 11:00 it would run into the next one


def test_a_place_that_is_taken_is_a_hint_and_a_neighbour_in_time_is_none() -> None:
    asked = session(1, 10, 12)
    assert [clash.hint for clash in clashes(asked, [session(2, 11, 13)])] == [Hint.PLACE_TAKEN]
    assert clashes(asked, [session(2, 12, 13), session(3, 8, 10), session(4, 10, 12, place=2)]) == ()


def test_what_does_not_go_on_and_other_days_are_in_nobodys_way() -> None:
    asked = session(1, 10, 12)
    cancelled = replace(session(2, 10, 12), state=SessionState.CANCELLED)
    assert clashes(asked, [cancelled, session(3, 10, 12, day=date(2026, 10, 30))]) == ()
    assert clashes(cancelled, [asked], minimum_hosts=2) == ()


def test_too_few_hosts_and_a_public_holiday() -> None:
    alone = session(1, 10, 12, team=(SAMIRA,))
    off = [DayOff(DAY, DaysOff.PUBLIC, "Allerheiligen"), DayOff(DAY, DaysOff.FRENCH, "Congé")]
    few, holiday = clashes(alone, [], minimum_hosts=2, days_off=off)
    assert (few.hint, few.missing) == (Hint.TOO_FEW_HOSTS, 1)
    assert (holiday.hint, holiday.day_off) == (Hint.DAY_OFF, off[0])


def test_late_in_the_evening_there_is_no_free_hour_left() -> None:
    (clash,) = clashes(session(1, 20, 23), [session(2, 19, 22)])
    assert clash.free_from is None
