"""What stands on the plans: sessions, days off and the head, as values. No drawing and no storage here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from meetingplace.documents.moods import Mood
from meetingplace.domain.calendar import DayOff, Holiday
from meetingplace.domain.sessions import Function


@dataclass(frozen=True)
class PlanHead:
    """What stands on top of every page: the house, what the plan was narrowed to, and the day it was made."""

    house_name: str
    about: str  # "De Kers, Schaarbeek"; empty when it is the whole plan
    made_on: date
    mood: Mood = Mood.CHERRY
    mark: str = "fruit-cherries"


@dataclass(frozen=True)
class PlanSession:
    """A session as it stands on a plan; `place` is empty where every session of the sheet is at the same one.

    `minutes` are those that each member of its team works: preparation, open and debrief.
    """

    day: date
    start: time
    end: time
    title: str
    place: str = ""
    functions: tuple[Function, ...] = ()
    team: tuple[str, ...] = ()
    is_cancelled: bool = False
    minutes: int = 0

    @property
    def function(self) -> Function | None:
        """Give the function whose square it bears: its first one."""
        return next(iter(self.functions), None)


@dataclass(frozen=True)
class FreeDays:
    """The holidays of both school calendars, and the days that are off for the house.

    What holds only at one of several places is said, with the place in its name, but closes no day of the sheet:
    `place_id` is left only there.
    """

    holidays: tuple[Holiday, ...] = ()
    closed: tuple[DayOff, ...] = ()

    def closed_on(self, day: date) -> str:
        """Say what is off on a day, for the house or for one place; empty when nothing is."""
        return ", ".join(dict.fromkeys(off.name for off in self.closed if off.day == day))

    def is_closed(self, day: date) -> bool:
        """Tell whether the whole sheet is off on a day."""
        return any(off.day == day and off.place_id is None for off in self.closed)

    def within(self, first: date, last: date) -> tuple[Holiday, ...]:
        """List the school holidays that touch a period."""
        return tuple(holiday for holiday in self.holidays if holiday.first <= last and holiday.last >= first)


NO_DAYS_OFF = FreeDays()


def by_day(sessions: Iterable[PlanSession]) -> dict[date, list[PlanSession]]:
    """Group sessions by day, the early ones first."""
    found: dict[date, list[PlanSession]] = {}
    for session in sorted(sessions, key=lambda one: (one.day, one.start, one.end, one.place, one.title)):
        found.setdefault(session.day, []).append(session)
    return found
