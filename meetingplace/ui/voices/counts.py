"""Counts of screen and paper, apart and together, ready to be shown; and the reading of a typed count. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.refusals import Reason, Refused

_LONGEST = 5  # digits of a count that somebody can have made


@dataclass(frozen=True)
class CountRow:
    """A row of a result: its pictogram and word, and its numbers, the last one of all together."""

    icon: str
    word: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """Give the number of all together."""
        return self.numbers[-1]


@dataclass(frozen=True)
class CountsShown:
    """A result as a picture and a table in one; `parts` of a bar are the numbers before the last."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[CountRow, ...]
    sum: CountRow | None = None

    @property
    def most(self) -> int:
        """Give the number that fills a bar."""
        return max((row.total for row in self.rows), default=0)


def read_count(typed: str) -> int:
    """Read a typed count; nothing typed is none. Refuses NUMBER_IMPOSSIBLE."""
    words = typed.strip() or "0"
    if not (words.isdecimal() and len(words) <= _LONGEST):
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=words[:20])
    return int(words)
