"""Goals of the action plan: what a house wants to reach in a school year, and how far its sessions have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, SessionState

LARGEST_AIM = 10_000  # sessions in a year; more is a typing mistake


class Principle(Enum):
    """The seven working principles of parenting support."""

    LOW_THRESHOLD = "low_threshold"
    NEED = "need"  # driven by question and need
    PARTICIPATORY = "participatory"
    TAILOR_MADE = "tailor_made"
    INTEGRAL = "integral"
    EMPOWERMENT = "empowerment"
    DIVERSITY = "diversity"  # respect for diversity


@dataclass(frozen=True)
class Goal:
    """A goal of one school year; `year` is the one in which it begins, `aim` a number of sessions (0: none is set)."""

    id: int
    title: str
    year: int
    why: str = ""
    functions: tuple[Function, ...] = ()
    principles: tuple[Principle, ...] = ()
    aim: int = 0
    version: int = 0

    def __post_init__(self) -> None:
        """Refuse NUMBER_IMPOSSIBLE."""
        if not 0 <= self.aim <= LARGEST_AIM:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=self.aim)
        if not 1900 <= self.year <= 2999:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=self.year)


@dataclass(frozen=True)
class Counted:
    """A session as far as the action plan counts it."""

    id: int
    series_id: int | None
    goal_id: int | None
    day: date
    title: str
    place_id: int
    state: SessionState


@dataclass(frozen=True)
class Progress:
    """The sessions of a goal against its aim. What does not go on counts for nothing, but is told."""

    aim: int
    held: int = 0
    to_come: int = 0  # planned, today or later
    not_closed: int = 0  # planned before today: nobody closed the desk, so nobody knows yet
    cancelled: int = 0

    @property
    def expected(self) -> int:
        """Sessions that were held or still can be."""
        return self.held + self.to_come + self.not_closed

    @property
    def short(self) -> int:
        """Sessions that must still be planned to reach the aim."""
        return max(0, self.aim - self.expected)


def progress(aim: int, sessions: Iterable[Counted], today: date) -> Progress:
    """Count the sessions of a goal."""
    number: Counter[tuple[SessionState, bool]] = Counter((one.state, one.day < today) for one in sessions)
    return Progress(
        aim=aim,
        held=_both(number, SessionState.HELD),
        to_come=number[SessionState.PLANNED, False],
        not_closed=number[SessionState.PLANNED, True],
        cancelled=_both(number, SessionState.CANCELLED),
    )


def _both(number: Counter[tuple[SessionState, bool]], state: SessionState) -> int:
    return number[state, False] + number[state, True]


def year_of(day: date) -> int:
    """Give the school year of a day by the year in which it begins."""
    return school_year_of(day)[0].year


def days_of(year: int) -> tuple[date, date]:
    """Give the first and the last day of the school year that begins in a year."""
    return school_year_of(date(year, 9, 1))
