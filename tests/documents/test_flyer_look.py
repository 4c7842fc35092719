"""What the eye sees on a flyer: nothing touches, nothing is left alone on a line, no room stands empty for nothing."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from meetingplace.documents import photos
from meetingplace.documents.flyers.content import FlyerContent, FlyerText
from meetingplace.documents.flyers.flyer import flyers
from meetingplace.documents.flyers.layouts import layout
from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.recurrence import Weekly
from meetingplace.i18n import phrases

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS, facts

_MM = 72 / 25.4
_TWO_DAYS = {"rule": Weekly((1, 3), date(2026, 11, 17), date(2027, 6, 30))}
_DOTS_OF_PASHTO, _ALEF = 0.62, 0.73  # em below and above the baseline, measured in Kurinto Sans Bold


def made(key: str, *languages: str, paper: Paper = Paper.A4, body: str = "", **changed: Any) -> bytes:
    """Make a layout in languages, of which one page has room."""
    of = layout(key)
    first = of.pages(languages)[0]
    codes = first if "nl" in first else (*first, "nl")
    texts = tuple(FlyerText(code, EVERY_TITLE[code], body) for code in codes)
    return flyers([FlyerContent(facts(**changed), texts)], of, TRANSLATORS, paper)


def drawn(key: str, *languages: str, **changed: Any) -> list[reading.Line]:
    """Give the lines of a page of a layout in languages."""
    return reading.pages(made(key, *languages, **changed))[0]


def texts(lines: list[reading.Line]) -> list[str]:
    """Give what the lines say."""
    return [reading.tidy(one.text) for one in lines]


def line(lines: list[reading.Line], begin: str) -> reading.Line:
    """Give the line that begins so."""
    return next(one for one in lines if reading.tidy(one.text).startswith(begin))


def test_dots_that_hang_low_stay_clear_of_the_line_below() -> None:
    lines = drawn("one-language", "ps")
    title, whom = line(lines, "لوبې"), line(lines, "د ")
    assert title.y - _DOTS_OF_PASHTO * title.size > whom.y + _ALEF * whom.size


@pytest.mark.parametrize(("language", "price"), [("tr", "ücretsiz"), ("ru", "бесплатно"), ("el", "δωρεάν")])
def test_a_long_word_for_free_stays_clear_of_the_ring(language: str, price: str) -> None:
    text = pypdfium2.PdfDocument(made("one-language", language))[0].get_textpage()
    places = text.search(price)
    found = places.get_next()
    assert found is not None
    boxes = [text.get_charbox(number) for number in range(found[0], found[0] + found[1])]
    wide = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    assert wide < 0.82 * 37 * _MM


@pytest.mark.parametrize("language", ["ru", "fr", "de", "pl"])
def test_hours_in_a_longer_text_never_wrap(language: str) -> None:
    lines = texts(drawn("cards", "nl", language, paper=Paper.A6X4, **_TWO_DAYS))
    begin, end = ("9 h 30", "12 h") if language == "fr" else ("9:30", "12:00")
    assert sum(f"{begin} – {end}" in one for one in lines) == 4


def test_cards_in_dutch_alone_say_how_to_take_part_where_the_other_language_would_stand() -> None:
    lines = texts(drawn("cards", "nl", paper=Paper.A6X4))
    assert lines.count("Talen: Nederlands en Frans") == 4
    assert "Talen: Nederlands en Frans" not in texts(drawn("cards", "nl", "fr", paper=Paper.A6X4))


def test_the_door_poster_in_dutch_alone_says_how_to_take_part_where_greetings_would_stand() -> None:
    assert "Kom binnen wanneer je wil, inschrijven hoeft niet" in texts(drawn("door-poster", "nl"))


@pytest.mark.parametrize(
    ("key", "few", "more"),
    [("dutch-plus-four", ("fr", "ar"), ("fr", "ar", "tr")), ("many-languages", ("fr", "ar"), tuple(EVERY_TITLE)[1:7])],
)
def test_the_room_that_few_languages_leave_says_what_to_expect(
    key: str, few: tuple[str, ...], more: tuple[str, ...]
) -> None:
    assert "koffie en thee" in texts(drawn(key, "nl", *few))
    assert "koffie en thee" not in texts(drawn(key, "nl", *more))


def test_cards_from_side_to_side_say_all_that_the_others_say() -> None:
    lines = drawn("dutch-plus-four", "nl", "ru", "pa", "ur")
    when = next(one for one in lines if "каждую среду" in one.text)
    assert line(lines, "для детей").x < when.x  # the days stand beside the title, for whom beneath it
    assert line(lines, "кроме школьных каникул").x == pytest.approx(when.x)
    said = reading.packed(" ".join(texts(lines)))
    for language in ("pa", "ur"):
        assert reading.packed(reading.tidy(phrases.whom(TRANSLATORS[language], 0, 72))) in said


def test_a_card_leaves_no_room_for_lines_that_only_cards_below_it_need() -> None:
    lines = drawn("dutch-plus-four", "nl", "ar", "tr", "ti", "hi")
    whom, when = line(lines, "0–6 yaş"), line(lines, "her çarşamba")
    assert whom.y - when.y < 2 * when.size


@pytest.mark.parametrize(
    ("key", "count", "pages"), [("dutch-plus-four", 5, [3, 2]), ("many-languages", 13, [7, 6]), ("cards", 4, [4])]
)
def test_languages_are_spread_evenly_over_pages(key: str, count: int, pages: list[int]) -> None:
    found = layout(key).pages(tuple(EVERY_TITLE)[: count + 1])
    assert [len(page) - 1 for page in found] == pages
    assert [code for page in found for code in page[1:]] == list(EVERY_TITLE)[1 : count + 1]


def test_two_languages_say_what_to_expect_and_which_languages_are_spoken_where_no_text_stands() -> None:
    lines = set(texts(drawn("dutch-plus-one", "nl", "tr")))
    assert (
        lines
        >= {"Talen: Nederlands en Frans", "Diller: Felemenkçe ve Fransızca", "koffie en thee", "kahve ve çay"}
        <= set(lines)
    )


def test_what_the_house_wrote_comes_before_what_to_expect() -> None:
    body = "Kom spelen met je kindje en leer andere ouders kennen. " * 3
    lines = texts(drawn("dutch-plus-one", "nl", "tr", body=body))
    assert "koffie en thee" not in lines
    assert "inschrijven hoeft niet" in lines


def test_a_short_title_leaves_room_for_the_languages_spoken() -> None:
    assert "Diller: Felemenkçe ve Fransızca" in texts(drawn("one-language", "tr", expect=()))


def test_a_telephone_number_alone_stands_at_the_end_of_the_foot() -> None:
    lines = drawn("one-language", "nl", partners=(), email="")
    assert line(lines, "02 555").x > 150 * _MM


def test_the_dutch_line_is_read_from_its_title_on_mirrored_paper_too() -> None:
    lines = drawn("one-language", "ar")
    read = texts(lines)
    assert read.index("Spelen en ontmoeten") < read.index("gratis")
    assert line(lines, "Spelen en ontmoeten").x < line(lines, "gratis").x


def test_of_a_high_photo_faces_are_kept_rather_than_feet() -> None:
    high = Image.new("RGB", (100, 300), "#0000ff")
    high.paste("#ff0000", (0, 0, 100, 100))
    file = io.BytesIO()
    high.save(file, "PNG")
    kept = Image.open(io.BytesIO(photos.photo(file.getvalue(), 50, 50)))
    assert kept.getpixel((10, 5))[0] > 200  # type: ignore[index]
