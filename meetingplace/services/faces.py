"""What the faces said, of the corner and of paper together, and the counting of a sheet with faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from meetingplace.domain import faces as rules
from meetingplace.domain.faces import Face, FacesCount, FacesGiven
from meetingplace.domain.polls import must_be_countable
from meetingplace.domain.voices import Channel
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import faces, sessions


@dataclass(frozen=True)
class FacesBoard:
    """The faces of a period, both days included."""

    first: date
    last: date
    count: FacesCount


def faces_board(first: date, last: date, place_id: int | None = None) -> FacesBoard:
    """Count the faces of a period, at a place and at none in particular."""
    return FacesBoard(first, last, rules.counted(faces.between(first, last, place_id)))


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
