"""The tiles of dates: how large they can be in a frame. Plain arithmetic in mm; nothing is drawn here."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDEST = 26.0  # mm, of a tile
_SHAPE = 1.14  # a tile is so many times as wide as tall, at most
_BETWEEN, _FARTHEST = 0.13, 0.26  # of a tile: the air to the next one
_RATHER_WHOLE = 0.75  # of the size of tiles that is given up for months on one line
_COLUMN_AIR = 9.0  # mm between two columns of months


@dataclass(frozen=True)
class Arrangement:
    """How the tiles of months stand: columns of months, tiles on a line, and in mm a tile and the steps between tiles.

    `name` is the width that the name of a month takes before its tiles, `column` that of a column of months.
    """

    counts: tuple[int, ...]  # of the dates of each month
    columns: int
    across: int
    width: float
    height: float
    step: float
    line: float
    name: float
    column: float

    @property
    def used(self) -> float:
        """Give the width in mm from the start of the first column to the end of its tiles."""
        return self.name + self.across * self.step - (self.step - self.width)

    @property
    def tall(self) -> float:
        """Give the height in mm from the first tile to the last."""
        lines = max(sum(_lines(self.counts[month], self.across) for month in months) for months in self._split())
        return (lines - 1) * self.line + self.height

    def places(self) -> Iterator[tuple[float, float]]:
        """Give where the name of each month begins: x and y from the corner of the frame."""
        for column, months in enumerate(self._split()):
            y = 0.0
            for month in months:
                yield column * (self.column + _COLUMN_AIR), y
                y += _lines(self.counts[month], self.across) * self.line

    def _split(self) -> list[range]:
        return _split(len(self.counts), self.columns)


def largest(counts: Sequence[int], name: float, width: float, height: float, most_columns: int = 3) -> Arrangement:
    """Arrange months of so many dates in the largest tiles; of equal ones those in the fewest columns.

    A month stays on one line where its tiles become hardly smaller for it.
    """
    most = max(counts)
    tried = [
        _arranged(tuple(counts), columns, across, name, width, height)
        for columns in range(1, min(most_columns, len(counts)) + 1)
        for across in range(min(4, most), most + 1)
    ]
    best = max(one.height for one in tried)
    whole = [one for one in tried if one.across == most and one.height >= best * _RATHER_WHOLE]
    return max(whole or tried, key=lambda one: (round(one.height, 1), -one.columns, one.across))


def _arranged(
    counts: tuple[int, ...], columns: int, across: int, name: float, width: float, height: float
) -> Arrangement:
    lines = max(sum(_lines(counts[month], across) for month in months) for months in _split(len(counts), columns))
    column = (width - _COLUMN_AIR * (columns - 1)) / columns
    wide = min(_WIDEST, (column - name) / (across + _BETWEEN * (across - 1)))
    tall = max(0.1, min(wide / _SHAPE, height / (lines + _BETWEEN * (lines - 1))))
    wide = max(0.1, min(wide, tall * _SHAPE))
    line = min(tall * (1 + _FARTHEST), (height - tall) / (lines - 1)) if lines > 1 else tall
    return Arrangement(counts, columns, across, wide, tall, wide * (1 + _BETWEEN), line, name, column)


def _split(months: int, columns: int) -> list[range]:
    """Divide months over columns, as even as can be, in their order."""
    each = math.ceil(months / columns)
    return [range(first, min(first + each, months)) for first in range(0, months, each)]


def _lines(dates: int, across: int) -> int:
    return math.ceil(dates / across)
