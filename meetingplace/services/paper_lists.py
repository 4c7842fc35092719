"""Which paper lists are out, and which wait to be typed in: printed, typed in, or laid aside unused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from meetingplace.domain import typed_text
from meetingplace.domain.paper_lists import PaperKind, PaperList
from meetingplace.domain.sessions import Session
from meetingplace.domain.sheet_code import code_of, session_of
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import paper_lists, places, sessions


@dataclass(frozen=True)
class WaitingList:
    """A list that was printed for a session which is over, and that nobody typed in."""

    paper: PaperList
    code: str
    title: str
    begins: datetime
    place_name: str


@dataclass(frozen=True)
class ListsBoard:
    """The lists that wait, the oldest session first; `has_names` tells whether the session in view has a name list."""

    waiting: tuple[WaitingList, ...]
    code: str
    has_names: bool


def lists_board(session_id: int, now: datetime) -> ListsBoard:
    """Show the paper lists that wait in the whole house, beside a session; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    return ListsBoard(waiting_lists(now, None), code_of(session_id), place.level.knows_families)


def waiting_lists(now: datetime, place_id: int | None) -> tuple[WaitingList, ...]:
    """List what was printed for sessions that are over and is not typed in, of one place or of all."""
    printed = paper_lists.waiting(now.date(), place_id)
    if not printed:
        return ()
    about = {session.id: session for session in sessions.some(one.session_id for one in printed)}
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    return tuple(_waiting(one, about[one.session_id], names) for one in printed if about[one.session_id].ends <= now)


def session_of_code(typed_code: str) -> int:
    """Find the session of a code on paper; refuses SHEET_CODE_WRONG and, when it is gone, NOT_FOUND."""
    return sessions.get(session_of(typed_code)).id


def note_printed(session_id: int, kind: PaperKind, now: datetime) -> Changes:
    """Note that a list is out; printed once more it is still one list that waits. Refuses NOT_FOUND."""
    with one_act(Act.PAPER_LIST_PRINTED, Topic.PAPER_LISTS) as act:
        act.facts["title"] = sessions.get(session_id).activity.title
        out = _out(paper_lists.of_session(session_id), kind)
        if out is None:
            act.made = paper_lists.add(session_id, kind, now)
        else:
            act.made = out.id
            paper_lists.change(out.id, None, printed_at=now)
    return act.changes


def finish(session_id: int, kind: PaperKind, now: datetime, remark: str = "") -> Changes:
    """Note that the list of a session is typed in, whether it was printed here or not.

    A remark about its counts is added to the remark of the session. Refuses NOT_FOUND and TEXT_TOO_LONG.
    """
    with one_act(Act.PAPER_LIST_TYPED_IN, Topic.PAPER_LISTS, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        act.facts["title"] = session.activity.title
        out = _out(paper_lists.of_session(session_id), kind)
        act.made = out.id if out else paper_lists.add(session_id, kind, now)
        paper_lists.change(act.made, None, done_at=now)
        if remark:
            both = typed_text.text("\n".join(filter(None, (session.remark, remark))))
            sessions.change(session_id, session.version, remark=both)
    return act.changes


def lay_aside(list_id: int, version: int | None, now: datetime) -> Changes:
    """Note that a list was not used: it no longer waits. Refuses NOT_FOUND and CHANGED_MEANWHILE."""
    with one_act(Act.PAPER_LIST_LAID_ASIDE, Topic.PAPER_LISTS) as act:
        out = paper_lists.get(list_id)
        act.facts["title"] = sessions.get(out.session_id).activity.title
        act.made = list_id
        paper_lists.change(list_id, version, done_at=now)
    return act.changes


def _out(printed: Sequence[PaperList], kind: PaperKind) -> PaperList | None:
    return next((one for one in printed if one.kind is kind and one.done_at is None), None)


def _waiting(paper: PaperList, session: Session, names: dict[int, str]) -> WaitingList:
    return WaitingList(
        paper, code_of(session.id), session.activity.title, session.begins, names[session.activity.place_id]
    )
