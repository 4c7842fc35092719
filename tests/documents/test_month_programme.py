"""The programme of a month: grid and list say the same, nothing is cut, a full month goes on to a second page."""

from __future__ import annotations

import calendar
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from PIL import Image

from meetingplace.documents import pictures
from meetingplace.documents.flyers import month_words
from meetingplace.documents.flyers.calendar_code import contact_card
from meetingplace.documents.flyers.content import (
    Closed,
    Entry,
    FlyerContent,
    FlyerDate,
    FlyerText,
    Programme,
    Where,
)
from meetingplace.documents.flyers.flyer import flyer_text, flyers, made, parts
from meetingplace.documents.flyers.layouts import layout
from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.sessions import Function
from meetingplace.i18n import flyer_phrases, phrases
from meetingplace.i18n.formats import Formats

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS, facts

MONTH = layout("month-programme")
NOVEMBER = date(2026, 11, 1)
LANGUAGES = ("nl", "fr", "ar", "ti", "hi", "zh", "ru")
HOUSE, SCHOOL = "Huis Kersenhof", "Brede School Kersenwijk"
PLACES = (Where(HOUSE, "Kersenhofstraat 12, 1030 Schaarbeek"), Where(SCHOOL, "Kersenwijkstraat 5, 1030 Schaarbeek"))
OFF = (
    *(FlyerDate(NOVEMBER.replace(day=day), Closed.SCHOOL_HOLIDAYS) for day in (2, 3, 4, 5)),
    FlyerDate(NOVEMBER.replace(day=11), Closed.PUBLIC_HOLIDAY),
    FlyerDate(NOVEMBER.replace(day=12), Closed.OTHER),
)
FULL = (
    "Spelen en ontmoeten", "Babbelcafé Nederlands voor ouders", "Muziek op schoot", "Vaders en kinderen samen op stap",
    "Voorlezen in veel talen aan de schoolpoort", "Naaiatelier", "Kinderkoken", "Peuterturnen in de sporthal",
    "Avond over slapen en doorslapen", "Consultatie met Kind en Gezin", "Fietsen leren", "Ouderpraat: schermen",
)  # fmt: skip


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(NOVEMBER.replace(day=number) for number in numbers)


def entry(title: str, on: Sequence[int], place: str = HOUSE, **changed: Any) -> Entry:
    """Give an entry in November with its own words in some languages."""
    own = [FlyerText(code, EVERY_TITLE[code]) for code in LANGUAGES if code != "nl"] if title == "Spelen" else []
    values: dict[str, Any] = {"start": time(9, 30), "end": time(12), "place": place, "expect": ("play",)}
    return Entry((FlyerText("nl", title), *own), days(*on), **{**values, **changed})


USUAL = (
    entry("Leeshoek", (6, 13, 20, 27), SCHOOL, start=time(15, 30), end=time(16, 30), from_months=36, to_months=96),
    entry("Baby’s op de mat", (9, 16, 23, 30), from_months=0, to_months=12, start=time(10), end=time(11)),
    entry("Spelen", (18, 25)),
    entry("Avond over slapen", (25,), start=time(19, 30), end=time(21, 30), is_walk_in=False),
)


def full() -> tuple[Entry, ...]:
    """Give 40 sessions of 12 kinds at two places."""
    made_up = []
    for number, title in enumerate(FULL):
        many = 4 if number % 3 == 0 else 3
        on = sorted({(3 + number * 2 + week * 7) % 30 + 1 for week in range(many)})
        made_up.append(entry(title, on, (HOUSE, SCHOOL)[number % 2], start=time(9 + number % 6, 30), end=time(17)))
    assert sum(len(one.days) for one in made_up) == 40
    return tuple(sorted(made_up, key=lambda one: one.days[0]))


def month(
    language: str = "nl", entries: Sequence[Entry] = USUAL, places: tuple[Where, ...] = PLACES, **changed: Any
) -> FlyerContent:
    """Give what stands on the programme of November 2026."""
    only = len(places) == 1
    what = facts(
        programme=Programme(NOVEMBER, tuple(entries), OFF, places),
        rule=None,
        place_name=places[0].name if only else "",
        address="Kersenhofstraat 12" if only else "",
        town="1030 Schaarbeek" if only else "",
        stop="tram 55, halte Kersenplein" if only else "",
        **changed,
    )
    codes = dict.fromkeys((language, "nl"))
    return FlyerContent(what, tuple(FlyerText(code, Formats(code).month(NOVEMBER)) for code in codes))


