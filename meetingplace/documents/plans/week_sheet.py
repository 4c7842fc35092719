"""The week sheet: seven days beside each other and, under each other, the places, or the parts of the day of one place.

Rows go on over as many pages as they need, with the days repeated on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from meetingplace.documents.paper import A4_WIDE, MM, Format, one_paper_at_a_time
from meetingplace.documents.plans.content import NO_DAYS_OFF, FreeDays, PlanHead, PlanSession, by_day
from meetingplace.documents.plans.entries import SetEntry, draw_entries, set_entry
from meetingplace.documents.plans.page import Leaf, PlanSheet, sentence_case
from meetingplace.documents.plans.stretches import Lanes, draw_lanes, lanes_height, lanes_of, weeks_between
from meetingplace.documents.typeset import Setting
from meetingplace.i18n.catalog import Translator

_SIZES = (15.0, 13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5, 8.0)  # pt
_LARGEST_ON_A4 = 11.0
_LABEL = 27.0  # mm for the name of a row
_DAY, _GAP, _PAD = 8.0, 1.1, 1.5
_LOWEST, _TALLEST = 16.0, 70.0  # mm of a row
_NARROW = 0.5  # of a weekday, for a weekend on which nothing is
_NOON, _EVENING = 12, 17  # hours at which the afternoon and the evening begin


@dataclass(frozen=True)
class WeekSheet:
    """The sessions of a period, a page a week; `by_place` lays out places under each other, else parts of the day."""

    head: PlanHead
    first: date
    last: date
    sessions: tuple[PlanSession, ...] = ()
    free: FreeDays = NO_DAYS_OFF
    by_place: bool = True


@dataclass(frozen=True)
class _Row:
    """A place or a part of the day with the entries of its seven days; lengths in mm."""

    label: str
    cells: tuple[tuple[SetEntry, ...], ...]
    lowest: float

    @property
    def height(self) -> float:
        tallest = max(sum(entry.height for entry in cell) for cell in self.cells)
        return max(self.lowest, tallest + 2 * _PAD)


Placed = list[tuple[_Row, float]]  # the rows of a page with their heights


def week_sheet(sheet: WeekSheet, _: Translator, format_: Format = A4_WIDE) -> bytes:
    """Make the sheet: landscape, a page for each week of the period, and more for weeks that need more."""
    with one_paper_at_a_time():
        page = PlanSheet(_, sheet.head, _("week sheet"), format_)
        leaves: list[Leaf] = []
        for monday in weeks_between(sheet.first, sheet.last):
            leaves += _Week(page, sheet, monday, _).leaves()
        return page.bound(leaves)


class _Week:
    """One week being laid out."""

    def __init__(self, page: PlanSheet, sheet: WeekSheet, monday: date, _: Translator) -> None:
        self._page, self._sheet, self._monday, self._ = page, sheet, monday, _
        self._sunday = monday + timedelta(days=6)
        first, last = max(monday, sheet.first), min(self._sunday, sheet.last)
        self._sessions = [one for one in sheet.sessions if first <= one.day <= last]
        self._lanes: Lanes = lanes_of(sheet.free, monday, self._sunday)
        self._begins = _LABEL * page.scale
        self._across = self._widths()
        self._closed = {number: setting for number in range(7) if (setting := self._closed_on(number))}
        said = max((setting.height / MM + 0.6 for setting in self._closed.values()), default=0.0)
        self._lanes_at = page.top + _DAY * page.scale - 0.6 + said
        self._top = self._lanes_at + 0.6 + lanes_height(page, self._lanes)

    def leaves(self) -> list[Leaf]:
        """Give the pages of the week."""
        pages = self._pages()
        number = self._("week {number}", number=self._monday.isocalendar().week)
        days = self._page.formats.day_range(self._monday, self._sunday)
        title = sentence_case(self._("{week}: {days} {year}", week=number, days=days, year=self._sunday.year))
        again = self._("{title}, continued", title=title)
        return [
            Leaf(again if count else title, lambda rows=rows: self._draw(rows))  # type: ignore[misc]
            for count, rows in enumerate(pages)
        ]

    # --- laying out ---

    def _closed_on(self, weekday: int) -> Setting | None:
        said = self._sheet.free.closed_on(self._monday + timedelta(days=weekday))
        width = self._across[weekday] - _PAD
        return self._page.sized(said, "plan_text", 8 * self._page.scale, width) if said else None

    def _widths(self) -> list[float]:
        busy = {session.day.weekday() for session in self._sessions}
        parts = [1.0 if number in busy or number < 5 else _NARROW for number in range(7)]
        room = self._page.width - self._begins - 7 * _GAP
        return [room * part / sum(parts) for part in parts]

    def _x(self, weekday: int) -> float:
        return self._begins + _GAP + sum(self._across[:weekday]) + weekday * _GAP

    def _pages(self) -> list[Placed]:
        """Divide the rows over pages, at the largest size at which one page holds them; each with its height."""
        room = self._page.foot - self._top
        for size in _SIZES:
            if size > _LARGEST_ON_A4 * self._page.scale:
                continue
            rows = self._rows(size)
            if sum(row.height + _GAP for row in rows) <= room + _GAP:
                return [self._stretched(rows, room)]
        return _over_pages(rows, room)

    def _stretched(self, rows: Sequence[_Row], room: float) -> Placed:
        spare = (room + _GAP - sum(row.height + _GAP for row in rows)) / len(rows)
        tallest = _TALLEST * self._page.scale
        return [(row, max(row.height, min(row.height + spare, tallest))) for row in rows]

    def _rows(self, size: float) -> list[_Row]:
        if self._sheet.by_place:
            return self._places(size)
        parts = (
            (self._("morning"), 0, _NOON), (self._("afternoon"), _NOON, _EVENING), (self._("evening"), _EVENING, 24)
        )  # fmt: skip
        return [
            self._row(sentence_case(name), [one for one in self._sessions if begin <= one.start.hour < end], size)
            for name, begin, end in parts
        ]

    def _places(self, size: float) -> list[_Row]:
        names = sorted({one.place for one in self._sessions}) or [self._("Nothing is planned in this week.")]
        return [
            self._row(name, [replace(one, place="") for one in self._sessions if one.place == name], size)
            for name in names
        ]

    def _row(self, label: str, sessions: Sequence[PlanSession], size: float) -> _Row:
        of_day = by_day(sessions)
        cells = tuple(
            tuple(
                set_entry(self._page, session, size, self._across[number] - 2 * _PAD, self._, with_team=True)
                for session in of_day.get(self._monday + timedelta(days=number), ())
            )
            for number in range(7)
        )
        name = self._label(label)
        return _Row(label, cells, max(_LOWEST * self._page.scale, name.height / MM + 3 * _PAD))

    def _label(self, label: str) -> Setting:
        return self._page.sized(label, "plan_day", 10.5 * self._page.scale, self._begins - 2.5 * _PAD)

    # --- drawing ---

    def _draw(self, rows: Placed) -> None:
        self._draw_days()
        y = self._top
        for row, height in rows:
            self._draw_row(row, y, height)
            y += height + _GAP

    def _draw_days(self) -> None:
        page = self._page
        for number, width in enumerate(self._across):
            day = self._monday + timedelta(days=number)
            short = page.formats.short_day(day)
            name = page.sized(short, "plan_day", 11 * page.scale, width)
            page.place(name, self._x(number) + _PAD, page.top + _DAY * page.scale / 2 - 0.6, width, tone="deep")
        for number, setting in self._closed.items():
            page.run(setting, self._x(number) + _PAD, page.top + _DAY * page.scale - 1.4, self._across[number])
        edges = [(self._x(number), self._across[number]) for number in range(7)]
        draw_lanes(page, self._lanes, edges, self._lanes_at, self._monday, self._sunday, self._)

    def _draw_row(self, row: _Row, y: float, height: float) -> None:
        page = self._page
        page.panel(0, y, self._begins, height, page.palette.tint, 1.6 * page.scale)
        page.run(self._label(row.label), _PAD, y + _PAD, self._begins - 2.5 * _PAD, tone="deep")
        for number, cell in enumerate(row.cells):
            x, width = self._x(number), self._across[number]
            is_closed = self._sheet.free.is_closed(self._monday + timedelta(days=number))
            page.frame(x, y, width, height, page.palette.line, 1.6 * page.scale, 0.3)
            if is_closed:
                page.panel(x + 0.3, y + 0.3, width - 0.6, height - 0.6, page.palette.tint, 1.4 * page.scale)
            draw_entries(page, cell, x + _PAD, y + _PAD)


def _over_pages(rows: Sequence[_Row], room: float) -> list[Placed]:
    """Put rows on pages, each with its height; a row that is higher than a page goes on over the next ones."""
    pages: list[Placed] = [[]]
    left, waiting = room, list(rows)
    while waiting:
        row = waiting.pop(0)
        if row.height > left and pages[-1]:
            pages.append([])
            left = room
        if row.height > left:
            row, rest = _divided(row, left)
            waiting.insert(0, rest)
        pages[-1].append((row, min(row.height, left)))
        left -= row.height + _GAP
    return pages


def _divided(row: _Row, room: float) -> tuple[_Row, _Row]:
    """Divide a row that is higher than a page: what fits of each day, at least one session, and the rest."""
    begun, rest = [], []
    for cell in row.cells:
        used, count = 2 * _PAD, 0
        while count < len(cell) and (not count or used + cell[count].height <= room):
            used += cell[count].height
            count += 1
        begun.append(cell[:count])
        rest.append(cell[count:])
    return replace(row, cells=tuple(begun)), replace(row, cells=tuple(rest))
