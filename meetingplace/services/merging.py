"""Families that look alike: who they are, making one of two after a preview, and saying that they are two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from meetingplace.domain import merging as rules
from meetingplace.domain.families import Child, Family
from meetingplace.domain.likeness import Likeness, likeness, look_alikes
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import contacts, doubles, families, visits

MOST_SHOWN = 50  # pairs; the most alike come first


@dataclass(frozen=True)
class DoublesBoard:
    """The families that look alike, the most alike first, and how many pairs there are in all."""

    pairs: tuple[Likeness, ...]
    number: int


@dataclass(frozen=True)
class Side:
    """One of the two families of a merge, with the number of its visits; of its contact only whether there is one."""

    family: Family
    visits: int
    has_contact: bool


@dataclass(frozen=True)
class MergeBoard:
    """What becomes of two families that are one, before it is done.

    `same_children` are those that look like one: of the family that stays, of the one that goes. `both_came` counts the
    sessions where both were written down: there, one visit is left.
    """

    stays: Side
    goes: Side
    united: Family
    same_children: tuple[tuple[Child, Child], ...]
    both_came: int

    @property
    def all_visits(self) -> int:
        """Give the number of visits of the one family."""
        return self.stays.visits + self.goes.visits - self.both_came


def doubles_board() -> DoublesBoard:
    """Show who looks alike; it reads every family, so ask it beside what a host waits for."""
    found = look_alikes(families.everyone(), doubles.said_to_be_two())
    return DoublesBoard(tuple(found[:MOST_SHOWN]), len(found))


def merge_board(stays_id: int, goes_id: int, today: date) -> MergeBoard:
    """Show what becomes of two families; refuses NOT_FOUND, also for a family and itself."""
    stays, goes = _two(stays_id, goes_id)
    own, other = ({child.id: child for child in family.children} for family in (stays, goes))
    same = tuple((own[child], other[like]) for child, like in likeness(stays, goes).child_pairs if child != like)
    return MergeBoard(
        stays=_side(stays, today),
        goes=_side(goes, today),
        united=rules.united_family(stays, goes),
        same_children=same,
        both_came=doubles.sessions_of_both(stays_id, goes_id),
    )


def merge(stays_id: int, goes_id: int, versions: tuple[int, int], same_children: Mapping[int, int]) -> Changes:
    """Make one family of two; `same_children` gives, for a child of the family that goes, the one it really is.

    All visits, children, languages and the contact go along. At a session where both were written down one visit is
    left: its children together, its adults the longer list. Refuses NOT_FOUND and CHANGED_MEANWHILE.
    """
    with one_act(Act.FAMILIES_MERGED, Topic.FAMILIES, Topic.VISITS) as act:
        stays, goes = _two(stays_id, goes_id)
        if goes.version != versions[1]:
            raise Refused(Reason.CHANGED_MEANWHILE)
        families.change(rules.united_family(stays, goes), versions[0])
        children = _really(stays, goes, same_children)
        _unite_visits(stays_id, goes_id, {child_id: child.id for child_id, child in children.items()})
        doubles.give_children(goes_id, stays_id, children)
        contacts.hand_over(goes_id, stays_id)
        families.remove(goes_id)
        act.made = stays_id
        act.facts.update(nickname=stays.nickname, other=goes.nickname)
    return act.changes


def say_two(family_id: int, other_id: int) -> Changes:
    """Remember that two families that look alike are two; refuses NOT_FOUND."""
    with one_act(Act.FAMILIES_ARE_TWO, Topic.FAMILIES) as act:
        family, other = _two(family_id, other_id)
        doubles.say_two(family_id, other_id)
        act.facts.update(nickname=family.nickname, other=other.nickname)
    return act.changes


def _side(family: Family, today: date) -> Side:
    return Side(family, visits.number_of(family.id), contacts.exists(family.id, today))


def _two(family_id: int, other_id: int) -> tuple[Family, Family]:
    if family_id == other_id:
        raise Refused(Reason.NOT_FOUND, what="Family")
    return families.get(family_id), families.get(other_id)


def _really(stays: Family, goes: Family, same_children: Mapping[int, int]) -> dict[int, Child]:
    """Give, by its id, the child that each child of `goes` really is; refuses NOT_FOUND for a child of neither."""
    own, other = ({child.id: child for child in family.children} for family in (stays, goes))
    if not (own.keys() >= set(same_children.values()) and other.keys() >= set(same_children)):
        raise Refused(Reason.NOT_FOUND, what="Child")
    return {child: rules.united_child(own[really], other[child]) for child, really in same_children.items()}


def _unite_visits(stays_id: int, goes_id: int, same: Mapping[int, int]) -> None:
    """Give every visit to the family that stays, with the children as they are called from now on."""
    at = {visit.session_id: visit for visit in doubles.visits_of(stays_id)}
    for visit in doubles.visits_of(goes_id):
        own = at.get(visit.session_id)
        called = rules.called_alike(visit, same)
        if own is not None:
            visits.remove(visit.id)
            visits.change(rules.united_visit(own, called), own.version)
        else:
            doubles.move_visit(visit.id, stays_id)
    for visit in doubles.visits_with(same):  # also where it came with another family
        visits.change(rules.called_alike(visit, same), visit.version)
