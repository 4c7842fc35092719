"""The flyer of a series: a tile for each date, those that stand still said in words, a whole year on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from meetingplace.documents import pictures
from meetingplace.documents.flyers import calendar_code, tiles
from meetingplace.documents.flyers.content import Closed, FlyerContent, FlyerDate
from meetingplace.documents.flyers.flyer import flyer, flyer_text
from meetingplace.documents.flyers.layouts import layout
from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.recurrence import Picked, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import flyer_phrases, phrases

from . import reading
from .examples import EVERY_TITLE, TRANSLATORS, content

SERIES = layout("series")
LANGUAGES = ("nl", "fr", "ar", "ti", "hi", "zh", "ru")
MM = 72 / 25.4
FIRST = date(2026, 10, 7)
HOLIDAY, FEAST = date(2026, 11, 4), date(2026, 11, 11)


def weekly(first: date, number: int, off: Sequence[date] = (), feasts: Sequence[date] = ()) -> tuple[FlyerDate, ...]:
    """List dates a week apart."""
    days = [first + timedelta(weeks=count) for count in range(number)]
    why = {**dict.fromkeys(off, Closed.SCHOOL_HOLIDAYS), **dict.fromkeys(feasts, Closed.PUBLIC_HOLIDAY)}
    return tuple(FlyerDate(day, why.get(day)) for day in days)


AUTUMN = weekly(FIRST, 11, [HOLIDAY], [FEAST])


def series(language: str = "nl", dates: tuple[FlyerDate, ...] = AUTUMN, **changed: Any) -> FlyerContent:
    """Give what stands on the flyer of a series on Wednesdays."""
    rule = Weekly((2,), dates[0].day, dates[-1].day)
    return content(language, title=EVERY_TITLE[language], **{"dates": dates, "rule": rule, **changed})


def made(example: FlyerContent, paper: Paper = Paper.A4) -> bytes:
    return flyer(example, SERIES, TRANSLATORS, paper)


def tiles_of(pdf: bytes, language: str) -> list[int]:
    """Give the numbers that stand alone on a line, in the order in which they are read."""
    return [int(line.text) for line in reading.lines(pdf) if line.text.isdigit() and line.language == language]


def test_everything_is_said_in_every_script_on_every_paper() -> None:
    for paper in SERIES.papers:
        for language in LANGUAGES:
            _ = TRANSLATORS[language]
            pdf = made(series(language, is_walk_in=False), paper)
            words = reading.packed(reading.words(pdf))
            example = series(language).facts
            assert example.rule
            said = [
                EVERY_TITLE[language],
                phrases.whom(_, 0, 72),
                flyer_phrases.so_many_times(_, example.rule, 9),
                phrases.hours(_, example.start, example.end),
                flyer_phrases.not_on(_, [HOLIDAY], Closed.SCHOOL_HOLIDAYS),
                flyer_phrases.not_on(_, [FEAST], Closed.PUBLIC_HOLIDAY),
                flyer_phrases.sign_up(_, True, True),
                "Kersenhofstraat 12, 1030 Schaarbeek",
                "tram 55, halte Kersenplein",
                "gratis",
                "elke woensdag",
            ]
            assert [text for text in said if reading.packed(text) not in words] == [], (paper, language)
            assert tiles_of(pdf, language) == [7, 14, 21, 28, 4, 11, 18, 25, 2, 9, 16], (paper, language)
            assert pictures.page_count(pdf) == 1


def test_months_are_named_before_their_dates_and_the_exceptions_come_after() -> None:
    read = [line.text for line in reading.lines(made(series()))]
    order = [read.index(text) for text in ("oktober", "7", "november", "4", "december", "16")]
    assert order == sorted(order)
    sentence = next(number for number, text in enumerate(read) if text.startswith("niet op"))
    assert order[-1] < sentence < read.index("De Kers")


def test_walking_in_is_said_where_nobody_has_to_sign_up() -> None:
    assert "inschrijven hoeft niet" in reading.words(made(series(is_walk_in=True)))
    assert "Schrijf je in" in reading.words(made(series(is_walk_in=False, email="")))


def test_a_date_at_other_hours_or_elsewhere_is_said() -> None:
    other = tuple(
        replace(one, start=time(14), end=time(15), place="De Bus") if one.day == date(2026, 12, 9) else one
        for one in AUTUMN
    )
    words = reading.words(made(series(dates=other)))
    assert "woensdag 9 december, 14 – 15 uur · De Bus" in words
    moved = (*AUTUMN[:-1], FlyerDate(date(2026, 12, 17)))  # a Thursday
    assert "donderdag 17 december, 9.30 – 12 uur" in reading.words(made(series(dates=moved)))
    assert "donderdag" not in reading.words(made(series()))
    later = tuple(replace(one, start=time(14), end=time(15)) if one.closed is None else one for one in AUTUMN[-4:])
    assert "25 november, 2 december, 9 december en 16 december, 14 – 15 uur" in reading.words(made(series(dates=later)))


@pytest.mark.parametrize("paper", SERIES.papers)
def test_a_whole_school_year_stands_on_one_page(paper: Paper) -> None:
    off = [date(2026, 11, 4), date(2026, 12, 23), date(2026, 12, 30), date(2027, 2, 10), date(2027, 3, 31)]
    year = weekly(date(2026, 9, 2), 43, off, [FEAST])
    for language in ("nl", "fr", "ar", "hi"):
        pdf = made(series(language, year), paper)
        assert tiles_of(pdf, language) == [one.day.day for one in year]
        numbers = [line.size for line in reading.lines(pdf) if line.text.isdigit() and line.language == language]
        enlarged = {Paper.A5: 148 / 210, Paper.A4: 1.0, Paper.A3: 297 / 210}[paper]
        assert min(numbers) * enlarged >= 0.9 * 8.5  # a digit is as tall as a letter of 8.5 pt, the empty ones lighter


def test_many_school_holidays_are_said_in_short() -> None:
    """Six are named; more than seven are crossed on the tiles, and one sentence tells why."""
    days = [date(2026, 9, 2) + timedelta(weeks=week) for week in range(0, 32, 4)]
    year = weekly(date(2026, 9, 2), 43, days)
    words = reading.words(made(series(dates=year)))
    assert "niet in de schoolvakanties" in words
    assert "(schoolvakantie)" not in words
    few = reading.words(made(series(dates=weekly(date(2026, 9, 2), 43, days[:6]))))
    assert "2 september" in few
    assert "(schoolvakantie)" in few


def test_twice_a_week_fits_and_what_cannot_be_read_is_refused() -> None:
    begin = date(2026, 9, 1)
    both = sorted((*weekly(begin, 43), *weekly(begin + timedelta(2), 43)), key=lambda one: one.day)
    rule = Weekly((1, 3), begin, both[-1].day)
    assert len(tiles_of(made(series(dates=tuple(both), rule=rule)), "nl")) == 86
    daily = tuple(FlyerDate(begin + timedelta(days=number)) for number in range(500))
    with pytest.raises(Refused) as refused:
        made(series(dates=daily, rule=Picked(tuple(one.day for one in daily))), Paper.A5)
    assert refused.value.reason is Reason.DATES_CROWDED
    assert refused.value.facts == {"number": 500}


def test_more_than_a_year_says_the_years() -> None:
    words = reading.words(made(series(dates=weekly(date(2026, 9, 2), 60))))
    assert "september 2026" in words
    assert "september 2027" in words


def test_the_longest_that_is_likely_fits() -> None:
    long = {
        "place_name": "Gemeenschapscentrum De Kriekelaar, zaal boven",
        "address": "Gallaitstraat 86 bus 12, ingang langs de tuin",
        "stop": "tram 55, bus 58 en 59, halte Liedts",
        "email": "ontmoeting.kriekelaar@voorbeeldhuis.example",
        "partners": ("Brede School Kersenwijk", "Opvoedingswinkel Noord", "Huis van het Kind Schaarbeek"),
        "rule": Weekly((0, 2, 4), FIRST, date(2027, 6, 30)),
    }
    for paper in SERIES.papers:
        for language in TRANSLATORS:
            made(series(language, **long), paper)


def test_a_series_without_dates_still_says_its_rule() -> None:
    bare = content(dates=(), rule=Weekly((2,), FIRST, date(2027, 6, 30)))
    assert "elke woensdag" in reading.words(made(bare))


def test_picked_dates_are_not_counted_twice() -> None:
    picked = Picked(tuple(one.day for one in AUTUMN))
    words = reading.words(made(series(rule=picked)))
    assert words.count("keer") == 1


def test_a_message_has_the_dates_too() -> None:
    text = flyer_text(series(), SERIES, TRANSLATORS)
    assert "november: 18, 25" in text
    assert "niet op 4 november (schoolvakantie)" in text


def test_the_code_repeats_only_what_never_stands_still() -> None:
    whole = series(dates=weekly(FIRST, 4), skips_school_holidays=False, first_day=FIRST)
    assert "RRULE" in calendar_code.event(whole.facts, "Spelen")
    assert "RRULE" not in calendar_code.event(series(skips_school_holidays=False).facts, "Spelen")


def test_mirrored_paper_begins_at_the_right() -> None:
    def place(language: str) -> dict[str, float]:
        return {line.text: line.x for line in reading.lines(made(series(language))) if line.language == language}

    dutch, arabic = place("nl"), place("ar")
    assert dutch["7"] < dutch["28"]
    assert arabic["7"] > arabic["28"]


# --- the arrangement -------------------------------------------------------------------------------------------------


def test_tiles_are_as_large_as_the_frame_allows() -> None:
    """By hand: 3 months of up to 4 in 186 x 66 mm: lines of (66 - 0.26 t) / 3 mm are the limit: 66 / 3.26 = 20.2 mm."""
    best = tiles.largest([4, 4, 3], 40, 186, 66)
    assert (best.columns, best.across) == (1, 4)
    assert best.height == pytest.approx(66 / 3.26, abs=0.01)
    assert best.width == pytest.approx(best.height * 1.14, abs=0.01)
    assert best.tall <= 66.01
    assert best.used <= 186


def test_ten_months_stand_in_two_columns_and_none_leaves_the_frame() -> None:
    best = tiles.largest([5, 4, 4, 5, 4, 4, 5, 4, 4, 4], 32, 186, 60)
    places = list(best.places())
    assert best.columns == 2
    assert len(places) == 10
    assert places[5] == (best.column + 9, 0.0)
    assert max(y for _x, y in places) + best.height <= 60.01
    assert places[5][0] + best.used <= 186.01
