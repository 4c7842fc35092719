"""Dates, hours, numbers, ages and lists as each language writes them. Babel lives here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from meetingplace.domain.language import LANGUAGES
from meetingplace.i18n.digits import in_own_digits

Moment = time | datetime

# Brussels writes Dutch and French as in Belgium; Arabic with the digits of Morocco, where most Brussels speakers come
# from.
_LOCALES = {
    "nl": "nl_BE", "fr": "fr_BE", "en": "en_GB", "ar": "ar_MA", "pt": "pt_PT", "es": "es_ES", "prs": "fa_AF",
}  # fmt: skip
_DAY = "EEEE d MMMM"
# a weekday with its date as it is written on paper, where that is not simply one word after the other
_DAYS = {
    "ar": "EEEE، d MMMM",
    "es": "EEEE d 'de' MMMM",
    "pt": "EEEE, d 'de' MMMM",
    "tr": "d MMMM EEEE",
    "de": "EEEE, d. MMMM",
    "ru": "EEEE, d MMMM",
    "uk": "EEEE, d MMMM",
    "bg": "EEEE, d MMMM",
    "sq": "EEEE, d MMMM",
    "ps": "EEEE، d MMMM",
    "ur": "EEEE، d MMMM",
    "so": "EEEE, d MMMM",
    "ti": "EEEE፣ d MMMM",
    "am": "EEEE፣ d MMMM",
    "sw": "EEEE, d MMMM",
    "ku": "EEEE, d MMMM",
    "hi": "EEEE, d MMMM",
    "pa": "EEEE, d MMMM",
    "zh": "M月d日 EEEE",
}
_DAYS_OF_MONTH = {"es": "d 'de' MMMM", "pt": "d 'de' MMMM", "de": "d. MMMM", "zh": "M月d日"}
_FULL_DAYS = {
    "es": "EEEE d 'de' MMMM 'de' y", "pt": "EEEE, d 'de' MMMM 'de' y", "tr": "d MMMM y EEEE", "zh": "y年M月d日 EEEE",
}  # fmt: skip
_YEARS = {"nl": "j", "fr": "ans"}
_MONTHS = {"es": "LLLL 'de' y", "pt": "LLLL 'de' y", "zh": "y年M月"}
# Days and months as they are said in Brussels where Babel's are bookish, or mean something else too (a week).
_WEEKDAYS = {
    "ln": "lundi mardi mercredi jeudi vendredi samedi lomingo".split(),
    "ps": "دوشنبه سه\u200cشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split(),
    "ur": "پیر منگل بدھ جمعرات جمعہ سنیچر اتوار".split(),
}
_MONTH_NAMES = {
    "ln": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}


def locale_of(language: str) -> Locale:
    """Give Babel's locale of a language as Brussels uses it."""
    return Locale.parse(_LOCALES.get(language, language))


