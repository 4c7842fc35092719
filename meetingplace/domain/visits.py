"""Who was there: visits of families and of unnamed people, tallies, and the totals of a session with its warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.refusals import Reason, Refused

FEWEST_OF_A_REGULAR = 3  # visits on one weekday
MOST_AT_ONCE = 200  # persons in one visit: a slip of the finger, not a group


class Tallied(Enum):
    """What a tally counts, without any person."""

    CHILDREN = "children"  # key: first month of the age band
    ADULTS = "adults"  # key: relation
    FAMILIES = "families"  # key: "all" or "new"
    LANGUAGES = "languages"  # key: language code
    MUNICIPALITIES = "municipalities"  # key: postcode
    HOW_HEARD = "how_heard"  # key: how heard
    WAITING = "waiting"  # key: "all": families that wait until there is a place; they are not in, so no total has them


@dataclass(frozen=True)
class ChildPresent:
    """A child at a visit: known (with its id) or not, its age then in completed months if known."""

    child_id: int | None = None
    months: int | None = None
    is_sibling: bool = False  # above the age range of the session


@dataclass(frozen=True)
class Visit:
    """One arrival: a family, or unnamed people (`family_id` is None), perhaps a group with its name."""

    id: int
    session_id: int
    family_id: int | None
    arrived: datetime
    left: datetime | None = None
    children: tuple[ChildPresent, ...] = ()
    adults: tuple[Relation, ...] = ()
    group: str = ""
    languages: tuple[str, ...] = ()  # of unnamed people; a family has its own
    is_new: bool = False  # the first of its family, as the visits now tell; nobody writes it
    written_by: int | None = None  # the host who wrote it down
    by_family: bool = False  # the family signed in itself
    version: int = 0


@dataclass(frozen=True)
class Company:
    """Who came along, as the family itself says: its own children by id, and the relation of each adult."""

    children: tuple[int, ...]
    adults: tuple[Relation, ...]


@dataclass(frozen=True)
class TallyCount:
    """How many were counted in one category of one session."""

    what: Tallied
    key: str
    number: int


@dataclass(frozen=True)
class Totals:
    """Everyone at a session: named visits, unnamed visits and tallies together."""

    children: Mapping[AgeBand, int] = field(default_factory=dict)
    children_of_unknown_age: int = 0
    adults: Mapping[Relation, int] = field(default_factory=dict)
    families: int = 0
    new_families: int = 0
    unnamed_children: Mapping[AgeBand, int] = field(default_factory=dict)
    unnamed_adults: Mapping[Relation, int] = field(default_factory=dict)
    unnamed_families: int = 0  # of the tally alone
    unnamed_new_families: int = 0

    @property
    def all_children(self) -> int:
        """Children of every age."""
        return sum(self.children.values()) + self.children_of_unknown_age

    @property
    def all_adults(self) -> int:
        """Adults of every relation."""
        return sum(self.adults.values())


def totals(visits: Iterable[Visit], tallies: Iterable[TallyCount]) -> Totals:
    """Count everyone once a visit: a family that came twice on one session counts as one family.

    A child that is in two visits of one session (two households, or a second arrival) is counted once.
    """
    children: Counter[AgeBand] = Counter()
    adults: Counter[Relation] = Counter()
    seen_children: set[int] = set()
    unknown_age = unnamed_families = 0
    families: dict[int, bool] = {}
    new_unnamed = 0
    for visit in visits:
        for child in visit.children:
            if child.child_id is not None:
                if child.child_id in seen_children:
                    continue
                seen_children.add(child.child_id)
            if child.months is None:
                unknown_age += 1
            else:
                children[AgeBand.of(child.months)] += 1
        adults.update(visit.adults)
        if visit.family_id is not None:
            families[visit.family_id] = families.get(visit.family_id, False) or visit.is_new
        elif not visit.group:
            unnamed_families += 1
            new_unnamed += visit.is_new
    counted = {(tally.what, tally.key): tally.number for tally in tallies}
    tallied, tallied_new = (counted.get((Tallied.FAMILIES, key), 0) for key in ("all", "new"))
    unnamed_children = {band: counted.get((Tallied.CHILDREN, str(band.value)), 0) for band in AgeBand}
    unnamed_adults = {relation: counted.get((Tallied.ADULTS, relation.value), 0) for relation in Relation}
    return Totals(
        children={band: children[band] + unnamed_children[band] for band in AgeBand},
        children_of_unknown_age=unknown_age,
        adults={relation: adults[relation] + unnamed_adults[relation] for relation in Relation},
        families=len(families) + unnamed_families + tallied,
        new_families=sum(families.values()) + new_unnamed + tallied_new,
        unnamed_children=unnamed_children,
        unnamed_adults=unnamed_adults,
        unnamed_families=tallied,
        unnamed_new_families=tallied_new,
    )


def usual_weekday(days: Sequence[date]) -> int | None:
    """Give the weekday (Monday is 0) on which a family usually comes: three visits or more, and most of them."""
    counted = Counter(day.weekday() for day in days).most_common(1)
    if not counted or counted[0][1] < FEWEST_OF_A_REGULAR or 2 * counted[0][1] <= len(days):
        return None
    return counted[0][0]


class Warn(Enum):
    """What the desk points out; never a wall."""

    CHILD_WITHOUT_ADULT = "child_without_adult"
    CAPACITY_PASSED = "capacity_passed"
    OUTSIDE_AGES = "outside_ages"


def warnings(present: Totals, capacity: int) -> tuple[Warn, ...]:
    """Say what a host should look at: children without any adult, more children than places (0 = no limit)."""
    found = []
    if present.all_children and not present.all_adults:
        found.append(Warn.CHILD_WITHOUT_ADULT)
    if capacity and present.all_children > capacity:
        found.append(Warn.CAPACITY_PASSED)
    return tuple(found)


def must_be_somebody(children: tuple[ChildPresent, ...], adults: tuple[Relation, ...]) -> None:
    """Refuse NOBODY_CAME for an empty visit and NUMBER_IMPOSSIBLE for an endless one."""
    number = len(children) + len(adults)
    if not number:
        raise Refused(Reason.NOBODY_CAME)
    if number > MOST_AT_ONCE:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
