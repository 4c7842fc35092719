"""The ways to look at the planning: each asks its board, shows it, and knows what is earlier and later. No Qt here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date, timedelta

from meetingplace.domain.calendar import monday_of, school_year_of
from meetingplace.domain.wanted import Wanted
from meetingplace.services import timetable
from meetingplace.services.timetable import HoursBoard, ListBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.hours.wording import HoursWording
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.viewing import DAY, LIST, WEEK, InSight, Then
from meetingplace.ui.planning.wording import Wording

COMING, THIS_YEAR, PAST = "coming", "this_year", "past"
_WEEKS = 6  # of the list of what comes or what was


class HoursViewing(ABC):
    """Hours in columns: the shared half of a week and of a day by place."""

    key = ""
    is_choosing = True

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Show on a view, in these words."""
        self._around, self._view, self._wording = around, view, HoursWording(wording)
        self.board: HoursBoard | None = None

    def span(self, day: date) -> tuple[date, date]:
        """Give the first and last day in sight."""
        return day, day

    @abstractmethod
    def spot(self, column: int) -> Spot:
        """Say which day and place a column is."""

    def ask(self, day: date, wanted: Wanted, then: Then) -> None:
        """Ask the hours of the days in sight."""
        first, last = self.span(day)
        today, language = self._around.clock().date(), self._around.formats.language

        def take(board: HoursBoard) -> None:
            self.board = board
            then(_in_sight(board))

        self._around.work.ask(timetable.hours_board, first, last, today, wanted, language, then=take, slot="board")


class WeekViewing(HoursViewing):
    """Seven days from Monday."""

    key = WEEK

    def span(self, day: date) -> tuple[date, date]:
        """Give Monday and Sunday."""
        return monday_of(day), monday_of(day) + timedelta(days=6)

    def step(self, day: date, by: int) -> date:
        """Go by weeks."""
        return day + timedelta(weeks=by)

    def spot(self, column: int) -> Spot:
        """Say which day a column is."""
        first = self.board.first if self.board else self._around.clock().date()
        return Spot(first + timedelta(days=column))

    def show(self, chosen: int | None) -> None:
        """Show the week."""
        if self.board:
            self._view.show_week(self._wording.week(self.board, self._around.clock()), chosen)


class DayViewing(HoursViewing):
    """One day, with a column for each place."""

    key = DAY

    def step(self, day: date, by: int) -> date:
        """Go by days."""
        return day + timedelta(days=by)

    def spot(self, column: int) -> Spot:
        """Say which place a column is."""
        board = self.board
        if board is None:
            return Spot(self._around.clock().date())
        places = self._wording.places_of_day(board)
        return Spot(board.first, places[column].id if column < len(places) else None)

    def show(self, chosen: int | None) -> None:
        """Show the day."""
        if self.board:
            self._view.show_day(self._wording.day(self.board, self._around.clock()), chosen)


class ListViewing:
    """The sessions of a period under each other, in which typed words are found."""

    key = LIST
    is_choosing = False

    def __init__(self, around: Surroundings, view: View, wording: Wording) -> None:
        """Begin with what is to come."""
        self._around, self._view, self._wording = around, view, wording
        self.period = COMING
        self.words = ""
        self._board: ListBoard | None = None

    def span(self, day: date) -> tuple[date, date]:
        """Give the bounds of the chosen period, counted from today."""
        del day
        today = self._around.clock().date()
        if self.period == THIS_YEAR:
            return school_year_of(today)
        if self.period == PAST:
            return today - timedelta(weeks=_WEEKS), today - timedelta(days=1)
        return today, today + timedelta(weeks=_WEEKS)

    def step(self, day: date, by: int) -> date:
        """Stay: a list has periods to choose."""
        del by
        return day

    def ask(self, day: date, wanted: Wanted, then: Then) -> None:
        """Ask the list of the period."""
        language = self._around.formats.language

        def take(board: ListBoard) -> None:
            self._board = board
            then(InSight(tuple(one.session.brief for one in board.planned)))

        self._around.work.ask(
            timetable.list_board, *self.span(day), wanted, self.words, language, then=take, slot="board"
        )

    def show(self, chosen: int | None) -> None:
        """Show the list."""
        del chosen
        if self._board:
            self._view.show_list(self._wording.listing(self._board))


def _in_sight(board: HoursBoard) -> InSight:
    return InSight(
        tuple(one.session.brief for one in board.planned),
        has_places=any(place.is_active for place in board.care.places.values()),
        is_anything_planned=board.is_anything_planned,
        everywhere=tuple(one.brief for one in board.everywhere),
        care=board.care,
    )
