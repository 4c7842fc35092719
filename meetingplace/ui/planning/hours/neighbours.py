"""Which session comes next when one goes through the hours with the arrows. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from meetingplace.ui.planning.hours.geometry import minutes_of
from meetingplace.ui.planning.shown import BlockShown


def first_of(blocks: Iterable[BlockShown]) -> BlockShown | None:
    """Give the first session of the first column."""
    return min(blocks, key=lambda one: (one.column, one.start), default=None)


def neighbour(blocks: Iterable[BlockShown], here: BlockShown, columns: int, steps: int) -> BlockShown | None:
    """Give the session above or below in the column (`steps`), or the nearest one in the next column that has any."""
    known = list(blocks)
    if steps:
        same = sorted((one for one in known if one.column == here.column), key=lambda one: (one.start, one.session_id))
        at = same.index(here) + steps
        return same[at] if 0 <= at < len(same) else None

    def distance(one: BlockShown) -> tuple[int, int]:
        return abs(one.column - here.column), abs(minutes_of(one.start) - minutes_of(here.start))

    return min((one for one in known if (one.column - here.column) * columns > 0), key=distance, default=None)
