"""Help that a parent offers: what, when, in which languages. A contact only if the parent wants it, until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Offer:
    """One offer; nobody's name belongs to it, and whoever wants to be reached leaves a contact."""

    id: int
    offered_on: date
    what: str
    free: str = ""  # when, in the parent's words: "op dinsdag", "in de vakantie"
    languages: tuple[str, ...] = ()
    voice_id: int | None = None  # the voice in which it was told
    place_id: int | None = None
    contact: str = ""
    contact_until: date | None = None
    version: int = 0
