"""The filter that holds: chosen, said in words, remembered, let go when it asks for what is gone. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from meetingplace.domain.wanted import Wanted, wanted_of
from meetingplace.services import filtering
from meetingplace.services.filtering import FilterBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.filtering.presenter import FilterShown, FilterWording, still_there


class View(Protocol):
    """Where the filter is asked and said."""

    def open_filter(self, shown: FilterShown) -> None:
        """Ask what to show only."""

    def show_filter(self, words: str) -> None:
        """Say what is shown only; empty: everything is."""


class Filtering:
    """Which sessions the planning shows, beside the place in view."""

    def __init__(self, around: Surroundings, view: View, changed: Callable[[], object]) -> None:
        """Begin with the filter of last time; `changed` asks everything again."""
        self._around, self._view, self._changed = around, view, changed
        self._wording = FilterWording(around)
        self.wanted = wanted_of(around.settings.current.wanted)

    def ask(self) -> None:
        """Ask what can be chosen, to open the panel."""
        self._around.work.ask(filtering.filter_board, then=self._open, slot="filter")

    def refresh(self) -> None:
        """Say what is shown only; without a filter there is nothing to ask."""
        if self.wanted.narrows:
            self._around.work.ask(filtering.filter_board, then=self._say, slot="filter_words")
        else:
            self._view.show_filter("")

    def choose(self, wanted: Wanted) -> None:
        """Show only what is wanted, now and next time."""
        self.wanted = Wanted(None, wanted.theme, wanted.function, wanted.member_id, wanted.language, wanted.months)
        self._around.settings.change(wanted=self.wanted.words)
        self._changed()

    def _open(self, board: FilterBoard) -> None:
        self._view.open_filter(self._wording.choices(board, still_there(board, self.wanted)))

    def _say(self, board: FilterBoard) -> None:
        there = still_there(board, self.wanted)
        if there != self.wanted:
            self.choose(there)
        else:
            self._view.show_filter(self._wording.said(board, there) if there.narrows else "")
