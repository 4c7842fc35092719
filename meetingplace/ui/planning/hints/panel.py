"""The panel of the open hints: by kind, each with a way to its session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.hints.presenter import FOLLOWS, GroupShown, HintShown, HintsShown, Presenter


class HintsPanel(Panel):
    """What to look at; it stays open until a session is chosen."""

    def __init__(self, around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None]) -> None:
        """Open over a screen."""
        _ = around.words
        super().__init__(_("To look at"), over, _("Close"), width=760)
        self.presenter = Presenter(around, self, go_to)
        self.rows: list[WaitingRow] = []
        self._sentence = label("", "soft", self, is_wrapped=True)
        self._groups = QVBoxLayout()
        self._groups.setContentsMargins(0, 0, 0, ROOM)
        self._groups.setSpacing(16)
        self.add(self._sentence, self._groups)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_hints(self, shown: HintsShown) -> None:
        """Show the hints by kind."""
        self._sentence.setText(shown.sentence)
        clear(self._groups)
        self.rows = []
        for group in shown.groups:
            self._groups.addWidget(label(group.title, "section", self))
            self._groups.addWidget(self._card(group))

    def _card(self, group: GroupShown) -> Card:
        card = Card(self, padding=4, spacing=0)
        for number, hint in enumerate(group.hints):
            card.body.addWidget(self._row(hint, card, number > 0))
        if group.more:
            card.body.addWidget(label(group.more, "soft", card))
        return card

    def _row(self, hint: HintShown, card: Card, has_rule: bool) -> WaitingRow:
        line = f"{hint.line}\n{hint.sentence}"
        choose = partial(self.presenter.choose, hint)
        made = WaitingRow(hint.title, line, "alert", "wait", choose, card, has_rule=has_rule)
        self.rows.append(made)
        return made


def open_room(
    around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int | None = None
) -> None:
    """Open the hints over the planning."""
    del session_id
    panel = HintsPanel(around, over, go_to)
    panel.open()
    panel.presenter.refresh()
