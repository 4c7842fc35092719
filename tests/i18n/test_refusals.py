"""The sentence of every refusal in the three languages of the program: what happened, what is safe, what to do."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from meetingplace.domain.language import PROGRAM
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats

# every fact that a reason may carry, as the comments of `Reason` name them
FACTS = {
    "typed": "25:00",
    "limit": 80,
    "length": 10_000,
    "language": "ar",
    "choices": ("maandag", "dinsdag"),
    "fields": ("day", "hours"),
    "seconds": 30,
    "first": date(2026, 10, 1),
    "last": date(2026, 10, 31),
    "nickname": "Maan",
    "place": "Kuregem",
    "visits": 2,
    "state": "held",
    "wanted": "planned",
    "what": "Place",
    "number": 2,
    "made": 1,
    "name": "Nele",
    "file": "house.mpbackup",
    "folder": "/huis",
    "computer": "ONTHAAL-1",
    "since": datetime(2026, 10, 27, 9, 30),
    "address": "postgresql://huis",
    "letters": "ⵣ",
    "title": "Voorlezen",
    "day": date(2026, 11, 4),
    "missing": ("place", "hours"),
    "columns": ("Datum", "Plek"),
    "row": 7,
}


def _say(said_in: str, reason: Reason, **facts: object) -> str:
    return refusals.sentence(translator("app", said_in), Refused(reason, **facts), Formats(said_in))


@pytest.mark.parametrize("language", PROGRAM)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(language: str, reason: Reason) -> None:
    said = _say(language, reason, **FACTS)
    assert said.strip() == said
    assert said[-1] in ".?!"
    assert "…" not in said, "a fact is missing"
    assert not any(sign in said for sign in "{}")
    assert reason.value not in said  # never a code


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_said_in_another_way_in_each_language(reason: Reason) -> None:
    assert len({_say(language, reason, **FACTS) for language in PROGRAM}) == len(PROGRAM)


@pytest.mark.parametrize("language", PROGRAM)
def test_no_two_reasons_are_said_alike(language: str) -> None:
    said = [_say(language, reason, **FACTS) for reason in Reason]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", PROGRAM)
@pytest.mark.parametrize("reason", Reason)
def test_a_sentence_stands_even_when_its_facts_are_not_known(language: str, reason: Reason) -> None:
    assert _say(language, reason)


def test_days_hours_and_lists_are_written_as_the_language_does() -> None:
    elsewhere = {"computer": "ONTHAAL-1", "since": datetime(2026, 10, 27, 9, 30)}
    assert "dinsdag 27 oktober, 9:30" in _say("nl", Reason.HOUSE_OPEN_ELSEWHERE, **elsewhere)
    assert "mardi 27 octobre, 9\u00a0h\u00a030" in _say("fr", Reason.HOUSE_OPEN_ELSEWHERE, **elsewhere)
    assert "maandag en dinsdag" in _say("nl", Reason.CHOICE_UNKNOWN, typed="x", choices=["maandag", "dinsdag"])
    assert "lundi et mardi" in _say("fr", Reason.CHOICE_UNKNOWN, typed="x", choices=("lundi", "mardi"))


def test_one_single_day_is_no_period() -> None:
    day = date(2026, 10, 1)
    assert _say("en", Reason.DAY_OUTSIDE, first=day, last=day) == "Only Thursday 1 October is possible here."


def test_what_is_missing_on_a_flyer_is_named() -> None:
    said = _say("en", Reason.DUTCH_FACTS_MISSING, missing=("place", "hours"))
    assert (
        said == "In Dutch something is still missing: the name of the place and the hours. Fill it in before you print."
    )


def test_what_does_not_fit_on_paper_is_quoted_in_short_with_its_language() -> None:
    said = _say("en", Reason.TEXT_TOO_LONG, language="ar", lines=["مرحبا", "x" * 10_000])
    assert said.startswith("العربية: “مرحبا xxx")
    assert len(said) < 200
    assert "…" in said


def test_letters_that_cannot_be_printed_are_shown_one_by_one_and_not_too_many() -> None:
    assert _say("nl", Reason.LETTERS_MISSING, letters="លេ🙂") == (
        "Deze letters kunnen niet gedrukt worden: ល ◌េ 🙂. Laat ze weg en probeer opnieuw."
    )
    many = _say("fr", Reason.LETTERS_MISSING, letters="".join(map(chr, range(0x1780, 0x17A0))))
    assert many.startswith("Ces lettres ne peuvent pas être imprimées\u00a0: ក ខ គ ឃ ង ច ឆ ជ ឈ ញ ដ ឋ …. ")


def test_what_somebody_typed_is_said_again_as_it_was() -> None:
    typed = "<b>&{limit}\u202e"
    assert typed in _say("nl", Reason.DATE_IMPOSSIBLE, typed=typed)


def test_a_sentence_says_what_is_safe_or_what_to_do() -> None:
    assert _say("nl", Reason.DISK_FULL) == (
        "De schijf is vol. Wat al bewaard was, is veilig; maak plaats en probeer opnieuw."
    )
    assert _say("fr", Reason.NAME_MISSING) == "Il manque encore un nom. Tapez-en un et réessayez."
    assert _say("en", Reason.PIN_WRONG, seconds=30) == "This PIN is not right. Wait 30 seconds and try again."
