"""The Dutch line of a flyer in another language: what, when, where and for how much, so that Dutch is on every sheet.

One line as a rule; what is too long for it stands on two to four. The rest of the page gives way to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from meetingplace.documents.flyers.furniture import all_smaller
from meetingplace.documents.flyers.layouts import Frame
from meetingplace.documents.flyers.page import DutchLine, Page
from meetingplace.documents.paper import MM
from meetingplace.documents.typeset import Setting
from meetingplace.domain.refusals import Reason, Refused

_PAD, _LEAST_GAP = 4.5, 3.0  # mm: at the sides, and between two texts
_TIGHT = 0.94  # of the leading, where several rows stand under each other
_Part = tuple[str, str]  # a text and its role


def measured(page: Page, frame: Frame) -> DutchLine:
    """Set the Dutch facts in as few rows as they need; refuses TEXT_TOO_LONG."""
    facts, dutch = page.facts, page.words[-1]
    town = facts.town.partition(" ")[2] if facts.town[:1].isdigit() else facts.town
    strong, usual = page.role("dutch_strong"), page.role("dutch_line")
    title, price = ((dutch.named(name).text, strong) for name in ("title", "price"))
    when = (dutch.named("when").text, usual)
    where = [(part, usual) for part in (facts.place_name, ", ".join(filter(None, (facts.address, town)))) if part]
    place = [(", ".join(part for part, _role in where), usual)] if where else []
    for parts in (
        [[title, when, *place, price]],
        [[title, price], [when, *place]],
        [[title, price], [when], place],
        [[title, price], [when], *([part] for part in where)],
    ):
        said = [[part for part in row if part[0]] for row in parts]
        rows = [_spread(page, row, frame.width - 2 * _PAD) for row in said if row]
        set_rows = tuple(tuple(row) for row in rows if row)
        if len(set_rows) == len(rows):
            tall = max(setting.height for row in set_rows for setting in row) / MM * _TIGHT
            return DutchLine(set_rows, frame.height if len(rows) == 1 else tall * len(rows) + 2.4)
    lines = [text for text, _role in (title, when, *place, price)]
    raise Refused(Reason.TEXT_TOO_LONG, language="nl", lines=lines, role=usual)


def dutch_line(page: Page, frame: Frame) -> None:
    """Draw it: read from left to right on every paper."""
    if page.dutch is None:
        return
    sheet, rows, height = page.sheet, page.dutch.rows, page.dutch.height
    radius = height / 2 if len(rows) == 1 else page.radius
    sheet.panel(frame.x, frame.y, frame.width, height, sheet.palette.tint, radius)
    step = (height - 2.4) / len(rows)
    for number, row in enumerate(rows):
        width = frame.width - 2 * _PAD
        gap = (width - sum(setting.width for setting in row) / MM) / max(1, len(row) - 1)
        x, middle = frame.x + _PAD, frame.y + 1.2 + (number + 0.5) * step
        for setting in row:
            wide = setting.width / MM
            left = 2 * frame.x + frame.width - x - wide if sheet.is_right_to_left else x  # it is not mirrored
            sheet.text(setting, left, middle - setting.height / MM / 2, wide, sheet.palette.ink, language="nl")
            x += wide + gap


def _spread(page: Page, parts: Sequence[_Part], width: float) -> list[Setting] | None:
    """Set texts beside each other with air between them, all smaller by the same factor if need be.

    None when they cannot fit.
    """
    settings = [page.line(text, role, 1_000) for text, role in parts]
    factor = (width - _LEAST_GAP * (len(parts) - 1)) / (sum(setting.width for setting in settings) / MM)
    return settings if factor >= 1.0 else all_smaller(parts, factor)
