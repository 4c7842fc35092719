"""A table that is given its rows and never asks: columns with a text of each row, one row to open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_BESIDE = 2 * (8 + 3)  # px of a cell beside its words: the padding of the style, and Qt's own
_NARROWEST = 88  # px of a column at 100 %: a usual word is never cut, a narrow window scrolls sideways
_OVER = 8  # px over and under several lines
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, the text of a row in it, and whether it holds figures (set to the right)."""

    title: str
    text: Callable[[Row], str]
    is_figure: bool = False
    stretches: bool = False


class RowsModel(QAbstractTableModel):
    """The rows that were handed over."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._columns = list(columns)
        self._rows: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> Any:
        """Give a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the text of a cell and how it is set."""
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(column.text(self._rows[index.row()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the title of a column, set like its cells."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._aligned(self._columns[section])
        return None

    @staticmethod
    def _aligned(column: Column[Any]) -> int:
        side = Qt.AlignmentFlag.AlignTrailing if column.is_figure else Qt.AlignmentFlag.AlignLeading
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class Table(QTableView):
    """Rows of 48 px, higher where words need more lines: nothing is cut. Enter, Space or a tap opens a row."""

    opened = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        """Begin empty; `name` is read aloud."""
        super().__init__(parent)
        self._rows = RowsModel(columns, self)
        self._stretching = [(at, column) for at, column in enumerate(columns) if column.stretches]
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().height(48))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(current().px(_NARROWEST))
        for at, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretches else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(at, mode)
        head.sectionResized.connect(lambda _at, _before, _now: self._fitting.start())
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead of those that were there."""
        self._rows.show_rows(rows)
        self._fitting.start()

    def _fit(self) -> None:
        """Measure whole only those rows whose words do not fit on one line: a list may be long."""
        metrics, usual = current().metrics(15), current().height(48)
        rooms = [(max(1, self.columnWidth(at) - _BESIDE), column.text) for at, column in self._stretching]
        for number in range(self.count):
            row, height = self._rows.row(number), usual
            for room, text_of in rooms:
                if metrics.horizontalAdvance(text_of(row)) > room:
                    words = metrics.boundingRect(0, 0, room, 10_000, _WRAP, breakable(text_of(row)))
                    height = max(height, words.height() + 2 * _OVER)
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)

    @property
    def count(self) -> int:
        """Count the rows."""
        return self._rows.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self._rows.row(index.row()))
