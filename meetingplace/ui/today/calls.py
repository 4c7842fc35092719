"""Somebody in the corner who would rather tell it: a quiet row with one press for the host who goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.shown import CallShown


class Calls(QWidget):
    """The calls that wait; without any it takes no room."""

    answered = Signal(int)

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        """Begin without calls."""
        super().__init__(parent)
        self._ = words
        self._rows = column(spacing=8)
        self.setLayout(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_calls(self, shown: Sequence[CallShown]) -> None:
        """Show these calls, the longest waiting first."""
        clear(self._rows)
        for call in shown:
            self._rows.addWidget(self._row(call))
        self.setVisible(bool(shown))

    def _row(self, call: CallShown) -> QFrame:
        made = QFrame(self)
        made.setProperty("notice", "info")
        made.setAccessibleName(f"{call.says}, {call.line}")
        going = button(self._("I am going"), "quiet", "walk", partial(self.answered.emit, call.call_id), made)
        going.setAccessibleName(f"{going.text()}: {call.says}")
        says = column(
            label(call.says, "name", made, is_wrapped=True), label(call.line, "soft", made, is_wrapped=True), spacing=0
        )
        mark = icon_mark("account-voice", "ptext", current().icon_side(24), parent=made)
        line = row(mark, spacing=14, margins=(16, 8, 12, 8))
        line.addLayout(says, 1)
        line.addWidget(going, 0, Qt.AlignmentFlag.AlignVCenter)
        made.setLayout(line)
        return made
