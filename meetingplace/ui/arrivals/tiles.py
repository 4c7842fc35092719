"""The wall of tiles: one family a tile, tapped by finger, Space or Enter. A tile never moves and never cuts a name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meetingplace.services.desk import Presence
from meetingplace.ui.arrivals.rows import ROW, Rows
from meetingplace.ui.arrivals.shown import PillShown, TileShown
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.marks import paint_picture

Index = QModelIndex | QPersistentModelIndex
GAP = 12
_PICTURE, _LEAST_WIDTH, _LEAST_HEIGHT = 56, 164, 96
_TEXT_AT = 81  # px from the left edge of the tile
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class People(QListView):
    """A list of people that flows over lines; `tapped` gives the row that was chosen."""

    tapped = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; `name` is spoken."""
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; padding: 0; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.is_by_keyboard = False
        self.clicked.connect(self._tap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; Space and Enter tap."""
        self.is_by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tap(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger needs no ring."""
        self.is_by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first one when the keyboard comes in."""
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.is_by_keyboard = True
            if not self.currentIndex().isValid() and self.rows.rowCount():
                self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)

    def has_ring(self, index: Index) -> bool:
        """Tell whether the ring stands round this one."""
        return self.is_by_keyboard and self.hasFocus() and self.currentIndex() == index

    def _tap(self, index: Index) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None:
            self.tapped.emit(row)


class Tiles(People):
    """The families to tap, in a grid as wide as the room allows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(name, parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setItemDelegate(_TileDelegate(self))
        self.rows.modelReset.connect(self.fit)
        self.rows.dataChanged.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width over the columns."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give every tile the same size: as many columns as fit, as high as the longest name needs."""
        width = self.viewport().width()
        columns = max(1, width // (round(_LEAST_WIDTH * theme.current().scale) + GAP))
        cell = width // columns
        height = max([_LEAST_HEIGHT] + [_height(self.rows.index(row).data(ROW), cell - GAP) for row in range(self.count)])
        grid = QSize(cell, height + GAP)
        if grid != self.gridSize():
            self.setGridSize(grid)

    @property
    def count(self) -> int:
        """Number of tiles."""
        return self.rows.rowCount()

    def height_of_all(self) -> int:
        """Give the height that all tiles need, in px."""
        grid = self.gridSize()
        columns = max(1, self.viewport().width() // max(1, grid.width()))
        return -(-self.count // columns) * grid.height()

    def row_height(self) -> int:
        """Give the height of one row of tiles with its gap, in px."""
        return max(_LEAST_HEIGHT + GAP, self.gridSize().height())


def _text_rects(tile: TileShown, width: int) -> tuple[QRect, QRect]:
    dress = theme.current()
    room = QRect(0, 0, max(60, width - _TEXT_AT - 12), 10_000)
    name = dress.metrics(17, 600).boundingRect(room, _WRAP, tile.name)
    languages = dress.metrics(14).boundingRect(room, _WRAP, tile.languages) if tile.languages else QRect()
    return name, languages


def _height(tile: TileShown, width: int) -> int:
    name, languages = _text_rects(tile, width)
    return name.height() + languages.height() + 28


class _TileDelegate(QStyledItemDelegate):
    """Paints a tile: not here = card, in = tint, border and check, left = shaded with a door."""

    def __init__(self, tiles: Tiles) -> None:
        super().__init__(tiles)
        self._tiles = tiles

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Fill the cell of the grid."""
        return self._tiles.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one family."""
        tile: TileShown = index.data(ROW)
        dress = theme.current()
        half = GAP / 2
        box = QRectF(option.rect.topLeft(), self._tiles.gridSize()).adjusted(half, half, -half, -half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _card(painter, box, tile.presence, bool(option.state & option.state.State_MouseOver))
        picture = QRectF(box.left() + 13, box.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
        paint_picture(painter, picture, tile.picture)
        self._words(painter, box, tile)
        _mark(painter, box, tile.presence)
        painter.restore()
        if self._tiles.has_ring(index):
            width = 4 if dress.name == "contrast" else 3
            draw_ring(painter, box, 10, dress.colour("focus"), width)

    def _words(self, painter: QPainter, box: QRectF, tile: TileShown) -> None:
        dress = theme.current()
        name, languages = _text_rects(tile, round(box.width()))
        left, width = round(box.left()) + _TEXT_AT, round(box.width()) - _TEXT_AT - 12
        top = round(box.center().y() - (name.height() + languages.height()) / 2)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(dress.font(17, 600))
        painter.setPen(dress.colour("ink"))
        painter.drawText(QRect(QPoint(left, top), QSize(width, name.height() + 2)), int(_WRAP | align), tile.name)
        painter.setFont(dress.font(14))
        painter.setPen(dress.colour("soft"))
        under = QRect(QPoint(left, top + name.height()), QSize(width, languages.height() + 2))
        painter.drawText(under, int(_WRAP | align), tile.languages)


def _card(painter: QPainter, box: QRectF, presence: Presence, is_pointed_at: bool) -> None:
    dress = theme.current()
    fill, edge, width = {
        Presence.NOT_HERE: ("column" if is_pointed_at else "card", "line", dress.hairline),
        Presence.IN: ("ptint", "primary", 2),
        Presence.LEFT: ("column", "line", dress.hairline),
    }[presence]
    painter.setBrush(dress.colour(fill))
    painter.setPen(QPen(dress.colour(edge), width))
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 10, 10)


def _mark(painter: QPainter, box: QRectF, presence: Presence) -> None:
    dress = theme.current()
    corner = QRectF(box.right() - 32, box.top() + 10, 22, 22)
    if presence is Presence.IN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dress.colour("primary"))
        painter.drawEllipse(corner)
        draw_icon(painter, corner.adjusted(3, 3, -3, -3), "check", dress.colour("on_primary"))
    elif presence is Presence.LEFT:
        draw_icon(painter, corner, "exit-run", dress.colour("soft"))


class Pills(People):
    """Who is in, newest first; a tap opens the visit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(name, parent)
        self.setItemDelegate(_PillDelegate(self))


class _PillDelegate(QStyledItemDelegate):
    """Paints a pill: picture, name and hour."""

    def __init__(self, pills: Pills) -> None:
        super().__init__(pills)
        self._pills = pills

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure name and hour; 4 px on every side keep pills apart."""
        pill: PillShown = index.data(ROW)
        dress = theme.current()
        width = 48 + dress.metrics(15, 600).horizontalAdvance(pill.name) + 8 + dress.metrics(14).horizontalAdvance(pill.hour)
        return QSize(width + 14 + 8, max(44, dress.px(44)) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one arrival."""
        pill: PillShown = index.data(ROW)
        dress = theme.current()
        box = QRectF(option.rect).adjusted(4.5, 4.5, -4.5, -4.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pointed_at = bool(option.state & option.state.State_MouseOver)
        painter.setBrush(dress.colour("column" if is_pointed_at else "card"))
        painter.setPen(QPen(dress.colour("line"), dress.hairline))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        circle = QRectF(box.left() + 6, box.center().y() - 17, 34, 34)
        if pill.picture:
            paint_picture(painter, circle, pill.picture)
        else:
            _guests(painter, circle)
        words = box.adjusted(48, 0, -12, 0)
        painter.setFont(dress.font(15, 600))
        painter.setPen(dress.colour("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | middle), pill.name)
        painter.setFont(dress.font(14))
        painter.setPen(dress.colour("soft"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | middle), pill.hour)
        painter.restore()
        if self._pills.has_ring(index):
            draw_ring(painter, box.adjusted(1, 1, -1, -1), box.height() / 2, dress.colour("focus"), 3)


def _guests(painter: QPainter, circle: QRectF) -> None:
    dress = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dress.tokens.sand))
    painter.drawEllipse(circle)
    draw_icon(painter, circle.adjusted(7, 7, -7, -7), "account-multiple-outline", dress.colour("soft"))
