"""A register: places, team members or partners under each other; a press opens one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import Chip, EmptyState, PressableCard, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import icon_mark, initials
from meetingplace.ui.settings.shown import Entries, RowShown, Section

_BADGE = 40  # px


class Register(QWidget):
    """The rows of one register, or what it is and its first step."""

    def __init__(
        self,
        section: Section,
        empty: tuple[str, str, str],
        add: Callable[[], object],
        open_row: Callable[[int], object],
    ) -> None:
        """Take what to say when it is empty: title, sentence and the word of the first step."""
        super().__init__()
        self._section, self._empty, self._add, self._open_row = section, empty, add, open_row
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self._list.setSpacing(10)
        self.rows: list[PressableCard] = []

    def show_entries(self, entries: Entries) -> None:
        """Show these rows instead of those that were there."""
        at = next((number for number, card in enumerate(self.rows) if card.hasFocus()), None)
        clear(self._list)
        self.rows = [self._row(shown) for shown in entries.rows]
        for card in self.rows:
            self._list.addWidget(card)
        if not self.rows:
            self._list.addWidget(EmptyState(*self._empty, self._add))
        self._list.addStretch(1)
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus()

    def _row(self, shown: RowShown) -> PressableCard:
        says = ", ".join(part for part in (shown.title, shown.line, shown.chip) if part)
        card = PressableCard(says, partial(self._open_row, shown.id), self, padding=14)
        badge = (
            initials(shown.initials, "", _BADGE, parent=card)
            if shown.initials
            else icon_mark(self._section.value, "soft", 26, parent=card)
        )
        line = label(shown.line, "soft", card, is_wrapped=True)
        line.setVisible(bool(shown.line))
        words = column(label(shown.title, "name", card, is_wrapped=True), line, spacing=2)
        parts = row(badge, words, spacing=14)
        parts.setStretch(1, 1)
        if shown.chip:
            parts.addWidget(Chip(shown.chip, "plain", parent=card))
        parts.addWidget(icon_mark("chevron-right", "soft", 22, parent=card))
        card.body.addLayout(parts)
        return card
