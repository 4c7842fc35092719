"""The words of the school year: its board in, ready-made texts out. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.gaps import Gap
from meetingplace.domain.sessions import Brief, Function
from meetingplace.i18n.words import function_name
from meetingplace.services.school_year import WeekLine, YearBoard
from meetingplace.services.timetable import SCHOOLS
from meetingplace.ui.planning.wording import Wording
from meetingplace.ui.planning.year.shown import DayCell, MarkShown, WeekRow, YearShown

_MOST_GAPS = 2  # that are said: the longest ones

Marks = Mapping[int, MarkShown]  # by session


class YearWording:
    """Says a school year."""

    def __init__(self, wording: Wording) -> None:
        """Speak as the whole planning does."""
        self._wording = wording
        self._, self._formats = wording.words, wording.formats

    def year(self, board: YearBoard) -> YearShown:
        """Say a school year, up to its last session or the end of June at least."""
        _, formats = self._, self._formats
        lines = [line for line in board.weeks if line.monday <= _last_week(board)]
        marks = self._marks(board)
        return YearShown(
            line=_("school year"),
            period=f"{board.first.year} – {board.last.year}",
            weekdays=tuple(formats.weekday_short(lines[0].monday + timedelta(days=n)) for n in range(7)),
            rows=tuple(self._row(board, line, lines[at - 1] if at else None, marks) for at, line in enumerate(lines)),
            about=_("This school year") if board.first <= board.today <= board.last else _("That school year"),
            number=formats.number(board.number),
            sessions=_.plural("session", "sessions", board.number),
            by_function=tuple(
                (one, function_name(_, one), formats.number(board.by_function.get(one, 0))) for one in Function
            ),
            legend=(
                (DaysOff.FLEMISH, _("Dutch-language schools off")),
                (DaysOff.FRENCH, _("French-language schools off")),
            ),
            hint=_("To look at") if board.hints else "",
            whole_day=_("The whole day"),
            gap_title=_.plural("Gap", "Gaps", min(len(board.gaps), _MOST_GAPS)),
            gaps=tuple(self._gap(gap) for gap in board.gaps[:_MOST_GAPS]),
        )

    def _row(self, board: YearBoard, line: WeekLine, before: WeekLine | None, marks: Marks) -> WeekRow:
        days = [line.monday + timedelta(days=number) for number in range(7)]
        month = _month(board, line)
        begins = before is None or _month(board, before).month != month.month
        off = {calendar: _stretch(days, board.off[calendar]) for calendar in SCHOOLS}
        return WeekRow(
            monday=line.monday,
            month=self._formats.month_short(month).rstrip(".") if begins else "",
            days=f"{days[0].day}–{days[-1].day}",
            is_this_week=days[0] <= board.today <= days[-1],
            off={calendar: span for calendar, span in off.items() if span is not None},
            cells=tuple(self._cell(board, line, day, marks) for day in days),
            number=self._formats.number(line.number) if line.number else "–",
        )

    def _cell(self, board: YearBoard, line: WeekLine, day: date, marks: Marks) -> DayCell:
        _, found, closed = self._, line.by_day.get(day, ()), board.closed.get(day)
        number = sum(one.goes_on for one in found)
        said = (
            self._formats.day(day),
            closed.name if closed else "",
            _.plural("{n} session", "{n} sessions", number) if found else "",
            *(marks[one.id].spoken for one in found),
        )
        return DayCell(
            day=day,
            marks=tuple(marks[one.id] for one in found),
            closed=_("off") if closed else "",
            is_outside=not board.first <= day <= board.last,
            spoken=", ".join(part for part in said if part),
        )

    def _marks(self, board: YearBoard) -> Marks:
        names = {member.id: member.name for member in board.care.members.values()}
        where = {place.id: place.name for place in board.care.places.values()}
        hints = {id: [self._wording.clash(hint, names, where)[0] for hint in of] for id, of in board.hints.items()}
        return {
            one.id: MarkShown(
                one.id, next(iter(one.functions), None), one.goes_on, one.id in hints,
                ", ".join(self._spoken(board, one, hints.get(one.id, ()))),
            )
            for one in board.shown
        }  # fmt: skip

    def _spoken(self, board: YearBoard, one: Brief, hints: Iterable[str]) -> Iterable[str]:
        exception = self._wording.exception(one, board.usual.get(one.series_id or 0))
        return (self._session(one), *([exception] if exception else []), *hints)

    def _session(self, one: Brief) -> str:
        hours = self._formats.hours(one.start, one.end)
        said = self._("{hours} {title}", hours=hours, title=one.title)
        return said if one.goes_on else self._("{session} (does not go on)", session=said)

    def _gap(self, gap: Gap) -> str:
        _, formats = self._, self._formats
        first, last = formats.day_of_month(gap.first), formats.day_of_month(gap.last + timedelta(days=6))
        if gap.weekday is not None:
            day = formats.weekday(gap.first + timedelta(days=gap.weekday))
            return _("From {first} to {last} there is little on {weekday}.", first=first, last=last, weekday=day)
        if gap.weeks == 1:
            return _("In the week of {first} nothing goes on.", first=first)
        return _("From {first} to {last} nothing goes on.", first=first, last=last)


def _month(board: YearBoard, line: WeekLine) -> date:
    """Give a day of the month to which a week belongs: that of its Thursday, in which most of its days lie."""
    return min(line.monday + timedelta(days=3), board.last)


def _last_week(board: YearBoard) -> date:
    """Give the Monday of the last week that is shown: that of the last session, and not before the summer begins."""
    busy = [line.monday for line in board.weeks if line.by_day]
    return max([date(board.last.year, 7, 1) - timedelta(days=date(board.last.year, 7, 1).weekday()), *busy])


def _stretch(days: Iterable[date], off: frozenset[date]) -> tuple[int, int] | None:
    free = [number for number, day in enumerate(days) if day in off]
    return (free[0], free[-1]) if free else None
