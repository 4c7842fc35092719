"""The parts that every flyer has: sender, picture or pattern, pictogram row, foot.

Drawn on a `Sheet`; the words come ready made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from meetingplace.documents import mosaic, pictograms
from meetingplace.documents.fit import Wish, fitted_line, one_size
from meetingplace.documents.flyers import calendar_code
from meetingplace.documents.flyers.content import FlyerFacts
from meetingplace.documents.flyers.layouts import HALF, Frame
from meetingplace.documents.flyers.words import FlyerWords, Word
from meetingplace.documents.fonts import has_pictogram
from meetingplace.documents.paper import MM, Sheet
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import Setting, lay

PANEL_RADIUS = 5.0
_MARK = 11.5
_QR = 22.0
_SPARE_MARK = "home-heart"
_MOST_LOGOS = 3
_LEAST_CAPTION = 20.0  # mm beside the code


@dataclass(frozen=True)
class Disc:
    """The round price on its place in mm, to be kept clear by the pattern and the title."""

    x: float
    y: float
    size: float
    ring: float = 1.6

    def covers(self, left: float, top: float, side: float) -> bool:
        """Tell whether a square lies, in part, under the disc."""
        middle_x, middle_y, reach = self.x + self.size / 2, self.y + self.size / 2, self.size / 2
        near_x = min(max(middle_x, left), left + side)
        near_y = min(max(middle_y, top), top + side)
        return (near_x - middle_x) ** 2 + (near_y - middle_y) ** 2 < (reach - 0.3) ** 2


def sender(sheet: Sheet, facts: FlyerFacts, x: float, y: float) -> None:
    """Draw who invites: the round mark of the house, its name, the line under it. Always in the Latin of the house."""
    mark(sheet, facts.mark, x, y, _MARK)
    left = x + _MARK + 3.4
    width = sheet.format.content - left
    name = fitted_line(facts.house_name, "sender", "nl", width)
    top = y + (1.0 if facts.house_line else 2.9)
    under = sheet.text(name, left, top, width, sheet.palette.ink, language="nl")
    if facts.house_line:
        line = fitted_line(facts.house_line, "sender_line", "nl", width)
        sheet.text(line, left, under - 0.35, width, sheet.palette.mute, language="nl")


def mark(sheet: Sheet, name: str, x: float, y: float, size: float) -> None:
    """Draw the mark of the house: its pictogram, white on a round of the deep tone."""
    sheet.disc(x, y, size, sheet.palette.deep)
    inner = size * 0.62
    known = name if has_pictogram(name) else _SPARE_MARK
    sheet.pictogram(known, x + (size - inner) / 2, y + (size - inner) / 2, inner, sheet.palette.tone("white"))


def hero(sheet: Sheet, facts: FlyerFacts, frame: Frame, y: float, badge: Disc | None) -> None:
    """Draw the picture with the pattern beside it, or the pattern alone, in one rounded frame."""
    columns, rows = round(frame.width / HALF), round(frame.height / HALF)
    with sheet.clipped(frame.x, y, frame.width, frame.height, PANEL_RADIUS):
        start = 0
        if facts.picture:
            wide = frame.millimetres("picture")
            is_first = frame.options["picture_at"] == "start"
            left = frame.x if is_first else frame.x + frame.width - wide
            start = round(wide / HALF) if is_first else 0
            columns -= round(wide / HALF)
            sheet.picture(facts.picture, left, y, wide, frame.height)
        x = frame.x + start * HALF
        covered = frozenset(
            (column, row)
            for column in range(columns)
            for row in range(rows)
            if badge and badge.covers(x + column * HALF, y + row * HALF, HALF)
        )
        theme = tuple(pictograms.expectation(key) for key in facts.expect)
        mosaic.draw(sheet, _arranged(columns, rows, facts.seed, theme, covered), x, y, HALF)


@lru_cache(maxsize=64)
def _arranged(
    columns: int, rows: int, seed: int, theme: tuple[str, ...], covered: frozenset[tuple[int, int]]
) -> tuple[mosaic.Tile, ...]:
    return mosaic.arranged(columns, rows, seed, theme, covered)


def pictogram_row(sheet: Sheet, words: FlyerWords, frame: Frame, y: float) -> None:
    """Draw what parents may expect: pictograms on discs, each with its word beneath, all words in one size."""
    shown = words.expectations[: int(frame.options["most"])]
    if not shown:
        return
    disc = float(frame.options["disc"])
    step = frame.width / len(shown)
    width = min(step - 2, 44.0)
    wishes = [Wish(word.text, "pictogram_word", word.language, word.is_right_to_left, lines=2) for _, word in shown]
    settings = one_size(wishes, width)
    inner = disc * 0.57
    for number, ((name, word), setting) in enumerate(zip(shown, settings, strict=True)):
        middle = frame.x + step * (number + 0.5)
        sheet.disc(middle - disc / 2, y, disc, sheet.palette.soft)
        sheet.pictogram(name, middle - inner / 2, y + (disc - inner) / 2, inner, sheet.palette.deep)
        place = middle - width / 2
        sheet.text(setting, place, y + disc + 1.6, width, sheet.palette.ink, align="middle", language=word.language)


def foot(sheet: Sheet, facts: FlyerFacts, title: str, captions: Sequence[Word], frame: Frame, y: float) -> None:
    """Draw the code for a phone's calendar with its caption, how to reach the house, and who takes part."""
    draw_code(sheet, calendar_code.event(facts, title), frame.x, y, _QR)
    left = frame.x + _QR + 3.0
    blocks, contact = _partner_width(facts), _contact_width(facts)
    room = frame.width - _QR - 3.0 - blocks - contact - 8.0
    is_stacked = room < _LEAST_CAPTION and not facts.logos
    if is_stacked:
        blocks = _partner_width(facts, is_stacked=True)
        room = frame.width - _QR - 3.0 - blocks - contact - 8.0
    end = _captions(sheet, captions, left, y, min(room, 41.0) if len(captions) > 1 else min(room, 27.0))
    free = frame.width - (end - frame.x) - blocks
    start = end + max(4.0, (free - contact) / 2) if contact else end
    _contact(sheet, facts, start, y)
    _partners(sheet, facts, frame.x + frame.width - blocks, y, is_stacked=is_stacked)


