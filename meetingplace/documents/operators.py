"""What a page is written in: the operators of PDF as text, for shapes and for lines of set text. Lengths in pt.

Knows nothing of pages, margins or directions: where something stands is decided by `paper`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from meetingplace.documents import fonts
from meetingplace.documents.moods import Colour
from meetingplace.documents.typeset import Line, Setting

_ROUND = 0.5523  # how far the handles of a quarter circle reach, in radii
_SAME_HEIGHT = 0.0005  # em: glyphs closer than this stand on one line


def digits(value: float) -> str:
    """Write a number as short as three digits after the point allow."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def filled(colour: Colour) -> str:
    """Choose the colour of what is filled."""
    return f"{digits(colour.red)} {digits(colour.green)} {digits(colour.blue)} rg"


def outlined(colour: Colour) -> str:
    """Choose the colour of what is outlined."""
    return f"{digits(colour.red)} {digits(colour.green)} {digits(colour.blue)} RG"


def artifact(drawing: str) -> str:
    """Mark a drawing as decoration: it is never read aloud."""
    return f"/Artifact BMC {drawing} EMC"


def frame_path(left: float, foot: float, width: float, height: float, radius: float) -> str:
    """Give the path of a rectangle, rounded as far as its sides allow."""
    if radius <= 0:
        return f"{digits(left)} {digits(foot)} {digits(width)} {digits(height)} re"
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, top = left + width, foot + height
    points = (
        (left + r, foot, "m"), (right - r, foot, "l"),
        (right - k, foot, right, foot + k, right, foot + r, "c"), (right, top - r, "l"),
        (right, top - k, right - k, top, right - r, top, "c"), (left + r, top, "l"),
        (left + k, top, left, top - k, left, top - r, "c"), (left, foot + r, "l"),
        (left, foot + k, left + k, foot, left + r, foot, "c"),
    )  # fmt: skip
    steps = (" ".join(part if isinstance(part, str) else digits(part) for part in step) for step in points)
    return " ".join(steps) + " h"


def circle_path(x: float, y: float, radius: float) -> str:
    """Give the path of a circle about a point, in a box of 1 x 1."""
    k = radius * _ROUND
    left, right, foot, top = x - radius, x + radius, y - radius, y + radius
    points = (
        (right, y, "m"), (right, y + k, x + k, top, x, top, "c"), (x - k, top, left, y + k, left, y, "c"),
        (left, y - k, x - k, foot, x, foot, "c"), (x + k, foot, right, y - k, right, y, "c"),
    )  # fmt: skip
    steps = (" ".join(part if isinstance(part, str) else f"{part:.4f}" for part in step) for step in points)
    return " ".join(steps) + " h"


@dataclass(frozen=True)
class Ink:
    """The colour of a text, and of what is accented in it."""

    colour: Colour
    accent: Colour


def text_line(
    line: Line, setting: Setting, left: float, baseline: float, ink: Ink, language: str, document: Any
) -> str:
    """Write a set line with its real text beside its glyphs, for whoever copies it or has it read aloud.

    `document` is the reportlab document that keeps the subsets of the fonts.
    """
    spoken = line.text.encode("utf-16-be").hex().upper()
    tongue = f" /Lang ({language})" if language else ""
    border = f"2 Tr {outlined(ink.colour)} {digits(setting.stroke * setting.size)} w " if setting.stroke else ""
    glyphs = _glyphs(line, setting, left, baseline, ink, document)
    end = " 0 Tr" if setting.stroke else ""
    return f"/Span <</ActualText <FEFF{spoken}>{tongue}>> BDC BT {filled(ink.colour)} {border}{glyphs}{end} ET EMC"


def _glyphs(line: Line, setting: Setting, left: float, baseline: float, ink: Ink, document: Any) -> str:
    """Write glyphs in groups that share a subset, a height and a colour.

    Within a group only the differences to the natural advance.
    """
    usual = fonts.loaded(setting.face).embed
    other = fonts.loaded(setting.accent or setting.face).embed
    is_accent = False
    words: list[str] = []
    group: list[str] = []
    used, height, pen = "", 0.0, 0.0
    for glyph in line.glyphs:
        face = other if glyph.is_accent else usual
        [(subset, code)] = face.font.splitString(face.character(glyph.number), document)
        name = face.font.getSubsetInternalName(subset, document)
        if glyph.is_accent != is_accent:
            is_accent = glyph.is_accent
            words.append(f"[{''.join(group)}] TJ" if group else "")
            colour = ink.accent if is_accent else ink.colour
            words.append(f"{filled(colour)} {outlined(colour)}" if setting.stroke else filled(colour))
            group = []
        if name != used or abs(glyph.y - height) > _SAME_HEIGHT or not group:
            if group:
                words.append(f"[{''.join(group)}] TJ")
            used, height, pen, group = name, glyph.y, glyph.x, []
            across, up = left + glyph.x * setting.size, baseline + glyph.y * setting.size
            words.append(f"{name} {digits(setting.size)} Tf 1 0 0 1 {digits(across)} {digits(up)} Tm")
        shift = round((pen - glyph.x) * 1000)
        if shift:
            group.append(str(shift))
        group.append(f"<{code.hex()}>")
        begin = pen - shift / 1000 if shift else glyph.x
        pen = begin + face.width(glyph.number) / 1000
    if group:
        words.append(f"[{''.join(group)}] TJ")
    return " ".join(words).replace("><", "")
