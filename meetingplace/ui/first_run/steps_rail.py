"""The left side of the first run: the mark, the steps with what was answered, and where to find them again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.first_run.presenter import StepShown
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.marks import program_mark
from meetingplace.ui.kit.theme import current

WIDTH, _SIDE = 320, 32  # px
_CIRCLE, _GAP, _BELOW = 36, 14, 32
_LARGE, _CLOSE = 1.6, 12  # from this text scale on, the steps stand closer


class StepRow(QWidget):
    """A step: its number or a check in a circle, its word, its answer, and the line to the next one."""

    def __init__(self, shown: StepShown, says: str, has_next: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._below = (_BELOW if current().scale < _LARGE else _CLOSE) if has_next else 0
        self.setAccessibleName(says)
        word = label(shown.word, "name" if shown.is_now or shown.is_done else "lead", self, is_wrapped=True)
        answer = label(shown.answer, "soft", self, is_wrapped=True)
        answer.setVisible(bool(shown.answer))
        words = column(None, word, answer, None, spacing=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_CIRCLE + _GAP, 0, 0, self._below)
        whole.addLayout(words)
        self.setMinimumHeight(_CIRCLE + self._below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the line."""
        theme, shown = current(), self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self._below
        top = max(0.0, (self.height() - below - _CIRCLE) / 2)
        left = self.width() - _CIRCLE if self.isRightToLeft() else 0
        circle = QRectF(left, top, _CIRCLE, _CIRCLE)
        filled = "good" if shown.is_done else "ink" if shown.is_now else ""
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour(filled) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if shown.is_done:
            draw_icon(painter, circle.adjusted(8, 8, -8, -8), "check", theme.colour("card"))
        else:
            painter.setPen(theme.colour("card" if shown.is_now else "soft"))
            font = theme.font(15, 700)
            font.setPixelSize(min(font.pixelSize(), 22))
            painter.setFont(font)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(shown.number))
        if self._below:
            painter.setPen(QPen(theme.colour("good" if shown.is_done else "line"), 2))
            middle = round(circle.center().x())
            gap = 8 if self._below == _BELOW else 3
            painter.drawLine(middle, round(circle.bottom()) + gap, middle, self.height() - gap)
        painter.end()


class StepsRail(QFrame):
    """The steps of the first run."""

    def __init__(self, words: Translator, steps: Sequence[StepShown], parent: QWidget | None = None) -> None:
        """Show where one stands."""
        super().__init__(parent)
        _ = words
        self.setProperty("rail", True)
        self.setAccessibleName(_("Steps"))
        self.setFixedWidth(round(WIDTH * min(1.25, max(1.0, current().scale))))
        states = {True: _("done"), False: ""}
        names = column(label("Meetingplace", "section", self), label(_("First start"), "soft", self), spacing=2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 42, 24, 28)
        whole.setSpacing(0)
        whole.addLayout(row(program_mark(52, self), 2, names, None))
        whole.addSpacing(54 if current().scale < 1.3 else 24)
        for shown in steps:
            state = _("now") if shown.is_now else states[shown.is_done]
            says = ", ".join(part for part in (f"{shown.number} {shown.word}", shown.answer, state) if part)
            whole.addWidget(StepRow(shown, says, shown is not steps[-1], self))
        whole.addStretch(1)
        may_skip = label(_("You can skip any step. Later you find it back under House."), "soft", self, is_wrapped=True)
        may_skip.setVisible(not steps[-1].is_now)  # nothing is left to skip
        whole.addWidget(may_skip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the inner edge."""
        super().paintEvent(event)
        theme = current()
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.drawLine(edge, 0, edge, self.height())
        painter.end()
