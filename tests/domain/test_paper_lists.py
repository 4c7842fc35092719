"""What stands in the cells of a paper list, read as a host types it."""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.paper_lists import read_ages, who_came
from meetingplace.domain.refusals import Reason, Refused

DAY = date(2026, 10, 27)


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("", ()),
        ("3", (36,)),
        ("8m", (8,)),
        ("8 m", (8,)),
        ("3 8m", (36, 8)),
        ("3j8m", (36, 8)),
        ("4 j · 1 j", (48, 12)),
        ("2 ans, 11 mois", (24, 11)),
        ("3 jaar + 9 maanden", (36, 9)),
        ("1y", (12,)),
        ("0", (0,)),
        ("? 5", (None, 60)),
        ("17", (204,)),
        ("215m", (215,)),
    ],
)
def test_ages_are_read_as_paper_writes_them(typed: str, months: tuple[int | None, ...]) -> None:
    assert read_ages(typed) == months


@pytest.mark.parametrize("typed", ["x", "18", "216m", "-3", "3x", "=1+1", "9999", "3;=", "👶", "٣"])
def test_what_is_no_age_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_ages(typed)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


def test_ages_of_ten_thousand_letters_are_refused_in_no_time() -> None:
    with pytest.raises(Refused) as refused:
        read_ages("3 " * 5_000 + "x")
    assert len(str(refused.value.facts["typed"])) <= 20


def test_children_are_met_by_the_ages_on_the_paper() -> None:
    # in October 2026: 4 years 2 months, 8 months, and one whose birth nobody knows
    children = (Child(1, born=BirthMonth(2022, 8)), Child(2, born=BirthMonth(2026, 2)), Child(3))
    assert who_came((48, 8), children, DAY) == ((1, 2), ())
    assert who_came((50,), children, DAY) == ((1,), ())  # "4 j" may come from any month of that year
    assert who_came((9, None), children, DAY) == ((3,), (9,))
    assert who_came((8, 8), children, DAY) == ((2,), (8,))  # a friend's child of the same age


def test_a_child_that_is_born_after_the_day_is_not_met_by_an_age() -> None:
    assert who_came((0,), (Child(1, born=BirthMonth(2026, 11)),), DAY) == ((), (0,))