def paper_of(example: FlyerContent, paper: Paper = Paper.A4) -> bytes:
    return flyers([example], MONTH, TRANSLATORS, paper)


def numbers_of(page: list[reading.Line]) -> list[int]:
    return [int(line.text) for line in page if line.text.isdigit()]


def test_everything_is_said_in_every_script_on_every_paper() -> None:
    for paper in MONTH.papers:
        for language in LANGUAGES:
            _ = TRANSLATORS[language]
            pdf = paper_of(month(language), paper)
            [page] = reading.pages(pdf)
            words = reading.packed(reading.words(pdf))
            said = [EVERY_TITLE[language] if language != "nl" else "Spelen", "Leeshoek", "Avond over slapen"]
            said += [Formats(language).month_name(11), flyer_phrases.under_the_month(_, is_free=True), "2026"]
            for one in USUAL:
                said += [flyer_phrases.days_of_month(_, one.days), phrases.hours(_, one.start, one.end)]
                said += [flyer_phrases.ages(_, one.from_months, one.to_months)]
            said += [flyer_phrases.closed_day(_, why) for why in Closed]
            said += [phrases.entry(_, is_walk_in=False)]
            said += [text for place in PLACES for text in (place.name, place.address)]
            packed = words.casefold()
            assert [text for text in said if reading.packed(text).casefold() not in packed] == [], (paper, language)
            assert numbers_of(page) == list(range(1, 31)), (paper, language)


def test_dutch_stands_on_paper_in_another_language() -> None:
    lines = [line.text for line in reading.lines(paper_of(month("ar"))) if line.language == "nl"]
    assert {"november 2026", "Alles is gratis. Elke taal is welkom.", "Spelen"} <= set(lines)
    assert [line.text for line in reading.lines(paper_of(month()))].count("Spelen") == 1


def test_the_grid_begins_on_monday_at_the_start_of_the_page() -> None:
    def across(language: str) -> dict[str, float]:
        return {line.text: line.x for line in reading.lines(paper_of(month(language))) if line.text.isdigit()}

    dutch, arabic = across("nl"), across("ar")
    assert dutch["2"] < dutch["8"]  # Monday and Sunday
    assert arabic["2"] > arabic["8"]
    heads = [line.text for line in reading.lines(paper_of(month()))]
    first = heads.index("ma")
    assert heads[first : first + 7] == ["ma", "di", "wo", "do", "vr", "za", "zo"]


def test_only_what_is_free_is_called_free() -> None:
    paid = [replace(one, price_cents=200) if number == 2 else one for number, one in enumerate(USUAL)]
    words = reading.words(paper_of(month(entries=paid)))
    assert "Alles is gratis" not in words
    assert "Elke taal is welkom." in words
    assert words.count("gratis") == 3
    assert words.count("€ 2") == 1


def test_a_house_with_one_place_says_it_once_with_how_to_get_there() -> None:
    here = [replace(one, place=HOUSE) for one in USUAL]
    lines = [line.text for line in reading.lines(paper_of(month(entries=here, places=PLACES[:1], house_name="Wij")))]
    assert "".join(lines).count(HOUSE) == 1
    assert "tram 55," in " ".join(lines)
    several = reading.words(paper_of(month(house_name="Wij", partners=())))
    assert several.count(HOUSE) == 4  # three entries, and where it is
    assert several.count(SCHOOL) == 2


def test_forty_sessions_of_twelve_kinds_go_on_to_a_second_page_and_none_is_lost() -> None:
    for paper in MONTH.papers:
        for language in ("nl", "ar", "hi"):
            example = month(language, full())
            pages = reading.pages(paper_of(example, paper))
            assert parts([example], MONTH, TRANSLATORS, paper) == (len(pages),) == (2,)
            words = reading.packed(" ".join(line.text for page in pages for line in page))
            assert [title for title in FULL if words.count(reading.packed(title)) != 1] == []
            assert [line.text for line in pages[1] if "/" in line.text] == ["2/2"]
            assert numbers_of(pages[0]) == list(range(1, 31))
            assert not numbers_of(pages[1])  # the grid stands on the first one


