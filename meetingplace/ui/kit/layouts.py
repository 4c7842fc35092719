"""Layouts that the kit adds to Qt's: flowing rows, spacing rows and columns in one line, scroll areas, rules."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def row(*parts: QWidget | QLayout | int | None, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Put parts side by side; a number is empty space, None stretches."""
    made = QHBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def column(*parts: QWidget | QLayout | int | None, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Put parts under each other; a number is empty space, None stretches."""
    made = QVBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def _fill(box: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], spacing: int, margins: tuple[int, ...]) -> None:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def rule(parent: QWidget | None = None) -> QFrame:
    """Make a hairline."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    return line


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Make a part that scrolls up and down, by finger too."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area


class FlowLayout(QLayout):
    """Parts side by side that go on in the next row when the row is full."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part."""
        self._items.append(item)

    def count(self) -> int:
        """Count the parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give a part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that a width needs."""
        return self._arrange(QRect(0, 0, width, 0), is_try=True)

    def setGeometry(self, place: QRect) -> None:
        """Put the parts in their places."""
        super().setGeometry(place)
        self._arrange(place, is_try=False)

    def sizeHint(self) -> QSize:
        """Give the smallest useful size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give the size of the largest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, place: QRect, is_try: bool) -> int:
        x, y, line_height = place.x(), place.y(), 0
        is_mirrored = self.parentWidget() is not None and self.parentWidget().isRightToLeft()
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(place.width(), 1), 10_000))
            if widget is not None and widget.sizePolicy().hasHeightForWidth():
                size.setHeight(max(size.height(), widget.heightForWidth(size.width())))
            if x > place.x() and x + size.width() > place.right() + 1:
                x, y, line_height = place.x(), y + line_height + self._gap, 0
            if not is_try:
                left = place.right() + 1 - (x - place.x()) - size.width() if is_mirrored else x
                item.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + self._gap
            line_height = max(line_height, size.height())
        return y + line_height - place.y()


class Flow(QWidget):
    """A widget whose parts flow."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def replace(self, parts: list[QWidget]) -> None:
        """Show these parts instead of those that were there."""
        clear(self.flow)
        for part in parts:
            self.flow.addWidget(part)
        self.updateGeometry()
