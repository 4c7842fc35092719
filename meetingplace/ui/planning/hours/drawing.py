"""Drawing a new session with the hand: press on an empty hour and pull down; Esc forgets it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QWidget

from meetingplace.ui.planning.hours.carrying import LAST, Target
from meetingplace.ui.planning.hours.geometry import STEP, Hours, minutes_of, moment_of
from meetingplace.ui.planning.hours.ghost import Ghost


class Drawing:
    """The session that is being drawn, if any."""

    def __init__(self, over: QWidget, say_hours: Callable[[time, time], str]) -> None:
        """Draw over columns of hours."""
        self._ghost = Ghost(over)
        self._say_hours = say_hours
        self._began: tuple[QPointF, int, int] | None = None  # where, in which column, at which minute
        self._target: Target | None = None

    @property
    def is_on(self) -> bool:
        """Tell whether something is being drawn."""
        return self._target is not None

    def begin(self, at: QPointF, column: int, hours: Hours) -> None:
        """Press on an empty hour; nothing is drawn before the hand moves."""
        self._began = at, column, min(hours.at(at.y() - hours.height / 8), LAST - STEP)

    def pull(self, at: QPointF, hours: Hours, least: int, place_of: Callable[[Target], QRect]) -> None:
        """Show what it is so far; `least` is how far, in px, the hand must have gone."""
        if self._began is None:
            return
        began, column, start = self._began
        if self._target is None and abs(at.y() - began.y()) < least:
            return
        end = hours.at(at.y())
        first, last = min(start, end), max(start + STEP, end)
        self._target = Target(column, moment_of(first), moment_of(min(last, LAST)))
        whole = self._say_hours(self._target.start, self._target.end)
        self._ghost.show_at(place_of(self._target), "", (whole, whole.partition(" – ")[0]), None)

    def hover(self, column: int, start: time, minutes: int, place_of: Callable[[Target], QRect]) -> None:
        """Show where something from outside, of so many minutes, would come."""
        begins = min(minutes_of(start), LAST - minutes)
        self._target = Target(column, moment_of(begins), moment_of(begins + minutes))
        whole = self._say_hours(self._target.start, self._target.end)
        self._ghost.show_at(place_of(self._target), "", (whole, whole.partition(" – ")[0]), None)

    def end(self) -> Target | None:
        """Let go, and give what was drawn."""
        target = self._target
        self._began = self._target = None
        self._ghost.hide()
        return target
