"""The days of a month in a grid: Monday at the start of the page, what is held on a day as pictograms on their tones.

A day off says in a word why: nothing is told by colour alone.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meetingplace.documents.fit import Wish, one_size
from meetingplace.documents.flyers import month_words
from meetingplace.documents.flyers.content import Programme
from meetingplace.documents.flyers.month_words import Kind
from meetingplace.documents.flyers.page import Page
from meetingplace.documents.flyers.words import Word
from meetingplace.documents.paper import MM
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import Setting, lay
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.formats import Formats

HEAD, GAP = 7.0, 1.3  # mm: of the weekdays above, and between cells
_PAD, _LEAST_PAD = 2.2, 0.8
_RADIUS = 2.0
_MOST_STRIPES = 3  # side by side on the whole height of a cell, the number on the first of them
_PICTOGRAM = 8.0
_SEAM = 0.45


def weeks(month: date) -> list[list[int]]:
    """Give the weeks of a month: days from Monday to Sunday, 0 outside the month."""
    return calendar.Calendar().monthdayscalendar(month.year, month.month)


def height(month: date, cell: float) -> float:
    """Give how high the grid is in mm with cells of this height."""
    number = len(weeks(month))
    return HEAD + number * cell + (number - 1) * GAP


@dataclass(frozen=True)
class _Cell:
    x: float
    y: float
    width: float
    height: float


def grid(page: Page, programme: Programme, place: tuple[float, float, float], cell: float) -> None:
    """Draw the month at a place (x, top and width in mm) in cells of this height."""
    x, y, width = place
    wide = (width - 6 * GAP) / 7
    translator = page.words[0].translator
    heads = month_words.weekdays(translator)
    role = page.role("weekday")
    wishes = [Wish(word.text, role, word.language, word.is_right_to_left) for word in heads]
    for number, (word, setting) in enumerate(zip(heads, one_size(wishes, wide - _PAD), strict=True)):
        left = x + number * (wide + GAP) + _PAD
        page.sheet.text(setting, left, y, wide - _PAD, page.sheet.palette.mute, language=word.language)
    held = _by_day(programme)
    off = _set(page, month_words.closed(programme, translator), wide - 2 * _LEAST_PAD)
    for row, week in enumerate(weeks(programme.month)):
        for column, number in enumerate(week):
            if number:
                day = programme.month.replace(day=number)
                at = _Cell(x + column * (wide + GAP), y + HEAD + row * (cell + GAP), wide, cell)
                _day(page, day, at, held.get(day, ()), off.get(day))


def _by_day(programme: Programme) -> Mapping[date, Sequence[Kind]]:
    found: dict[date, list[Kind]] = {}
    for entry, kind in zip(programme.entries, month_words.kinds(programme.entries), strict=True):
        for day in entry.days:
            found.setdefault(day, []).append(kind)
    return found


def _set(page: Page, words: Mapping[date, Word], width: float) -> dict[date, Setting]:
    """Set the words of days off in one size: on one line, or on two where none is small enough for one."""
    if not words:
        return {}
    role = page.role("day_closed")
    wishes = [Wish(word.text, role, word.language, word.is_right_to_left) for word in words.values()]
    try:
        settings = one_size(wishes, width)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        settings = one_size([replace(wish, lines=2) for wish in wishes], width)
    return dict(zip(words, settings, strict=True))


def _day(page: Page, day: date, at: _Cell, held: Sequence[Kind], off: Setting | None) -> None:
    sheet = page.sheet
    if not held:
        sheet.frame(at.x, at.y, at.width, at.height, sheet.palette.line, _RADIUS)
        _number(page, day, at, "day_empty", "mute")
        if off:
            below, wide = at.y + at.height - off.height / MM - 1.0, off.width / MM
            most = at.width - wide - _LEAST_PAD
            indent = most if len(off.lines) > 1 else max(_LEAST_PAD, min(_PAD, most))  # two lines stand past the number
            sheet.text(off, at.x + indent, below, wide, sheet.palette.ink, language=page.words[0].language)
    elif len(held) <= _MOST_STRIPES:
        with sheet.clipped(at.x, at.y, at.width, at.height, _RADIUS):
            for stripe, kind in zip(_stripes(at, len(held)), held, strict=True):
                sheet.panel(stripe.x, stripe.y, stripe.width, stripe.height, sheet.palette.tone(kind.tone))
        _number(page, day, at, "day_number", held[0].figure)
        _pictograms(page, at, held)
    else:
        sheet.frame(at.x, at.y, at.width, at.height, sheet.palette.line, _RADIUS)
        _number(page, day, at, "day_number", "deep")
        low = _Cell(at.x, at.y + at.height * 0.46, at.width, at.height * 0.54)
        with sheet.clipped(at.x, at.y, at.width, at.height, _RADIUS):
            for stripe, kind in zip(_stripes(low, len(held)), held, strict=True):
                sheet.panel(stripe.x, stripe.y, stripe.width, stripe.height, sheet.palette.tone(kind.tone))
                _middle(page, stripe, kind, min(stripe.width, stripe.height) * 0.84)


def _stripes(at: _Cell, number: int) -> list[_Cell]:
    """Divide a cell, with white between two parts: they may have one tone."""
    wide = (at.width - _SEAM * (number - 1)) / number
    return [_Cell(at.x + place * (wide + _SEAM), at.y, wide, at.height) for place in range(number)]


def _number(page: Page, day: date, at: _Cell, role: str, colour: str) -> None:
    translator = page.words[0].translator
    found = ROLES[page.role(role)]
    size = max(found.floor, min(found.size, at.height * 0.36 * MM))
    setting = lay(Formats(translator.language).number(day.day), found.manner, size)
    tone = page.sheet.palette.tone(colour)
    page.sheet.text(setting, at.x + _PAD, at.y + 1.2, at.width - _PAD, tone, language=translator.language)


def _pictograms(page: Page, at: _Cell, held: Sequence[Kind]) -> None:
    """Draw the pictograms at the foot of a cell: one alone at its end, several each in the middle of its stripe."""
    number = ROLES[page.role("day_number")].size / MM
    free = at.height - (0.0 if len(held) == 1 else min(number, at.height * 0.36) + 1.4)
    side = min(_PICTOGRAM, free - 1.4, at.width / len(held) * 0.84)
    if len(held) == 1:
        [kind] = held
        left, top = at.x + at.width - side - _PAD + 0.2, at.y + at.height - side - 1.6
        page.sheet.pictogram(kind.pictogram, left, top, side, page.sheet.palette.tone(kind.figure))
        return
    for stripe, kind in zip(_stripes(at, len(held)), held, strict=True):
        low = _Cell(stripe.x, at.y + at.height - side - 1.0, stripe.width, side)
        _middle(page, low, kind, side)


def _middle(page: Page, at: _Cell, kind: Kind, side: float) -> None:
    left, top = at.x + (at.width - side) / 2, at.y + (at.height - side) / 2
    page.sheet.pictogram(kind.pictogram, left, top, side, page.sheet.palette.tone(kind.figure))
