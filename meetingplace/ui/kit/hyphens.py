"""Where a word may go on on the next line: by groups of sounds, as Dutch, French and English cut words. No Qt here.

It is no dictionary. A hyphen that a printer would set one letter further is still better than a word that breaks
anywhere, and it is only used for a word that is wider than its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
_LEAST = 6  # letters: shorter words stay whole
_WORD = re.compile(rf"[^\W\d_]{{{_LEAST},}}")
_VOWELS = re.compile("[aeiouyàáâäèéêëìíîïòóôöùúûüœæ]+", re.IGNORECASE)
# consonants that begin a syllable together, even when nothing stays behind before them
_TOGETHER = frozenset("bl br ch cl cr dr fl fr gl gr kl kr ph pl pr th tr vl vr".split())
_BEGINNINGS = _TOGETHER | frozenset("dw kn qu sch schr sl sm sn sp spl spr st str tw wr".split())


def syllables(word: str) -> list[str]:
    """Cut a word between its syllables; the first and the last one have two letters at least."""
    groups = list(_VOWELS.finditer(word))
    cuts = [
        before.end() + _left_behind(word[before.end() : after.start()].lower()) for before, after in pairwise(groups)
    ]
    edges = [0, *(cut for cut in cuts if 2 <= cut <= len(word) - 2), len(word)]
    return [word[begin:end] for begin, end in pairwise(edges)]


def hyphenated(text: str, fits: Callable[[str], bool]) -> str:
    """Put soft hyphens into the words that do not fit on a line."""

    def cut(found: re.Match[str]) -> str:
        word = found.group()
        return word if fits(word) else SOFT_HYPHEN.join(syllables(word))

    return _WORD.sub(cut, text)


def _left_behind(consonants: str) -> int:
    """Count the consonants that stay with the vowel before them."""
    if len(consonants) < 2 or consonants in _TOGETHER:
        return 0
    longest = (at for at in range(1, len(consonants)) if consonants[at:] in _BEGINNINGS)
    return next(longest, len(consonants) - 1)
