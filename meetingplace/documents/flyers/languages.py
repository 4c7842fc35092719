"""The further languages of a flyer: a cell for each, in a grid; each reads in its own direction, all in one size."""

from __future__ import annotations

import math

from meetingplace.documents.fit import Wish, in_rows, of_columns, rather_smaller
from meetingplace.documents.flyers.frames import write
from meetingplace.documents.flyers.layouts import Cell, Frame
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.words import FlyerWords
from meetingplace.documents.paper import MM

_BESIDE, _FAR = 5.0, 40.0  # mm between two texts side by side: the least, and more than what still looks like one row


def each_language(page: Page, frame: Frame) -> None:
    """Fill a grid with the languages beside the main one.

    Options: `columns` as pairs (up to so many languages, so many columns), `gap` between cells, `tallest` cell (mm),
    `pad`, `fill` (a tone; none: a line on top of each cell), `head` mm for the language's own name and the price,
    `beside`: where a cell goes from side to side, its rows from this one on stand beside the first ones.
    """
    others = page.words[1:]
    if not others:
        return
    columns = next(across for most, across in frame.options["columns"] if len(others) <= most)
    rows = math.ceil(len(others) / columns)
    gap, pad, head = frame.number("gap", 4), frame.number("pad"), frame.number("head")
    below, above = frame.number("row_gap", gap), frame.number("pad_top", pad)
    width = (frame.width - gap * (columns - 1)) / columns
    height = min(frame.number("tallest", frame.height), (frame.height - below * (rows - 1)) / rows)
    inner, room = width - 2 * pad, height - head - above - pad
    parts = _parts(frame, inner, columns)
    fits = [
        rather_smaller([[page.wish(row, words) for row in part.rows] for words in others], part.width, room)
        for part in parts
    ]
    for number, words in enumerate(others):
        x = frame.x + (number % columns) * (width + gap)
        y = page.top(frame) + (number // columns) * (height + below)
        _ground(page, frame, x, y, width, height)
        if head:
            with page.sheet.reading(words.language):
                _head(page, frame, words, x + pad, y + above, inner)
        first = number - number % columns
        is_other_way = words.is_right_to_left != page.sheet.is_right_to_left
        for part, fit in zip(parts, fits, strict=True):
            done = of_columns(fit, slice(first, first + columns))
            spread = (room - done.height) / 2 if "fill" in frame.options else 0.0
            left = x + pad + (inner - part.at - part.width if is_other_way else part.at)
            place = (left, y + above + head + max(0.0, spread), part.width)
            write(page, done, number - first, words, frame, part.rows, place, is_beside=True)


def _parts(frame: Frame, inner: float, columns: int) -> tuple[Cell, ...]:
    """Divide the rows of a cell that goes from side to side over its two halves."""
    first = int(frame.number("beside")) if columns == 1 else 0
    if not first:
        return (Cell(0.0, inner, frame.rows),)
    half = (inner - _BESIDE) / 2
    return Cell(0.0, half, frame.rows[:first]), Cell(half + _BESIDE, half, frame.rows[first:])


def _ground(page: Page, frame: Frame, x: float, y: float, width: float, height: float) -> None:
    if "fill" in frame.options:
        page.sheet.panel(x, y, width, height, page.sheet.palette.tone(frame.options["fill"]), page.radius)
    elif frame.number("head"):
        page.sheet.rule(x, y, width, page.sheet.palette.deep, 0.5)


def _head(page: Page, frame: Frame, words: FlyerWords, x: float, y: float, width: float) -> None:
    """Draw the language's own name where it begins, and the price at its other side."""
    sheet, head = page.sheet, frame.number("head")
    is_other_way = words.is_right_to_left != sheet.is_right_to_left
    name, price = words.named("language"), words.named("price")
    named = page.word(name, "language_name", width * 0.6)
    cost = page.word(price, "cell_price", width * 0.38)
    middle, wide = y + head * 0.45, cost.width / MM
    sheet.text(named, x, middle - named.height / MM / 2, width, sheet.palette.deep,
               align="end" if is_other_way else "start", language=name.language)  # fmt: skip
    has_pill = "fill" in frame.options
    side = 3.2 if has_pill else 0.0
    left = x if is_other_way else x + width - wide - 2 * side
    if has_pill:
        tall = cost.height / MM + 1.6
        sheet.panel(left, middle - tall / 2, wide + 2 * side, tall, sheet.palette.sun, tall / 2)
    colour = sheet.palette.ink if has_pill else sheet.palette.deep
    sheet.text(cost, left + side, middle - cost.height / MM / 2, wide, colour, language=price.language)


def side_by_side(page: Page, frame: Frame) -> None:
    """Say one thing in each further language, side by side from side to side, in up to `most_rows` rows of one size.

    Options: `content` (what is said), `role`, `most_rows`. Refuses TEXT_TOO_LONG.
    """
    said = [words.named(frame.options["content"]) for words in page.words[1:]]
    if not said:
        return
    sheet, role = page.sheet, page.role(frame.options["role"])
    wishes = [Wish(word.text, role, word.language, word.is_right_to_left) for word in said]
    rows = in_rows(wishes, frame.width, int(frame.number("most_rows", 1)), _BESIDE)
    tall = [max(setting.height for _number, setting in row) / MM for row in rows]
    gap = min(frame.number("gap", 1.5), max(0.0, frame.height - sum(tall)) / max(1, len(rows) - 1))
    y = page.top(frame) + (frame.height - sum(tall) - gap * (len(rows) - 1)) / 2
    colour = sheet.palette.tone(frame.options.get("colour", "deep"))
    for row, high in zip(rows, tall, strict=True):
        air = (frame.width - sum(setting.width for _number, setting in row) / MM) / max(1, len(row) - 1)
        x = frame.x
        for number, setting in row:
            wide = setting.width / MM
            above = y + (high - setting.height / MM) / 2
            sheet.text(setting, x, above, wide, colour, language=said[number].language)
            x += wide + (air if len(row) > 2 or air < _FAR else _BESIDE)
        y += high + gap
