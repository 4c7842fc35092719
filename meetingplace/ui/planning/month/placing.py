"""Putting the sessions of a month into its days, and counting those for which there is no room."""

from __future__ import annotations

from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.month.geometry import Box, Grid, fitting, grid
from meetingplace.ui.planning.month.painting import HEAD, Placed, item_height, number_height
from meetingplace.ui.planning.month.shown import DayShown, MonthShown

_LEAST, _MOST = 84, 172  # px at 100 % of a week: what is over the most is counted in a line of its own


def arranged(shown: MonthShown, width: float, room: float) -> tuple[Grid, list[Placed]]:
    """Divide a width and the room in height over the days, and put the sessions into them."""
    theme = current()
    needed = [max(_needed(day, width / 7) for day in week) for week in shown.weeks]
    made = grid(width, room, HEAD * theme.scale, needed, theme.px(_LEAST), theme.px(_MOST))
    placed: list[Placed] = []
    for week, days in enumerate(shown.weeks):
        for weekday, day in enumerate(days):
            placed += _of_day(day, made.cell(week, weekday), shown.more)
    return made, placed


def _needed(day: DayShown, width: float) -> float:
    return number_height(day, width) + sum(item_height(item, width) for item in day.items) + 6


def _of_day(day: DayShown, cell: Box, more_words: str) -> list[Placed]:
    """Put the sessions of a day under each other; those without room are counted in a line of their own."""
    top = cell.top + number_height(day, cell.width)
    heights = [item_height(item, cell.width) for item in day.items]
    more = float(max(current().px(24), 24))
    number = fitting(heights, cell.top + cell.height - 4 - top, more)
    placed = []
    for item, height in zip(day.items[:number], heights, strict=False):
        placed.append(Placed(Box(cell.left + 3, top, cell.width - 6, height - 2), item, None))
        top += height
    if number < len(day.items):
        words = more_words.format(n=len(day.items) - number)
        placed.append(Placed(Box(cell.left + 3, top, cell.width - 6, more), None, day.day, words))
    return placed