def draw_code(sheet: Sheet, text: str, x: float, y: float, size: float) -> None:
    """Draw a QR code in ink on white: rows of dark stretches, never mirrored."""
    rows = calendar_code.modules(text)
    module = size / len(rows)
    across = -1 if sheet.is_right_to_left else 1
    for number, row in enumerate(rows):
        start = 0
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            stop = start
            while stop < len(row) and row[stop]:
                stop += 1
            place = start if across == 1 else len(row) - stop
            sheet.panel(x + place * module, y + number * module, (stop - start) * module, module, sheet.palette.ink)
            start = stop


def _captions(sheet: Sheet, captions: Sequence[Word], left: float, y: float, width: float) -> float:
    settings = one_size(
        [Wish(word.text, "caption", word.language, word.is_right_to_left, lines=3) for word in captions], width
    )
    height = sum(setting.height for setting in settings) / MM
    top = y + (_QR - height) / 2
    for word, setting in zip(captions, settings, strict=True):
        top = sheet.text(setting, left, top, width, sheet.palette.mute, language=word.language)
    return left + max(setting.width for setting in settings) / MM


def _contact_items(facts: FlyerFacts) -> list[tuple[str, Setting]]:
    return [
        (icon, fitted_line(text, "contact", "nl", 64.0, lines=2))
        for icon, text in ((pictograms.PHONE, facts.phone), (pictograms.MAIL, facts.email))
        if text
    ]


def _contact_width(facts: FlyerFacts) -> float:
    items = _contact_items(facts)
    return 6.4 + max(setting.width for _, setting in items) / MM if items else 0.0


def _contact(sheet: Sheet, facts: FlyerFacts, x: float, y: float) -> None:
    items = _contact_items(facts)
    heights = [max(5.9, setting.height / MM + 0.8) for _, setting in items]
    top = y + (_QR - sum(heights)) / 2
    for (icon, setting), height in zip(items, heights, strict=True):
        sheet.pictogram(icon, x, top + 0.4, 4.6, sheet.palette.deep)
        sheet.text(setting, x + 6.4, top, 64.0, sheet.palette.ink, language="nl")
        top += height


def _partner_names(facts: FlyerFacts) -> list[Setting]:
    return [fitted_line(name, "partner", "nl", 28.0, lines=3) for name in facts.partners[:_MOST_LOGOS]]


def _partner_width(facts: FlyerFacts, *, is_stacked: bool = False) -> float:
    if facts.logos:
        return min(_MOST_LOGOS, len(facts.logos)) * 24.0
    widths = [setting.width / MM for setting in _partner_names(facts)]
    if not widths:
        return 0.0
    return max(widths) if is_stacked else sum(widths) + 7.0 * (len(widths) - 1)


def _partners(sheet: Sheet, facts: FlyerFacts, x: float, y: float, *, is_stacked: bool) -> None:
    """Draw logos or names side by side; names under each other where the foot is full."""
    for number, logo in enumerate(facts.logos[:_MOST_LOGOS]):
        sheet.logo(logo, x + number * 24.0, y + (_QR - 11.5) / 2, 22.0, 11.5)
    names = [] if facts.logos else _partner_names(facts)
    gap = 1.2
    left, top = x, y + (_QR - sum(setting.height / MM + gap for setting in names) + gap) / 2
    for setting in names:
        begin = top if is_stacked else y + (_QR - setting.height / MM) / 2
        sheet.text(setting, left, begin, 28.0, sheet.palette.ink, language="nl")
        left += 0.0 if is_stacked else setting.width / MM + 7.0
        top += setting.height / MM + gap


def all_smaller(parts: Sequence[tuple[str, str]], factor: float) -> list[Setting] | None:
    """Set texts, each with its role, smaller by a factor; None when a role would go below its floor."""
    if any(ROLES[role].size * factor < ROLES[role].floor for _, role in parts):
        return None
    return [lay(text, ROLES[role].manner, ROLES[role].size * factor) for text, role in parts]
