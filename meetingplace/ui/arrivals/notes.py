"""What was done at this desk, when and by whom, for as long as the program is open. No Qt here.

Only the history of undo holds the acts themselves: what it no longer remembers, of a family that was forgotten, is
nowhere here either.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from meetingplace.domain.refusals import Refused
from meetingplace.services.changes import Changes, Undo
from meetingplace.ui.kit.surroundings import Surroundings

_MOST = 200


@dataclass(frozen=True)
class Noted:
    """An act that can be taken back, or that is no longer the last word on what it changed (`is_lost`)."""

    at: datetime
    by: int | None
    step: Undo
    made: int | None  # the visit of an arrival
    is_lost: bool


class Notes:
    """Does the acts of the desk and remembers who did them at which session."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with nothing."""
        self._around = around
        self._kept: list[tuple[int, datetime, int | None, int | None, weakref.ref[Undo]]] = []

    def do(
        self,
        session_id: int,
        verb: Callable[..., Changes],
        *args: object,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[Refused], None] | None = None,
        quietly: bool = False,
    ) -> None:
        """Do an act of a session (see `Work.do`), and note it where it is done: whoever asks after it knows of it."""
        at, by = self._around.clock(), self._around.host()

        def noted() -> Changes:
            changes = verb(*args)
            if changes.undo:
                self._kept = [*self._kept, (session_id, at, by, changes.made, weakref.ref(changes.undo))][-_MOST:]
            return changes

        self._around.work.do(noted, then=then, failed=failed, quietly=quietly)

    def of(self, session_id: int) -> Iterator[Noted]:
        """Give what was done at a session and still stands, the last first."""
        history = self._around.work.history
        can, cannot = ({id(step) for step in steps} for steps in (history.done, history.lost))
        for kept_of, at, by, made, held in reversed(self._kept):
            step = held()
            if step is not None and kept_of == session_id and id(step) in can | cannot:
                yield Noted(at, by, step, made, id(step) in cannot)
