"""What a typed word or its beginning means: a language, how a family heard of us, who an adult is to a child.

Hosts of one team speak several languages: words are understood in each language of the program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from meetingplace.domain.families import HowHeard, Relation
from meetingplace.domain.language import LANGUAGES, MOST_SPOKEN, PROGRAM
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import how_heard_name, relation_name

Value = TypeVar("Value")


def language_meant(typed: str) -> str:
    """Give the code of a language by its code, its name, or how that begins; refuses LANGUAGE_UNKNOWN."""
    code = _meant(typed, _languages())
    if code is None:
        raise Refused(Reason.LANGUAGE_UNKNOWN, language=typed.strip()[:20])
    return code


def heard_meant(_: Translator, typed: str) -> HowHeard:
    """Give how a family heard of us; refuses CHOICE_UNKNOWN."""
    how = _meant(typed, _ways())
    if how is None:
        raise Refused(
            Reason.CHOICE_UNKNOWN, typed=typed.strip()[:20], choices=[how_heard_name(_, one) for one in HowHeard]
        )
    return how


def relation_meant(_: Translator, typed: str) -> Relation:
    """Give who an adult is to a child; refuses CHOICE_UNKNOWN."""
    who = _meant(typed, _relations())
    if who is None:
        raise Refused(
            Reason.CHOICE_UNKNOWN, typed=typed.strip()[:20], choices=[relation_name(_, one) for one in Relation]
        )
    return who


def _meant(typed: str, named: Mapping[Value, Sequence[str]]) -> Value | None:
    """Find what has this name, else the first one of which a name begins so."""
    word = folded(typed)
    whole = (value for value, names in named.items() if word in names)
    begun = (value for value, names in named.items() if any(name.startswith(word) for name in names))
    return next(whole, None) or next(begun, None) if word else None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    spoken = [Formats(language) for language in PROGRAM]
    codes = dict.fromkeys([*MOST_SPOKEN, *LANGUAGES])  # "ar" may begin several names: the most spoken is meant
    return {
        code: (
            code,
            *(folded(name) for name in (LANGUAGES[code].own_name, *(one.language_name(code) for one in spoken))),
        )
        for code in codes
    }


@cache
def _ways() -> dict[HowHeard, tuple[str, ...]]:
    words = [translator("app", language) for language in PROGRAM]
    return {how: (how.value, *(folded(how_heard_name(_, how)) for _ in words)) for how in HowHeard}


@cache
def _relations() -> dict[Relation, tuple[str, ...]]:
    words = [translator("app", language) for language in PROGRAM]
    return {who: (who.value, *(folded(relation_name(_, who)) for _ in words)) for who in Relation}
