"""Local actors that the house works with: co-organisers, addresses to refer to, or both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Partner:
    """A local actor; its contact data are those of an organisation, never of a person."""

    id: int
    name: str
    is_organiser: bool = True
    is_referral: bool = False
    address: str = ""
    phone: str = ""
    email: str = ""
    stop: str = ""  # "tram 55, halte Kersenplein"
    hours: str = ""  # "dinsdag en vrijdag, 9–12 uur"
    price: str = ""  # "gratis"
    note: str = ""
    is_active: bool = True
    logo: int | None = None  # the number of its picture
    version: int = 0
