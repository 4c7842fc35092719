"""The ring round what has the keyboard: 3 px with a gap of 2 px, shown for the keyboard only, never for the finger."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

GAP = 2
ROOM = 5  # px round everything that can have the focus, so that the ring is never cut


def draw_ring(painter: QPainter, around: QRectF, radius: float, colour: QColor, width: int) -> None:
    """Draw the ring round a shape; it needs ROOM px outside of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = GAP + width / 2
    painter.drawRoundedRect(around.adjusted(-out, -out, out, out), radius + out, radius + out)
    painter.restore()


class FocusStyle(QProxyStyle):
    """Fusion with our own focus: style sheets cannot leave a gap."""

    def __init__(self, colour: str, width: int) -> None:
        super().__init__("Fusion")
        self._colour = QColor(colour)
        self._width = width

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draw the ring inside the frame that Qt asks for; everything else is Fusion's."""
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            if option.state & QStyle.StateFlag.State_KeyboardFocusChange:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._colour, self._width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = self._width / 2
                painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 10, 10)
                painter.restore()
            return
        super().drawPrimitive(element, option, painter, widget)
