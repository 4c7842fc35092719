"""A choice between picture cards: everybody drops three dots. Dots of the corner and of a poster give one count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel

DOTS = 3  # of each person, as on the posters that people know
FEWEST_CARDS, MOST_CARDS = 2, 6
MOST_ON_PAPER = 10_000  # dots on one card of a poster; more is a typing mistake


@dataclass(frozen=True)
class PollText:
    """What the question, or a card, says in one language beside the Dutch."""

    language: str
    words: str
    state: str = "human"  # human, machine or checked


@dataclass(frozen=True)
class Card:
    """One card: a picture with a few words. `picture` is a pictogram of the paper."""

    id: int
    picture: str
    words: str
    texts: tuple[PollText, ...] = ()

    def in_language(self, language: str) -> PollText | None:
        """Give its words in a language; None where nobody wrote them."""
        return next((text for text in self.texts if text.language == language), None)


@dataclass(frozen=True)
class Poll:
    """A question with its cards; the corner shows it from the day it is opened until the day it is closed."""

    id: int
    question: str
    cards: tuple[Card, ...]
    texts: tuple[PollText, ...] = ()
    place_id: int | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether dots may be dropped."""
        return self.opened_on is not None and self.closed_on is None

    def in_language(self, language: str) -> PollText | None:
        """Give the question in a language; None where nobody wrote it."""
        return next((text for text in self.texts if text.language == language), None)

    def must_take_dots(self) -> None:
        """Refuse POLL_CLOSED when no dots may be dropped."""
        if not self.is_open:
            raise Refused(Reason.POLL_CLOSED)


@dataclass(frozen=True)
class DotsDropped:
    """Dots on one card: of one person in the corner, or all of a poster."""

    card_id: int
    number: int
    channel: Channel = Channel.CORNER
    ballot: str = ""  # those of one person together; empty for a poster


def ballot(dots: Mapping[int, int], cards: Sequence[int]) -> dict[int, int]:
    """Check the dots of one person, card by card; refuses DOTS_TOO_MANY, DOTS_MISSING and NOT_FOUND."""
    given = {card: number for card, number in dots.items() if number}
    if any(number < 0 for number in given.values()) or sum(given.values()) > DOTS:
        raise Refused(Reason.DOTS_TOO_MANY, limit=DOTS)
    if not given:
        raise Refused(Reason.DOTS_MISSING)
    if set(given) - set(cards):
        raise Refused(Reason.NOT_FOUND, what="PollCard")
    return given


def must_be_countable(number: int) -> None:
    """Refuse NUMBER_IMPOSSIBLE for a count of dots on paper that nobody can have counted."""
    if not 0 <= number <= MOST_ON_PAPER:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)


def must_have_cards(cards: Sequence[Card]) -> None:
    """Refuse CARDS_TOO_FEW or CARDS_TOO_MANY: two to six cards fit on screen and poster."""
    if len(cards) < FEWEST_CARDS:
        raise Refused(Reason.CARDS_TOO_FEW, limit=FEWEST_CARDS)
    if len(cards) > MOST_CARDS:
        raise Refused(Reason.CARDS_TOO_MANY, limit=MOST_CARDS)


@dataclass(frozen=True)
class PollCount:
    """The dots of each card by channel; people are known of the corner only, a poster tells no persons."""

    dots: Counter[tuple[int, Channel]]
    people: int

    def of(self, card_id: int, channel: Channel | None = None) -> int:
        """Count the dots of a card, of one channel or of all together."""
        return sum(n for (card, how), n in self.dots.items() if card == card_id and channel in (None, how))

    @property
    def total(self) -> int:
        """Count all dots."""
        return self.dots.total()


def counted(dropped: Iterable[DotsDropped]) -> PollCount:
    """Count the dots of a poll."""
    dots: Counter[tuple[int, Channel]] = Counter()
    ballots: set[str] = set()
    for one in dropped:
        dots[one.card_id, one.channel] += one.number
        if one.ballot:
            ballots.add(one.ballot)
    return PollCount(dots, len(ballots))
