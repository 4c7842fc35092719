"""What the month is handed: ready-made words, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Function


@dataclass(frozen=True)
class ItemShown:
    """A session of a day."""

    session_id: int
    day: date
    start: time
    end: time
    hour: str
    title: str
    function: Function | None
    goes_on: bool
    is_held: bool
    has_hint: bool
    may_move: bool
    spoken: str


@dataclass(frozen=True)
class DayShown:
    """A day of the month; `off` are the school calendars with a holiday on it."""

    day: date
    number: str
    is_today: bool
    is_outside: bool  # of another month
    is_weekend: bool
    closed: str  # the name of a public holiday or closing day
    off: tuple[DaysOff, ...]
    items: tuple[ItemShown, ...]
    spoken: str


@dataclass(frozen=True)
class MonthShown:
    """The weeks of a month."""

    line: str
    period: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[DayShown, ...], ...]
    more: str  # "+ {n}"
