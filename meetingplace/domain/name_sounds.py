"""How names sound, so that a family is found however its name is spelled: Mohamed, Muhammad, Mehmet, Мухаммад, محمد.

Each step finds more than the one before: `typed_text.folded` (no accents, no case), `sounding` (how Dutch, French,
English and Turkish write one sound) and `skeleton` (consonants alone, also those of Arabic and Cyrillic letters).
"""

from __future__ import annotations

import re
from functools import lru_cache

from meetingplace.domain.typed_text import folded

FEWEST_CONSONANTS = 3  # of a skeleton: "mr" stands for half of all names

# how one sound is written; longer spellings first
_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oe", "u"), ("ij", "i"),
    ("sj", "s"), ("sh", "s"), ("ch", "s"), ("c", "k"), ("q", "k"), ("y", "i"), ("j", "i"), ("z", "s"), ("w", "v"),
)  # fmt: skip
_DOUBLE_LETTERS = re.compile(r"([^\W\d_])\1+")

# letters that are taken for one another in a skeleton, by the letter that stands for them; "" for what is not spoken
_ALIKE = {
    "a": "aeiouyjwh" "аеиоуыэіюяєх" "اعءىةويجهحخ",
    "b": "bp" "бп" "بپ",
    "f": "fv" "фв" "ف",
    "k": "kgq" "кгґ" "قكکگغ",
    "l": "l" "л" "ل",
    "m": "m" "м" "م",
    "n": "n" "н" "ن",
    "r": "r" "р" "ر",
    "s": "sz" "зсшщжцч" "سزصشظژچ",
    "t": "td" "тд" "تثدذضط",
    "": "ьъ'’-",
}  # fmt: skip
_CONSONANT = str.maketrans({letter: sound for sound, letters in _ALIKE.items() for letter in letters})
_DIGRAPHS = (("kh", "h"), ("dj", "j"), ("ph", "f"), ("ch", "s"), ("x", "ks"))
_SOFT_C = re.compile("c(?=[eiy])")
_DOUBLE_UNLESS_ARABIC = re.compile("([a-zа-яґєі])\\1+")  # Arabic leaves out the vowel between two letters


def sounding(words: str) -> str:
    """Fold words further, so that names that are spelled in several ways meet: Yousra, Joesra and Yusra."""
    like = folded(words)
    for spelled, sound in _SPELLINGS:
        like = like.replace(spelled, sound)
    return _DOUBLE_LETTERS.sub(r"\1", like)


def skeleton(word: str) -> str:
    """Give the consonants of one word, a vowel at its beginning as "a": "mmt" for Muhammad, "asf" for Youssef.

    Empty when there are too few of them to tell names apart.
    """
    like = folded(word)
    for spelled, sound in _DIGRAPHS:
        like = like.replace(spelled, sound)
    like = _SOFT_C.sub("s", like).replace("c", "k")
    spoken = _DOUBLE_UNLESS_ARABIC.sub(r"\1", like).translate(_CONSONANT)
    bare = spoken[:1] + spoken[1:].replace("a", "")
    return bare if len(bare) >= FEWEST_CONSONANTS and bare.isascii() and bare.isalpha() else ""


@lru_cache(maxsize=50_000)
def sounds(name: str) -> frozenset[str]:
    """Give what a name sounds like, whatever the order of its words, and its consonants; two alike names share one."""
    words = sorted(sounding(name).split())
    if not words:
        return frozenset()
    bones = [skeleton(word) for word in sorted(name.split())]
    return frozenset({" ".join(words)} | ({"~" + " ".join(sorted(bones))} if all(bones) else set()))


def is_same_name(typed: str, name: str) -> bool:
    """Tell whether somebody who typed this can mean that name; a number behind it ("Zeynep 2") need not be typed."""
    return bool(sounds(_without_number(typed)) & sounds(_without_number(name)))


def _without_number(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1].isdecimal() else words)
