"""The menu of a session among the hours: what the hand does, in words, with the keys that do it too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.planning.hours.body import HoursBody


def show_menu(_: Translator, body: HoursBody, session_id: int, at: QPoint, act: Callable[[str], None]) -> QMenu:
    """Open the menu at a point of the screen; `act` does what a button of the details does."""
    block = body.blocks[session_id]
    menu = QMenu(body)
    if block.shown.state is SessionState.PLANNED:
        _add(menu, _("Change"), "Return", lambda: act("change"))
    _add(menu, _("Copy"), "Ctrl+D", lambda: act("copy"))
    if block.shown.may_move:
        menu.addSeparator()
        _add(menu, _("A quarter earlier"), "Alt+Up", lambda: body.nudge(block, 0, -1))
        _add(menu, _("A quarter later"), "Alt+Down", lambda: body.nudge(block, 0, 1))
        _add(menu, _("One column to the left"), "Alt+Left", lambda: body.nudge(block, -1, 0))
        _add(menu, _("One column to the right"), "Alt+Right", lambda: body.nudge(block, 1, 0))
        _add(menu, _("A quarter longer"), "Alt+Shift+Down", lambda: body.stretch(block, 1))
        _add(menu, _("A quarter shorter"), "Alt+Shift+Up", lambda: body.stretch(block, -1))
        menu.addSeparator()
        _add(menu, _("Does not go on…"), "Del", lambda: act("cancel"))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu


def _add(menu: QMenu, word: str, keys: str, run: Callable[[], None]) -> None:
    action = QAction(word, menu)
    action.setShortcut(keys)  # said beside the word; the hours themselves listen to the keys
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(run)
    menu.addAction(action)
