"""Planning with the hand: moving, stretching, copying, and seeing at once what would clash. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

from meetingplace.domain.clashes import Hint, clashes
from meetingplace.domain.sessions import Brief
from meetingplace.services import planning, templates
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.notice.offer import OpenRoom, offer
from meetingplace.ui.planning.shown import ClashShown
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.viewing import InSight
from meetingplace.ui.planning.wording import Wording

_A_COPY = 0  # the id of a session that does not exist yet: the one it is copied from is then in its way too
_STANDING = (Hint.TOO_FEW_HOSTS, Hint.TOO_MANY_ENROLLED)  # wherever it is put

Then = Callable[[Changes], None]


class Hand:
    """What the hand does with the sessions in sight."""

    def __init__(self, around: Surroundings, wording: Wording, open_room: OpenRoom) -> None:
        """Begin with nothing in sight; `open_room` opens what to tell of a session that moved."""
        self._around, self._wording, self._open_room = around, wording, open_room
        self.sight = InSight()

    def session(self, session_id: int | None) -> Brief | None:
        """Find a session in sight; None when it is not."""
        seen = (*self.sight.everywhere, *self.sight.sessions)
        return next((one for one in seen if one.id == session_id), None)

    def move(self, session_id: int, spot: Spot, start: time, end: time) -> None:
        """Move a session, or stretch it; where it already stands, nothing is done."""
        session = self.session(session_id)
        if session is None:
            return
        there = _put(session, spot, start, end)
        if there != session:
            told = partial(offer, self._around, self._open_room, session_id)
            has_moved = replace(there, end=session.end) != session  # stretched only, nobody has to be told
            move = planning.move_session, session_id, session.version, there.day, start, end, there.place_id
            self._around.work.do(*move, then=told if has_moved else None, quietly=has_moved)

    def copy(self, session_id: int, spot: Spot, start: time, end: time, then: Then) -> None:
        """Plan the same once more, elsewhere."""
        self._around.work.do(planning.copy_session, session_id, spot.day, start, end, spot.place_id, then=then)

    def plan_from(self, template_id: int, spot: Spot, start: time, then: Then) -> None:
        """Plan what a template holds."""
        self._around.work.do(templates.plan_from, template_id, spot.day, start, spot.place_id, then=then)

    def clash_at(self, session_id: int, spot: Spot, start: time, end: time, is_copy: bool) -> ClashShown | None:
        """Say who or what would be asked twice there, who is away, what is closed; None when it fits."""
        session, sight = self.session(session_id), self.sight
        if session is None:
            return None
        there = _put(replace(session, id=_A_COPY) if is_copy else session, spot, start, end)
        found = (clash for clash in clashes(there, sight.everywhere, sight.care) if clash.hint not in _STANDING)
        first = next(found, None)
        names = {member.id: member.name for member in sight.care.members.values()}
        where = {place.id: place.name for place in sight.care.places.values()}
        return ClashShown(*self._wording.clash(first, names, where)) if first else None


def _put(session: Brief, spot: Spot, start: time, end: time) -> Brief:
    return replace(session, day=spot.day, start=start, end=end, place_id=spot.place_id or session.place_id)
