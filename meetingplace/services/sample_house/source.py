"""What the sample house is made of.

Its size, and the invented names and texts of `resources/sample_house/house.toml`.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from meetingplace import paths
from meetingplace.domain.refusals import Reason, Refused

VISITS_OF_A_FAMILY = 20  # in a small house; in a large one more pass by
# up to so many visits a house needs so many school years and places
_ROOM = ((20_000, 2, 3), (80_000, 5, 6), (10_000_000, 10, 12))

LEVEL_A_PLACE = 3  # the third place counts only: it is a cargo bike in a square


@dataclass(frozen=True)
class SampleSize:
    """How large the sample house is; `visits` None means: as many as so many families would make."""

    years: int = 2
    places: int = 3
    families: int = 90
    visits: int | None = None
    voices: int | None = None
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse NUMBER_IMPOSSIBLE for a size that is no house."""
        for number, most in ((self.years, 30), (self.places, 1_000), (self.families, 1_000_000)):
            if not 1 <= number <= most:
                raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
        for number in (self.visits or 0, self.voices or 0):
            if not 0 <= number <= 10_000_000:
                raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)

    @property
    def number_of_visits(self) -> int:
        """How many arrivals are made."""
        return self.families * VISITS_OF_A_FAMILY if self.visits is None else self.visits

    @property
    def number_of_voices(self) -> int:
        """How many voices are heard."""
        return max(14, self.number_of_visits // 62) if self.voices is None else self.voices


def size_for(visits: int | None = None, **chosen: int) -> SampleSize:
    """Give a size in which so many visits are believable; years, places and families that are chosen stay so."""
    usual: dict[str, int] = {}
    if visits is not None:
        room = next(((years, places) for most, years, places in _ROOM if visits <= most), _ROOM[-1][1:])
        usual = {
            "years": room[0],
            "places": room[1],
            "families": max(SampleSize.families, visits // 25),
        }
    return SampleSize(**{**usual, **chosen}, visits=visits)


@dataclass(frozen=True)
class Ingredients:
    """Everything that the rules draw from; the same seed and day draw the same house."""

    size: SampleSize
    today: date
    texts: Mapping[str, Any]
    chance: random.Random

    def version(self) -> int:
        """Give a version token that follows from the seed."""
        return self.chance.getrandbits(62)

    def place(self, number: int) -> dict[str, Any]:
        """Give the invented place of a number; in a large house they come round again."""
        places: list[dict[str, Any]] = self.texts["places"]
        return places[(number - 1) % len(places)]

    def pick(self, weights: Mapping[str, float]) -> str:
        """Draw a key by its weight."""
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def one_of(self, things: Sequence[str]) -> str:
        """Draw one of some words."""
        return things[int(self.chance.random() * len(things))]


def ingredients(size: SampleSize, today: date) -> Ingredients:
    """Read the words and set the chance by the seed and the day."""
    with paths.resource("sample_house", "house.toml").open("rb") as file:
        texts = tomllib.load(file)
    chance = random.Random(f"{size.seed}:{today.isoformat()}")  # noqa: S311 (a believable house, no secret)
    return Ingredients(size, today, texts, chance)


def only_tallies(place: int) -> bool:
    """Tell whether a place only counts, so that it knows no families."""
    return place % 12 == LEVEL_A_PLACE
