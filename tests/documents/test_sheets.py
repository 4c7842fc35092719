"""Sheets for the team and the recovery sheet: what stands on them, how many pages, in every language of paper."""

from __future__ import annotations

import re
from datetime import date

import pytest

from meetingplace.documents import pictures
from meetingplace.documents.name_cards import NameCard, NameCards, name_cards
from meetingplace.documents.name_sheet import NameRow, NameSheet, name_sheet
from meetingplace.documents.recovery_sheet import RecoverySheet, recovery_sheet
from meetingplace.documents.tally_sheet import TallySheet, tally_sheet
from meetingplace.domain.paper_lists import NameColumn
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Refused
from meetingplace.i18n.formats import Formats

from . import reading
from .examples import TITLES, TRANSLATORS, sheet_head

WORDS = ("appel", "boot", "dorp", "egel", "fiets", "gans", "hamer", "vlinder")


def tally(language: str = "nl", **changed: object) -> bytes:
    values = {
        "head": sheet_head(),
        "languages": ("fr", "nl", "ar", "tr", "ti"),
        "municipalities": ("1030 Schaarbeek", "1000 Brussel"),
        "team": ("Els", "Youssef"),
    }
    return tally_sheet(TallySheet(**{**values, **changed}), TRANSLATORS[language])


def names(count: int, language: str = "nl") -> bytes:
    rows = tuple(NameRow("duck", (f"Naam{number}",), (38, 8)) for number in range(count))
    return name_sheet(NameSheet(sheet_head(), rows), TRANSLATORS[language])


@pytest.mark.parametrize("language", TITLES)
def test_tally_sheet_in_every_language(language: str) -> None:
    pdf = tally(language)
    words = reading.words(pdf)
    for text in (
        "Huis Kersenhof",
        "Spelen en ontmoeten",
        "De Kers, Schaarbeek",
        "s 214",
        "Français",
        "العربية",
        "ትግርኛ",
        "1030 Schaarbeek",
        "Youssef",
    ):
        assert text in words
    assert reading.tidy(Formats(language).full_day(date(2026, 11, 18))) in words
    assert pictures.page_count(pdf) == 1


def test_tally_sheet_has_thirty_boxes_a_column() -> None:
    content = tally()
    # 14 columns of 30, 3 lists of 9 rows of 5, 6 counts, 6 functions, 2 of the team and one spare
    drawn = sum(len(re.findall(rb" h B EMC", page)) for page in reading.contents(content))
    assert drawn == 14 * 30 + 3 * 9 * 5 + 6 + 6 + 3


@pytest.mark.parametrize("language", TITLES)
def test_name_sheet_in_every_language(language: str) -> None:
    pdf = names(3, language)
    assert [line.text for line in reading.lines(pdf)].count("Naam2") == 1
    assert pictures.page_count(pdf) == 1


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (13, 1), (14, 2), (40, 3)])
def test_blank_rows_stay_and_pages_follow(count: int, expected: int) -> None:
    pdf = names(count)
    found = reading.pages(pdf)
    assert pictures.page_count(pdf) == len(found) == expected
    said = [line.text for line in reading.lines(pdf)]
    assert [text for text in said if text.startswith("Naam")] == [f"Naam{number}" for number in range(count)]
    assert said.count("Huis Kersenhof") == expected
    # fifteen rows a page: where no name stands, a place for a picture waits
    blanks = sum(len(re.findall(rb" d [^\n]*? S Q EMC", page)) for page in reading.contents(pdf))
    assert blanks == expected * 15 - count


