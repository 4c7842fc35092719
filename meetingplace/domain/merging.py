"""What becomes of two families that are one: which facts stay, and one visit where both were written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from meetingplace.domain.families import Child, Family
from meetingplace.domain.visits import ChildPresent, Visit


def united_family(stays: Family, goes: Family) -> Family:
    """Give the family that stays: its nickname and picture, the languages of both, and what it did not know itself."""
    days = [day for day in (stays.first_seen, goes.first_seen) if day]
    lives = stays if stays.postcode or stays.municipality else goes
    return replace(
        stays,
        languages=tuple(dict.fromkeys([*stays.languages, *goes.languages])),
        postcode=lives.postcode,
        municipality=lives.municipality,
        first_seen=min(days, default=None),
        how_heard=stays.how_heard or goes.how_heard,
        brought_by=stays.brought_by or goes.brought_by,
    )


def united_child(stays: Child, goes: Child) -> Child:
    """Give the child that stays, with what it did not know itself."""
    return replace(stays, nickname=stays.nickname or goes.nickname, born=stays.born or goes.born)


def united_visit(stays: Visit, goes: Visit) -> Visit:
    """Make one visit of two at a session: every child once, and of adults and unnamed children the longer list."""
    return replace(
        stays,
        arrived=min(stays.arrived, goes.arrived),
        left=None if stays.left is None or goes.left is None else max(stays.left, goes.left),
        children=_children(stays.children, goes.children),
        adults=max(stays.adults, goes.adults, key=len),
        languages=tuple(dict.fromkeys([*stays.languages, *goes.languages])),
    )


def called_alike(visit: Visit, same_children: Mapping[int, int]) -> Visit:
    """Give a visit in which children that are another one are called so; a child that was in it twice is there once."""
    children: dict[object, ChildPresent] = {}
    for number, child in enumerate(visit.children):
        child_id = same_children.get(child.child_id or 0, child.child_id)
        children.setdefault(child_id or ("unnamed", number), replace(child, child_id=child_id))
    return replace(visit, children=tuple(children.values()))


def _children(stays: Sequence[ChildPresent], goes: Sequence[ChildPresent]) -> tuple[ChildPresent, ...]:
    named = {child.child_id: child for child in reversed([*stays, *goes]) if child.child_id is not None}
    order = dict.fromkeys(child.child_id for child in [*stays, *goes] if child.child_id is not None)
    unnamed = max(([child for child in side if child.child_id is None] for side in (stays, goes)), key=len)
    return (*(named[child_id] for child_id in order), *unnamed)
