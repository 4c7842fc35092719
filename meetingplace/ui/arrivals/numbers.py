"""What is counted at the desk without a name: unnamed people, the door of a full room, the list to tick. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.domain.visits import Tallied
from meetingplace.i18n import refusals
from meetingplace.services import arrivals, enrolments
from meetingplace.services.changes import Changes
from meetingplace.ui.arrivals.notes import Notes
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.surroundings import Surroundings


class Desk(Protocol):
    """What counting needs of the desk."""

    notes: Notes

    @property
    def session_id(self) -> int:
        """Give the session in view; 0 when there is none."""

    @property
    def wording(self) -> Wording:
        """Give the words of the desk."""

    def moment(self) -> datetime:
        """Give the hour of an arrival."""

    def refresh(self) -> None:
        """Ask everything again."""


class Numbers:
    """The counters of one desk."""

    def __init__(self, around: Surroundings, desk: Desk) -> None:
        """Take the desk."""
        self._around, self._desk = around, desk

    def step(self, what: Tallied, key: str, step: int) -> None:
        """Count unnamed people, up or down."""
        self._do(arrivals.tally, what, key, step, then=self._say_counted, quietly=True)

    def turn_away(self, step: int) -> None:
        """Count a family that was turned away because it is full, or take it back."""
        self._do(arrivals.turn_away, step)

    def tick(self, enrolment_id: int, is_here: bool) -> None:
        """Tick somebody of the list, or take the tick back; what is refused shows the list as it is."""
        if is_here:
            self._do(enrolments.tick, enrolment_id, self._desk.moment(), failed=self._not_ticked)
        else:
            self._do(enrolments.untick, enrolment_id, failed=self._not_ticked)

    def _do(self, verb: Callable[..., Changes], *args: object, **what: Any) -> None:
        session_id = self._desk.session_id
        if session_id:
            self._desk.notes.do(session_id, verb, session_id, *args, **what)

    def _say_counted(self, changes: Changes) -> None:
        self._around.say(self._desk.wording.said(changes), undo=changes.undo)

    def _not_ticked(self, refused: Refused) -> None:
        self._around.say(refusals.sentence(self._around.words, refused, self._around.formats))
        self._desk.refresh()
