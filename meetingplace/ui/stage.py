"""The stage: one screen at a time, each built when somebody first goes there and kept until the shell builds anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from meetingplace.ui.doors import Door
from meetingplace.ui.kit.header import SavedSign
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings


class Stage(QStackedWidget):
    """Holds the screens that were built; `shown` gives the key of the one in sight."""

    shown = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        doors: Sequence[Door],
        help_wanted: Callable[[], None],
        fill_sign: Callable[[SavedSign], None],
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; `fill_sign` puts the acts that can be undone into the menu of the sign in the header."""
        super().__init__(parent)
        self._around = around
        self._doors = {door.key: door for door in doors}
        self._help_wanted = help_wanted
        self._fill_sign = fill_sign
        self._screens: dict[str, Screen] = {}
        self._places: tuple[tuple[int, str], ...] = ()
        self._state = (False, False, False)
        self.key = ""
        self.what: dict[str, Any] = {}

    @property
    def screen_in_sight(self) -> Screen | None:
        """Give the screen in sight."""
        return self._screens.get(self.key)

    def open(self, key: str, what: dict[str, Any]) -> None:
        """Go to a screen, perhaps for one thing of it; a door that does not exist leads nowhere."""
        if key not in self._doors:
            return
        screen = self._screens.get(key) or self._build(key)
        self.key, self.what = key, {name: value for name, value in what.items() if name not in screen.once}
        self.setCurrentWidget(screen)
        screen._is_stale = False
        screen.open(**what)
        self.shown.emit(key)

    def _build(self, key: str) -> Screen:
        screen: Screen = self._doors[key].load()(self._around)
        header = screen.header
        header.help.clicked.connect(lambda: self._help_wanted())
        header.place.show_places(self._places)
        sign = header.saved
        sign.choices.aboutToShow.connect(lambda: self._fill_sign(sign))
        self._fill_sign(sign)
        sign.show_state(*self._state)
        self._screens[key] = screen
        self.addWidget(screen)
        return screen

    def show_places(self, places: Iterable[tuple[int, str]]) -> None:
        """Show the places of the house in every header."""
        self._places = tuple(places)
        for screen in self._screens.values():
            screen.header.place.show_places(self._places)

    def show_state(self, is_saving: bool, is_busy: bool, is_away: bool) -> None:
        """Show in every header whether everything is saved (see `SavedSign`)."""
        self._state = (is_saving, is_busy, is_away)
        for screen in self._screens.values():
            screen.header.saved.show_state(*self._state)

    def tick(self) -> None:
        """Let the screen in sight follow the clock, when it shows how far the clock is."""
        screen = self.screen_in_sight
        if screen is not None and screen.follows_clock:
            screen.refresh()

    def leave(self) -> None:
        """Let go of every screen: others take their place."""
        for screen in self._screens.values():
            screen.leave()
