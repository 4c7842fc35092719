"""Every layout on every paper in every language: all that it must say is on the page, in letters of ours, within it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from meetingplace.documents import pictures
from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyers
from meetingplace.documents.flyers.layouts import Layout, layout, layouts
from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.recurrence import Weekly
from meetingplace.i18n import phrases

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS, facts

OF_ONE = [one for one in layouts() if set(one.of) & {"session", "series"} and one.key != "series"]
EACH = [(one.key, paper) for one in OF_ONE for paper in one.papers]
LONG = {
    "place_name": "Gemeenschapscentrum De Kriekelaar, zaal boven",
    "address": "Gallaitstraat 86 bus 12, ingang langs de tuin",
    "stop": "tram 55, bus 58 en 59, halte Liedts",
    "rule": Weekly((1, 3), date(2026, 11, 17), date(2027, 6, 30)),
    "phone": "02 245 75 22",
    "email": "ontmoeting.kriekelaar@voorbeeldhuis.example",
    "house_line": "ontmoetingsplaats voor ouders en jonge kinderen, met spelotheek en leeshoek · Schaarbeek",
    "partners": ("Brede School Kersenwijk", "Opvoedingswinkel Noord", "Huis van het Kind Schaarbeek"),
    "next_day": date(2026, 11, 25),
}
LONG_TITLE = "Samen spelen, praten en ontmoeten in vele talen"


def made(key: str, paper: Paper, languages: list[str], *, is_long: bool = False) -> bytes:
    """Make the pages of a layout in languages."""
    what = facts(**LONG) if is_long else facts(next_day=date(2026, 11, 25))
    drawn = layout(key)
    titles = {**EVERY_TITLE, "nl": LONG_TITLE} if is_long else EVERY_TITLE
    contents = [
        FlyerContent(what, tuple(FlyerText(code, titles[code]) for code in (page if "nl" in page else (*page, "nl"))))
        for page in drawn.pages(tuple(languages))
    ]
    return flyers(contents, drawn, TRANSLATORS, paper)


def said(drawn: Layout, language: str) -> list[str]:
    """Give what must be read in a language beside the Dutch."""
    if drawn.key == "door-poster":
        return []
    if drawn.key == "thank-you":
        return [TRANSLATORS[language]("Thank you, see you next time!")]
    what = facts()
    _ = TRANSLATORS[language]
    return [EVERY_TITLE[language], phrases.hours(_, what.start, what.end), phrases.price(_, 0)]


@pytest.mark.parametrize(("key", "paper"), EACH)
def test_every_language_is_there_whole(key: str, paper: Paper) -> None:
    drawn = layout(key)
    pdf = made(key, paper, list(EVERY_TITLE))
    pages = reading.pages(pdf)
    languages = drawn.pages(tuple(EVERY_TITLE))
    assert pictures.page_count(pdf) == len(pages) == len(languages)
    for page, codes in zip(pages, languages, strict=True):
        words = reading.packed(" ".join(reading.tidy(line.text) for line in page))
        for code in codes:
            for text in said(drawn, code):
                assert reading.packed(reading.tidy(text)) in words, (code, text)
        for text in ("Kersenhofstraat 12", phrases.price(TRANSLATORS["nl"], 0), "Huis Kersenhof"):
            assert reading.packed(text) in words


@pytest.mark.parametrize(("key", "paper"), EACH)
def test_nothing_stands_where_printers_cannot_reach(key: str, paper: Paper) -> None:
    languages = ["nl", "ar", "hi"] if layout(key).is_dutch_first else ["ar", "hi"]
    pdf = made(key, paper, languages, is_long=True)
    for number in range(pictures.page_count(pdf)):
        page = Image.open(io.BytesIO(pictures.png(pdf, 420, number))).convert("L")
        edge = round(page.width * 4 / paper.size[0])
        if paper is not Paper.A6X4:  # its marks to cut along go to the edge
            sides = ((0, 0, page.width, edge), (0, page.height - edge, page.width, page.height),
                     (0, 0, edge, page.height), (page.width - edge, 0, page.width, page.height))  # fmt: skip
            assert all(page.crop(side).getextrema()[0] > 250 for side in sides), (key, number)


@pytest.mark.parametrize(("key", "paper"), EACH)
def test_the_longest_that_is_likely_fits(key: str, paper: Paper) -> None:
    codes = list(EVERY_TITLE)
    for language in codes:
        chosen = ["nl", language] if language != "nl" else ["nl", "fr"]
        if not layout(key).is_dutch_first:
            chosen = [language]
        made(key, paper, chosen, is_long=True)
    if layout(key).is_dutch_first:
        for at in range(1, len(codes), layout(key).most):
            made(key, paper, ["nl", *codes[at : at + layout(key).most]], is_long=True)


def test_grey_paper_has_no_colour() -> None:
    for key, paper in EACH:
        drawn = layout(key)
        what = facts(is_grey=True)
        texts = tuple(FlyerText(code, EVERY_TITLE[code]) for code in ("nl", "ar"))
        [page] = reading.contents(flyers([FlyerContent(what, texts)], drawn, TRANSLATORS, paper))
        for colour in reading.colours(page):
            assert len(set(colour)) == 1, (key, colour)


def test_four_cards_have_four_patterns_and_languages_in_turn() -> None:
    what = replace(facts(), seed=3)
    texts = tuple(FlyerText(code, EVERY_TITLE[code]) for code in ("nl", "fr", "ar"))
    pdf = flyers([FlyerContent(what, texts)], layout("cards"), TRANSLATORS, Paper.A6X4)
    words = [reading.tidy(line.text) for line in reading.lines(pdf)]
    assert words.count(EVERY_TITLE["fr"]) == words.count(EVERY_TITLE["ar"]) == 2
    assert "".join(words).count("9.30") >= 4
