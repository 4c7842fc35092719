"""What the preview of a merge is handed: ready-made texts, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.pictures import Picture


@dataclass(frozen=True)
class SameChildShown:
    """Two children that may be one: the ids of the one that stays and of the one that goes, and what is asked."""

    stays_id: int
    goes_id: int
    question: str
    is_one: bool


@dataclass(frozen=True)
class MergeShown:
    """What becomes of two families that are one; `stays` are the choices of who gives nickname and picture."""

    stays: tuple[tuple[int, str, Picture], ...]
    stays_id: int
    nickname: str
    picture: Picture
    picture_name: str
    same_children: tuple[SameChildShown, ...]
    facts: tuple[tuple[str, str], ...]
