"""The bar of a goal: what was held is filled, what is to come is hatched, a line stands at the aim."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.domain.goals import Progress
from meetingplace.ui.kit.theme import current

_HEIGHT, _RADIUS, _OVER = 18, 5, 4  # px; the line of the aim stands over the bar by so much


class GoalBar(QWidget):
    """How far a goal has come. It is never alone: the numbers stand beside it in words."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        """Draw a progress."""
        super().__init__(parent)
        self._progress = progress
        self.setFixedHeight(_HEIGHT + 2 * _OVER)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole, what was held in it, what is to come, and the aim."""
        theme, progress = current(), self._progress
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        whole = QRectF(0.5, _OVER + 0.5, self.width() - 1, _HEIGHT - 1)
        shape = QPainterPath()
        shape.addRoundedRect(whole, _RADIUS, _RADIUS)
        most = max(progress.aim, progress.expected, 1)
        held = whole.width() * progress.held / most
        expected = whole.width() * progress.expected / most
        painter.setClipPath(shape)
        painter.fillRect(whole, theme.colour("column"))
        painter.fillRect(QRectF(whole.left(), whole.top(), expected, whole.height()), theme.colour("ptint"))
        hatch = QBrush(theme.colour("primary"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(QRectF(whole.left() + held, whole.top(), expected - held, whole.height()), hatch)
        painter.fillRect(QRectF(whole.left(), whole.top(), held, whole.height()), theme.colour("primary"))
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if progress.aim:
            self._draw_aim(painter, whole, progress.aim / most)
        painter.end()

    def _draw_aim(self, painter: QPainter, whole: QRectF, share: float) -> None:
        at = min(whole.left() + whole.width() * share, whole.right() - 1)
        painter.setPen(QPen(current().colour("ink"), 3))
        painter.drawLine(QPointF(at, 1), QPointF(at, self.height() - 1))
