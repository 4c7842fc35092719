"""How each kind of frame of a layout file is filled.

One function a kind; sizes come from the roles, words come ready made.
"""

from __future__ import annotations

from collections.abc import Sequence

from meetingplace.documents import pictograms as icons
from meetingplace.documents.fit import Fitted, Wish, fitted, rather_smaller
from meetingplace.documents.flyers.layouts import Frame, Row
from meetingplace.documents.flyers.page import ICON, Disc, Page
from meetingplace.documents.flyers.words import FlyerWords, Word
from meetingplace.documents.moods import WHITE, Colour
from meetingplace.documents.paper import MM

_HALF_WHITE = 0.45
_PICTOGRAM = 13.0  # mm, above a cell
_SIGN = 5.2  # mm, before a line
_IN_DISC = 0.79  # of its width, that words may take: they must not touch the ring


def hairline(page: Page, frame: Frame) -> None:
    """Draw a line from side to side."""
    page.sheet.rule(frame.x, page.top(frame), frame.width, page.sheet.palette.line, frame.height)


def stack(page: Page, frame: Frame) -> None:
    """Fill with rows of the main language under each other, spread a little where there is room."""
    done, height = stacked(page, frame)
    top = page.top(frame) + (height - done.height) * 0.45
    write(page, done, 0, page.words[0], frame, frame.rows, (frame.x, top, frame.width))


def stacked(page: Page, frame: Frame) -> tuple[Fitted, float]:
    """Fit the rows of a stack; gives the height of its frame too."""
    words = page.words[0]
    badge = page.badge()
    clear = badge.x - 3.0 - frame.x if badge else frame.width
    narrowed = [clear if row.keeps_clear and frame.keeps_clear else None for row in frame.rows]
    wishes = [page.wish(row, words, first_width=first) for row, first in zip(frame.rows, narrowed, strict=True)]
    height = frame.height - (page.push if frame.is_pushed else 0.0) + (0.0 if page.has_pictograms else frame.grows)
    return fitted([wishes], frame.width, height), height


def panel(page: Page, frame: Frame) -> None:
    """Fill a coloured panel with cells side by side, each in the middle of its height."""
    sheet, words, top, air = page.sheet, page.words[0], page.top(frame), frame.number("air", 7)
    sheet.panel(frame.x, top, frame.width, frame.height, tone(page, frame, "fill"), page.radius)
    if "divider" in frame.options:
        sheet.divider(frame.x + frame.number("divider"), top + air, frame.height - 2 * air, _faint(page, frame))
    for cell in frame.cells:
        rows = [row for row in cell.rows if words.named(row.content).text]
        above = _PICTOGRAM + 2.0 if cell.pictogram else 0.0
        done = rather_smaller([[page.wish(row, words) for row in rows]], cell.width, frame.height - air - 3 - above)
        begin = top + (frame.height - done.height - above) / 2 + above
        if cell.pictogram:
            colour = sheet.palette.tone(frame.options.get("colour", "ink"))
            sheet.pictogram(cell.pictogram, frame.x + cell.at - 1.0, begin - above, _PICTOGRAM, colour)
        write(page, done, 0, words, frame, rows, (frame.x + cell.at, begin, cell.width))


def columns(page: Page, frame: Frame) -> None:
    """Fill two columns that share row lines and sizes."""
    width = (frame.width - frame.number("gap")) / 2
    _columns(page, frame, frame.x, page.top(frame), width, frame.height, is_middle=False)


def column_panel(page: Page, frame: Frame) -> None:
    """Fill a coloured panel with two columns that share row lines and sizes."""
    sheet, top, pad = page.sheet, page.top(frame), frame.number("pad")
    sheet.panel(frame.x, top, frame.width, frame.height, tone(page, frame, "fill"), page.radius)
    sheet.divider(frame.x + frame.width / 2, top + 7, frame.height - 14, _faint(page, frame))
    width = (frame.width - 2 * pad - frame.number("gap")) / 2
    _columns(page, frame, frame.x + pad, top, width, frame.height, is_middle=True)


def place_strip(page: Page, frame: Frame) -> None:
    """Fill with what the languages share: where it is and how to get there; the price in each of two at the end."""
    sheet, top, facts = page.sheet, page.top(frame), page.facts
    sheet.panel(frame.x, top, frame.width, frame.height, sheet.palette.soft, page.radius)
    pill = _price_pill(page, frame, top) if frame.options.get("has_price", True) else 0.0
    stop_width = frame.number("stop", 30.0) if facts.stop else 0.0
    beside = stop_width + 7.6 + 3.0 if facts.stop else 4.0  # the stop, its pictogram and air
    sheet.pictogram(icons.WHERE, frame.x + 6, top + (frame.height - 9) / 2, 9, sheet.palette.deep)
    width = frame.width - 18 - pill - beside
    words = page.words[0]
    wishes = [
        Wish(words.named("place").text, page.role("strip_place"), "nl", lines=1, most_lines=2),
        Wish(words.named("address_line").text, page.role("strip_address"), "nl", lines=2),
    ]
    done = fitted([wishes], width, frame.height - 4)
    begin = top + (frame.height - done.height) / 2
    for row in done.rows:
        if row.settings[0]:
            sheet.text(row.settings[0], frame.x + 18, begin + row.tops[0], width, sheet.palette.ink, language="nl")
    if facts.stop:
        left = frame.x + frame.width - pill - stop_width
        icon = icons.STOPS.get(facts.stop_kind, icons.WHERE)
        sheet.pictogram(icon, left - 7.6, top + (frame.height - 6) / 2, 6, sheet.palette.deep)
        setting = page.line(facts.stop, "strip_stop", stop_width - 3, lines=2, most=3)
        above = top + (frame.height - setting.height / MM) / 2
        sheet.text(setting, left, above, stop_width, sheet.palette.ink, language="nl")


