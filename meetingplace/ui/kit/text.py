"""Words broken into lines of a width, in their own direction: measured and drawn by one engine, so nothing is cut."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_LONGEST_WORD = 40  # letters; no language of ours has longer ones, a cat on the keyboard has
_NO_LIMIT = 1_000_000.0  # px, for words that stay on one line


class Lines:
    """A text in a font, broken at words, and inside a word that is longer than a line."""

    def __init__(self, text: str, font: QFont, width: float | None = None, is_right_to_left: bool = False) -> None:
        """Break into lines of `width` px; without a width it stays on one line."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # at the reading side of the direction
        is_mirrored = is_right_to_left
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self.height = self._break(width if width is not None else _NO_LIMIT)
        self.line_height = self._layout.lineAt(0).height()
        self.width = self._layout.maximumWidth() if width is None else width

    def _break(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Draw the lines from a corner."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top))


def breakable(text: str) -> str:
    """Let endless words be broken in a label, which by itself only breaks between words."""
    return re.sub(rf"(\S{{{_LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)
