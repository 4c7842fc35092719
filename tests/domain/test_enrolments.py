"""First names on a list: what may stand there, and who moves up."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from meetingplace.domain import enrolments
from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.refusals import Reason, Refused

NINE = datetime(2026, 9, 1, 9)


def listed(*waits: bool) -> list[Enrolled]:
    """Make a list in the order of enrolling."""
    return [
        Enrolled(number, OnList(1), f"Name{number}", NINE + timedelta(minutes=number), is_waiting=is_waiting)
        for number, is_waiting in enumerate(waits, 1)
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Lina ", "Lina"),
        ("Fatima-Zahra", "Fatima-Zahra"),
        ("Lina B.", "Lina B."),
        ("Lina  b", "Lina b"),
        ("ليلى", "ليلى"),
        ("🦊", "🦊"),
        ("=1+1", "=1+1"),
        ("<b>Lina</b>", "<b>Lina</b>"),
        ("O'Neil", "O'Neil"),
    ],
)
def test_a_first_name_is_kept_as_it_is(typed: str, kept: str) -> None:
    assert enrolments.first_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Yusra El Amrani", Reason.FIRST_NAME_ONLY),
        ("Lina Peeters", Reason.FIRST_NAME_ONLY),
        ("lina@peeters.be", Reason.FIRST_NAME_ONLY),
        ("0470123456", Reason.FIRST_NAME_ONLY),
        ("   ", Reason.NAME_MISSING),
        ("a" * 10_000, Reason.TEXT_TOO_LONG),
    ],
)
def test_no_surname_address_or_number_is_taken_for_a_first_name(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        enrolments.first_name(typed)
    assert refused.value.reason is reason


def test_the_capacity_says_whether_one_more_fits_and_nought_is_no_limit() -> None:
    assert enrolments.has_place(2, 1)
    assert not enrolments.has_place(2, 2)
    assert enrolments.has_place(0, 500)


@pytest.mark.parametrize(
    ("waits", "capacity", "others", "ids"),
    [
        ((False, False, True, True), 3, 0, [3]),
        ((False, False, True, True), 4, 0, [3, 4]),
        ((False, False, True, True), 3, 1, []),
        ((False, False, True), 1, 0, []),  # lowered: nobody is thrown out, nobody moves up
        ((False, True, True), 0, 0, [2, 3]),
    ],
)
def test_who_waits_longest_moves_up_as_far_as_there_are_places(
    waits: tuple[bool, ...], capacity: int, others: int, ids: list[int]
) -> None:
    backwards = listed(*waits)[::-1]
    assert [one.id for one in enrolments.moving_up(backwards, capacity, others)] == ids


def test_the_same_first_name_is_known_whatever_its_accents() -> None:
    chloe = Enrolled(1, OnList(1), "Chloé", NINE)
    assert enrolments.names_sake("CHLOE", [chloe])
    assert not enrolments.names_sake("Lina", [chloe])
