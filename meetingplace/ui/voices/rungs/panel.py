"""The room of the ladder: the voices of each school year on its rungs, with a bar for the latest year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.layouts import clear, column
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.results import Result
from meetingplace.ui.voices.rungs.presenter import FOLLOWS, Presenter, RungsShown


class RungsPanel(Panel):
    """How far parents take part."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = around.words
        super().__init__(_("How parents take part"), over, _("Close"), width=820)
        self.presenter = Presenter(around, self)
        says = _(
            "Each voice stands on a rung: you choose it on its page. Here you see all of them, for each school year."
        )
        self._parts = column()
        self.add(label(says, "soft", self, is_wrapped=True), self._parts)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_rungs(self, shown: RungsShown) -> None:
        """Show the ladder."""
        clear(self._parts)
        if shown.empty:
            self._parts.addWidget(label(shown.empty, "", self, is_wrapped=True))
            return
        card = Card(self, padding=20)
        card.body.addWidget(Result(shown.counts, card, is_last_alone=True))
        self._parts.addWidget(card)


def open_room(around: Surroundings, over: QWidget) -> None:
    """Open the ladder over a screen."""
    panel = RungsPanel(around, over)
    panel.presenter.refresh()
    panel.open()
