"""How much two families look alike, so that a double is found: points for each sign that they share, no guessing.

Two families are pointed out from `ENOUGH` points on. Nobody compares all pairs: a pair that can reach so many points
shares one of the `keys` of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, product

from meetingplace.domain.families import Child, Family
from meetingplace.domain.name_sounds import sounds

ENOUGH = 6
Mark = tuple[object, ...]
MOST_OF_ONE_KEY = 40  # families; what more of them share tells nothing about two


class Sign(Enum):
    """What two families have in common."""

    NICKNAME = "nickname"  # it sounds the same, or has the same consonants
    CHILD = "child"  # a child of the same nickname and birth month
    CHILD_NICKNAME = "child_nickname"  # a child of the same nickname; a birth month is not known
    BIRTH_MONTH = "birth_month"  # a child born in the same month; a nickname is not known
    LANGUAGES = "languages"  # all of them
    POSTCODE = "postcode"


POINTS = {
    Sign.NICKNAME: 4, Sign.CHILD: 4, Sign.CHILD_NICKNAME: 2, Sign.BIRTH_MONTH: 2, Sign.LANGUAGES: 1, Sign.POSTCODE: 1,
}  # fmt: skip


@dataclass(frozen=True)
class Likeness:
    """Two families and what they have in common; `child_pairs` are the children that may be one, by their ids."""

    family: Family
    other: Family
    signs: tuple[Sign, ...]
    child_pairs: tuple[tuple[int, int], ...] = ()

    @property
    def points(self) -> int:
        """Add up the points of the signs."""
        return sum(POINTS[sign] for sign in self.signs)

    @property
    def is_enough(self) -> bool:
        """Tell whether the two should be pointed out."""
        return self.points >= ENOUGH


def likeness(family: Family, other: Family) -> Likeness:
    """Compare two families; each child counts once, with the child that it is most like."""
    signs = [Sign.NICKNAME] if sounds(family.nickname) & sounds(other.nickname) else []
    pairs = []
    for sign, child, like in _children_alike(family.children, other.children):
        signs.append(sign)
        pairs.append((child.id, like.id))
    if family.languages and set(family.languages) == set(other.languages):
        signs.append(Sign.LANGUAGES)
    if family.postcode and family.postcode == other.postcode:
        signs.append(Sign.POSTCODE)
    return Likeness(family, other, tuple(signs), tuple(pairs))


def look_alikes(families: Iterable[Family], said_to_be_two: Iterable[tuple[int, int]] = ()) -> list[Likeness]:
    """Find the families that look alike, the most alike first; not those that were said to be two."""
    held: dict[object, list[Family]] = defaultdict(list)
    for family in families:
        for key in keys(family):
            held[key].append(family)
    two = {frozenset(pair) for pair in said_to_be_two}
    found: dict[frozenset[int], Likeness] = {}
    for together in held.values():
        for one, other in combinations(together, 2) if len(together) <= MOST_OF_ONE_KEY else ():
            pair = frozenset((one.id, other.id))
            if pair not in found and pair not in two:
                first, second = sorted((one, other), key=lambda each: each.id)
                found[pair] = likeness(first, second)
    enough = (each for each in found.values() if each.is_enough)
    return sorted(enough, key=lambda each: (-each.points, each.family.id, each.other.id))


def keys(family: Family) -> set[Mark]:
    """Give the keys of a family: two that reach `ENOUGH` points share one of them."""
    children = [_marks(child) for child in family.children]
    has_home = bool(family.languages and family.postcode)
    home: list[Mark] = [("home", frozenset(family.languages), family.postcode)] if has_home else []
    with_home = [*children, home] if has_home else children
    found: set[Mark] = set()
    for sound in sounds(family.nickname):
        found |= {("nickname", sound, mark) for marks in with_home for mark in marks}
    found |= {_in_order(three) for sides in combinations(with_home, 3) for three in product(*sides)}
    for child, marks in zip(family.children, children, strict=True):
        whole = [mark for mark in marks if mark[0] == "called"] if child.born else []
        others = [mark for side in with_home if side is not marks for mark in side]
        found |= {("child", child.born, mark, other) for mark in whole for other in others}
    return found


def _in_order(marks: Iterable[Mark]) -> Mark:
    """Put marks in one order, whichever child was written down first."""
    return tuple(sorted(marks, key=lambda mark: (str(mark[0]), repr(mark[1:]))))


def _marks(child: Child) -> list[Mark]:
    """Give what a child can be known by, each worth at least the points of its sign."""
    called: list[Mark] = [("called", sound) for sound in sorted(sounds(child.nickname))]
    return [*called, ("born", child.born)] if child.born else called


def _children_alike(children: Iterable[Child], others: Iterable[Child]) -> Iterator[tuple[Sign, Child, Child]]:
    left = list(others)
    possible = [(sign, child, other) for child in children for other in left if (sign := _sign(child, other))]
    possible.sort(key=lambda each: -POINTS[each[0]])  # the surest first
    taken: set[tuple[str, int]] = set()
    for sign, child, other in possible:
        sides = {("here", child.id), ("there", other.id)}
        if not sides & taken:
            taken |= sides
            yield sign, child, other


def _sign(child: Child, other: Child) -> Sign | None:
    """Say how two children may be one; None when something speaks against it, or too little is known."""
    is_month = bool(child.born and other.born)
    if is_month and child.born != other.born:
        return None
    names = sounds(child.nickname), sounds(other.nickname)
    if all(names):
        if not names[0] & names[1]:
            return None
        return Sign.CHILD if is_month else Sign.CHILD_NICKNAME
    return Sign.BIRTH_MONTH if is_month else None
