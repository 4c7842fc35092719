"""The month sheet: a calendar page a month with every session, and the days off of schools and house.

What has no room in its cell at the smallest size follows on a list, whose page the cell names: nothing is lost.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.documents.paper import A4_WIDE, MM, Format, one_paper_at_a_time
from meetingplace.documents.plans.columns import Columns, Piece, PlacedPiece, flowed
from meetingplace.documents.plans.content import NO_DAYS_OFF, FreeDays, PlanHead, PlanSession, by_day
from meetingplace.documents.plans.entries import SetEntry, draw_entries, draw_entry, set_entry
from meetingplace.documents.plans.page import Leaf, PlanSheet, sentence_case
from meetingplace.documents.plans.stretches import draw_lanes, lanes_height, lanes_of
from meetingplace.domain.calendar import monday_of
from meetingplace.i18n.catalog import Translator

# pt, and whether the place stands on the line of the title; A3 begins larger and ends at the same floor
_SETTINGS = (
    (12.0, False), (11.0, False), (10.0, False), (9.5, False), (9.0, False), (8.5, False), (8.5, True), (8.0, True),
    (7.5, True), (7.0, True),
)  # fmt: skip
_LARGEST_ON_A4 = 10.0
_WEEK_NUMBER, _WEEKDAYS = 8.0, 6.0  # mm
_GAP, _PAD, _NUMBER = 1.1, 1.5, 5.4
_MORE = 4.2  # mm for "+2, page 3"
_LOWEST = 12.0  # of a week without sessions
_NARROW = 0.55  # of a weekday, for a day on which nothing is in the whole month


@dataclass(frozen=True)
class MonthSheet:
    """The sessions of a period; each month that it touches becomes a page."""

    head: PlanHead
    first: date
    last: date
    sessions: tuple[PlanSession, ...] = ()
    free: FreeDays = NO_DAYS_OFF


@dataclass(frozen=True)
class _Cell:
    """A day: its entries that have room, and those that follow on the list."""

    day: date
    shown: tuple[SetEntry, ...]
    left_out: tuple[SetEntry, ...] = ()


@dataclass(frozen=True)
class _Week:
    monday: date
    y: float
    height: float
    cells: tuple[_Cell, ...]


def month_sheet(sheet: MonthSheet, _: Translator, format_: Format = A4_WIDE) -> bytes:
    """Make the sheet: a landscape page for each month of the period, and lists of what found no room on it."""
    with one_paper_at_a_time():
        page = PlanSheet(_, sheet.head, _("month sheet"), format_)
        leaves: list[Leaf] = []
        month = sheet.first.replace(day=1)
        while month <= sheet.last:
            leaves += _Month(page, sheet, month, _).leaves(len(leaves) + 1)
            month = (month + timedelta(days=31)).replace(day=1)
        return page.bound(leaves)


class _Month:
    """One month being laid out."""

    def __init__(self, page: PlanSheet, sheet: MonthSheet, month: date, _: Translator) -> None:
        self._page, self._sheet, self._month, self._ = page, sheet, month, _
        self._last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        self._sessions = by_day(
            one for one in sheet.sessions if max(month, sheet.first) <= one.day <= min(self._last, sheet.last)
        )
        self._title = sentence_case(page.formats.month(month))
        self._begins = _WEEK_NUMBER * page.scale
        self._top = page.top + _WEEKDAYS * page.scale
        self._across = self._widths()

    def leaves(self, number: int) -> list[Leaf]:
        """Give the pages of the month, the calendar first; it stands on page `number`."""
        weeks = self._weeks()
        left_out = [cell for week in weeks for cell in week.cells if cell.left_out]
        listed = self._listed(left_out)
        pages = {one.piece: number + 1 + one.page for one in listed}
        of_day = {cell.day: pages[piece] for cell, piece in zip(left_out, self._firsts, strict=True)}
        found = [Leaf(self._title, lambda: self._draw(weeks, of_day))]
        for count in range(max((one.page for one in listed), default=-1) + 1):
            on_page = [one for one in listed if one.page == count]
            title = self._("{title}, continued", title=self._title)
            found.append(Leaf(title, lambda on_page=on_page: _draw_list(on_page)))  # type: ignore[misc]
        return found

    # --- the calendar ---

    def _widths(self) -> list[float]:
        """Give the width of each weekday; weekends on which nothing is are narrow."""
        busy = {day.weekday() for day in self._sessions}
        parts = [1.0 if number in busy or number < 5 else _NARROW for number in range(7)]
        room = self._page.width - self._begins - 6 * _GAP
        return [room * part / sum(parts) for part in parts]

    def _x(self, weekday: int) -> float:
        return self._begins + sum(self._across[:weekday]) + weekday * _GAP

    def _weeks(self) -> list[_Week]:
        mondays = [monday_of(self._month) + timedelta(weeks=number) for number in range(6)]
        mondays = [monday for monday in mondays if monday <= self._last]
        room = self._page.foot - self._top - _GAP * len(mondays)
        for size, is_dense in _SETTINGS:
            if size > _LARGEST_ON_A4 * self._page.scale:
                continue
            cells = {monday: self._cells(monday, size, is_dense) for monday in mondays}
            needed = {monday: self._needed(cells[monday]) for monday in mondays}
            if sum(needed.values()) <= room:
                break
        heights = _shared(needed, room)
        weeks, y = [], self._top
        for monday in mondays:
            height = heights[monday]
            fitted = tuple(self._fitted(cell, height - self._air(cell.day)) for cell in cells[monday])
            weeks.append(_Week(monday, y, height, fitted))
            y += height + _GAP
        return weeks

    def _cells(self, monday: date, size: float, is_dense: bool) -> list[_Cell]:
        days = [monday + timedelta(days=number) for number in range(7)]
        return [_Cell(day, self._entries(day, size, is_dense)) for day in days if day.month == self._month.month]

    def _entries(self, day: date, size: float, is_dense: bool) -> tuple[SetEntry, ...]:
        width = self._across[day.weekday()] - 2 * _PAD
        return tuple(
            set_entry(self._page, session, size, width, self._, is_dense=is_dense)
            for session in self._sessions.get(day, ())
        )

    def _air(self, day: date) -> float:
        """Give the height of a cell that no entry can have: number, days off, edges."""
        monday = monday_of(day)
        closed = 0.0
        if self._sheet.free.closed_on(day):
            closed = self._closed(day) + 0.8
        return _NUMBER * self._page.scale + self._lanes(monday) + closed + _PAD

    def _closed(self, day: date) -> float:
        width = self._across[day.weekday()] - 2 * _PAD
        return self._page.sized(self._sheet.free.closed_on(day), "plan_text", self._small, width).height / MM

    @property
    def _small(self) -> float:
        return 7.5 * self._page.scale

    def _lanes(self, monday: date) -> float:
        return lanes_height(self._page, lanes_of(self._sheet.free, monday, monday + timedelta(days=6)))

    def _needed(self, cells: Sequence[_Cell]) -> float:
        tallest = max(self._air(cell.day) + sum(entry.height for entry in cell.shown) for cell in cells)
        return max(_LOWEST * self._page.scale, tallest)

    def _fitted(self, cell: _Cell, room: float) -> _Cell:
        if sum(entry.height for entry in cell.shown) <= room + 0.01:
            return cell
        used, shown = _MORE * self._page.scale, 0
        while shown < len(cell.shown) and used + cell.shown[shown].height <= room:
            used += cell.shown[shown].height
            shown += 1
        return _Cell(cell.day, cell.shown[:shown], cell.shown[shown:])

    def _draw(self, weeks: Sequence[_Week], of_day: dict[date, int]) -> None:
        page = self._page
        monday = weeks[0].monday
        for number, width in enumerate(self._across):
            name = page.formats.weekday(monday + timedelta(days=number))
            if width < 25 * page.scale:
                name = page.formats.weekday_short(monday + timedelta(days=number))
            page.line(name, "plan_day", self._x(number) + _PAD, page.top + 2.6 * page.scale, width, "deep")
        for week in weeks:
            said = page.sized(str(week.monday.isocalendar().week), "plan_small", 8 * page.scale, self._begins - 2)
            page.place(said, 0, week.y + _NUMBER * page.scale / 2, self._begins - 2, tone="mute", align="end")
            for cell in week.cells:
                self._draw_cell(cell, week, of_day.get(cell.day, 0))
            self._draw_stretches(week)

    def _draw_stretches(self, week: _Week) -> None:
        first, last = week.cells[0].day, week.cells[-1].day
        lanes = lanes_of(self._sheet.free, week.monday, week.monday + timedelta(days=6))
        edges = [(self._x(number), self._across[number]) for number in range(7)]
        y = week.y + _NUMBER * self._page.scale
        draw_lanes(self._page, lanes, edges, y, first, last, self._)

    def _draw_cell(self, cell: _Cell, week: _Week, further: int) -> None:
        page, weekday = self._page, cell.day.weekday()
        x, width = self._x(weekday), self._across[weekday]
        closed = self._sheet.free.closed_on(cell.day)
        page.frame(x, week.y, width, week.height, page.palette.line, 1.6 * page.scale, 0.3)
        if self._sheet.free.is_closed(cell.day):
            page.panel(x + 0.3, week.y + 0.3, width - 0.6, week.height - 0.6, page.palette.tint, 1.4 * page.scale)
        number = page.sized(str(cell.day.day), "plan_day", 11 * page.scale, width)
        tone = "deep" if cell.shown or cell.left_out else "mute"
        page.place(number, x + _PAD, week.y + _NUMBER * page.scale / 2 + 0.2, width - 2 * _PAD, tone=tone)
        y = week.y + _NUMBER * page.scale + self._lanes(week.monday)
        if closed:
            setting = page.sized(closed, "plan_text", self._small, width - 2 * _PAD)
            y = page.run(setting, x + _PAD, y, width - 2 * _PAD, tone="ink") + 0.8
        y = draw_entries(page, cell.shown, x + _PAD, y)
        if cell.left_out:
            more = self._("+ {n}, see page {page}", n=len(cell.left_out), page=further)
            said = page.sized(more, "plan_hours", 7.5 * page.scale, width - 2 * _PAD)
            page.place(said, x + _PAD, week.y + week.height - _MORE * page.scale / 2, width - 2 * _PAD, tone="deep")

    # --- the list of what found no room ---

    def _listed(self, left_out: Sequence[_Cell]) -> list[PlacedPiece]:
        page = self._page
        count = 4
        gap = 6.0 * page.scale
        columns = Columns(count, page.top + 1, page.foot, (page.width - (count - 1) * gap) / count, gap)
        pieces: list[Piece] = []
        self._firsts: list[Piece] = []
        for cell in left_out:
            pieces.append(self._day_heading(cell.day, columns.width))
            day = [self._entry(entry.session, columns.width) for entry in cell.left_out]
            self._firsts.append(day[0])
            pieces += day
        return flowed(pieces, columns)

    def _day_heading(self, day: date, width: float) -> Piece:
        page = self._page
        setting = page.sized(page.formats.day(day), "plan_heading", 11 * page.scale, width)

        def draw(x: float, y: float) -> None:
            under = page.run(setting, x, y + 1.6, width, tone="deep")
            page.rule(x, under + 0.6, width, page.palette.line)

        return Piece(setting.height / MM + 3.6, draw, is_heading=True)

    def _entry(self, session: PlanSession, width: float) -> Piece:
        entry = set_entry(self._page, session, 9.0 * self._page.scale, width, self._)
        return Piece(entry.height + 0.6, lambda x, y: draw_entry(self._page, entry, x, y))


def _shared(needed: dict[date, float], room: float) -> dict[date, float]:
    """Share the height: spare room goes to all weeks; where there is too little, the full weeks give way to the others.

    A week never gets more than it needs as long as another one lacks room.
    """
    spare = room - sum(needed.values())
    if spare >= 0:
        return {monday: height + spare / len(needed) for monday, height in needed.items()}
    heights: dict[date, float] = {}
    left, waiting = room, len(needed)
    for monday, height in sorted(needed.items(), key=lambda item: item[1]):
        heights[monday] = min(height, left / waiting)
        left, waiting = left - heights[monday], waiting - 1
    return heights


def _draw_list(placed: Sequence[PlacedPiece]) -> None:
    for one in placed:
        one.piece.draw(one.x, one.y)
