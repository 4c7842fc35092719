"""The dates of a series in words, keeping one that is skipped, and adding one. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.domain.series_dates import Departure
from meetingplace.i18n import refusals
from meetingplace.i18n.words import session_state_name
from meetingplace.services import series, series_dates
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.series_dates import SeriesDate, SeriesDatesBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.wording import Wording

FOLLOWS = frozenset({Topic.SESSIONS, Topic.VISITS, Topic.DAYS_OFF})


@dataclass(frozen=True)
class DateShown:
    """A date: what it says, the chip of an exception, and whether it can be opened or kept."""

    day: date
    session_id: int | None
    says: str
    line: str
    chip: str
    can_be_kept: bool


@dataclass(frozen=True)
class SeriesShown:
    """A series with its dates."""

    title: str
    rule: str
    dates: tuple[DateShown, ...]


class View(Protocol):
    """The panel of the dates."""

    def show_series(self, shown: SeriesShown) -> None:
        """Show them."""

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with the date that was typed."""

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

    def _added(self, _changes: Changes) -> None:
        self._view.show_wrong("")

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong(refusals.sentence(self._, refused, self._around.formats))

    def _show(self, board: SeriesDatesBoard) -> None:
        self._board = board
        self._view.show_series(
            SeriesShown(
                title=board.series.activity.title,
                rule=self._wording.rule(board.series.rule),
                dates=tuple(self._date(one) for one in board.dates),
            )
        )

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
        chip = self._departures[one.departure] if one.departure else ""
        state = session_state_name(_, session.state) if not chip and session.closed_at else ""
        return DateShown(one.day, session.id, formats.full_day(one.day), line, chip or state, can_be_kept=False)

    @property
    def _departures(self) -> dict[Departure, str]:
        _ = self._
        return {
            Departure.CANCELLED: _("does not go on"),
            Departure.MOVED: _("moved"),
            Departure.ADDED: _("added by hand"),
            Departure.KEPT: _("on a day off"),
        }
