"""Offers of help in the database: rows in, `domain.offers` out."""

from __future__ import annotations

from datetime import date
from typing import Any

from meetingplace.domain.offers import Offer
from meetingplace.storage import records, tables, upkeep


def get(offer_id: int) -> Offer:
    """Read one offer; refuses NOT_FOUND."""
    return _offer(records.get(tables.Offer, offer_id))


def listed(place_id: int | None = None) -> list[Offer]:
    """List the offers, the latest first; with a place, those of that place and those of no place."""
    offer = tables.Offer
    query = offer.select().order_by(offer.offered_on.desc(), offer.id.desc())
    if place_id is not None:
        query = query.where((offer.place == place_id) | offer.place.is_null())
    return [_offer(row) for row in query]


def add(offer: Offer) -> int:
    """Add an offer (its own id is ignored) and give its id."""
    return records.add(tables.Offer, **_columns(offer))


def change(offer: Offer) -> None:
    """Write an offer; refuses CHANGED_MEANWHILE."""
    records.change(tables.Offer, offer.id, offer.version, **_columns(offer))


def remove(offer_id: int) -> None:
    """Remove an offer; refuses NOT_FOUND."""
    records.remove(tables.Offer, offer_id)


def forget_old_contacts(before: date) -> int:
    """Take away every contact whose last day lies before a day, beyond any undo; gives how many. The offers stay."""
    offer = tables.Offer
    gone = offer.update(contact="", contact_until=None, version=records.new_version())
    number = int(gone.where(offer.contact_until < before).execute())
    if number:
        upkeep.note(upkeep.TO_SCRUB, before.isoformat())
    return number


def _columns(offer: Offer) -> dict[str, Any]:
    return {
        "offered_on": offer.offered_on,
        "what": offer.what,
        "free": offer.free,
        "languages": offer.languages,
        "voice": offer.voice_id,
        "place": offer.place_id,
        "contact": offer.contact,
        "contact_until": offer.contact_until,
    }


def _offer(row: tables.Offer) -> Offer:
    return Offer(
        id=row.id,
        offered_on=row.offered_on,
        what=row.what,
        free=row.free,
        languages=row.languages,
        voice_id=row.__data__["voice"],
        place_id=row.__data__["place"],
        contact=row.contact,
        contact_until=row.contact_until,
        version=row.version,
    )
