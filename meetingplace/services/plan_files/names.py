"""Names in one cell, one behind the other: which are known, and which are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from meetingplace.domain import typed_text

Value = TypeVar("Value")

LONGEST = 2_000  # signs of a cell with names
_MOST_PARTS = 6  # a name with more commas than five is no name


def split_names(words: str, known: Callable[[str], Value | None]) -> tuple[tuple[Value, ...], tuple[str, ...]]:
    """Give what the names stand for, each once, and the names that nobody knows.

    Names are divided by commas and semicolons, but a name that is known may have them in it.
    """
    parts = re.split(r"([,;])", words)
    found: list[Value] = []
    unknown: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + 2 * _MOST_PARTS - 1), at, -2):
            value = known(typed_text.folded("".join(parts[at:end])))
            if value is not None:
                found.append(value)
                at = end + 1
                break
        else:
            name = parts[at].strip()
            unknown += [name] if name else []
            at += 2
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(unknown))
