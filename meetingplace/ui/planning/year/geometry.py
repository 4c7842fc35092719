"""Where things stand in the school year: two halves side by side, or under each other. Only numbers; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass

HEAD, ROW, PAD = 33, 25, 12  # px at 100 %: the weekdays on top, a week, around a half
_MORE = 0.2  # of its height by which a row may grow
_MONTH, _DAYS, _BAND, _NUMBER = 44, 54, 20, 28  # px at 100 % of the columns beside the days


@dataclass(frozen=True)
class Half:
    """One half of the year in a widget: its corner, the first week it shows and how many."""

    left: float
    top: float
    width: float
    first: int
    weeks: int


@dataclass(frozen=True)
class Measures:
    """The sizes of a half, in px."""

    width: float
    scale: float
    row: float

    @property
    def month(self) -> float:
        """Where the month stands."""
        return PAD + 2 * self.scale

    @property
    def days(self) -> float:
        """Where the dates of the week stand."""
        return self.month + _MONTH * self.scale

    @property
    def bands(self) -> tuple[float, float]:
        """Where the bands of both school calendars stand."""
        first = self.days + _DAYS * self.scale
        return first, first + _BAND * self.scale

    @property
    def band_width(self) -> float:
        """How wide a band is."""
        return 12 * self.scale

    def day(self, weekday: int) -> tuple[float, float]:
        """Give the left edge and the width of a day (Monday is 0)."""
        left = self.bands[1] + _BAND * self.scale + 4
        width = (self.width - PAD - _NUMBER * self.scale - left) / 7
        return left + weekday * width, width

    @property
    def number(self) -> float:
        """Where the number of the week ends."""
        return self.width - PAD

    @property
    def square(self) -> float:
        """The side of a square."""
        return min(self.row - 6 * self.scale, 18 * self.scale)

    def top(self, half: Half, at: int) -> float:
        """Where the row of a week begins in a half."""
        return half.top + HEAD * self.scale + at * self.row

    def height(self, weeks: int) -> float:
        """Give the height of a half with so many weeks."""
        return HEAD * self.scale + weeks * self.row + PAD


def fitted(width: float, weeks: int, scale: float, gap: float, room: float) -> tuple[list[Half], Measures]:
    """Divide the weeks over two halves; their rows grow a little when that fills a height in px."""
    made, measures = halves(width, weeks, scale, gap, round(ROW * scale))
    spare = (room - measures.height(made[0].weeks)) / made[0].weeks
    if made[-1].top or not 0 < spare <= _MORE * measures.row:
        return made, measures
    return halves(width, weeks, scale, gap, measures.row + spare)


def halves(width: float, weeks: int, scale: float, gap: float, row: float) -> tuple[list[Half], Measures]:
    """Divide the weeks over two halves, side by side where the days have room, else under each other."""
    first = (weeks + 1) // 2
    least = (2 * PAD + _MONTH + _DAYS + 2 * _BAND + _NUMBER + 7 * 40) * scale
    side = (width - gap) / 2
    if side >= least:
        measures = Measures(side, scale, row)
        return [Half(0, 0, side, 0, first), Half(side + gap, 0, side, first, weeks - first)], measures
    measures = Measures(width, scale, row)
    below = measures.height(first) + gap
    return [Half(0, 0, width, 0, first), Half(0, below, width, first, weeks - first)], measures
