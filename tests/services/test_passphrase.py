"""The passphrase and its recovery sheet: suggestions, changing either, and the paper that is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import passphrase, recovery_sheet
from meetingplace.services.passphrase import Sheet
from meetingplace.startup import NewHouse
from tests.documents.reading import pages

OLD, NEW = "cloud socks tram pepper", "a goat on the roof"
WORDS = ("kraan", "wolk", "sokken", "tram", "peper", "zondag", "fiets", "lamp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    typed = NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=OLD, recovery_words=WORDS)
    assert startup.create_house(tmp_path / "house", typed) == WORDS
    return tmp_path / "house"


def opens(folder: Path, typed: str) -> bool:
    try:
        startup.open_house(str(folder), lambda: typed).close()
    except Refused as refused:
        return refused.reason is not Reason.PASSPHRASE_WRONG
    return True


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_suggestion_is_six_different_words_of_the_language_and_another_each_time(language: str):
    first, second = passphrase.suggestion(language), passphrase.suggestion(language)
    assert len(set(first)) == len(first) == 6
    assert first != second
    assert len(passphrase.recovery_words(language)) == 8
    passphrase.check(" ".join(first))


def test_a_short_passphrase_is_refused():
    with pytest.raises(Refused) as refused:
        passphrase.check("1234567")
    assert (refused.value.reason, refused.value.facts) == (Reason.PASSPHRASE_TOO_SHORT, {"limit": 8})


def test_words_that_were_printed_first_open_the_house(folder: Path):
    assert opens(folder, " ".join(WORDS))
    assert opens(folder, ", ".join(WORDS).upper())


def test_another_passphrase_opens_the_house_the_old_one_no_more_and_the_sheet_still(folder: Path):
    with startup.open_house(str(folder), lambda: OLD) as house, house.connection():
        passphrase.change(folder, NEW)
    assert [opens(folder, typed) for typed in (OLD, NEW, " ".join(WORDS))] == [False, True, True]


def test_a_new_sheet_opens_the_house_and_the_old_one_no_more(folder: Path):
    new_words = tuple(reversed(WORDS))
    with startup.open_house(str(folder), lambda: OLD) as house, house.connection():
        passphrase.replace_sheet(folder, new_words)
    assert [opens(folder, " ".join(words)) for words in (WORDS, new_words)] == [False, True]
    assert opens(folder, OLD)


def test_a_house_without_a_passphrase_has_none_to_change(tmp_path: Path):
    startup.create_house(tmp_path / "plain", NewHouse("De Kersenpit", "Kuregem", "Samira"))
    with startup.open_house(str(tmp_path / "plain")) as house, house.connection():
        for change in (lambda: passphrase.change(tmp_path / "plain", NEW),
                       lambda: passphrase.replace_sheet(tmp_path / "plain", WORDS)):  # fmt: skip
            with pytest.raises(Refused) as refused:
                change()
            assert refused.value.reason is Reason.KEY_FILE_MISSING


@pytest.mark.usefixtures("qapp")
def test_the_sheet_carries_the_house_the_words_in_order_and_the_day():
    pdf = recovery_sheet.pdf(Sheet("Huis <b>Zandbak</b> & Co", WORDS, date(2026, 10, 27), "nl"))
    lines = [line.text for line in pages(pdf)[0]]
    assert [line for line in lines if line in WORDS] == list(WORDS)
    text = " ".join(lines)
    assert "Huis <b>Zandbak</b> & Co" in text
    assert "dinsdag 27\u00a0oktober 2026" in text
    assert recovery_sheet.picture(Sheet("X", WORDS, date(2026, 10, 27), "fr"), 200).startswith(b"\x89PNG")
