"""What the presenters ask of the planning screen. No Qt here."""

from __future__ import annotations

from typing import Protocol

from meetingplace.ui.planning.filtering.presenter import FilterShown
from meetingplace.ui.planning.month.shown import MonthShown
from meetingplace.ui.planning.shown import CancelShown, DetailsShown, EmptyShown, HoursShown, ListShown, PreviewShown
from meetingplace.ui.planning.typed import FormShown, RepeatShown
from meetingplace.ui.planning.year.shown import YearShown


class View(Protocol):
    """The planning screen, as its presenters see it."""

    def show_week(self, shown: HoursShown, selected: int | None) -> None:
        """Show a week, with one session marked."""

    def show_day(self, shown: HoursShown, selected: int | None) -> None:
        """Show a day by place, with one session marked."""

    def show_month(self, shown: MonthShown, selected: int | None) -> None:
        """Show a month, with one session marked."""

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        """Show a school year, with one session marked."""

    def show_list(self, shown: ListShown) -> None:
        """Show the list of a period."""

    def show_empty(self, shown: EmptyShown | None) -> None:
        """Show what this screen is and the first step; None takes it away."""

    def show_details(self, shown: DetailsShown | None) -> None:
        """Show one session with all about it; None closes it."""

    def open_filter(self, shown: FilterShown) -> None:
        """Ask what to show only."""

    def show_filter(self, words: str) -> None:
        """Say what is shown only; empty: everything is."""

    def show_hints(self, number: int) -> None:
        """Say how many sessions ask for a look."""

    def open_room(self, name: str, session_id: int | None) -> None:
        """Open a room beside the planning (templates, goals, …), perhaps for a session."""

    def open_form(self, shown: FormShown) -> None:
        """Open the form of a session."""

    def open_repeat(self, shown: RepeatShown) -> None:
        """Open the form that repeats a session or goes on with its series."""

    def open_cancel(self, shown: CancelShown) -> None:
        """Ask why a session does not go on."""

    def show_preview(self, shown: PreviewShown) -> None:
        """Show the dates of the rule in the form that is open."""

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say in the open form what is wrong, beside a field or (without one) under everything."""

    def close_form(self) -> None:
        """Close the form that is open."""
