"""Pieces under each other in columns, page after page: lists that are as long as they are. Lengths in mm."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Something that is drawn whole at (x, y). A heading stays with what follows it and is said again over a break."""

    height: float
    draw: Callable[[float, float], object]
    is_heading: bool = False


@dataclass(frozen=True)
class Columns:
    """Columns of a page: how many, from where to where they go down, how wide they are and the gap between them."""

    count: int
    top: float
    foot: float
    width: float
    gap: float

    def x(self, number: int) -> float:
        """Give where a column begins."""
        return number * (self.width + self.gap)


@dataclass(frozen=True)
class PlacedPiece:
    """A piece and where it stands; page from 0."""

    piece: Piece
    page: int
    x: float
    y: float


def flowed(pieces: Iterable[Piece], columns: Columns) -> list[PlacedPiece]:
    """Fill the columns; what is higher than a column stands in one of its own."""
    placed: list[PlacedPiece] = []
    heading: Piece | None = None
    column, y, is_begun = 0, columns.top, False
    waiting: Piece | None = None

    def put(piece: Piece) -> None:
        nonlocal y, is_begun
        page, number = divmod(column, columns.count)
        placed.append(PlacedPiece(piece, page, columns.x(number), y))
        y += piece.height
        is_begun = True

    for piece in pieces:
        if piece.is_heading:
            heading = waiting = piece
            continue
        needed = piece.height + (waiting.height if waiting else 0)
        if is_begun and y + needed > columns.foot + 0.01:
            column, y, is_begun = column + 1, columns.top, False
            waiting = heading
        if waiting:
            put(waiting)
            waiting = None
        put(piece)
    return placed
