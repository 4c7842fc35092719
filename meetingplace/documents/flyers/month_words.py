"""What a flyer says of a month in one language: weekdays, days off, entries, and the pictogram that stands for each.

No sizes and no places here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.documents import pictograms
from meetingplace.documents.flyers.content import Entry, FlyerFacts, Programme
from meetingplace.documents.flyers.words import Word, unbroken
from meetingplace.documents.typeset import first_strong_is_right_to_left
from meetingplace.i18n import flyer_phrases, phrases
from meetingplace.i18n.catalog import END_ISOLATE, ISOLATE, Translator
from meetingplace.i18n.formats import Formats

_A_MONDAY = date(2026, 1, 5)
TONES = ("deep", "sun", "soft", "mid")
# toys that stand for nothing else, where what parents may expect is the same as before
_SPARE = ("star", "kite", "balloon", "duck", "butterfly", "rocket", "leaf", "turtle", "umbrella", "puzzle", "owl",
          "snail", "rabbit", "sail-boat", "bee", "fish")  # fmt: skip


@dataclass(frozen=True)
class EntryWords:
    """An entry of a month: its title, the Dutch one where that is another, its days, hours, and for whom and where."""

    title: Word
    dutch: Word
    days: Word
    hours: Word
    details: Word


@dataclass(frozen=True)
class Kind:
    """How the days of an entry are told apart: a pictogram on a tone of the palette."""

    pictogram: str
    tone: str

    @property
    def figure(self) -> str:
        """Give the tone of what stands on it."""
        return {"deep": "white", "soft": "deep"}.get(self.tone, "ink")


def weekdays(_: Translator) -> list[Word]:
    """Name the days of the week shortly, from Monday."""
    formats = Formats(_.language)
    return [_word(formats.weekday_short(_A_MONDAY + timedelta(days=day)), _) for day in range(7)]


def closed(programme: Programme, _: Translator) -> dict[date, Word]:
    """Say of each day off in a word why it is one."""
    return {one.day: _word(flyer_phrases.closed_day(_, one.closed), _) for one in programme.closed if one.closed}


def entries(programme: Programme, _: Translator) -> list[EntryWords]:
    """Say what is held in the month, in the order of the programme."""
    return [_entry(programme, entry, _) for entry in programme.entries]


def _entry(programme: Programme, entry: Entry, _: Translator) -> EntryWords:
    own, dutch = entry.title(_.language), entry.title("nl")
    named = own.title.strip()
    is_said = own.language == "nl" or dutch.title.strip() == named
    details = [flyer_phrases.ages(_, entry.from_months, entry.to_months)]
    if len(programme.places) > 1:
        details.insert(0, f"{ISOLATE}{entry.place}{END_ISOLATE}")
    if not programme.is_free:
        details.append(phrases.price(_, entry.price_cents))
    if not entry.is_walk_in:
        details.append(phrases.entry(_, is_walk_in=False))
    return EntryWords(
        Word(named, own.language, first_strong_is_right_to_left(named, otherwise=_.is_right_to_left)),
        Word("" if is_said else dutch.title.strip(), "nl", is_right_to_left=False),
        _word(flyer_phrases.days_of_month(_, entry.days), _),
        _word(unbroken(phrases.hours(_, entry.start, entry.end)), _),
        _word("\u00a0· ".join(details), _),
    )


def kinds(entries_of: Sequence[Entry]) -> list[Kind]:
    """Give each entry a pictogram on a tone: of what parents may expect, of its function, or a toy.

    Each title has a pictogram of its own; entries of one title (elsewhere, or at other hours) differ in tone.
    """
    found: list[Kind] = []
    by_title: dict[str, str] = {}
    for number, entry in enumerate(entries_of):
        own = [pictograms.expectation(key) for key in entry.expect]
        own += [pictograms.FUNCTIONS[function] for function in entry.functions]
        free = [name for name in (*own, *_SPARE) if name not in by_title.values()]
        name = by_title.setdefault(entry.title("nl").title, free[0] if free else _SPARE[number % len(_SPARE)])
        turned = [TONES[(number + turn) % len(TONES)] for turn in range(len(TONES))]
        found.append(next((kind for tone in turned if (kind := Kind(name, tone)) not in found), Kind(name, turned[0])))
    return found


def plain_lines(facts: FlyerFacts, _: Translator) -> list[str]:
    """Give the programme of a month as lines of text: each entry, then where it is."""
    if facts.programme is None:
        return []
    lines = []
    for words in entries(facts.programme, _):
        titles = " · ".join(word.text for word in (words.title, words.dutch) if word.text)
        lines += [titles, f"{words.days.text}, {words.hours.text}", words.details.text]
    return [*lines, *(", ".join(filter(None, (place.name, place.address))) for place in facts.programme.places)]


def _word(text: str, _: Translator) -> Word:
    return Word(text, _.language, _.is_right_to_left)
