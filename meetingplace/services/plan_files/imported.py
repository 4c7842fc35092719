"""What was read from a plan file: one row a session, as it stood there, with what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from meetingplace.domain.sessions import Function

MOST_BYTES = 10_000_000
MOST_ROWS = 5_000  # more is no plan of sessions
MOST_UNPACKED = 200_000_000  # bytes: a small file that unpacks to more is no spreadsheet of a person


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
    TWICE = "twice"  # the same session stands in the file before


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
    team: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None  # months
    capacity: int | None = None
    said: frozenset[str] = field(default_factory=frozenset)  # which of the facts the file speaks of at all
