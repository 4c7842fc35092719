"""Looking at the planning as a month. No Qt here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from meetingplace.domain.wanted import Wanted
from meetingplace.services import school_year
from meetingplace.services.school_year import MonthBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.month.shown import MonthShown
from meetingplace.ui.planning.month.wording import MonthWording
from meetingplace.ui.planning.viewing import MONTH, InSight, Then
from meetingplace.ui.planning.wording import Wording


class View(Protocol):
    """Where a month is shown."""

    def show_month(self, shown: MonthShown, selected: int | None) -> None:
        """Show a month, with one session marked."""


class MonthViewing:
    """The weeks of a month."""

    key = MONTH
    is_choosing = False

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Show on a view, in these words."""
        self._around, self._view, self._wording = around, view, MonthWording(wording)
        self._board: MonthBoard | None = None

    def span(self, day: date) -> tuple[date, date]:
        """Give the first and last day of the month."""
        return day.replace(day=1), self.step(day, 1).replace(day=1) - timedelta(days=1)

    def step(self, day: date, by: int) -> date:
        """Go by months."""
        months = day.year * 12 + day.month - 1 + by
        return date(months // 12, months % 12 + 1, min(day.day, 28))

    def ask(self, day: date, wanted: Wanted, then: Then) -> None:
        """Ask the month."""
        today, language = self._around.clock().date(), self._around.formats.language

        def take(board: MonthBoard) -> None:
            self._board = board
            has_places = any(place.is_active for place in board.care.places.values())
            shown = tuple(one for of_day in board.by_day.values() for one in of_day)
            then(InSight(shown, has_places, board.is_anything_planned, board.everywhere, board.care))

        self._around.work.ask(school_year.month_board, day, today, wanted, language, then=take, slot="board")

    def show(self, chosen: int | None) -> None:
        """Show the month."""
        if self._board:
            self._view.show_month(self._wording.month(self._board), chosen)
