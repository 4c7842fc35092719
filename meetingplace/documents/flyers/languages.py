"""The further languages of a flyer: a cell for each, in a grid; each reads in its own direction, all in one size."""

from __future__ import annotations

import math

from meetingplace.documents.fit import fitted
from meetingplace.documents.flyers.frames import write
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.words import FlyerWords
from meetingplace.documents.paper import MM


def each_language(page: Page, frame: Frame) -> None:
    """Fill a grid with the languages beside the main one.

    Options: `columns`, `gap` between cells, `tallest` cell (mm), `pad`, `fill` (a tone; none: a line on top of each
    cell), `head` mm for the language's own name and the price; up to `wide` languages take the whole width each.
    """
    others = page.words[1:]
    if not others:
        return
    columns = 1 if len(others) <= frame.number("wide") else int(frame.number("columns", 1))
    rows = math.ceil(len(others) / columns)
    gap, pad, head = frame.number("gap", 4), frame.number("pad"), frame.number("head")
    width = (frame.width - gap * (columns - 1)) / columns
    height = min(frame.number("tallest", frame.height), (frame.height - gap * (rows - 1)) / rows)
    inner = width - 2 * pad
    wishes = [[page.wish(row, words) for row in frame.rows] for words in others]
    done = fitted(wishes, inner, height - head - 2 * pad)
    for number, words in enumerate(others):
        x = frame.x + (number % columns) * (width + gap)
        y = page.top(frame) + (number // columns) * (height + gap)
        _ground(page, frame, x, y, width, height)
        if head:
            _head(page, frame, words, x + pad, y + pad, inner)
        spread = (height - head - 2 * pad - done.height) / 2 if "fill" in frame.options else 0.0
        begin = y + pad + head + max(0.0, spread)
        write(page, done, number, words, frame, frame.rows, (x + pad, begin, inner), is_beside=True)


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
