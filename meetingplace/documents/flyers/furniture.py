"""The parts that every flyer has: sender, picture or pattern, pictogram row, foot.

Drawn on a `Sheet`; the words come ready made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from meetingplace.documents import mosaic, photos, pictograms
from meetingplace.documents.breaks import BREAK_HERE
from meetingplace.documents.fit import Wish, one_size
from meetingplace.documents.flyers import calendar_code
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.page import Disc, Page
from meetingplace.documents.fonts import has_pictogram
from meetingplace.documents.paper import MM, Sheet
from meetingplace.documents.roles import ROLES
from meetingplace.documents.typeset import Setting, lay

_MARK = 11.5
_QR = 22.0
_SPARE_MARK = "home-heart"
MOST_LOGOS = 3
_LOGO_WIDE = (34.0, 28.0, 22.0)  # mm that a logo may be wide: alone, of two, of three who take part
_LOGO_HIGH, _LOGO_GAP = 11.5, 5.0
_LEAST_CAPTION = 20.0  # mm beside the code


def sender(page: Page, frame: Frame) -> None:
    """Draw who invites: the round mark of the house, its name, the line under it. Always in the Latin of the house."""
    sheet, facts, y, size = page.sheet, page.facts, page.top(frame), frame.height
    mark(sheet, facts.mark, frame.x, y, size)
    left = frame.x + size + 3.4
    width = frame.width - size - 3.4
    name = page.line(facts.house_name, "sender", width)
    has_line = bool(facts.house_line) and frame.options.get("line", True)
    line = page.line(facts.house_line if has_line else "", "sender_line", width, lines=2)
    height = (name.height + (line.height if has_line else 0.0)) / MM
    under = sheet.text(name, left, y + (size - height) / 2, width, sheet.palette.ink, language="nl")
    if has_line:
        sheet.text(line, left, under - 0.35, width, sheet.palette.mute, language="nl")


def mark(sheet: Sheet, name: str, x: float, y: float, size: float) -> None:
    """Draw the mark of the house: its pictogram, white on a round of the deep tone."""
    sheet.disc(x, y, size, sheet.palette.deep)
    inner = size * 0.62
    known = name if has_pictogram(name) else _SPARE_MARK
    sheet.pictogram(known, x + (size - inner) / 2, y + (size - inner) / 2, inner, sheet.palette.tone("white"))


def hero(page: Page, frame: Frame) -> None:
    """Draw the picture with the pattern beside it, or the pattern alone, in one rounded frame."""
    sheet, facts, y = page.sheet, page.facts, page.top(frame)
    rows = round(frame.height / page.plan.design.half)
    tile = frame.height / rows
    columns = round(frame.width / tile)
    with sheet.clipped(frame.x, y, frame.width, frame.height, page.radius):
        start = 0
        if facts.picture:
            wide = round(frame.number("picture", frame.width / 2) / tile) * tile
            is_first = frame.options.get("picture_at", "start") == "start"
            left = frame.x if is_first else frame.x + frame.width - wide
            start = round(wide / tile) if is_first else 0
            columns -= round(wide / tile)
            sheet.picture(facts.picture, left, y, wide, frame.height, described=facts.picture_said)
        x = frame.x + start * tile
        badge = page.badge() if frame.keeps_clear else None
        covered = _under(badge, columns, rows, x, y, tile) if badge else frozenset()
        theme = tuple(pictograms.expectation(key) for key in facts.expect)
        mosaic.draw(sheet, _arranged(columns, rows, facts.seed, theme, covered), x, y, tile)


def _under(badge: Disc, columns: int, rows: int, x: float, y: float, tile: float) -> frozenset[tuple[int, int]]:
    """Give the cells of the pattern that lie under the round price."""
    cells = ((column, row) for column in range(columns) for row in range(rows))
    return frozenset(cell for cell in cells if badge.covers(x + cell[0] * tile, y + cell[1] * tile, tile))


@lru_cache(maxsize=64)
def _arranged(
    columns: int, rows: int, seed: int, theme: tuple[str, ...], covered: frozenset[tuple[int, int]]
) -> tuple[mosaic.Tile, ...]:
    return mosaic.arranged(columns, rows, seed, theme, covered)


def pictogram_row(page: Page, frame: Frame) -> None:
    """Draw what parents may expect: pictograms on discs, each with its word beneath, all words in one size."""
    sheet, y = page.sheet, page.top(frame)
    shown = page.words[0].expectations[: int(frame.number("most", 5))] if page.has_pictograms else ()
    if not shown:
        return
    disc, role = frame.number("disc", 17), page.role("pictogram_word")
    step = frame.width / len(shown)
    width = min(step - 2, 44.0)
    wishes = [Wish(word.text, role, word.language, word.is_right_to_left, lines=2) for _, word in shown]
    settings = one_size(wishes, width)
    inner = disc * 0.57
    for number, ((name, word), setting) in enumerate(zip(shown, settings, strict=True)):
        middle = frame.x + step * (number + 0.5)
        sheet.disc(middle - disc / 2, y, disc, sheet.palette.soft)
        sheet.pictogram(name, middle - inner / 2, y + (disc - inner) / 2, inner, sheet.palette.deep)
        place = middle - width / 2
        sheet.text(setting, place, y + disc + 1.6, width, sheet.palette.ink, align="middle", language=word.language)


def foot(page: Page, frame: Frame) -> None:
    """Draw the code for a phone's calendar with its caption, how to reach the house, and who takes part."""
    Foot(page, frame).draw()


