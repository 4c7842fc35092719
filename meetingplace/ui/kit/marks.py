"""The small drawings: squares of functions, round pictures of families, initials, the program's mark, counters.

Round is people, square is function. Each has a painter function for delegates and a widget for layouts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from meetingplace.domain.pictures import PICTURE_COLOURS, Picture
from meetingplace.domain.sessions import Function
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.theme import FUNCTION_ICONS, current

_LIGHT_FROM = 4  # the first four colours are dark and carry a white glyph, the others ink
_INK = "#22303C"


def paint_function(painter: QPainter, place: QRectF, function: Function) -> None:
    """Paint the square of a function with its pictogram."""
    theme = current()
    side = place.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hue(function).square))
    painter.drawRoundedRect(place, max(4, side / 4), max(4, side / 4))
    inset = side * 0.16
    draw_icon(painter, place.adjusted(inset, inset, -inset, -inset), FUNCTION_ICONS[function], theme.on_hue)
    painter.restore()


@lru_cache(maxsize=256)
def function_pixmap(function: Function, side: int, ratio: float, theme_name: str) -> QPixmap:
    """Give the square of a function as a picture that is drawn once: a school year shows hundreds of them."""
    del theme_name  # another theme has other colours
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_function(painter, QRectF(0, 0, side, side), function)
    painter.end()
    return pixmap


def paint_picture(painter: QPainter, place: QRectF, picture: Picture) -> None:
    """Paint the round picture of a family."""
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    pixmap = _picture_pixmap(picture.shape, picture.colour, round(place.width()), ratio)
    painter.drawPixmap(place.topLeft(), pixmap)


def picture_icon(picture: Picture, side: int) -> QIcon:
    """Make the round picture of a family as an icon for a button."""
    return QIcon(_picture_pixmap(picture.shape, picture.colour, side, 2.0))


def function_icon(function: Function, side: int, gap: int = 6) -> QIcon:
    """Make the square of a function as an icon for a button, with a gap before the word."""
    pixmap = QPixmap(2 * (side + gap), 2 * side)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_function(painter, QRectF(0, 0, side, side), function)
    painter.end()
    return QIcon(pixmap)


def function_tick(function: object) -> QIcon:
    """Make the square of a function for a button of `Ticks`."""
    return function_icon(Function(function), current().icon_side(20), gap=4)


@lru_cache(maxsize=2048)
def _picture_pixmap(shape: str, colour: int, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QColor("#FFFFFF")
    ring.setAlphaF(0.22)
    whole = QRectF(0, 0, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PICTURE_COLOURS[colour % len(PICTURE_COLOURS)]))
    painter.drawEllipse(whole)
    painter.setPen(QPen(ring, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(whole.adjusted(1.5, 1.5, -1.5, -1.5))
    inset = side * 0.19
    draw_icon(painter, whole.adjusted(inset, inset, -inset, -inset), shape, "#FFFFFF" if colour < _LIGHT_FROM else _INK)
    painter.end()
    return pixmap


def paint_initials(painter: QPainter, place: QRectF, letters: str, is_host: bool = False) -> None:
    """Paint the round badge of a team member; the host at the desk has a warm one."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_host:
        painter.setPen(QPen(theme.colour("warm"), 1.5))
    else:  # the contrast theme has no tints: a badge is a circle by its border
        painter.setPen(theme.colour("line") if theme.name == "contrast" else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("watint" if is_host else "sand"))
    painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    painter.setPen(theme.colour("watext" if is_host else "ink"))
    font = theme.font(13, 700)
    font.setPixelSize(round(min(font.pixelSize(), place.height() * 0.44)))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def paint_mark(painter: QPainter, place: QRectF) -> None:
    """Paint the mark of the program: a big and a small figure under one arch."""
    unit = place.width() / 44
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    arch = QPainterPath(QPointF(4, 42))
    arch.lineTo(4, 22)
    arch.arcTo(QRectF(4, 4, 36, 36), 180, -180)
    arch.lineTo(40, 42)
    arch.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    theme = current()
    painter.setBrush(theme.colour("primary"))
    painter.drawPath(arch)
    painter.setClipPath(arch)
    painter.setBrush(theme.colour("on_primary"))
    painter.drawEllipse(QPointF(18, 21), 7.5, 7.5)
    painter.drawEllipse(QRectF(6, 30, 24, 26))
    painter.setBrush(theme.colour("warm"))
    painter.drawEllipse(QPointF(32, 28), 5, 5)
    painter.drawEllipse(QRectF(24.5, 34.5, 15, 16))
    painter.restore()


