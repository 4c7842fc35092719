"""Hints for who plans: who is asked twice, and from when it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from meetingplace.domain.calendar import DayOff, DaysOff
from meetingplace.domain.clashes import Care, Clash, Hint, all_clashes, clashes
from meetingplace.domain.places import Place
from meetingplace.domain.sessions import Activity, Brief, Session, SessionState
from meetingplace.domain.team import Away, TeamMember

DAY = date(2026, 10, 29)
SAMIRA, NELE = 1, 2
HOSTS = Care(places={1: Place(1, "Kuregem", minimum_hosts=2)})


def session(
    id: int, start: int, end: int, place: int = 1, team: tuple[int, ...] = (), day: date = DAY, capacity: int = 20
) -> Brief:
    activity = Activity("Open ontmoeting", place, time(start), time(end), team=team, capacity=capacity)
    return Session(id, day, activity).brief


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
    assert clashes(cancelled, [asked], HOSTS) == ()


def test_too_few_hosts_and_a_public_holiday() -> None:
    alone = session(1, 10, 12, team=(SAMIRA,))
    off = [DayOff(DAY, DaysOff.PUBLIC, "Allerheiligen"), DayOff(DAY, DaysOff.FRENCH, "Congé")]
    few, holiday = clashes(alone, [], replace(HOSTS, days_off=off))
    assert (few.hint, few.number) == (Hint.TOO_FEW_HOSTS, 1)
    assert (holiday.hint, holiday.day_off) == (Hint.DAY_OFF, off[0])


def test_late_in_the_evening_there_is_no_free_hour_left() -> None:
    (clash,) = clashes(session(1, 20, 23), [session(2, 19, 22)])
    assert clash.free_from is None


def test_who_is_away_or_does_not_come_on_that_weekday_is_a_hint() -> None:
    # 29 October 2026 is a Thursday
    members = {SAMIRA: TeamMember(SAMIRA, "Samira", weekdays=(0, 1)), NELE: TeamMember(NELE, "Nele", weekdays=(3,))}
    asked = session(1, 10, 12, team=(SAMIRA, NELE))
    assert clashes(asked, [], Care(members=members)) == (Clash(Hint.MEMBER_AWAY, member_id=SAMIRA),)
    away = Away(5, NELE, date(2026, 10, 29), date(2026, 11, 1))
    found = clashes(asked, [], Care(members=members, away=[away]))
    assert [(clash.member_id, clash.away) for clash in found] == [(SAMIRA, None), (NELE, away)]
    assert clashes(replace(asked, day=date(2026, 11, 2), team=(SAMIRA,)), [], Care(members=members, away=[away])) == ()


def test_a_closing_day_of_another_place_is_no_hint() -> None:
    here, there = (DayOff(DAY, DaysOff.OWN, "Verbouwing", 1, place) for place in (1, 2))
    assert clashes(session(1, 10, 12), [], Care(days_off=[there])) == ()
    assert [clash.day_off for clash in clashes(session(1, 10, 12), [], Care(days_off=[there, here]))] == [here]


def test_more_enrolled_than_there_is_room_and_a_room_without_end() -> None:
    full, endless = session(1, 10, 12, capacity=8), session(2, 13, 14, capacity=0)
    (clash,) = clashes(full, [], Care(enrolled={1: 10, 2: 99}))
    assert (clash.hint, clash.number) == (Hint.TOO_MANY_ENROLLED, 2)
    assert clashes(endless, [], Care(enrolled={2: 99})) == ()


def test_many_sessions_are_looked_at_day_by_day_from_today_on() -> None:
    first, second = session(1, 10, 12), session(2, 11, 13)
    past = [replace(one, id=one.id + 10, day=date(2026, 10, 1)) for one in (first, second)]
    found = all_clashes([first, *past], [first, second, *past], Care(), DAY)
    assert {id: [clash.hint for clash in hints] for id, hints in found.items()} == {1: [Hint.PLACE_TAKEN]}
