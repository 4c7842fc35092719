"""What each page of the corner is handed: ready-made texts in the language of the parent. Public data alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from meetingplace.domain.faces import Face, Subject


@dataclass(frozen=True)
class HeadShown:
    """What stands on top of every page: the question, the way back, and the language that can be changed."""

    question: str
    back: str
    language: str
    change_language: str  # spoken name of the key
    listen: str  # spoken name of the key that reads aloud


@dataclass(frozen=True)
class DoorsShown:
    """The doors: (key, icon, words) of each."""

    head: HeadShown
    doors: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class FacesShown:
    """Five faces, the best one first."""

    head: HeadShown
    faces: tuple[tuple[Face, str], ...]
    done: str


@dataclass(frozen=True)
class SubjectsShown:
    """What a face, or an idea, may be about."""

    question: str
    subjects: tuple[tuple[Subject, str], ...]


@dataclass(frozen=True)
class IdeaPageShown:
    """The page of an idea: pictures, a field, and somebody to tell it to."""

    head: HeadShown
    how: str
    pictures: tuple[tuple[str, str], ...]  # key and words
    field: str
    no_names: str
    read_first: str
    help: str
    rather_tell: str
    they_come: str
    send: str
    most: int  # letters
    letters_left: Callable[[int], str]


@dataclass(frozen=True)
class IdeaShown:
    """An idea on the board with its answer; `people` say so."""

    id: int
    words: str
    is_turned: bool  # read from right to left
    pictures: tuple[tuple[str, str], ...]
    icon: str
    tone: str  # ready, planned, talking, no or heard
    state: str
    answer: str
    is_answer_turned: bool
    note: str  # that the answer is in Dutch only
    people: int
    people_words: str


@dataclass(frozen=True)
class BoardShown:
    """The board: a page of ideas, and the way to the next one."""

    head: HeadShown
    ideas: tuple[IdeaShown, ...]
    empty: str
    me_too: str
    counted: str
    agreed: frozenset[int]
    own_idea: str
    next: str
    has_more: bool


@dataclass(frozen=True)
class CardShown:
    """A card with the dots that were dropped on it."""

    id: int
    icon: str
    words: str
    dots: int
    dots_words: str


@dataclass(frozen=True)
class PollShown:
    """The cards to choose between, and how many dots are left; or, of a closed choice, what came out."""

    head: HeadShown
    how: str
    is_open: bool
    cards: tuple[CardShown, ...]
    left: int
    left_words: str
    take_back: str
    done: str
