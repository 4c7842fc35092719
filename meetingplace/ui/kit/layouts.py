"""Layouts that the kit adds to Qt's: flowing rows, spacing rows and columns in one line, scroll areas, rules."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.flow import Flow as FlowLayout


def row(
    *parts: QWidget | QLayout | int | None, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Put parts side by side; a number is empty space, None stretches."""
    made = QHBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def column(
    *parts: QWidget | QLayout | int | None, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Put parts under each other; a number is empty space, None stretches."""
    made = QVBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def _fill(
    box: QHBoxLayout | QVBoxLayout,
    parts: tuple[QWidget | QLayout | int | None, ...],
    spacing: int,
    margins: tuple[int, ...],
) -> None:
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


def in_reading_order(part: QWidget | QLayout) -> Iterator[QWidget]:
    """Go through a part and all that it is built of, as one reads it: in the order of its layouts."""
    if isinstance(part, QWidget):
        yield part
        inside = part.widget() if isinstance(part, QScrollArea) else part.layout()
        if inside is not None:
            yield from in_reading_order(inside)
        return
    for item in (part.itemAt(at) for at in range(part.count())):
        inner = (item.widget() or item.layout()) if item is not None else None
        if inner is not None:
            yield from in_reading_order(inner)


def let_tab_read(part: QWidget) -> None:
    """Let Tab go through a part as one reads it; to be said again when something in it was built anew."""
    before: QWidget | None = None
    for each in in_reading_order(part):
        if each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            if before is not None:
                QWidget.setTabOrder(before, each)
            before = each


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
