"""Pictures that were picked, as squares with their words beside them; they flow over lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.marks import Drawing
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.shown import PictureShown


class PictureRow(Flow):
    """The pictures with their words."""

    def __init__(self, pictures: Sequence[PictureShown], parent: QWidget | None = None, side: int = 36) -> None:
        """Show these, each in a square of `side` px at 100 %."""
        super().__init__(parent, spacing=14)
        self.replace([self._picture(picture, side) for picture in pictures])

    def _picture(self, shown: PictureShown, side: int) -> QWidget:
        made = QWidget(self)
        line = row(picture_square(shown.icon, side, made), label(shown.word, "", made), spacing=8)
        made.setLayout(line)
        made.setAccessibleName(shown.word)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made


def paint_square(painter: QPainter, place: QRectF, glyph: str) -> None:
    """Paint a pictogram in its square."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("sand"))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), place.width() / 4, place.width() / 4)
    inset = place.width() * 0.18
    draw_icon(painter, place.adjusted(inset, inset, -inset, -inset), glyph, theme.colour("ink"))
    painter.restore()


def picture_square(glyph: str, side: int, parent: QWidget | None = None) -> Drawing:
    """Make a pictogram in its square."""
    shown = current().icon_side(side)
    return Drawing(shown, "", lambda painter, place: paint_square(painter, place, glyph), parent)
