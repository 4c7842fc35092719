"""Where things stand in the month: cells, and the sessions in them that have room. Only numbers; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A place in px."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


@dataclass(frozen=True)
class Grid:
    """The cells of a month: `head` px for the weekdays, then a row a week of at least `least` px."""

    width: float
    head: float
    rows: tuple[float, ...]

    def cell(self, week: int, weekday: int) -> Box:
        """Give the place of a day."""
        width = self.width / 7
        return Box(weekday * width, self.head + sum(self.rows[:week]), width, self.rows[week])

    @property
    def height(self) -> float:
        """Give the height of all."""
        return self.head + sum(self.rows)

    def day_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Give week and weekday at a point; None over the head or beyond."""
        for week in range(len(self.rows)):
            for weekday in range(7):
                if self.cell(week, weekday).holds(x, y):
                    return week, weekday
        return None


def grid(width: float, room: float, head: float, needed: Sequence[float], least: float, most: float) -> Grid:
    """Divide the room over the weeks: each has what its fullest day needs, within `least` and `most`.

    What room is left goes to all of them; when there is too little, the month is higher than the room.
    """
    rows = [min(max(least, height), most) for height in needed]
    spare = max(0.0, room - head - sum(rows)) / len(rows)
    return Grid(width, head, tuple(height + spare for height in rows))


def fitting(heights: Sequence[float], room: float, more: float) -> int:
    """Count how many of these fit under each other; when not all do, a line of height `more` says how many are left."""
    if sum(heights) <= room:
        return len(heights)
    used, number = more, 0
    for height in heights:
        if used + height > room:
            break
        used += height
        number += 1
    return number
