"""Dates, hours, ages and amounts in the ten languages of paper: written by hand, as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from meetingplace.domain.language import LANGUAGES, PAPER
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats, locale_of, own_name

TUESDAY = date(2026, 10, 27)
NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("language", "day", "full_day"),
    [
        ("nl", "dinsdag 27 oktober", "dinsdag 27 oktober 2026"),
        ("fr", "mardi 27 octobre", "mardi 27 octobre 2026"),
        ("en", "Tuesday 27 October", "Tuesday 27 October 2026"),
        ("ar", "الثلاثاء، 27 أكتوبر", "الثلاثاء، 27 أكتوبر 2026"),
        ("es", "martes 27 de octubre", "martes 27 de octubre de 2026"),
        ("tr", "27 Ekim Salı", "27 Ekim 2026 Salı"),
        ("ro", "marți 27 octombrie", "marți 27 octombrie 2026"),
        ("pt", "terça-feira, 27 de outubro", "terça-feira, 27 de outubro de 2026"),
        ("it", "martedì 27 ottobre", "martedì 27 ottobre 2026"),
        ("pl", "wtorek 27 października", "wtorek 27 października 2026"),
    ],
)
def test_a_day_in_ten_languages(language: str, day: str, full_day: str) -> None:
    assert Formats(language).day(TUESDAY) == day
    assert Formats(language).full_day(TUESDAY) == full_day


@pytest.mark.parametrize(
    ("language", "month", "day_of_month"),
    [
        ("nl", "oktober 2026", "27 oktober"),
        ("fr", "octobre 2026", "27 octobre"),
        ("en", "October 2026", "27 October"),
        ("ar", "أكتوبر 2026", "27 أكتوبر"),
        ("es", "octubre de 2026", "27 de octubre"),
        ("tr", "Ekim 2026", "27 Ekim"),
        ("ro", "octombrie 2026", "27 octombrie"),
        ("pt", "outubro de 2026", "27 de outubro"),
        ("it", "ottobre 2026", "27 ottobre"),
        # a Polish month stands in another case beside its day
        ("pl", "październik 2026", "27 października"),
    ],
)
def test_a_month_and_a_day_of_the_month(language: str, month: str, day_of_month: str) -> None:
    assert Formats(language).month(TUESDAY) == month
    assert Formats(language).day_of_month(TUESDAY) == day_of_month


@pytest.mark.parametrize(
    ("language", "short_day", "weekday", "weekday_short"),
    [
        ("nl", "di 27 okt", "dinsdag", "di"),
        ("fr", "mar 27 oct", "mardi", "mar"),
        ("en", "Tue 27 Oct", "Tuesday", "Tue"),
        ("pl", "wt 27 paź", "wtorek", "wt"),
    ],
)
def test_short_days_have_no_points(language: str, short_day: str, weekday: str, weekday_short: str) -> None:
    formats = Formats(language)
    assert (formats.short_day(TUESDAY), formats.weekday(TUESDAY), formats.weekday_short(TUESDAY)) == (
        short_day,
        weekday,
        weekday_short,
    )


def test_french_says_only_the_first_as_the_first() -> None:
    formats, all_saints = Formats("fr"), date(2026, 11, 1)
    assert formats.day(all_saints) == "dimanche 1er novembre"
    assert formats.full_day(all_saints) == "dimanche 1er novembre 2026"
    assert formats.short_day(all_saints) == "dim 1er nov"
    assert formats.day_of_month(all_saints) == "1er novembre"
    assert formats.short_day(all_saints, date(2026, 1, 5)) == "dim 1er nov"
    assert formats.short_day(all_saints, date(2027, 1, 5)) == "dim 1er nov 2026"
    assert formats.day(date(2026, 11, 11)) == "mercredi 11 novembre"
    assert formats.day(date(2026, 11, 21)) == "samedi 21 novembre"


@pytest.mark.parametrize(
    ("language", "across", "within"),
    [
        ("nl", "26 oktober – 1 november", "1 – 7 november"),
        ("fr", "26 octobre – 1er novembre", "1er – 7 novembre"),
        ("en", "26 October – 1 November", "1 – 7 November"),
        ("es", "26 de octubre – 1 de noviembre", "1 – 7 de noviembre"),
        ("ar", "26 أكتوبر – 1 نونبر", "1 – 7 نونبر"),
    ],
)
def test_a_period_names_a_month_once(language: str, across: str, within: str) -> None:
    formats = Formats(language)
    assert formats.day_range(date(2026, 10, 26), date(2026, 11, 1)) == across
    assert formats.day_range(date(2026, 11, 1), date(2026, 11, 7)) == within


def test_one_month_of_two_years_is_named_twice() -> None:
    assert Formats("nl").day_range(date(2026, 11, 1), date(2027, 11, 7)) == "1 november – 7 november"


@pytest.mark.parametrize(
    ("language", "half_past", "full", "from_to"),
    [
        ("nl", "9:30", "14:00", "9:30 – 14:00"),
        ("en", "9:30", "14:00", "9:30 – 14:00"),
        ("fr", "9 h 30", "14 h", "9 h 30 – 14 h"),
        ("ar", "9:30", "14:00", "9:30 – 14:00"),
        ("tr", "9:30", "14:00", "9:30 – 14:00"),
    ],
)
def test_hours_are_written_as_one_unbroken_unit(language: str, half_past: str, full: str, from_to: str) -> None:
    formats = Formats(language)
    for hour, said in ((time(9, 30), half_past), (datetime(2026, 10, 27, 14), full)):
        assert formats.time(hour).replace(NO_BREAK, " ") == said
        assert " " not in formats.time(hour)
    assert formats.hours(time(9, 30), time(14)).replace(NO_BREAK, " ") == from_to


def test_minutes_have_two_digits_and_midnight_is_zero() -> None:
    assert Formats("nl").time(time(0, 5)) == "0:05"
    assert Formats("fr").time(time(9, 5)).replace(NO_BREAK, " ") == "9 h 05"
    assert Formats("fr").time(time(0)).replace(NO_BREAK, " ") == "0 h"


@pytest.mark.parametrize(
    ("months", "dutch", "french", "english"),
    [
        (0, "0 m", "0 m", "0 m"),
        (23, "23 m", "23 m", "23 m"),
        (24, "2 j", "2 ans", "2 y"),
        (35, "2 j", "2 ans", "2 y"),
        (36, "3 j", "3 ans", "3 y"),
        (72, "6 j", "6 ans", "6 y"),
    ],
)
def test_an_age_is_in_months_under_two_years(months: int, dutch: str, french: str, english: str) -> None:
    for language, said in (("nl", dutch), ("fr", french), ("en", english)):
        assert Formats(language).age(months) == said.replace(" ", NO_BREAK)


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("nl", "Samira en Nele", "Samira, Nele en Ousmane"),
        ("fr", "Samira et Nele", "Samira, Nele et Ousmane"),
        ("en", "Samira and Nele", "Samira, Nele and Ousmane"),
        ("ar", "Samira وNele", "Samira وNele وOusmane"),
        ("tr", "Samira ve Nele", "Samira, Nele ve Ousmane"),
        ("pl", "Samira i Nele", "Samira, Nele i Ousmane"),
    ],
)
def test_lists_end_with_and(language: str, two: str, three: str) -> None:
    formats = Formats(language)
    assert formats.list_of(["Samira", "Nele"]) == two
    assert formats.list_of(["Samira", "Nele", "Ousmane"]) == three
    assert formats.list_of(["Samira"]) == "Samira"
    assert formats.list_of([]) == ""


@pytest.mark.parametrize(
    ("language", "whole", "cents", "thousands"),
    [
        ("nl", "€ 2", "€ 2,50", "€ 1.234,56"),
        ("fr", "2 €", "2,50 €", "1\u202f234,56 €"),
        ("en", "€2", "€2.50", "€1,234.56"),
        ("ar", "2 €", "2,50 €", "1.234,56 €"),
        ("es", "2 €", "2,50 €", "1.234,56 €"),
        ("tr", "€2", "€2,50", "€1.234,56"),
        ("pl", "2 €", "2,50 €", "1 234,56 €"),
    ],
)
def test_amounts_in_euro_say_cents_only_when_there_are_any(
    language: str, whole: str, cents: str, thousands: str
) -> None:
    for amount, said in ((200, whole), (250, cents), (123_456, thousands)):
        assert Formats(language).money(amount) == said.replace(" ", NO_BREAK)


@pytest.mark.parametrize(
    ("language", "number"),
    [("nl", "1.234,5"), ("fr", "1\u202f234,5"), ("en", "1,234.5"), ("ar", "1.234,5")],
)
def test_numbers_have_the_separators_and_digits_of_brussels(language: str, number: str) -> None:
    assert Formats(language).number(1234.5) == number


@pytest.mark.parametrize(
    ("language", "arabic", "polish"),
    [("nl", "Arabisch", "Pools"), ("fr", "arabe", "polonais"), ("en", "Arabic", "Polish"), ("tr", "Arapça", "Lehçe")],
)
def test_languages_are_named_in_another_language(language: str, arabic: str, polish: str) -> None:
    assert Formats(language).language_name("ar") == arabic
    assert Formats(language).language_name("pl") == polish


def test_a_language_that_babel_does_not_know_has_its_own_name() -> None:
    assert Formats("nl").language_name("prs") == "دری"
    assert Formats("nl").language_name("no such code") == "no such code"
    assert own_name("ti") == "ትግርኛ"
    assert own_name("xx") == "xx"


@pytest.mark.parametrize("language", PAPER)
def test_every_language_that_families_speak_has_a_name_in_every_language_of_paper(language: str) -> None:
    assert all(Formats(language).language_name(code).strip() for code in LANGUAGES)


def test_dutch_and_french_are_those_of_belgium() -> None:
    assert {code: str(locale_of(code)) for code in ("nl", "fr", "ar", "pl")} == {
        "nl": "nl_BE",
        "fr": "fr_BE",
        "ar": "ar_MA",
        "pl": "pl",
    }


@pytest.mark.parametrize(
    ("language", "hour", "number", "day"),
    [("ps", "۹:۳۰", "۱۲", "۲۷"), ("fa", "۹:۳۰", "۱۲", "۲۷"), ("prs", "۹:۳۰", "۱۲", "۲۷"), ("ar", "9:30", "12", "27"),
     ("ur", "9:30", "12", "27"), ("hi", "9:30", "12", "27")],
)  # fmt: skip
def test_digits_are_those_of_the_language(language: str, hour: str, number: str, day: str) -> None:
    formats = Formats(language)
    assert formats.time(time(9, 30)) == hour
    assert formats.number(12) == number
    assert day in formats.day(TUESDAY)
    said = translator("paper", language).plural("{n} time, from {first} to {last}", "{n} times, from {first} to {last}",
                                                12, first="", last="")  # fmt: skip
    assert number in said
    assert "02 555 01 23" in translator("paper", language)("Reason: {reason}", reason="02 555 01 23")
