"""The door of the desk: the search, and the two ways in for whoever is not found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.tiles import ONE_LINE, SIDES
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.theme import current


class Entrance(QWidget):
    """`went_down` tells that the arrow down was pressed in the search: the keyboard goes to the tiles."""

    went_down = Signal()

    def __init__(self, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words
        self.search = SearchField(_("Type two letters of the name"), self, _("Empty the search"))
        self.guest = button(_("Guest"), "quiet", "account-plus-outline", parent=self)
        self.newcomer = button(_("New family"), "primary", "plus", parent=self)
        if current().scale > ONE_LINE:  # long words would be cut; they are still read aloud
            self.search.setPlaceholderText(_("Name"))
        for act in (self.guest, self.newcomer):
            act.setMinimumHeight(current().height(48))
        line = row(spacing=12, margins=SIDES)
        line.addWidget(self.search, 1)
        line.addWidget(self.guest)
        line.addWidget(self.newcomer)
        self.setLayout(line)
        self.search.installEventFilter(self)

    def open_for_families(self, is_open: bool) -> None:
        """Be there only where families may come in."""
        self.setVisible(is_open)
        for act in (self.newcomer, self.guest):
            act.setEnabled(is_open)

    def take_letters(self, letters: str) -> None:
        """Put letters that were typed somewhere else into the search."""
        if self.search.isVisible():
            self.search.setFocus()
            self.search.insert(letters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down leave the search."""
        is_press = watched is self.search and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
            return True
        return super().eventFilter(watched, event)
