"""What the grid and the panel around it are handed: ready-made texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ColumnKind(Enum):
    """What a cell takes: words, a name or a word that completes itself, ticks that may be more than one, a number."""

    LABEL = "label"
    WORDS = "words"
    COMPLETED = "completed"
    TICKS = "ticks"
    NUMBER = "number"
    STATE = "state"


class RowState(Enum):
    """How far a row is."""

    NOT_HERE = "not_here"
    TYPING = "typing"
    SAVING = "saving"
    SAVED = "saved"
    WRONG = "wrong"


@dataclass(frozen=True)
class ColumnShown:
    """A column: what it is called, what it takes, and how wide it is in px at 100 %."""

    key: str
    title: str
    kind: ColumnKind
    width: int


@dataclass(frozen=True)
class RowShown:
    """A row: a text for each column, how far it is, and whether its first cell can be written."""

    cells: tuple[str, ...]
    state: RowState = RowState.NOT_HERE
    is_fixed: bool = False


@dataclass(frozen=True)
class HeadShown:
    """What stands over the grid; `notice` says why nothing can be written down."""

    title: str
    line: str
    notice: str = ""
    may_reopen: bool = False
    may_lay_aside: bool = False


@dataclass(frozen=True)
class CountShown:
    """A total beside what is written on the paper."""

    word: str
    typed_in: int
    said: str  # whether they are the same
    is_same: bool | None  # None: nothing was typed of the paper yet
