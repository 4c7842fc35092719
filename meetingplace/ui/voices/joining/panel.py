"""The panel in which one looks for a voice that says the same; a press lets both stand together."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.cards import PressableCard, label
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.voices.joining.presenter import CandidateShown, CandidatesShown, Presenter
from meetingplace.ui.voices.said import said_label


class JoiningPanel(Panel):
    """The voice, a search, and the voices that it may say the same as."""

    def __init__(self, around: Surroundings, over: QWidget, voice_id: int) -> None:
        """Take the voice."""
        _ = self._ = around.words
        super().__init__(_("Says the same as…"), over, _("Close"), width=680)
        self.presenter = Presenter(around, self, voice_id)
        self.cards: dict[int, PressableCard] = {}
        self._own = column()
        self.search = SearchField(_("Search voices"), self, _("Empty the search"))
        says = _("They then stand on the board as one and get one answer. Each parent is still told back.")
        self._list = column(spacing=10, margins=(0, 0, 0, ROOM))
        self._more = label("", "soft", self, is_wrapped=True)
        self.add(self._own, label(says, "soft", self, is_wrapped=True), self.search, self._list, self._more)
        self.search.searched.connect(self.presenter.search)

    def begin(self) -> None:
        """Show it, with the keyboard in the search."""
        self.presenter.search()
        self.open(self.search)

    def show_candidates(self, shown: CandidatesShown) -> None:
        """Show the voices to choose from."""
        clear(self._own)
        clear(self._list)
        self._own.addWidget(said_label(shown.words, 17, 600, self))
        self.cards = {one.voice_id: self._card(one) for one in shown.found}
        for card in self.cards.values():
            self._list.addWidget(card)
        self._more.setText(shown.more)
        self._more.setVisible(bool(shown.more))

    def _card(self, shown: CandidateShown) -> PressableCard:
        said = (shown.words.text, shown.translation, shown.line)
        card = PressableCard(", ".join(filter(None, said)), partial(self.presenter.join, shown.voice_id), self, 12)
        card.body.setSpacing(2)
        card.body.addWidget(said_label(shown.words, 17, 600, card))
        if shown.translation:
            card.body.addWidget(label(breakable(shown.translation), "soft", card, is_wrapped=True))
        card.body.addWidget(label(shown.line, "small", card, is_wrapped=True))
        return card
