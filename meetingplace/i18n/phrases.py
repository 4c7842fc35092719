"""What paper for parents says about a session: for whom, when, how much. Full phrases, never words glued together.

Each takes a translator of the paper catalog. Where a grammar bends its words, the whole phrase is one text, so that
every language can say it its own way. Spaces within hours and before units are made unbreakable by whoever sets them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from meetingplace.domain.recurrence import LAST, Monthly, Picked, Rule
from meetingplace.domain.sessions import OLDEST
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats

_A_MONDAY = date(2026, 1, 5)
_MOST_DAYS = 2  # weekdays that are each named with "every"
_MOST_DATES = 6  # picked dates that are each named
# the phrases of a notice, whose state is said beside it
NOTICES = (
    "{title} on {day} at {time} does not go on.",
    "{title} on {day} at {time} moves. New date: {new_day}, {new_time}, {place}.",
)


def whom(_: Translator, from_months: int, to_months: int) -> str:
    """Say for whom: "voor kinderen van 0 tot 6 jaar en wie voor hen zorgt". Ages in months, `to_months` excluded."""
    if to_months >= OLDEST:
        return _.plural(
            "for children from {n} year on and those who care for them",
            "for children from {n} years on and those who care for them",
            from_months // 12,
        )
    if from_months % 12 or to_months % 12 or to_months <= 24:
        return _.plural(
            "for children from {first} to {n} month and those who care for them",
            "for children from {first} to {n} months and those who care for them",
            to_months,
            first=from_months,
        )
    return _.plural(
        "for children from {first} to {n} year and those who care for them",
        "for children from {first} to {n} years and those who care for them",
        to_months // 12,
        first=from_months // 12,
    )


def recurrence(_: Translator, rule: Rule) -> str:
    """Say when a series repeats: "elke woensdag", "de eerste zaterdag van de maand", "op 3, 10 en 24 maart"."""
    if isinstance(rule, Picked):
        return _picked(_, rule)
    if isinstance(rule, Monthly):
        return _monthly(_, rule)
    return _weekly(_, sorted(set(rule.weekdays)), rule.every)


def _weekly(_: Translator, days: Sequence[int], every: int) -> str:
    formats = Formats(_.language)
    if every == 1 and len(days) <= _MOST_DAYS:
        return formats.list_of([_every_week(_)[day] for day in days])
    if every == 2 and len(days) == 1:
        return _every_other_week(_)[days[0]]
    names = formats.list_of([formats.weekday(_A_MONDAY + timedelta(days=day)) for day in days])
    return _.plural("every {n} week: {days}", "every {n} weeks: {days}", every, days=names)


def _monthly(_: Translator, rule: Monthly) -> str:
    named = _of_the_month(_)
    ordinals = sorted(set(rule.ordinals), key=lambda ordinal: ordinal % (len(named) + 1))  # the last one comes last
    each = [named[ordinal][day] for day in sorted(set(rule.weekdays)) for ordinal in ordinals]
    days = _listed(_, each)
    if rule.every == 1:
        return days
    return _.plural("every {n} month: {days}", "every {n} months: {days}", rule.every, days=days)


def _listed(_: Translator, phrases: Sequence[str]) -> str:
    """Enumerate phrases and say once what all of them end in: "the first Tuesday and the first Thursday of the month".

    Half a line of a flyer is saved so, and in every language of ours the words at the end belong to all of them.
    """
    words = [phrase.split(" ") for phrase in phrases]
    shared = 0
    if len(words) > 1:
        least = min(len(one) for one in words)
        while shared < least - 1 and len({one[-shared - 1] for one in words}) == 1:
            shared += 1
    each = [" ".join(one[: len(one) - shared]) for one in words]
    return " ".join([Formats(_.language).list_of(each), *words[0][len(words[0]) - shared :]])


def _picked(_: Translator, rule: Picked) -> str:
    formats = Formats(_.language)
    if len(rule.days) <= _MOST_DATES:
        return _("on {days}", days=formats.list_of([formats.day_of_month(day) for day in rule.days]))
    first, last = formats.day_of_month(rule.first_day), formats.day_of_month(rule.last_day)
    return _.plural(
        "{n} time, from {first} to {last}", "{n} times, from {first} to {last}", len(rule.days), first=first, last=last
    )


def _of_the_month(_: Translator) -> dict[int, tuple[str, ...]]:
    named = (_first, _second, _third, _fourth, _fifth)
    return {number: words(_) for number, words in enumerate(named, start=1)} | {LAST: _last(_)}


def _first(_: Translator) -> tuple[str, ...]:
    return (
        _("the first Monday of the month"),
        _("the first Tuesday of the month"),
        _("the first Wednesday of the month"),
        _("the first Thursday of the month"),
        _("the first Friday of the month"),
        _("the first Saturday of the month"),
        _("the first Sunday of the month"),
    )


def _second(_: Translator) -> tuple[str, ...]:
    return (
        _("the second Monday of the month"),
        _("the second Tuesday of the month"),
        _("the second Wednesday of the month"),
        _("the second Thursday of the month"),
        _("the second Friday of the month"),
        _("the second Saturday of the month"),
        _("the second Sunday of the month"),
    )


def _third(_: Translator) -> tuple[str, ...]:
    return (
        _("the third Monday of the month"),
        _("the third Tuesday of the month"),
        _("the third Wednesday of the month"),
        _("the third Thursday of the month"),
        _("the third Friday of the month"),
        _("the third Saturday of the month"),
        _("the third Sunday of the month"),
    )


def _fourth(_: Translator) -> tuple[str, ...]:
    return (
        _("the fourth Monday of the month"),
        _("the fourth Tuesday of the month"),
        _("the fourth Wednesday of the month"),
        _("the fourth Thursday of the month"),
        _("the fourth Friday of the month"),
        _("the fourth Saturday of the month"),
        _("the fourth Sunday of the month"),
    )


def _fifth(_: Translator) -> tuple[str, ...]:
    return (
        _("the fifth Monday of the month"),
        _("the fifth Tuesday of the month"),
        _("the fifth Wednesday of the month"),
        _("the fifth Thursday of the month"),
        _("the fifth Friday of the month"),
        _("the fifth Saturday of the month"),
        _("the fifth Sunday of the month"),
    )


def _last(_: Translator) -> tuple[str, ...]:
    return (
        _("the last Monday of the month"),
        _("the last Tuesday of the month"),
        _("the last Wednesday of the month"),
        _("the last Thursday of the month"),
        _("the last Friday of the month"),
        _("the last Saturday of the month"),
        _("the last Sunday of the month"),
    )


def _every_week(_: Translator) -> tuple[str, ...]:
    return (
        _("every Monday"),
        _("every Tuesday"),
        _("every Wednesday"),
        _("every Thursday"),
        _("every Friday"),
        _("every Saturday"),
        _("every Sunday"),
    )


def _every_other_week(_: Translator) -> tuple[str, ...]:
    return (
        _("every other Monday"),
        _("every other Tuesday"),
        _("every other Wednesday"),
        _("every other Thursday"),
        _("every other Friday"),
        _("every other Saturday"),
        _("every other Sunday"),
    )


def day(_: Translator, on: date) -> str:
    """Name the day of a single session: "woensdag 18 november"."""
    return Formats(_.language).day(on)


def hours(_: Translator, start: time, end: time) -> str:
    """Say from when to when; right-to-left languages with words, because a dash is read both ways."""
    return _("{start} – {end}", start=_hour(_, start), end=_hour(_, end))


def _hour(_: Translator, moment: time) -> str:
    if _.language == "nl":
        return f"{moment.hour}.{moment.minute:02d}" if moment.minute else str(moment.hour)
    return Formats(_.language).time(moment)


def price(_: Translator, cents: int) -> str:
    """Say what it costs: "gratis", "€ 2"."""
    return Formats(_.language).money(cents) if cents else _("free")


def entry(_: Translator, is_walk_in: bool) -> str:
    """Say whether parents may simply come in."""
    return _("Come in whenever you like, no need to sign up") if is_walk_in else _("Please sign up first")


def exception(_: Translator, skips_school_holidays: bool) -> str:
    """Say when a series stands still; nothing when it never does."""
    return _("not in the school holidays") if skips_school_holidays else ""


def expectation(_: Translator, key: str) -> str:
    """Say in two or three words what a pictogram promises; a key we do not know is a warm welcome."""
    words = {
        "play": _("free play"),
        "coffee": _("coffee and tea"),
        "tea": _("a cup of tea"),
        "talk": _("talking in any language"),
        "books": _("books and stories"),
        "reading": _("reading aloud"),
        "songs": _("singing songs"),
        "craft": _("making things"),
        "feeding": _("feeding in peace"),
        "changing": _("a place to change"),
        "cooking": _("cooking together"),
        "fruit": _("a piece of fruit"),
        "sleep": _("a quiet corner"),
        "outing": _("going out"),
        "move": _("moving together"),
        "expert": _("asking an expert"),
        "child_care": _("care for the children"),
        "cut": _("cutting and pasting"),
        "languages": _("many languages"),
        "step_free": _("step-free"),
        "buggy": _("room for buggies"),
    }
    return words.get(key) or _("a warm welcome")


def does_not_go_on(_: Translator, title: str, day: date, start: time) -> str:
    """Tell parents that a session is cancelled: "Babbelcafé op dinsdag 27 oktober om 9:30 gaat niet door."."""
    formats = Formats(_.language)
    return _("{title} on {day} at {time} does not go on.", title=title, day=formats.day(day), time=formats.time(start))


def moves_to(_: Translator, title: str, was: tuple[date, time], now: tuple[date, time], place: str) -> str:
    """Tell parents that a session is on another day or hour, or at another place, always with the whole new address."""
    formats = Formats(_.language)
    old_day, old_time = formats.day(was[0]), formats.time(was[1])
    if was == now:
        return _("{title} on {day} at {time} moves. New place: {place}.", title=title, day=old_day, time=old_time,
                 place=place)  # fmt: skip
    return _(
        "{title} on {day} at {time} moves. New date: {new_day}, {new_time}, {place}.",
        title=title,
        day=old_day,
        time=old_time,
        new_day=formats.day(now[0]),
        new_time=formats.time(now[1]),
        place=place,
    )


def from_now_on(_: Translator, rule: Rule, start: time, end: time) -> str:
    """Tell parents when a series is held: "Elke donderdag, 10 – 12 uur"."""
    said = _("{day}, {hours}", day=recurrence(_, rule), hours=hours(_, start, end))
    return re.sub(r"\w", lambda first: first[0].upper(), said, count=1)  # it begins after marks of direction


def why_not(_: Translator, reason: str) -> str:
    """Say why to parents: a standard reason by its key, any other one as it was typed."""
    known = {
        "ill": _("Somebody of the team is ill."),
        "too_few": _("There are too few people in the team."),
        "closed": _("The place is closed."),
    }
    return known.get(reason) or _("Reason: {reason}", reason=reason)
