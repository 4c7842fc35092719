"""What the larger flyers say besides `phrases`: a month, a series with its dates, a poster on the door, thanks.

Full phrases for parents in the languages of paper. What is inserted stands after a colon or a comma, so that no
language has to bend it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from meetingplace.domain.recurrence import Rule
from meetingplace.domain.sessions import OLDEST
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats


class Closed(Enum):
    """Why nothing is held on a day, as parents are told it."""

    SCHOOL_HOLIDAYS = "school_holidays"
    PUBLIC_HOLIDAY = "public_holiday"
    OTHER = "other"


def ages(_: Translator, from_months: int, to_months: int) -> str:
    """Say shortly for which ages: "0–6 jaar". Ages in months, `to_months` excluded."""
    if to_months >= OLDEST:
        return _.plural("from {n} year on", "from {n} years on", from_months // 12)
    if from_months % 12 or to_months % 12 or to_months <= 24:
        return _.plural("{first}–{n} month", "{first}–{n} months", to_months, first=from_months)
    return _.plural("{first}–{n} year", "{first}–{n} years", to_months // 12, first=from_months // 12)


def languages_spoken(_: Translator, languages: Sequence[str]) -> str:
    """Say which languages the team speaks: "Talen: Nederlands, Frans"; nothing when none is known."""
    formats = Formats(_.language)
    named = formats.list_of([formats.language_name(code) for code in languages])
    return _("Languages: {languages}", languages=named) if languages else ""


def sign_up(_: Translator, has_phone: bool, has_mail: bool) -> str:
    """Say how to sign up."""
    if has_phone and has_mail:
        return _("Sign up by phone or by e-mail.")
    if has_phone:
        return _("Sign up by phone.")
    return _("Sign up by e-mail.") if has_mail else _("Please sign up first")


def more_by_code(_: Translator) -> str:
    """Say what a code does that is not for the calendar."""
    return _("scan for more")


# --- a series and its dates


def so_many_times(_: Translator, rule: Rule, times: int) -> str:
    """Say when a series is held and how often: "elke woensdag, 9 keer"."""
    when = phrases.recurrence(_, rule)
    return _.plural("{rule}, {n} time", "{rule}, {n} times", times, rule=when)


def not_on(_: Translator, days: Sequence[date], why: Closed) -> str:
    """Say on which days a series stands still: "niet op 4 en 11 november (schoolvakantie)"."""
    formats = Formats(_.language)
    named = formats.list_of([formats.day_of_month(day) for day in days])
    if why is Closed.SCHOOL_HOLIDAYS:
        return _("not on: {days} (school holidays)", days=named)
    if why is Closed.PUBLIC_HOLIDAY:
        return _("not on: {days} (public holiday)", days=named)
    return _("not on: {days}", days=named)


# --- a month


def under_the_month(_: Translator, *, is_free: bool) -> str:
    """Say what holds for the whole month."""
    return _("Everything is free. Every language is welcome.") if is_free else _("Every language is welcome.")


def closed_day(_: Translator, why: Closed) -> str:
    """Say in a word, within a small square, why a day is empty."""
    if why is Closed.SCHOOL_HOLIDAYS:
        return _("holidays")
    return _("public holiday") if why is Closed.PUBLIC_HOLIDAY else _("closed")


def days_of_month(_: Translator, days: Sequence[date]) -> str:
    """Name days of one month by their weekday: "woensdag 18 en 25"; of several weekdays the numbers alone."""
    formats = Formats(_.language)
    numbers = formats.list_of([formats.number(day.day) for day in days])
    if len({day.weekday() for day in days}) > 1:
        return numbers
    weekday = formats.weekday(days[0])
    return _("{weekday} {days}", weekday=weekday, days=numbers)


# --- a poster on the door, and thanks


def come_in(_: Translator) -> str:
    """Invite who stands at the door."""
    return _("Here it is, come in!")


def thanks(_: Translator) -> str:
    """Thank who came."""
    return _("Thank you, see you next time!")


def next_time(_: Translator, day: date) -> str:
    """Say when the next time is: "Volgende keer: woensdag 25 november"."""
    named = Formats(_.language).day(day)
    return _("Next time: {day}", day=named)


def what_else(_: Translator) -> str:
    """Ask what parents would like."""
    return _("What else would you like to do here?")


def tell_us(_: Translator) -> str:
    """Say how to answer that."""
    return _("Say it, write it down or draw it. In any language.")
