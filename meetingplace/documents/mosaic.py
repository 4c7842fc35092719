"""The pattern of toys that stands where there is no picture, and beside every picture (print.md section 4).

Square tiles of one module (children) and of two or three (parents) side by side, drawn from a seed, so that a session
keeps its own. Neighbours never share a ground. Arranging is plain arithmetic; drawing happens on a `Sheet`.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from meetingplace.documents.paper import Sheet
from meetingplace.documents.pictograms import PATTERN

_OVERLAP = 0.15  # mm: no white seams in viewers
_ROUND = 0.5523
GROUNDS = ("deep", "mid", "sun", "soft")
_FIGURES = {
    "deep": ("sun", "soft", "mid"),
    "mid": ("deep", "soft", "sun"),
    "sun": ("deep", "mid"),
    "soft": ("deep", "mid"),
}
_PICTOGRAM_FIGURES = {"deep": ("soft", "sun"), "mid": ("ink", "deep"), "sun": ("deep",), "soft": ("deep",)}


class Kind(Enum):
    """What stands on a tile."""

    PLAIN = "plain"
    QUARTER = "quarter"
    HALF = "half"
    CIRCLE = "circle"
    ARCH = "arch"
    RINGS = "rings"
    DOTS = "dots"
    BIG_AND_SMALL = "big-and-small"
    PICTOGRAM = "pictogram"


@dataclass(frozen=True)
class Tile:
    """A tile of `span` modules: its place from the start side and the top, its colours by role, its quarter turns."""

    column: int
    row: int
    span: int
    kind: Kind
    ground: str
    figure: str
    second: str
    turns: int
    pictogram: str = ""

    def touches(self, other: Tile) -> bool:
        """Tell whether two tiles share a stretch of edge."""
        across = min(self.column + self.span, other.column + other.span) - max(self.column, other.column)
        down = min(self.row + self.span, other.row + other.span) - max(self.row, other.row)
        return (across == 0 and down > 0) or (down == 0 and across > 0)


_Block = tuple[int, int, int]  # column, row, span
_SMALL_KINDS = {
    Kind.QUARTER: 9,
    Kind.HALF: 4,
    Kind.CIRCLE: 3,
    Kind.ARCH: 3,
    Kind.RINGS: 4,
    Kind.DOTS: 2,
    Kind.PLAIN: 3,
}


def arranged(
    columns: int, rows: int, seed: int, theme: Sequence[str] = (), covered: frozenset[tuple[int, int]] = frozenset()
) -> tuple[Tile, ...]:
    """Arrange a pattern.

    `theme` are pictograms to prefer, `covered` cells (column, row) stay plain because something lies over them.
    """
    chance = random.Random(f"{seed} {columns} {rows}")  # noqa: S311 (a pattern, not a secret)
    blocks = _blocks(columns, rows, chance, covered)
    grounds = _grounds(blocks, chance)
    pictograms = _pictograms(theme, chance)
    tiles: list[Tile] = []
    ground_of = {cell: tone for block, tone in zip(blocks, grounds, strict=True) for cell in _cells(block)}
    big_kinds = _big_kinds(sum(1 for block in blocks if block[2] == 2), chance)
    for (column, row, span), ground in zip(blocks, grounds, strict=True):
        kind = Kind.PLAIN
        if not _cells((column, row, span)) & covered:
            if span == 3:
                kind = Kind.PICTOGRAM
            elif span == 2:
                kind = big_kinds.pop()
            else:
                kind = _small_kind(chance, column, row, tiles)
        figures = (_PICTOGRAM_FIGURES if kind is Kind.PICTOGRAM else _FIGURES)[ground]
        under = [""] * 2  # what the big and the small one stand on: neither may flow into it
        if kind is Kind.BIG_AND_SMALL:
            under = [ground_of.get((column + across, row + span), "") for across in range(span)]
        figure = chance.choice([tone for tone in figures if tone != under[0]])
        second = chance.choice([tone for tone in GROUNDS if tone not in (ground, figure, under[1])])
        name = pictograms.pop() if kind is Kind.PICTOGRAM else ""
        tiles.append(Tile(column, row, span, kind, ground, figure, second, chance.randrange(4), name))
    return tuple(tiles)


def draw(sheet: Sheet, tiles: Sequence[Tile], x: float, y: float, module: float) -> None:
    """Draw a pattern with its top start corner at (x, y) mm.

    On right-to-left paper it is mirrored, its pictograms are not.
    """
    for overlap in (_OVERLAP, 0.0):  # the colour of a neighbour shines through a seam, and nowhere else
        for tile in tiles:
            side = tile.span * module + overlap
            left, top = x + tile.column * module, y + tile.row * module
            sheet.panel(left, top, side, side, sheet.palette.tone(tile.ground))
    for tile in tiles:
        side = tile.span * module + _OVERLAP
        left, top = x + tile.column * module - _OVERLAP / 2, y + tile.row * module - _OVERLAP / 2
        _figure(sheet, tile, left, top, side)


def _figure(sheet: Sheet, tile: Tile, left: float, top: float, side: float) -> None:
    tone = sheet.palette.tone
    if tile.kind is Kind.PICTOGRAM:
        size = side * 0.74
        sheet.pictogram(tile.pictogram, left + (side - size) / 2, top + (side - size) / 2, size, tone(tile.figure))
    elif tile.kind is Kind.BIG_AND_SMALL:
        for path, role in zip(_PEOPLE, (tile.figure, tile.figure, tile.second, tile.second), strict=True):
            sheet.shape(left, top, side, side, tone(role), path)
    elif tile.kind is Kind.RINGS:
        for radius, role in ((1.0, tile.figure), (0.7, tile.ground), (0.4, tile.second)):
            sheet.shape(left, top, side, side, tone(role), _turned(_quarter(radius), tile.turns))
    elif tile.kind is not Kind.PLAIN:
        sheet.shape(left, top, side, side, tone(tile.figure), _turned(_SHAPES[tile.kind], tile.turns))


# --- arranging


def _blocks(columns: int, rows: int, chance: random.Random, covered: frozenset[tuple[int, int]]) -> list[_Block]:
    """Place the big tiles apart from each other, then fill up with small ones."""
    bigs: list[_Block] = []
    wanted = [3] if columns >= 10 and rows >= 4 else []
    wanted += [2] * max(2, round(columns * rows / 11))
    for span in wanted:
        free = [
            (column, row, span)
            for column in range(columns - span + 1)
            for row in range(rows - span + 1)
            if not _cells((column, row, span)) & covered
            and not any(_cells((column, row, span)) & _cells(big) for big in bigs)
        ]
        if free:
            tried = [chance.choice(free) for _ in range(8)]
            bigs.append(max(tried, key=lambda block: _clearance(block, bigs)))
    taken = {cell for big in bigs for cell in _cells(big)}
    smalls = [(column, row, 1) for row in range(rows) for column in range(columns) if (column, row) not in taken]
    return sorted(bigs + smalls, key=lambda block: (block[1], block[0]))


def _clearance(block: _Block, others: Sequence[_Block]) -> float:
    middle = (block[0] + block[2] / 2, block[1] + block[2] / 2)
    return min((math.dist(middle, (other[0] + other[2] / 2, other[1] + other[2] / 2)) for other in others), default=9.0)


def _cells(block: _Block) -> set[tuple[int, int]]:
    column, row, span = block
    return {(column + across, row + down) for across in range(span) for down in range(span)}


def _neighbours(blocks: Sequence[_Block]) -> list[list[int]]:
    owner = {cell: number for number, block in enumerate(blocks) for cell in _cells(block)}
    beside: list[set[int]] = [set() for _ in blocks]
    for (column, row), number in owner.items():
        for cell in ((column + 1, row), (column, row + 1)):
            other = owner.get(cell, number)
            if other != number:
                beside[number].add(other)
                beside[other].add(number)
    return [sorted(others) for others in beside]


def _grounds(blocks: Sequence[_Block], chance: random.Random) -> list[str]:
    """Give every tile a ground that none of its neighbours has.

    The tile with the least choice first, stepping back where stuck.
    """
    beside = _neighbours(blocks)
    ground: list[str] = [""] * len(blocks)

    def choice(number: int) -> list[str]:
        return [tone for tone in GROUNDS if all(ground[other] != tone for other in beside[number])]

    def settle() -> bool:
        waiting = [number for number, tone in enumerate(ground) if not tone]
        if not waiting:
            return True
        number = min(waiting, key=lambda each: (len(choice(each)), -len(beside[each])))
        tones = choice(number)
        chance.shuffle(tones)
        for tone in tones:
            ground[number] = tone
            if settle():
                return True
        ground[number] = ""
        return False

    settle()  # tiles in the plane: four grounds always suffice
    return ground


def _big_kinds(count: int, chance: random.Random) -> list[Kind]:
    kinds = [Kind.BIG_AND_SMALL, Kind.PICTOGRAM, Kind.QUARTER, Kind.PICTOGRAM, Kind.RINGS, Kind.PICTOGRAM]
    chosen = [kinds[number % len(kinds)] if number else Kind.BIG_AND_SMALL for number in range(count)]
    chosen = [Kind.QUARTER if number > 5 else kind for number, kind in enumerate(chosen)]
    chance.shuffle(chosen)
    return chosen


def _small_kind(chance: random.Random, column: int, row: int, tiles: Sequence[Tile]) -> Kind:
    near = [tile for tile in tiles if abs(tile.column - column) <= 1 and abs(tile.row - row) <= 1]
    if chance.random() < 0.36 and not any(tile.kind is Kind.PICTOGRAM for tile in near):
        return Kind.PICTOGRAM
    beside = {tile.kind for tile in near if tile.kind is not Kind.QUARTER}
    for _ in range(6):
        [kind] = chance.choices(list(_SMALL_KINDS), list(_SMALL_KINDS.values()))
        if kind not in beside:
            return kind
    return Kind.QUARTER


def _pictograms(theme: Sequence[str], chance: random.Random) -> list[str]:
    """Give an endless enough pile with the theme on top, no name twice before all were used."""
    from_theme = list(dict.fromkeys(theme))
    others = [name for name in PATTERN if name not in from_theme]
    chance.shuffle(others)
    mixed = from_theme[:4] + others[:5]
    chance.shuffle(mixed)
    pile = mixed + others[5:] + from_theme[4:]
    return (pile * 3)[::-1]


# --- shapes in a box of 1 x 1, y upwards


def _turned(path: str, turns: int) -> str:
    """Turn a path by quarters about the middle of its box."""
    words: list[str] = []
    pair: list[float] = []
    for word in path.split():
        try:
            pair.append(float(word))
        except ValueError:
            words.append(word)
            continue
        if len(pair) == 2:
            across, up = pair
            for _ in range(turns % 4):
                across, up = 1 - up, across
            words.append(f"{across:.4f} {up:.4f}")
            pair = []
    return " ".join(words)


def _circle(x: float, y: float, r: float) -> str:
    k = r * _ROUND
    return (
        f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c {x - k} {y + r} {x - r} {y + k} {x - r} {y} c "
        f"{x - r} {y - k} {x - k} {y - r} {x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c h"
    )


def _quarter(r: float) -> str:
    k = r * _ROUND
    return f"0 0 m {r} 0 l {r} {k} {k} {r} 0 {r} c h"


def _dome(x: float, r: float, straight: float) -> str:
    """Shoulders, or an arch: a half circle on a straight piece, standing on the lower edge."""
    k, top = r * _ROUND, straight + r
    return (
        f"{x - r} 0 m {x - r} {straight} l {x - r} {straight + k} {x - k} {top} {x} {top} c "
        f"{x + k} {top} {x + r} {straight + k} {x + r} {straight} c {x + r} 0 l h"
    )


_SHAPES = {
    Kind.QUARTER: _quarter(1.0),
    Kind.HALF: _dome(0.5, 0.5, 0.0),
    Kind.CIRCLE: _circle(0.5, 0.5, 0.36),
    Kind.ARCH: _dome(0.5, 0.36, 0.5),
    Kind.DOTS: " ".join(_circle(0.2 + 0.3 * column, 0.2 + 0.3 * row, 0.075) for row in range(3) for column in range(3)),
}
# a big and a small figure, side by side: our sign
_PEOPLE = (_dome(0.37, 0.31, 0.02), _circle(0.40, 0.60, 0.21), _dome(0.73, 0.21, 0.01), _circle(0.73, 0.345, 0.135))
