"""What the Today screen is handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from meetingplace.domain.sessions import Function


class CardState(Enum):
    """How a session card looks."""

    NEXT = "next"  # large, with the one filled button
    COMING = "coming"
    OVER = "over"  # its hour has passed and it was not closed
    HELD = "held"
    CANCELLED = "cancelled"


class Tint(Enum):
    """The colour of the square before something that waits."""

    WAIT = "wait"
    READY = "ready"
    STOP = "stop"


@dataclass(frozen=True)
class Step:
    """Where a press leads: a screen, and what it opens there."""

    screen: str
    what: tuple[tuple[str, int | str], ...] = ()


@dataclass(frozen=True)
class CardShown:
    """A session of today."""

    state: CardState
    hour: str
    until: str
    title: str
    place: str
    functions: tuple[tuple[Function, str], ...]
    number: str  # the large figure: children expected, or there already
    number_word: str
    places: str
    team: tuple[str, ...]  # initials
    team_names: str
    chip: str  # "Begins in 20 minutes", "Does not go on"
    reason: str
    button: str
    step: Step
    spoken: str


@dataclass(frozen=True)
class WaitShown:
    """A row of what waits."""

    icon: str
    tint: Tint
    title: str
    line: str
    step: Step


@dataclass(frozen=True)
class WeekSessionShown:
    """A session in the week strip."""

    session_id: int
    function: Function | None
    title: str
    hour: str
    is_cancelled: bool


@dataclass(frozen=True)
class WeekDayShown:
    """A day of the week strip."""

    weekday: str
    number: str
    is_today: bool
    sessions: tuple[WeekSessionShown, ...]
    closed: str  # the name of a public holiday
    is_french_holiday: bool
    is_flemish_holiday: bool
    spoken: str


@dataclass(frozen=True)
class CallShown:
    """Somebody in the corner who would rather tell it to a host."""

    call_id: int
    says: str
    line: str


@dataclass(frozen=True)
class TodayShown:
    """The whole screen."""

    line: str
    cards: tuple[CardShown, ...]
    empty: str  # what to say when there is no session today; empty when there is one
    empty_line: str  # what to do then
    waits: tuple[WaitShown, ...]
    waits_number: str
    week: tuple[WeekDayShown, ...]
    french_holiday: str  # the legend; empty when no day of the week has it
    flemish_holiday: str
    calls: tuple[CallShown, ...] = ()
