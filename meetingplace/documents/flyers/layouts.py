"""The layouts of flyers: read from `resources/flyer_layouts/*.toml`. Where things stand, never how they are drawn.

A new layout needs no code beyond its file: it is found by its name and offered with the names that it gives itself.
"""

from __future__ import annotations

import copy
import itertools
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from meetingplace import paths
from meetingplace.documents.flyers.papers import DESIGNS, Design, Paper
from meetingplace.domain.refusals import Reason, Refused

ONE_LANGUAGE, DUTCH_PLUS_ONE = "one-language", "dutch-plus-one"


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
    accent: str = ""  # the tone of what is accented in it
    has_icon: bool = False  # the pictogram of what it says stands before it
    keeps_clear: bool = False


@dataclass(frozen=True)
class Cell:
    """A column of rows within a panel, in mm from its start side."""

    at: float
    width: float
    rows: tuple[Row, ...]
    pictogram: str = ""  # drawn above them


@dataclass(frozen=True)
class Frame:
    """A place on the page in mm of the design and what is drawn in it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    draw: str
    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    is_pushed: bool = False
    keeps_clear: str = ""
    sinks: float = 0.0  # mm lower when there is nothing to expect
    grows: float = 0.0  # mm higher when there is nothing to expect
    others: tuple[int, int] = (0, 99)  # stands there only with so many languages beside the main one: least, most
    options: dict[str, Any] = field(default_factory=dict)

    def number(self, option: str, otherwise: float = 0.0) -> float:
        """Give a number among the options."""
        return float(self.options.get(option, otherwise))


@dataclass(frozen=True)
class Layout:
    """How a flyer is laid out: its name by language of the program, what it can be of, and its languages.

    `is_dutch_first`: Dutch stands large and up to `most` others beside it; else each language has its own page, with
    the Dutch facts on one line. `least` others must be there. `of` are subjects: session, series, month.
    """

    key: str
    names: Mapping[str, str]
    of: tuple[str, ...]
    papers: tuple[Paper, ...]
    is_dutch_first: bool
    least: int
    most: int
    needs_dutch: tuple[str, ...]

    def pages(self, languages: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Give the languages of each page, about as many on each.

        Refuses LANGUAGE_UNKNOWN when too few stand beside the Dutch.
        """
        if not self.is_dutch_first:
            return [(language,) for language in languages or ("nl",)]
        others = [language for language in languages if language != "nl"]
        if len(others) < self.least:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language="")
        count = max(1, math.ceil(len(others) / self.most))
        ends = [math.ceil(len(others) * page / count) for page in range(count + 1)]
        return [("nl", *others[begin:end]) for begin, end in itertools.pairwise(ends)]

    def must_come_on(self, paper: Paper) -> None:
        """Refuse CHOICE_UNKNOWN for a paper that this layout does not come on."""
        if paper not in self.papers:
            raise Refused(Reason.CHOICE_UNKNOWN, typed=paper.value, choices=tuple(one.value for one in self.papers))


@dataclass(frozen=True)
class Plan:
    """A layout on a paper: its frames in order of reading."""

    frames: tuple[Frame, ...]
    design: Design

    def frame(self, name: str) -> Frame:
        """Give a frame by its name."""
        return next(frame for frame in self.frames if frame.id == name)


@cache
def layouts() -> tuple[Layout, ...]:
    """List the layouts in the order that their files give."""
    keys = [file.stem for file in paths.resource("flyer_layouts").glob("*.toml")]
    return tuple(sorted((layout(key) for key in keys), key=lambda one: float(_read(one.key)["order"])))


@cache
def layout(key: str) -> Layout:
    """Give a layout by its key; refuses CHOICE_UNKNOWN."""
    read = _read(key)
    languages = read["languages"]
    return Layout(
        key,
        read["name"],
        tuple(read["of"]),
        tuple(Paper(paper) for paper in read["papers"]),
        languages["dutch"] == "first",
        int(languages.get("least", 0)),
        int(languages.get("most", 1)),
        tuple(read["check"]["needs_dutch"]),
    )


@cache
def plan(key: str, paper: Paper) -> Plan:
    """Give where things stand on a paper; refuses CHOICE_UNKNOWN for a paper that the layout does not come on."""
    layout(key).must_come_on(paper)
    read = copy.deepcopy(_read(key))
    papers = read.get("on", {})
    own = papers.get(paper.value, {})
    own = papers[own["like"]] if "like" in own else own
    design = DESIGNS[own.get("design", read["design"])]
    here = [entry for entry in read["frames"] if paper.value in entry.pop("only_on", (paper.value,))]
    frames = tuple(_frame(entry | own.get("frames", {}).get(entry["id"], {}), design) for entry in here)
    return Plan(frames, design)


@cache
def _read(key: str) -> dict[str, Any]:
    known = {file.stem: file for file in paths.resource("flyer_layouts").glob("*.toml")}
    if key not in known:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=key[:40], choices=tuple(sorted(known)))
    return tomllib.loads(known[key].read_text(encoding="utf-8"))


def _frame(entry: dict[str, Any], design: Design) -> Frame:
    def length(value: float | str) -> float:
        if isinstance(value, str) and value.endswith("h"):
            return float(value[:-1]) * design.half
        return design.format.content if value == "all" else float(value)

    (x, y), (width, height) = entry.pop("at"), entry.pop("size")
    wide = length(width)
    start = design.format.content + float(x[3:] or 0) - wide if str(x).startswith("end") else length(x)
    named = {name: length(entry.pop(name)) for name in ("picture",) if name in entry}
    return Frame(
        entry.pop("id"),
        start,
        length(y),
        wide,
        length(height),
        entry.pop("draw"),
        rows=tuple(Row(**row) for row in entry.pop("rows", ())),
        cells=tuple(
            Cell(cell["at"], cell["width"], tuple(Row(**row) for row in cell["rows"]), cell.get("pictogram", ""))
            for cell in entry.pop("cells", ())
        ),
        is_pushed=entry.pop("is_pushed", False),
        keeps_clear=entry.pop("keeps_clear", ""),
        sinks=entry.pop("sinks", 0.0),
        grows=entry.pop("grows", 0.0),
        others=tuple(entry.pop("others", (0, 99))),
        options=named | entry,
    )
