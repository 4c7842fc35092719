"""What each shortcut does. While a panel or the lock is in sight, only a few still work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.rail import Rail
from meetingplace.ui.shortcuts import shortcuts
from meetingplace.ui.stage import Stage

_ALWAYS = {"full_screen", "lock"}
_BACK = {"undo", "redo"}


class Shell(Protocol):
    """What the keys reach."""

    words: Translator
    rail: Rail
    stage: Stage

    @property
    def is_locked(self) -> bool:
        """Tell whether the lock is in sight."""

    def go(self, name: str) -> None:
        """Open a screen."""

    def toggle_help(self) -> None:
        """Open the help of this screen, or close it."""

    def undo(self) -> None:
        """Take the last act back."""

    def redo(self) -> None:
        """Do again what was undone."""

    def lock_window(self) -> None:
        """Lock the window."""


def bind(window: QMainWindow, shell: Shell, doors: int) -> None:
    """Bind the shortcuts of a window with so many doors."""
    for shortcut in shortcuts(shell.words, doors):
        bound = QShortcut(QKeySequence(shortcut.keys), window)
        bound.setContext(Qt.ShortcutContext.WindowShortcut)
        bound.activated.connect(partial(_press, window, shell, shortcut.act))


def _press(window: QMainWindow, shell: Shell, act: str) -> None:
    if shell.is_locked and act != "full_screen":
        return
    over = [panel for panel in window.findChildren(Panel) if panel.isVisible()]
    works = _ALWAYS | (_BACK if all(panel.saves_at_once for panel in over) else set())
    if over and act not in works:
        return
    if act.startswith("door "):
        shell.go(shell.rail.keys[int(act.removeprefix("door ")) - 1])
        return
    _acts(window, shell)[act]()


def _acts(window: QMainWindow, shell: Shell) -> dict[str, Callable[[], object]]:
    return {
        "help": shell.toggle_help,
        "full_screen": lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
        "search": lambda: _search(shell),
        "primary": lambda: _primary(shell),
        "print": lambda: _print(shell),
        "undo": shell.undo,
        "redo": shell.redo,
        "lock": shell.lock_window,
    }


def _search(shell: Shell) -> None:
    screen = shell.stage.screen_in_sight
    if screen is not None and screen.search is not None:
        screen.search.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _primary(shell: Shell) -> None:
    screen = shell.stage.screen_in_sight
    if screen is not None and screen.primary is not None and screen.primary.isEnabled():
        screen.primary.click()


def _print(shell: Shell) -> None:
    screen = shell.stage.screen_in_sight
    if screen is not None and screen.print_act is not None:
        QApplication.processEvents()  # what is typed is in before it is printed
        screen.print_act()
