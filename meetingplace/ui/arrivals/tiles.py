"""The lists of people at the desk, and the wall of tiles. One press, Space or Enter chooses; Delete: they have left.

A tile never moves and never cuts a name. The pills of who is in are in `pills`.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
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
from meetingplace.ui.arrivals.shown import TileShown
from meetingplace.ui.kit.item_keys import Index, ItemKeys
from meetingplace.ui.kit.theme import current
from meetingplace.ui.kit.tiles import GAP, LEAST_HEIGHT, LEAST_WIDTH, TileLook, TileState, paint_tile, tile_height

ONE_LINE = 1.2  # with larger text than this, everything at the desk takes one line where it took two
HALF = GAP // 2
BAR = 12
SIDES = (HALF, 0, HALF + BAR, 0)  # margins of what stands over and under a list, to be in line with its tiles
_STATES = {Presence.NOT_HERE: TileState.NOT_HERE, Presence.IN: TileState.IN, Presence.LEFT: TileState.LEFT}


class People(ItemKeys, QListView):
    """A list of people that flows over lines.

    `tapped` gives the row that was chosen, `turned` the one that leaves or comes back, `typed` letters for the search.
    Its cells leave HALF px free on every side for the ring, and BAR px at its end for the scroll bar.
    """

    tapped = Signal(object)
    turned = Signal(object)
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
        self._row = -1  # where the keyboard was, in rows that are no longer there
        self.rows.modelAboutToBeReset.connect(self._leave_row)
        self.rows.modelReset.connect(self._take_row)

    def _leave_row(self) -> None:
        self._row = self.currentIndex().row() if self._is_by_keyboard and self.hasFocus() else -1

    def _take_row(self) -> None:
        """Stay where the keyboard was: at who comes now in the place of who went."""
        if self._row >= 0 and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(min(self._row, self.rows.rowCount() - 1)))

    def choose_first(self) -> None:
        """Put the keyboard on the first one."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete say that they have left, or are in again."""
        row = self.currentIndex().data(ROW) if event.key() == Qt.Key.Key_Delete else None
        if row is not None:
            self.turned.emit(row)
        else:
            super().keyPressEvent(event)

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

    def dataChanged(self, first: Index, last: Index, roles: Iterable[int] = ()) -> None:
        """Paint only the tiles that changed: Qt would lay the whole wall out anew."""
        for row in range(first.row(), last.row() + 1):
            self.update(self.rows.index(row))

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
