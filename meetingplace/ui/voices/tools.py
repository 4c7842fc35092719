"""The tools over the board: search, language, filter, how many wait, the rooms, and a new voice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Chip
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.filter_line import FilterLine
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.rooms import Room
from meetingplace.ui.voices.shown import BoardShown

_LARGE = 1.2  # with larger text than this, the search and the acts stand under each other


class Tools(QWidget):
    """One row, or two with large text; under it what is shown only."""

    language_chosen = Signal(str)
    room_wanted = Signal(str)

    def __init__(self, words: Translator, rooms: Sequence[Room], parent: QWidget) -> None:
        """Begin without languages; `rooms` stand in the menu."""
        super().__init__(parent)
        _ = self._ = words
        self.search = SearchField(_("Search voices"), self, _("Empty the search"))
        self.search.setMinimumWidth(current().px(150))
        self.search.setMaximumWidth(current().px(330))
        self.languages = MenuButton("", "translate", _("Choose a language"), self)
        self.filter = button(_("Filter"), "quiet", "filter-variant", parent=self)
        self.waiting = Chip("", "wait", parent=self)
        self.more = MenuButton(_("More"), "dots-horizontal", _("More about the voices"), self)
        self.new: QPushButton = button(_("New voice"), "primary", "plus", parent=self)
        self.only = FilterLine(_, self)
        for room in rooms:
            item = QAction(icon(room.icon, current().tokens.soft, 22), on_button(room.word), self.more.choices)
            item.triggered.connect(partial(self._want, room.key))
            self.more.choices.addAction(item)
        search, acts = row(self.search, self.languages, self.filter, None), row(self.waiting, self.more, self.new)
        search.setStretch(0, 8)  # the search grows before the empty space does
        is_large = current().scale > _LARGE
        line = column(search, row(None, acts)) if is_large else row(search, acts)
        self.setLayout(column(line, self.only))

    def show_board(self, shown: BoardShown) -> None:
        """Show the languages, what is shown only, and how many wait."""
        self.waiting.show_text(shown.waiting)
        self.waiting.setVisible(bool(shown.waiting))
        self.only.say(shown.only)
        names, says = dict(shown.languages), self._("Choose a language")
        chosen = names[shown.language]
        self.languages.setText(chosen)
        self.languages.setAccessibleName(f"{says}: {chosen}")
        self.languages.updateGeometry()
        self.languages.choices.clear()
        for code, name in shown.languages:
            action = QAction(name, self.languages.choices)
            action.setCheckable(True)
            action.setChecked(code == shown.language)
            action.triggered.connect(partial(self._choose, code))
            self.languages.choices.addAction(action)

    def _choose(self, code: str, _is_on: bool = False) -> None:
        self.language_chosen.emit(code)

    def _want(self, key: str, _is_on: bool = False) -> None:
        self.room_wanted.emit(key)
