"""How it was today, said without a word: one of five faces, and perhaps pictures of what it was about.

A face from the corner and a face ticked on paper count alike; nobody's name belongs to one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from meetingplace.domain.voices import Channel


class Face(Enum):
    """A face, the best one first."""

    GREAT = "great"
    GOOD = "good"
    ALL_RIGHT = "all_right"
    NOT_SO_GOOD = "not_so_good"
    BAD = "bad"

    @property
    def is_glad(self) -> bool:
        """Tell what to ask next: what somebody liked, or what could be better."""
        return self in (Face.GREAT, Face.GOOD)


class Subject(Enum):
    """What a face, or an idea, is about."""

    PLAY = "play"
    WELCOME = "welcome"
    ROOM = "room"
    FOOD = "food"
    HOURS = "hours"
    OUTSIDE = "outside"
    OTHER = "other"


@dataclass(frozen=True)
class FacesGiven:
    """A face of one person in the corner, or so many of the same face on a sheet of paper."""

    id: int
    day: date
    face: Face
    subjects: tuple[Subject, ...] = ()
    language: str = ""
    channel: Channel = Channel.CORNER
    place_id: int | None = None
    session_id: int | None = None
    number: int = 1


@dataclass(frozen=True)
class FacesCount:
    """How many of each face, by channel and in all, and what they were about."""

    faces: Counter[tuple[Face, Channel]]
    subjects: Counter[tuple[Subject, bool]]  # with whether the face was glad

    def of(self, face: Face, channel: Channel | None = None) -> int:
        """Count a face, of one channel or of all together."""
        return sum(n for (one, how), n in self.faces.items() if one is face and channel in (None, how))

    @property
    def total(self) -> int:
        """Count them all."""
        return self.faces.total()


def counted(given: Iterable[FacesGiven]) -> FacesCount:
    """Count faces; a person who picked three subjects counts once as a face and once for each subject."""
    faces: Counter[tuple[Face, Channel]] = Counter()
    subjects: Counter[tuple[Subject, bool]] = Counter()
    for one in given:
        faces[one.face, one.channel] += one.number
        for subject in set(one.subjects):
            subjects[subject, one.face.is_glad] += one.number
    return FacesCount(faces, subjects)
