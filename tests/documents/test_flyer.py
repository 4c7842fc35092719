"""Flyers: everything that was set is on the page, in ten languages; nothing is cut; right-to-left paper is mirrored."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from typing import Any

import pytest
from PIL import Image

from meetingplace.documents import pictures
from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyer, flyer_text, flyers
from meetingplace.documents.flyers.layouts import Layout, layout
from meetingplace.documents.moods import Mood
from meetingplace.domain.recurrence import Monthly, Picked, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator

from . import reading
from .examples import TITLES, TRANSLATORS, content, facts, picture

ONE, PAIR = layout("one-language"), layout("dutch-plus-one")
OURS = {
    "SourceSans3-Black",
    "SourceSans3-Bold",
    "SourceSans3-Semibold",
    "SourceSans3-Regular",
    "KurintoSans-Rg",
    "KurintoSans-Bd",
}
BODY = "Kinderen spelen, volwassenen leren elkaar kennen bij koffie of thee. Elke taal is welkom."


def one(example: FlyerContent) -> bytes:
    return flyer(example, ONE, TRANSLATORS)


def expected(language: str) -> list[str]:
    """Give what must be read on a flyer, made by the phrases alone."""
    _, what = TRANSLATORS[language], facts()
    return [
        TITLES[language],
        phrases.whom(_, what.from_months, what.to_months),
        phrases.recurrence(_, what.rule),
        phrases.hours(_, what.start, what.end),
        phrases.exception(_, True),
        phrases.price(_, 0),
        phrases.entry(_, True),
    ]


@pytest.mark.parametrize("language", TITLES)
def test_the_text_of_the_page_is_the_text_that_was_set(language: str) -> None:
    pdf = one(content(language, body="" if language == "ar" else BODY))
    words = reading.words(pdf)
    for text in (*expected(language), *(phrases.expectation(TRANSLATORS[language], key) for key in facts().expect)):
        assert reading.tidy(text) in words
    for text in (
        "Huis Kersenhof",
        "De Kers",
        "Kersenhofstraat 12",
        "1030 Schaarbeek",
        "tram 55, halte Kersenplein",
        "02 555 01 23",
    ):
        assert text in words
    assert reading.faces(pdf) <= OURS
    assert pictures.page_count(pdf) == 1


@pytest.mark.parametrize("language", [language for language in TITLES if language != "ar"])
def test_another_reader_finds_the_same_text(language: str) -> None:
    seen = reading.seen(one(content(language)))
    assert TITLES[language] in seen
    assert reading.tidy(phrases.hours(TRANSLATORS[language], facts().start, facts().end)) in seen


@pytest.mark.parametrize("language", [language for language in TITLES if language != "nl"])
def test_dutch_and_another_language_stand_side_by_side(language: str) -> None:
    pair = FlyerContent(facts(), (FlyerText("nl", TITLES["nl"], BODY), FlyerText(language, TITLES[language])))
    pdf = flyer(pair, PAIR, TRANSLATORS)
    words = reading.words(pdf)
    for text in (*expected("nl"), *expected(language), BODY):
        assert reading.tidy(text) in words
    assert reading.faces(pdf) <= OURS
    titles = {line.text.split()[0]: line for line in reading.lines(pdf) if line.size > 20}
    dutch, other = titles["Spelen"], titles[TITLES[language].split()[0]]
    assert dutch.x < 210 / 2 / 25.4 * 72 < other.x
    assert dutch.y == pytest.approx(other.y, abs=0.1)


@pytest.mark.parametrize("language", [language for language in TITLES if language != "nl"])
def test_dutch_stands_first_on_paper_in_another_language(language: str) -> None:
    lines = reading.lines(one(content(language)))
    read = [reading.tidy(line.text) for line in lines]
    dutch = {line.text for line in lines if line.language == "nl"}
    assert {TITLES["nl"], phrases.price(TRANSLATORS["nl"], 0)} <= dutch
    place = next(line for line in lines if line.text.startswith("De Kers, Kersenhofstraat 12"))
    title = next(line for line in lines if line.size > 30)
    assert place.y > title.y
    assert read.index(TITLES["nl"]) < next(number for number, line in enumerate(lines) if line.size > 30)


def test_dutch_paper_says_nothing_twice() -> None:
    lines = [line.text for line in reading.lines(one(content()))]
    assert "".join(lines).count("Kersenhofstraat") == 1


def test_right_to_left_paper_is_mirrored() -> None:
    middle = 210 / 2 / 25.4 * 72
    dutch = {line.text: line.x for line in reading.lines(one(content()))}
    arabic = {line.text: line.x for line in reading.lines(one(content("ar")))}
    assert dutch["Huis Kersenhof"] < middle < arabic["Huis Kersenhof"]
    assert dutch["Kersenhofstraat 12"] > middle > arabic["Kersenhofstraat 12"]


class ArabicHours(NullTranslations):
    """A catalog with the one phrase that matters here."""

    def gettext(self, message: str) -> str:
        return {"{start} – {end}": "من {start} إلى {end}"}.get(message, message)


def test_hours_and_phone_keep_their_order_in_arabic() -> None:
    spoken = {**TRANSLATORS, "ar": Translator("ar", ArabicHours(), isolates_values=True)}
    lines = [reading.tidy(line.text) for line in reading.lines(flyer(content("ar"), ONE, spoken))]
    assert "من 9:30 إلى 12:00" in lines
    assert "02 555 01 23" in lines


def test_hours_of_both_languages_are_read_from_the_same_distance() -> None:
    written = {reading.tidy(line.text): line.size for line in reading.lines(flyer(content("ar"), PAIR, TRANSLATORS))}
    dutch, arabic = (size for text, size in written.items() if "12" in text and "9" in text and "30" in text)
    # print.md, script balance: Kurinto's capitals and digits are .71 em, those of Source Sans Black .65
    assert arabic / dutch == pytest.approx(0.93, abs=0.005)


@pytest.mark.parametrize(
    ("language", "layout"),
    [(language, layout) for language in TITLES for layout in (ONE, PAIR) if (language, layout) != ("nl", PAIR)],
)
def test_hours_never_wrap(language: str, layout: Layout) -> None:
    example = replace(
        content(language),
        facts=facts(start=facts().start.replace(hour=10, minute=15), end=facts().end.replace(hour=16, minute=45)),
    )
    lines = [reading.tidy(line.text) for line in reading.lines(flyer(example, layout, TRANSLATORS))]
    assert reading.tidy(phrases.hours(TRANSLATORS[language], example.facts.start, example.facts.end)) in lines


def test_marks_of_other_formats_are_printed_as_they_are() -> None:
    title = "Soep & <b>spel</b> {n} %s"
    assert reading.tidy(title) in reading.words(one(content(title=title)))


@pytest.mark.parametrize(("title", "letters"), [("Feest 😀", "😀"), ("សួស្តី", "ស")])
def test_letters_without_a_face_are_refused_and_named(title: str, letters: str) -> None:
    with pytest.raises(Refused) as refused:
        one(content("fr", title=title))
    assert refused.value.reason is Reason.LETTERS_MISSING
    assert letters in refused.value.facts["letters"]
    assert refused.value.facts["language"] == "fr"


@pytest.mark.parametrize("layout", [ONE, PAIR])
def test_ten_thousand_letters_are_refused_not_cut(layout: Layout) -> None:
    long = content("fr", body="beaucoup de mots " * 590)
    with pytest.raises(Refused) as refused:
        flyer(long, layout, TRANSLATORS)
    assert refused.value.reason is Reason.TEXT_TOO_LONG
    assert refused.value.facts["language"] == "fr"
    assert refused.value.facts["lines"][0].startswith("beaucoup de mots")


def test_a_word_wider_than_the_page_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        one(content(title="Kindercarnavalsoptochtvoorbereidingswerkzaamhedencomitéleden"))
    assert refused.value.reason is Reason.TEXT_TOO_LONG


def test_a_long_title_becomes_smaller_but_stays_whole() -> None:
    title = "Samen voorlezen in veel talen aan de schoolpoort van de Kersenwijk"
    lines = [line for line in reading.lines(one(content(title=title, partners=()))) if reading.tidy(line.text) in title]
    assert reading.tidy(" ".join(line.text for line in lines)) == title
    assert len(lines) <= 3
    assert {line.size >= 34 for line in lines} == {True}
    assert len({line.size for line in lines}) == 1


def test_nothing_is_written_outside_the_page() -> None:
    for language in TITLES:
        image = Image.open(io.BytesIO(pictures.png(one(content(language)), 420))).convert("L")
        edges = [(0, 0, 420, 14), (0, 580, 420, 594), (0, 0, 12, 594), (408, 0, 420, 594)]
        assert all(image.crop(edge).getextrema()[0] > 250 for edge in edges), language


def test_a_picture_and_logos_take_their_place() -> None:
    pdf = one(content(picture=picture(size=(400, 300)), logos=(picture("PNG", (120, 40), "#00AA00"),)))
    image = Image.open(io.BytesIO(pictures.png(pdf, 420)))
    red, _green, blue = image.getpixel((2 * 60, 2 * 60))
    assert blue > 150
    assert red < 90
    greens = [
        colour
        for _, colour in image.crop((300, 520, 400, 580)).getcolors(100_000)
        if colour[1] > 150 and colour[0] < 60
    ]
    assert greens


def test_whoever_has_no_logo_stands_there_by_name_beside_the_logos() -> None:
    logos = (picture("PNG", (120, 40), "#00AA00"), picture("PNG", (40, 40), "#00AA00"))
    named = reading.words(one(content(logos=logos, partners=("Brede School Kersenwijk", "Bibliotheek"))))
    assert "Kersenwijk" in named
    assert "Bibliotheek" not in named  # three of all, logos first


def test_a_broken_picture_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        one(content(picture=b"not a picture"))
    assert refused.value.reason is Reason.PICTURE_UNREADABLE


def test_without_stop_phone_partners_and_expectations_it_still_stands() -> None:
    bare = content(
        stop="", stop_kind="", phone="", email="", partners=(), expect=(), house_line="", address="", town=""
    )
    assert TITLES["nl"] in reading.words(one(bare))
    pair = FlyerContent(bare.facts, (bare.main, FlyerText("tr", TITLES["tr"])))
    assert TITLES["tr"] in reading.words(flyer(pair, PAIR, TRANSLATORS))


def test_dutch_plus_one_needs_another_language() -> None:
    with pytest.raises(Refused) as refused:
        flyer(content(), PAIR, TRANSLATORS)
    assert refused.value.reason is Reason.LANGUAGE_UNKNOWN


def test_a_page_for_each_language_each_read_in_its_direction() -> None:
    pdf = flyers([content("nl"), content("ar"), content("fr")], ONE, TRANSLATORS)
    found = reading.pages(pdf)
    assert len(found) == 3
    x = [next(line.x for line in page if line.text == "Huis Kersenhof") for page in found]
    assert x[0] == x[2] < x[1]


def test_two_threads_make_the_same_as_one() -> None:
    examples = [content("nl"), content("ar"), content("pl"), content("tr")] * 3
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(one, examples))
    assert together == [one(example) for example in examples]


def test_the_same_flyer_is_the_same_file() -> None:
    assert one(content("ar", mood=Mood.EVENING)) == one(content("ar", mood=Mood.EVENING))


def test_plain_text_has_the_facts_and_no_invisible_marks() -> None:
    text = flyer_text(content("ar"), ONE, TRANSLATORS)
    assert TITLES["ar"] in text
    assert TITLES["nl"] in text
    assert "De Kers, Kersenhofstraat 12, 1030 Schaarbeek" in text
    assert not re.search("[\u2066-\u2069\u200e\u200f]", text)


# --- what the paper must never do -----------------------------------------------------------------------------------

YEAR = (date(2026, 11, 18), date(2027, 6, 30))
EXAMPLES = {
    "usual": {},
    "paid, every other week": {"price_cents": 200, "rule": Weekly((2,), *YEAR, every=2), "is_walk_in": False},
    "several days": {"rule": Weekly((0, 1, 3, 4), *YEAR)},
    "several days every other week": {"rule": Weekly((0, 3), *YEAR, every=2)},
    "babies": {"from_months": 0, "to_months": 18, "price_cents": 250},
    "the first Saturday": {"rule": Monthly((5,), (1,), *YEAR)},
    "two days of the month": {"rule": Monthly((1, 3), (1,), *YEAR)},
    "picked dates": {"rule": Picked((date(2026, 11, 18), date(2026, 12, 2), date(2027, 1, 13)))},
    "a single session": {"rule": None},
}


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("changed", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_every_fact_stands_on_every_sheet(language: str, changed: dict[str, Any]) -> None:
    """Nothing is cut and nothing is left out, whatever a house plans: the exception least of all."""
    what = facts(**changed)
    _ = TRANSLATORS[language]
    said = [
        phrases.whom(_, what.from_months, what.to_months),
        phrases.recurrence(_, what.rule) if what.rule else phrases.day(_, what.first_day),
        phrases.exception(_, what.rule is not None),
        phrases.entry(_, what.is_walk_in),
    ]
    sheets = [one(content(language, **changed))]
    if language != "nl":
        pair = FlyerContent(what, (FlyerText("nl", TITLES["nl"], BODY), FlyerText(language, TITLES[language], BODY)))
        sheets.append(flyer(pair, PAIR, TRANSLATORS))
    for sheet in sheets:
        words = reading.packed(reading.words(sheet))
        assert [text for text in said if reading.packed(text) not in words] == []
        assert reading.packed(phrases.price(TRANSLATORS["nl"], what.price_cents)) in words
        assert reading.faces(sheet) <= OURS


def test_an_amount_is_said_once_and_a_word_in_both_languages() -> None:
    def prices(cents: int) -> list[str]:
        pair = FlyerContent(facts(price_cents=cents), (FlyerText("nl", TITLES["nl"]), FlyerText("fr", TITLES["fr"])))
        words = [reading.tidy(line.text) for line in reading.lines(flyer(pair, PAIR, TRANSLATORS))]
        return [word for word in words if "€" in word or word in ("gratis", "gratuit")]

    assert prices(200) == ["€ 2"]
    assert prices(0) == ["gratis", "gratuit"]


def test_the_refused_text_is_the_one_that_does_not_fit() -> None:
    long = "Samenspelenenvoorlezenenknutselenenzingenenkokenenontmoeten"
    pair = FlyerContent(facts(), (FlyerText("nl", TITLES["nl"], BODY * 2), FlyerText("fr", long)))
    with pytest.raises(Refused) as refused:
        flyer(pair, PAIR, TRANSLATORS)
    assert refused.value.facts["language"] == "fr"
    assert "".join(refused.value.facts["lines"]) == long


def test_the_name_of_a_place_keeps_its_own_direction() -> None:
    name = "بيت الكرز <b>&</b>"
    for language in ("nl", "ar"):
        words = reading.words(one(content(language, place_name=name)))
        assert reading.tidy(name) in words


def test_the_address_never_touches_the_stop() -> None:
    pair = FlyerContent(facts(), (FlyerText("nl", TITLES["nl"]), FlyerText("ro", TITLES["ro"])))
    sheet = flyer(pair, PAIR, TRANSLATORS)
    stop = next(line for line in reading.lines(sheet) if line.text.startswith("tram 55"))
    image = Image.open(io.BytesIO(pictures.png(sheet, 2_100))).convert("L")  # ten dots a mm
    icon = round(stop.x / 72 * 254 - 76)  # "gratis | gratuit" leaves little room before it
    before = image.crop((icon - 20, 1_910, icon - 4, 2_090))
    assert before.getextrema() == (before.getpixel((0, 0)),) * 2


def test_pictograms_go_when_the_words_need_their_room() -> None:
    usual, crowded = one(content("fr", body=BODY)), one(content("fr", body=f"{BODY} " * 8))
    pictogram = reading.tidy(phrases.expectation(TRANSLATORS["fr"], "play"))
    assert pictogram in reading.words(usual)
    assert pictogram not in reading.words(crowded)
    assert reading.words(crowded).count("Elke taal is welkom.") == 8


def test_long_ways_to_reach_the_house_and_three_partners_all_stand_in_the_foot() -> None:
    partners = ("Brede School Kersenwijk", "Opvoedingswinkel Noord", "Bibliotheek Schaarbeek")
    email = "een.heel.lang.adres@ontmoetingsplaats-kersenhof.example"
    stop = "tram 55 en bus 58, 59, halte Liedtsplein of halte Verboekhoven"
    words = reading.packed(reading.words(one(content(partners=partners, email=email, stop=stop))))
    assert [text for text in (*partners, email, stop) if reading.packed(text) not in words] == []


def test_a_long_name_of_a_place_takes_two_lines_in_the_strip() -> None:
    long = facts(place_name="Gemeenschapscentrum De Kriekelaar zaal 3", address="Gallaitstraat 86 (ingang via de tuin)")
    pair = FlyerContent(long, (FlyerText("nl", TITLES["nl"]), FlyerText("ar", TITLES["ar"])))
    words = reading.packed(reading.words(flyer(pair, PAIR, TRANSLATORS)))
    assert reading.packed(long.place_name) in words
    assert reading.packed(long.address) in words
