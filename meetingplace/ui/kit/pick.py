"""One choice of several, as buttons that wrap when they must: a theme, a colour mood, a role."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from meetingplace.ui.kit.layouts import Flow
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current

GAP = 8  # px that an icon before words keeps free after itself


class Pick(Flow):
    """Buttons of which exactly one stays down; Tab comes to that one, arrows choose the next."""

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
            part = QPushButton(on_button(word) if has_words else "", self)
            part.setCheckable(True)
            part.setMinimumHeight(current().height(44))
            part.setAccessibleName(word)
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            if make_icon:
                part.setIcon(make_icon(value))
                part.setIconSize(QSize(side + (GAP if has_words else 0), side))
            if not has_words:
                part.setToolTip(word)
                part.setProperty("square", True)
            part.clicked.connect(lambda _on=False, value=value: self._press(value))
            self._group.addButton(part)
            self._parts.append((value, part))
            self.flow.addWidget(part)
        self.choose(on)

    @property
    def on(self) -> object:
        """Give the value that is on; None when nothing is."""
        return next((value for value, part in self._parts if part.isChecked()), None)

    def choose(self, value: object) -> None:
        """Put a value on, without telling anybody."""
        for each, part in self._parts:
            if each == value:
                part.setChecked(True)

        self._let_tab_come_to_the_chosen()

    def _press(self, value: object) -> None:
        self._let_tab_come_to_the_chosen()
        self.chosen.emit(value)

    def _let_tab_come_to_the_chosen(self) -> None:
        is_any_on = self._group.checkedButton() is not None
        for _value, part in self._parts:
            takes_tab = part.isChecked() or not is_any_on
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_tab else Qt.FocusPolicy.ClickFocus)

    def button(self, value: object) -> QPushButton:
        """Give the button of a value."""
        return next(part for each, part in self._parts if each == value)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Give the keyboard to the one that is on."""
        next((part for _value, part in self._parts if part.isChecked()), self._parts[0][1]).setFocus(reason)
