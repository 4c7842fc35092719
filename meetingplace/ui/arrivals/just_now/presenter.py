"""Which lines the list shows, and what their undo does. No Qt here.

Every arrival of the session stands in it, also those that another PC wrote down, or this one before it was started
anew: they are taken back by taking the visit away. What else was done is known where it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from meetingplace.i18n.catalog import isolated_if_turned
from meetingplace.services import arrivals, organisation
from meetingplace.services.changes import Act
from meetingplace.services.desk import DeskBoard
from meetingplace.services.organisation import HouseBoard
from meetingplace.ui.arrivals.just_now.shown import LineShown
from meetingplace.ui.arrivals.notes import Noted, Notes
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings

_MOST = 30


class View(Protocol):
    """What shows the list."""

    def show_lines(self, lines: tuple[LineShown, ...]) -> None:
        """Show the lines, the last act first."""


class Desk(Protocol):
    """What the list needs of the desk over which it opens."""

    notes: Notes

    @property
    def board(self) -> DeskBoard | None:
        """Give what the desk shows."""


@dataclass(frozen=True)
class _Line:
    at: datetime
    by: int | None
    said: str
    take_back: Callable[[], object]
    is_by_family: bool = False
    is_lost: bool = False


class Presenter:
    """The list over one desk."""

    def __init__(self, around: Surroundings, view: View, wording: Wording, desk: Desk) -> None:
        """Take the desk; `refresh` asks."""
        self._around, self._view, self._wording, self._desk = around, view, wording, desk
        self._lines: list[_Line] = []

    def refresh(self) -> None:
        """Ask who is in the team, and show the list."""
        self._around.work.ask(organisation.house_board, then=self._show, slot="just now")

    def take_back(self, number: int) -> None:
        """Take back what stands in a line, and nothing else."""
        self._lines[number].take_back()
        self.refresh()  # its answer comes after the undo: a refusal is then known too

    def _show(self, house: HouseBoard) -> None:
        board = self._desk.board
        if board is None:
            return
        acts = list(self._desk.notes.of(board.session.session_id))
        lines = [*self._of_acts(acts), *self._of_arrivals(board, acts)]
        self._lines = sorted(lines, key=lambda line: line.at, reverse=True)[:_MOST]
        names = {member.id: member.name for member in house.team}
        self._view.show_lines(tuple(self._shown(line, names) for line in self._lines))

    def _shown(self, line: _Line, team: Mapping[int, str]) -> LineShown:
        _, name = self._around.words, team.get(line.by or 0, "")
        by = _("by the family itself") if line.is_by_family else ""
        return LineShown(
            hour=self._around.formats.time(line.at),
            said=line.said,
            by=_("by {name}", name=isolated_if_turned(name)) if name else by,
            why_not=_("It was changed since. Take that back first, or correct it there.") if line.is_lost else "",
            undo_name=_("Undo: {act}", act=line.said),
        )

    def _of_acts(self, acts: Sequence[Noted]) -> Iterator[_Line]:
        for one in acts:
            if not (_is_arrival(one) and one.is_lost):  # its visit can still be taken away
                said, take_back = self._wording.said(one.step), partial(self._around.work.undo, one.step)
                yield _Line(one.at, one.by, said, take_back, is_lost=one.is_lost)

    def _of_arrivals(self, board: DeskBoard, acts: Sequence[Noted]) -> Iterator[_Line]:
        noted = {one.made for one in acts if _is_arrival(one) and not one.is_lost}
        for one in (*board.present, *board.left):
            if one.visit_id not in noted:
                remove = partial(arrivals.remove_visit, one.visit_id)
                take_back = partial(self._desk.notes.do, board.session.session_id, remove)
                yield _Line(one.arrived, one.written_by, self._wording.arrived(one), take_back, one.by_family)


def _is_arrival(noted: Noted) -> bool:
    return noted.step.act in (Act.FAMILY_ARRIVED, Act.GUESTS_ARRIVED)
