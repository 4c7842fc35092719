"""The referral slip: what stands on it in every language, on which side, and that nothing lies over anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meetingplace.documents.pictures import page_count
from meetingplace.documents.referral_slip import ReferralSlip, referral_slip
from meetingplace.domain.language import PAPER, is_right_to_left
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import translator

from . import reading

MM = 72 / 25.4
SLIP = ReferralSlip(
    house_name="Huis Kersenhof",
    house_phone="02 555 01 23",
    partner="Opvoedingswinkel Noord",
    address="Parkstraat 3, 1030 Schaarbeek",
    phone="02 555 04 56",
    stop="tram 55, Parkhalte",
    hours="dinsdag en donderdag, 9 – 12 uur",
    price="€ 4 per gesprek",
)
LONG = ReferralSlip(
    house_name="Ontmoetingsplaats voor ouders en kinderen van Anderlecht & omstreken",
    house_phone="02 555 01 23 / 0470 12 34 56",
    partner="Centrum voor Algemeen Welzijnswerk <b>Brussel & Halle-Vilvoorde</b>, onthaal gezin",
    address="Onze-Lieve-Vrouw-van-Vaakstraat 142 bus 3, gelijkvloers achteraan, 1000 Brussel (ingang via de poort)",
    phone="02 555 04 56 of 0800 12 345",
    stop="metro 2 en 6, halte Ribaucourt, daarna bus 86 tot halte Lindeplein",
    hours="maandag, dinsdag en donderdag van 9 tot 12 uur, woensdag van 13.30 tot 16.30 uur en op afspraak",
    price="€ 4 per gesprek, minder met een verhoogde tegemoetkoming",
)


def made(slip: ReferralSlip = SLIP, language: str = "") -> bytes:
    """Make a slip with a language beside the Dutch."""
    return referral_slip(slip, translator("paper", "nl"), translator("paper", language) if language else None)


@pytest.mark.parametrize("language", [code for code in PAPER if code != "nl"])
def test_the_slip_says_everything_in_dutch_and_in_the_language_of_the_parent(language: str) -> None:
    pdf = made(language=language)
    assert page_count(pdf) == 1
    words = reading.words(pdf)
    for text in (
        "Daar kan je terecht", "Opvoedingswinkel Noord", "Parkstraat 3, 1030 Schaarbeek", "02 555 04 56",
        "tram 55, Parkhalte", "dinsdag en donderdag, 9 – 12 uur", "€ 4 per gesprek", "zeg: ik kom van Huis Kersenhof",
        "Op dit blad staat geen naam.",
    ):  # fmt: skip
        assert text in words
    _ = translator("paper", language)
    for text in ("You can go here", "notes for yourself", "opening hours", "price"):
        assert reading.tidy(_(text)) in words
    assert reading.tidy(_("say: I come from {house}", house="Huis Kersenhof")) in words
    assert {line.language for line in reading.lines(pdf)} == {"nl", language}


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_a_language_from_right_to_left_stands_at_the_right(language: str) -> None:
    _ = translator("paper", language)
    title = next(one for one in reading.lines(made(language=language)) if one.text == _("You can go here"))
    is_at_left_margin = abs(title.x - 9 * MM) < 1
    assert is_at_left_margin is not is_right_to_left(language)


def test_in_dutch_alone_nothing_is_said_twice() -> None:
    found = [line.text for line in reading.lines(made())]
    assert found.count("Daar kan je terecht") == 1
    assert {line.language for line in reading.lines(made())} == {"nl"}


def test_what_is_not_known_is_left_out() -> None:
    words = reading.words(made(ReferralSlip("Huis", "", "Taalhuis Linde"), "fr"))
    assert "Taalhuis Linde" in words
    assert "heures d’ouverture" not in words
    assert "prix" not in words
    assert "None" not in words


def test_what_is_free_is_said_in_both_languages() -> None:
    words = reading.words(made(replace(SLIP, price="gratis", is_free=True), "fr"))
    assert "gratis" in words
    assert "gratuit" in words
    assert "prix" not in words


@pytest.mark.parametrize("language", ["", "ar", "tr", "pl"])
@pytest.mark.parametrize("slip", [SLIP, LONG])
def test_long_texts_lie_over_nothing(slip: ReferralSlip, language: str) -> None:
    """Read back in which order lines stand: none below the paper, none of one side over another one."""
    lines = reading.lines(made(slip, language))
    assert min(line.y for line in lines) > 7 * MM
    assert "<b>Brussel" in reading.words(made(slip, language)) or slip is SLIP
    foot = max(line.y for line in lines if line.text.startswith("Vragen?"))
    say = min(line.y for line in lines if "zeg: ik kom" in line.text)
    assert say > foot + 8


def test_what_cannot_stand_on_an_a5_is_refused_with_its_words() -> None:
    with pytest.raises(Refused) as refused:
        made(replace(LONG, address="Lange straat " * 23))
    assert refused.value.reason is Reason.TEXT_TOO_LONG
    assert refused.value.facts["language"] == "nl"
