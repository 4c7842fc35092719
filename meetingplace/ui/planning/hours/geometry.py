"""Where things stand among the hours: columns, heights, and what overlaps side by side. Only numbers; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from meetingplace.ui.planning.shown import BlockShown

STEP = 15  # minutes: what a dragged session snaps to
_FIRST, _LAST = 8, 18  # hours that are always shown
_NARROW = 0.75  # share of the width of a day on which nothing happens, when room is short
_EMPTY, _SQUEEZED = 0.6, 0.8  # shares of a comfortable day that an empty day, and one session among others, can do with
_MORE = 0.75  # share of a day that each session beside another one adds


@dataclass(frozen=True)
class Hours:
    """The shown part of a day, in whole hours, and how many px an hour is high."""

    first: int = _FIRST
    last: int = _LAST
    height: float = 50.0

    @property
    def whole(self) -> int:
        """Px from the first hour to the last."""
        return round((self.last - self.first) * self.height)

    def y_of(self, moment: time) -> float:
        """Px from the top at which an hour stands."""
        return (moment.hour + moment.minute / 60 - self.first) * self.height

    def at(self, y: float) -> int:
        """Minutes of the day at a height, snapped to a quarter."""
        minutes = self.first * 60 + y / self.height * 60
        return max(0, min(24 * 60 - STEP, round(minutes / STEP) * STEP))


def hours_of(blocks: Iterable[BlockShown]) -> tuple[int, int]:
    """Give the first and last hour to show, so that every session is in it."""
    first, last = _FIRST, _LAST
    for block in blocks:
        first = min(first, block.start.hour)
        last = max(last, block.end.hour + (1 if block.end.minute else 0))
    return first, last


def columns(width: float, gutter: float, side_by_side: Sequence[int], comfortable: float) -> list[tuple[float, float]]:
    """Divide a width over columns (left edge, width), given how many sessions stand side by side in each.

    When room is short, columns with more of them are wider and empty ones narrower.
    """
    room = width - gutter
    is_short = any(number and room / len(side_by_side) / number < comfortable for number in side_by_side)
    weights = [_weight(number) if is_short else 1.0 for number in side_by_side]
    unit = room / sum(weights)
    found, left = [], gutter
    for weight in weights:
        found.append((left, weight * unit))
        left += weight * unit
    return found


def comfortable_width(gutter: float, side_by_side: Sequence[int], comfortable: float) -> float:
    """Give the width in which no session is squeezed."""
    return gutter + comfortable * sum(max(1.0, number * _SQUEEZED) if number else _EMPTY for number in side_by_side)


def most_side_by_side(blocks: Iterable[BlockShown]) -> int:
    """Count how many sessions of a column stand side by side at most; 0 in an empty one."""
    return max((number for _lane, number in lanes(blocks).values()), default=0)


def _weight(number: int) -> float:
    return 1 + (number - 1) * _MORE if number else _NARROW


def lanes_of(blocks: Iterable[BlockShown]) -> dict[int, tuple[int, int]]:
    """Give each session of every column its lane and the number of lanes there."""
    found: dict[int, tuple[int, int]] = {}
    columns: dict[int, list[BlockShown]] = {}
    for block in blocks:
        columns.setdefault(block.column, []).append(block)
    for of_column in columns.values():
        found |= lanes(of_column)
    return found


def lanes(blocks: Iterable[BlockShown]) -> dict[int, tuple[int, int]]:
    """Give each session of a column its lane and the number of lanes: those that overlap stand side by side."""
    found: dict[int, tuple[int, int]] = {}
    group: list[tuple[BlockShown, int]] = []
    ends: list[time] = []
    for block in sorted(blocks, key=lambda one: (one.start, one.end, one.session_id)):
        if ends and block.start >= max(ends):
            found |= {one.session_id: (lane, len(ends)) for one, lane in group}
            group, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= block.start), len(ends))
        ends[lane : lane + 1] = [block.end]
        group.append((block, lane))
    return found | {one.session_id: (lane, len(ends)) for one, lane in group}


def moment_of(minutes: int) -> time:
    """Give the hour of so many minutes after midnight."""
    return time(minutes // 60, minutes % 60)


def minutes_of(moment: time) -> int:
    """Give the minutes after midnight."""
    return moment.hour * 60 + moment.minute
