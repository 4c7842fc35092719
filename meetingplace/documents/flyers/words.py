"""Every word of a flyer in one language, made of its facts by the paper phrases. No sizes and no places here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.documents import pictograms
from meetingplace.documents.breaks import NO_BREAK, STAY
from meetingplace.documents.flyers.content import FlyerFacts, FlyerText
from meetingplace.documents.typeset import accented, first_strong_is_right_to_left
from meetingplace.domain.recurrence import Picked
from meetingplace.i18n import corner, flyer_phrases, phrases
from meetingplace.i18n.catalog import END_ISOLATE, ISOLATE, Translator
from meetingplace.i18n.formats import Formats, own_name

NAMED_EXPECTATIONS = 3  # that layouts can ask for one by one


@dataclass(frozen=True)
class Word:
    """A text of the flyer in one language, with the direction it is read in, and the pictogram that goes with it."""

    text: str
    language: str
    is_right_to_left: bool
    pictogram: str = ""


@dataclass(frozen=True)
class FlyerWords:
    """All texts of one language by the names that the layout files use, and the pictograms with their words.

    `translator` says what has no name: each date of a series, each entry of a month.
    """

    language: str
    is_right_to_left: bool
    by_name: dict[str, Word]
    expectations: tuple[tuple[str, Word], ...]
    translator: Translator

    def named(self, name: str) -> Word:
        """Give a text by the name that layout files use; an empty one where the facts say nothing."""
        return self.by_name.get(name, Word("", self.language, self.is_right_to_left))


def words_of(facts: FlyerFacts, text: FlyerText, _: Translator) -> FlyerWords:
    """Make every text of one language."""
    price = phrases.price(_, facts.price_cents)
    own = {"title": text.title.strip(), "body": text.body.strip(), "price": price, "language": own_name(_.language)}
    own |= _when(facts, price, _) | _who(facts, _) | _greetings(_) | _planned(facts, _)
    shown = {"stop": pictograms.STOPS.get(facts.stop_kind, ""), "languages": pictograms.LANGUAGES}
    for number, key in enumerate((*facts.expect, *("",) * NAMED_EXPECTATIONS)[:NAMED_EXPECTATIONS], start=1):
        own[f"expectation_{number}"] = phrases.expectation(_, key) if key else ""
        shown[f"expectation_{number}"] = pictograms.expectation(key)
    named = {
        name: Word(value, _.language, first_strong_is_right_to_left(value, _.is_right_to_left), shown.get(name, ""))
        for name, value in own.items()
    }
    named |= {
        name: Word(value, "nl", first_strong_is_right_to_left(value, otherwise=False))
        for name, value in _shared(facts, price).items()
    }
    expectations = tuple(
        (pictograms.expectation(key), Word(phrases.expectation(_, key), _.language, _.is_right_to_left))
        for key in facts.expect
    )
    return FlyerWords(_.language, _.is_right_to_left, named, expectations, _)


def _when(facts: FlyerFacts, price: str, _: Translator) -> dict[str, str]:
    """Say the days and hours, alone and together."""
    rule = phrases.recurrence(_, facts.rule) if facts.rule else phrases.day(_, facts.first_day)
    hours = unbroken(phrases.hours(_, facts.start, facts.end))
    return {
        "rule": rule,
        "hours": hours,
        "exception": phrases.exception(_, facts.skips_school_holidays and facts.rule is not None),
        "when": _("{day}, {hours}", day=rule, hours=accented(hours)),
        "when_and_price": _("{day}, {hours}, {price}", day=rule, hours=hours, price=price),
        "next_time": flyer_phrases.next_time(_, facts.next_day) if facts.next_day else "",
        "next_hours": hours if facts.next_day else "",
        "caption": flyer_phrases.more_by_code(_) if facts.code else _("scan for your calendar"),
    }


def _who(facts: FlyerFacts, _: Translator) -> dict[str, str]:
    """Say for whom it is, in which languages, how to take part and how to come."""
    return {
        "whom": phrases.whom(_, facts.from_months, facts.to_months),
        "entry": phrases.entry(_, facts.is_walk_in),
        "languages": flyer_phrases.languages_spoken(_, facts.languages_spoken),
        "stop": f"{ISOLATE}{facts.stop}{END_ISOLATE}" if facts.stop else "",
    }


def _planned(facts: FlyerFacts, _: Translator) -> dict[str, str]:
    """Say what holds for all dates of a series, or for a whole month."""
    said = {
        "times": _times(facts, _),
        "join": phrases.entry(_, is_walk_in=True),
        "month": "",
        "under_month": "",
    }
    if not facts.is_walk_in:
        said["join"] = flyer_phrases.sign_up(_, bool(facts.phone), bool(facts.email))
    if facts.programme:
        name = Formats(_.language).month_name(facts.programme.month.month)
        said["month"] = name[:1].upper() + name[1:]
        under = flyer_phrases.under_the_month(_, is_free=facts.programme.is_free)
        said["under_month"] = f"{facts.programme.month.year} · {under}"
        said |= {"when": under, "price": "", "rule": "", "hours": ""}  # each entry has its own
    return said


def _times(facts: FlyerFacts, _: Translator) -> str:
    """Say when a series is held and how often; picked dates are counted or named by their rule already."""
    times = sum(one.closed is None for one in facts.dates)
    if facts.rule is None:
        return ""
    if not times or isinstance(facts.rule, Picked):
        return phrases.recurrence(_, facts.rule)
    return flyer_phrases.so_many_times(_, facts.rule, times)


def _greetings(_: Translator) -> dict[str, str]:
    """Greet, thank and ask."""
    return {
        "welcome": corner.welcome(_),
        "come_in": flyer_phrases.come_in(_),
        "thanks": flyer_phrases.thanks(_),
        "what_else": flyer_phrases.what_else(_),
        "tell_us": flyer_phrases.tell_us(_),
    }


def _shared(facts: FlyerFacts, price: str) -> dict[str, str]:
    """Say what is the same in every language: who invites, and where."""
    address = [part for part in (facts.address, facts.town) if part]
    place = [part for part in (facts.place_name, *address) if part]
    return {
        "house": facts.house_name,
        "house_line": facts.house_line,
        "place": facts.place_name,
        "address": "\n".join(address),
        "address_line": ", ".join(address),
        "place_address": ", ".join(place),
        "price_and_place": " · ".join(part for part in (price, *place, facts.stop) if part),
    }


def unbroken(text: str) -> str:
    """Tie a text together by spaces that do not break, after a dash too: hours never wrap."""
    return text.replace("–", f"–{STAY}").replace(" ", NO_BREAK)
