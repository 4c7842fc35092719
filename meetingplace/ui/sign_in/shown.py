"""What each page of the sign-in is handed: ready-made texts in the language of the parent."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture


@dataclass(frozen=True)
class ShapesShown:
    """All shapes of pictures, whether a family has one or not, with their spoken names."""

    question: str
    back: str
    shapes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ColoursShown:
    """One shape in all its colours, with their spoken names."""

    question: str
    back: str
    pictures: tuple[tuple[Picture, str], ...]


@dataclass(frozen=True)
class NicknameShown:
    """The picture that was chosen, and the question for the nickname."""

    question: str
    back: str
    go_on: str
    picture: Picture
    picture_name: str


@dataclass(frozen=True)
class FamilyShown:
    """One family that was found, with the one act that it can do; without ticks where only that act is left."""

    nickname: str
    picture: Picture
    picture_name: str
    question: str
    back: str
    children: tuple[tuple[int, str, bool], ...]
    adults: tuple[tuple[Relation, str, bool], ...]
    act: str
    is_leaving: bool