def draw_code(sheet: Sheet, text: str, x: float, y: float, size: float, *, is_calendar: bool = True) -> None:
    """Draw a QR code in ink on white: rows of dark stretches, never mirrored."""
    rows = calendar_code.modules(text, "l" if is_calendar else "m")
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


class Foot:
    """The foot of a flyer: the code for a phone's calendar and its caption, how to reach the house, who takes part."""

    def __init__(self, page: Page, frame: Frame) -> None:
        """Measure what stands in it."""
        self._page, self._sheet, self._facts = page, page.sheet, page.facts
        self._frame, self._y = frame, page.top(frame)
        self._code = frame.number("code", _QR)
        self._middle = self._y + self._code / 2
        most = int(frame.number("captions", 1))
        self._words = [words.named("caption") for words in page.words[:most]]
        icons = (pictograms.PHONE, pictograms.MAIL) if frame.options.get("icons", True) else ("", "")
        ways = (page.facts.phone, page.facts.email.replace("@", f"{BREAK_HERE}@"))
        self._contacts = [
            (icon, page.line(way, "contact", 64.0, lines=2)) for icon, way in zip(icons, ways, strict=True) if way
        ]
        most_partners = int(frame.number("partners", MOST_LOGOS))
        self._logos = page.facts.logos[:most_partners]
        shown = page.facts.partners[: most_partners - len(self._logos)]  # of whom there is no logo
        self._logo_wide = min(_LOGO_WIDE[max(0, len(self._logos) + len(shown) - 1)], frame.width / 4)
        self._name = frame.number("partner", 28.0)
        self._names = [page.line(name, "partner", self._name, lines=3) for name in shown]

    def draw(self) -> None:
        """Draw it; partners stand under each other where the foot is full."""
        frame, code = self._frame, self._code
        text = self._facts.code or calendar_code.event(self._facts, self._title)
        draw_code(self._sheet, text, frame.x, self._y, code, is_calendar=not self._facts.code)
        contact, blocks = self._contact_width(), self._partners_width()
        room = frame.width - code - 3.0 - blocks - contact - 8.0
        is_stacked = room < _LEAST_CAPTION and bool(self._names)
        if is_stacked:
            blocks = self._partners_width(is_stacked=True)
            room = frame.width - code - 3.0 - blocks - contact - 8.0
        left = frame.x + code + 3.0
        end = self._captions(left, min(room, frame.number("caption", 41.0 if len(self._words) > 1 else 27.0)))
        free = frame.width - (end - frame.x) - blocks
        self._contact(end + max(4.0, (free - contact) / (2 if blocks else 1)))
        self._partners(frame.x + frame.width - blocks, is_stacked=is_stacked)

    @property
    def _title(self) -> str:
        return self._page.words[0].named("title").text

    def _captions(self, left: float, width: float) -> float:
        role = self._page.role("caption")
        if not self._words:
            return left
        settings = one_size(
            [Wish(word.text, role, word.language, word.is_right_to_left, lines=4) for word in self._words], width
        )
        top = self._middle - sum(setting.height for setting in settings) / MM / 2
        for word, setting in zip(self._words, settings, strict=True):
            top = self._sheet.text(setting, left, top, width, self._sheet.palette.mute, language=word.language)
        return left + max(setting.width for setting in settings) / MM

    def _contact_width(self) -> float:
        return self._indent + max(setting.width for _, setting in self._contacts) / MM if self._contacts else 0.0

    @property
    def _indent(self) -> float:
        return 6.4 if any(icon for icon, _ in self._contacts) else 0.0

    def _contact(self, x: float) -> None:
        least = 5.9 if self._indent else 0.0
        heights = [max(least, setting.height / MM + 0.8) for _, setting in self._contacts]
        top = self._middle - sum(heights) / 2
        for (icon, setting), height in zip(self._contacts, heights, strict=True):
            if icon:
                self._sheet.pictogram(icon, x, top + 0.4, 4.6, self._sheet.palette.deep)
            self._sheet.text(setting, x + self._indent, top, 64.0, self._sheet.palette.ink, language="nl")
            top += height

    def _partners_width(self, *, is_stacked: bool = False) -> float:
        logos = sum(map(self._width, self._logos)) + _LOGO_GAP * (len(self._logos) - 1) if self._logos else 0.0
        widths = [setting.width / MM for setting in self._names]
        if not widths:
            return logos
        names = max(widths) if is_stacked else sum(widths) + 7.0 * (len(widths) - 1)
        return names + (logos + _LOGO_GAP if logos else 0.0)

    def _width(self, logo: bytes) -> float:
        """Give how wide a logo is, in mm: a high one takes less than its share."""
        _drawn, ratio = photos.logo(logo, _LOGO_HIGH)
        return min(self._logo_wide, _LOGO_HIGH * ratio)

    def _partners(self, x: float, *, is_stacked: bool) -> None:
        """Draw logos and then names side by side; names under each other where the foot is full."""
        sheet, gap = self._sheet, 1.2
        for logo in self._logos:
            wide = self._width(logo)
            sheet.logo(logo, x, self._middle - _LOGO_HIGH / 2, wide, _LOGO_HIGH)
            x += wide + _LOGO_GAP
        left, top = x, self._middle - (sum(setting.height / MM + gap for setting in self._names) - gap) / 2
        align, widest = "end" if sheet.is_right_to_left else "start", max((one.width for one in self._names), default=0)
        for setting in self._names:
            begin = top if is_stacked else self._middle - setting.height / MM / 2
            wide = (widest if is_stacked else setting.width) / MM
            sheet.text(setting, left, begin, wide, sheet.palette.ink, align=align, language="nl")
            left += 0.0 if is_stacked else setting.width / MM + 7.0
            top += setting.height / MM + gap


def all_smaller(parts: Sequence[tuple[str, str]], factor: float) -> list[Setting] | None:
    """Set texts, each with its role, smaller by a factor; None when a role would go below its floor."""
    if any(ROLES[role].size * factor < ROLES[role].floor for _, role in parts):
        return None
    return [lay(text, ROLES[role].manner, ROLES[role].size * factor) for text, role in parts]
