"""One choice of several, as buttons that wrap when they must: a theme, a colour mood, a role."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.theme import current

GAP = 8  # px that an icon before words keeps free after itself


class Pick(Flow):
    """Buttons of which exactly one stays down; arrows go from one to the next."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]],
        on: object,
        make_icon: Callable[[object], QIcon] | None = None,
        parent: QWidget | None = None,
        has_words: bool = True,
    ) -> None:
        """Take (value, word) pairs and the value that is on; without words, `make_icon` shows and the word is said."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._parts: list[tuple[object, QPushButton]] = []
        side = current().icon_side(24)
        for value, word in choices:
            part = QPushButton(word if has_words else "", self)
            part.setCheckable(True)
            part.setChecked(value == on)
            part.setMinimumHeight(current().height(44))
            part.setAccessibleName(word)
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            if make_icon:
                part.setIcon(make_icon(value))
                part.setIconSize(QSize(side + (GAP if has_words else 0), side))
            if not has_words:
                part.setToolTip(word)
                part.setProperty("square", True)
            part.clicked.connect(lambda _on=False, value=value: self.chosen.emit(value))
            self._group.addButton(part)
            self._parts.append((value, part))
            self.flow.addWidget(part)

    @property
    def on(self) -> object:
        """Give the value that is on; None when nothing is."""
        return next((value for value, part in self._parts if part.isChecked()), None)

    def choose(self, value: object) -> None:
        """Put a value on, without telling anybody."""
        for each, part in self._parts:
            if each == value:
                part.setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Give the button of a value."""
        return next(part for each, part in self._parts if each == value)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Give the keyboard to the one that is on."""
        next((part for _value, part in self._parts if part.isChecked()), self._parts[0][1]).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows choose the next one, as in every group of one choice."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        at = next((number for number, (_value, part) in enumerate(self._parts) if part.hasFocus()), None)
        if at is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        part = self._parts[(at + steps[Qt.Key(event.key())]) % len(self._parts)][1]
        part.setFocus(Qt.FocusReason.TabFocusReason)
