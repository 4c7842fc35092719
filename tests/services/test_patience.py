"""Waiting after wrong tries: longer each time, also after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta

from meetingplace.services.patience import Patience

NOW = datetime(2026, 10, 27, 9, 10)


def test_the_first_tries_are_free_and_then_each_wait_is_twice_as_long(house: None) -> None:
    tries = Patience("some", free=3, longest=60)
    assert [tries.wrong(NOW) for _ in range(8)] == [0, 0, 5, 10, 20, 40, 60, 60]


def test_the_wait_runs_down_and_is_known_to_whoever_starts_the_program_anew(house: None) -> None:
    for _ in range(4):
        Patience("some", free=3, longest=60).wrong(NOW)
    anew = Patience("some", free=3, longest=60)
    assert anew.seconds(NOW + timedelta(seconds=3)) == 7
    assert anew.seconds(NOW + timedelta(seconds=10)) == 0
    assert anew.wrong(NOW + timedelta(seconds=10)) == 20


def test_a_right_try_lets_everything_be_forgotten(house: None) -> None:
    tries = Patience("some", free=1, longest=60)
    tries.wrong(NOW)
    tries.right()
    assert tries.seconds(NOW) == 0
    assert tries.wrong(NOW) == 5


def test_a_clock_that_was_put_back_makes_nobody_wait_for_years(house: None) -> None:
    tries = Patience("some", free=1, longest=60)
    tries.wrong(NOW)
    assert tries.seconds(NOW - timedelta(days=700)) == 60
    assert tries.seconds(NOW - timedelta(days=700) + timedelta(seconds=60)) == 0


def test_two_kinds_of_tries_do_not_know_each_other(house: None) -> None:
    Patience("some", free=1, longest=60).wrong(NOW)
    assert Patience("other", free=1, longest=60).seconds(NOW) == 0
