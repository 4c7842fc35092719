"""The room of offers: found by words, written, changed, taken away. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from meetingplace.domain.enrolments import LONGEST_CONTACT
from meetingplace.domain.offers import Offer
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.formats import own_name
from meetingplace.i18n.refusals import sentence
from meetingplace.services import offers
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.offers import OffersBoard
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.OFFERS, Topic.PLACES})
_FIELDS = {
    Reason.TEXT_MISSING: "what",
    Reason.CONTACT_END_MISSING: "until",
    Reason.DAY_OUTSIDE: "until",
    Reason.DATE_IMPOSSIBLE: "until",
    Reason.CONTACT_NOT_KEPT: "contact",
}


@dataclass(frozen=True)
class OfferShown:
    """An offer in the list; a contact is only told to be there, and seen in its form."""

    offer_id: int
    what: str
    line: str
    has_contact: bool


@dataclass(frozen=True)
class FormShown:
    """The form of an offer; without `asks_contact` the house keeps none."""

    offer: Offer
    asks_contact: bool
    until: date


class View(Protocol):
    """What the presenter asks of the room."""

    def show_offers(self, shown: tuple[OfferShown, ...], is_searched: bool) -> None:
        """Show the offers that were found."""

    def open_form(self, shown: FormShown) -> None:
        """Open the form for an offer."""


class Form(Protocol):
    """What the presenter asks of an open form."""

    def show_wrong(self, field: str, said: str) -> None:
        """Say what is wrong; what was typed stays."""

    def close_panel(self) -> None:
        """Close it after saving."""


class Presenter:
    """The offers of the place in view."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view, self._ = around, view, around.words
        self._words = ""
        self._board: OffersBoard | None = None

    def refresh(self) -> None:
        """Ask the offers again."""
        asked = self._around.place.id, self._words
        self._around.work.ask(offers.offers_board, *asked, then=self._show, slot="offers")

    def search(self, words: str) -> None:
        """Show the offers that contain these words."""
        self._words = words
        self.refresh()

    def _show(self, board: OffersBoard) -> None:
        self._board = board
        self._view.show_offers(tuple(map(self._shown, board.offers)), bool(self._words.strip()))

    def _shown(self, offer: Offer) -> OfferShown:
        formats = self._around.formats
        place = self._board.place_names.get(offer.place_id, "") if self._board and offer.place_id else ""
        spoken = ", ".join(own_name(code) for code in offer.languages)
        since = self._("since {day}", day=formats.long_day(offer.offered_on))
        return OfferShown(
            offer.id, offer.what, " · ".join(part for part in (offer.free, spoken, place, since) if part),
            bool(offer.contact),
        )  # fmt: skip

    # --- one offer ---

    def new(self) -> None:
        """Open the form for a new offer."""
        self._open(Offer(0, self._today, "", place_id=self._around.place.id))

    def change(self, offer_id: int) -> None:
        """Open the form for one of the list."""
        offer = self._find(offer_id)
        if offer:
            self._open(offer)

    def _open(self, offer: Offer) -> None:
        until = offer.contact_until or self._today + timedelta(days=LONGEST_CONTACT)
        asks = bool(self._board and self._board.keeps_contacts) or bool(offer.contact)
        self._view.open_form(FormShown(offer, asks, until))

    def save(self, typed: Offer, form: Form) -> None:
        """Write what was typed; an end without a contact is none."""
        offer = typed if typed.contact.strip() else replace(typed, contact_until=None)
        verb = offers.change if offer.id else offers.add
        saved, wrong = partial(self._saved, form), partial(self.wrong, form)
        self._around.work.do(verb, offer, self._today, then=saved, failed=wrong)

    def remove(self, offer_id: int) -> None:
        """Take an offer away."""
        offer = self._find(offer_id)
        if offer:
            self._around.work.do(offers.remove, offer.id, offer.version)

    def wrong(self, form: Form, refused: Refused) -> None:
        """Say at its field what is wrong."""
        form.show_wrong(_FIELDS.get(refused.reason, "what"), sentence(self._, refused, self._around.formats))

    def _saved(self, form: Form, _changes: Changes) -> None:
        form.close_panel()

    def _find(self, offer_id: int) -> Offer | None:
        return next((one for one in self._board.offers if one.id == offer_id), None) if self._board else None

    @property
    def _today(self) -> date:
        return self._around.clock().date()