def test_as_many_blank_rows_stay_as_are_asked_and_the_counts_have_a_box() -> None:
    rows = (NameRow("duck", ("Bas",)),)
    assert pictures.page_count(name_sheet(NameSheet(sheet_head(), rows, blanks=14), TRANSLATORS["nl"])) == 1
    pdf = name_sheet(NameSheet(sheet_head(), rows, blanks=15), TRANSLATORS["nl"])
    assert pictures.page_count(pdf) == 2
    assert {"geteld", "kinderen", "volwassenen"} <= {line.text for line in reading.lines(pdf)}


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(
    "name",
    ["x" * 80, "W" * 80, "Een heel lange naam van een gezin met veel woorden erin die maar niet ophoudt, ja",
     "<b>vet</b> & co", "نور وسامي من الجيران الطيبين في الحي القديم قرب المدرسة", "👶🏽 Zon", "=1+1", "አበበ", "Ж" * 80],
)  # fmt: skip
def test_one_name_of_many_never_stops_a_list_or_the_cards(language: str, name: str) -> None:
    row = NameRow("kite", (name,), (50, 40, 30, 14, 8, 3), ("tr", "ar", "fr", "nl", "so", "ti", "pl", "ro"))
    head, _ = sheet_head(), TRANSLATORS[language]
    sheet = name_sheet(NameSheet(head, (row, NameRow("duck", ("Bas",))), columns=tuple(NameColumn)), _)
    cards = name_cards(NameCards("Huis", (NameCard(name), NameCard("Bas"))), _)
    for pdf in (sheet, cards):
        assert "Bas" in reading.words(pdf)
        assert name.replace("👶🏽 ", "")[:4] in reading.words(pdf)
        assert "🏽" not in reading.words(pdf)  # without colours a tone of skin would be a box


def test_name_sheet_says_first_names_with_their_ages() -> None:
    row = NameRow("kite", ("Bas", "Lou"), (50, 8), ("tr",))
    words = reading.words(name_sheet(NameSheet(sheet_head(), (row,)), TRANSLATORS["nl"]))
    assert "Bas en Lou" in words
    assert re.search(r"4\s\w+ · 8\s\w+", words)
    assert "Türkçe" in words


HEADS = {
    NameColumn.AGES: "leeftijd",
    NameColumn.ADULTS: "mama",
    NameColumn.LANGUAGE: "taal thuis",
    NameColumn.HEARD: "nieuw? hoe gehoord?",
    NameColumn.LEFT: "weg om",
}


@pytest.mark.parametrize("columns", [(), (NameColumn.LEFT,), (NameColumn.ADULTS, NameColumn.AGES), tuple(NameColumn)])
def test_only_the_chosen_columns_stand_on_a_name_sheet_and_in_their_order(columns: tuple[NameColumn, ...]) -> None:
    row = NameRow("kite", ("Bas",), (50,), ("tr",))
    pdf = name_sheet(NameSheet(sheet_head(), (row,), columns=columns), TRANSLATORS["nl"])
    words = reading.words(pdf)
    assert {column for column, head in HEADS.items() if head in words} == set(columns)
    assert ("Türkçe" in words) == (NameColumn.LANGUAGE in columns)
    assert ("4 j" in words) == (NameColumn.AGES in columns)
    boxes = sum(len(re.findall(rb" h B EMC", page)) for page in reading.contents(pdf))
    assert boxes == 2 + (15 * 4 if NameColumn.ADULTS in columns else 0)  # children and adults are counted


def test_the_columns_of_a_name_sheet_never_lie_over_each_other() -> None:
    row = NameRow("kite", ("Noor en Sami van hiernaast",), (50, 14, 3), ("tr", "ar"))
    pdf = name_sheet(NameSheet(sheet_head(), (row,), columns=tuple(NameColumn)), TRANSLATORS["nl"])
    begins = [
        line.x for line in reading.lines(pdf) if line.text.startswith(("voornaam", "leef", "taal", "nieuw", "weg"))
    ]
    assert begins == sorted(begins)
    assert len(set(begins)) == 5


