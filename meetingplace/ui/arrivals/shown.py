"""What the arrivals screen is handed: ready-made texts and numbers, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.visits import Tallied
from meetingplace.services.desk import Presence


@dataclass(frozen=True)
class TileShown:
    """A family's tile; `spoken` is what a screen reader says."""

    family_id: int
    name: str
    languages: str
    picture: Picture
    presence: Presence
    spoken: str


@dataclass(frozen=True)
class WallShown:
    """The wall of tiles: the regulars, or what a search found."""

    heading: str
    hint: str
    tiles: tuple[TileShown, ...]
    empty: str  # what to say when there is no tile; empty when there is one


@dataclass(frozen=True)
class PillShown:
    """Who is in, or has left, with the hour."""

    visit_id: int
    name: str
    hour: str
    picture: Picture | None
    has_left: bool
    spoken: str


@dataclass(frozen=True)
class CounterShown:
    """A row of the counting panel: everyone on the left, the stepper for unnamed people on the right."""

    what: Tallied
    key: str
    word: str
    total: int
    unnamed: int


@dataclass(frozen=True)
class TotalsShown:
    """The counting panel."""

    children: int
    children_word: str
    places: str  # "11 places left"; empty without a limit
    adults: int
    adults_word: str
    families: str  # "9 families, 2 new"; with who is still inside when somebody left
    inside: int
    capacity: int
    child_rows: tuple[CounterShown, ...]
    adult_rows: tuple[CounterShown, ...]
    family_rows: tuple[CounterShown, ...]  # only where families are counted without knowing them
    is_open: bool  # counting is allowed


@dataclass(frozen=True)
class AttentionShown:
    """What a host should look at, and the counters at the door of a full room."""

    sentences: tuple[str, ...]
    has_door: bool
    waiting: int
    turned_away: int
    is_open: bool  # counting is allowed


@dataclass(frozen=True)
class TickShown:
    """Somebody of the list to tick."""

    enrolment_id: int
    first_name: str
    is_here: bool


@dataclass(frozen=True)
class DeskShown:
    """The whole desk."""

    session_id: int
    line: str  # beside the title: which session, until when
    place: str
    wall: WallShown
    pills: tuple[PillShown, ...]
    families_in: str
    left: tuple[PillShown, ...]
    left_text: str
    totals: TotalsShown
    attention: AttentionShown
    notice: str  # why nothing can be registered; empty when the desk is open
    takes_families: bool
    knows_families: bool
    may_close: bool
    has_sign_in: bool
    may_reopen: bool
    sessions: tuple[tuple[int, str], ...]  # to choose from, when there is another one
    enrolled: tuple[TickShown, ...]  # of a session with enrolment
    enrolled_text: str


@dataclass(frozen=True)
class NoSessionShown:
    """There is no session today at the place in view."""

    title: str
    sentence: str
    sessions: tuple[tuple[int, str], ...]  # those of other places


@dataclass(frozen=True)
class ChildLine:
    """A child in the panel where a visit is adjusted."""

    child_id: int
    word: str
    is_present: bool


@dataclass(frozen=True)
class Choice:
    """A word to choose with the value behind it."""

    value: str
    word: str


@dataclass(frozen=True)
class VisitShown:
    """A visit to adjust: who came."""

    visit_id: int
    name: str
    line: str
    picture: Picture | None
    children: tuple[ChildLine, ...]
    extra: tuple[Choice, ...]  # children who do not belong to the family: months (empty: not known) and the word
    adults: tuple[Relation, ...]
    has_left: bool


@dataclass(frozen=True)
class NewcomerShown:
    """What the panel for a new family offers."""

    nickname: str
    pictures: tuple[Picture, ...]
    languages: tuple[str, ...]  # codes, the most used first
