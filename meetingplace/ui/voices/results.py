"""A result as picture and table in one: each row has its bar, and its numbers of screen, paper and both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import row, rule
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.counts import CountRow, CountsShown
from meetingplace.ui.voices.picture_row import picture_square

_BAR, _RADIUS = 18, 5  # px
_SAMPLE = 14  # px of how a part of a bar is drawn, beside its head
_WORD = 230  # px at 100 %: longer words wrap
_NARROWEST = 90  # px of a bar at 100 %


class Bar(QWidget):
    """So many of the most: filled is of the screen, hatched is of paper. Its numbers stand beside it."""

    def __init__(self, parts: Sequence[int], most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._most = list(parts), max(1, most)
        self.setFixedHeight(_BAR)
        self.setMinimumWidth(current().px(_NARROWEST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw its parts behind each other."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        length = (self.width() - 1) * sum(self._parts) / self._most
        whole = QRectF(0.5, 0.5, length, self.height() - 1)
        if not length:
            painter.fillRect(QRectF(0, 1, 2, self.height() - 2), theme.colour("edge"))
            painter.end()
            return
        shape = QPainterPath()
        shape.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(whole, theme.colour("ptint"))
        left = whole.left()
        for number, part in enumerate(self._parts):
            width = (self.width() - 1) * part / self._most
            pattern = Qt.BrushStyle.SolidPattern if number == 0 else Qt.BrushStyle.BDiagPattern
            painter.fillRect(QRectF(left, whole.top(), width, whole.height()), QBrush(theme.colour("primary"), pattern))
            left += width
        painter.restore()
        painter.setPen(QPen(theme.colour("primary"), 1))
        painter.drawPath(shape)
        painter.end()


class Result(QWidget):
    """All rows of a result under their heads."""

    def __init__(self, shown: CountsShown, parent: QWidget | None = None, is_last_alone: bool = False) -> None:
        """Show a result; `is_last_alone`: a bar is only of the last number, the others are no parts of it."""
        super().__init__(parent)
        self._is_last_alone = is_last_alone
        self.setAccessibleName(shown.name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for at, head in enumerate(shown.heads):
            self._grid.addWidget(self._head(head, at, len(shown.heads)), 0, 2 + at)
        for number, one in enumerate(shown.rows, 1):
            self._add(one, number, shown, "strong")
        if shown.sum:
            line = len(shown.rows) + 1
            self._grid.addWidget(rule(self), line, 0, 1, 2 + len(shown.heads))
            self._add(shown.sum, line + 1, None, "strong")

    def _head(self, word: str, at: int, count: int) -> QWidget:
        """Make a head; over numbers that are parts of a bar it shows how that part is drawn."""
        head = _figure(label(word, "small", self))
        if self._is_last_alone or count == 1 or at == count - 1:
            return head
        sample = Bar([int(number == at) for number in range(at + 1)], 1, self)
        sample.setFixedSize(_SAMPLE, _SAMPLE)
        sample.setAccessibleName("")
        beside = QWidget(self)
        beside.setLayout(row(None, sample, head, spacing=6))
        return beside

    def _add(self, shown: CountRow, line: int, result: CountsShown | None, kind: str) -> None:
        word = label(breakable(shown.word), "", self, is_wrapped=True)
        one_line = current().metrics(15).horizontalAdvance(shown.word) + 2
        word.setFixedWidth(min(one_line, current().px(_WORD)))
        beside = row(spacing=8)
        if shown.icon:
            beside.addWidget(picture_square(shown.icon, 32, self))
        beside.addWidget(word)
        beside.addStretch(1)
        self._grid.addLayout(beside, line, 0)
        if result:
            apart = shown.numbers[-1:] if self._is_last_alone else shown.numbers[:-1] or shown.numbers
            bar = Bar(apart, result.most, self)
            said = ", ".join(f"{head}: {number}" for head, number in zip(result.heads, shown.numbers, strict=True))
            bar.setAccessibleName(f"{shown.word}, {said}")
            self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
        last = len(shown.numbers) - 1
        for at, number in enumerate(shown.numbers):
            self._grid.addWidget(_figure(label(str(number), kind if at == last else "", self)), line, 2 + at)


def _figure(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return made
