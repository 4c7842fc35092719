"""Rows of which the whole surface is one target: what waits, and lists of things to open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.theme import current

_TINTS = {
    "wait": ("wtint", "wtext"),
    "ready": ("ptint", "ptext"),
    "good": ("gtint", "gtext"),
    "stop": ("stint", "stext"),
    "plain": ("sand", "ink"),
}
_SQUARE, _GAP, _CHEVRON, _SIDE = 44, 14, 22, 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class WaitingRow(QAbstractButton):
    """A row that waits: icon square, what, since when or what to do, and an arrow."""

    def __init__(
        self,
        title: str,
        line: str,
        icon_name: str,
        tint: str = "wait",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        has_rule: bool = True,
        is_compact: bool = False,
    ) -> None:
        """Show a row in a tint (wait, ready, good, stop, plain); `has_rule` draws a hairline over it.

        `is_compact` takes less air, where many rows stand under each other.
        """
        super().__init__(parent)
        self._least, self._air = (60, 14) if is_compact else (94, 28)  # px: height, and over and under the words
        self._title, self._line, self._icon, self._tint, self._has_rule = title, line, icon_name, tint, has_rule
        self.setText(title)
        self.setAccessibleName(f"{title}, {line}" if line else title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if pressed:
            self.clicked.connect(lambda: pressed())

    def hasHeightForWidth(self) -> bool:
        """Say that long words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Be as high as the words need, and never lower than a finger wants it."""
        title, line = self._word_heights(width)
        return max(self._least, title + line + self._air)

    def sizeHint(self) -> QSize:
        """Ask for a usual width."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """Keep no more height than one line needs; the width says how many lines there are."""
        return QSize(200, self._least)

    def _word_heights(self, width: int) -> tuple[int, int]:
        theme = current()
        room = max(60, width - 2 * _SIDE - _SQUARE - _CHEVRON - 2 * _GAP)
        title = theme.metrics(17, 600).boundingRect(0, 0, room, 10_000, _WRAP, self._title).height()
        line = theme.metrics(15).boundingRect(0, 0, room, 10_000, _WRAP, self._line).height() if self._line else 0
        return title, line

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(1, 1, -1, 0), theme.colour("column"))
        if self._has_rule:
            painter.fillRect(0, 0, self.width(), theme.hairline, theme.colour("line"))
        is_mirrored = self.isRightToLeft()
        tint, ink = _TINTS[self._tint]
        left = self.width() - _SIDE - _SQUARE if is_mirrored else _SIDE
        square = QRectF(left, (self.height() - _SQUARE) / 2, _SQUARE, _SQUARE)
        painter.setPen(theme.colour(ink) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(square, 10, 10)
        draw_icon(painter, square.adjusted(10, 10, -10, -10), self._icon, theme.colour(ink))
        arrow = _SIDE if is_mirrored else self.width() - _SIDE - _CHEVRON
        place = QRectF(arrow, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
        draw_icon(painter, place, "chevron-left" if is_mirrored else "chevron-right", theme.colour("soft"))
        self._draw_words(painter, is_mirrored)
        painter.end()

    def _draw_words(self, painter: QPainter, is_mirrored: bool) -> None:
        theme = current()
        title, line = self._word_heights(self.width())
        start = _SIDE + _CHEVRON + _GAP if is_mirrored else _SIDE + _SQUARE + _GAP
        room = self.width() - 2 * _SIDE - _SQUARE - _CHEVRON - 2 * _GAP
        top = (self.height() - title - line) / 2
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(17, 600))
        painter.drawText(QRectF(start, top, room, title), _WRAP, self._title)
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(15))
        painter.drawText(QRectF(start, top + title, room, line), _WRAP, self._line)
