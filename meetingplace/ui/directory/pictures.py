"""The 320 pictures to choose from: 40 shapes in 8 colours, those of other families marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meetingplace.domain.pictures import PICTURE_COLOURS, Picture
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.directory.shown import PictureShown
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.item_keys import Index, ItemKeys
from meetingplace.ui.kit.marks import paint_picture
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.text import plain_tip
from meetingplace.ui.kit.theme import current

_CELL, _PICTURE, _SIGN = 66, 46, 20  # px
_COLUMNS = len(PICTURE_COLOURS)
_ROWS_IN_SIGHT = 6


class PicturePanel(Panel):
    """The pictures in a panel; a tap chooses and closes."""

    def __init__(
        self, words: Translator, over: QWidget, pictures: tuple[PictureShown, ...], chosen: Callable[[Picture], None]
    ) -> None:
        _ = words
        super().__init__(_("Choose a picture"), over, _("Close"), width=620)
        self._chosen = chosen
        self.grid = PictureGrid(_("Pictures"), pictures, self)
        self.grid.taken = self._take
        self.add(
            label(_("Every family has its own picture. A crossed one belongs to another family."), is_wrapped=True)
        )
        self.add(self.grid)

    def open(self, first: QWidget | None = None) -> None:
        """Show it, with the keyboard on the picture of now."""
        super().open(first or self.grid)
        self.grid.find_own()

    def _take(self, picture: Picture) -> None:
        self.close_panel()
        self._chosen(picture)


class PictureGrid(ItemKeys, QTableView):
    """A row for each shape, a column for each colour; arrows, Space and Enter, or a tap."""

    def __init__(self, name: str, pictures: tuple[PictureShown, ...], parent: QWidget | None = None) -> None:
        """Show the pictures; `name` is read aloud."""
        super().__init__(parent)
        self.taken: Callable[[Picture], None] = lambda _picture: None
        self._pictures = _Pictures(pictures, self)
        self.setModel(self._pictures)
        self.setItemDelegate(_PictureDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(_CELL)
            header.setDefaultSectionSize(_CELL)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(_CELL * _ROWS_IN_SIGHT)
        self.setMinimumWidth(_CELL * _COLUMNS + 14)
        self.clicked.connect(self.choose)

    def find_own(self) -> None:
        """Put the keyboard on the family's own picture."""
        at = self._pictures.own
        self.setCurrentIndex(at)
        self.scrollTo(at, QAbstractItemView.ScrollHint.PositionAtCenter)

    def picture(self, index: Index) -> PictureShown:
        """Give the picture at an index."""
        return self._pictures.at(index)

    def choose(self, index: Index) -> None:
        """Take a picture that is free."""
        if index.isValid() and not self.picture(index).is_taken:
            self.taken(self.picture(index).picture)


class _Pictures(QAbstractTableModel):
    """The pictures that were handed over, shape by shape."""

    def __init__(self, pictures: tuple[PictureShown, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = pictures

    @property
    def own(self) -> QModelIndex:
        """Find the family's own picture; the first one when it has none."""
        number = next((at for at, shown in enumerate(self._shown) if shown.is_own), 0)
        return self.index(number // _COLUMNS, number % _COLUMNS)

    def at(self, index: Index) -> PictureShown:
        """Give the picture at an index."""
        return self._shown[index.row() * _COLUMNS + index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        """Count the shapes."""
        return 0 if parent.isValid() else len(self._shown) // _COLUMNS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the colours."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name a picture, for the screen reader and as a tip."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.at(index).name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.at(index).name)
        return None


class _PictureDelegate(QStyledItemDelegate):
    """Paints a picture: its own with a check, one of another family pale and crossed."""

    def __init__(self, grid: PictureGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be a target of its own."""
        return QSize(_CELL, _CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one picture."""
        theme = current()
        shown = self._grid.picture(index)
        cell = QRectF(option.rect)
        circle = QRectF(0, 0, _PICTURE, _PICTURE)
        circle.moveCenter(cell.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver and not shown.is_taken:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("column"))
            painter.drawEllipse(circle.adjusted(-6, -6, 6, 6))
        painter.setOpacity(0.3 if shown.is_taken else 1.0)
        paint_picture(painter, circle, shown.picture)
        painter.setOpacity(1.0)
        if shown.is_own or shown.is_taken:
            self._paint_sign(painter, circle, shown.is_own)
        painter.restore()
        if self._grid.has_ring(index):
            draw_ring(painter, circle, _PICTURE / 2, theme.colour("focus"), theme.ring)

    @staticmethod
    def _paint_sign(painter: QPainter, circle: QRectF, is_own: bool) -> None:
        theme = current()
        place = QRectF(circle.right() - _SIGN + 4, circle.top() - 4, _SIGN, _SIGN)
        painter.setPen(Qt.PenStyle.NoPen if is_own else QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("primary" if is_own else "card"))
        painter.drawEllipse(place)
        token = "on_primary" if is_own else "soft"
        draw_icon(painter, place.adjusted(3, 3, -3, -3), "check" if is_own else "close", theme.colour(token))
