"""A second count of who came, kept beside the program: plain Python over the acts, by the rules of counting alone.

Nothing of the program is imported here. What a desk did is written into a `Diary`, in words and numbers; an act that
was taken back is struck out. `Diary.book` reads it from the beginning, and the `Book` then counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

BANDS = (0, 12, 24, 36, 48, 72)  # the first month of each
BirthMonth = tuple[int, int]  # year, month
RETURNS = ((1, 1), (2, 2), (3, 5), (6, 10), (11, None))


@dataclass
class Came:
    """Who came with one arrival."""

    session: int
    family: int | None
    when: datetime
    number: int
    children: list[int]
    others: list[int | None]  # children without a name: their age in months, if anybody knows
    adults: list[str]
    is_group: bool = False


@dataclass(frozen=True)
class AtSession:
    """The count of one session; a band, or a relation, with nobody is left out."""

    children: dict[int, int]
    of_unknown_age: int
    adults: dict[str, int]
    families: int
    new_families: int


@dataclass(frozen=True)
class InPeriod:
    """The count of several sessions: different persons come from named visits only, visits from everybody."""

    different_children: int
    different_families: int
    visits_of_children: int
    unnamed_children: int
    visits_of_adults: int
    returns: tuple[int, ...]  # how many children came once, twice, 3 to 5, 6 to 10 times, and more often


@dataclass
class Book:
    """What the acts say, each written in by the method of its name."""

    days: dict[int, date]  # of each session
    born: dict[int, BirthMonth | None] = field(default_factory=dict)
    visits: dict[int, Came] = field(default_factory=dict)
    counted: Counter[tuple[int, str, str]] = field(default_factory=Counter)

    # --- acts ---

    def birth(self, child: int, month: BirthMonth | None) -> None:
        self.born[child] = month

    def came(self, visit: int, session: int, family: int | None, when: datetime, who: tuple, is_group: bool) -> None:
        self.visits[visit] = Came(session, family, when, visit, *map(list, who), is_group)

    def changed(self, visit: int, who: tuple) -> None:
        one = self.visits[visit]
        one.children, one.others, one.adults = map(list, who)

    def gone(self, visit: int) -> None:
        del self.visits[visit]

    def tallied(self, session: int, what: str, key: str, step: int) -> None:
        self.counted[session, what, key] += step

    def merged(self, stays: int, goes: int, same: dict[int, int]) -> None:
        for child, really in same.items():
            self.born[really] = self.born[really] or self.born[child]
        for one in self.visits.values():
            one.children = list(dict.fromkeys(same.get(child, child) for child in one.children))
        for number, one in [*self.visits.items()]:
            if one.family != goes:
                continue
            own = next((own for own in self.visits.values() if (own.session, own.family) == (one.session, stays)), None)
            if own is None:
                one.family = stays
                continue
            own.children = list(dict.fromkeys([*own.children, *one.children]))
            own.others = own.others if len(own.others) >= len(one.others) else one.others
            own.adults = own.adults if len(own.adults) >= len(one.adults) else one.adults
            own.when = min(own.when, one.when)
            del self.visits[number]

    # --- counts ---

    def at(self, session: int) -> AtSession:
        there = [one for one in self.visits.values() if one.session == session]
        ages = self._ages(session)
        children = Counter(max(band for band in BANDS if band <= age) for age in ages if age is not None)
        adults = Counter(adult for one in there for adult in one.adults)
        for (where, what, key), number in self.counted.items():
            if where == session and what == "children":
                children[int(key)] += number
            if where == session and what == "adults":
                adults[key] += number
        named = {one.family for one in there if one.family is not None}
        strangers = sum(one.family is None and not one.is_group for one in there)
        return AtSession(
            children=dict(+children),
            of_unknown_age=ages.count(None),
            adults=dict(+adults),
            families=len(named) + strangers + self.counted[session, "families", "all"],
            new_families=sum(self._began(family) == session for family in named)
            + self.counted[session, "families", "new"],
        )

    def in_period(self, first: date, last: date) -> InPeriod:
        sessions = [session for session, day in self.days.items() if first <= day <= last]
        named = [one for one in self.visits.values() if one.session in sessions and one.family is not None]
        came = Counter(child for child, _session in {(child, one.session) for one in named for child in one.children})
        counts = [self.at(session) for session in sessions]
        everybody = sum(sum(count.children.values()) + count.of_unknown_age for count in counts)
        return InPeriod(
            different_children=len(came),
            different_families=len({one.family for one in named}),
            visits_of_children=everybody,
            unnamed_children=everybody - sum(came.values()),
            visits_of_adults=sum(sum(count.adults.values()) for count in counts),
            returns=tuple(
                sum(low <= times and (high is None or times <= high) for times in came.values())
                for low, high in RETURNS
            ),
        )

    def visits_of(self, family: int, first: date, last: date) -> int:
        return sum(one.family == family and first <= self.days[one.session] <= last for one in self.visits.values())

    def _ages(self, session: int) -> list[int | None]:
        """List the age of everybody who is a child: one with a name once, however many brought it."""
        there = [one for one in self.visits.values() if one.session == session]
        named = {child for one in there for child in one.children}
        return [self._age(child, self.days[session]) for child in named] + [age for one in there for age in one.others]

    def _age(self, child: int, day: date) -> int | None:
        month = self.born[child]
        if month is None or month > (day.year, day.month):
            return None
        return (day.year - month[0]) * 12 + day.month - month[1]

    def _began(self, family: int) -> int:
        """Say at which session a family came for the first time."""
        own = [one for one in self.visits.values() if one.family == family]
        return min(own, key=lambda one: (self.days[one.session], one.when, one.number)).session


@dataclass
class Entry:
    """One act, by the name of its method of the book."""

    name: str
    facts: tuple
    is_struck: bool = False


@dataclass
class Diary:
    """All acts in their order."""

    days: dict[int, date] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def write(self, name: str, *facts: object) -> Entry:
        self.entries.append(Entry(name, facts))
        return self.entries[-1]

    @property
    def book(self) -> Book:
        book = Book(self.days)
        for entry in self.entries:
            if not entry.is_struck:
                getattr(book, entry.name)(*entry.facts)
        return book