def test_a_usual_month_has_no_page_number_and_fits_on_one_page() -> None:
    assert made([month(), month("ar")], MONTH, TRANSLATORS, Paper.A4).parts == (1, 1)
    assert "1/1" not in reading.words(paper_of(month()))


def test_every_month_has_its_weeks() -> None:
    for year, number in ((2027, 2), (2026, 11), (2026, 8)):  # of four weeks, six, and six
        first = date(year, number, 1)
        told = Programme(first, (entry("Spelen", (1,)),), (), PLACES)
        moved = replace(told, entries=(replace(told.entries[0], days=(first,)),))
        example = month()
        pdf = paper_of(replace(example, facts=replace(example.facts, programme=moved)))
        last = calendar.monthrange(year, number)[1]
        assert numbers_of(reading.pages(pdf)[0]) == list(range(1, last + 1))


def test_the_longest_that_is_likely_fits_and_stays_within_the_page() -> None:
    many = (
        *PLACES,
        Where("Gemeenschapscentrum De Kriekelaar, zaal boven", "Gallaitstraat 86 bus 12, ingang langs de tuin, 1030"),
        Where("Bus in het Josaphatpark"),
    )
    long = [replace(one, texts=(FlyerText("nl", f"{one.texts[0].title} voor ouders en kleine kinderen samen"),))
            for one in full()]  # fmt: skip
    partners = ("Brede School Kersenwijk", "Opvoedingswinkel Noord", "Huis van het Kind Schaarbeek")
    for paper in (Paper.A4, Paper.A4_LANDSCAPE):  # A3 is the same, larger
        for language in TRANSLATORS:
            pdf = paper_of(month(language, long, many, partners=partners), paper)
        page = Image.open(io.BytesIO(pictures.png(pdf, 420, 0))).convert("L")
        edge = round(page.width * 4 / paper.size[0])
        sides = ((0, 0, page.width, edge), (0, page.height - edge, page.width, page.height),
                 (0, 0, edge, page.height), (page.width - edge, 0, page.width, page.height))  # fmt: skip
        assert all(page.crop(side).getextrema()[0] > 250 for side in sides), paper


def test_kinds_differ_by_pictogram_too() -> None:
    kinds = month_words.kinds(full())
    assert len({kind.pictogram for kind in kinds}) == 12
    [own, other] = month_words.kinds(
        [entry("Lezen", (1,), expect=("reading",)), entry("Praten", (2,), expect=(), functions=(Function.COHESION,))]
    )
    assert (own.pictogram, other.pictogram) == ("book-open-variant", "account-group")
    assert own.tone != other.tone
    same = month_words.kinds([entry("Spelen", (4,)), *full()[:3], entry("Spelen", (5,), SCHOOL)])
    assert same[0].pictogram == same[4].pictogram
    assert same[0].tone != same[4].tone


def test_many_on_one_day_are_all_shown() -> None:
    for number in (1, 2, 3, 4, 7):
        same = [entry(f"Nummer {count}", (18,)) for count in range(number)]
        pages = reading.pages(paper_of(month(entries=same)))
        assert numbers_of(pages[0]) == list(range(1, 31))


def test_a_message_has_the_whole_month() -> None:
    text = flyer_text(month("fr"), MONTH, TRANSLATORS, is_dutch_too=False)
    assert "Jouer et se rencontrer · Spelen" in text
    assert "mercredi 18 et 25" in text
    assert "Kersenwijkstraat 5, 1030 Schaarbeek" in text


def test_the_code_holds_how_to_reach_the_house() -> None:
    assert contact_card("Huis; Kersenhof", "02 555 01 23", "a@b.be") == (
        "MECARD:N:Huis Kersenhof;TEL:025550123;EMAIL:a@b.be;;"
    )
    assert contact_card("Huis", "", f"{'x' * 90}@b.be") == "MECARD:N:Huis;;"
    words = reading.words(paper_of(month(code="MECARD:N:Huis;;")))
    assert "scan voor meer" in words


@pytest.mark.parametrize("paper", MONTH.papers)
def test_grey_paper_has_no_colour(paper: Paper) -> None:
    for content in reading.contents(paper_of(month("ar", is_grey=True), paper)):
        assert all(len(set(colour)) == 1 for colour in reading.colours(content))
