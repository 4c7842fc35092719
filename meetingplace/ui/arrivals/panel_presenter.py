"""What the panels of the desk do: a new family, guests, who really came with a visit, closing. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing
from meetingplace.i18n import refusals
from meetingplace.services import arrivals, closing as closes, desk
from meetingplace.services.changes import Changes
from meetingplace.services.desk import NewcomerBoard, VisitBoard
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.closing.wording import closing_shown, hours_counted
from meetingplace.ui.arrivals.notes import Notes
from meetingplace.ui.arrivals.shown import NewcomerShown, VisitShown
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings


class PanelView(Protocol):
    """What the panels ask of the screen; one is open at a time."""

    def show_visit(self, shown: VisitShown) -> None:
        """Open the panel where a visit is adjusted."""

    def show_newcomer(self, shown: NewcomerShown) -> None:
        """Open the panel for a new family."""

    def show_guests(self, shown: NewcomerShown) -> None:
        """Open the panel for unnamed people."""

    def show_closing(self, shown: ClosingShown) -> None:
        """Open the panel for closing the session."""

    def show_wrong(self, sentence: str, reason: Reason) -> None:
        """Say in the open panel why it was refused; what was typed stays."""

    def close_panel(self) -> None:
        """Close the panel that is open, and go back to the search."""


class Desk(Protocol):
    """What the panels need to know of the desk over which they open."""

    notes: Notes

    @property
    def session_id(self) -> int:
        """Give the session in view."""

    @property
    def name_in_vain(self) -> str:
        """Give what was searched in vain."""

    def moment(self) -> datetime:
        """Give the hour of an arrival."""

    def came(self, changes: Changes) -> None:
        """Say who came."""

    def end_search(self) -> None:
        """Show the regulars again."""


class PanelPresenter:
    """The panel that is open."""

    def __init__(self, around: Surroundings, view: PanelView, wording: Wording, over: Desk) -> None:
        """Take the surroundings and the desk."""
        self._around = around
        self._view = view
        self._wording = wording
        self._desk = over
        self._visit: VisitBoard | None = None
        self._closing: closes.ClosingBoard | None = None

    def open_guests(self) -> None:
        """Open the panel for unnamed people who come together."""
        self._around.work.ask(desk.newcomer_board, then=self._show_guests, slot="newcomer")

    def guests(
        self, children: Sequence[int | None], adults: Sequence[Relation], languages: Sequence[str], group: str
    ) -> None:
        """Register unnamed people."""
        who = (tuple(children), tuple(adults), tuple(languages), group)
        self._do_in_panel(arrivals.guests, self._desk.session_id, *who, self._desk.moment(), self._around.host())

    def open_newcomer(self) -> None:
        """Open the panel for a new family; a name that was searched in vain is its nickname."""
        self._around.work.ask(desk.newcomer_board, then=self._show_newcomer, slot="newcomer")

    def new_family(
        self,
        nickname: str,
        picture: Picture | None,
        months: Sequence[int | None],
        adults: Sequence[Relation],
        languages: Sequence[str],
    ) -> None:
        """Make a family and let it in."""
        family = (nickname, picture, tuple(months), tuple(adults), tuple(languages))
        self._do_in_panel(
            arrivals.new_family_arrives,
            self._desk.session_id,
            *family,
            self._desk.moment(),
            self._around.host(),
            then=self._desk.came,
            quietly=True,
        )

    def adjust(self, visit_id: int) -> None:
        """Open a visit to say who really came."""
        self._around.work.ask(desk.visit_board, visit_id, then=self._show_visit, slot="visit")

    def save_visit(
        self, children: Sequence[int], extra_months: Sequence[int | None], adults: Sequence[Relation]
    ) -> None:
        """Write who really came."""
        if self._visit:
            who = (tuple(children), tuple(extra_months), tuple(adults))
            self._do_in_panel(arrivals.adjust, self._visit.visit_id, self._visit.version, *who)

    def leave(self) -> None:
        """Note that the visitors of the open panel have left."""
        if self._visit:
            self._do_in_panel(arrivals.leave, self._visit.visit_id, self._desk.moment())

    def come_back(self) -> None:
        """Note that the visitors of the open panel are in again."""
        if self._visit:
            self._do_in_panel(arrivals.come_back, self._visit.visit_id)

    def remove(self) -> None:
        """Take the visit of the open panel away: it was a mistake."""
        if self._visit:
            self._do_in_panel(arrivals.remove_visit, self._visit.visit_id)

    def open_closing(self) -> None:
        """Open the panel for closing the session."""
        now = self._around.clock()
        self._around.work.ask(closes.closing_board, self._desk.session_id, now, then=self._show_closing, slot="closing")

    def close(self, closing: Closing) -> None:
        """Close the session."""
        if self._closing is None:
            return
        now = self._around.clock()
        self._do_in_panel(closes.close_session, self._closing.session.id, self._closing.session.version, closing, now)

    @property
    def session_id(self) -> int:
        """Give the session that is being closed."""
        return self._closing.session.id if self._closing else self._desk.session_id

    def hours(self, team: tuple[int, ...], preparation: int, debrief: int) -> str:
        """Say which hours will count for a team with these minutes of preparation and debrief."""
        return hours_counted(self._around.words, self._closing, team, preparation, debrief) if self._closing else ""

    def _do_in_panel(
        self,
        verb: Callable[..., Changes],
        *args: object,
        then: Callable[[Changes], None] | None = None,
        quietly: bool = False,
    ) -> None:
        def done(changes: Changes) -> None:
            self._visit = None
            self._view.close_panel()
            self._desk.end_search()
            if then:
                then(changes)

        self._desk.notes.do(self._desk.session_id, verb, *args, then=done, failed=self._refuse, quietly=quietly)

    def _refuse(self, refused: Refused) -> None:
        self._view.show_wrong(refusals.sentence(self._around.words, refused, self._around.formats), refused.reason)

    def _show_visit(self, board: VisitBoard) -> None:
        self._visit = board
        self._view.show_visit(self._wording.visit(board))

    def _show_newcomer(self, board: NewcomerBoard) -> None:
        self._view.show_newcomer(self._offer(board, self._desk.name_in_vain))

    def _show_guests(self, board: NewcomerBoard) -> None:
        self._view.show_guests(self._offer(board, ""))

    def _offer(self, board: NewcomerBoard, nickname: str) -> NewcomerShown:
        return NewcomerShown(nickname, board.pictures, board.languages)

    def _show_closing(self, board: closes.ClosingBoard) -> None:
        self._closing = board
        self._view.show_closing(closing_shown(self._around.words, self._around.formats, board))
