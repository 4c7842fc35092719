"""Ages in completed months, age bands, pictures that are unique, postcodes, and names that are spelled in many ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain import families, pictures
from meetingplace.domain.families import AgeBand, BirthMonth
from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture, first_free_picture
from meetingplace.domain.refusals import Reason, Refused

ALL = [Picture(shape, colour) for shape in PICTURE_SHAPES for colour in range(len(PICTURE_COLOURS))]


@pytest.mark.parametrize(
    ("born", "day", "months"),
    [
        # the day of birth is taken as the 1st: a month is complete on the first day of the next one
        ((2026, 10), date(2026, 10, 1), 0),
        ((2026, 10), date(2026, 10, 31), 0),
        ((2026, 10), date(2026, 11, 1), 1),
        ((2025, 12), date(2026, 1, 1), 1),
        ((2025, 11), date(2026, 10, 31), 11),
        ((2025, 11), date(2026, 11, 1), 12),
        ((2024, 2), date(2026, 2, 28), 24),
        ((2024, 3), date(2026, 2, 28), 23),
        ((2020, 10), date(2026, 10, 27), 72),
    ],
)
def test_age_is_counted_in_completed_months(born: tuple[int, int], day: date, months: int) -> None:
    assert BirthMonth(*born).months_at(day) == months


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(0, 300))
def test_a_birth_month_so_many_months_ago_gives_that_age_back(day: date, months: int) -> None:
    born = BirthMonth.months_before(day, months)
    assert born.months_at(day) == months
    assert 1 <= born.month <= 12


def test_nobody_is_born_next_month() -> None:
    with pytest.raises(Refused) as refused:
        BirthMonth(2026, 11).months_at(date(2026, 10, 31))
    assert refused.value.reason is Reason.BIRTH_IN_FUTURE


@pytest.mark.parametrize(
    ("months", "band"),
    [
        (0, AgeBand.BABY), (11, AgeBand.BABY), (12, AgeBand.ONE), (23, AgeBand.ONE), (24, AgeBand.TWO),
        (35, AgeBand.TWO), (36, AgeBand.THREE), (47, AgeBand.THREE), (48, AgeBand.FOUR_FIVE),
        (71, AgeBand.FOUR_FIVE), (72, AgeBand.OLDER), (200, AgeBand.OLDER),
    ],
)  # fmt: skip
def test_a_band_begins_where_the_one_before_ends(months: int, band: AgeBand) -> None:
    assert AgeBand.of(months) is band


@pytest.mark.parametrize("born", [BirthMonth(2026, 0), BirthMonth(2026, 13), BirthMonth(1926, 5)])
def test_an_impossible_birth_month_is_refused(born: BirthMonth) -> None:
    with pytest.raises(Refused) as refused:
        families.must_be_born(born, date(2026, 10, 27))
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


def test_there_are_320_pictures() -> None:
    assert len(set(ALL)) == 320


@given(st.integers(0, 10_000))
def test_320_families_get_320_pictures(seed: int) -> None:
    taken: set[Picture] = set()
    for number in range(320):
        taken.add(first_free_picture(frozenset(taken), seed + number))
    assert taken == set(ALL)


@given(st.sets(st.sampled_from(ALL), max_size=319), st.integers(0, 10_000))
def test_a_picture_is_never_given_twice_while_one_is_free(taken: set[Picture], seed: int) -> None:
    picture = first_free_picture(frozenset(taken), seed)
    assert picture in ALL
    assert picture not in taken


@given(st.integers(0, 10_000))
def test_family_321_shares_a_picture(seed: int) -> None:
    assert first_free_picture(frozenset(ALL), seed) in ALL


@pytest.mark.parametrize("picture", [Picture("dragon", 0), Picture("snail", 8), Picture("snail", -1)])
def test_a_picture_that_is_not_ours_is_refused(picture: Picture) -> None:
    with pytest.raises(Refused) as refused:
        pictures.must_be_known(picture)
    assert refused.value.reason is Reason.CHOICE_UNKNOWN


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("  ", ""), ("1070", "1070"), (" B-1070 ", "1070"), ("be 9000", "9000")]
)
def test_a_postcode_is_four_digits_or_nothing(typed: str, kept: str) -> None:
    assert families.postcode(typed) == kept


@pytest.mark.parametrize("typed", ["107", "10700", "0123", "Anderlecht", "١٠٧٠", "1 070", "=1+1", "<b>1070"])
def test_what_is_no_postcode_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        families.postcode(typed)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE
