"""Two families that are one: what stays, and one visit where both were written down."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, strategies as st

from meetingplace.domain.families import BirthMonth, Child, Family, HowHeard, Relation
from meetingplace.domain.merging import called_alike, united_child, united_family, united_visit
from meetingplace.domain.pictures import Picture
from meetingplace.domain.visits import ChildPresent, Visit, totals

NOON = datetime(2026, 10, 27, 12, 0)
HOUR = timedelta(hours=1)
MOTHER, FATHER = Relation.MOTHER, Relation.FATHER


def visit(arrived: datetime, *children: int | None, id: int = 1, **columns: object) -> Visit:
    return Visit(id, 7, 1, arrived, children=tuple(ChildPresent(child, 20) for child in children), **columns)


def test_the_family_that_stays_keeps_its_name_and_learns_what_it_did_not_know() -> None:
    stays = Family(1, "Maan", Picture("star", 1), ("ar",), "1070", "Anderlecht", date(2026, 3, 1))
    goes = Family(
        2, "Volle maan", Picture("owl", 2), ("fr", "ar"), "1030", "Schaarbeek", date(2025, 9, 1),
        HowHeard.SCHOOL, "een buur",
    )  # fmt: skip
    assert united_family(stays, goes) == Family(
        1, "Maan", Picture("star", 1), ("ar", "fr"), "1070", "Anderlecht", date(2025, 9, 1),
        HowHeard.SCHOOL, "een buur",
    )  # fmt: skip


def test_an_address_is_never_made_of_two() -> None:
    stays = Family(1, "Maan", Picture("star", 1), municipality="Anderlecht")
    goes = Family(2, "Uil", Picture("owl", 2), postcode="1030", municipality="Schaarbeek")
    assert (united_family(stays, goes).postcode, united_family(goes, stays).postcode) == ("", "1030")


def test_a_child_learns_what_it_did_not_know() -> None:
    assert united_child(Child(1, "Bo"), Child(2, "Beau", BirthMonth(2024, 5))) == Child(1, "Bo", BirthMonth(2024, 5))


def test_one_visit_of_two_has_each_child_once_and_the_longer_list_of_adults() -> None:
    stays = visit(NOON, 11, 12, None, adults=(MOTHER,), left=NOON + HOUR)
    goes = visit(NOON - HOUR, 12, 13, None, None, adults=(MOTHER, FATHER), left=NOON + 2 * HOUR, id=2)
    united = united_visit(stays, goes)
    assert [child.child_id for child in united.children] == [11, 12, 13, None, None]
    assert (united.id, united.arrived, united.left) == (1, NOON - HOUR, NOON + 2 * HOUR)
    assert united.adults == (MOTHER, FATHER)


def test_who_is_still_in_is_still_in() -> None:
    assert united_visit(visit(NOON), visit(NOON, left=NOON + HOUR, id=2)).left is None


def test_a_child_that_is_another_one_is_called_so_once() -> None:
    called = called_alike(visit(NOON, 21, 11, None, None), {21: 11})
    assert [child.child_id for child in called.children] == [11, None, None]


children = st.lists(st.sampled_from([11, 12, 13, None]), max_size=5)


@given(children, children)
def test_a_merge_never_counts_a_named_child_or_an_unnamed_one_more_than_before(
    one: list[int | None], other: list[int | None]
) -> None:
    stays, goes = called_alike(visit(NOON, *one), {}), called_alike(visit(NOON, *other, id=2), {})
    before = {child for child in [*one, *other] if child}
    united = united_visit(stays, goes)
    assert totals([united], []).all_children == len(before) + max(one.count(None), other.count(None))
