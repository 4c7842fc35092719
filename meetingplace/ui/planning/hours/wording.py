"""The words of hours in columns: boards of the core in, ready-made texts out. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from meetingplace.domain.calendar import Holiday
from meetingplace.domain.places import Place
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.words import session_state_name
from meetingplace.services.timetable import HoursBoard, Planned
from meetingplace.ui.planning.shown import BandShown, BlockShown, HeadShown, HoursShown
from meetingplace.ui.planning.wording import Wording


class HoursWording:
    """Says the hours of a week, or of a day by place."""

    def __init__(self, wording: Wording) -> None:
        """Say hints and periods as the whole planning does."""
        self._wording = wording
        self._, self._formats = wording.words, wording.formats

    def week(self, board: HoursBoard, now: datetime) -> HoursShown:
        """Say a week, a column a day."""
        today = (now.date() - board.first).days
        is_now = 0 <= today < 7
        return HoursShown(
            line=self._("week {number}", number=board.first.isocalendar().week),
            period=self._wording.period(board.first, board.last, now.year),
            heads=tuple(self._head(board, board.first + timedelta(days=number)) for number in range(7)),
            bands=tuple(self._band(board.first, holiday) for holiday in board.holidays),
            blocks=tuple(
                self._block(planned, (planned.session.day - board.first).days, planned.place_name)
                for planned in board.planned
            ),
            now=now.time() if is_now else None,
            now_columns=(today,) if is_now else (),
            hours=self._hours,
        )

    def day(self, board: HoursBoard, now: datetime) -> HoursShown:
        """Say one day, a column a place; holidays lie over all of them."""
        places = self.places_of_day(board)
        column = {place.id: number for number, place in enumerate(places)}
        head, is_now = self._head(board, board.first), board.first == now.date()
        return HoursShown(
            line=self._("week {number}", number=board.first.isocalendar().week),
            period=self._formats.full_day(board.first),
            heads=tuple(self._place_head(board, head, place) for place in places),
            bands=tuple(
                replace(self._band(board.first, holiday), first=0, last=len(places) - 1) for holiday in board.holidays
            ),
            blocks=tuple(
                self._block(planned, column[planned.session.activity.place_id], self._theme_or_team(planned))
                for planned in board.planned
            ),
            now=now.time() if is_now else None,
            now_columns=tuple(range(len(places))) if is_now else (),
            hours=self._hours,
        )

    @staticmethod
    def places_of_day(board: HoursBoard) -> tuple[Place, ...]:
        """List the places that have a column: those in use, and those where something goes on that day."""
        used = {planned.session.activity.place_id for planned in board.planned}
        found = tuple(place for place in board.care.places.values() if place.is_active or place.id in used)
        return found or tuple(board.care.places.values())

    @staticmethod
    def _theme_or_team(planned: Planned) -> str:
        return ", ".join(member.name for member in planned.team) or planned.session.activity.theme

    @property
    def _hours(self) -> tuple[str, ...]:
        return tuple(self._formats.time(time(hour)) for hour in range(24))

    def _head(self, board: HoursBoard, day: date) -> HeadShown:
        here = (off for off in board.closed if off.day == day and off.place_id in (None, board.place_id))
        closed = ", ".join(off.name for off in here)
        schools = [holiday.name for holiday in board.holidays if holiday.first <= day <= holiday.last]
        return HeadShown(
            word=self._formats.weekday_short(day),
            number=str(day.day),
            is_today=day == board.today,
            is_weekend=day.weekday() >= 5,
            closed=closed,
            spoken=", ".join(part for part in (self._formats.day(day), closed, *schools) if part),
        )

    @staticmethod
    def _place_head(board: HoursBoard, day: HeadShown, place: Place) -> HeadShown:
        closed = ", ".join(off.name for off in board.closed if off.day == board.first and off.holds_at(place.id))
        spoken = ", ".join(part for part in (place.name, closed) if part)
        return replace(day, word=place.name, number="", closed=closed, spoken=spoken)

    def _band(self, monday: date, holiday: Holiday) -> BandShown:
        days = self._formats.day_range(holiday.first, holiday.last)
        is_one_day = holiday.first == holiday.last
        return BandShown(
            calendar=holiday.calendar,
            first=max(0, (holiday.first - monday).days),
            last=min(6, (holiday.last - monday).days),
            words=(holiday.name,) if is_one_day else (f"{holiday.name} {days}", holiday.name),
        )

    def _block(self, planned: Planned, column: int, under: str) -> BlockShown:
        session, activity = planned.session, planned.session.activity
        start, end = (self._formats.time(moment).replace("\u00a0", "") for moment in (activity.start, activity.end))
        state = "" if session.state is SessionState.PLANNED else session_state_name(self._, session.state)
        hints = [
            self._wording.clash(clash, {member.id: member.name for member in planned.team}, {})[0]
            for clash in planned.clashes
        ]
        said = (
            self._formats.day(session.day), self._formats.hours(activity.start, activity.end), activity.title,
            planned.place_name, state, session.reason, self._wording.exception(session.brief, planned.usual), *hints,
        )  # fmt: skip
        return BlockShown(
            session_id=session.id,
            column=column,
            start=activity.start,
            end=activity.end,
            hours=(f"{start}–{end}", start),
            title=activity.title,
            under=under,
            function=next(iter(activity.functions), None),
            state=session.state,
            has_hint=bool(planned.clashes),
            may_move=not planned.is_protected and session.state is SessionState.PLANNED,
            spoken=", ".join(part for part in said if part),
        )
