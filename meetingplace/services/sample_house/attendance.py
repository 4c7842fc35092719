"""Who came to the sessions of the sample house: regulars, one-timers, guests without a name, groups, quiet holidays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from meetingplace.domain.families import BirthMonth, Relation
from meetingplace.services.sample_house.calendar import Held
from meetingplace.services.sample_house.people import RELATIONS, Neighbour
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

# A session in December or July is quieter than one in October.
SEASON = {9: 1.0, 10: 1.15, 11: 1.05, 12: 0.75, 1: 0.85, 2: 0.9, 3: 1.05, 4: 1.0, 5: 1.1, 6: 0.95, 7: 0.5, 8: 0.5}
GUEST_SHARE = 0.08
GROUP_SHARE = 0.01
CHILDREN = 1.6  # an arrival brings so many on average: a full session has as many children as places, more or less
CURIOUS = 12.0  # the weight of a family that was never there: whoever lives nearby comes to look

Row = tuple[Any, ...]


class Attendance:
    """Draws the visits of all held sessions and writes them."""

    def __init__(self, given: Ingredients, neighbours: list[Neighbour]) -> None:
        """Sort the families by place and month, so that a session only looks at who lived nearby then."""
        self.given = given
        self.visits: list[Row] = []
        self.children: list[Row] = []
        self._nearby: dict[tuple[int, int, int], list[Neighbour]] = defaultdict(list)
        for neighbour in neighbours:
            for year, month in _months(neighbour.first, neighbour.last):
                self._nearby[neighbour.place, year, month].append(neighbour)

    def draw(self, sessions: list[Held], number: int) -> None:
        """Divide so many arrivals over the sessions and fill each of them."""
        if not sessions:
            return
        chance, sessions = self.given.chance, sorted(sessions, key=lambda held: (held.day, held.start, held.id))
        weights = [SEASON[held.day.month] * min(held.capacity, 25) * chance.uniform(0.6, 1.4) for held in sessions]
        arrivals = self._divide(number, weights, [round(held.capacity / CHILDREN) for held in sessions])
        for index in range(len(sessions)):
            self._fill(sessions[index], arrivals[index])

    def _divide(self, number: int, weights: list[float], most: list[int]) -> Counter[int]:
        """Divide arrivals over sessions; a full one sends them to another day, as long as there is one with room."""
        chance = self.given.chance
        arrivals: Counter[int] = Counter()
        with_room = list(range(len(weights)))
        while number and with_room:
            arrivals.update(chance.choices(with_room, [weights[index] for index in with_room], k=number))
            number = 0
            for index in with_room:
                too_many = max(0, arrivals[index] - most[index])
                arrivals[index] -= too_many
                number += too_many
            with_room = [index for index in with_room if arrivals[index] < most[index]]
        arrivals.update(chance.choices(range(len(weights)), weights, k=number))
        return arrivals

    def save(self) -> None:
        """Write the visits."""
        columns = "id session family arrived left adults group languages version".split()
        bulk.load(tables.Visit, columns, self.visits)
        bulk.load(tables.VisitChild, ["visit", "child", "months", "is_sibling"], self.children)

    def _fill(self, held: Held, number: int) -> None:
        chance = self.given.chance
        named = sum(chance.random() >= GUEST_SHARE + GROUP_SHARE for _ in range(number))
        there = [one for one in self._nearby[held.place, held.day.year, held.day.month] if _may_come(one, held)]
        # the families with the highest draws come: a draw counts for more when a family comes often, or was never there
        there.sort(
            key=lambda one: chance.random() ** (1 / (one.habit.weight if one.first_visit else CURIOUS)), reverse=True
        )
        for neighbour in there[:named]:
            self._arrive(held, neighbour)
        for _ in range(number - min(named, len(there))):
            self._arrive_unnamed(held)

    def _arrive(self, held: Held, neighbour: Neighbour) -> None:
        chance = self.given.chance
        neighbour.first_visit = neighbour.first_visit or held.day
        adults = [neighbour.relation if chance.random() < 0.85 else self._relation()]
        if held.is_for_fathers and chance.random() < 0.8:
            adults = [Relation.FATHER]
        elif chance.random() < 0.12:
            adults.append(Relation.FATHER if adults[0] is Relation.MOTHER else Relation.MOTHER)
        visit_id = self._add(held, neighbour.id, adults, "", "")
        for step, (child_id, born) in enumerate(neighbour.children):
            months = (held.day.year - born.year) * 12 + held.day.month - born.month
            if months >= 0 and (step == 0 or chance.random() < 0.8):
                self.children.append((visit_id, child_id, None, months >= held.to_months))

    def _arrive_unnamed(self, held: Held) -> None:
        chance = self.given.chance
        is_group = held.to_months >= 60 and chance.random() < GROUP_SHARE / (GROUP_SHARE + GUEST_SHARE)
        number = chance.randint(8, 16) if is_group else chance.choices((1, 2), (75, 25))[0]
        group = self.given.one_of(self.given.texts["groups"]["names"]) if is_group else ""
        adults = [Relation.PROFESSIONAL, Relation.PROFESSIONAL] if is_group else [self._relation()]
        language = self.given.pick(self.given.texts["languages"])
        visit_id = self._add(held, None, adults, group, language)
        for _ in range(number):
            youngest, oldest = (30, 60) if is_group else (held.from_months, min(48, held.to_months))
            months = chance.randrange(youngest, oldest)
            self.children.append((visit_id, None, months, False))

    def _add(self, held: Held, family: int | None, adults: list[Relation], group: str, language: str) -> int:
        visit_id = len(self.visits) + 1
        minutes = (held.end.hour - held.start.hour) * 60 + held.end.minute - held.start.minute
        opens = datetime.combine(held.day, held.start)
        arrived = opens + timedelta(minutes=int(minutes * 0.6 * self.given.chance.random() ** 1.6))
        left = opens + timedelta(minutes=minutes - int(20 * self.given.chance.random()))
        words = ",".join(relation.value for relation in adults)
        left = max(left, arrived)
        version = self.given.version()
        self.visits.append((visit_id, held.id, family, arrived, left, words, group, language, version))
        return visit_id

    def _relation(self) -> Relation:
        return self.given.chance.choices(list(RELATIONS), list(RELATIONS.values()))[0]


def tallies(given: Ingredients, sessions: list[Held]) -> None:
    """Count without names at a place that only keeps tallies."""
    rows = []
    for held in sessions:
        busy = SEASON[held.day.month] * given.chance.uniform(0.4, 1.0) * held.capacity
        for key, share in (("0", 0.15), ("12", 0.3), ("24", 0.3), ("36", 0.15), ("48", 0.1)):
            rows.append((held.id, "children", key, round(busy * share), given.version()))
        for relation, share in ((Relation.MOTHER, 0.5), (Relation.FATHER, 0.15), (Relation.GRANDPARENT, 0.1)):
            rows.append((held.id, "adults", relation.value, round(busy * share), given.version()))
    bulk.load(tables.Tally, ["session", "what", "key", "number", "version"], [row for row in rows if row[3]])


def languages_heard(given: Ingredients, sessions: list[Held]) -> None:
    """Count which languages were heard at a place that only keeps tallies, as the team noted at closing."""
    rows = []
    for held in sessions:
        spoken = Counter(given.pick(given.texts["languages"]) for _ in range(given.chance.randint(2, 7)))
        rows += [(held.id, "languages", code, number, given.version()) for code, number in sorted(spoken.items())]
    bulk.load(tables.Tally, ["session", "what", "key", "number", "version"], rows)


def _may_come(one: Neighbour, held: Held) -> bool:
    is_around = one.first <= held.day <= one.last and not (one.habit.comes_once and one.first_visit)
    return is_around and one.fits(held.day, held.from_months, held.to_months)


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    month = BirthMonth(first.year, first.month)
    while (month.year, month.month) <= (last.year, last.month):
        yield month.year, month.month
        month = BirthMonth(month.year + month.month // 12, month.month % 12 + 1)
