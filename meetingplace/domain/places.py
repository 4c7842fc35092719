"""The house and its places: where sessions are held, and how it presents itself on paper."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.privacy import Level


@dataclass(frozen=True)
class House:
    """One organisation with its places: what stands as the sender on every sheet."""

    name: str
    line: str = ""  # under the name: "ontmoetingsplaats voor ouders en kinderen · Schaarbeek"
    phone: str = ""
    email: str = ""
    mood: str = "cherry"  # colour mood of its paper: cherry, park or evening
    picture: str = "fruit-cherries"  # the mark of the house on paper: one of the family pictures
    languages: tuple[str, ...] = ("nl", "fr")  # languages of its flyers, Dutch first
    is_sample: bool = False
    has_sign_in: bool = False  # parents may sign in themselves, at a screen of their own
    backup_months: int = 12  # a back-up that is older is taken away
    corner_seconds: int = 60  # without a touch, after which the parents' corner begins anew
    logo: int | None = None  # the number of its picture
    version: int = 0


@dataclass(frozen=True)
class Place:
    """A fixed or mobile place; capacity in children, minimum of hosts in persons."""

    id: int
    name: str
    address: str = ""
    postcode: str = ""
    municipality: str = ""
    stop_kind: str = ""  # "", tram, bus or metro
    stop: str = ""  # "tram 55, halte Kersenplein"
    is_mobile: bool = False
    capacity: int = 20
    minimum_hosts: int = 2
    level: Level = Level.PSEUDONYM
    languages: tuple[str, ...] = ()
    is_active: bool = True
    version: int = 0

    @property
    def town(self) -> str:
        """Postcode and municipality as they stand under an address."""
        return f"{self.postcode} {self.municipality}".strip()