class Drawing(QWidget):
    """A widget of a fixed size that shows one drawing; its name is read aloud, an empty one means decoration."""

    def __init__(
        self, side: int, name: str, paint: Callable[[QPainter, QRectF], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setFixedSize(side, side)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw over the whole side."""
        painter = QPainter(self)
        self._paint(painter, QRectF(0, 0, self.width(), self.height()))
        painter.end()


def function_square(function: Function, name: str = "", side: int = 24, parent: QWidget | None = None) -> Drawing:
    """Make the square of a function."""
    return Drawing(side, name, lambda painter, place: paint_function(painter, place, function), parent)


def family_picture(picture: Picture, name: str = "", side: int = 56, parent: QWidget | None = None) -> Drawing:
    """Make the round picture of a family."""
    return Drawing(side, name, lambda painter, place: paint_picture(painter, place, picture), parent)


def initials(
    letters: str, name: str = "", side: int = 30, is_host: bool = False, parent: QWidget | None = None
) -> Drawing:
    """Make the round badge of a team member."""
    return Drawing(side, name, lambda painter, place: paint_initials(painter, place, letters, is_host), parent)


def program_mark(side: int = 44, parent: QWidget | None = None) -> Drawing:
    """Make the mark of the program."""
    return Drawing(side, "Meetingplace", paint_mark, parent)


def icon_mark(
    icon_name: str, token: str = "soft", side: int = 20, name: str = "", parent: QWidget | None = None
) -> Drawing:
    """Make one icon in the colour of a token."""
    return Drawing(
        side, name, lambda painter, place: draw_icon(painter, place, icon_name, current().colour(token)), parent
    )


class FunctionWord(QWidget):
    """The square of a function with its word beside it."""

    def __init__(self, function: Function, word: str, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(function_square(function, "", side, self))
        label = QLabel(word, self)
        label.setFont(current().font(14))
        row.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class CapacityBlocks(QWidget):
    """One block a place, filled as far as children are in; above thirty places one bar. Show a number beside it."""

    MOST_BLOCKS = 30

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self._places = 0
        self._name = name
        self.setFixedHeight(20)
        self.setMinimumWidth(100)

    def show_filled(self, filled: int, places: int) -> None:
        """Show how many of the places are taken."""
        self._filled, self._places = filled, places
        self.setAccessibleName(f"{self._name}: {filled}/{places}")
        self.setVisible(places > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks, or the bar."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = 18.0
        if self._places > self.MOST_BLOCKS:
            whole = QRectF(0.5, 0.5, self.width() - 1, height)
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawRoundedRect(whole, 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warm"))
            share = min(1.0, self._filled / self._places)
            painter.drawRoundedRect(QRectF(0.5, 0.5, whole.width() * share, height), 5, 5)
        elif self._places:
            pitch = min(14.0, self.width() / self._places)
            for index in range(self._places):
                block = QRectF(index * pitch + 0.5, 0.5, pitch - 3, height)
                is_filled = index < self._filled
                painter.setPen(Qt.PenStyle.NoPen if is_filled else QPen(theme.colour("edge"), 1))
                painter.setBrush(theme.colour("warm") if is_filled else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(block, 3, 3)
        painter.end()
