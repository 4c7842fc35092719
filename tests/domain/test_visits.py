"""Counting who was there: every sum by hand, and what must hold for any session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import (
    MOST_AT_ONCE,
    ChildPresent,
    Tallied,
    TallyCount,
    Totals,
    Visit,
    Warn,
    must_be_somebody,
    totals,
    usual_weekday,
    warnings,
)

AT = datetime(2026, 10, 27, 9, 45)
MOTHER, FATHER = Relation.MOTHER, Relation.FATHER


def visit(
    family: int | None, *children: ChildPresent, adults: tuple[Relation, ...] = (MOTHER,), **more: object
) -> Visit:
    return Visit(0, 1, family, AT, None, children, adults, **more)  # type: ignore[arg-type]


def child(number: int | None, months: int | None) -> ChildPresent:
    return ChildPresent(number, months)


def test_named_visits_unnamed_visits_and_tallies_count_together() -> None:
    came = [
        visit(1, child(1, 7), child(2, 30), adults=(MOTHER, FATHER), is_new=True),
        visit(2, child(3, 41)),
        visit(None, child(None, 13), child(None, None), adults=(Relation.GRANDPARENT,)),
    ]
    counted = [
        TallyCount(Tallied.CHILDREN, "12", 2),
        TallyCount(Tallied.ADULTS, "mother", 1),
        TallyCount(Tallied.FAMILIES, "all", 3),
        TallyCount(Tallied.FAMILIES, "new", 1),
        TallyCount(Tallied.LANGUAGES, "ar", 4),
    ]
    found = totals(came, counted)
    assert found.children == {
        AgeBand.BABY: 1,
        AgeBand.ONE: 3,
        AgeBand.TWO: 1,
        AgeBand.THREE: 1,
        AgeBand.FOUR_FIVE: 0,
        AgeBand.OLDER: 0,
    }
    assert (found.children_of_unknown_age, found.all_children) == (1, 7)
    assert (found.adults[MOTHER], found.adults[FATHER], found.adults[Relation.GRANDPARENT]) == (3, 1, 1)
    assert found.all_adults == 5
    assert (found.families, found.new_families) == (6, 2)
    assert found.unnamed_children[AgeBand.ONE] == 2
    assert found.unnamed_adults[MOTHER] == 1


def test_a_child_in_two_visits_is_counted_once_and_its_adults_each_time() -> None:
    came = [visit(1, child(9, 30), adults=(MOTHER,)), visit(2, child(9, 30), child(4, 20), adults=(FATHER,))]
    found = totals(came, [])
    assert found.all_children == 2
    assert found.all_adults == 2
    assert found.families == 2


def test_unnamed_children_are_never_taken_for_one_another() -> None:
    assert totals([visit(None, child(None, 30)), visit(None, child(None, 30))], []).all_children == 2


def test_a_family_with_two_visits_is_one_family_and_new_when_one_of_them_is() -> None:
    found = totals([visit(1, child(1, 7), is_new=True), visit(1, child(1, 7))], [])
    assert (found.families, found.new_families) == (1, 1)


def test_a_group_is_no_family() -> None:
    found = totals([visit(None, child(None, 40), group="klas 1A"), visit(None, child(None, 40))], [])
    assert (found.families, found.all_children) == (1, 2)


@pytest.mark.parametrize(
    ("months", "band"),
    [
        (0, AgeBand.BABY), (11, AgeBand.BABY), (12, AgeBand.ONE), (23, AgeBand.ONE), (24, AgeBand.TWO),
        (35, AgeBand.TWO), (36, AgeBand.THREE), (47, AgeBand.THREE), (48, AgeBand.FOUR_FIVE),
        (71, AgeBand.FOUR_FIVE), (72, AgeBand.OLDER), (215, AgeBand.OLDER),
    ],
)  # fmt: skip
def test_a_child_stands_in_the_band_of_its_age(months: int, band: AgeBand) -> None:
    found = totals([visit(1, child(1, months))], [])
    assert [each for each, number in found.children.items() if number] == [band]


def test_nobody_at_all() -> None:
    found = totals([], [])
    assert (found.all_children, found.all_adults, found.families, found.new_families) == (0, 0, 0, 0)
    assert warnings(found, 20) == ()


@pytest.mark.parametrize(
    ("children", "adults", "capacity", "said"),
    [
        (1, 0, 0, (Warn.CHILD_WITHOUT_ADULT,)),
        (0, 1, 1, ()),
        (20, 1, 20, ()),
        (21, 1, 20, (Warn.CAPACITY_PASSED,)),
        (21, 0, 20, (Warn.CHILD_WITHOUT_ADULT, Warn.CAPACITY_PASSED)),
        (500, 1, 0, ()),  # no limit
    ],
)
def test_warnings(children: int, adults: int, capacity: int, said: tuple[Warn, ...]) -> None:
    found = Totals(children={AgeBand.ONE: children}, adults={MOTHER: adults})
    assert warnings(found, capacity) == said


def test_a_child_of_unknown_age_without_an_adult_is_pointed_out_too() -> None:
    assert warnings(Totals(children_of_unknown_age=1), 0) == (Warn.CHILD_WITHOUT_ADULT,)


def test_a_visit_is_somebody_and_not_a_crowd() -> None:
    must_be_somebody((), (MOTHER,))
    must_be_somebody((child(None, None),), ())
    must_be_somebody((child(None, 30),) * (MOST_AT_ONCE - 1), (MOTHER,))
    for children, reason in (((), Reason.NOBODY_CAME), ((child(None, 30),) * MOST_AT_ONCE, Reason.NUMBER_IMPOSSIBLE)):
        with pytest.raises(Refused) as refused:
            must_be_somebody(children, () if reason is Reason.NOBODY_CAME else (MOTHER,))
        assert refused.value.reason is reason


# --- what holds for any session ---

AGES = st.none() | st.integers(0, 215)
CHILDREN = st.builds(ChildPresent, st.none() | st.integers(1, 6), AGES)
VISITS = st.builds(
    lambda family, children, adults, group, is_new: Visit(
        0, 1, family, AT, None, tuple(children), tuple(adults), group if family is None else "", (), is_new
    ),
    st.none() | st.integers(1, 4),
    st.lists(CHILDREN, max_size=4),
    st.lists(st.sampled_from(Relation), max_size=3),
    st.sampled_from(["", "klas 1A"]),
    st.booleans(),
)
TALLIES = st.dictionaries(
    st.one_of(
        st.tuples(st.just(Tallied.CHILDREN), st.sampled_from([str(band.value) for band in AgeBand])),
        st.tuples(st.just(Tallied.ADULTS), st.sampled_from([relation.value for relation in Relation])),
        st.tuples(st.just(Tallied.FAMILIES), st.sampled_from(["all", "new"])),
    ),
    st.integers(0, 30),
    max_size=6,
).map(lambda counted: [TallyCount(what, key, number) for (what, key), number in counted.items()])


@given(st.lists(VISITS, max_size=6), TALLIES)
def test_the_order_of_arrival_changes_no_sum(came: list[Visit], counted: list[TallyCount]) -> None:
    ages = {1: 3, 2: 14, 3: 27, 4: 38, 5: 60, 6: None}  # a child has one age on one day
    came = [
        replace(
            one, children=tuple(replace(each, months=ages.get(each.child_id, each.months)) for each in one.children)
        )
        for one in came
    ]
    assert totals(came, counted) == totals(list(reversed(came)), list(reversed(counted)))


@given(st.lists(VISITS, max_size=6), TALLIES)
def test_every_unnamed_child_and_each_known_child_once(came: list[Visit], counted: list[TallyCount]) -> None:
    present = [each for one in came for each in one.children]
    known = {each.child_id for each in present if each.child_id is not None}
    unnamed = sum(each.child_id is None for each in present)
    tallied = sum(one.number for one in counted if one.what is Tallied.CHILDREN)
    assert totals(came, counted).all_children == len(known) + unnamed + tallied


@given(st.lists(VISITS, max_size=6), TALLIES)
def test_adults_are_counted_each_time_and_new_families_are_families(
    came: list[Visit], counted: list[TallyCount]
) -> None:
    found = totals(came, [one for one in counted if one.key != "new"])
    tallied = sum(one.number for one in counted if one.what is Tallied.ADULTS)
    assert found.all_adults == sum(len(one.adults) for one in came) + tallied
    assert found.new_families <= found.families


@given(st.lists(VISITS, max_size=6), TALLIES, VISITS)
def test_one_arrival_more_takes_nobody_away(came: list[Visit], counted: list[TallyCount], one_more: Visit) -> None:
    before, after = totals(came, counted), totals([*came, one_more], counted)
    assert after.all_children >= before.all_children
    assert after.all_adults == before.all_adults + len(one_more.adults)
    assert 0 <= after.families - before.families <= 1


@pytest.mark.parametrize(
    ("days", "weekday"),
    [
        ([], None),
        ([6, 13], None),  # two are chance
        ([6, 13, 20], 1),
        ([6, 13, 20, 7, 8], 1),
        ([6, 13, 20, 7, 14, 21], None),  # as often on a Wednesday
    ],
)
def test_a_family_comes_on_its_usual_weekday(days: list[int], weekday: int | None) -> None:
    assert usual_weekday([date(2026, 10, day) for day in days]) == weekday
