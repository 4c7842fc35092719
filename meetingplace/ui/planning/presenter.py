"""What the planning screen shows: which week or list, which session is chosen, and what its buttons do. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from meetingplace.domain.calendar import monday_of, school_year_of
from meetingplace.domain.clashes import clashes
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.services import planning, timetable
from meetingplace.services.changes import Topic
from meetingplace.services.timetable import ListBoard, SessionBoard, WeekBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.editing import Editing
from meetingplace.ui.planning.shown import ClashShown, EmptyShown
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.wording import Wording

FOLLOWS = frozenset({Topic.SESSIONS, Topic.VISITS, Topic.PLACES, Topic.TEAM, Topic.PARTNERS, Topic.VOICES})
WEEK, LIST = "week", "list"
COMING, YEAR, PAST = "coming", "year", "past"
_WEEKS = 6  # of the list of what comes or what was


class Presenter:
    """The planning of one place or of all."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._ = around.words
        self._wording = Wording(around.words, around.formats)
        self.editing = Editing(around, view, self._wording, self._show_day)
        self.mode = WEEK
        self.period = COMING
        self._words = ""
        self._monday = monday_of(around.clock().date())
        self._board: WeekBoard | None = None
        self._chosen: int | None = None
        self._to_change: int | None = None  # the session whose form opens once it is known
        self._series: int | None = None  # the series that was just planned
        self._is_choosing = True  # a week that comes into sight shows its next session at once

    # --- what is in sight ---

    def open(self, session_id: int | None = None, voice_id: int | None = None) -> None:
        """Come to the screen: for a session that exists, or to plan one from a voice."""
        if session_id is not None:
            self._around.work.ask(
                timetable.session_board, session_id, self._around.formats.language,
                then=self._go_to, failed=self._not_there, slot="go",
            )  # fmt: skip
            return
        self.refresh()
        if voice_id is not None:
            self.editing.new(self._first_day(), None, voice_id)

    def refresh(self) -> None:
        """Ask everything in sight again."""
        around, language = self._around, self._around.formats.language
        if self.mode == WEEK:
            today = around.clock().date()
            around.work.ask(
                timetable.week_board, self._monday, today, around.place.id, language, then=self._show_week, slot="board"
            )
        else:
            first, last = self._bounds()
            around.work.ask(
                timetable.list_board, first, last, around.place.id, self._words, language,
                then=self._show_list, slot="board",
            )  # fmt: skip
        if self._chosen is not None:
            self._ask_details(self._chosen)

    def show_mode(self, mode: str) -> None:
        """Show the week, or the list."""
        self.mode = mode
        self.refresh()

    def step(self, weeks: int) -> None:
        """Show an earlier or later week."""
        self._show_week_of(self._monday + timedelta(weeks=weeks))

    def show_today(self) -> None:
        """Show the week of today."""
        self._show_week_of(monday_of(self._around.clock().date()))

    def show_period(self, period: str) -> None:
        """Show another period in the list."""
        self.period = period
        self.refresh()

    def search(self, words: str) -> None:
        """Show only the sessions in which these words are found."""
        self._words = words
        self.refresh()

    def _show_week_of(self, monday: date) -> None:
        self._monday = monday
        self._is_choosing = True
        self.choose(None)
        self.refresh()

    def _show_day(self, day: date, session_id: int | None, series_id: int | None = None) -> None:
        """Bring what was just planned into sight: a session, or the first one of a series."""
        self._chosen = session_id
        self._series = series_id
        self._is_choosing = session_id is None
        self._monday = monday_of(day)
        self.refresh()

    def _go_to(self, board: SessionBoard) -> None:
        session = board.planned.session
        place = self._around.place
        if place.id is not None and place.id != session.activity.place_id:
            place.choose(None)
        self.mode = WEEK
        self._monday = monday_of(session.day)
        self._chosen = session.id
        self.refresh()

    def _not_there(self, refused: Refused) -> None:
        self._around.say(self._wording.refusal(refused))
        self.refresh()

    def _bounds(self) -> tuple[date, date]:
        today = self._around.clock().date()
        if self.period == YEAR:
            return school_year_of(today)
        if self.period == PAST:
            return today - timedelta(weeks=_WEEKS), today - timedelta(days=1)
        return today, today + timedelta(weeks=_WEEKS)

    def _show_week(self, board: WeekBoard) -> None:
        self._board = board
        now = self._around.clock()
        if self._chosen is not None and self._chosen not in {one.session.id for one in board.planned}:
            self.choose(None)  # it is at another place, or was moved to another week
        if self._is_choosing and self._chosen is None:
            self._chosen = self._first_of(board, self._series) or self._next(board, now)
            if self._chosen is not None:
                self._ask_details(self._chosen)
        self._is_choosing, self._series = False, None
        self._view.show_week(self._wording.week(board, now), self._chosen)
        self._view.show_empty(self._empty(bool(board.places), board.is_anything_planned))

    def _show_list(self, board: ListBoard) -> None:
        self._view.show_list(self._wording.listing(board))
        self._view.show_empty(None)

    def _empty(self, has_places: bool, is_anything_planned: bool) -> EmptyShown | None:
        _ = self._
        if not has_places:
            sentence = _("A session is held somewhere. Say first where parents come.")
            return EmptyShown(_("No place yet"), sentence, _("Add a place"))
        if not is_anything_planned:
            sentence = _("Here stands what goes on at your places: one session, or every week the same.")
            return EmptyShown(_("Nothing planned yet"), sentence, _("Plan the first session"))
        return None

    @staticmethod
    def _first_of(board: WeekBoard, series_id: int | None) -> int | None:
        of_series = (one.session.id for one in board.planned if one.session.series_id == series_id)
        return None if series_id is None else next(of_series, None)

    @staticmethod
    def _next(board: WeekBoard, now: datetime) -> int | None:
        """Choose what runs now or comes next; in another week, its first session."""
        going = [one.session for one in board.planned if one.session.state is not SessionState.CANCELLED]
        coming = [session for session in going if session.ends > now]
        return next((session.id for session in coming or going), None)

    # --- the chosen session ---

    def choose(self, session_id: int | None) -> None:
        """Show the details of a session; None closes them."""
        self._chosen = session_id
        if session_id is None:
            self._view.show_details(None)
        else:
            self._ask_details(session_id)

    def change(self, session_id: int) -> None:
        """Choose a session and open its form, as soon as it is known."""
        self._to_change = session_id
        self.choose(session_id)

    def _ask_details(self, session_id: int) -> None:
        self._around.work.ask(
            timetable.session_board, session_id, self._around.formats.language,
            then=self._show_details, failed=lambda _gone: self.choose(None), slot="details",
        )  # fmt: skip

    def _show_details(self, board: SessionBoard) -> None:
        if board.planned.session.id == self._chosen:
            self.editing.take(board)
            self._view.show_details(self._wording.details(board))
            if self._to_change == self._chosen:
                self.act("change")
            self._to_change = None

    def act(self, name: str) -> None:
        """Do what a button of the details says."""
        board = self.editing.board
        if board is None or (name == "change" and board.planned.session.state is not SessionState.PLANNED):
            return
        session = board.planned.session
        go = self._around.go
        acts = {
            "change": self.editing.change,
            "repeat": self.editing.repeat,
            "cancel": self.editing.cancel,
            "reinstate": self.editing.reinstate,
            "remove": self.editing.remove,
            "flyer": lambda: go("flyers", session_id=session.id),
            "series_flyer": lambda: go("flyers", series_id=session.series_id),
            "desk": lambda: go("arrivals", session_id=session.id),
        }
        acts[name]()

    # --- planning with the hand ---

    def new(self, day: int | None = None, start: time | None = None) -> None:
        """Open the form of a new session: on a day of this week, or on the first that makes sense."""
        if self._board is not None and not any(place.is_active for place in self._board.places):
            self._around.go("settings")
            return
        on = self._first_day() if day is None else self._monday + timedelta(days=day)
        self.editing.new(on, start)

    def _first_day(self) -> date:
        today = self._around.clock().date()
        in_sight = self.mode == WEEK and not self._monday <= today <= self._monday + timedelta(days=6)
        return self._monday if in_sight else today

    def move(self, session_id: int, day: int, start: time, end: time) -> None:
        """Move a session to another day and hour of this week; where it already stands, nothing is done."""
        session = self._session(session_id)
        on = self._monday + timedelta(days=day)
        if session and (session.day, session.activity.start, session.activity.end) != (on, start, end):
            self._chosen = session_id
            self._around.work.do(planning.move_session, session_id, session.version, on, start, end)

    def clash_at(self, session_id: int, day: int, start: time, end: time) -> ClashShown | None:
        """Say who or what would be asked twice there; None when it fits."""
        board, session = self._board, self._session(session_id)
        if board is None or session is None:
            return None
        activity = replace(session.activity, start=start, end=end)
        moved = replace(session, day=self._monday + timedelta(days=day), activity=activity)
        found = clashes(moved, board.everywhere, 0, board.public)
        names = {member.id: member.name for member in board.team}
        where = {place.id: place.name for place in board.places}
        return ClashShown(*self._wording.clash(found[0], names, where)) if found else None

    def _session(self, session_id: int) -> Session | None:
        board = self._board
        return next((one for one in board.everywhere if one.id == session_id), None) if board else None
