"""The line that says what is shown only, over a list or board that leaves something out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label


class FilterLine(QFrame):
    """Says what is shown only, with one press to show everything again."""

    cleared = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "info")
        self._says = label("", "strong", self, is_wrapped=True)
        self.everything = button(words("Show everything"), "text", "close", self.cleared.emit, self)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 2, 6, 2)
        box.addWidget(self._says, 1)
        box.addWidget(self.everything)
        self.hide()

    def say(self, words: str) -> None:
        """Say what is shown only; empty: everything is."""
        self._says.setText(words)
        self.setVisible(bool(words))
