"""Families that were said to be two, and the rows of two families that become one. The rules are `domain.merging`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from meetingplace.domain.families import Child
from meetingplace.domain.visits import Visit
from meetingplace.storage import families, records, tables, visits

_EVERY_VISIT = 100_000


def said_to_be_two() -> set[tuple[int, int]]:
    """List the pairs of families that were said to be two, the lower number first."""
    return set(tables.NotSame.select(tables.NotSame.family, tables.NotSame.other).tuples())


def say_two(family_id: int, other_id: int) -> None:
    """Remember that two families are two; said once, it stays so."""
    pair = sorted((family_id, other_id))
    if tuple(pair) not in said_to_be_two():
        records.add(tables.NotSame, family=pair[0], other=pair[1])


def visits_of(family_id: int) -> list[Visit]:
    """List every visit of a family, newest first."""
    return visits.of_family(family_id, _EVERY_VISIT)


def sessions_of_both(family_id: int, other_id: int) -> int:
    """Count the sessions at which both families were written down."""
    visit, other = tables.Visit, tables.Visit.alias()
    query = visit.select().join(other, on=(other.session == visit.session))
    return int(query.where((visit.family == family_id) & (other.family == other_id)).count())


def move_visit(visit_id: int, family_id: int) -> None:
    """Give a visit, with its children, to another family."""
    records.change(tables.Visit, visit_id, family=family_id)


def visits_with(child_ids: Iterable[int]) -> list[Visit]:
    """List every visit at which one of these children was, of whatever family."""
    present = tables.VisitChild
    query = present.select(present.visit).where(present.child.in_(list(child_ids))).distinct()
    return [visits.get(visit_id) for (visit_id,) in list(query.tuples())]


def give_children(goes: int, stays: int, same: Mapping[int, Child]) -> None:
    """Let the children of a family belong to another one; `same` gives, by its id, the child that it really is.

    A child that is another one goes from every family that it belongs to, and the other one comes in its place.
    """
    link = tables.FamilyChild
    for row in list(link.select().where(link.family == goes)):
        if row.__data__["child"] not in same:
            _link(stays, row.__data__["child"])
        records.remove(link, row.id)
    for child_id, really in same.items():
        for row in list(link.select().where(link.child == child_id)):
            _link(row.__data__["family"], really.id)
            records.remove(link, row.id)
        families.change_child(really, None)
        records.remove(tables.Child, child_id)


def _link(family_id: int, child_id: int) -> None:
    link = tables.FamilyChild
    if not link.select().where((link.family == family_id) & (link.child == child_id)).exists():
        families.link_child(family_id, child_id)
