"""The three colour moods of paper: one ladder of eight tones each, which stays apart in grey (print.md section 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Mood(Enum):
    """The colours that a house prints in."""

    CHERRY = "cherry"
    PARK = "park"
    EVENING = "evening"


_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of red, green and blue


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

    def in_grey(self) -> Colour:
        """Give the grey that is as light as this colour to the eye (relative luminance, WCAG 2)."""
        linear = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (self.red, self.green, self.blue)
        )
        light = sum(weight * part for weight, part in zip(_LUMINANCE, linear, strict=True))
        grey = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
        return Colour(grey, grey, grey)


WHITE = Colour(1, 1, 1)
ROLES = ("ink", "deep", "mid", "sun", "soft", "tint", "mute", "line")


@dataclass(frozen=True)
class Palette:
    """The tones of a mood by their role: `mid` never carries white text, `line` carries no meaning.

    In grey, pictures are grey too.
    """

    ink: Colour
    deep: Colour
    mid: Colour
    sun: Colour
    soft: Colour
    tint: Colour
    mute: Colour
    line: Colour
    is_grey: bool = False

    def tone(self, role: str) -> Colour:
        """Give a tone by the name of its role; "white" is the paper."""
        if role == "white":
            return WHITE
        tone: Colour = getattr(self, role)
        return tone


def _palette(codes: str) -> Palette:
    ink, deep, mid, sun, soft, tint, mute, line = map(Colour.of, codes.split())
    return Palette(ink, deep, mid, sun, soft, tint, mute, line)


PALETTES = {
    Mood.CHERRY: _palette("#2B1420 #8C1D40 #F2805A #FFC94D #FAD9C6 #FDF4EC #6B5058 #D9BFB2"),
    Mood.PARK: _palette("#0E2420 #0B5A4C #5DB58A #FFC93F #CFE9D8 #F1F8F3 #4A625A #B5CFC0"),
    Mood.EVENING: _palette("#15173A #2D3382 #8F9BE6 #FFB57D #DADFF8 #F4F5FD #50547A #BFC5E3"),
}


def palette(mood: Mood, *, is_grey: bool = False) -> Palette:
    """Give the tones of a mood, or the greys that a printer without colours makes of them."""
    tones = PALETTES[mood]
    if not is_grey:
        return tones
    greys: dict[str, Colour] = {role: getattr(tones, role).in_grey() for role in ROLES}
    return replace(tones, **greys, is_grey=True)
