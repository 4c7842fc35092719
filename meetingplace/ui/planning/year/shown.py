"""What the school year is handed: ready-made words and marks, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Function


@dataclass(frozen=True)
class MarkShown:
    """A square for a session: of its function, pale when it does not go on."""

    session_id: int
    function: Function | None
    goes_on: bool
    has_hint: bool
    spoken: str


@dataclass(frozen=True)
class DayCell:
    """A day of the year."""

    day: date
    marks: tuple[MarkShown, ...]
    closed: str  # "off": the word in the cell of a day on which all is closed; empty on others
    is_outside: bool  # of another school year
    spoken: str


@dataclass(frozen=True)
class WeekRow:
    """A week: the month where one begins, its days in figures, and how many sessions go on."""

    monday: date
    month: str
    days: str
    is_this_week: bool
    off: dict[DaysOff, tuple[int, int]]  # from which day to which (Monday is 0) a school is closed
    cells: tuple[DayCell, ...]
    number: str


@dataclass(frozen=True)
class YearShown:
    """A school year."""

    line: str
    period: str
    weekdays: tuple[str, ...]
    rows: tuple[WeekRow, ...]
    about: str  # "This school year"
    number: str
    sessions: str  # "sessions"
    by_function: tuple[tuple[Function, str, str], ...]
    legend: tuple[tuple[DaysOff, str], ...]
    hint: str  # what the mark of a hint means; empty when no session has one
    whole_day: str  # the word that leads to all of a day
    gap_title: str
    gaps: tuple[str, ...]
