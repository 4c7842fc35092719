"""How far parents take part: the voices of each school year by their rung of the ladder. It has no verbs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.voices import Rung
from meetingplace.storage import voices


@dataclass(frozen=True)
class YearOfRungs:
    """The voices that were heard in a school year, known by the calendar year in which it begins."""

    year: int
    numbers: Counter[Rung]

    @property
    def total(self) -> int:
        """Count them all."""
        return self.numbers.total()


def rungs_board(place_id: int | None = None) -> tuple[YearOfRungs, ...]:
    """Count the voices by rung for each school year that has any, the latest year first.

    A voice that stands with another was heard too, and counts.
    """
    years: dict[int, Counter[Rung]] = {}
    for day, rung, number in voices.rungs(place_id):
        years.setdefault(school_year_of(day)[0].year, Counter())[rung] += number
    return tuple(YearOfRungs(year, years[year]) for year in sorted(years, reverse=True))
