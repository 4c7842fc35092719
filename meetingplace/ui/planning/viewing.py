"""What every way to look at the planning is: it asks its board, shows it, and knows what comes before. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.clashes import NO_CARE, Care
from meetingplace.domain.sessions import Brief
from meetingplace.domain.wanted import Wanted

MONTH, WEEK, DAY, LIST, YEAR = "month", "week", "day", "list", "year"
LEAST_HEIGHT = 300  # px, at any text size: a view scrolls by itself, so that the page around it need not


@dataclass(frozen=True)
class InSight:
    """What a way of looking shows: sessions that may be chosen, and what is needed to see clashes at once."""

    sessions: tuple[Brief, ...] = ()
    has_places: bool = True
    is_anything_planned: bool = True  # in the whole house, ever
    everywhere: tuple[Brief, ...] = ()  # all sessions of the house on the days in sight
    care: Care = NO_CARE


Then = Callable[[InSight], None]


class Viewing(Protocol):
    """One way to look at the planning around a day."""

    key: str
    is_choosing: bool  # whether the next session in sight is chosen by itself

    def ask(self, day: date, wanted: Wanted, then: Then) -> None:
        """Ask the board around a day; `then` is told what is in sight, and calls `show`."""

    def show(self, chosen: int | None) -> None:
        """Show the board that came last, with one session marked."""

    def span(self, day: date) -> tuple[date, date]:
        """Give the first and last day in sight."""

    def step(self, day: date, by: int) -> date:
        """Give the day to look around when one goes so many steps later (or earlier)."""
