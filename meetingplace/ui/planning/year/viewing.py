"""Looking at the planning as a school year. No Qt here."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.wanted import Wanted
from meetingplace.services import school_year
from meetingplace.services.school_year import YearBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.viewing import YEAR, InSight, Then
from meetingplace.ui.planning.wording import Wording
from meetingplace.ui.planning.year.shown import YearShown
from meetingplace.ui.planning.year.wording import YearWording


class View(Protocol):
    """Where a year is shown."""

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        """Show a year, with one session marked."""


class YearViewing:
    """A school year, September to August."""

    key = YEAR
    is_choosing = False

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Show on a view, in these words."""
        self._around, self._view, self._wording = around, view, YearWording(wording)
        self._board: YearBoard | None = None

    def span(self, day: date) -> tuple[date, date]:
        """Give the first and last day of the school year."""
        return school_year_of(day)

    def step(self, day: date, by: int) -> date:
        """Go by years."""
        return date(day.year + by, day.month, min(day.day, 28))

    def ask(self, day: date, wanted: Wanted, then: Then) -> None:
        """Ask the school year."""
        today, language = self._around.clock().date(), self._around.formats.language

        def take(board: YearBoard) -> None:
            self._board = board
            has_places = any(place.is_active for place in board.care.places.values())
            then(InSight(board.shown, has_places, board.is_anything_planned))

        self._around.work.ask(school_year.year_board, day, today, wanted, language, then=take, slot="board")

    def show(self, chosen: int | None) -> None:
        """Show the year."""
        if self._board:
            self._view.show_year(self._wording.year(self._board), chosen)
