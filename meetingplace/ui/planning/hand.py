"""Planning with the hand: moving, stretching, copying, and seeing at once what would clash. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from meetingplace.domain.clashes import clashes
from meetingplace.domain.sessions import Session
from meetingplace.services import planning, templates
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.shown import ClashShown
from meetingplace.ui.planning.spot import Spot
from meetingplace.ui.planning.viewings import InSight
from meetingplace.ui.planning.wording import Wording

_A_COPY = 0  # the id of a session that does not exist yet: the one it is copied from is then in its way too


class Hand:
    """What the hand does with the sessions in sight."""

    def __init__(self, around: Surroundings, wording: Wording) -> None:
        """Begin with nothing in sight."""
        self._around, self._wording = around, wording
        self.sight = InSight((), has_places=True, is_anything_planned=True)

    def session(self, session_id: int | None) -> Session | None:
        """Find a session in sight; None when it is not."""
        seen = (*self.sight.everywhere, *self.sight.sessions)
        return next((one for one in seen if one.id == session_id), None)

    def move(self, session_id: int, spot: Spot, start: time, end: time) -> None:
        """Move a session, or stretch it; where it already stands, nothing is done."""
        session = self.session(session_id)
        if session is None:
            return
        place = spot.place_id or session.activity.place_id
        here = (session.day, session.activity.start, session.activity.end, session.activity.place_id)
        if here != (spot.day, start, end, place):
            self._around.work.do(planning.move_session, session_id, session.version, spot.day, start, end, place)

    def copy(self, session_id: int, spot: Spot, start: time, end: time, then: Callable[[Changes], None]) -> None:
        """Plan the same once more, elsewhere."""
        session = self.session(session_id)
        if session is not None:
            place = spot.place_id or session.activity.place_id
            activity = replace(session.activity, start=start, end=end, place_id=place)
            self._around.work.do(planning.add_session, activity, spot.day, then=then)

    def plan_from(self, template_id: int, spot: Spot, start: time, then: Callable[[Changes], None]) -> None:
        """Plan what a template holds."""
        self._around.work.do(templates.plan_from, template_id, spot.day, start, spot.place_id, then=then)

    def clash_at(self, session_id: int, spot: Spot, start: time, end: time, is_copy: bool) -> ClashShown | None:
        """Say who or what would be asked twice there; None when it fits."""
        session, sight = self.session(session_id), self.sight
        if session is None:
            return None
        place = spot.place_id or session.activity.place_id
        activity = replace(session.activity, start=start, end=end, place_id=place)
        there = replace(session, id=_A_COPY if is_copy else session.id, day=spot.day, activity=activity)
        found = clashes(there, sight.everywhere, 0, sight.off)
        names = {member.id: member.name for member in sight.team}
        where = {place.id: place.name for place in sight.places}
        return ClashShown(*self._wording.clash(found[0], names, where)) if found else None
