"""What the corner draws: the five faces, dots, and the frieze at the foot of every page."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace import paths
from meetingplace.domain.faces import Face
from meetingplace.ui.kit.marks import Drawing, icon_mark
from meetingplace.ui.kit.theme import current

FRIEZE = 76  # px
_COLOURS = ("#FB9421", "#CCA0C6", "#4C706E", "#E4D982", "#A94111", "#0F6B6B", "#2A2E94", "#94E4FF")
_STEP = 78  # px from one shape to the next
_DOT, _BETWEEN = 14, 5  # px


@lru_cache(maxsize=8)
def _drawn(face: Face) -> QSvgRenderer:
    return QSvgRenderer(str(paths.resource("faces", f"{face.value}.svg")))


def face_picture(face: Face, side: int) -> Drawing:
    """Make the picture of a face, `side` px large; it has its words beside it."""
    return Drawing(side, "", lambda painter, place: _drawn(face).render(painter, place))


def glyph_picture(name: str, side: int, token: str = "ink") -> Drawing:
    """Make the picture of a pictogram, `side` px large; it has its words beside it."""
    return icon_mark(name, token, side)


class Dots(QWidget):
    """So many dots in a row, at most ten; their number is said beside them."""

    MOST = 10

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = min(number, self.MOST)
        self.setFixedSize(max(1, self._number * (_DOT + _BETWEEN)), _DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("warm"))
        for at in range(self._number):
            painter.drawEllipse(QRectF(at * (_DOT + _BETWEEN), 0, _DOT, _DOT))


class Frieze(QWidget):
    """Arches, balls and little people along the foot of the page: decoration, it takes no touch."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(FRIEZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one shape after the other, over the whole width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw = (_arch, _ball, _quarter, _person, _triangle, _half, _arch, _person, _ball, _square)
        for at in range(self.width() // _STEP + 1):
            colour = QColor(_COLOURS[at * 3 % len(_COLOURS)])
            draw[at % len(draw)](painter, QRectF(at * _STEP - 8, 0, 62, self.height()), colour)


def _arch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(box.adjusted(0, 4, 0, 40), 31, 31)
    painter.setBrush(current().colour("ground"))
    painter.drawRoundedRect(QRectF(box.center().x() - 14, box.top() + 36, 28, box.height()), 14, 14)


def _ball(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(box.left(), box.bottom() - 54, 54, 54))


def _quarter(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    side = 62.0
    painter.drawPie(QRectF(box.left() - side, box.bottom() - side, 2 * side, 2 * side), 0, 90 * 16)


def _half(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPie(QRectF(box.left(), box.bottom() - 36, 72, 72), 0, 180 * 16)


def _triangle(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    bottom = box.bottom()
    points = [QPointF(box.left(), bottom), QPointF(box.center().x(), bottom - 56), QPointF(box.right(), bottom)]
    painter.drawPolygon(QPolygonF(points))


def _square(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRect(QRectF(box.left(), box.bottom() - 52, 56, 52))


def _person(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawRect(QRectF(box.left(), box.bottom() - 44, 60, 44))
    painter.setBrush(QColor(_COLOURS[0] if colour.name().upper() != _COLOURS[0] else _COLOURS[4]))
    painter.drawEllipse(QPointF(box.left() + 30, box.bottom() - 57), 12, 12)
