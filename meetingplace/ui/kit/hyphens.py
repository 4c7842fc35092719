"""Where a word that is wider than its line is cut: by the Dutch patterns, as titles and own words of a house are Dutch.

A cut of another language that a printer would set one letter further is still better than one anywhere. No Qt here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"
_LEAST = 6  # letters: shorter words stay whole
_WORD = re.compile(rf"[^\W\d_]{{{_LEAST},}}")


def hyphenated(text: str, fits: Callable[[str], bool]) -> str:
    """Put soft hyphens into the words that do not fit on a line."""

    def cut(found: re.Match[str]) -> str:
        word = found.group()
        return word if fits(word) else str(_patterns().inserted(word, SOFT_HYPHEN))

    return _WORD.sub(cut, text)


def load() -> None:
    """Load the patterns, so that the first screen with a long word need not wait for them."""
    _patterns()


@cache
def _patterns() -> Pyphen:
    from pyphen import Pyphen  # noqa: PLC0415 (most screens have no word that is too wide)

    return Pyphen(lang="nl")
