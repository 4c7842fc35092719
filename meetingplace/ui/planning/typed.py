"""What a form of the planning screen was filled with, already read: days are days, hours are hours. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from meetingplace.domain.sessions import Activity
from meetingplace.services.series import Repeats
from meetingplace.services.timetable import FormBoard


class Scope(Enum):
    """Which sessions of a series a change is for."""

    ONE = "one"
    FOLLOWING = "following"  # this one and all that follow
    ALL = "all"


@dataclass(frozen=True)
class Typed:
    """A filled-in form about a session."""

    activity: Activity
    day: date
    repeat: Repeats | None = None  # a new series instead of one session
    scope: Scope = Scope.ONE


@dataclass(frozen=True)
class FormShown:
    """What the form begins with and offers."""

    title: str
    save: str
    board: FormBoard
    activity: Activity | None  # what it begins with; None: nothing is known yet
    day: date
    start: time
    end: time
    place_id: int | None
    voice: str = ""  # "From voice 12: “…”"; several under each other
    fixed: str = ""  # why day, hours and place cannot change; empty when they can
    can_repeat: bool = False
    can_follow: bool = False
    can_remove: bool = False


@dataclass(frozen=True)
class RepeatShown:
    """What the form for repeating a session, or for adding dates to its series, begins with."""

    title: str
    sentence: str
    save: str
    first: date
    until: date
    weekday: int
    is_extension: bool  # the rule is known; only "until" is asked
