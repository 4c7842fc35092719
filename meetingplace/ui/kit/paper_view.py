"""A sheet of paper on the screen: the picture of the very page that prints, white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from meetingplace.ui.kit.theme import current

_PAPER, _SOFT = "#FFFFFF", "#5B6B79"  # in every theme


class PaperView(QWidget):
    """One page, as large as the widget is; whoever holds it keeps the proportions of the paper."""

    def __init__(self, name: str, waiting: str, parent: QWidget | None = None) -> None:
        """Begin without a page; `name` is read aloud, `waiting` stands there until a page comes."""
        super().__init__(parent)
        self._waiting = waiting
        self._picture = QImage()
        self.setAccessibleName(name)
        theme = current()
        shadow = QGraphicsDropShadowEffect(self, blurRadius=14, xOffset=0, yOffset=4)
        ink = QColor(theme.tokens.ink if theme.name != "dark" else "#000000")
        ink.setAlphaF(0.22)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)

    @property
    def has_picture(self) -> bool:
        """Tell whether a page is shown."""
        return not self._picture.isNull()

    def show_picture(self, picture: bytes) -> None:
        """Show a page."""
        self._picture = QImage.fromData(picture)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        if self.has_picture:
            size = (QRectF(self.rect()).size() * self.devicePixelRatioF()).toSize()
            mode = Qt.TransformationMode.SmoothTransformation
            painter.drawImage(
                QRectF(self.rect()), self._picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            )
        else:
            painter.setPen(QColor(_SOFT))
            painter.setFont(current().font(15))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._waiting)
        if current().name == "contrast":
            painter.setPen(current().colour("ink"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
