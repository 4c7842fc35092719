"""Words broken into lines of a width, in their own direction: measured and drawn by one engine, so nothing is cut."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from meetingplace.ui.kit.hyphens import hyphenated
from meetingplace.ui.kit.theme import current

_LONGEST_WORD, _PIECE = 24, 12  # letters; hardly a word is longer, a cat on the keyboard is
_NO_LIMIT = 1_000_000.0  # px, for words that stay on one line


class Lines:
    """A text in a font, broken at words; a word that is wider than a line is cut with a hyphen, or anywhere."""

    def __init__(self, text: str, font: QFont, width: float | None = None, is_right_to_left: bool = False) -> None:
        """Break into lines of `width` px; without a width it stays on one line."""
        is_turned = is_right_to_left and width is not None  # one line without end has no other side
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_turned else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if width is not None:
            metrics = QFontMetricsF(font)
            text = hyphenated(text, lambda word: metrics.horizontalAdvance(word) <= width)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self.height = self._break(width if width is not None else _NO_LIMIT)
        self.line_height = self._layout.lineAt(0).height()
        self.width = self._layout.maximumWidth() if width is None else width

    def _break(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor, room: float = _NO_LIMIT) -> None:
        """Draw the lines from a corner; of too many for the `room` in height only whole ones, the first always."""
        painter.setPen(colour)
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if number == 0 or line.y() + line.height() <= room:
                line.draw(painter, QPointF(left, top))


@lru_cache(maxsize=2048)
def set_once(text: str, size: int, weight: int, is_struck: bool, width: float) -> Lines:
    """Set words of a size (px, as shown) in lines: what is drawn again and again has mostly the same words."""
    font = current().font(size, weight)
    font.setPixelSize(size)
    font.setStrikeOut(is_struck)
    return Lines(text, font, width)


def breakable(text: str) -> str:
    """Let endless words be broken in a label, which by itself only breaks between words."""
    return re.sub(rf"\S{{{_LONGEST_WORD + 1},}}", lambda word: "\u200b".join(_pieces(word.group())), text)


def plain_tip(text: str) -> str:
    """Give words as a tip that shows them as they are: Qt would read a name with `<` in it as markup."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text


def on_button(text: str) -> str:
    """Give words as a button shows them: it takes a bare & for the mark of a key."""
    return text.replace("&", "&&")


def _pieces(word: str) -> list[str]:
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]
