"""The round picture by which a family, or a house, is found by who cannot read: a shape in a colour."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain.refusals import Reason, Refused

PICTURE_SHAPES = (
    "snail owl rabbit cat duck elephant fish penguin turtle bee ladybug butterfly bird horse sheep cow dolphin koala "
    "panda kangaroo teddy-bear sail-boat kite umbrella pine-tree flower-tulip mushroom leaf star moon-waning-crescent "
    "food-apple carrot fruit-cherries balloon key bicycle tram rocket feather cactus"
).split()
PICTURE_COLOURS = ("#2A2E94", "#5F2D36", "#4C706E", "#A94111", "#94E4FF", "#CCA0C6", "#FB9421", "#E4D982")


@dataclass(frozen=True)
class Picture:
    """The round picture of a family: one of 40 shapes in one of 8 colours, unique in the house where it can be."""

    shape: str
    colour: int  # index in PICTURE_COLOURS


def must_be_known(picture: Picture) -> None:
    """Refuse CHOICE_UNKNOWN for a picture that is not one of the 320."""
    if picture.shape not in PICTURE_SHAPES or not 0 <= picture.colour < len(PICTURE_COLOURS):
        raise Refused(Reason.CHOICE_UNKNOWN, typed=picture.shape[:40], choices=tuple(PICTURE_SHAPES))


def first_free_picture(taken: frozenset[Picture], seed: int = 0) -> Picture:
    """Pick a picture that no family has yet, starting at a place that depends on the seed.

    Doubles only when all 320 are taken.
    """
    pairs = len(PICTURE_SHAPES) * len(PICTURE_COLOURS)
    for step in range(pairs):
        number = (seed * 7 + step * 41) % pairs  # 41 and 320 share no factor: every pair is met once
        picture = Picture(PICTURE_SHAPES[number % 40], number // 40)
        if picture not in taken:
            return picture
    return Picture(PICTURE_SHAPES[seed % 40], seed // 40 % 8)
