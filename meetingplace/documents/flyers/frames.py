"""How each kind of frame of a layout file is filled.

One function a kind; sizes come from the roles, words come ready made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from meetingplace.documents import pictograms as icons
from meetingplace.documents.fit import Fitted, Wish, fitted, fitted_line
from meetingplace.documents.flyers import furniture
from meetingplace.documents.flyers.content import FlyerContent
from meetingplace.documents.flyers.furniture import PANEL_RADIUS, Disc
from meetingplace.documents.flyers.layouts import Frame, Plan, Row
from meetingplace.documents.flyers.words import FlyerWords
from meetingplace.documents.moods import WHITE, Colour
from meetingplace.documents.paper import MM, Sheet
from meetingplace.documents.typeset import Setting
from meetingplace.domain.refusals import Reason, Refused

_ICON = 7.5  # mm kept for a pictogram before a line
_HALF_WHITE = 0.45
_LINE_PAD, _LEAST_GAP = 4.5, 3.0  # mm, of the Dutch line


@dataclass(frozen=True)
class Page:
    """One page being drawn: the sheet, what stands on it, and how far a Dutch line pushes the upper half down (mm)."""

    sheet: Sheet
    content: FlyerContent
    words: tuple[FlyerWords, ...]
    push: float
    plan: Plan
    is_crowded: bool = False  # the words need the room of the pictograms

    def top(self, frame: Frame) -> float:
        """Give the top of a frame in mm."""
        return frame.y + (self.push if frame.is_pushed else 0.0) + (0.0 if self.has_pictograms else frame.sinks)

    @property
    def has_pictograms(self) -> bool:
        """Tell whether the row of pictograms is there; without it the others take its room."""
        return bool(self.content.facts.expect) and not self.is_crowded

    def badge(self) -> Disc | None:
        """Give the place of the price, when the layout has one."""
        found = [frame for frame in self.plan.frames if frame.draw == "badge"]
        return Disc(found[0].x, self.top(found[0]), found[0].width) if found else None


def hero(page: Page, frame: Frame) -> None:
    """Fill with the picture and the pattern."""
    furniture.hero(page.sheet, page.content.facts, frame, page.top(frame), page.badge() if frame.keeps_clear else None)


def sender(page: Page, frame: Frame) -> None:
    """Fill with who invites."""
    furniture.sender(page.sheet, page.content.facts, frame.x, page.top(frame))


def pictograms(page: Page, frame: Frame) -> None:
    """Fill with what parents may expect."""
    if page.has_pictograms:
        furniture.pictogram_row(page.sheet, page.words[0], frame, page.top(frame))


def hairline(page: Page, frame: Frame) -> None:
    """Draw a line from side to side."""
    page.sheet.rule(frame.x, page.top(frame), frame.width, page.sheet.palette.line, frame.height)


def foot(page: Page, frame: Frame) -> None:
    """Fill with code, contact and partners; each language of two columns has its caption."""
    is_paired = page.badge() is None
    captions = [words.named("caption") for words in (page.words if is_paired else page.words[:1])]
    furniture.foot(page.sheet, page.content.facts, page.words[0].named("title").text, captions, frame, page.top(frame))


def dutch_line(page: Page, frame: Frame) -> None:
    """Fill with the Dutch facts on one line, read from left to right on every paper: title, when, where, price."""
    sheet, dutch, top = page.sheet, page.words[-1], page.top(frame)
    facts = page.content.facts
    town = facts.town.partition(" ")[2] if facts.town[:1].isdigit() else facts.town
    place = ", ".join(part for part in (facts.place_name, facts.address, town) if part)
    title, when, price = (dutch.named(name).text for name in ("title", "when", "price"))
    strong, usual = "dutch_strong", "dutch_line"
    width = frame.width - 2 * _LINE_PAD
    one = _spread([(title, strong), (when, usual), (place, usual), (price, strong)], width)
    if one:
        sheet.panel(frame.x, top, frame.width, frame.height, sheet.palette.tint, frame.height / 2)
        _write_spread(sheet, one, frame.x + _LINE_PAD, top + frame.height / 2, width)
        return
    # what is too long for one line stands on two: what and for how much, then when and where
    rows = [_spread([(title, strong), (price, strong)], width), _spread([(when, usual), (place, usual)], width)]
    sheet.panel(frame.x, top - 1.2, frame.width, frame.height + 2.9, sheet.palette.tint, PANEL_RADIUS)
    for number, row in enumerate(rows):
        if row is None:
            raise Refused(
                Reason.TEXT_TOO_LONG, language="nl", lines=[title] if not number else [when, place], role=usual
            )
        _write_spread(sheet, row, frame.x + _LINE_PAD, top + 2.5 + number * 4.5, width)


def _spread(parts: list[tuple[str, str]], width: float) -> list[Setting] | None:
    """Set texts beside each other with air between them, all smaller by the same factor if need be.

    None when they cannot fit.
    """
    settings = [fitted_line(text, role, "nl", 1_000) for text, role in parts]
    air = _LEAST_GAP * (len(parts) - 1)
    factor = (width - air) / (sum(setting.width for setting in settings) / MM)
    if factor >= 1.0:
        return settings
    return furniture.all_smaller(parts, factor)


def _write_spread(sheet: Sheet, settings: list[Setting], x: float, middle: float, width: float) -> None:
    """Write texts from side to side, always from left to right."""
    gap = (width - sum(setting.width for setting in settings) / MM) / (len(settings) - 1)
    for setting in reversed(settings) if sheet.is_right_to_left else settings:
        wide = setting.width / MM
        sheet.text(setting, x, middle - setting.height / MM / 2, wide, sheet.palette.ink, language="nl")
        x += wide + gap


def settled(page: Page) -> Page:
    """Give the page as it is drawn: its pictograms go when the words need their room."""
    try:
        for frame in page.plan.frames:
            if frame.draw == "stack":
                _stacked(page, frame)
    except Refused as refused:
        if refused.reason is not Reason.TEXT_TOO_LONG:
            raise
        return replace(page, is_crowded=True)
    return page


def stack(page: Page, frame: Frame) -> None:
    """Fill with rows of the main language under each other, spread a little where there is room."""
    done, height = _stacked(page, frame)
    top = page.top(frame) + (height - done.height) * 0.45
    _write(page.sheet, done, [page.words[0]], frame, frame.x, top, frame.width, frame.rows)


def _stacked(page: Page, frame: Frame) -> tuple[Fitted, float]:
    """Fit the rows of a stack; gives the height of its frame too."""
    words = page.words[0]
    badge = page.badge()
    clear = badge.x - 3.0 - frame.x if badge else frame.width
    wishes = [
        _wish(row, words, first_width=clear if row.keeps_clear and frame.keeps_clear else None) for row in frame.rows
    ]
    height = frame.height - (page.push if frame.is_pushed else 0.0) + (0.0 if page.has_pictograms else frame.grows)
    return fitted([wishes], frame.width, height), height


def panel(page: Page, frame: Frame) -> None:
    """Fill a coloured panel with cells side by side, each in the middle of its height."""
    sheet, words, top = page.sheet, page.words[0], page.top(frame)
    sheet.panel(frame.x, top, frame.width, frame.height, _tone(page, frame, "fill"), PANEL_RADIUS)
    sheet.divider(frame.x + float(frame.options["divider"]), top + 7, frame.height - 14, _faint(page, frame))
    for cell in frame.cells:
        rows = [row for row in cell.rows if words.named(row.content).text]
        done = fitted([[_wish(row, words) for row in rows]], cell.width, frame.height - 10)
        begin = top + (frame.height - done.height) / 2
        _write(
            sheet,
            done,
            [words],
            frame,
            frame.x + cell.at,
            begin,
            cell.width,
            rows,
            icon=icons.STOPS.get(page.content.facts.stop_kind),
        )


def columns(page: Page, frame: Frame) -> None:
    """Fill two columns that share row lines and sizes."""
    width = (frame.width - float(frame.options["gap"])) / 2
    _columns(page, frame, frame.x, page.top(frame), width, frame.height, is_middle=False)


def column_panel(page: Page, frame: Frame) -> None:
    """Fill a coloured panel with two columns that share row lines and sizes."""
    sheet, top, pad = page.sheet, page.top(frame), float(frame.options["pad"])
    sheet.panel(frame.x, top, frame.width, frame.height, _tone(page, frame, "fill"), PANEL_RADIUS)
    sheet.divider(frame.x + frame.width / 2, top + 7, frame.height - 14, _faint(page, frame))
    width = (frame.width - 2 * pad - float(frame.options["gap"])) / 2
    _columns(page, frame, frame.x + pad, top, width, frame.height, is_middle=True)


def place_strip(page: Page, frame: Frame) -> None:
    """Fill with what both languages share: where it is and how to get there; the price in both at the end."""
    sheet, top, facts = page.sheet, page.top(frame), page.content.facts
    sheet.panel(frame.x, top, frame.width, frame.height, sheet.palette.soft, PANEL_RADIUS)
    pill = _price_pill(page, frame, top)
    stop_width = 30.0 if facts.stop else 0.0
    beside = stop_width + 7.6 + 3.0 if facts.stop else 4.0  # the stop, its pictogram and air
    sheet.pictogram(icons.WHERE, frame.x + 6, top + (frame.height - 9) / 2, 9, sheet.palette.deep)
    width = frame.width - 18 - pill - beside
    words = page.words[0]
    wishes = [
        Wish(words.named("place").text, "strip_place", "nl", lines=1, most_lines=2),
        Wish(words.named("address_line").text, "strip_address", "nl", lines=2),
    ]
    done = fitted([wishes], width, frame.height - 4)
    begin = top + (frame.height - done.height) / 2
    for row in done.rows:
        if row.settings[0]:
            sheet.text(row.settings[0], frame.x + 18, begin + row.tops[0], width, sheet.palette.ink, language="nl")
    if facts.stop:
        left = frame.x + frame.width - pill - stop_width
        sheet.pictogram(
            icons.STOPS.get(facts.stop_kind, icons.WHERE),
            left - 7.6,
            top + (frame.height - 6) / 2,
            6,
            sheet.palette.deep,
        )
        setting = fitted_line(facts.stop, "strip_stop", "nl", stop_width - 3, lines=3)
        sheet.text(
            setting, left, top + (frame.height - setting.height / MM) / 2, stop_width, sheet.palette.ink, language="nl"
        )


def badge(page: Page, frame: Frame) -> None:
    """Draw the round price over the corner of the picture."""
    sheet, disc, price = page.sheet, Disc(frame.x, page.top(frame), frame.width), page.words[0].named("price")
    sheet.disc(disc.x, disc.y, disc.size, WHITE)
    sheet.disc(disc.x + disc.ring, disc.y + disc.ring, disc.size - 2 * disc.ring, sheet.palette.sun)
    setting = fitted_line(
        price.text,
        "price",
        price.language,
        disc.size - 8,
        is_right_to_left=price.is_right_to_left,
        lines=_price_lines(price.text),
    )
    middle = disc.size / 2
    sheet.turned_text(
        setting,
        disc.x + middle,
        disc.y + middle,
        float(frame.options["turn"]),
        sheet.palette.ink,
        language=price.language,
    )


def _price_lines(text: str) -> int:
    return 2 if len(text) > 12 else 1


def _price_pill(page: Page, frame: Frame, top: float) -> float:
    """Draw the price in both languages in one pill at the end; gives the width in mm that it takes, with its margin."""
    sheet = page.sheet
    prices = [words.named("price") for words in page.words]
    settings = [
        fitted_line(price.text, "pill_price", price.language, 40, is_right_to_left=price.is_right_to_left)
        for price in prices
    ]
    widths = [setting.width / MM for setting in settings]
    # an amount is read in every language; only words are said twice
    is_same = bool(page.content.facts.price_cents) or prices[0].text == prices[1].text
    wide = widths[0] + 12 if is_same else sum(widths) + 20
    left, height = frame.x + frame.width - 6 - wide, 13.0
    begin = top + (frame.height - height) / 2
    sheet.panel(left, begin, wide, height, sheet.palette.sun, height / 2)
    place = left + 6
    for number, (setting, price) in enumerate(zip(settings, prices, strict=True)):
        if number and is_same:
            break
        sheet.text(
            setting,
            place,
            begin + (height - setting.height / MM) / 2,
            widths[number],
            sheet.palette.ink,
            language=price.language,
        )
        place += widths[number] + 4
        if not number and not is_same:
            sheet.divider(place, begin + 3.2, height - 6.4, sheet.palette.mute, 0.25)
            place += 4
    return wide + 6


def _columns(page: Page, frame: Frame, x: float, top: float, width: float, height: float, *, is_middle: bool) -> None:
    wishes = [[_wish(row, words) for row in frame.rows] for words in page.words]
    done = fitted(wishes, width, height - (6 if is_middle else 0))
    begin = top + (height - done.height) / 2 if is_middle else top
    _write(page.sheet, done, list(page.words), frame, x, begin, width, frame.rows)


def _wish(row: Row, words: FlyerWords, first_width: float | None = None) -> Wish:
    word = words.named(row.content)
    indent = _ICON if row.icon else 0.0
    return Wish(
        word.text,
        row.role,
        word.language,
        word.is_right_to_left,
        row.lines,
        row.most_lines,
        row.gap,
        row.drop,
        indent,
        first_width,
    )


def _write(
    sheet: Sheet,
    done: Fitted,
    words: list[FlyerWords],
    frame: Frame,
    x: float,
    top: float,
    width: float,
    rows: tuple[Row, ...] | list[Row],
    icon: str | None = None,
) -> None:
    """Write fitted rows; a second column stands at the end side, aligned to where its language begins."""
    for placed in done.rows:
        row = rows[placed.row]
        colour = sheet.palette.tone(row.colour or frame.options.get("colour", "ink"))
        for number, (setting, below) in enumerate(zip(placed.settings, placed.tops, strict=True)):
            if setting is None:
                continue
            left = x if not number else frame.x + frame.width - (x - frame.x) - width
            language = words[number].named(row.content).language
            has_icon = bool(row.icon and icon)
            if has_icon and icon:
                sheet.pictogram(icon, left + 0.3, top + below + (setting.leading / MM - 5.2) / 2, 5.2, colour)
            indent = _ICON if has_icon else 0.0
            align = (
                "end"
                if len(placed.settings) > 1 and words[number].is_right_to_left != sheet.is_right_to_left
                else "start"
            )
            sheet.text(setting, left + indent, top + below, width - indent, colour, align=align, language=language)


def _tone(page: Page, frame: Frame, option: str) -> Colour:
    return page.sheet.palette.tone(str(frame.options[option]))


def _faint(page: Page, frame: Frame) -> Colour:
    """Mix the paper's white into the panel: 45 % of it, as one solid tone."""
    fill = _tone(page, frame, "fill")
    parts = [tone + (1 - tone) * _HALF_WHITE for tone in (fill.red, fill.green, fill.blue)]
    return Colour(*parts)
