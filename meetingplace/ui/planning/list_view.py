"""The list of a period: which period, a search, and one row a session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import Segment
from meetingplace.ui.kit.cards import Card, EmptyState
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.layouts import Flow, clear, column
from meetingplace.ui.kit.tables import Column, Table
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import ListShown, RowShown


class ListView(QWidget):
    """Sessions under each other."""

    new_wanted = Signal()

    def __init__(
        self, words: Translator, periods: Sequence[tuple[str, str]], on: str, parent: QWidget | None = None
    ) -> None:
        """Offer these periods (key, word)."""
        super().__init__(parent)
        _ = words
        self.periods = Segment(periods, on, _("Period"), self)
        hint = _("Search: title, theme, place or name")
        self.search = SearchField(hint, self, _("Empty the search"))
        self.search.setMinimumWidth(current().metrics(17).horizontalAdvance(hint) + 110)
        self._empty = column()
        columns: list[Column[RowShown]] = [
            Column(_("Day"), lambda shown: shown.day),
            Column(_("Hours"), lambda shown: shown.hours),
            Column(_("Title"), lambda shown: shown.title, stretches=True),
            Column(_("Place"), lambda shown: shown.place),
            Column(_("Team"), lambda shown: shown.team, stretches=True),
            Column(_("State"), lambda shown: shown.state, stretches=True),
        ]
        self.table = Table(_("Sessions"), columns, self)
        self.opened = self.table.opened
        self._card = card = Card(self, padding=8)
        card.body.addWidget(self.table, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        tools = Flow(self, spacing=12)
        tools.replace([self.periods, self.search])
        box.addWidget(tools)
        box.addLayout(self._empty)
        box.addWidget(card, 1)

    def show_list(self, shown: ListShown) -> None:
        """Show the rows of a period."""
        self.table.show_rows(shown.rows)
        self._card.setVisible(shown.empty is None)
        clear(self._empty)
        if shown.empty is not None:
            empty, step = shown.empty, self.new_wanted.emit
            self._empty.addWidget(EmptyState(empty.title, empty.sentence, empty.step, step, self))
            self._empty.addStretch(1)
