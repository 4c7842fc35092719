"""The dates of a series in words: one is kept, added or cancelled, the rest is taken away. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.domain.series_dates import Departure
from meetingplace.domain.sessions import Series, SessionState
from meetingplace.i18n import refusals
from meetingplace.i18n.words import cancel_reasons, session_state_name
from meetingplace.services import planning, series, series_dates
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.series_dates import Neighbour, SeriesDate, SeriesDatesBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.shown import CancelShown
from meetingplace.ui.planning.wording import Wording

FOLLOWS = frozenset({Topic.SESSIONS, Topic.VISITS, Topic.DAYS_OFF})


@dataclass(frozen=True)
class DateShown:
    """A date: what it says, the chip of its state or exception, and what can be done with it."""

    day: date
    session_id: int | None
    says: str
    line: str
    chip: str
    can_be_kept: bool
    can_be_cancelled: bool = False
    chip_kind: str = "wait"


@dataclass(frozen=True)
class NeighbourShown:
    """A series before or after this one, and a session of it."""

    says: str
    session_id: int


@dataclass(frozen=True)
class SeriesShown:
    """A series with its dates, the day of the session that it was opened from, and the series before and after it."""

    title: str
    rule: str
    dates: tuple[DateShown, ...]
    neighbours: tuple[NeighbourShown, ...]
    opened_at: date | None


class View(Protocol):
    """The panel of the dates."""

    def show_series(self, shown: SeriesShown) -> None:
        """Show them."""

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with the date that was typed."""

    def open_cancel(self, shown: CancelShown, session_id: int) -> None:
        """Ask why a session does not go on."""

    def close_cancel(self, wrong: str = "") -> None:
        """Close that question, or say in it what is wrong."""

    def close_panel(self) -> None:
        """Close."""


class Presenter:
    """The series of one session."""

    def __init__(
        self, around: Surroundings, view: View, go_to: Callable[[date, int | None], None], session_id: int
    ) -> None:
        """`go_to` brings a date into sight."""
        self._around, self._view, self._go_to, self._session_id = around, view, go_to, session_id
        self._ = around.words
        self._wording = Wording(around.words, around.formats)
        self._board: SeriesDatesBoard | None = None

    def refresh(self) -> None:
        """Ask the dates."""
        self._around.work.ask(
            series_dates.series_dates_board, self._session_id, self._around.formats.language,
            then=self._show, failed=lambda _gone: self._view.close_panel(), slot="series_dates",
        )  # fmt: skip

    def open(self, shown: DateShown) -> None:
        """Bring a date into sight."""
        self._view.close_panel()
        self._go_to(shown.day, shown.session_id)

    def add(self, day: date) -> None:
        """Let the series have a session on a day: one that was skipped, or any other."""
        board = self._board
        if board is not None:
            of = board.series
            self._around.work.do(series.add_date, of.id, of.version, day, then=self._added, failed=self._refuse)

    def look(self, session_id: int) -> None:
        """Show the series of another session: the one before this series, or after it."""
        self._session_id = session_id
        self.refresh()

    def ask_cancel(self, shown: DateShown) -> None:
        """Ask why the session of a date does not go on."""
        if self._board and shown.session_id is not None:
            _ = self._
            day = self._around.formats.day(shown.day)
            asked = CancelShown(
                title=_("{title} does not go on", title=self._board.series.activity.title),
                sentence=_("It stays in the planning, with the reason, on {day}.", day=day),
                reasons=tuple(cancel_reasons(_).values()),
                rest="",
            )
            self._view.open_cancel(asked, shown.session_id)

    def cancel(self, session_id: int, reason: str) -> None:
        """Cancel the session of one date."""
        found = (one.session for one in self._board.dates if one.session) if self._board else ()
        session = next((one for one in found if one.id == session_id), None)
        if session is None:
            self._view.close_cancel()  # somebody took it away meanwhile
            return
        self._around.work.do(
            planning.cancel_session, session.id, session.version, reason,
            then=lambda _changes: self._view.close_cancel(),
            failed=lambda refused: self._view.close_cancel(self._wording.refusal(refused)),
        )  # fmt: skip

    def remove_from(self, shown: DateShown) -> None:
        """Take a date and all that follow it out of the series; it can be undone."""
        if self._board:
            self._around.work.do(series.remove_following, self._board.series.id, shown.day, failed=self._refuse)

    def _added(self, _changes: Changes) -> None:
        self._view.show_wrong("")

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong(refusals.sentence(self._, refused, self._around.formats))

    def _show(self, board: SeriesDatesBoard) -> None:
        self._board = board
        here = (one.day for one in board.dates if one.session and one.session.id == self._session_id)
        self._view.show_series(
            SeriesShown(
                title=board.series.activity.title,
                rule=self._rule(board.series),
                dates=tuple(self._date(one) for one in board.dates),
                neighbours=tuple(self._neighbour(one) for one in board.neighbours),
                opened_at=next(here, None),
            )
        )

    def _rule(self, of: Series) -> str:
        hours = self._around.formats.hours(of.activity.start, of.activity.end)
        return ", ".join((self._wording.rule(of.rule), hours))

    def _neighbour(self, one: Neighbour) -> NeighbourShown:
        _, rule, day = self._, self._rule(one.series), self._around.formats.full_day(one.day)
        if one.is_before:
            return NeighbourShown(_("Before this: {rule}, until {day}", rule=rule, day=day), one.session_id)
        return NeighbourShown(_("After this: {rule}, from {day}", rule=rule, day=day), one.session_id)

    def _date(self, one: SeriesDate) -> DateShown:
        _, formats = self._, self._around.formats
        session = one.session
        if session is None:
            why = ", ".join(dict.fromkeys(off.name for off in one.off))
            return DateShown(one.day, None, formats.full_day(one.day), why, _("skipped"), can_be_kept=True)
        hours = formats.hours(session.activity.start, session.activity.end)
        line = ", ".join(
            part for part in (hours, session.reason, _("people were registered") if one.has_visits else "") if part
        )
        if one.departure:
            chip, kind = self._departures[one.departure], "stop" if one.departure is Departure.CANCELLED else "wait"
        else:  # nothing about it asks for a look
            chip, kind = session_state_name(_, session.state) if session.closed_at else "", "plain"
        may_go = session.state is SessionState.PLANNED and not one.has_visits
        return DateShown(one.day, session.id, formats.full_day(one.day), line, chip, False, may_go, kind)

    @property
    def _departures(self) -> dict[Departure, str]:
        _ = self._
        return {
            Departure.CANCELLED: _("does not go on"),
            Departure.MOVED: _("moved"),
            Departure.ADDED: _("added by hand"),
            Departure.KEPT: _("on a day off"),
        }
