"""The grid: rows of a paper list, written by keyboard alone. It is handed its rows, and tells what the keys say.

Arrows move, Tab goes to the next cell, Enter to the next row, Space ticks; whatever is typed goes into the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from meetingplace.ui.arrivals.typing_in.cells import CellDelegate
from meetingplace.ui.arrivals.typing_in.shown import ColumnKind, ColumnShown, RowShown
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.theme import current

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BESIDE = 26  # px of a title beside its words
_ROW = 48  # px at 100 %


class Sheet(Protocol):
    """What takes the keys of a grid."""

    @property
    def columns(self) -> tuple[ColumnShown, ...]:
        """Give the columns of the paper."""

    @property
    def first_open(self) -> int:
        """Give the column in which a row begins."""

    def type(self, number: int, column: int, text: str) -> None:
        """Take what was typed into a cell."""

    def space(self, number: int, column: int) -> None:
        """Tick a cell."""

    def leave(self, number: int) -> None:
        """Save a row."""

    def complete(self, column: int, text: str) -> tuple[str, ...]:
        """Say which words begin so."""

    def is_end(self, number: int) -> bool:
        """Tell whether a row is the end of the sheet."""


class GridModel(QAbstractTableModel):
    """The rows that were handed over; a cell that is written tells `written`."""

    written = Signal(int, int, str)

    def __init__(self, columns: Sequence[ColumnShown], parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[RowShown, ...] = ()

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show these rows; new ones stand under the others, and a cell in which somebody types stays open."""
        before, common = self.rows, min(len(rows), len(self.rows))
        if len(rows) < len(before):
            self.beginRemoveRows(_NOWHERE, len(rows), len(before) - 1)
            self.rows = rows
            self.endRemoveRows()
        elif len(rows) > len(before):
            self.beginInsertRows(_NOWHERE, len(before), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        for number in range(common):
            if before[number] != rows[number]:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the text of a cell, and its row for whoever draws it."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                filter(None, (row.cells[0], self.columns[index.column()].title, row.cells[index.column()]))
            )
        return row if role == Qt.ItemDataRole.UserRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written."""
        self.written.emit(index.row(), index.column(), str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the title of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            is_ticks = self.columns[section].kind is ColumnKind.TICKS
            side = Qt.AlignmentFlag.AlignHCenter if is_ticks else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if orientation == Qt.Orientation.Horizontal else str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be written, but not labels, and not names that are known."""
        kind = self.columns[index.column()].kind
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_fixed = index.column() == 0 and self.rows[index.row()].is_fixed
        if kind in (ColumnKind.LABEL, ColumnKind.STATE, ColumnKind.TICKS) or is_fixed:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable


class Grid(QTableView):
    """The table of a sheet."""

    ended = Signal()  # Enter on the blank row at the end

    def __init__(self, sheet: Sheet, name: str, parent: QWidget) -> None:
        """Begin empty; `name` is read aloud."""
        super().__init__(parent)
        self._sheet = sheet
        self._model = GridModel(sheet.columns, self)
        self._delegate = CellDelegate(self, sheet.columns, sheet.complete)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().setDefaultSectionSize(current().height(_ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for at, column in enumerate(sheet.columns):
            title = current().metrics(15).horizontalAdvance(column.title) + _BESIDE
            head.resizeSection(at, max(current().px(column.width), title))
        head.setStretchLastSection(True)
        self._model.written.connect(sheet.type)
        self._delegate.closeEditor.connect(self._closed)
        self._delegate.went_on.connect(self.go_on)
        self._delegate.went_beside.connect(self._go_beside)

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Show these rows; at first the keyboard stands in the first one."""
        self._model.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, self._sheet.first_open))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save the row when the keyboard goes elsewhere, not into an open cell of it."""
        super().focusOutEvent(event)
        if self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid():
            self._sheet.leave(self.currentIndex().row())

    def leave_row(self) -> None:
        """Take what is being typed, and save the row."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()  # the open cell is written when it loses the keyboard
        if self.currentIndex().isValid():
            self._sheet.leave(self.currentIndex().row())

    def go_on(self) -> None:
        """Save the row and go to the next one; from the end, tell that it is the end."""
        number = self.currentIndex().row()
        if number < 0:
            return
        is_end = self._sheet.is_end(number)
        self._sheet.leave(number)
        if is_end:
            self.ended.emit()
        else:
            self.setCurrentIndex(self._model.index(number + 1, self._sheet.first_open))

    def currentChanged(self, current_index: Index, previous: Index) -> None:
        """Save a row that is left."""
        super().currentChanged(current_index, previous)
        if previous.isValid() and previous.row() != current_index.row():
            self._sheet.leave(previous.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, beside, tick, empty; digits into boxes; other letters open the cell."""
        index, key = self.currentIndex(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_on()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_beside(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Space and index.isValid():
            self._sheet.space(index.row(), index.column())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._is_open(index):
            self._sheet.type(index.row(), index.column(), "")
        elif self._kind(index) is ColumnKind.TICKS and event.text() in tuple("0123456789"):
            self._sheet.type(index.row(), index.column(), event.text().replace("0", ""))
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Keep Tab in the grid, up to its ends."""
        self._go_beside(1 if is_next else -1)
        return True

    def _go_beside(self, step: int) -> None:
        """Go to the next cell that can be written, from the last one of a row to the next row."""
        last = len(self._sheet.columns) - 1
        number, column = self.currentIndex().row(), self.currentIndex().column() + step
        if column >= last:
            number, column = number + 1, self._sheet.first_open
        elif column < self._sheet.first_open:
            number, column = number - 1, last - 1
        if 0 <= number < self._model.rowCount():
            self.setCurrentIndex(self._model.index(number, column))
        else:
            self.leave_row()
            self._leave_by_tab(step)

    def _leave_by_tab(self, step: int) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, Panel):
            around = around.parentWidget()
        if around is not None:
            around.focusNextPrevChild(step > 0)

    def _closed(self, editor: QWidget, _hint: object) -> None:
        if not (self.hasFocus() or editor.hasFocus()) and self.currentIndex().isValid():
            self._sheet.leave(self.currentIndex().row())  # somebody went elsewhere with the mouse

    def _kind(self, index: Index) -> ColumnKind | None:
        return self._sheet.columns[index.column()].kind if index.isValid() else None

    def _is_open(self, index: Index) -> bool:
        is_ticks = self._kind(index) is ColumnKind.TICKS
        return index.isValid() and (is_ticks or bool(self._model.flags(index) & Qt.ItemFlag.ItemIsEditable))
