"""The dot poster of a choice: cards with a picture and places for dots, and a box for an idea of one's own.

Cards that do not fit on the page with their words go to the next one; nothing is cut.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meetingplace.documents.moods import WHITE
from meetingplace.documents.paper import one_paper_at_a_time
from meetingplace.documents.posters.poster import (
    BESIDE,
    FOOT,
    RADIUS,
    WIDE,
    Piece,
    Poster,
    PosterPaper,
    Sender,
    Text,
    height,
    in_rows,
    piece,
    rows_height,
)
from meetingplace.documents.typeset import plain
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import Translator

DOTS_ACROSS, DOTS_DOWN = 6, 4
_TOP, _GAP, _ACROSS = 11.0, 4.5, 2
_CARD = (WIDE - _GAP) / _ACROSS
_PICTURE, _PAD = 36.0, 3.6
_WORDS = _CARD - _PICTURE - 2 * _PAD
_DOT, _PITCH = 6.2, 7.2
_DOTS = (DOTS_DOWN - 1) * _PITCH + _DOT
_TALL = 80.0  # of a card, unless its words need more or the page has less
_STICKERS = 3 * 9.2  # the three dots before the sentence about them
_BOX, _BOX_TALL, _DISC = 65.0, 20.0, 17.0
_FOOT_WORDS = WIDE - _BOX - _DISC - 8.0
_GROUNDS = (("deep", "soft"), ("sun", "deep"), ("mid", "ink"), ("soft", "deep"), ("deep", "sun"), ("sun", "deep"))


@dataclass(frozen=True)
class CardShown:
    """A card: its pictogram, and its words, Dutch first."""

    picture: str
    words: tuple[Text, ...]


@dataclass(frozen=True)
class DotPoster:
    """What the poster is made of; the question too stands in Dutch first."""

    sender: Sender
    languages: tuple[str, ...]
    question: tuple[Text, ...]
    cards: tuple[CardShown, ...]


def dot_poster(content: DotPoster, paper: PosterPaper, translators: Mapping[str, Translator]) -> bytes:
    """Make the poster: one page, or more when the words of the cards need them.

    Refuses TEXT_TOO_LONG and LETTERS_MISSING.
    """
    with one_paper_at_a_time():
        page = _DotPoster(content, paper, [translators[language] for language in content.languages])
        pages = page.divided()
        for number, cards in enumerate(pages):
            if number:
                page.next_page()
            page.draw(cards, f"{number + 1}/{len(pages)}" if len(pages) > 1 else "")
        return page.finished()


@dataclass(frozen=True)
class _Page:
    """The cards of a page with their words as they are set, the place of the first one, how tall each is in mm."""

    cards: Sequence[tuple[CardShown, Sequence[Piece]]]
    first: int
    tall: float


class _DotPoster(Poster):
    def __init__(self, content: DotPoster, paper: PosterPaper, said: Sequence[Translator]) -> None:
        super().__init__(content.sender, paper, plain(content.question[0].words))
        self._content = content
        question, *others = content.question
        self._question = piece(question, "poster_question", WIDE, lines=3)
        self._others = [piece(text, "poster_beside", WIDE, lines=3) for text in others]
        self._stick = _pieces([Text(_.language, corner.posters(_)["stick"]) for _ in said], WIDE - _STICKERS)
        self._own = _pieces([Text(_.language, corner.posters(_)["own_idea"]) for _ in said], _FOOT_WORDS)

    # --- which card stands on which page

    def divided(self) -> list[_Page]:
        """Divide the cards over as few pages as their words allow; all words have one size."""
        cards = self._content.cards
        room = FOOT - self._foot_height - 5.0 - self._begin
        for rows in range(math.ceil(len(cards) / _ACROSS), 0, -1):
            each = (room - _GAP * (rows - 1)) / rows
            for manner in ("", "_close"):
                words = [_card_words(card, manner) for card in cards]
                needed = max(height(one) for one in words) + 2 * _PAD + _DOTS + 1.2
                if needed <= each:
                    done, on_page = list(zip(cards, words, strict=True)), rows * _ACROSS
                    tall = min(each, max(needed, _TALL))
                    return [_Page(done[at : at + on_page], at, tall) for at in range(0, len(done), on_page)]
        longest = max((one for card in cards for one in _card_words(card, "_close")), key=lambda one: one.height)
        lines = [line.text for line in longest.setting.lines]
        raise Refused(Reason.TEXT_TOO_LONG, language=longest.language, lines=lines)

    # --- drawing

    def draw(self, page: _Page, pages: str) -> None:
        """Draw a page with these cards."""
        self.sender(_TOP, WIDE, pages)
        under = self.put(self._question, 0, _TOP + 15.0, WIDE, tone="deep")
        under = self.beside(self._others, 0, under + 1.0, WIDE)
        self._draw_stickers(under + 3.0)
        for number, (card, words) in enumerate(page.cards):
            x = (number % _ACROSS) * (_CARD + _GAP)
            y = self._begin + (number // _ACROSS) * (page.tall + _GAP)
            self._draw_card(card, words, _GROUNDS[(page.first + number) % len(_GROUNDS)], x, y, page.tall)
        rows = math.ceil(len(page.cards) / _ACROSS)
        self._draw_foot(self._begin + rows * (page.tall + _GAP) + 0.5)

    def _draw_stickers(self, y: float) -> None:
        rows = in_rows(self._stick, WIDE - _STICKERS, BESIDE)
        middle = y + max(one.height for one in rows[0]) / 2
        for number in range(3):
            self.disc(number * 8.4, middle - 3.0, 6.0, self.palette.mid)
        self.beside(self._stick, _STICKERS, y, WIDE - _STICKERS)

    def _draw_card(
        self, card: CardShown, words: Sequence[Piece], tones: tuple[str, str], x: float, y: float, tall: float
    ) -> None:
        ground, figure = (self.palette.tone(tone) for tone in tones)
        self.panel(x, y, _CARD, tall, self.palette.tint, RADIUS)
        with self.clipped(x, y, _CARD, tall, RADIUS):
            self.panel(x, y, _PICTURE, tall, ground)
        size = 24.0
        self.pictogram(card.picture, x + (_PICTURE - size) / 2, y + (tall - size) / 2, size, figure)
        left, top = x + _PICTURE + _PAD, y + tall - _PAD - _DOTS
        self.stack(words, left, y + _PAD, _WORDS)
        step = (_WORDS - _DOT) / (DOTS_ACROSS - 1)
        for place in range(DOTS_ACROSS * DOTS_DOWN):
            at, down = left + (place % DOTS_ACROSS) * step, top + (place // DOTS_ACROSS) * _PITCH
            self.disc(at, down, _DOT, WHITE)
            self.dashed_circle(at, down, _DOT, self.palette.mute, 0.2)

    def _draw_foot(self, top: float) -> None:
        """Draw the box for an own idea; it takes the room that the cards leave."""
        tone, middle = self.palette, (top + FOOT) / 2
        self.disc(0, middle - _DISC / 2, _DISC, tone.sun)
        self.pictogram("lightbulb-on", _DISC / 2 - 5.0, middle - 5.0, 10.0, tone.ink)
        self.stack(self._own, _DISC + 4.0, middle - height(self._own) / 2, _FOOT_WORDS)
        self.dashed_frame(WIDE - _BOX, top, _BOX, FOOT - top, tone.mute, RADIUS)

    @property
    def _begin(self) -> float:
        """Give the y of the first card."""
        under = _TOP + 15.0 + self._question.height + 1.0 + rows_height(self._others, WIDE, BESIDE) + 3.0
        return under + rows_height(self._stick, WIDE - _STICKERS, BESIDE) + 4.0

    @property
    def _foot_height(self) -> float:
        return max(_BOX_TALL, height(self._own))


def _pieces(texts: Sequence[Text], width: float) -> list[Piece]:
    """Set the first language as a call, the others small."""
    return [
        piece(text, "poster_small" if number else "poster_call", width, lines=3) for number, text in enumerate(texts)
    ]


def _card_words(card: CardShown, manner: str) -> list[Piece]:
    roles = [f"poster_card{'_word' if number else ''}{manner}" for number in range(len(card.words))]
    return [piece(text, role, _WORDS) for text, role in zip(card.words, roles, strict=True)]
