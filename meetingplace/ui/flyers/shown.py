"""What the Flyers screen is handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from meetingplace.domain.paper_lists import FEWEST_BLANKS, USUAL_COLUMNS, NameColumn
from meetingplace.domain.sessions import Function
from meetingplace.services.flyer_layouts import Block


@dataclass(frozen=True)
class SubjectShown:
    """What a flyer may be about: a session or a series."""

    session_id: int | None
    series_id: int | None
    title: str
    line: str
    function: Function | None
    is_chosen: bool = False


@dataclass(frozen=True)
class LanguageShown:
    """A language that is on the paper; `note` says why it cannot be taken off."""

    code: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class LayoutShown:
    """A layout to choose, and how its sheet looks from afar."""

    key: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ChoicesShown:
    """The left column: what, layout, paper, colours, picture, languages in the order of choice, those to be added.

    `families` names the languages of the families that come, as far as they are not on the paper yet.
    """

    kind: str  # session, series, month
    subject: SubjectShown | None
    none_there: str  # what to say when there is nothing of this kind
    layout: str
    layouts: tuple[LayoutShown, ...]
    paper: str
    papers: tuple[tuple[str, str], ...]
    mood: str
    is_grey: bool
    pictures: tuple[tuple[int, str], ...]
    picture_id: int | None
    code: str
    languages: tuple[LanguageShown, ...]
    others: tuple[tuple[str, str], ...]
    families: str = ""


@dataclass(frozen=True)
class PageShown:
    """A page of the real paper; `tall` is its height in widths, `pages` names all pages by their languages."""

    picture: bytes
    place: str  # "Page 1 of 3"
    short: str  # "1/3 · Français"
    languages: str
    tall: float
    pages: tuple[str, ...]
    has_before: bool
    has_after: bool


@dataclass(frozen=True)
class TextShown:
    """The own words in one language, and what they still need."""

    language: str
    name: str
    title: str
    is_right_to_left: bool
    state: str
    state_kind: str  # of a chip
    state_icon: str
    change: str  # the word on the button
    read: str  # the word on the button that says a speaker read it; empty when there is nothing to read


class CheckState(Enum):
    """How a line of the check list looks."""

    GOOD = "good"
    OPEN = "open"
    BLOCKS = "blocks"


@dataclass(frozen=True)
class CheckShown:
    """A line of the check list."""

    sentence: str
    state: CheckState


@dataclass(frozen=True)
class BoardShown:
    """The right column, and whether the paper may be printed."""

    line: str  # beside the title
    texts: tuple[TextShown, ...]
    checks: tuple[CheckShown, ...]
    has_lists: bool


@dataclass(frozen=True)
class WriterShown:
    """The panel in which own words are written."""

    language: str
    heading: str
    title: str
    body: str
    is_right_to_left: bool
    dutch: str  # what it says in Dutch, to translate from; empty for Dutch itself
    is_machine: bool
    is_checked: bool


@dataclass(frozen=True)
class RecentShown:
    """A flyer that was made before: what it is of, how it looked and when it was made."""

    title: str
    line: str
    is_out_of_date: bool


@dataclass(frozen=True)
class ListsShown:
    """The panel with the paper lists of a session; without names, a sentence says why.

    `columns` are those that may stand on the first-name sheet: value and word.
    """

    heading: str
    line: str
    no_names: str
    columns: tuple[tuple[NameColumn, str], ...] = ()


@dataclass(frozen=True)
class ListAsked:
    """Which paper of a session is wanted, with its columns and its blank rows or cards."""

    kind: str  # tally, names or cards
    columns: tuple[NameColumn, ...] = USUAL_COLUMNS
    blanks: int = FEWEST_BLANKS
