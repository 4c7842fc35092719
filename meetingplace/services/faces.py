"""What the faces said, of the corner and of paper together, and the counting of a sheet with faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from meetingplace.domain import faces as rules
from meetingplace.domain.faces import Face, FacesCount, FacesGiven
from meetingplace.domain.polls import must_be_countable
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.voices import Channel
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import faces, places, sessions

_DAYS_BACK = 21  # a sheet is counted within three weeks of its session


@dataclass(frozen=True)
class FacesBoard:
    """The faces of a period, both days included."""

    first: date
    last: date
    count: FacesCount


@dataclass(frozen=True)
class SheetsBoard:
    """The sessions of late, today's first, with what was counted on their sheets."""

    today: date
    sessions: tuple[Session, ...]
    counted: Mapping[int, Mapping[Face, int]]
    place_names: Mapping[int, str]


def faces_board(first: date, last: date, place_id: int | None = None) -> FacesBoard:
    """Count the faces of a period, at a place and at none in particular."""
    return FacesBoard(first, last, rules.counted(faces.between(first, last, place_id)))


def sheets_board(now: datetime, place_id: int | None = None) -> SheetsBoard:
    """Show of which sessions a sheet may be counted."""
    today = now.date()
    first = today - timedelta(days=_DAYS_BACK)
    of_late = [one for one in sessions.between(first, today, place_id) if one.state is not SessionState.CANCELLED]
    counted: dict[int, dict[Face, int]] = {}
    for given in faces.between(first, today, place_id):
        if given.session_id is not None and given.channel is Channel.PAPER:
            of_session = counted.setdefault(given.session_id, {})
            of_session[given.face] = of_session.get(given.face, 0) + given.number
    return SheetsBoard(
        today,
        tuple(one for one in reversed(of_late) if one.begins <= now),
        counted,
        {place.id: place.name for place in places.listed(with_inactive=True)},
    )


def on_paper(session_id: int) -> dict[Face, int]:
    """Give what was counted on the sheet of a session."""
    count = rules.counted(faces.on_paper(session_id))
    return {face: count.of(face) for face in Face}


def count_sheet(session_id: int, numbers: Mapping[Face, int]) -> Changes:
    """Write how often each face was ticked on the sheet of a session; what was counted before is replaced.

    Refuses NUMBER_IMPOSSIBLE and NOT_FOUND.
    """
    with one_act(Act.FACES_COUNTED, Topic.FACES) as act:
        session = sessions.get(session_id)
        act.facts["title"] = session.activity.title
        for number in numbers.values():
            must_be_countable(number)
        for before in faces.on_paper(session_id):
            faces.remove(before.id)
        for face, number in numbers.items():
            if number:
                faces.add(
                    FacesGiven(
                        0, session.day, face, channel=Channel.PAPER, place_id=session.activity.place_id,
                        session_id=session_id, number=number,
                    )
                )  # fmt: skip
    return act.changes
