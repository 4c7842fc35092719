"""Two families become one: what the preview says, what is counted before and after, and the way back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from meetingplace.domain.families import BirthMonth, Child, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent, totals
from meetingplace.services import changes, contacts, directory, merging
from meetingplace.storage import contacts as kept_contacts, doubles, families, tables, visits
from meetingplace.storage.contacts import Contact
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit
from tests.snapshots import whole_house

NOON = datetime(2026, 10, 27, 12, 0)
WEEK = timedelta(days=7)
pytestmark = pytest.mark.usefixtures("house")


class Two:
    """Yousra and Joesra, who are one: both with Bo, each with a child of her own; one session where both came."""

    def __init__(self) -> None:
        make_house()
        self.place = make_place(level="contact")
        self.both, self.only_one, self.only_other = (make_session(self.place, DAY - step * WEEK) for step in range(3))
        self.stays = make_family("Yousra", born=[(2024, 5)], languages=["ar"])
        self.goes = make_family("Joesra", born=[(2024, 5)], picture=Picture("owl", 1), languages=["fr", "ar"])
        self.bo, self.own = families.get(self.stays).children[0].id, families.add_child(self.stays, Child(0, "Sami"))
        self.same = families.get(self.goes).children[0].id
        self.other = families.add_child(self.goes, Child(0, "Lina", BirthMonth(2020, 1)))
        self.visit = make_visit(self.both, self.stays, NOON, [ChildPresent(self.bo, 29)])
        self.second = make_visit(
            self.both, self.goes, NOON - WEEK / 200, [ChildPresent(self.same, 29), ChildPresent(self.other, 81)],
            [Relation.FATHER, Relation.MOTHER],
        )  # fmt: skip
        self.early = make_visit(self.only_other, self.goes, NOON - 2 * WEEK, [ChildPresent(self.same, 29)])
        self.late = make_visit(self.only_one, self.stays, NOON - WEEK, [ChildPresent(self.own, 3)])

    def merge(self) -> changes.Changes:
        return merging.merge(self.stays, self.goes, self.versions, {self.same: self.bo})

    @property
    def versions(self) -> tuple[int, int]:
        return families.get(self.stays).version, families.get(self.goes).version


@pytest.fixture
def two(house: None) -> Two:
    return Two()


def test_the_preview_says_what_becomes_of_both(two: Two) -> None:
    board = merging.merge_board(two.stays, two.goes, DAY)
    assert (board.stays.visits, board.goes.visits, board.both_came, board.all_visits) == (2, 2, 1, 3)
    assert board.united.nickname == "Yousra"
    assert board.united.languages == ("ar", "fr")
    assert [(child.id, like.id) for child, like in board.same_children] == [(two.bo, two.same)]


def test_one_family_has_all_visits_and_one_where_both_came(two: Two) -> None:
    done = two.merge()
    assert done.made == two.stays
    assert visits.number_of(two.stays) == 3
    (visit,) = visits.of_session(two.both)
    assert {child.child_id for child in visit.children} == {two.bo, two.other}
    assert visit.adults == (Relation.FATHER, Relation.MOTHER)
    assert visit.arrived == NOON - WEEK / 200
    counted = totals(visits.of_session(two.both), [])
    assert (counted.families, counted.all_children, counted.all_adults) == (1, 2, 2)


def test_only_the_very_first_visit_is_new(two: Two) -> None:
    two.merge()
    assert (visits.get(two.early).is_new, visits.get(two.late).is_new) == (True, False)
    assert totals(visits.of_session(two.only_one), []).new_families == 0


def test_a_child_that_is_one_stands_once_and_the_others_stay(two: Two) -> None:
    two.merge()
    family = families.get(two.stays)
    assert {child.id for child in family.children} == {two.bo, two.own, two.other}
    assert visits.get(two.early).children == (ChildPresent(two.bo, 29),)
    assert tables.Child.get_or_none(tables.Child.id == two.same) is None
    with pytest.raises(Refused):
        families.get(two.goes)


def test_children_that_are_not_said_to_be_one_both_stay(two: Two) -> None:
    merging.merge(two.stays, two.goes, two.versions, {})
    assert {child.id for child in families.get(two.stays).children} == {two.bo, two.own, two.same, two.other}
    assert totals(visits.of_session(two.both), []).all_children == 3


def test_a_child_that_also_comes_with_others_is_one_there_too(two: Two) -> None:
    granny = make_family("Oma", picture=Picture("tram", 1))
    families.link_child(granny, two.same)
    at_granny = make_visit(make_session(two.place, DAY - 3 * WEEK), granny, NOON, [ChildPresent(two.same)])
    two.merge()
    assert [child.id for child in families.get(granny).children] == [two.bo]
    assert visits.get(at_granny).children == (ChildPresent(two.bo, 29),)


def test_search_finds_the_family_by_the_children_that_came_along(two: Two) -> None:
    two.merge()
    found = directory.list_board("lina", directory.Order.NICKNAME, 0, DAY).entries
    assert [entry.family_id for entry in found] == [two.stays]


def test_a_contact_goes_along_unless_there_is_one(two: Two) -> None:
    contacts.write(two.goes, families.get(two.goes).version, "0470 12 34 56", DAY, DAY)
    two.merge()
    assert kept_contacts.of_family(two.stays, DAY) == Contact("0470 12 34 56", DAY)


def test_of_two_contacts_that_of_the_family_that_stays_counts(two: Two) -> None:
    for family, words in ((two.stays, "own"), (two.goes, "other")):
        contacts.write(family, families.get(family).version, words, DAY, DAY)
    two.merge()
    assert [row.words for row in tables.Contact.select()] == ["own"]


def test_a_merge_is_undone_exactly_and_never_over_what_was_written_since(two: Two) -> None:
    before = whole_house()
    done = two.merge()
    assert done.undo
    changes.undo(done.undo)
    assert whole_house() == before
    again = two.merge()
    families.change(families.get(two.stays), None)
    with pytest.raises(Refused) as refused:
        changes.undo(again.undo)  # type: ignore[arg-type]
    assert refused.value.reason is Reason.CHANGED_MEANWHILE


def test_a_family_that_was_changed_meanwhile_is_not_merged(two: Two) -> None:
    versions = two.versions
    families.change(families.get(two.goes), None)
    before = whole_house()
    with pytest.raises(Refused) as refused:
        merging.merge(two.stays, two.goes, versions, {})
    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    assert whole_house() == before


@pytest.mark.parametrize("same", [{"own": "bo"}, {"same": "other"}])
def test_a_child_of_neither_family_is_refused(two: Two, same: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        merging.merge(two.stays, two.goes, two.versions, {getattr(two, a): getattr(two, b) for a, b in same.items()})
    assert refused.value.reason is Reason.NOT_FOUND


def test_nobody_is_merged_with_itself(two: Two) -> None:
    with pytest.raises(Refused):
        merging.merge_board(two.stays, two.stays, DAY)


def test_who_looks_alike_is_shown_until_somebody_says_that_they_are_two(two: Two) -> None:
    board = merging.doubles_board()
    assert [(pair.family.id, pair.other.id) for pair in board.pairs] == [(two.stays, two.goes)]
    done = merging.say_two(two.goes, two.stays)
    assert merging.doubles_board().number == 0
    assert merging.say_two(two.stays, two.goes).undo is None  # it was said already
    assert done.undo
    changes.undo(done.undo)
    assert merging.doubles_board().number == 1


def test_what_was_said_of_a_family_that_goes_is_let_go(two: Two) -> None:
    merging.say_two(two.goes, make_family("Ster", picture=Picture("star", 1)))
    two.merge()
    assert doubles.said_to_be_two() == set()
