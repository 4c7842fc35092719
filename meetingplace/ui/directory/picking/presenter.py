"""Which families are offered to pick from. No Qt here."""

from __future__ import annotations

from typing import Protocol

from meetingplace.domain.families import Order
from meetingplace.services import directory
from meetingplace.services.directory import ListBoard
from meetingplace.ui.directory.shown import RowShown
from meetingplace.ui.directory.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings


class View(Protocol):
    """What the presenter asks of the panel."""

    def show_rows(self, rows: tuple[RowShown, ...], nobody: str) -> None:
        """Show these families, or say that there is nobody."""

    def take(self, family_id: int) -> None:
        """Take a family, as if it was tapped."""


class Presenter:
    """A search among all families but some."""

    def __init__(self, around: Surroundings, view: View, without: frozenset[int]) -> None:
        """Take who is never offered; nothing is asked before `refresh`."""
        self._around, self._view, self._without = around, view, without
        self._wording = Wording(around.words, around.formats)
        self._words = ""
        self._rows: tuple[RowShown, ...] = ()

    def refresh(self) -> None:
        """Ask again."""
        today = self._around.clock().date()
        ask = self._around.work.ask
        ask(directory.list_board, self._words, Order.NICKNAME, 0, today, then=self._show, slot="pick")

    def typed(self, words: str) -> None:
        """Search while somebody types."""
        self._words = words.strip()
        self.refresh()

    def enter(self) -> None:
        """Take the one family that was found; with several nothing is guessed."""
        if self._words and len(self._rows) == 1:
            self._view.take(self._rows[0].family_id)

    def _show(self, board: ListBoard) -> None:
        _ = self._around.words
        shown = self._wording.listing(board, self._words, self._around.clock().date())
        self._rows = tuple(row for row in shown.rows if row.family_id not in self._without)
        self._view.show_rows(self._rows, "" if self._rows else _("Nobody found. Type fewer letters."))
