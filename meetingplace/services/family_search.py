"""What typed words may mean when somebody looks for a family: a name, or the picture or the language of the family.

Hosts of one team speak several languages: words are understood in each language of the program.
"""

from __future__ import annotations

from functools import cache

from meetingplace.domain.families import SearchWord
from meetingplace.domain.language import LANGUAGES, PROGRAM
from meetingplace.domain.pictures import PICTURE_SHAPES
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import picture_name

_FEWEST_LETTERS = 3  # "fr" begins French and a third of all names: a part of a language's name is longer


def meant(typed_words: str, with_languages: bool = False) -> tuple[SearchWord, ...]:
    """Say what each typed word may mean: part of a name, a picture ("slak"), perhaps a language ("Turks")."""
    return tuple(
        SearchWord(word, _shapes(word), _languages(word) if with_languages else ())
        for word in folded(typed_words).split()
    )


def _shapes(word: str) -> tuple[str, ...]:
    return tuple(
        shape for shape, names in _picture_names().items() if any(part.startswith(word) for part in names.split())
    )


def _languages(word: str) -> tuple[str, ...]:
    return tuple(
        code
        for code, names in _language_names().items()
        if word in names or (len(word) >= _FEWEST_LETTERS and any(name.startswith(word) for name in names))
    )


@cache
def _picture_names() -> dict[str, str]:
    speakers = [translator("app", language) for language in PROGRAM]
    return {shape: folded(" ".join(picture_name(_, shape) for _ in speakers)) for shape in PICTURE_SHAPES}


@cache
def _language_names() -> dict[str, frozenset[str]]:
    formats = [Formats(language) for language in PROGRAM]
    return {
        code: frozenset(folded(name) for name in (own.own_name, *(each.language_name(code) for each in formats)))
        for code, own in LANGUAGES.items()
    }
