"""When two families look alike: points worked out by hand, and never a pair missed that reaches enough of them."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, strategies as st

from meetingplace.domain import likeness as rules
from meetingplace.domain.families import BirthMonth, Child, Family
from meetingplace.domain.likeness import Sign, keys, likeness, look_alikes
from meetingplace.domain.pictures import Picture

MAY, JUNE = BirthMonth(2024, 5), BirthMonth(2024, 6)
SNAIL = Picture("snail", 0)
_ids = count(1)


def family(
    nickname: str, *children: tuple[str, BirthMonth | None], languages: tuple[str, ...] = (), postcode: str = ""
) -> Family:
    kids = tuple(Child(next(_ids), name, born) for name, born in children)
    return Family(next(_ids), nickname, SNAIL, languages, postcode, children=kids)


@pytest.mark.parametrize(
    ("one", "other", "signs", "points"),
    [
        (family("Yousra", ("", MAY)), family("Joesra", ("", MAY)), {Sign.NICKNAME, Sign.BIRTH_MONTH}, 6),
        (family("Mohamed"), family("Muhammad"), {Sign.NICKNAME}, 4),
        (family("Slak Uil"), family("uil  SLAK"), {Sign.NICKNAME}, 4),
        (family("Slak", ("Bo", MAY)), family("Uil", ("bó", MAY)), {Sign.CHILD}, 4),
        (family("Slak", ("Bo", None)), family("Uil", ("Bo", MAY)), {Sign.CHILD_NICKNAME}, 2),
        (family("Slak", ("Bo", MAY)), family("Uil", ("Lina", MAY)), set(), 0),
        (family("Slak", ("Bo", MAY)), family("Uil", ("Bo", JUNE)), set(), 0),
        (family("Slak", ("", None)), family("Uil", ("", None)), set(), 0),
        (family("Slak", languages=("ar", "fr")), family("Uil", languages=("fr", "ar")), {Sign.LANGUAGES}, 1),
        (family("Slak", languages=("ar",)), family("Uil", languages=("fr", "ar")), set(), 0),
        (family("Slak", postcode="1070"), family("Uil", postcode="1070"), {Sign.POSTCODE}, 1),
        (family("Slak"), family("Uil"), set(), 0),
    ],
)
def test_each_sign_has_its_points(one: Family, other: Family, signs: set[Sign], points: int) -> None:
    found = likeness(one, other)
    assert set(found.signs) == signs
    assert found.points == points
    assert likeness(other, one).points == points


def test_a_child_counts_once_and_with_the_child_that_it_is_most_like() -> None:
    one = family("Slak", ("", MAY), ("Bo", MAY))
    other = family("Uil", ("Bo", MAY))
    found = likeness(one, other)
    assert found.signs == (Sign.CHILD,)
    assert found.child_pairs == ((one.children[1].id, other.children[0].id),)


def test_twins_are_two_children() -> None:
    found = likeness(family("Slak", ("", MAY), ("", MAY)), family("Uil", ("", MAY), ("", MAY)))
    assert found.signs == (Sign.BIRTH_MONTH, Sign.BIRTH_MONTH)


def test_who_looks_alike_is_listed_and_who_was_said_to_be_two_is_not() -> None:
    yousra, joesra = family("Yousra", ("", MAY)), family("Joesra", ("", MAY))
    home = {"languages": ("tr",), "postcode": "1070"}
    twin, copy = family("Slak", ("Bo", MAY), **home), family("Uil", ("Bo", MAY), **home)
    unlike = family("Yousra", ("", JUNE))
    everyone = [copy, yousra, unlike, joesra, twin]
    assert [(each.family, each.other) for each in look_alikes(everyone)] == [(yousra, joesra), (twin, copy)]
    assert [each.family for each in look_alikes(everyone, [(joesra.id, yousra.id)])] == [twin]


def test_what_half_the_house_shares_is_no_sign() -> None:
    same = [family("Ster", ("", MAY)) for _ in range(rules.MOST_OF_ONE_KEY + 1)]
    assert look_alikes(same) == []


names = st.sampled_from(["", "Bo", "Lina", "Yousra", "Joesra", "Mohamed", "Muhammad", "Bo Lina"])


def test_it_does_not_matter_which_child_was_written_down_first() -> None:
    one, other = (
        family("", ("", MAY), ("Bo", None), ("Lina", None)),
        family("", ("", MAY), ("Lina", None), ("Bo", None)),
    )
    assert likeness(one, other).is_enough
    assert keys(one) & keys(other)


born = st.sampled_from([None, MAY, JUNE, BirthMonth(2020, 1)])
some_families = st.builds(
    lambda nickname, children, languages, postcode: family(
        nickname, *children, languages=tuple(languages), postcode=postcode
    ),
    names,
    st.lists(st.tuples(names, born), max_size=4),
    st.sampled_from([(), ("ar",), ("nl", "fr"), ("fr", "nl")]),
    st.sampled_from(["", "1070"]),
)


@given(some_families, some_families)
def test_no_pair_with_enough_points_is_missed(one: Family, other: Family) -> None:
    if likeness(one, other).is_enough:
        assert keys(one) & keys(other)
        assert len(look_alikes([one, other])) == 1
