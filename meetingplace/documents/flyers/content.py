"""What stands on a flyer, as plain values: the facts that every language shares and the house's own words in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from meetingplace.documents.moods import Mood
from meetingplace.domain.recurrence import Rule
from meetingplace.domain.sessions import Function
from meetingplace.i18n.flyer_phrases import Closed

__all__ = ["Closed", "Entry", "FlyerContent", "FlyerDate", "FlyerFacts", "FlyerText", "Mood", "Programme", "Where"]


@dataclass(frozen=True)
class FlyerText:
    """The house's own words in one language."""

    language: str
    title: str
    body: str = ""


@dataclass(frozen=True)
class FlyerDate:
    """A date of a series or a month: `closed` says why nothing is held then; None: it goes on.

    Hours and place only where they are others than the rest has.
    """

    day: date
    closed: Closed | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""


@dataclass(frozen=True)
class Entry:
    """What is held in a month under one title, at one place and at the same hours, on its days in order.

    `texts` hold the titles by language, always the Dutch one too. Ages and price as in `FlyerFacts`.
    """

    texts: tuple[FlyerText, ...]
    days: tuple[date, ...]
    start: time
    end: time
    place: str
    from_months: int = 0
    to_months: int = 72
    price_cents: int = 0
    is_walk_in: bool = True
    expect: tuple[str, ...] = ()
    functions: tuple[Function, ...] = ()

    def title(self, language: str) -> FlyerText:
        """Give the title in a language; without one of its own, the Dutch one."""
        found = {text.language: text for text in self.texts}
        return found.get(language) or found["nl"]


@dataclass(frozen=True)
class Where:
    """A place of the programme, with its whole address (empty: it has none)."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Programme:
    """What a month has: entries by their first day, the days off without sessions, and the places."""

    month: date  # its first day
    entries: tuple[Entry, ...]
    closed: tuple[FlyerDate, ...] = ()
    places: tuple[Where, ...] = ()

    @property
    def is_free(self) -> bool:
        """Tell whether nothing costs anything."""
        return not any(entry.price_cents for entry in self.entries)


@dataclass(frozen=True)
class FlyerFacts:
    """The same in every language: sender, place, when, for whom (ages in months, `to_months` excluded), price in cents.

    No rule means a single session on `first_day`. `first_day` is also the day that the code for a phone's calendar
    names.
    """

    house_name: str
    house_line: str
    place_name: str
    address: str
    town: str
    stop: str
    stop_kind: str
    first_day: date
    rule: Rule | None
    start: time
    end: time
    skips_school_holidays: bool
    from_months: int
    to_months: int
    price_cents: int
    is_walk_in: bool
    expect: tuple[str, ...]
    phone: str
    email: str
    languages_spoken: tuple[str, ...]
    seed: int
    mood: Mood
    is_grey: bool = False
    code: str = ""  # a link or text for the code; without one it is for the calendar
    next_day: date | None = None  # the next time after this one, as far as it is known
    picture: bytes | None = None
    picture_said: str = ""  # in Dutch: what is to be seen on it
    logos: tuple[bytes, ...] = ()
    partners: tuple[str, ...] = ()
    mark: str = "fruit-cherries"  # the round mark of the house
    dates: tuple[FlyerDate, ...] = ()  # of a series, those that stand still too
    programme: Programme | None = None  # of a month


@dataclass(frozen=True)
class FlyerContent:
    """A flyer: its facts and its texts; the first text is in the main language, Dutch is always among them."""

    facts: FlyerFacts
    texts: tuple[FlyerText, ...]

    @property
    def main(self) -> FlyerText:
        """Give the words in the main language."""
        return self.texts[0]

    @property
    def dutch(self) -> FlyerText:
        """Give the Dutch words; without any, the title of the main language stands in."""
        return next((text for text in self.texts if text.language == "nl"), FlyerText("nl", self.main.title))
