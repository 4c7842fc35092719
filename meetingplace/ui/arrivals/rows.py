"""Item models of the desk: handed rows, they never ask. Each item says its spoken name to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meetingplace.ui.arrivals.shown import PillShown, TileShown
from meetingplace.ui.kit.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
Row = TileShown | PillShown
ROW = Qt.ItemDataRole.UserRole


class Rows(QAbstractListModel):
    """Tiles or pills in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Take new rows; when the same people stay in the same order, only what changed is painted again."""
        new = tuple(rows)
        if [_id(row) for row in new] == [_id(row) for row in self._rows]:
            changed = [number for number, row in enumerate(new) if row != self._rows[number]]
            self._rows = new
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the row itself, its name, or what is said aloud."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.spoken)
        return None


def _id(row: Row) -> int:
    return row.family_id if isinstance(row, TileShown) else row.visit_id
