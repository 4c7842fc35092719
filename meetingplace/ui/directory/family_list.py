"""The list of families: round picture, nickname, languages, ages, last visit. A tap, Space or Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meetingplace.ui.directory.shown import RowShown
from meetingplace.ui.kit.focus import ROOM, draw_ring
from meetingplace.ui.kit.item_keys import Index, ItemKeys
from meetingplace.ui.kit.marks import paint_picture
from meetingplace.ui.kit.tables import Column, RowsModel
from meetingplace.ui.kit.theme import current

_PICTURE, _SIDE, _GAP = 46, 14, 14  # px
_LEAST_HEIGHT = 76
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeading)
_TO_THE_END = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTrailing)


class FamilyList(ItemKeys, QListView):
    """One page of families; `opened` gives the id of the one to open."""

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; `name` is read aloud."""
        super().__init__(parent)
        self._rows = RowsModel([Column("", lambda row: row.spoken)], self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._open_id: int | None = None
        self.clicked.connect(self.choose)

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show these families; the keyboard stays on the family where it was."""
        at = self.currentIndex()
        held = self.row(at).family_id if at.isValid() else None
        self._rows.show_rows(rows)
        kept = next((number for number, row in enumerate(rows) if row.family_id == held), None)
        if kept is not None:
            self.setCurrentIndex(self._rows.index(kept, 0))

    def show_open(self, family_id: int | None) -> None:
        """Mark the family whose page is open."""
        self._open_id = family_id
        self.viewport().update()

    def row(self, index: Index) -> RowShown:
        """Give the family at an index."""
        row: RowShown = self._rows.row(index.row())
        return row

    def is_open(self, index: Index) -> bool:
        """Tell whether the page of this family is open."""
        return self.row(index).family_id == self._open_id

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew: in another width their words wrap elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def choose(self, index: Index) -> None:
        """Open one."""
        if index.isValid():
            self.opened.emit(self.row(index).family_id)


class _RowDelegate(QStyledItemDelegate):
    """Paints a family: the open one tinted, the one with the keyboard in a ring; a hairline between two."""

    def __init__(self, families: FamilyList) -> None:
        super().__init__(families)
        self._families = families

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the words need: a name is never cut."""
        width = self._families.viewport().width()
        left, right = _Words(self._families.row(index), width).heights
        return QSize(width, max(_LEAST_HEIGHT, left + 24, right + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one family."""
        theme = current()
        row = self._families.row(index)
        box = QRectF(option.rect).adjusted(ROOM, ROOM - 1, -ROOM, -ROOM)
        is_open = self._families.is_open(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not is_open and index.row():
            painter.fillRect(
                QRect(option.rect.left() + ROOM, option.rect.top(), int(box.width()), 1), theme.colour("line")
            )
        if is_open or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("primary"), 2) if is_open else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ptint" if is_open else "column"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
        middle = box.center().y() - _PICTURE / 2
        is_mirrored = self._families.isRightToLeft()
        along = box.right() - _SIDE - _PICTURE if is_mirrored else box.left() + _SIDE
        paint_picture(painter, QRectF(along, middle, _PICTURE, _PICTURE), row.picture)
        _Words(row, option.rect.width()).paint(painter, option.rect, is_open)
        painter.restore()
        if self._families.has_ring(index):
            draw_ring(painter, box.adjusted(1, 1, -1, -1), 10, theme.colour("focus"), theme.ring)


class _Words:
    """The words of a row: nickname over languages, and at the end ages under the last visit."""

    def __init__(self, row: RowShown, width: int) -> None:
        theme = current()
        self._row = row
        small = theme.metrics(13)
        self._before = ROOM + _SIDE + _PICTURE + _GAP
        whole = max(120, width - self._before - _SIDE - ROOM)
        asked = max(small.horizontalAdvance(text) for text in (row.last_visit, row.ages)) + 2
        self._end = min(asked, whole // 2)
        self._start = whole - self._end - 12
        self._name = theme.metrics(17, 600).boundingRect(0, 0, self._start, 10_000, _WRAP, row.nickname).height()
        self._languages = self._height(14, self._start, row.languages)
        self._last = self._height(13, self._end, row.last_visit)
        self._ages = self._height(14, self._end, row.ages)

    @staticmethod
    def _height(size: int, width: int, text: str) -> int:
        return current().metrics(size).boundingRect(0, 0, width, 10_000, _WRAP, text).height() if text else 0

    @property
    def heights(self) -> tuple[int, int]:
        """Give the heights at the beginning and at the end of the row."""
        return self._name + self._languages, self._last + self._ages

    def paint(self, painter: QPainter, place: QRect, is_open: bool) -> None:
        """Paint the words into a row; on a tint they are ink."""
        theme = current()
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = self.heights
        soft = theme.colour("ptext" if is_open else "soft")
        start = place.left() + (place.width() - self._before - self._start if is_mirrored else self._before)
        end = place.left() + (ROOM + _SIDE if is_mirrored else place.width() - ROOM - _SIDE - self._end)
        top = place.top() + (place.height() - left) // 2
        painter.setPen(theme.colour("ptext" if is_open else "ink"))
        painter.setFont(theme.font(17, 600))
        painter.drawText(QRect(start, top, self._start, self._name + 2), _WRAP, self._row.nickname)
        painter.setPen(soft)
        painter.setFont(theme.font(14))
        painter.drawText(QRect(start, top + self._name, self._start, self._languages + 2), _WRAP, self._row.languages)
        top = place.top() + (place.height() - right) // 2
        painter.drawText(QRect(end, top, self._end, self._ages + 2), _TO_THE_END, self._row.ages)
        painter.setFont(theme.font(13))
        painter.drawText(QRect(end, top + self._ages, self._end, self._last + 2), _TO_THE_END, self._row.last_visit)
