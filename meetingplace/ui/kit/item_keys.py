"""Keys and ring of lists that draw their own items: arrows move, Space and Enter choose, a finger needs no ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # it stands before a Qt view among the bases of a list: `class Tiles(ItemKeys, QListView)`

Index = QModelIndex | QPersistentModelIndex


class ItemKeys(_View):
    """The keyboard in a list of items; the list says what `choose` does, and asks `has_ring` while it paints."""

    _is_by_keyboard = False

    def choose(self, index: Index) -> None:
        """Choose an item, by a key or by a tap; the index may be invalid. Each list says what that means."""

    def has_ring(self, index: Index) -> bool:
        """Tell whether the ring stands round this item."""
        return self._is_by_keyboard and self.hasFocus() and self.currentIndex() == index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; Space and Enter choose; Esc is for what lies around the list."""
        self._is_by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away."""
        self._is_by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first item when the keyboard comes in."""
        self._is_by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        first = self.model().index(0, 0)
        if self._is_by_keyboard and not self.currentIndex().isValid() and first.isValid():
            self.setCurrentIndex(first)
        super().focusInEvent(event)
