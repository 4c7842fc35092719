"""What paper says about a session: each expected sentence was written by hand, by the grammar of its language."""

from __future__ import annotations

from datetime import date, time

import pytest

from meetingplace.domain.recurrence import LAST, Monthly, Weekly
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import translator

MONDAY, WEDNESDAY, THURSDAY, SUNDAY = 0, 2, 3, 6


def plain(text: str) -> str:
    return "".join(sign for sign in text if sign not in "\u2066\u2067\u2068\u2069").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "first", "last", "said"),
    [
        ("nl", 0, 72, "voor kinderen van 0 tot 6 jaar en wie voor hen zorgt"),
        ("nl", 0, 18, "voor kinderen van 0 tot 18 maanden en wie voor hen zorgt"),
        ("nl", 36, 216, "voor kinderen vanaf 3 jaar en wie voor hen zorgt"),
        ("fr", 0, 72, "pour les enfants de 0 à 6 ans et leurs proches"),
        ("en", 12, 36, "for children from 1 to 3 years and those who care for them"),
        ("pl", 0, 36, "dla dzieci od 0 do 3 lat i ich opiekunów"),
        ("pl", 0, 6, "dla dzieci od 0 do 6 miesięcy i ich opiekunów"),
        ("pl", 12, 216, "dla dzieci od 1 roku i ich opiekunów"),
        ("ro", 0, 72, "pentru copii de la 0 la 6 ani și cei care au grijă de ei"),
        ("ro", 0, 20, "pentru copii de la 0 la 20 de luni și cei care au grijă de ei"),
        # Arabic counts two, three to ten, and eleven and more each in its own way
        ("ar", 0, 24, "للأطفال من 0 إلى 24 شهرًا ومن يعتني بهم"),
        ("ar", 0, 6, "للأطفال من 0 إلى 6 أشهر ومن يعتني بهم"),
        ("ar", 0, 36, "للأطفال من 0 إلى 3 سنوات ومن يعتني بهم"),
        ("ar", 0, 132, "للأطفال من 0 إلى 11 سنة ومن يعتني بهم"),
        ("ar", 24, 216, "للأطفال من سنتين فما فوق ومن يعتني بهم"),
        ("tr", 0, 72, "0–6 yaş arası çocuklar ve onlara bakanlar için"),
    ],
)
def test_for_whom(language: str, first: int, last: int, said: str) -> None:
    assert plain(phrases.whom(translator("paper", language), first, last)) == said


YEAR = (date(2026, 9, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("language", "weekdays", "every", "said"),
    [
        ("nl", (WEDNESDAY,), 1, "elke woensdag"),
        ("nl", (THURSDAY, MONDAY), 1, "elke maandag en elke donderdag"),
        ("nl", (MONDAY, WEDNESDAY, THURSDAY), 1, "elke week: maandag, woensdag en donderdag"),
        ("nl", (WEDNESDAY,), 2, "om de twee weken op woensdag"),
        ("nl", (MONDAY, THURSDAY), 2, "om de 2 weken: maandag en donderdag"),
        ("fr", (WEDNESDAY,), 2, "un mercredi sur deux"),
        ("fr", (SUNDAY,), 3, "toutes les 3 semaines : dimanche"),
        ("it", (SUNDAY,), 2, "una domenica su due"),
        ("pl", (WEDNESDAY,), 1, "w każdą środę"),
        ("pl", (MONDAY,), 5, "co 5 tygodni: poniedziałek"),
        ("ar", (WEDNESDAY,), 1, "كل يوم أربعاء"),
        ("ar", (MONDAY,), 3, "كل 3 أسابيع: الاثنين"),
    ],
)
def test_when_a_series_repeats(language: str, weekdays: tuple[int, ...], every: int, said: str) -> None:
    assert plain(phrases.recurrence(translator("paper", language), Weekly(weekdays, *YEAR, every))) == said


TUESDAY, SATURDAY = 1, 5


@pytest.mark.parametrize(
    ("language", "weekdays", "ordinals", "said"),
    [
        ("nl", (SATURDAY,), (1,), "de eerste zaterdag van de maand"),
        ("nl", (TUESDAY, THURSDAY), (1,), "de eerste dinsdag en de eerste donderdag van de maand"),
        ("nl", (SATURDAY,), (LAST, 1), "de eerste en de laatste zaterdag van de maand"),
        ("fr", (TUESDAY, THURSDAY), (1,), "le premier mardi et le premier jeudi du mois"),
        ("en", (SATURDAY,), (1, LAST), "the first and the last Saturday of the month"),
        ("es", (SATURDAY,), (1, LAST), "el primer y el último sábado del mes"),
        ("tr", (TUESDAY, THURSDAY), (1,), "ayın ilk salı ve ayın ilk perşembe günü"),
        ("pl", (SATURDAY,), (1, LAST), "pierwsza i ostatnia sobota miesiąca"),
        ("ar", (TUESDAY, THURSDAY), (1,), "أول يوم ثلاثاء وأول يوم خميس من الشهر"),
    ],
)
def test_what_days_of_the_month_share_is_said_once(
    language: str, weekdays: tuple[int, ...], ordinals: tuple[int, ...], said: str
) -> None:
    assert plain(phrases.recurrence(translator("paper", language), Monthly(weekdays, ordinals, *YEAR))) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "9.30 – 12 uur"),
        ("fr", "9 h 30 – 12 h"),
        ("en", "9:30 – 12:00"),
        ("ar", "من 9:30 إلى 12:00"),  # in words: a dash is read both ways
    ],
)
def test_hours(language: str, said: str) -> None:
    assert plain(phrases.hours(translator("paper", language), time(9, 30), time(12))) == said
