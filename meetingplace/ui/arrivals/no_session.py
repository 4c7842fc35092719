"""What the desk shows on a day without a session at the place in view: the first steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import NoSessionShown
from meetingplace.ui.arrivals.tiles import HALF
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import EmptyState
from meetingplace.ui.kit.layouts import clear, column


class NoSession(QWidget):
    """Plan a session, or open one of another place."""

    plan_wanted = Signal()
    chosen = Signal(int)

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words
        self._steps = column(spacing=12, margins=(HALF, 0, 0, 0))
        self.setLayout(self._steps)
        self.hide()

    def show_steps(self, shown: NoSessionShown) -> None:
        """Show why there is no desk, and what can be done."""
        clear(self._steps)
        plan = EmptyState(shown.title, shown.sentence, self._("Plan a session"), self.plan_wanted.emit, self)
        self._steps.addWidget(plan)
        for session_id, words in shown.sessions:
            go = button(words, "quiet", "door-open", partial(self.chosen.emit, session_id), self)
            self._steps.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()
