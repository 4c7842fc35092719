"""The toast: says what was done in a lane of its own over the bottom, with Undo; it stays ten seconds and is read aloud."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QPushButton, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current

STAYS = 12_000  # ms; never less than ten seconds


class Toast(QFrame):
    """One sentence at a time; a new one takes the place of the old."""

    def __init__(self, undo_word: str, close_word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("toast", True)
        theme = current()
        self._undo: Callable[[], object] | None = None
        self._act: Callable[[], object] | None = None
        self._mark = icon_mark("check-circle-outline", "on_toast", 26, parent=self)
        self._text = label("", parent=self, is_wrapped=True)
        self._act_button = QPushButton("", self)
        self._act_button.clicked.connect(self._do_act)
        self._undo_button = QPushButton(undo_word, self)
        self._undo_button.setIcon(icon("undo", theme.tokens.toast_act, 22))
        self._undo_button.setAccessibleName(undo_word)
        self._undo_button.clicked.connect(self._take_back)
        close = button("", "quiet", "close", self.hide, self, tip=close_word)
        close.setIcon(icon("close", theme.tokens.on_toast, 22))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 8, 6)
        row.setSpacing(14)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._act_button)
        row.addWidget(self._undo_button)
        row.addWidget(close)
        self.setMinimumHeight(56)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=14, xOffset=0, yOffset=4)
        ink = QColor(theme.tokens.ink)
        ink.setAlphaF(0.22)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        act_word: str = "",
        act: Callable[[], object] | None = None,
        is_refusal: bool = False,
    ) -> None:
        """Say a sentence, perhaps with Undo and one more act."""
        self._undo, self._act = undo, act
        self._text.setText(text)
        self._undo_button.setVisible(undo is not None)
        self._act_button.setText(act_word)
        self._act_button.setAccessibleName(act_word)
        self._act_button.setVisible(act is not None)
        self._mark.setVisible(not is_refusal)
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """Give the sentence that was said last."""
        return self._text.text()

    def place(self) -> None:
        """Lie over the bottom of the parent, its own lane."""
        around = self.parentWidget().rect()
        width = min(around.width() - 48, max(560, round(around.width() * 0.67)))
        self.setFixedWidth(width)
        height = max(56, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        self.setGeometry(24, around.height() - height - 32, width, height)

    def _take_back(self) -> None:
        self.hide()
        if self._undo:
            self._undo()

    def _do_act(self) -> None:
        self.hide()
        if self._act:
            self._act()
