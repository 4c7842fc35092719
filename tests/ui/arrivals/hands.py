"""A window with the desk in it, and the hands that press and type: for every test of the desk through the window."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from meetingplace.services.desk import Presence
from meetingplace.ui.arrivals.screen import ArrivalsScreen
from meetingplace.ui.arrivals.tiles import People
from meetingplace.ui.doors import DOORS
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import InlineWork
from meetingplace.ui.shell import Shell

NOW = datetime(2026, 10, 27, 10, 5)
SHAPES = ("moon-waning-crescent", "snail", "owl", "koala", "tram", "bee", "panda")


class Desk:
    """A window with its desk, and hands."""

    def __init__(self, door: SettingsDoor) -> None:
        self.shell = Shell(
            door, InlineWork, lambda: NOW, doors=[one for one in DOORS if one.key in ("today", "arrivals")]
        )
        self.shell.resize(1366, 768)
        self.shell.show()
        self.shell.activateWindow()
        self.shell.go("arrivals")
        QTest.qWait(1)

    @property
    def screen(self) -> ArrivalsScreen:
        return cast(ArrivalsScreen, self.shell.stage.screen_in_sight)

    @property
    def panel(self) -> Any:
        return next((panel for panel in reversed(self.shell.findChildren(Panel)) if panel.isVisible()), None)

    def click(self, people: People, row: int) -> None:
        index = people.rows.index(row)
        people.scrollTo(index)
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualRect(index).center())

    def tap(self, name: str) -> None:
        tiles = self.screen.wall.tiles
        self.click(tiles, [tile.name for tile in self.tiles].index(name))

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press a button that says these words, or choose them in a menu that opens."""
        QApplication.processEvents()  # what was made a moment ago is shown now
        part = within or self.panel or self.shell
        buttons = [one for one in part.findChildren(QPushButton) if one.isVisible()]
        found = [one for one in buttons if words in (one.text(), one.accessibleName())]
        offered = [act for one in buttons if one.menu() for act in one.menu().actions() if act.isVisible()]
        chosen = [act for act in offered if words == act.text()]
        assert found or chosen, [one.accessibleName() for one in buttons]
        if found:
            QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        else:
            chosen[0].trigger()

    def keys(self, letters: str = "", key: Qt.Key | None = None, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        at = QApplication.focusWidget()
        assert at is not None
        if letters:
            QTest.keyClicks(at, letters)
        if key is not None:
            QTest.keyClick(QApplication.focusWidget() or at, key, held)

    @property
    def tiles(self) -> Any:
        return self.screen.wall.tiles.rows._rows

    @property
    def inside(self) -> list[str]:
        return [pill.name for pill in self.screen.inside.pills.rows._rows]

    @property
    def said(self) -> str:
        return self.shell.toast.text if self.shell.toast.isVisible() else ""

    def state(self, name: str) -> Presence:
        return next(tile.presence for tile in self.tiles if tile.name == name)
