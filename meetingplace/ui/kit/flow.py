"""A layout that puts widgets in lines and begins a new line when one is full."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lines of widgets, from the reading side."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        """Keep `gap` px between widgets and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something in it changes, as Qt's own layouts do
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Count what is laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give what stands at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take out what stands at a place."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take everything out and let go of the widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def invalidate(self) -> None:
        """Measure anew: something in it came, went or has another size."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that fewer px across means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Measure the lines in a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Ask for one line: whoever is given less becomes higher, and nobody plans for more height than that."""
        size = QSize(-self.spacing(), 0)
        for item in self._items:
            widget = item.widget()
            if widget is None or not widget.isHidden():
                size = QSize(size.width() + self.spacing() + item.sizeHint().width(), size.height())
                size = size.expandedTo(QSize(0, item.sizeHint().height()))
        return size.expandedTo(self.minimumSize())

    def minimumSize(self) -> QSize:
        """Be as wide as the widest, and as high as one line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, moves: bool) -> int:
        """Put each line under the one before, and all of a line on one middle; give the height."""
        around = self.parentWidget()
        is_mirrored = around is not None and around.isRightToLeft()
        top = rect.y()
        for line in self._lines(max(rect.width(), 1)):
            along, height = 0, max(size.height() for _, size in line)
            for item, size in line if moves else ():
                left = rect.right() + 1 - along - size.width() if is_mirrored else rect.x() + along
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                along += size.width() + self.spacing()
            top += height + self.spacing()
        return max(0, top - self.spacing() - rect.y())

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """Divide what is shown over lines of a width."""
        line: list[tuple[QLayoutItem, QSize]] = []
        along = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(width, 100_000))
            if widget is not None and widget.sizePolicy().hasHeightForWidth():
                size.setHeight(max(size.height(), widget.heightForWidth(size.width())))
            if line and along + size.width() > width:
                yield line
                line, along = [], 0
            line.append((item, size))
            along += size.width() + self.spacing()
        if line:
            yield line
