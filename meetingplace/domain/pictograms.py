"""Pictograms that stand for something on paper and on screen alike (print.md section 5): names of the one icon font.

What parents may expect, on flyers and on cards to choose between, and what a face or an idea is about.
"""

from __future__ import annotations

from meetingplace.domain.faces import Subject

EXPECTATIONS = {
    "play": "toy-brick",
    "coffee": "coffee",
    "tea": "tea",
    "talk": "forum",
    "books": "bookshelf",
    "reading": "book-open-variant",
    "songs": "music",
    "craft": "palette",
    "feeding": "baby-bottle",
    "changing": "human-baby-changing-table",
    "cooking": "silverware-fork-knife",
    "fruit": "food-apple",
    "sleep": "bed",
    "outing": "tent",
    "move": "bike",
    "expert": "account-voice",
    "child_care": "teddy-bear",
    "welcome": "hand-wave",
    "cut": "content-cut",
    "languages": "translate",
    "step_free": "wheelchair-accessibility",
    "buggy": "baby-carriage",
}
SUBJECTS = {
    Subject.PLAY: "toy-brick",
    Subject.WELCOME: "hand-wave",
    Subject.ROOM: "home-variant",
    Subject.FOOD: "food-apple",
    Subject.HOURS: "clock-outline",
    Subject.OUTSIDE: "tree",
    Subject.OTHER: "dots-horizontal",
}
_UNKNOWN = "shape-outline"


def glyph(picture: str) -> str:
    """Give the pictogram of a picture, that is known by what it stands for or by its pictogram."""
    if picture in EXPECTATIONS.values():
        return picture
    return EXPECTATIONS.get(picture) or _subjects().get(picture) or _UNKNOWN


def meaning(picture: str) -> str:
    """Give what a picture stands for: a subject of the corner or something to expect; empty when we do not know it."""
    if picture in EXPECTATIONS or picture in _subjects():
        return picture
    return next((key for key, shown in EXPECTATIONS.items() if shown == picture), "")


def _subjects() -> dict[str, str]:
    return {subject.value: shown for subject, shown in SUBJECTS.items()}