def question(page: Page, frame: Frame) -> None:
    """Fill with a question to parents, a pictogram of talk before it."""
    sheet, top, size = page.sheet, page.top(frame), frame.height
    sheet.disc(frame.x, top, size, sheet.palette.sun)
    sheet.pictogram(icons.expectation("talk"), frame.x + size * 0.23, top + size * 0.23, size * 0.54, sheet.palette.ink)
    words, x, width = page.words[0], frame.x + size + 6.0, frame.width - size - 6.0
    done = fitted([[page.wish(row, words) for row in frame.rows]], width, size + 8.0)
    write(page, done, 0, words, frame, frame.rows, (x, top + (size - done.height) / 2, width))


def badge(page: Page, frame: Frame) -> None:
    """Draw the round price over the corner of the picture."""
    sheet, middle = page.sheet, frame.width / 2
    prices = _prices(page)[: int(frame.number("prices", 1))]
    disc = Disc(frame.x, page.top(frame), frame.width, frame.number("ring", 1.6))
    sheet.disc(disc.x, disc.y, disc.size, WHITE)
    sheet.disc(disc.x + disc.ring, disc.y + disc.ring, disc.size - 2 * disc.ring, sheet.palette.sun)
    roles = (frame.options.get("role", "price"), "price_beside")
    settings = [
        page.word(price, role, disc.size * _IN_DISC, lines=2 if " " in price.text else 1)
        for price, role in zip(prices, roles, strict=False)
    ]
    above = -sum(setting.height for setting in settings) / MM / 2
    for setting, price in zip(settings, prices, strict=True):
        at = (disc.x + middle, disc.y + middle + above + setting.height / MM / 2)
        above += setting.height / MM
        with sheet.reading(price.language):
            sheet.turned_text(setting, *at, frame.number("turn"), sheet.palette.ink, language=price.language)


def _prices(page: Page) -> list[Word]:
    """Give the price in each language; once where all say the same: an amount is read in every language."""
    prices = [words.named("price") for words in page.words]
    is_same = bool(page.facts.price_cents) or len({price.text for price in prices}) == 1
    return prices[:1] if is_same else prices


def _price_pill(page: Page, frame: Frame, top: float) -> float:
    """Draw the price in both languages in one pill at the end; gives the width in mm that it takes, with its margin."""
    sheet = page.sheet
    prices = _prices(page)
    settings = [page.word(price, "pill_price", 40) for price in prices]
    widths = [setting.width / MM for setting in settings]
    wide, height = sum(widths) + 12 + 8 * (len(prices) - 1), 13.0
    left, begin = frame.x + frame.width - 6 - wide, top + (frame.height - height) / 2
    sheet.panel(left, begin, wide, height, sheet.palette.sun, height / 2)
    place = left + 6
    for number, (setting, price) in enumerate(zip(settings, prices, strict=True)):
        if number:
            sheet.divider(place - 4, begin + 3.2, height - 6.4, sheet.palette.mute, 0.25)
        above = begin + (height - setting.height / MM) / 2
        with sheet.reading(price.language):
            sheet.text(setting, place, above, widths[number], sheet.palette.ink, language=price.language)
        place += widths[number] + 8
    return wide + 6


def _columns(page: Page, frame: Frame, x: float, top: float, width: float, height: float, *, is_middle: bool) -> None:
    wishes = [[page.wish(row, words) for row in frame.rows] for words in page.words]
    done = fitted(wishes, width, height - (6 if is_middle else 0))
    begin = top + (height - done.height) / 2 if is_middle else top
    for number, words in enumerate(page.words):  # a language after the other, as they are read
        left = x if not number else frame.x + frame.width - (x - frame.x) - width
        write(page, done, number, words, frame, frame.rows, (left, begin, width), is_beside=True)


def write(
    page: Page,
    done: Fitted,
    column: int,
    words: FlyerWords,
    frame: Frame,
    rows: Sequence[Row],
    place: tuple[float, float, float],
    *,
    is_beside: bool = False,
) -> None:
    """Write one column of fitted rows at a place: x, top and width in mm.

    Beside other languages it stands at the side where its own begins.
    """
    sheet, (x, top, width) = page.sheet, place
    align = "end" if is_beside and words.is_right_to_left != sheet.is_right_to_left else "start"
    for placed in done.rows:
        setting, row = placed.settings[column], rows[placed.row]
        if setting is None:
            continue
        colour = sheet.palette.tone(row.colour or frame.options.get("colour", "ink"))
        below, word = top + placed.tops[column], words.named(row.content)
        indent = ICON if row.has_icon and word.pictogram else 0.0
        if indent:
            sign = x + 0.3 if align == "start" else x + width - 0.3 - _SIGN
            sheet.pictogram(word.pictogram, sign, below + (setting.leading / MM - _SIGN) / 2, _SIGN, colour)
        sheet.smallest = min(sheet.smallest, setting.size)
        accent = sheet.palette.tone(row.accent) if row.accent else None
        left, across = x + indent if align == "start" else x, width - indent
        with sheet.reading(words.language):
            sheet.text(setting, left, below, across, colour, align=align, language=word.language, accent=accent)


def tone(page: Page, frame: Frame, option: str) -> Colour:
    """Give the colour that an option of a frame names."""
    return page.sheet.palette.tone(str(frame.options[option]))


def _faint(page: Page, frame: Frame) -> Colour:
    """Mix the paper's white into the panel: 45 % of it, as one solid tone."""
    fill = tone(page, frame, "fill")
    parts = [tone + (1 - tone) * _HALF_WHITE for tone in (fill.red, fill.green, fill.blue)]
    return Colour(*parts)
