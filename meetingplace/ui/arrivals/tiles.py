"""The lists of people at the desk: the wall of tiles, and the pills of who is in. One press, Space or Enter chooses.

A tile never moves and never cuts a name.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meetingplace.services.desk import Presence
from meetingplace.ui.arrivals.rows import ROW, Rows
from meetingplace.ui.arrivals.shown import PillShown, TileShown
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.item_keys import Index, ItemKeys
from meetingplace.ui.kit.marks import paint_picture
from meetingplace.ui.kit.theme import current
from meetingplace.ui.kit.tiles import GAP, LEAST_HEIGHT, LEAST_WIDTH, TileLook, TileState, paint_tile, tile_height

ONE_LINE = 1.2  # with larger text than this, everything at the desk takes one line where it took two
HALF = GAP // 2
BAR = 12
_PILL_GAP = 8
SIDES = (HALF, 0, HALF + BAR, 0)  # margins of what stands over and under a list, to be in line with its tiles
_PICTURE, _PICTURE_AT, _TEXT_AT, _BETWEEN, _AFTER = 34, 6, 48, 8, 16  # px in a pill
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
_STATES = {Presence.NOT_HERE: TileState.NOT_HERE, Presence.IN: TileState.IN, Presence.LEFT: TileState.LEFT}


class People(ItemKeys, QListView):
    """A list of people that flows over lines. `tapped` gives the row that was chosen, `typed` letters for the search.

    Its cells leave HALF px free on every side for the ring, and BAR px at its end for the scroll bar.
    """

    tapped = Signal(object)
    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; `name` is read aloud."""
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.choose)

    def choose_first(self) -> None:
        """Put the keyboard on the first one."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyboardSearch(self, search: str) -> None:
        """Let letters go to the search of the desk."""
        self.typed.emit(search)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick presses as one."""
        event.accept()

    def choose(self, index: Index) -> None:
        """Tap one."""
        row = index.data(ROW) if index.isValid() else None
        if row is not None:
            self.tapped.emit(row)


class Tiles(People):
    """The families to tap, in a grid as wide as the room allows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.cell = QSize(LEAST_WIDTH + GAP, LEAST_HEIGHT + GAP)
        self._fitted: tuple[int, list[tuple[str, str]]] = (0, [])  # the width, and the words that were measured
        self.setItemDelegate(_TileDelegate(self))
        self.rows.modelReset.connect(self._fit)
        self.rows.dataChanged.connect(self._fit)
        self.setMinimumHeight(LEAST_HEIGHT + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width over the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give every tile the same size: as many columns as fit, as high as the longest name needs."""
        rows = [self.rows.index(row).data(ROW) for row in range(self.rows.rowCount())]
        asked = (self.width(), [(tile.name, tile.languages) for tile in rows])
        if asked == self._fitted:
            return  # whoever came in has the same name as before
        self._fitted = asked
        width = self.width() - BAR - 1  # a line that is exactly full would begin a new one
        wanted = LEAST_WIDTH + max(0, round(80 * (current().scale - 1)))  # pictures do not grow with the text
        cell = width // max(1, width // (wanted + GAP))
        height = max([LEAST_HEIGHT, *(tile_height(_look(tile), cell - GAP) for tile in rows)])
        if self.cell != QSize(cell, height + GAP):
            self.cell = QSize(cell, height + GAP)
            self.scheduleDelayedItemsLayout()


def _look(tile: TileShown) -> TileLook:
    return TileLook(tile.name, tile.languages, tile.picture, _STATES[tile.presence])


class _TileDelegate(QStyledItemDelegate):
    """Paints a tile into its cell of the grid."""

    def __init__(self, tiles: Tiles) -> None:
        super().__init__(tiles)
        self._tiles = tiles

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Fill the cell of the grid."""
        return self._tiles.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one family."""
        box = QRectF(option.rect).adjusted(HALF, HALF, -HALF, -HALF)
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_tile(painter, box, _look(index.data(ROW)), is_pointed_at, self._tiles.has_ring(index))


class Pills(People):
    """Who is in, newest first, or who has left; a tap opens the visit. At most two lines, then it scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(_PillDelegate(self))
        self.rows.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow over the new width."""
        super().resizeEvent(event)
        self._fit()

    @property
    def room(self) -> int:
        """Give the width that the longest pill may take, in px."""
        return max(200, self.width() - BAR)

    def _fit(self) -> None:
        """Be as high as the lines, up to two of them; without anybody keep the height of one line."""
        self.doItemsLayout()
        line = _pill_height() + _PILL_GAP
        height = min(max(line, self.contentsSize().height()), (2 if current().scale <= ONE_LINE else 1) * line)
        if height != self.height():
            self.setFixedHeight(height)


def _pill_height() -> int:
    return current().height(44)


def _pill_words(pill: PillShown, room: int) -> tuple[QRect, int]:
    theme = current()
    hour = theme.metrics(14).horizontalAdvance(pill.hour)
    most = max(60, room - _PILL_GAP - _TEXT_AT - _BETWEEN - hour - _AFTER)
    return theme.metrics(15, 600).boundingRect(QRect(0, 0, most, 10_000), _WRAP, pill.name), hour


class _PillDelegate(QStyledItemDelegate):
    """Paints a pill: picture, name and hour."""

    def __init__(self, pills: Pills) -> None:
        super().__init__(pills)
        self._pills = pills

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure name and hour; a name that is wider than the list wraps."""
        name, hour = _pill_words(index.data(ROW), self._pills.room)
        width = _PILL_GAP + _TEXT_AT + name.width() + _BETWEEN + hour + _AFTER
        return QSize(width, max(_pill_height(), name.height() + 12) + _PILL_GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one arrival."""
        pill: PillShown = index.data(ROW)
        theme = current()
        box = QRectF(option.rect).adjusted(HALF, _PILL_GAP // 2, HALF - _PILL_GAP, -_PILL_GAP // 2)
        half = theme.hairline / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(theme.colour("column" if is_pointed_at or pill.has_left else "card"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        radius = _pill_height() / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        _paint_who(painter, QRectF(box.left() + _PICTURE_AT, box.center().y() - _PICTURE / 2, _PICTURE, _PICTURE), pill)
        name, hour = _pill_words(pill, self._pills.room)
        words = box.adjusted(_TEXT_AT, (box.height() - name.height()) / 2, -_AFTER + 4, 0)
        painter.setFont(theme.font(15, 600))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(words.left(), words.top(), name.width() + 2, name.height() + 2), _WRAP, pill.name)
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("ink" if pill.has_left else "soft"))
        end = QRectF(words.right() - hour, box.top(), hour + 2, box.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, pill.hour)
        painter.restore()
        if self._pills.has_ring(index):
            draw_ring(painter, box, radius, theme.colour("focus"), theme.ring)


def _paint_who(painter: QPainter, circle: QRectF, pill: PillShown) -> None:
    theme = current()
    if pill.picture:
        paint_picture(painter, circle, pill.picture)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sand"))
    painter.drawEllipse(circle)
    draw_icon(painter, circle.adjusted(7, 7, -7, -7), "account-multiple-outline", theme.colour("ink"))
