"""Carrying a session through the week: by the hand (snapped to a quarter, Esc puts it back), or by Alt and arrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QWidget

from meetingplace.ui.planning.block import SessionBlock
from meetingplace.ui.planning.geometry import STEP, Hours, minutes_of, moment_of
from meetingplace.ui.planning.ghost import ClashNote, Ghost
from meetingplace.ui.planning.shown import BlockShown, ClashShown

LAST = 24 * 60 - STEP  # minutes: no session runs past midnight

FindClash = Callable[[int, int, time, time], ClashShown | None]
Moved = Callable[[int, int, time, time], None]


@dataclass(frozen=True)
class Target:
    """A day of the week, and from when to when."""

    day: int
    start: time
    end: time


class Carrying:
    """The session that is in the hand, if any, and where it would come."""

    def __init__(self, over: QWidget, say_hours: Callable[[time, time], str], find_clash: FindClash) -> None:
        """Carry over a week; `find_clash` says who would be asked twice there."""
        self._ghost = Ghost(over)
        self.note = ClashNote(over)
        self._say_hours = say_hours
        self._find_clash = find_clash
        self._block: SessionBlock | None = None
        self._grip = QPointF()
        self._is_stretching = False
        self._target: Target | None = None

    @property
    def is_on(self) -> bool:
        """Tell whether something is in the hand."""
        return self._block is not None

    def take(self, block: SessionBlock, grip: QPointF, is_stretching: bool) -> None:
        """Take a session up, at a point of it; by its lower edge it is stretched."""
        self._block, self._grip, self._is_stretching, self._target = block, grip, is_stretching, None

    def carry(self, at: QPointF, day: int, hours: Hours, place_of: Callable[[Target], QRect]) -> None:
        """Show where it would come with the hand at a point, in a day."""
        if self._block is None:
            return
        shown = self._block.shown
        if self._is_stretching:
            self._target = stretched(shown, hours.at(at.y()))
        else:
            self._target = moved(shown, day, hours.at(at.y() - self._grip.y()))
        target = self._target
        place = place_of(target)
        self._ghost.show_at(place, shown.title, self._ways(target), shown.function)
        self.note.show_under(place, self._find_clash(shown.session_id, target.day, target.start, target.end))

    def _ways(self, target: Target) -> tuple[str, ...]:
        """Say from when to when, or only what changes: the start, or the end of what is stretched."""
        whole = self._say_hours(target.start, target.end)
        start, _dash, end = whole.partition(" – ")
        return whole, f"– {end}" if self._is_stretching else start

    def drop(self, moved_to: Moved) -> None:
        """Put it down where the ghost is."""
        block, target = self._block, self._target
        self.put_back()
        if block is not None and target is not None:
            moved_to(block.shown.session_id, target.day, target.start, target.end)

    def put_back(self) -> None:
        """Leave it where it was."""
        if self._block is not None:
            self._block.let_go()
        self._block = self._target = None
        self._ghost.hide()
        self.note.hide()


def moved(shown: BlockShown, day: int, start: int) -> Target:
    """Move a session to a day and a minute of it; it keeps its length and stays within the day."""
    length = minutes_of(shown.end) - minutes_of(shown.start)
    begins = max(0, min(start, LAST - length))
    return Target(max(0, min(6, day)), moment_of(begins), moment_of(begins + length))


def stretched(shown: BlockShown, end: int) -> Target:
    """Let a session end at another minute, a quarter after its start at the earliest."""
    ends = max(minutes_of(shown.start) + STEP, min(end, LAST))
    return Target(shown.day, shown.start, moment_of(ends))
