"""What was read from a plan file: one row a session, as it stood there, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from meetingplace.domain.sessions import Function

MOST_BYTES = 10_000_000
MOST_ROWS = 5_000  # more is no plan of sessions
MOST_UNPACKED = 200_000_000  # bytes: a small file that unpacks to more is no spreadsheet of a person
_MOST_SIGNS = 60  # of what a hint repeats


class Unclear(Enum):
    """Why a row is not taken over."""

    NO_TITLE = "no_title"
    NO_DATE = "no_date"
    NO_HOURS = "no_hours"
    END_BEFORE_START = "end_before_start"
    NO_PLACE = "no_place"  # none is named, or none of that name is known
    CANCELLED = "cancelled"  # and it was never planned here
    PROTECTED = "protected"  # held, or with visits: it stays as it is
    TOO_LONG = "too_long"  # a text
    AGES = "ages"  # the youngest is older than the oldest
    NUMBER = "number"  # a number that cannot be
    TWICE = "twice"  # the same session stands in the file before
    NO_PARTNER = "no_partner"  # none of that name is known
    NO_GOAL = "no_goal"  # the action plan of that school year has none of that title


@dataclass(frozen=True)
class Hint:
    """Words of a row that mean nothing here and are passed over; `fact` names what they are about (`team`, `zone`, …).

    The row is taken over without them.
    """

    fact: str
    words: str


def hint(fact: str, words: Iterable[str]) -> Hint:
    """Say that these words are passed over, as far as one wants to read them."""
    said = ", ".join(words)
    return Hint(fact, said if len(said) <= _MOST_SIGNS else f"{said[:_MOST_SIGNS]}…")


@dataclass(frozen=True)
class ImportedRow:
    """A session of a file. What is None or empty was not said; `line` counts from 1, without the heading."""

    line: int
    title: str = ""
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""
    uid: str = ""
    number: int | None = None  # of a session that this house handed out itself
    is_cancelled: bool = False
    theme: str = ""
    functions: tuple[Function, ...] = ()
    languages: tuple[str, ...] = ()
    team: str = ""  # names as they stand there, one behind the other
    partners: str = ""
    ages: tuple[int, int] | None = None  # months
    capacity: int | None = None
    is_walk_in: bool | None = None
    price_cents: int | None = None
    goal: str = ""
    reason: str = ""  # why it does not go on
    hints: tuple[Hint, ...] = ()
    said: frozenset[str] = field(default_factory=frozenset)  # which of the facts the file speaks of at all
