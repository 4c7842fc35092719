"""A little picture of something that will stand on paper: whole, on white, as paper is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.theme import current

_RADIUS, _EDGE, _ICON = 6.0, 4.0, 0.4


class Thumbnail(QWidget):
    """Shows a picture of PNG or JPEG bytes; without one, a quiet icon in its place. Its name is read aloud."""

    def __init__(self, width: int, height: int, icon_name: str, parent: QWidget | None = None) -> None:
        """Begin without a picture."""
        super().__init__(parent)
        theme = current()
        self._size, self._icon = QSize(theme.px(width), theme.px(height)), icon_name
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as was asked."""
        return self._size

    def show_picture(self, content: bytes, name: str = "") -> None:
        """Show a picture, or with no bytes none; `name` says what is to be seen."""
        self._picture = QPixmap()
        self._picture.loadFromData(content)
        self.setAccessibleName(name)
        self.update()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no picture."""
        return self._picture.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture whole, in the middle of a small sheet."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("ground") if self.is_empty else Qt.GlobalColor.white)
        painter.drawRoundedRect(sheet, _RADIUS, _RADIUS)
        if self.is_empty:
            side = _ICON * min(sheet.width(), sheet.height())
            place = QRectF(sheet.center().x() - side / 2, sheet.center().y() - side / 2, side, side)
            draw_icon(painter, place, self._icon, theme.colour("soft"))
        else:
            self._draw(painter, sheet)
        painter.end()

    def _draw(self, painter: QPainter, sheet: QRectF) -> None:
        inner = sheet.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(inner.width() / self._picture.width(), inner.height() / self._picture.height())
        wide, high = self._picture.width() * scale, self._picture.height() * scale
        place = QRectF(inner.center().x() - wide / 2, inner.center().y() - high / 2, wide, high)
        clip = QPainterPath()
        clip.addRoundedRect(place, _RADIUS / 2, _RADIUS / 2)
        painter.setClipPath(clip)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