class Formats:
    """How one language writes dates, hours and numbers."""

    def __init__(self, language: str) -> None:
        """Take the habits of a language."""
        self.language = language
        self._locale = locale_of(language)

    def day(self, day: date) -> str:
        """Write weekday, day and month: "dinsdag 27 oktober"."""
        return self._date(day, _DAYS.get(self.language, _DAY))

    def full_day(self, day: date) -> str:
        """Write weekday, day, month and year: "dinsdag 27 oktober 2026"."""
        return self._date(day, _FULL_DAYS.get(self.language, f"{_DAYS.get(self.language, _DAY)} y"))

    def short_day(self, day: date, today: date | None = None) -> str:
        """Write a short weekday, day and month: "di 27 okt"; with its year when that is another one than today's."""
        pattern = "EEE d MMM" if today is None or day.year == today.year else "EEE d MMM y"
        return self._date(day, pattern).replace(".", "")

    def day_of_month(self, day: date) -> str:
        """Write day and month: "27 oktober"."""
        return self._date(day, _DAYS_OF_MONTH.get(self.language, "d MMMM"))

    def long_day(self, day: date) -> str:
        """Write day, month and year: "27 oktober 2026"."""
        return self._date(day, "d MMMM y") if self.language == "fr" else self._date(day, "long")

    def weekday(self, day: date) -> str:
        """Write the weekday: "dinsdag"."""
        return self._date(day, "EEEE")

    def weekday_short(self, day: date) -> str:
        """Write a short weekday: "di"."""
        return self._date(day, "EEE").rstrip(".")

    def month(self, day: date) -> str:
        """Write month and year: "oktober 2026"."""
        return self._date(day, _MONTHS.get(self.language, "LLLL y"))

    def month_name(self, month: int) -> str:
        """Write a month alone: "oktober"."""
        return self._date(date(2000, month, 2), "LLLL")

    def month_short(self, day: date) -> str:
        """Write a short month alone: "okt"."""
        return self._date(day, "LLL").rstrip(".")

    def day_range(self, first: date, last: date) -> str:
        """Write a period without years: "26 oktober – 1 november"."""
        if (first.year, first.month) == (last.year, last.month):
            number = self.day_of_month(first).split()[0]  # French says "1er"
            return f"{number} – {self.day_of_month(last)}"
        return f"{self.day_of_month(first)} – {self.day_of_month(last)}"

    def time(self, moment: Moment) -> str:
        """Write an hour as one unbroken unit: "9:30", in French "9 h 30"."""
        if self.language == "fr":
            return f"{moment.hour}\u00a0h\u00a0{moment.minute:02d}" if moment.minute else f"{moment.hour}\u00a0h"
        return in_own_digits(self.language, f"{moment.hour}:{moment.minute:02d}")

    def hours(self, start: Moment, end: Moment) -> str:
        """Write from when to when: "9:30 – 12:00"."""
        return f"{self.time(start)} – {self.time(end)}"

    def list_of(self, words: Sequence[str]) -> str:
        """Write an enumeration: "Samira, Nele en Ousmane"."""
        return format_list(list(words), locale=self._locale) if words else ""

    def age(self, months: int) -> str:
        """Write an age: months under two years, then years: "8 m", "3 j"."""
        return f"{months}\u00a0m" if months < 24 else f"{months // 12}\u00a0{_YEARS.get(self.language, 'y')}"

    def number(self, number: float) -> str:
        """Write a number with the separators of the language."""
        return in_own_digits(self.language, str(format_decimal(number, locale=self._locale)))

    def money(self, cents: int) -> str:
        """Write an amount in euro; cents only when there are any: "€ 2", "€ 2,50"."""
        pattern = self._locale.currency_formats["standard"].pattern
        if cents % 100 == 0:
            pattern = pattern.replace(".00", "")
        amount = format_currency(cents / 100, "EUR", pattern, locale=self._locale, currency_digits=False)
        # the sign on the coin in every language; no marks of direction, for whoever sets the amount isolates it
        plain = re.sub("[\u200e\u200f]", "", str(amount)).replace("EUR", "€").replace(" ", "\u00a0")
        return in_own_digits(self.language, plain)

    def language_name(self, code: str) -> str:
        """Name a language in this one: "Arabisch"; where Babel does not know it, its own name."""
        try:
            return str(Locale.parse(code).get_display_name(self._locale) or own_name(code))
        except (ValueError, UnknownLocaleError):
            return own_name(code)

    def own_name(self, code: str) -> str:
        """Name a language in its own script; never a flag."""
        return own_name(code)

    def _date(self, day: date, pattern: str) -> str:
        if self.language == "fr" and day.day == 1:
            pattern = pattern.replace("d ", "'1er' ")  # French says only the first as "the first": 1er novembre
        if self.language in _WEEKDAYS:
            pattern = pattern.replace("EEEE", f"'{_WEEKDAYS[self.language][day.weekday()]}'")
        if self.language in _MONTH_NAMES:
            pattern = re.sub("MMMM|LLLL", f"'{_MONTH_NAMES[self.language][day.month - 1]}'", pattern)
        return in_own_digits(self.language, str(format_date(day, pattern, locale=self._locale)))


def own_name(code: str) -> str:
    """Name a language in its own script; an unknown code is its own name."""
    return LANGUAGES[code].own_name if code in LANGUAGES else code
