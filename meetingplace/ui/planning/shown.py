"""What the planning screen is handed: ready-made texts and hours, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Function, SessionState


@dataclass(frozen=True)
class BlockShown:
    """A session among the hours; `column` counts from the first one (0)."""

    session_id: int
    column: int
    start: time
    end: time
    hours: tuple[str, ...]  # from when to when, the longest way first; which one is drawn depends on the room
    title: str
    under: str  # under the title: the place, or who is there
    function: Function | None
    state: SessionState
    has_hint: bool
    may_move: bool
    spoken: str


@dataclass(frozen=True)
class HeadShown:
    """The head of a column: a day with its number, or (without one) a place."""

    word: str
    number: str
    is_today: bool
    is_weekend: bool
    closed: str  # the name of a public holiday
    spoken: str


@dataclass(frozen=True)
class BandShown:
    """A school holiday over the columns `first` to `last`, both included."""

    calendar: DaysOff
    first: int
    last: int
    words: tuple[str, ...]  # the longest way to say it first


@dataclass(frozen=True)
class HoursShown:
    """Hours in columns: the days of a week, or the places of a day."""

    line: str
    period: str
    heads: tuple[HeadShown, ...]
    bands: tuple[BandShown, ...]
    blocks: tuple[BlockShown, ...]
    now: time | None  # where the line of now stands; None in another week
    now_columns: tuple[int, ...]  # over which columns
    hours: tuple[str, ...]  # how each hour of the day is written at the side


@dataclass(frozen=True)
class RowShown:
    """A session in the list."""

    session_id: int
    day: str
    hours: str
    title: str
    place: str
    team: str
    state: str


@dataclass(frozen=True)
class ListShown:
    """The list of a period."""

    period: str
    rows: tuple[RowShown, ...]
    empty: EmptyShown | None  # what to say instead of rows


@dataclass(frozen=True)
class EmptyShown:
    """What stands here when there is nothing to show, and the first step (perhaps none)."""

    title: str
    sentence: str
    step: str = ""


@dataclass(frozen=True)
class ClashShown:
    """The note while a session is dragged: who is asked twice, and what fits."""

    title: str
    sentence: str


@dataclass(frozen=True)
class FactShown:
    """A row of the details: an icon, what it is, and a soft line under it."""

    icon: str
    text: str
    line: str = ""


@dataclass(frozen=True)
class ActShown:
    """A button of the details: the name of the act, its word, its icon and kind; a rare one stands in a menu."""

    name: str
    word: str
    icon: str = ""
    kind: str = "quiet"
    is_rare: bool = False


@dataclass(frozen=True)
class DetailsShown:
    """One session with all about it."""

    session_id: int
    title: str
    function: Function | None
    chip: str
    chip_kind: str
    facts: tuple[FactShown, ...]
    functions: tuple[tuple[Function, str], ...]
    hints: tuple[FactShown, ...]  # what to look at
    acts: tuple[ActShown, ...]


@dataclass(frozen=True)
class SkipShown:
    """A date that is skipped, with why."""

    day: date
    text: str


@dataclass(frozen=True)
class PreviewShown:
    """The dates that a series makes and skips; `wrong` says why there is nothing to show."""

    summary: str
    made: tuple[str, ...]
    skipped: tuple[SkipShown, ...]
    wrong: str = ""


@dataclass(frozen=True)
class CancelShown:
    """The question why a session does not go on."""

    title: str
    sentence: str
    reasons: tuple[str, ...]  # that are often given
    rest: str  # the choice to cancel the rest of the series as well; empty when there is none
