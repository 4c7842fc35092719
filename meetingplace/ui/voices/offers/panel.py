"""The room of offers: a search, and a card for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, EmptyState, label
from meetingplace.ui.kit.fields import SearchField
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.voices.offers.form import OfferForm
from meetingplace.ui.voices.offers.presenter import FOLLOWS, FormShown, OfferShown, Presenter

_WIDE = 760  # px at 100 %


class OffersPanel(Panel):
    """All offers; it stays open while one is written."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("Offers of help"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self)
        self.cards: dict[int, Card] = {}
        says = _("What parents want to do with you: interpret, sew, sing, lead a morning. Nobody's name is needed.")
        self.search = SearchField(_("Search an offer"), self)
        self.search.searched.connect(self.presenter.search)
        self._list = column(spacing=12, margins=(0, 0, 0, ROOM))
        self.add(label(says, "soft", self, is_wrapped=True), self.search, self._list)
        self.new = button(_("New offer"), "primary", "plus", self.presenter.new, self)
        self.add_acts(None, self.new)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_offers(self, shown: tuple[OfferShown, ...], is_searched: bool) -> None:
        """Show the offers that were found."""
        _ = self._
        clear(self._list)
        self.cards = {offer.offer_id: self._card(offer) for offer in shown}
        for card in self.cards.values():
            self._list.addWidget(card)
        if not shown and is_searched:
            self._list.addWidget(label(_("Nothing was found."), "soft", self))
        elif not shown:
            empty = _("When a parent offers to help, write it down here. Then you find it when you need it.")
            self._list.addWidget(EmptyState(_("No offer yet"), empty, _("Write a first one"), self.new.click, self))

    def open_form(self, shown: FormShown) -> None:
        """Open the form for an offer."""
        form = OfferForm(self._around, self, shown, self.presenter)
        form.open(form.what)

    def _card(self, shown: OfferShown) -> Card:
        _ = self._
        card = Card(self, padding=16, spacing=6)
        card.setAccessibleName(f"{shown.what}, {shown.line}")
        title = row(label(breakable(shown.what), "name", card, is_wrapped=True), spacing=12)
        title.setStretch(0, 1)
        if shown.has_contact:
            title.addWidget(Chip(_("can be reached"), "info", "phone", card))
        card.body.addLayout(title)
        card.body.addWidget(label(breakable(shown.line), "soft", card, is_wrapped=True))
        change = button(_("Change"), "text", "pencil-outline", partial(self.presenter.change, shown.offer_id), card)
        removal = button(
            _("Take away"), "text", "trash-can-outline", partial(self.presenter.remove, shown.offer_id), card
        )
        for act in (change, removal):
            act.setAccessibleName(f"{act.text()}: {shown.what}")
        card.body.addLayout(row(change, removal, None, spacing=8))
        return card


def open_room(around: Surroundings, over: QWidget) -> None:
    """Open the offers over a screen."""
    panel = OffersPanel(around, over)
    panel.presenter.refresh()
    panel.open(panel.search)
