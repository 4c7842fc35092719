"""The layouts of flyers: read from `resources/flyer_layouts/*.toml`. Where things stand, never how they are drawn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

from meetingplace import paths
from meetingplace.documents.paper import A4

HALF = 15.5  # mm, half a module on A4


class Layout(Enum):
    """How a flyer is laid out; the value names its file."""

    ONE_LANGUAGE = "one-language"
    DUTCH_PLUS_ONE = "dutch-plus-one"


@dataclass(frozen=True)
class Row:
    """A text in a frame: its role (size and face), what it says, lines (more at need), mm of air above.

    `drop` = may go, highest first.
    """

    role: str
    content: str
    lines: int = 1
    most_lines: int = 0
    gap: float = 0.0
    drop: int = 0
    colour: str = ""
    icon: str = ""
    keeps_clear: bool = False


@dataclass(frozen=True)
class Cell:
    """A column of rows within a panel, in mm from its start side."""

    at: float
    width: float
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Frame:
    """A place on the page in mm and what is drawn in it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    draw: str
    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    is_pushed: bool = False
    only_with: str = ""
    keeps_clear: str = ""
    sinks: float = 0.0  # mm lower when there is nothing to expect
    grows: float = 0.0  # mm higher when there is nothing to expect
    options: dict[str, Any] = field(default_factory=dict)

    def millimetres(self, option: str) -> float:
        """Give a length among the options in mm."""
        return _length(self.options[option])


@dataclass(frozen=True)
class Plan:
    """A layout as it was read.

    Its frames in order of reading, and how far a Dutch line pushes what stands under it (mm).
    """

    frames: tuple[Frame, ...]
    push: float
    needs_dutch: tuple[str, ...]

    def frame(self, name: str) -> Frame:
        """Give a frame by its name."""
        return next(frame for frame in self.frames if frame.id == name)


@cache
def plan(layout: Layout) -> Plan:
    """Read a layout file, once."""
    file = paths.resource("flyer_layouts", f"{layout.value}.toml")
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    frames = tuple(_frame(dict(entry)) for entry in read["frames"])
    return Plan(frames, float(read.get("dutch_line", {}).get("pushes", 0.0)), tuple(read["check"]["needs_dutch"]))


def _frame(entry: dict[str, Any]) -> Frame:
    (x, y), (width, height) = entry.pop("at"), entry.pop("size")
    wide = _length(width)
    start = _length(x) if not str(x).startswith("end") else A4.content + float(str(x)[3:] or 0) - wide
    return Frame(
        entry.pop("id"),
        start,
        _length(y),
        wide,
        _length(height),
        entry.pop("draw"),
        rows=tuple(Row(**row) for row in entry.pop("rows", ())),
        cells=tuple(
            Cell(cell["at"], cell["width"], tuple(Row(**row) for row in cell["rows"]))
            for cell in entry.pop("cells", ())
        ),
        is_pushed=entry.pop("is_pushed", False),
        only_with=entry.pop("only_with", ""),
        keeps_clear=entry.pop("keeps_clear", ""),
        sinks=entry.pop("sinks", 0.0),
        grows=entry.pop("grows", 0.0),
        options=entry,
    )


def _length(value: float | str) -> float:
    if isinstance(value, str):
        return float(value[:-1]) * HALF if value.endswith("h") else float(value)
    return float(value)
