"""How far parents take part, said for each school year. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from meetingplace.domain.voices import Rung
from meetingplace.i18n.words import rung_name
from meetingplace.services import rungs
from meetingplace.services.changes import Topic
from meetingplace.services.rungs import YearOfRungs
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counts import CountRow, CountsShown

FOLLOWS = frozenset({Topic.VOICES, Topic.PLACES})
_MOST = 4  # school years beside each other


@dataclass(frozen=True)
class RungsShown:
    """The ladder, and the voices of each school year on its rungs."""

    counts: CountsShown
    empty: str


class View(Protocol):
    """What the presenter asks of the room."""

    def show_rungs(self, shown: RungsShown) -> None:
        """Show the ladder."""


class Presenter:
    """The ladder over the school years."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around, self._view = around, view

    def refresh(self) -> None:
        """Ask the ladder again."""
        self._around.work.ask(rungs.rungs_board, self._around.place.id, then=self._show, slot="rungs")

    def _show(self, years: tuple[YearOfRungs, ...]) -> None:
        _ = self._around.words
        shown = years[:_MOST][::-1]
        heads = tuple(f"{year.year}–{year.year + 1}" for year in shown)
        rows = tuple(
            CountRow("", rung_name(_, rung), tuple(year.numbers[rung] for year in shown)) for rung in reversed(Rung)
        )
        sums = CountRow("", _("All voices"), tuple(year.total for year in shown))
        empty = "" if years else _("Nothing was told yet.")
        self._view.show_rungs(RungsShown(CountsShown(_("How parents take part"), heads, rows, sums), empty))
