"""Which guarded windows there are, how a host enters one, and that no restart leads out of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from meetingplace.services import guard
from meetingplace.ui.guarded.first_pin import FirstPinPanel
from meetingplace.ui.guarded.window import GuardedWindow
from meetingplace.ui.kit.surroundings import Surroundings

# what can be guarded, each in a folder of its own
_SCREENS = {"sign_in": "SignInScreen", "parents_corner": "CornerScreen"}


class Guarding(QObject):
    """Keeps the guarded window of this PC, while there is one; a PC that was left in it begins in it again."""

    def __init__(self, work_window: QWidget) -> None:
        """Take the window in which hosts work."""
        super().__init__(work_window)
        self._work_window = work_window
        self.window: GuardedWindow | None = None
        self._open: Callable[[], None] = lambda: None
        self._around: Surroundings | None = None

    @staticmethod
    def knows(name: str) -> bool:
        """Tell whether there is such a window."""
        return name in _SCREENS

    def enter(self, around: Surroundings, key: str, what: dict[str, Any]) -> None:
        """Open a guarded window; where nobody has a PIN, ask for one first."""
        self._around = around
        self._open = lambda: self._enter(around, key, what)
        around.work.ask(guard.has_key, then=self._go_in, slot="guard")

    def enter_again(self, around: Surroundings) -> bool:
        """Open the window in which this PC was left, before anything else is seen, and tell whether it was in one."""
        key = around.settings.current.guarded
        if not self.knows(key):
            return False
        self._around = around
        self._open = lambda: self._enter(around, key, {})
        self._open()
        around.work.ask(guard.has_key, then=self._stay_in, slot="guard")
        return True

    def end(self) -> None:
        """Guard no more: the house is closed."""
        window, self.window = self.window, None
        if window:
            window.release()
            window.close()
            window.deleteLater()

    def _go_in(self, has_key: bool) -> None:
        around = self._around
        if around is None:
            return
        host = around.host()
        if has_key:
            self._open()
        elif host is None:
            around.say(around.words("You have no PIN yet. Set one under House, Team."))
        else:
            FirstPinPanel(around, self._work_window, host, self._open)

    def _stay_in(self, has_key: bool) -> None:
        if not has_key and self.window:  # nobody could leave it again
            self.window.let_go()
            self._go_in(False)

    def _enter(self, around: Surroundings, key: str, what: dict[str, Any]) -> None:
        if self.window:
            return
        screen: Any = getattr(importlib.import_module(f"meetingplace.ui.{key}.screen"), _SCREENS[key])
        self.window = GuardedWindow(around, screen(around, **what))
        self.window.left.connect(self._left)
        around.settings.change(guarded=key)
        self.window.guard()

    def _left(self) -> None:
        window, self.window = self.window, None
        if window:
            window.deleteLater()
        if self._around:
            self._around.settings.change(guarded="")
        self._work_window.show()
        self._work_window.activateWindow()
