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
        return self.families * 14 if self.visits is None else self.visits

    @property
    def number_of_voices(self) -> int:
        """How many voices are heard."""
        return max(14, self.number_of_visits // 62) if self.voices is None else self.voices


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
