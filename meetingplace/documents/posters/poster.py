"""What every poster shares: Dutch first and at the start, the other languages beside it, each from its own side.

An A3 poster is the A4 enlarged, so that both have the same pages. No content here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from meetingplace.documents.breaks import NO_BREAK
from meetingplace.documents.fit import fitted_line
from meetingplace.documents.flyers.furniture import mark
from meetingplace.documents.moods import Mood, palette
from meetingplace.documents.paper import A4, MM, Sheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.language import is_right_to_left

FOOT = 286.0  # mm from the top: the lower edge of what is drawn
WIDE = A4.content
RADIUS = 5.0
BESIDE = 6.0  # mm between two languages on one line
_MARK, _PAGES = 12.0, 14.0
_ANY_LINES = 400
_BEFORE_A_SIGN = re.compile(" (?=[?!:;»])")  # French never ends a line there


class PosterPaper(Enum):
    """The sizes of a poster, each with how many times as large as an A4 it is."""

    A4 = 1.0
    A3 = 420 / 297


@dataclass(frozen=True)
class Sender:
    """Who hangs the poster up."""

    house_name: str
    house_line: str = ""
    mark: str = "fruit-cherries"
    mood: Mood = Mood.CHERRY


@dataclass(frozen=True)
class Text:
    """Words in a language."""

    language: str
    words: str


@dataclass(frozen=True)
class Piece:
    """Words that are set, and their language."""

    setting: Setting
    language: str

    @property
    def width(self) -> float:
        """Give the width of the widest line in mm."""
        return self.setting.width / MM

    @property
    def height(self) -> float:
        """Give the height in mm."""
        return self.setting.height / MM


def piece(text: Text, role: str, width: float, lines: int = _ANY_LINES) -> Piece:
    """Set words in a width in mm, from the side of their language; refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    is_rtl = is_right_to_left(text.language)
    words = _BEFORE_A_SIGN.sub(NO_BREAK, text.words) if text.language == "fr" else text.words
    return Piece(fitted_line(words, role, text.language, width, is_right_to_left=is_rtl, lines=lines), text.language)


def height(pieces: Sequence[Piece], gap: float = 0.0) -> float:
    """Give the height in mm of pieces under each other."""
    return sum(one.height for one in pieces) + gap * max(0, len(pieces) - 1)


def in_rows(pieces: Sequence[Piece], width: float, gap: float) -> list[list[Piece]]:
    """Put pieces beside each other for as long as they fit, then on the next row; from right to left come last."""
    rows: list[list[Piece]] = []
    left = 0.0
    for one in sorted(pieces, key=lambda one: one.setting.is_right_to_left):
        if not rows or one.width + gap > left:
            rows.append([])
            left = width + gap
        rows[-1].append(one)
        left -= one.width + gap
    return rows


def rows_height(pieces: Sequence[Piece], width: float, gap: float) -> float:
    """Give the height in mm of pieces that stand beside each other."""
    return sum(max(one.height for one in row) for row in in_rows(pieces, width, gap))


class Poster(Sheet):
    """A poster being drawn: it is read from left to right, as Dutch is."""

    def __init__(self, sender: Sender, paper: PosterPaper, title: str) -> None:
        """Begin the document."""
        super().__init__(A4, palette(sender.mood), title=title, language="nl", enlarged=paper.value)
        self._sender = sender

    def sender(self, y: float, width: float, pages: str = "") -> None:
        """Draw who hangs it up, in a width in mm, and which page it is."""
        sender, x = self._sender, _MARK + 3.6
        room = width - x - (_PAGES if pages else 0.0)
        mark(self, sender.mark, 0, y, _MARK)
        name = piece(Text("nl", sender.house_name), "poster_sender", room, lines=2)
        line = piece(Text("nl", sender.house_line), "sender_line", room, lines=2)
        under = y + (_MARK - name.height - (line.height if sender.house_line else 0.0)) / 2
        under = self.put(name, x, under, room)
        if sender.house_line:
            self.put(line, x, under, room, tone="mute")
        if pages:
            number = piece(Text("nl", pages), "sender_line", _PAGES, lines=1)
            self.text(number.setting, width - _PAGES, y, _PAGES, self.palette.mute, align="end", language="nl")

    def put(self, one: Piece, x: float, y: float, width: float, *, tone: str = "ink") -> float:
        """Write a piece at its own side of a column; gives the y under it."""
        align = "end" if one.setting.is_right_to_left else "start"
        return self.text(one.setting, x, y, width, self.palette.tone(tone), align=align, language=one.language)

    def stack(
        self, pieces: Sequence[Piece], x: float, y: float, width: float, *, tone: str = "ink", gap: float = 0.0
    ) -> float:
        """Write pieces under each other in a column; gives the y under the last one."""
        for number, one in enumerate(pieces):
            y = self.put(one, x, y + (gap if number else 0.0), width, tone=tone)
        return y

    def beside(self, pieces: Sequence[Piece], x: float, y: float, width: float, gap: float = BESIDE) -> float:
        """Write pieces side by side, each from its own side, in as many rows as they need.

        Gives the y under the last row.
        """
        for row in in_rows(pieces, width, gap):
            left, right, tall = x, x + width, max(one.height for one in row)
            for one in row:
                top = y + (tall - one.height) / 2
                if one.setting.is_right_to_left:
                    self.put(one, right - one.width, top, one.width)
                    right -= one.width + gap
                else:
                    self.put(one, left, top, one.width)
                    left += one.width + gap
            y += tall
        return y
