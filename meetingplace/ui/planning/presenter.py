"""What the planning screen shows: which days, in which way, which session, and what its buttons do. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Brief, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import hints, timetable
from meetingplace.services.changes import Topic
from meetingplace.services.hints import HintsBoard
from meetingplace.services.timetable import SessionBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.editing import Editing
from meetingplace.ui.planning.ending import Ending
from meetingplace.ui.planning.filtering.deciding import Filtering
from meetingplace.ui.planning.hand import Hand
from meetingplace.ui.planning.month.viewing import MonthViewing
from meetingplace.ui.planning.session_wording import SessionWording
from meetingplace.ui.planning.sight import Sight
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.viewing import LIST, WEEK, InSight, Viewing
from meetingplace.ui.planning.viewings import DayViewing, ListViewing, WeekViewing
from meetingplace.ui.planning.wording import Wording
from meetingplace.ui.planning.year.viewing import YearViewing

FOLLOWS = frozenset(
    {Topic.SESSIONS, Topic.VISITS, Topic.PLACES, Topic.TEAM, Topic.PARTNERS, Topic.VOICES, Topic.DAYS_OFF}
    | {Topic.GOALS, Topic.ENROLMENTS}
)


class Presenter:
    """The planning of one place or of all."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Take the surroundings; nothing is asked before `open`."""
        self._around = around
        self._view = view
        self._wording = Wording(around.words, around.formats)
        self._session_wording = SessionWording(self._wording)
        self.editing = Editing(around, view, self._wording, self.show_day)
        self.ending = Ending(around, view, self._wording, lambda: self.editing.board)
        self.hand = Hand(around, self._wording, view.open_room)
        self.week = WeekViewing(around, view, self._wording)
        self.by_place = DayViewing(around, view, self._wording)
        self.list = ListViewing(around, view, self._wording)
        year = YearViewing(around, view, self._wording)
        month = MonthViewing(around, view, self._wording)
        ways: Sequence[Viewing] = (month, self.week, self.by_place, self.list, year)
        self._ways = {one.key: one for one in ways}
        self.mode = WEEK
        self.day = around.clock().date()
        self.filtering = Filtering(around, view, self.refresh)
        self._chosen: int | None = None
        self._to_do = ""  # what is done with the chosen session once it is known
        self._series: int | None = None  # the series that was just planned
        self._is_choosing = True  # days that come into sight show their next session at once

    @property
    def way(self) -> Viewing:
        """Give the way in which the planning is looked at now."""
        return self._ways[self.mode]

    # --- what is in sight ---

    @property
    def sight(self) -> Sight:
        """Say what is looked at now: the rooms begin with it."""
        return Sight(self.mode, self.day, replace(self.filtering.wanted, place_id=self._around.place.id))

    def open(self, session_id: int | None = None, voice_id: int | None = None) -> None:
        """Come to the screen: for a session that exists, or to plan one from a voice."""
        if session_id is not None:
            self._find(session_id, WEEK)
            return
        self.refresh()
        if voice_id is not None:
            self.editing.new(Spot(self._first_day()), voice_id=voice_id)

    def refresh(self) -> None:
        """Ask everything in sight again, and what is said beside it: the filter, the hints, the chosen session."""
        around = self._around
        self.way.ask(self.day, self.sight.wanted, self._show)
        self.filtering.refresh()
        asked = around.clock().date(), Wanted(around.place.id), around.formats.language
        around.work.ask(hints.hints_board, *asked, then=self._count_hints, slot="hint_number")
        if self._chosen is not None:
            self._ask_details(self._chosen)

    def _count_hints(self, board: HintsBoard) -> None:
        self._view.show_hints(board.number)

    def look(self, mode: str, day: date | None = None) -> None:
        """Look in another way, perhaps around another day."""
        self.mode = mode
        self._look_around(day or self.day)

    def step(self, by: int) -> None:
        """Look earlier or later."""
        self._look_around(self.way.step(self.day, by))

    def show_today(self) -> None:
        """Look around today."""
        self._look_around(self._around.clock().date())

    def show_period(self, period: str) -> None:
        """Show another period in the list."""
        self.list.period = period
        self.way.ask(self.day, self.sight.wanted, self._show)

    def search(self, words: str) -> None:
        """Show only the sessions in which these words are found."""
        self.list.words = words
        self.way.ask(self.day, self.sight.wanted, self._show)

    def choose_filter(self) -> None:
        """Ask what to show only."""
        self.filtering.ask()

    def filter(self, wanted: Wanted) -> None:
        """Show only what is wanted."""
        self.filtering.choose(wanted)

    def show_everything(self) -> None:
        """Show everything again."""
        self.filtering.choose(Wanted())

    def _look_around(self, day: date) -> None:
        """Look around a day: the details stay until it is there, so that everything changes at once."""
        self.day = day
        self._is_choosing = True
        self._let_go()
        self.way.ask(day, self.sight.wanted, self._show)

    def show_day(self, day: date, session_id: int | None = None, series_id: int | None = None) -> None:
        """Bring a day into sight, and of what was just planned there a session, or the first one of a series."""
        self._chosen = session_id
        self._series = series_id
        self._is_choosing = session_id is None
        self.day = day
        self.refresh()

    def bring(self, day: date, session_id: int | None = None) -> None:
        """Bring a day, or a session whatever the filter and the place in view are, into sight."""
        if session_id is None:
            self.show_day(day)
        else:
            self._find(session_id, WEEK if self.mode == LIST else self.mode)  # a list has periods of its own

    def _find(self, session_id: int, mode: str) -> None:
        self._around.work.ask(
            timetable.session_board, session_id, self._around.formats.language,
            then=partial(self._go_to, mode), failed=self._not_there, slot="go",
        )  # fmt: skip

    def _go_to(self, mode: str, board: SessionBoard) -> None:
        session = board.planned.session
        place = self._around.place
        if place.id is not None and place.id != session.activity.place_id:
            place.choose(None)
        if not self.filtering.wanted.fits(session):
            self.filtering.choose(Wanted())
        self.mode = mode
        self.day = session.day
        self._chosen = session.id
        self.refresh()

    def _not_there(self, refused: Refused) -> None:
        self._around.say(self._wording.refusal(refused))
        self.refresh()

    def _show(self, sight: InSight) -> None:
        self.hand.sight = sight
        if self._chosen is not None and self._chosen not in {one.id for one in sight.sessions}:
            self.choose(None)  # it is at another place, or was moved to other days
        if self._is_choosing and self.way.is_choosing and self._chosen is None:
            now = self._around.clock()
            self._chosen = _first_of(sight.sessions, self._series) or _next(sight.sessions, now)
            if self._chosen is not None:
                self._ask_details(self._chosen)
        self._is_choosing, self._series = False, None
        if self._chosen is None:
            self._view.show_details(None)
        self.way.show(self._chosen)
        self._view.show_empty(self._wording.first_step(sight.has_places, sight.is_anything_planned))

    # --- the chosen session ---

    def choose(self, session_id: int | None) -> None:
        """Show the details of a session; None closes them."""
        if session_id is None:
            self._let_go()
            self._view.show_details(None)
        else:
            self._chosen = session_id
            self._ask_details(session_id)

    def _let_go(self) -> None:
        self._chosen = None
        self.editing.board = None  # what is no longer chosen is no longer cancelled by a key either

    def change(self, session_id: int) -> None:
        """Choose a session and open its form, as soon as it is known."""
        self.act_on(session_id, "change")

    def act_on(self, session_id: int, name: str) -> None:
        """Choose a session and do an act of its details, as soon as it is known."""
        self._to_do = name
        self.choose(session_id)

    def _ask_details(self, session_id: int) -> None:
        self._around.work.ask(
            timetable.session_board, session_id, self._around.formats.language,
            then=self._show_details, failed=lambda _gone: self.choose(None), slot="details",
        )  # fmt: skip

    def _show_details(self, board: SessionBoard) -> None:
        if board.planned.session.id == self._chosen:
            self.editing.take(board)
            self._view.show_details(self._session_wording.details(board))
            to_do, self._to_do = self._to_do, ""
            if to_do:
                self.act(to_do)

    def act(self, name: str) -> None:
        """Do what a button of the details says; what is no act of a session is the name of a room."""
        board = self.editing.board
        if board is None or (name == "change" and board.planned.session.state is not SessionState.PLANNED):
            return
        session = board.planned.session
        go = self._around.go
        acts: dict[str, Callable[[], None]] = {
            "change": self.editing.change,
            "copy": self.editing.copy,
            "repeat": self.editing.repeat,
            "cancel": self.ending.cancel,
            "reinstate": self.ending.reinstate,
            "remove": self.ending.remove,
            "flyer": lambda: go("flyers", session_id=session.id),
            "series_flyer": lambda: go("flyers", series_id=session.series_id),
            "desk": lambda: go("arrivals", session_id=session.id),
            "voice": lambda: go("voices", voice_id=board.voices[0].id),
        }
        if name in acts:
            acts[name]()
        else:
            self._view.open_room(name, session.id)

    # --- planning with the hand ---

    def new(self, spot: Spot | None = None, start: time | None = None, end: time | None = None) -> None:
        """Open the form of a new session: somewhere in sight, or on the first day that makes sense."""
        if not self.hand.sight.has_places:
            self._around.go("settings")
            return
        self.editing.new(spot or Spot(self._first_day()), start, end)

    def is_planned(self, session_id: int) -> bool:
        """Tell whether a session in sight may still be changed: it was neither held nor cancelled."""
        session = self.hand.session(session_id)
        return session is not None and session.state is SessionState.PLANNED

    def _first_day(self) -> date:
        today = self._around.clock().date()
        first, last = self.way.span(self.day)
        return today if first <= today <= last else first

    def move(self, session_id: int, spot: Spot, start: time, end: time, is_copy: bool = False) -> None:
        """Move a session to a day, hour and perhaps place, or put a copy of it there."""
        if is_copy:
            self.hand.copy(session_id, spot, start, end, lambda made: self.show_day(spot.day, made.made))
        else:
            self._chosen = session_id
            self.hand.move(session_id, spot, start, end)

    def plan_from(self, template_id: int, spot: Spot, start: time) -> None:
        """Plan what a template holds, there."""
        self.hand.plan_from(template_id, spot, start, lambda made: self.show_day(spot.day, made.made))


def _first_of(sessions: Sequence[Brief], series_id: int | None) -> int | None:
    of_series = (one.id for one in sessions if one.series_id == series_id)
    return None if series_id is None else next(of_series, None)


def _next(sessions: Sequence[Brief], now: datetime) -> int | None:
    """Choose what runs now or comes next; among other days, their first session."""
    going = [one for one in sessions if one.goes_on]
    coming = [one for one in going if one.ends > now]
    return next((one.id for one in coming or going), None)
