"""Languages: those of the field are all there, in their own script and direction; codes are checked when typed."""

from __future__ import annotations

import pytest

from meetingplace.domain.language import (
    LANGUAGES,
    MOST_SPOKEN,
    PAPER,
    PROGRAM,
    is_right_to_left,
    known_language,
)
from meetingplace.domain.refusals import Reason, Refused

FIRST_TIER = "nl fr en ar es tr ro pt it pl".split()
SECOND_TIER = "de ru uk bg el sq fa prs ps ur so ti am zgh ln sw ku hi pa zh".split()


def test_every_language_that_paper_will_speak_is_known_in_that_order() -> None:
    assert list(LANGUAGES)[:30] == FIRST_TIER + SECOND_TIER
    assert all(code == language.code for code, language in LANGUAGES.items())


def test_program_paper_and_quick_picks_are_known_languages() -> None:
    assert PROGRAM == ("nl", "fr", "en")
    assert (*FIRST_TIER, *SECOND_TIER) == PAPER
    assert {*PROGRAM, *PAPER, *MOST_SPOKEN} <= set(LANGUAGES)
    assert len(MOST_SPOKEN) == len(set(MOST_SPOKEN)) == 10


def test_five_languages_are_read_from_right_to_left() -> None:
    assert {code for code in LANGUAGES if is_right_to_left(code)} == {"ar", "fa", "prs", "ps", "ur"}
    assert not is_right_to_left("he-unknown")


@pytest.mark.parametrize(
    ("code", "own_name"),
    [("ar", "العربية"), ("fr", "Français"), ("ti", "ትግርኛ"), ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"), ("zh", "中文"), ("ln", "Lingála")],
)
def test_a_language_is_named_in_its_own_script(code: str, own_name: str) -> None:
    assert LANGUAGES[code].own_name == own_name


def test_no_two_languages_share_a_name() -> None:
    assert len({language.own_name for language in LANGUAGES.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("typed", ["ar", " AR ", "Ar\n"])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert known_language(typed) == "ar"


@pytest.mark.parametrize("typed", ["", "xx", "arabisch", "🇧🇪", "nl,fr", "x" * 10_000])
def test_what_is_no_code_is_refused_and_said_in_short(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        known_language(typed)
    assert refused.value.reason is Reason.LANGUAGE_UNKNOWN
    assert refused.value.facts == {"language": typed[:40]}
