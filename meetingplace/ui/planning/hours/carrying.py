"""Carrying a session through the hours: by the hand (snapped to a quarter, Esc puts it back), or by Alt and arrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QWidget

from meetingplace.ui.planning.hours.block import SessionBlock
from meetingplace.ui.planning.hours.geometry import STEP, Hours, minutes_of, moment_of
from meetingplace.ui.planning.hours.ghost import ClashNote, Ghost
from meetingplace.ui.planning.shown import BlockShown, ClashShown

LAST = 24 * 60 - STEP  # minutes: no session runs past midnight

FindClash = Callable[[int, int, time, time, bool], ClashShown | None]
Moved = Callable[[int, int, time, time, bool], None]


@dataclass(frozen=True)
class Target:
    """A column, and from when to when."""

    column: int
    start: time
    end: time


class Carrying:
    """The session that is in the hand, if any, and where it would come."""

    def __init__(self, over: QWidget, say_hours: Callable[[time, time], str], find_clash: FindClash) -> None:
        """Carry over columns of hours; `find_clash` says who would be asked twice there."""
        self._ghost = Ghost(over)
        self.note = ClashNote(over)
        self._say_hours = say_hours
        self._find_clash = find_clash
        self._block: SessionBlock | None = None
        self._grip = QPointF()
        self._is_stretching = self._is_copy = False
        self._target: Target | None = None

    @property
    def is_on(self) -> bool:
        """Tell whether something is in the hand."""
        return self._block is not None

    def take(self, block: SessionBlock, grip: QPointF, is_stretching: bool) -> None:
        """Take a session up, at a point of it; by its lower edge it is stretched."""
        self._block, self._grip, self._is_stretching, self._target = block, grip, is_stretching, None

    def carry(
        self, at: QPointF, column: int, hours: Hours, place_of: Callable[[Target], QRect], is_copy: bool = False
    ) -> None:
        """Show where it would come with the hand at a point, in a column; or where its copy would."""
        if self._block is None:
            return
        shown, before = self._block.shown, (self._target, self._is_copy)
        if self._is_stretching:
            target = stretched(shown, hours.at(at.y()))
        else:
            target = moved(shown, column, hours.at(at.y() - self._grip.y()))
        self._target, self._is_copy = target, is_copy and not self._is_stretching
        if (self._target, self._is_copy) == before:
            return  # the hand is still over the same quarter
        place = place_of(target)
        self._ghost.show_at(place, shown.title, self._ways(target), shown.function, self._is_copy)
        where = (target.column, target.start, target.end, self._is_copy)
        self.note.show_under(place, self._find_clash(shown.session_id, *where))

    def _ways(self, target: Target) -> tuple[str, ...]:
        """Say from when to when, or only what changes: the start, or the end of what is stretched."""
        whole = self._say_hours(target.start, target.end)
        start, _dash, end = whole.partition(" – ")
        return whole, f"– {end}" if self._is_stretching else start

    def drop(self, moved_to: Moved) -> None:
        """Put it down where the ghost is."""
        block, target, is_copy = self._block, self._target, self._is_copy
        self.put_back()
        if block is not None and target is not None:
            moved_to(block.shown.session_id, target.column, target.start, target.end, is_copy)

    def put_back(self) -> None:
        """Leave it where it was."""
        if self._block is not None:
            self._block.let_go()
        self._block = self._target = None
        self._ghost.hide()
        self.note.hide()


def moved(shown: BlockShown, column: int, start: int) -> Target:
    """Move a session to a column and a minute of the day; it keeps its length and stays within the day."""
    length = minutes_of(shown.end) - minutes_of(shown.start)
    begins = max(0, min(start, LAST - length))
    return Target(column, moment_of(begins), moment_of(begins + length))


def stretched(shown: BlockShown, end: int) -> Target:
    """Let a session end at another minute, a quarter after its start at the earliest."""
    ends = max(minutes_of(shown.start) + STEP, min(end, LAST))
    return Target(shown.column, shown.start, moment_of(ends))
