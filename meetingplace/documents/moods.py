"""The three colour moods of paper: one ladder of eight tones each, which stays apart in grey (print.md section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Mood(Enum):
    """The colours that a house prints in."""

    CHERRY = "cherry"
    PARK = "park"
    EVENING = "evening"


@dataclass(frozen=True)
class Colour:
    """A colour of the page, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def of(cls, code: str) -> Colour:
        """Read "#8C1D40"."""
        red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return cls(red, green, blue)


WHITE = Colour(1, 1, 1)
ROLES = ("ink", "deep", "mid", "sun", "soft", "tint", "mute", "line")


@dataclass(frozen=True)
class Palette:
    """The tones of a mood by their role: `mid` never carries white text, `line` carries no meaning."""

    ink: Colour
    deep: Colour
    mid: Colour
    sun: Colour
    soft: Colour
    tint: Colour
    mute: Colour
    line: Colour

    def tone(self, role: str) -> Colour:
        """Give a tone by the name of its role; "white" is the paper."""
        if role == "white":
            return WHITE
        tone: Colour = getattr(self, role)
        return tone


def _palette(codes: str) -> Palette:
    return Palette(*(Colour.of(code) for code in codes.split()))


PALETTES = {
    Mood.CHERRY: _palette("#2B1420 #8C1D40 #F2805A #FFC94D #FAD9C6 #FDF4EC #6B5058 #D9BFB2"),
    Mood.PARK: _palette("#0E2420 #0B5A4C #5DB58A #FFC93F #CFE9D8 #F1F8F3 #4A625A #B5CFC0"),
    Mood.EVENING: _palette("#15173A #2D3382 #8F9BE6 #FFB57D #DADFF8 #F4F5FD #50547A #BFC5E3"),
}


def palette(mood: Mood) -> Palette:
    """Give the tones of a mood."""
    return PALETTES[mood]
