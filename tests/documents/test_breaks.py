"""Where lines end: what stays together, where an address may break, and what leaves no trace."""

from __future__ import annotations

import pytest

from meetingplace.documents.breaks import at_pause, kept_together
from meetingplace.documents.fonts import Cut
from meetingplace.documents.typeset import Manner, lay

from . import reading

TEXT = Manner(Cut.TEXT, 1.3)


def broken(text: str, width: float) -> list[str]:
    return [reading.tidy(line.text) for line in lay(text, TEXT, 12, width=width).lines]


def test_a_telephone_number_stays_on_one_line() -> None:
    for width in range(80, 260, 5):
        assert any("02 555 01 23" in line for line in broken("Bel gerust het nummer 02 555 01 23 of kom langs", width))


def test_numbers_that_are_no_telephone_may_part() -> None:
    assert kept_together("bus 10 11, tram 55") == "bus 10 11, tram 55"


@pytest.mark.parametrize("address", ["hallo@huis-kersenhof.example", "www.huis-kersenhof.example/onze-plek"])
def test_an_address_that_fits_is_whole(address: str) -> None:
    for width in range(260, 400, 10):
        assert any(address in line for line in broken(f"Schrijf of kijk eens naar {address} voor meer", width))


def test_an_address_wider_than_its_line_breaks_where_it_can_be_read() -> None:
    lines = broken("Mail hallo-iedereen@huis-kersenhof.example", 140)
    assert lines == ["Mail hallo-iedereen", "@huis-kersenhof.example"]
    lines = broken("https://www.huis-kersenhof.example/onze-plek/uren", 150)
    assert lines == ["https://www.huis-kersenhof", ".example/onze-plek/uren"]


def test_what_is_read_of_an_address_holds_no_mark() -> None:
    [line] = lay("hallo-iedereen@huis-kersenhof.example", TEXT, 12).lines
    assert line.text == "hallo-iedereen@huis-kersenhof.example"
    assert len(line.glyphs) == len(line.text)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Spe\x00len\x07", ["Spelen"]),
        ("\ufeffSpelen\u061c", ["Spelen"]),
        ("Spelen\u202e", ["Spelen"]),
        ("\u202e", [""]),
        ("Spelen\ud800", ["Spelen"]),
        ("Spelen\U000e0041", ["Spelen"]),
        ("een\u2028twee\vdrie\r\nvier", ["een", "twee", "drie", "vier"]),
    ],
)
def test_what_is_no_letter_leaves_no_trace(typed: str, lines: list[str]) -> None:
    assert broken(typed, 300) == lines


def test_a_very_long_word_is_set_at_once() -> None:
    [line] = lay("x" * 4_000, TEXT, 12, width=300).lines
    assert len(line.glyphs) == 4_000


def test_the_number_of_a_box_stays_with_its_word() -> None:
    assert kept_together("Gallaitstraat 86 bus 12, ingang") == "Gallaitstraat 86\u00a0bus\u00a012, ingang"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Kom binnen wanneer je wil, inschrijven hoeft niet", "Kom binnen wanneer je wil,\ninschrijven hoeft niet"),
        ("تفضلوا متى شئتم، لا حاجة إلى التسجيل", "تفضلوا متى شئتم،\nلا حاجة إلى التسجيل"),
        ("Приходите, когда хотите, запись не нужна", "Приходите, когда хотите,\nзапись не нужна"),
        ("elke woensdag", ""),
        ("woensdag, 9.30 uur", ""),
    ],
)
def test_two_lines_part_at_the_comma_in_their_middle(text: str, broken: str) -> None:
    assert at_pause(text) == broken


def test_a_short_end_does_not_stand_alone_after_its_comma() -> None:
    """A pause is no reason for one word on a line."""
    setting = lay("Kom wanneer je wil met alle kinderen, graag", TEXT, 12, width=170, is_balanced=True)
    assert [line.text.strip() for line in setting.lines][-1] != "graag"
