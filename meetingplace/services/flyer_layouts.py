"""The layouts that a flyer can have, as they are offered: name, papers, and how the sheet looks from afar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from meetingplace.documents.flyers.layouts import Frame, Layout, layouts, plan
from meetingplace.documents.flyers.papers import Paper

_SOLID = {"hero": "pattern", "panel": "panel", "column_panel": "panel", "place_strip": "soft", "badge": "badge"}
_UNSEEN = ("dutch_line", "hairline", "pictograms", "sender", "part")


@dataclass(frozen=True)
class Block:
    """A part of a sheet seen from afar: its place in parts of the sheet from 0 to 1, and what it is.

    `what` is pattern, panel, soft, badge, line (of text) or code.
    """

    x: float
    y: float
    width: float
    height: float
    what: str


@dataclass(frozen=True)
class LayoutChoice:
    """A layout to choose; `takes_others`: languages beside the Dutch on one page, 0 when each has a page of its own."""

    key: str
    names: dict[str, str]
    papers: tuple[Paper, ...]
    is_dutch_first: bool
    least: int
    blocks: tuple[Block, ...]

    def name(self, language: str) -> str:
        """Give its name in a language of the program."""
        return self.names.get(language) or self.names["en"]


@cache
def layouts_of(kind: str) -> tuple[LayoutChoice, ...]:
    """List the layouts for a session, a series or a month, in their order."""
    return tuple(_choice(one) for one in layouts() if kind in one.of)


def _choice(layout: Layout) -> LayoutChoice:
    drawn = plan(layout.key, layout.papers[0])
    page = drawn.design.format
    blocks = [block for frame in drawn.frames for block in _blocks(frame)]
    across, down = page.content + 2 * page.side, page.height
    parts = [(at % 2 / 2, at // 2 / 2, 0.5) for at in range(4)] if drawn.design.parts > 1 else [(0.0, 0.0, 1.0)]
    scaled = tuple(
        Block(
            left + part * (block.x + page.side) / across,
            top + part * block.y / down,
            part * block.width / across,
            part * block.height / down,
            block.what,
        )
        for left, top, part in parts
        for block in blocks
    )
    return LayoutChoice(layout.key, dict(layout.names), layout.papers, layout.is_dutch_first, layout.least, scaled)


def _blocks(frame: Frame) -> list[Block]:
    """Give how a frame looks from afar: a solid shape, cells, or lines of text in one column or two."""
    if frame.draw in _UNSEEN:
        return []
    if frame.draw in _SOLID:
        return [Block(frame.x, frame.y, frame.width, frame.height, _SOLID[frame.draw])]
    if frame.draw == "foot":
        side = frame.number("code", 22.0)
        return [Block(frame.x, frame.y, side, side, "code")]
    if frame.draw == "each_language":
        return _cells(frame)
    if frame.draw in ("dates", "programme"):
        return _days(frame)
    columns = 2 if frame.draw == "columns" else 1
    wide = frame.width / columns * (0.86 if columns == 2 else 0.7)
    step = frame.height / 3
    lefts = [frame.x + at * frame.width / columns for at in range(columns)]
    return [
        Block(left, frame.y + line * step, wide * (1 - 0.25 * line), step * 0.55, "line")
        for left in lefts
        for line in range(2)
    ]


def _cells(frame: Frame) -> list[Block]:
    most, across = max(frame.options["columns"])
    rows, gap = -(-most // across), 4.0
    wide, high = (frame.width - gap * (across - 1)) / across, (frame.height - gap * (rows - 1)) / rows
    what = "soft" if "fill" in frame.options else "line"
    share = 1.0 if "fill" in frame.options else 0.5
    return [
        Block(frame.x + column * (wide + gap), frame.y + row * (high + gap), wide, high * share, what)
        for row in range(rows)
        for column in range(across)
    ]


def _days(frame: Frame) -> list[Block]:
    """Give the tiles of a series by month, or the days of a month with the list under or beside them."""
    if frame.draw == "dates":
        wide, high = frame.width / 8, frame.height / 3.6
        return [
            Block(frame.x + (column + 2.2) * wide * 1.15, frame.y + row * high * 1.15, wide, high, "panel")
            for row in range(3)
            for column in range(4)
        ]
    beside = frame.number("beside")
    width, height = beside or frame.width, frame.height * (0.9 if beside else 0.48)
    wide, high = width / 7, height / 5
    days = [
        Block(frame.x + column * wide, frame.y + row * high, wide * 0.9, high * 0.85, "panel" if column % 3 else "soft")
        for row in range(5)
        for column in range(7)
    ]
    left = frame.x + (beside * 1.08 if beside else 0.0)
    top = frame.y + (0.0 if beside else height * 1.1)
    step = (frame.height - (0.0 if beside else height * 1.1)) / 4
    return days + [
        Block(left, top + line * step, (frame.x + frame.width - left) * 0.85, step * 0.5, "line") for line in range(4)
    ]
