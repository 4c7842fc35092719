"""Help that parents offer: written down, found when it is needed, and forgotten when its time is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from meetingplace.domain import typed_text
from meetingplace.domain.language import known_language
from meetingplace.domain.offers import Offer
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.contacts import house_keeps_contacts, must_end
from meetingplace.services.organisation import the_house
from meetingplace.storage import offers, places, voices


@dataclass(frozen=True)
class OffersBoard:
    """The offers of help, the latest first, and whether the house keeps contacts at all."""

    offers: tuple[Offer, ...]
    keeps_contacts: bool
    place_names: dict[int, str]


def offers_board(place_id: int | None = None, typed_words: str = "") -> OffersBoard:
    """Show the offers of a place and of none, those that contain each of these words."""
    wanted = typed_text.folded(typed_words).split()
    return OffersBoard(
        tuple(offer for offer in offers.listed(place_id) if _contains(offer, wanted)),
        house_keeps_contacts(),
        {place.id: place.name for place in places.listed(with_inactive=True)},
    )


def add(typed: Offer, today: date) -> Changes:
    """Write an offer down (its id is ignored), as of today.

    Refuses TEXT_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN, NOT_FOUND, CONTACT_END_MISSING, DAY_OUTSIDE and
    CONTACT_NOT_KEPT.
    """
    with one_act(Act.OFFER_ADDED, Topic.OFFERS) as act:
        act.made = offers.add(replace(_tidy(typed, today), offered_on=today))
    return act.changes


def change(typed: Offer, today: date) -> Changes:
    """Write an offer; refuses what `add` refuses, and CHANGED_MEANWHILE."""
    with one_act(Act.OFFER_CHANGED, Topic.OFFERS) as act:
        before = offers.get(typed.id)
        offers.change(replace(_tidy(typed, today), offered_on=before.offered_on))
        act.made = typed.id
    return act.changes


def remove(offer_id: int, version: int) -> Changes:
    """Take an offer away; refuses CHANGED_MEANWHILE and NOT_FOUND."""
    with one_act(Act.OFFER_REMOVED, Topic.OFFERS) as act:
        if offers.get(offer_id).version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        offers.remove(offer_id)
    return act.changes


def forget_old_contacts(today: date) -> int:
    """Forget the contacts whose last day is over; gives how many. The house is opened every day, so it is then."""
    return offers.forget_old_contacts(today)


def _tidy(typed: Offer, today: date) -> Offer:
    what, contact = typed_text.line(typed.what), typed_text.line(typed.contact, typed_text.TITLE_LIMIT)
    if not what:
        raise Refused(Reason.TEXT_MISSING)
    if typed.place_id is not None:
        places.get(typed.place_id)
    if typed.voice_id is not None:
        voices.get(typed.voice_id)
    if contact:
        must_end(typed.contact_until, today)
        if not house_keeps_contacts():
            raise Refused(Reason.CONTACT_NOT_KEPT, place=the_house().name)
    return replace(
        typed,
        what=what,
        free=typed_text.line(typed.free, typed_text.TITLE_LIMIT),
        languages=tuple(dict.fromkeys(known_language(code) for code in typed.languages)),
        contact=contact,
        contact_until=typed.contact_until if contact else None,
    )


def _contains(offer: Offer, wanted: list[str]) -> bool:
    searched = typed_text.folded(f"{offer.what} {offer.free}")
    return all(word in searched for word in wanted)
