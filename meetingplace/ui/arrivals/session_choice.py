"""Which session the desk shows: a menu beside the title, when there is more than one, and keys to the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import DeskShown
from meetingplace.ui.kit.buttons import MenuButton
from meetingplace.ui.kit.text import on_button

_ON_SCREEN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class SessionChoice(MenuButton):
    """The session in view with the others in its menu; `chosen` gives the one that is wanted."""

    chosen = Signal(int)

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(name=words("Choose the session"), parent=parent)
        self._ = words
        self._shown: DeskShown | None = None
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), parent, partial(self._go, step), context=_ON_SCREEN)

    def show_desk(self, shown: DeskShown) -> None:
        """Show the session in view; without another one it is not needed."""
        before, self._shown = self._shown, shown
        self.setVisible(bool(shown.sessions))
        if before and _choice(before) == _choice(shown):
            return  # a tap on a tile builds no menu anew
        self.setText(on_button(shown.line))
        self.setAccessibleName(self._("Choose the session: {session}", session=shown.line))
        self.choices.clear()
        for session_id, words in shown.sessions:
            action = QAction(on_button(words), self.choices)
            action.setCheckable(True)
            action.setChecked(session_id == shown.session_id)
            action.triggered.connect(partial(self._choose, session_id))
            self.choices.addAction(action)

    def _go(self, step: int) -> None:
        """Go to the session after this one in the list, or before; after the last comes the first."""
        ids = [session_id for session_id, _words in self._shown.sessions] if self._shown else []
        if self._shown and ids:
            at = ids.index(self._shown.session_id) if self._shown.session_id in ids else -max(0, step)
            self.chosen.emit(ids[(at + step) % len(ids)])

    def _choose(self, session_id: int, _is_on: bool = False) -> None:
        self.chosen.emit(session_id)


def _choice(shown: DeskShown) -> tuple[object, ...]:
    return shown.session_id, shown.line, shown.sessions