@pytest.mark.parametrize("language", TITLES)
def test_name_cards_in_every_language(language: str) -> None:
    cards = (
        NameCard("Maan", Picture("moon-waning-crescent", 0)),
        NameCard("ليلى", Picture("star", 5)),
        NameCard("Lina"),
    )
    pdf = name_cards(NameCards("Huis Kersenhof", cards), TRANSLATORS[language])
    said = [line.text for line in reading.lines(pdf)]
    assert [text for text in said if text in ("Maan", "ليلى", "Lina")] == ["Maan", "ليلى", "Lina"]
    assert len(said) == 3 + 8  # a greeting on each of the eight, with or without a name
    assert pictures.page_count(pdf) == 1


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (8, 1), (9, 2), (28, 4)])
def test_name_cards_fill_whole_pages_with_a_cross_at_every_corner(count: int, expected: int) -> None:
    cards = tuple(NameCard(f"Naam{number}", Picture("duck", number % 8)) for number in range(count))
    found = reading.contents(name_cards(NameCards("Huis Kersenhof", cards), TRANSLATORS["nl"]))
    assert len(found) == expected
    for page in found:
        assert len(re.findall(rb" w [\d.]+ [\d.]+ m [\d.]+ [\d.]+ l S", page)) >= 3 * 5 * 2
    blanks = sum(len(re.findall(rb" d [^\n]*? S Q EMC", page)) for page in found)
    assert blanks == expected * 8 - count  # a place for a picture that is still to be drawn


def test_a_long_nickname_stays_on_its_card_and_one_without_letters_leaves_a_line() -> None:
    cards = (NameCard("Tante Fatma en de kleine Mohamed van hiernaast"), NameCard("\U0001fae0"))
    words = reading.words(name_cards(NameCards("Huis", cards), TRANSLATORS["nl"]))
    assert "Tante Fatma en de kleine Mohamed van hiernaast" in words


def test_right_to_left_sheets_are_mirrored() -> None:
    left = {line.text: line.x for line in reading.lines(names(1, "nl"))}
    right = {line.text: line.x for line in reading.lines(names(1, "ar"))}
    assert left["Naam0"] < 297 / 2 / 25.4 * 72 < right["Naam0"]


def test_a_nickname_that_cannot_be_printed_whole_does_not_stop_the_list() -> None:
    rows = tuple(NameRow("duck", (name,), (8,)) for name in ("Zon \U0001fae0", "نور \U0001fae0", "\U0001fae0", "Maan"))
    words = reading.words(name_sheet(NameSheet(sheet_head(), rows), TRANSLATORS["nl"]))
    assert all(name in words for name in ("Zon", "نور", "Maan"))


def test_letters_without_a_face_are_refused() -> None:
    with pytest.raises(Refused):
        tally(team=("Els 😀",))


@pytest.mark.parametrize("language", TITLES)
def test_recovery_sheet_has_numbered_words_in_order(language: str) -> None:
    sheet = RecoverySheet("Huis Kersenhof", WORDS, date(2026, 11, 23))
    pdf = recovery_sheet(sheet, TRANSLATORS[language])
    read = [line.text for line in reading.lines(pdf)]
    assert [text for text in read if text in WORDS] == list(WORDS)
    assert all(read[read.index(word) - 1] == str(number) for number, word in enumerate(WORDS, start=1))
    sizes = {line.size for line in reading.lines(pdf) if line.text in WORDS}
    assert min(sizes) >= 17
    assert pictures.page_count(pdf) == 1


def test_a_long_name_of_the_house_stays_under_the_day_of_the_recovery_sheet() -> None:
    sheet = RecoverySheet("Huis Kersenhof, ontmoetingsplaats voor ouders en jonge kinderen", WORDS, date(2026, 11, 23))
    read = reading.lines(recovery_sheet(sheet, TRANSLATORS["nl"]))
    day = next(line for line in read if "23 november" in reading.tidy(line.text))
    of = [line for line in read if line.y < day.y and line.x == day.x]
    assert len(of) == 2
    assert day.y - of[0].y >= day.size
