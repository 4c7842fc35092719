"""Which session the desk shows: a menu beside the title, when there is more than one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import DeskShown
from meetingplace.ui.kit.buttons import MenuButton
from meetingplace.ui.kit.text import on_button


class SessionChoice(MenuButton):
    """The session in view with the others in its menu; `chosen` gives the one that is wanted."""

    chosen = Signal(int)

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(name=words("Choose the session"), parent=parent)
        self._ = words

    def show_desk(self, shown: DeskShown) -> None:
        """Show the session in view; without another one it is not needed."""
        self.setVisible(bool(shown.sessions))
        self.setText(on_button(shown.line))
        self.setAccessibleName(self._("Choose the session: {session}", session=shown.line))
        self.choices.clear()
        for session_id, words in shown.sessions:
            action = QAction(on_button(words), self.choices)
            action.setCheckable(True)
            action.setChecked(session_id == shown.session_id)
            action.triggered.connect(partial(self._choose, session_id))
            self.choices.addAction(action)

    def _choose(self, session_id: int, _is_on: bool = False) -> None:
        self.chosen.emit(session_id)
