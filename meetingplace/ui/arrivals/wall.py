"""The wall of tiles under its heading; without tiles, what to do instead."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import DeskShown, WallShown
from meetingplace.ui.arrivals.tiles import SIDES, Tiles
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import row


class Wall(QVBoxLayout):
    """The regulars, or what a search found."""

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__()
        self._title = label("", "section", parent)
        self._hint = label("", "soft", parent)
        self._empty = label("", "soft", parent, is_wrapped=True)
        self.tiles = Tiles(words("Families"), parent)
        self.setSpacing(4)
        self.addLayout(row(self._title, None, self._hint, margins=SIDES))
        self.addLayout(row(self._empty, margins=SIDES))
        self.addWidget(self.tiles, 1)

    def show_wall(self, shown: WallShown) -> None:
        """Show tiles."""
        self._title.setText(shown.heading)
        self._hint.setText(shown.hint)
        self.tiles.rows.show(shown.tiles)
        self._empty.setText(shown.empty)
        self._empty.setVisible(bool(shown.empty))

    def show_desk(self, shown: DeskShown) -> None:
        """Show the families, or nothing of any family at a place that only counts."""
        self.show_wall(shown.wall)
        self.tiles.setEnabled(shown.takes_families)
        for part in (self._title, self._hint, self.tiles):
            part.setVisible(shown.knows_families)
        self._empty.setVisible(shown.knows_families and bool(shown.wall.empty))
