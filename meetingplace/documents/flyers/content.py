"""What stands on a flyer, as plain values: the facts that every language shares and the house's own words in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from meetingplace.documents.moods import Mood
from meetingplace.domain.recurrence import Rule

__all__ = ["FlyerContent", "FlyerFacts", "FlyerText", "Mood"]


@dataclass(frozen=True)
class FlyerText:
    """The house's own words in one language."""

    language: str
    title: str
    body: str = ""


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
    next_day: date | None = None  # the next time after this one, as far as it is known
    picture: bytes | None = None
    logos: tuple[bytes, ...] = ()
    partners: tuple[str, ...] = ()
    mark: str = "fruit-cherries"  # the round mark of the house


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
