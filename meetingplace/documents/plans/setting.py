"""Texts that people typed, on as many lines as they need: nothing is refused, nothing is cut off."""

from __future__ import annotations

import re
from functools import lru_cache

from meetingplace.documents.breaks import BREAK_HERE
from meetingplace.documents.fonts import printable
from meetingplace.documents.paper import MM
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import Setting, first_strong_is_right_to_left, lay

_TOLERANCE = 1.004
_LONG_WORD = re.compile(r"\S{7,}")
_NO_LETTERS = "…"


@lru_cache(maxsize=16384)
def wrapped(text: str, role: str, size: float, width: float, is_right_to_left: bool = False) -> Setting:
    """Set a text at a size in pt in a width in mm, in the direction of its first letter.

    A word that is wider than the line is broken; what no font of ours can print is left out, as in a list of names.
    """
    manner = ROLES[role].manner
    known = shown(text, role)
    is_rtl = first_strong_is_right_to_left(known, is_right_to_left)
    setting = lay(known, manner, size, width=width * MM, is_right_to_left=is_rtl)
    if setting.width <= width * MM * _TOLERANCE:
        return setting
    return lay(_LONG_WORD.sub(_broken, known), manner, size, width=width * MM, is_right_to_left=is_rtl)


def shown(text: str, role: str) -> str:
    """Give what can be printed of a text; dots where nothing can."""
    return printable(text, ROLES[role].manner.cut) or _NO_LETTERS


def fitting(text: str, role: str, width: float, lines: int, scale: float = 1.0) -> Setting:
    """Set a text as large as its role allows for a number of lines; at its floor on as many lines as it needs."""
    size, floor = ROLES[role].size * scale, ROLES[role].floor * scale
    setting = wrapped(text, role, size, width)
    while len(setting.lines) > lines and size > floor:
        size = max(floor, round(size - 0.5, 2))
        setting = wrapped(text, role, size, width)
    return setting


def _broken(word: re.Match[str]) -> str:
    return BREAK_HERE.join(word[0][at : at + 3] for at in range(0, len(word[0]), 3))
