"""What the room of choices is handed: ready-made texts. And what its form hands back: a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meetingplace.ui.voices.counts import CountsShown

Choices = tuple[tuple[object, str], ...]


@dataclass(frozen=True)
class PollShown:
    """A choice with what came out of it."""

    poll_id: int
    question: str
    state: str
    kind: str  # of the chip: good, plain
    line: str  # where, since when, until when
    note: str  # what a host may wonder about; empty when there is nothing
    people: str
    counts: CountsShown
    is_open: bool


@dataclass(frozen=True)
class PollsShown:
    """All choices."""

    polls: tuple[PollShown, ...]


@dataclass(frozen=True)
class CardDraft:
    """A card as typed; one without picture and words is an empty row of the form."""

    picture: str = ""
    words: str = ""
    card_id: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed or chosen."""
        return not (self.picture or self.words.strip())


@dataclass(frozen=True)
class TextDraft:
    """The question and the words of the cards in one language, as typed."""

    question: str = ""
    cards: tuple[str, ...] = ()
    state: str = "human"

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not (self.question.strip() or any(words.strip() for words in self.cards))


@dataclass(frozen=True)
class PollDraft:
    """A choice as typed."""

    question: str = ""
    place_id: int | None = None
    cards: tuple[CardDraft, ...] = (CardDraft(), CardDraft())
    texts: Mapping[str, TextDraft] = field(default_factory=dict)


@dataclass(frozen=True)
class FormShown:
    """The form for a choice."""

    title: str
    draft: PollDraft
    places: Choices
    pictures: tuple[tuple[str, str], ...]  # (pictogram, word)
    languages: tuple[tuple[str, str], ...]  # (code, own name), those of the house beside the Dutch
    states: Choices
    keeps_cards: str  # why the cards stay as they are; empty when they may change


@dataclass(frozen=True)
class PosterShown:
    """The form in which the dots of a poster are counted."""

    question: str
    cards: tuple[tuple[int, str, str, int], ...]  # (card, pictogram, word, counted before)
