"""What a flyer says of each date of a series, in one language. No sizes and no places here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from meetingplace.documents.flyers.content import FlyerDate, FlyerFacts
from meetingplace.documents.flyers.words import Word, unbroken
from meetingplace.domain.recurrence import Picked, Rule
from meetingplace.i18n import flyer_phrases, phrases
from meetingplace.i18n.catalog import END_ISOLATE, ISOLATE, Translator
from meetingplace.i18n.flyer_phrases import Closed
from meetingplace.i18n.formats import Formats

_MOST_NAMED = 7  # dates in the school holidays that are each named


@dataclass(frozen=True)
class MonthOfDates:
    """A month of a series: its name, and its dates in order."""

    name: Word
    dates: tuple[FlyerDate, ...]


def months(facts: FlyerFacts, _: Translator) -> list[MonthOfDates]:
    """Group the dates of a series by month; of more than a year each month says its year too."""
    formats, dates = Formats(_.language), facts.dates
    is_long = bool(dates) and (dates[-1].day - dates[0].day).days >= 365
    found = []
    for _month, these in groupby(dates, key=lambda one: (one.day.year, one.day.month)):
        of = tuple(these)
        name = formats.month(of[0].day) if is_long else formats.month_name(of[0].day.month)
        found.append(MonthOfDates(Word(name, _.language, _.is_right_to_left), of))
    return found


def notes(facts: FlyerFacts, _: Translator) -> list[Word]:
    """Say when the series stands still, one sentence for each reason, and which dates are at other hours or places.

    Of many school holidays the sentence says only that: the empty tiles say on which dates.
    """
    said = []
    for why in Closed:
        days = [one.day for one in facts.dates if one.closed is why]
        if why is Closed.SCHOOL_HOLIDAYS and len(days) > _MOST_NAMED:
            said.append(phrases.exception(_, skips_school_holidays=True))
        elif days:
            said.append(flyer_phrases.not_on(_, days, why))
    unusual: dict[tuple[object, ...], list[FlyerDate]] = {}
    for one in facts.dates:
        if is_unusual(one, facts.rule):
            unusual.setdefault((one.start, one.end, one.place), []).append(one)
    said += [_differing(facts, these, _) for these in unusual.values()]
    return [Word(text, _.language, _.is_right_to_left) for text in said]


def is_unusual(date: FlyerDate, rule: Rule | None) -> bool:
    """Tell whether a date that goes on has hours or a place of its own, or falls on another weekday than the rule."""
    if date.closed is not None:
        return False
    is_elsewhen = rule is not None and not isinstance(rule, Picked) and date.day.weekday() not in rule.weekdays
    return is_elsewhen or date.start is not None or bool(date.place)


def _differing(facts: FlyerFacts, these: Sequence[FlyerDate], _: Translator) -> str:
    """Say on which dates it is at other hours or elsewhere; one alone says its weekday too."""
    one, formats = these[0], Formats(_.language)
    days = [formats.day_of_month(date.day) for date in these]
    named = phrases.day(_, one.day) if len(these) == 1 else formats.list_of(days)
    hours = unbroken(phrases.hours(_, one.start or facts.start, one.end or facts.end))
    when = _("{day}, {hours}", day=named, hours=hours)
    return f"{when} · {ISOLATE}{one.place}{END_ISOLATE}" if one.place else when


def plain_lines(facts: FlyerFacts, _: Translator) -> list[str]:
    """Give the dates of a series as lines of text, a month each, and what is said of those that stand still."""
    formats = Formats(_.language)
    lines = []
    for month in months(facts, _):
        going_on = [formats.number(one.day.day) for one in month.dates if one.closed is None]
        if going_on:
            lines.append(f"{month.name.text}: {', '.join(going_on)}")
    return [*lines, *(note.text for note in notes(facts, _))]


def number_of(date: FlyerDate, _: Translator) -> str:
    """Write the day of the month on its tile."""
    return Formats(_.language).number(date.day.day)


def longest(months_of: Sequence[MonthOfDates]) -> int:
    """Give the most dates that any month has."""
    return max((len(month.dates) for month in months_of), default=0)
