"""What the Today screen says and where its presses lead. No Qt here."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.sessions import SessionState
from meetingplace.i18n.words import function_name
from meetingplace.services import calls, today
from meetingplace.services.calls import CallShown as Called
from meetingplace.services.changes import Topic
from meetingplace.services.today import SessionCard, TodayBoard, Wait, Waiting, WeekDay
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.today.shown import (
    CallShown,
    CardShown,
    CardState,
    Step,
    Tint,
    TodayShown,
    WaitShown,
    WeekDayShown,
    WeekSessionShown,
)

FOLLOWS = frozenset(Topic)
_SAID_AHEAD = 90  # minutes: only then a card counts down
_PLACES = Step("settings", (("section", "places"),))
_BACKUP = Step("settings", (("section", "backup"),))
_ICONS = {
    Waiting.FIRST_PLACE: ("map-marker-outline", Tint.READY),
    Waiting.FIRST_SESSION: ("calendar-plus", Tint.READY),
    Waiting.VOICES: ("comment-quote-outline", Tint.WAIT),
    Waiting.NOT_CLOSED: ("clipboard-list-outline", Tint.WAIT),
    Waiting.PAPER_LISTS: ("keyboard-outline", Tint.WAIT),
    Waiting.FLYER_MISSING: ("printer-outline", Tint.READY),
    Waiting.FLYER_OLD: ("printer-outline", Tint.WAIT),
    Waiting.HINTS: ("alert-outline", Tint.WAIT),
    Waiting.BACKUP: ("content-save-alert-outline", Tint.STOP),
}


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_day(self, shown: TodayShown) -> None:
        """Show the day."""


class Presenter:
    """The day in view."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `refresh`."""
        self._around = around
        self._view = view
        self._ = around.words

    def refresh(self) -> None:
        """Ask the day again."""
        around = self._around
        language = around.formats.language
        around.work.ask(today.today_board, around.clock(), around.place.id, language, then=self._show, slot="today")

    def go_there(self, call_id: int) -> None:
        """Note that a host goes to somebody in the corner."""
        self._around.work.do(calls.answer, call_id, self._around.clock())

    def follow(self, step: Step) -> None:
        """Go where a button or row leads."""
        self._around.go(step.screen, **dict(step.what))

    def open_session(self, session_id: int) -> None:
        """Go to a session of the week in the planning."""
        self._around.go("planning", session_id=session_id)

    def plan(self) -> None:
        """Go and plan a session."""
        self._around.go("planning")

    def _show(self, board: TodayBoard) -> None:
        _ = self._
        now = self._around.clock()
        waits = tuple(self._wait(wait) for wait in board.waits)
        calendars = {off.calendar for day in board.week for off in day.days_off}
        self._view.show_day(
            TodayShown(
                line=self._around.formats.day(board.today),
                cards=tuple(self._card(card, now) for card in board.cards),
                empty="" if board.cards else _("No session today."),
                empty_line=_("Below you see the whole week."),
                waits=waits,
                waits_number=_.plural("{n} thing", "{n} things", len(waits)) if waits else "",
                week=tuple(self._week_day(day) for day in board.week),
                french_holiday=_("Holiday of French-language schools") if DaysOff.FRENCH in calendars else "",
                flemish_holiday=_("Holiday of Dutch-language schools") if DaysOff.FLEMISH in calendars else "",
                calls=tuple(self._call(call, board) for call in board.calls),
            )
        )

    def _call(self, call: Called, board: TodayBoard) -> CallShown:
        _, formats = self._, self._around.formats
        name = formats.language_name(call.language)
        says = _("Somebody in the corner would like to tell something ({language})", language=name)
        where = board.place_names.get(call.place_id, "") if call.place_id is not None and not board.place_name else ""
        since = _("since {time}", time=formats.time(call.called_at))
        return CallShown(call.id, says, " · ".join(part for part in (since, where) if part))

    def _card(self, card: SessionCard, now: datetime) -> CardShown:
        _ = self._
        formats = self._around.formats
        state = self._state(card, now)
        number, number_word = self._number(card, now)
        button, step = self._button(card, state)
        until = _("until {time}", time=formats.time(card.ends))
        chip = self._chip(card, state, now)
        hour = formats.time(card.begins)
        return CardShown(
            state=state,
            hour=hour,
            until=until,
            title=card.title,
            place=card.place_name,
            functions=tuple((function, function_name(_, function)) for function in card.functions),
            number=number,
            number_word=number_word,
            places=_.plural("room for {n}", "room for {n}", card.capacity) if card.capacity else "",
            team=tuple(member.initials for member in card.team),
            team_names=", ".join(member.name for member in card.team),
            chip=chip,
            reason=card.reason,
            button=button,
            step=step,
            spoken=", ".join(part for part in (hour, until, card.title, card.place_name, chip, card.reason) if part),
        )

    @staticmethod
    def _state(card: SessionCard, now: datetime) -> CardState:
        if card.state is SessionState.CANCELLED:
            return CardState.CANCELLED
        if card.state is SessionState.HELD:
            return CardState.HELD
        if card.is_next:
            return CardState.NEXT
        return CardState.COMING if card.ends > now else CardState.OVER

    def _number(self, card: SessionCard, now: datetime) -> tuple[str, str]:
        _ = self._
        if card.state is SessionState.CANCELLED:
            return "", ""
        if card.state is SessionState.HELD or card.ends <= now:
            return str(card.present), _.plural("child was there", "children were there", card.present)
        if card.present:
            return str(card.present), _.plural("child has come", "children have come", card.present)
        if card.expected is None:
            return "", ""
        return str(card.expected), _.plural("child expected", "children expected", card.expected)

    def _button(self, card: SessionCard, state: CardState) -> tuple[str, Step]:
        _ = self._
        desk = Step("arrivals", (("session_id", card.session_id),))
        if state is CardState.CANCELLED:
            return _("See planning"), Step("planning", (("session_id", card.session_id),))
        if state is CardState.HELD:
            return _("Look at it"), desk
        if state is CardState.OVER:
            return _("Close it"), _closing(card.session_id)
        return _("Open the desk"), desk

    def _chip(self, card: SessionCard, state: CardState, now: datetime) -> str:
        _ = self._
        if state is CardState.CANCELLED:
            return _("Does not go on")
        if state is CardState.HELD:
            return _("Closed")
        if state is CardState.OVER:
            return _("Not closed yet")
        minutes = card.minutes_until(now)
        if not minutes:
            return _("Open now")
        return _.plural("Begins in {n} minute", "Begins in {n} minutes", minutes) if minutes <= _SAID_AHEAD else ""

    def _wait(self, wait: Wait) -> WaitShown:
        icon, tint = _ICONS[wait.what]
        title, line, step = self._about(wait)
        return WaitShown(icon, tint, title, line, step)

    def _about(self, wait: Wait) -> tuple[str, str, Step]:
        _ = self._
        titles = self._around.formats.list_of(wait.titles[:2])
        about = (("session_id", wait.session_id),) if wait.session_id else (("series_id", wait.series_id),)
        flyer = Step("flyers", tuple((key, number) for key, number in about if number is not None))
        if wait.what is Waiting.FIRST_PLACE:
            return _("Add your first place"), _("Where do parents come?"), _PLACES
        if wait.what is Waiting.FIRST_SESSION:
            return _("Plan your first session"), _("Then a flyer and the desk follow."), Step("planning")
        if wait.what is Waiting.VOICES:
            days = _.plural("The oldest waits {n} day", "The oldest waits {n} days", wait.days or 0)
            title = _.plural("{n} voice without an answer", "{n} voices without an answer", wait.number)
            return title, days if wait.days else _("Heard today"), Step("voices")
        if wait.what is Waiting.NOT_CLOSED:
            title = _.plural("{n} session is not closed yet", "{n} sessions are not closed yet", wait.number)
            return title, f"{titles}, {self._days(wait)}", _closing(wait.session_id or 0)
        if wait.what is Waiting.PAPER_LISTS:
            title = _.plural("{n} paper list to type in", "{n} paper lists to type in", wait.number)
            kind = wait.kind.value if wait.kind else ""
            to_type = Step("arrivals", (("session_id", wait.session_id or 0), ("typing_in", kind)))
            return title, f"{titles}, {self._days(wait)}", to_type
        if wait.what is Waiting.FLYER_MISSING:
            title = _.plural("{n} flyer not printed yet", "{n} flyers not printed yet", wait.number)
            return title, titles, flyer
        if wait.what is Waiting.FLYER_OLD:
            title = _.plural("{n} flyer is out of date", "{n} flyers are out of date", wait.number)
            return title, titles, flyer
        if wait.what is Waiting.HINTS:
            title = _.plural("{n} session asks for a look", "{n} sessions ask for a look", wait.number)
            return title, titles, Step("planning", (("session_id", wait.session_id or 0),))
        if wait.days is None:
            return _("No back-up yet"), _("Put a USB stick in"), _BACKUP
        title = _.plural("Back-up is {n} day old", "Back-up is {n} days old", wait.days)
        return title, _("Put a USB stick in"), _BACKUP

    def _days(self, wait: Wait) -> str:
        formats = self._around.formats
        return formats.list_of([formats.day_of_month(day) for day in dict.fromkeys(wait.on[:3])])

    def _week_day(self, day: WeekDay) -> WeekDayShown:
        _ = self._
        formats = self._around.formats
        closed = day.off(DaysOff.PUBLIC) or day.off(DaysOff.OWN)
        shown = tuple(
            WeekSessionShown(one.session_id, one.function, one.title, formats.time(one.begins), one.is_cancelled)
            for one in day.sessions
        )
        said = [formats.day(day.day), *(off.name for off in day.days_off)]
        said += [f"{one.hour} {one.title}" + (", " + _("does not go on") if one.is_cancelled else "") for one in shown]
        return WeekDayShown(
            weekday=formats.weekday_short(day.day),
            number=str(day.day.day),
            is_today=day.is_today,
            sessions=shown,
            closed=closed.name if closed else "",
            is_french_holiday=day.off(DaysOff.FRENCH) is not None,
            is_flemish_holiday=day.off(DaysOff.FLEMISH) is not None,
            spoken=", ".join(said),
        )


def _closing(session_id: int) -> Step:
    return Step("arrivals", (("session_id", session_id), ("closing", 1)))
