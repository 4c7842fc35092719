"""What the House screen is handed: ready-made texts, nothing to decide. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from meetingplace.domain.partners import Partner
from meetingplace.domain.places import House, Place
from meetingplace.domain.team import TeamMember


class Section(Enum):
    """The parts of the House screen, in order; the value is the icon in its list."""

    HOUSE = "home-outline"
    PLACES = "map-marker-outline"
    TEAM = "account-group-outline"
    PARTNERS = "handshake-outline"
    PICTURES = "image-multiple-outline"
    LANGUAGES = "translate"
    PC = "monitor"
    BACKUP = "content-save-outline"
    PASSPHRASE = "key-outline"
    HOUSES = "home-switch-outline"
    ABOUT = "information-outline"

    @property
    def key(self) -> str:
        """Give the name by which other screens lead here: `go("settings", section="places")`."""
        return self.name.lower()

    @classmethod
    def named(cls, key: str) -> Section:
        """Find a section by its key; the first one for a name that we do not know."""
        return next((section for section in cls if section.key == key), cls.HOUSE)


@dataclass(frozen=True)
class RowShown:
    """A place, a team member or a partner in its list."""

    id: int
    title: str
    line: str
    chip: str = ""
    initials: str = ""


@dataclass(frozen=True)
class Entries:
    """The rows of one register, and the things behind them by their id."""

    rows: tuple[RowShown, ...]
    things: dict[int, Place | TeamMember | Partner]


@dataclass(frozen=True)
class KeepingShown:
    """How the house is kept safe."""

    last: str
    is_old: bool
    folder: str  # where the back-ups lie; empty on a server
    is_encrypted: bool


@dataclass(frozen=True)
class OtherHouse:
    """A house that can be opened instead of this one."""

    address: str
    name: str
    line: str


@dataclass(frozen=True)
class SettingsShown:
    """The whole screen."""

    house: House
    places: Entries
    team: Entries
    partners: Entries
    keeping: KeepingShown
    others: tuple[OtherHouse, ...]
