"""The chosen session does not go on, goes on after all, or goes away; in a series perhaps the rest too. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from meetingplace.i18n.words import cancel_reasons
from meetingplace.services import planning, series
from meetingplace.services.timetable import SessionBoard
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.notice.offer import offer
from meetingplace.ui.planning.saving import Saving
from meetingplace.ui.planning.shown import CancelShown
from meetingplace.ui.planning.typed import Scope
from meetingplace.ui.planning.view import View
from meetingplace.ui.planning.wording import Wording


class Ending:
    """What ends a session, and takes that back."""

    def __init__(
        self, around: Surroundings, view: View, wording: Wording, chosen: Callable[[], SessionBoard | None]
    ) -> None:
        """`chosen` gives the session that the details show."""
        self._around, self._view, self._chosen = around, view, chosen
        self._saving = Saving(around, view, wording)
        self._ = around.words

    def cancel(self) -> None:
        """Ask why the chosen session does not go on; in a series, whether the rest stops too."""
        board, _ = self._chosen(), self._
        if board is None or board.planned.is_protected:
            return
        session, rest = board.planned.session, len(board.coming)
        day = self._around.formats.day(session.day)
        self._view.open_cancel(
            CancelShown(
                title=_("{title} does not go on", title=session.activity.title),
                sentence=_("It stays in the planning, with the reason, on {day}.", day=day),
                reasons=tuple(cancel_reasons(_).values()),
                rest=_.plural("Also the {n} that follows", "Also the {n} that follow", rest) if rest else "",
            )
        )

    def save_cancel(self, reason: str, is_rest: bool) -> None:
        """Cancel the chosen session, or its series from this one on."""
        board = self._chosen()
        if board is None:
            return
        session = board.planned.session
        told = partial(offer, self._around, self._view.open_room, session.id)
        if is_rest and session.series_id is not None:
            self._saving.do(series.cancel_rest, session.series_id, session.day, reason, then=told, quietly=True)
        else:
            self._saving.do(planning.cancel_session, session.id, session.version, reason, then=told, quietly=True)

    def reinstate(self) -> None:
        """Let the chosen session go on after all."""
        board = self._chosen()
        if board:
            session = board.planned.session
            self._around.work.do(planning.reinstate_session, session.id, session.version)

    def remove(self, scope: Scope = Scope.ONE) -> None:
        """Take the chosen session away, or of its series what follows too, or all; it can be undone."""
        board = self._chosen()
        if board is None:
            return
        session = board.planned.session
        if scope is Scope.ONE or session.series_id is None:
            self._saving.do(planning.remove_session, session.id, session.version)
        else:
            since = session.day if scope is Scope.FOLLOWING else date.min
            self._saving.do(series.remove_following, session.series_id, since)
