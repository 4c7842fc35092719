"""What the list of look-alikes is handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.pictures import Picture


@dataclass(frozen=True)
class SideShown:
    """One of the two families."""

    family_id: int
    nickname: str
    line: str  # its languages and children
    picture: Picture
    picture_name: str


@dataclass(frozen=True)
class PairShown:
    """Two families that look alike; the names of the two acts are read aloud."""

    one: SideShown
    other: SideShown
    why: str
    look_name: str
    two_name: str


@dataclass(frozen=True)
class DoublesShown:
    """The pairs, the most alike first; `more` says how many there are beside those that are shown."""

    line: str
    pairs: tuple[PairShown, ...]
    more: str
