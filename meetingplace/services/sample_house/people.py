"""Families of the sample house: nicknames in many languages, children, habits, and when they lived nearby."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.domain.families import BirthMonth, HowHeard, Relation
from meetingplace.domain.pictures import PICTURE_COLOURS, PICTURE_SHAPES, Picture, first_free_picture
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables
from meetingplace.storage.families import search_words

# How often an adult of each relation comes along, and how families heard of the house (invented, but near what hosts
# tell).
RELATIONS = {
    Relation.MOTHER: 62, Relation.FATHER: 15, Relation.GRANDPARENT: 11,
    Relation.CARER: 6, Relation.OTHER_FAMILY: 5, Relation.PROFESSIONAL: 1,
}  # fmt: skip
HEARD = {
    HowHeard.FRIEND: 40, HowHeard.FLYER: 12, HowHeard.SCHOOL: 14, HowHeard.KIND_EN_GEZIN: 12,
    HowHeard.DOCTOR: 5, HowHeard.WEB: 9, HowHeard.PASSING_BY: 8,
}  # fmt: skip


PICTURES = len(PICTURE_SHAPES) * len(PICTURE_COLOURS)


@dataclass(frozen=True)
class Habit:
    """How a kind of family comes: its share, its weight against others, and for how many days it keeps coming."""

    share: float
    weight: float
    shortest: int
    longest: int
    comes_once: bool = False


HABITS = (Habit(0.22, 9.0, 240, 1_100), Habit(0.43, 2.0, 60, 480), Habit(0.35, 3.0, 45, 120, comes_once=True))


@dataclass
class Neighbour:
    """A family of the sample house with what the rules know about it."""

    id: int
    place: int
    habit: Habit
    first: date
    last: date
    relation: Relation
    children: tuple[tuple[int, BirthMonth], ...]
    first_visit: date | None = None

    def fits(self, day: date, from_months: int, to_months: int) -> bool:
        """Tell whether one of the children has an age for which a session is meant."""
        month = day.year * 12 + day.month
        return any(from_months <= month - born.year * 12 - born.month < to_months for _, born in self.children)


def invent(given: Ingredients, opens: date, places: list[int]) -> list[Neighbour]:
    """Invent the families, spread over the places and over the years."""
    neighbours: list[Neighbour] = []
    child_id = 0
    days = max(1, (given.today - opens).days)
    for family_id in range(1, given.size.families + 1):
        habit = given.chance.choices(HABITS, [kind.share for kind in HABITS])[0]
        length = given.chance.randint(habit.shortest, habit.longest)
        # some came before the house opened its books; nobody comes only after today
        first = opens + timedelta(days=int(given.chance.random() * (days + length / 2)) - length // 2)
        number = given.chance.choices((1, 2, 3), (60, 32, 8))[0]
        children = []
        for step in range(number):
            child_id += 1
            months = given.chance.randint(1, 30) + step * given.chance.randint(14, 30)
            children.append((child_id, BirthMonth.months_before(max(first, opens), months)))
        relation = given.chance.choices(list(RELATIONS), list(RELATIONS.values()))[0]
        place = places[int(given.chance.random() * len(places))]
        neighbours.append(
            Neighbour(family_id, place, habit, first, first + timedelta(days=length), relation, tuple(children))
        )
    return neighbours


def save(given: Ingredients, neighbours: list[Neighbour]) -> None:
    """Write the families with their children; the day on which they were first seen is that of their first visit."""
    families, children, links = [], [], []
    nicknames = Nicknames(given)
    taken: set[Picture] = set()
    for neighbour in neighbours:
        languages = _languages(given)
        nickname = nicknames.draw(languages[0])
        picture = _picture(taken, neighbour.id)
        names = _names(given, languages[0], nickname, len(neighbour.children))
        postcode = _postcode(given, neighbour.place)
        families.append((
            neighbour.id, nickname, picture.shape, picture.colour, ",".join(languages), postcode,
            given.texts["municipalities"][postcode], neighbour.first_visit,
            given.chance.choices(list(HEARD), list(HEARD.values()))[0].value,
            search_words([nickname, *names]), given.version(),
        ))  # fmt: skip
        for (child_id, born), name in zip(neighbour.children, names, strict=True):
            children.append((child_id, name, born.year, born.month, given.version()))
            links.append((neighbour.id, child_id))
    columns = "id nickname picture picture_colour languages postcode municipality first_seen how_heard folded version"
    bulk.load(tables.Family, [*columns.split(), "brought_by"], [(*row, "") for row in families])
    bulk.load(tables.Child, ["id", "nickname", "birth_year", "birth_month", "version"], children)
    bulk.load(tables.FamilyChild, ["family", "child"], links)


class Nicknames:
    """Draws what a host calls out at the door, in the language of the family; no two families have the same."""

    def __init__(self, given: Ingredients) -> None:
        """Mix the names of every language; drawing begins with the warmest ones."""
        self._given = given
        self._used: Counter[str] = Counter()
        self._drawers = {language: self._mixed(language) for language in given.texts["names"]}

    def draw(self, language: str) -> str:
        """Give a nickname that nobody has yet; when all are taken, one with a number."""
        for name in self._drawers[language]:
            if name not in self._used:
                break
        else:
            name = self._given.one_of(self._given.texts["nicknames"][language])
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name} {self._used[name]}"

    def _mixed(self, language: str) -> Iterator[str]:
        names, kin = self._given.texts["names"][language], self._given.texts["kin"][language]
        with_kin = [f"{word} {name}" for word in kin for name in names]
        with_two = [f"{word} {one} & {other}" for word in kin for one in names for other in names if one != other]
        drawers = (self._given.texts["nicknames"][language] + with_kin, with_two)
        return iter([name for drawer in drawers for name in self._given.chance.sample(drawer, len(drawer))])


def _names(given: Ingredients, language: str, nickname: str, number: int) -> list[str]:
    """Name the children in the language of the family; the name in the nickname is perhaps that of the first one."""
    names = given.texts["names"][language]
    first = nickname.split()[-1]
    drawn: list[str] = given.chance.sample([name for name in names if name != first], number)
    if first in names and (nickname.startswith("Oum ") or given.chance.random() < 0.5):
        drawn[0] = first
    return drawn


def _languages(given: Ingredients) -> list[str]:
    first = given.pick(given.texts["languages"])
    second = "fr" if first != "fr" and given.chance.random() < 0.4 else "nl" if given.chance.random() < 0.25 else ""
    return [first, second] if second and second != first else [first]


def _postcode(given: Ingredients, place: int) -> str:
    if given.chance.random() < 0.7:
        return str(given.place(place)["postcode"])
    return given.one_of(list(given.texts["municipalities"]))


def _picture(taken: set[Picture], number: int) -> Picture:
    free = frozenset(taken) if len(taken) < PICTURES else frozenset()
    picture = first_free_picture(free, number)
    taken.add(picture)
    return picture
