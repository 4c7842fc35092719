"""The words of the month: its board in, ready-made texts out. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import Brief, SessionState
from meetingplace.i18n.words import session_state_name
from meetingplace.services.school_year import MonthBoard
from meetingplace.ui.planning.month.shown import DayShown, ItemShown, MonthShown
from meetingplace.ui.planning.wording import Wording

Names = Mapping[int, str]  # of members, or of places, by id


class MonthWording:
    """Says a month."""

    def __init__(self, wording: Wording) -> None:
        """Say hints as the whole planning does."""
        self._wording = wording
        self._, self._formats = wording.words, wording.formats

    def month(self, board: MonthBoard) -> MonthShown:
        """Say the weeks of a month."""
        number = ((board.last - board.first).days + 1) // 7
        names = {member.id: member.name for member in board.care.members.values()}
        where = {place.id: place.name for place in board.care.places.values()}
        days = [self._day(board, board.first + timedelta(days=n), names, where) for n in range(number * 7)]
        period = self._formats.month(board.month)
        return MonthShown(
            line="",
            period=period[:1].upper() + period[1:],
            weekdays=tuple(self._formats.weekday_short(board.first + timedelta(days=n)) for n in range(7)),
            weeks=tuple(tuple(days[week * 7 : week * 7 + 7]) for week in range(number)),
            more="+ {n}",
        )

    def _day(self, board: MonthBoard, day: date, names: Names, where: Names) -> DayShown:
        found, said_day = board.by_day.get(day, ()), self._formats.day(day)
        closed = ", ".join(off.name for off in board.closed if off.day == day and off.place_id is None)
        holidays = [one for one in board.holidays if one.first <= day <= one.last]
        going = sum(one.goes_on for one in found)
        said = (
            said_day,
            closed,
            *dict.fromkeys(f"{one.name} ({self._wording.calendar(one.calendar)})" for one in holidays),
            self._.plural("{n} session", "{n} sessions", going) if found else "",
        )
        return DayShown(
            day=day,
            number=str(day.day),
            is_today=day == board.today,
            is_outside=(day.year, day.month) != (board.month.year, board.month.month),
            is_weekend=day.weekday() >= 5,
            closed=closed,
            off=tuple(one for one in (DaysOff.FLEMISH, DaysOff.FRENCH) if one in {it.calendar for it in holidays}),
            items=tuple(self._item(board, one, said_day, names, where) for one in found),
            spoken=", ".join(part for part in said if part),
        )

    def _item(self, board: MonthBoard, one: Brief, said_day: str, names: Names, where: Names) -> ItemShown:
        _, formats = self._, self._formats
        hints = board.hints.get(one.id, ())
        said = (
            said_day, formats.hours(one.start, one.end), one.title, where.get(one.place_id, ""),
            "" if one.state is SessionState.PLANNED else session_state_name(_, one.state),
            self._wording.exception(one, board.usual.get(one.series_id or 0)),
            *(self._wording.clash(clash, names, where)[0] for clash in hints),
        )  # fmt: skip
        return ItemShown(
            session_id=one.id,
            day=one.day,
            start=one.start,
            end=one.end,
            hour=formats.time(one.start).replace("\u00a0", ""),
            title=one.title,
            function=next(iter(one.functions), None),
            goes_on=one.goes_on,
            is_held=one.state is SessionState.HELD,
            has_hint=bool(hints),
            may_move=one.state is SessionState.PLANNED and one.id not in board.protected,
            spoken=", ".join(part for part in said if part),
        )
