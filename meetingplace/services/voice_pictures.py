"""The pictograms that parents pick, and those on the cards of a choice: the same as on paper. It has no verbs."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.documents.pictograms import EXPECTATIONS
from meetingplace.domain.faces import Subject

# what a face or an idea is about; "play" and "welcome" are on flyers too, and look alike there
SUBJECTS: Mapping[str, str] = {
    Subject.PLAY.value: "toy-brick",
    Subject.WELCOME.value: "hand-wave",
    Subject.ROOM.value: "sofa",
    Subject.FOOD.value: "silverware-fork-knife",
    Subject.HOURS.value: "clock-outline",
    Subject.OUTSIDE.value: "tree",
    Subject.OTHER.value: "dots-horizontal",
}
# the pictograms for cards, by what they stand for
FOR_CARDS: Mapping[str, str] = EXPECTATIONS
_UNKNOWN = "shape-outline"


def glyph(picture: str) -> str:
    """Give the pictogram of a picture, that is known by what it stands for or by its pictogram."""
    if picture in EXPECTATIONS.values():
        return picture
    return EXPECTATIONS.get(picture) or SUBJECTS.get(picture) or _UNKNOWN


def meaning(picture: str) -> str:
    """Give what a picture stands for: a subject of the corner or something to expect; empty when we do not know it."""
    if picture in SUBJECTS or picture in EXPECTATIONS:
        return picture
    return next((key for key, shown in EXPECTATIONS.items() if shown == picture), "")
