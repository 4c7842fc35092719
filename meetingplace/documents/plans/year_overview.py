"""The year overview: a row a week, a square per session, both school calendars beside the weeks, all on one sheet.

Where a day holds more squares than can be read, each function stands once with the number of its sessions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.documents.paper import A4_WIDE, MM, Format, one_paper_at_a_time
from meetingplace.documents.plans.content import NO_DAYS_OFF, FreeDays, PlanHead, PlanSession, by_day
from meetingplace.documents.plans.page import HUES, SCHOOLS, Leaf, PlanSheet
from meetingplace.documents.plans.stretches import short_name, weeks_between
from meetingplace.domain.calendar import Holiday, stretches
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import function_name, session_state_name

_SIDE_PANEL, _BETWEEN = 46.0, 5.0  # mm
_MONTH, _DAYS, _BAND, _TOTAL = 10.0, 15.0, 4.4, 8.0  # mm of the columns of a panel
_HEADS, _PAD = 7.0, 2.0
_LARGEST, _SMALLEST = 4.5, 2.4  # mm of a square on A4; a smaller pictogram is no longer read
_AIR = 0.45  # mm between squares
_NUMBER, _NUMBER_HEIGHT = 2.6, 0.72  # of a number under a square: pt for each mm of its side, and its part of the side
_EMPTY = 0.5  # of the fullest day of the week, for one on which hardly anything is
_CLOSED_SIZES = (7.5, 7.0, 6.5, 6.0, 5.0, 4.0)  # pt
_MOST_ROWS = 27  # weeks in a panel: half a year

Mark = tuple[Function | None, bool]  # of one session: its function, and whether it does not go on


@dataclass(frozen=True)
class YearOverview:
    """The sessions of a school year, or of any other period, which then has more or fewer panels."""

    head: PlanHead
    title: str  # "2026 – 2027"
    first: date
    last: date
    sessions: tuple[PlanSession, ...] = ()
    free: FreeDays = NO_DAYS_OFF


@dataclass(frozen=True)
class _Manner:
    """How the squares of all days are drawn: their side in mm, and whether they are counted by function."""

    side: float
    is_counted: bool
    panels: int  # on a page


def year_overview(sheet: YearOverview, _: Translator, format_: Format = A4_WIDE) -> bytes:
    """Make the overview: a year on one landscape page; on two when a day holds too much for half a page."""
    with one_paper_at_a_time():
        page = PlanSheet(_, sheet.head, _("year overview"), format_)
        return page.bound(_Year(page, sheet, _).leaves())


class _Year:
    """A year being laid out."""

    def __init__(self, page: PlanSheet, sheet: YearOverview, _: Translator) -> None:
        self._page, self._sheet, self._ = page, sheet, _
        self._marks: dict[date, list[Mark]] = {
            day: [(None, True) if one.is_cancelled else (one.function, False) for one in sessions]
            for day, sessions in by_day(sheet.sessions).items()
        }
        weeks = weeks_between(sheet.first, sheet.last)
        count = max(2, -(-len(weeks) // _MOST_ROWS))
        rows = -(-len(weeks) // count)
        self._halves = [weeks[at : at + rows] for at in range(0, len(weeks), rows)]
        self._row = (page.foot - page.top - (_HEADS + 2 * _PAD) * page.scale) / rows
        self._manner = self._chosen()

    def leaves(self) -> list[Leaf]:
        """Give the pages: as many panels on each as the squares allow."""
        panels = self._manner.panels
        pages = [self._halves[at : at + panels] for at in range(0, len(self._halves), panels)]
        return [Leaf(self._sheet.title, lambda halves=halves: self._draw(halves)) for halves in pages]  # type: ignore[misc]

    # --- how large ---

    def _panel(self, panels: int) -> float:
        room = self._page.width - (_SIDE_PANEL + _BETWEEN * panels) * self._page.scale
        return room / panels

    def _day_widths(self, panels: int, is_counted: bool) -> list[float]:
        """Give the width of each weekday: as much room as its fullest day needs beside that of the others."""
        room = self._panel(panels) - (_MONTH + _DAYS + 2 * _BAND + _TOTAL + 2 * _PAD) * self._page.scale
        fullest = [0] * 7
        for day, marks in self._marks.items():
            fullest[day.weekday()] = max(fullest[day.weekday()], self._number(marks, is_counted))
        parts = [max(_EMPTY, number / (max(fullest) or 1)) for number in fullest]
        return [room * part / sum(parts) for part in parts]

    def _chosen(self) -> _Manner:
        """Choose the first manner in which the fullest day can be read."""
        scale = self._page.scale
        for panels in (2, 1):
            for is_counted in (False, True):
                side = self._largest_side(panels, is_counted)
                if side >= _SMALLEST * scale or (panels == 1 and is_counted):
                    return _Manner(min(side, _LARGEST * scale), is_counted, panels)
        raise AssertionError

    def _largest_side(self, panels: int, is_counted: bool) -> float:
        widths = self._day_widths(panels, is_counted)
        sides = [self._side(self._number(marks, is_counted), widths[day.weekday()], is_counted)
                 for day, marks in self._marks.items()]  # fmt: skip
        return min(sides, default=_LARGEST * self._page.scale)

    def _number(self, marks: Sequence[Mark], is_counted: bool) -> int:
        return len(set(marks)) if is_counted else len(marks)

    def _side(self, number: int, width: float, is_counted: bool) -> float:
        """Give the largest side at which so many squares stand in a cell, in as many lines as that takes."""
        best = 0.0
        for lines in range(1, number + 1):
            across = -(-number // lines)
            high = (self._row - 0.6) / lines - _AIR
            side = min((width - 0.8) / across - _AIR, high / (1 + _NUMBER_HEIGHT) if is_counted else high)
            best = max(best, side)
        return best

    # --- drawing ---

    def _draw(self, halves: Sequence[Sequence[date]]) -> None:
        page = self._page
        wide = self._panel(self._manner.panels)
        for number, weeks in enumerate(halves):
            self._draw_panel(number * (wide + _BETWEEN * page.scale), wide, weeks)
        self._draw_side(page.width - _SIDE_PANEL * page.scale)

    def _draw_panel(self, x: float, width: float, weeks: Sequence[date]) -> None:
        page, scale = self._page, self._page.scale
        page.frame(x, page.top, width, page.foot - page.top - 1.2 * scale, page.palette.line, 3.5 * scale, 0.3)
        begin = x + _PAD * scale
        bands = begin + (_MONTH + _DAYS) * scale
        heads = page.top + (_PAD + _HEADS / 2) * scale
        for number, school in enumerate(SCHOOLS):
            self._middle(short_name(school, self._), "plan_hours", 7.5, bands + number * _BAND * scale, heads, _BAND)
        days = bands + (2 * _BAND) * scale
        widths = self._day_widths(self._manner.panels, self._manner.is_counted)
        for number, wide in enumerate(widths):
            name = page.formats.weekday_short(weeks[0] + timedelta(days=number))
            self._middle(name, "plan_text", 9, days + sum(widths[:number]), heads, wide / scale)
        y = page.top + (_PAD + _HEADS) * scale
        for week in weeks:
            self._draw_week(week, begin, y, width - 2 * _PAD * scale, days, widths, is_first=week == weeks[0])
            y += self._row

    def _draw_week(
        self, monday: date, x: float, y: float, width: float, days: float, widths: Sequence[float], *, is_first: bool
    ) -> None:
        page, scale = self._page, self._page.scale
        begins = next((day for day in self._days(monday) if day.day == 1), None)
        middle = y + self._row / 2
        if begins or is_first:
            page.rule(x, y, width, page.palette.line, 0.3)
            page.line(page.formats.month_short(begins or monday), "plan_heading", x, middle, _MONTH * scale)
        sunday = monday + timedelta(days=6)
        said = page.sized(f"{monday.day}–{sunday.day}", "plan_small", 8 * scale, _DAYS * scale)
        page.place(said, x + _MONTH * scale, middle, _DAYS * scale, tone="mute")
        self._draw_bands(monday, x + (_MONTH + _DAYS) * scale, y)
        for number, day in enumerate(self._days(monday)):
            self._draw_day(day, days + sum(widths[:number]), y, widths[number])
        count = sum(not cancelled for day in self._days(monday) for _function, cancelled in self._marks.get(day, ()))
        total = page.sized(str(count or "–"), "plan_hours", 9 * scale, _TOTAL * scale)
        page.place(total, x + width - _TOTAL * scale, middle, _TOTAL * scale, align="end")

    def _days(self, monday: date) -> list[date]:
        days = [monday + timedelta(days=number) for number in range(7)]
        return [day for day in days if self._sheet.first <= day <= self._sheet.last]

    def _draw_bands(self, monday: date, x: float, y: float) -> None:
        """Draw the holidays beside the week: as high as the days from Monday to Sunday that they cover."""
        scale, sunday = self._page.scale, monday + timedelta(days=6)
        for holiday in self._sheet.free.within(monday, sunday):
            begin = max(0, (holiday.first - monday).days) / 7
            end = min(6, (holiday.last - monday).days) / 7 + 1 / 7
            at = x + (SCHOOLS.index(holiday.calendar) * _BAND + 0.5) * scale
            height = (end - begin) * self._row
            self._page.stretch(holiday.calendar, at, y + begin * self._row, (_BAND - 1.0) * scale, height, 0)

    def _draw_day(self, day: date, x: float, y: float, width: float) -> None:
        page, marks = self._page, self._marks.get(day, [])
        if self._sheet.free.is_closed(day):
            page.panel(x + 0.2, y + 0.3, width - 0.4, self._row - 0.6, page.palette.soft, 0.8)
            if not marks:
                self._middle(self._("off"), "plan_text", 7.5, x, y + self._row / 2, width / page.scale)
        if not marks:
            return
        manner = self._manner
        counted = Counter(marks) if manner.is_counted else None
        shown = list(counted) if counted else marks
        across = max(1, min(len(shown), int((width - 0.8) / (manner.side + _AIR) + 0.01)))
        lines = -(-len(shown) // across)
        high = manner.side * (1 + _NUMBER_HEIGHT if counted else 1) + _AIR
        top = y + (self._row - lines * high + _AIR) / 2
        for number, mark in enumerate(shown):
            at = x + 0.6 + (number % across) * (manner.side + _AIR)
            self._draw_mark(mark, at, top + (number // across) * high, counted)

    def _draw_mark(self, mark: Mark, x: float, y: float, counted: Mapping[Mark, int] | None) -> None:
        page, side = self._page, self._manner.side
        function, is_cancelled = mark
        page.square(function, x, y, side, is_cancelled=is_cancelled)
        if counted:
            number = page.sized(str(counted[mark]), "plan_hours", side * _NUMBER, 20)
            page.place(number, x + side / 2 - 10, y + side * (1 + _NUMBER_HEIGHT / 2), 20, align="middle")

    def _middle(self, text: str, role: str, size: float, x: float, middle: float, width: float) -> None:
        """Write a text in the middle of a column; size and width of A4."""
        scale = self._page.scale
        setting = self._page.sized(text, role, size * scale, 60 * scale)
        self._page.place(setting, x, middle, width * scale, align="middle")

    # --- the panel beside ---

    def _draw_side(self, x: float) -> None:
        page, scale, _ = self._page, self._page.scale, self._
        width = _SIDE_PANEL * scale
        page.panel(x, page.top, width, page.foot - page.top - 1.2 * scale, page.palette.tint, 3.5 * scale)
        going = [one for one in self._sheet.sessions if not one.is_cancelled]
        cancelled = len(self._sheet.sessions) - len(going)
        left, room = x + 4 * scale, width - 8 * scale
        number = page.sized(page.formats.number(len(going)), "plan_number", 34 * scale, room)
        y = page.run(number, left, page.top + 3 * scale, room, tone="deep")
        # the number stands above it, large
        word = _.plural("session", "sessions", len(going))
        y = page.run(page.sized(word, "plan_day", 10 * scale, room), left, y, room) + 3 * scale
        # a session with several functions counts in each, as on the screen
        counts = Counter(function for one in going for function in one.functions or (None,))
        for function in (*HUES, None):
            if function or counts[None]:
                name = function_name(_, function) if function else _("without a function")
                y = self._draw_count(function, name, counts[function], left, y, room)
        if cancelled:
            state = session_state_name(_, SessionState.CANCELLED)
            y = self._draw_count(None, state, cancelled, left, y, room, is_cancelled=True)
        self._draw_closed(left, y + 3 * scale, room)

    def _draw_count(
        self, function: Function | None, name: str, count: int, x: float, y: float, room: float,
        *, is_cancelled: bool = False,
    ) -> float:  # fmt: skip
        page, scale = self._page, self._page.scale
        side, wide = 4.5 * scale, room - 15 * scale
        setting = page.sized(name, "plan_text", 9 * scale, wide)
        high = max(side + 1.6 * scale, setting.height / MM + 1.4 * scale)
        page.square(function, x, y + (high - side) / 2, side, is_cancelled=is_cancelled)
        page.place(setting, x + side + 2 * scale, y + high / 2, wide)
        total = page.sized(page.formats.number(count), "plan_hours", 9.5 * scale, room)
        page.place(total, x, y + high / 2, room, align="end")
        return y + high

    def _draw_closed(self, x: float, y: float, room: float) -> None:
        """List the days on which the house is closed, each stretch once; in smaller letters when there are many."""
        page, scale, free = self._page, self._page.scale, self._sheet.free
        closed = [off for off in free.closed if self._sheet.first <= off.day <= self._sheet.last]
        if not closed:
            return
        page.rule(x, y - 1.4 * scale, room, page.palette.line)
        y = page.run(page.sized(self._("days off"), "plan_heading", 10 * scale, room), x, y, room, tone="deep")
        said = [self._closed(holiday) for holiday in sorted(stretches(closed), key=lambda one: one.first)]
        left = page.foot - 3 * scale - y
        for size in _CLOSED_SIZES:
            settings = [page.sized(text, "plan_text", size * scale, room) for text in said]
            if sum(setting.height for setting in settings) / MM <= left:
                break
        for setting in settings:
            y = page.run(setting, x, y, room)

    def _closed(self, holiday: Holiday) -> str:
        """Say a stretch of days on which the house is closed: "wo 11 nov: Wapenstilstand"."""
        formats = self._page.formats
        if holiday.first == holiday.last:
            days = formats.short_day(holiday.first)
        else:
            days = f"{formats.short_day(holiday.first)} – {formats.short_day(holiday.last)}"
        return self._("{day}: {why}", day=days, why=holiday.name)
