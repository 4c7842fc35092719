"""Paper lists in the database: rows in, `domain.paper_lists` out."""

from __future__ import annotations

from datetime import date, datetime

from meetingplace.domain.paper_lists import PaperKind, PaperList
from meetingplace.domain.sessions import SessionState
from meetingplace.storage import records, tables


def get(list_id: int) -> PaperList:
    """Read one list; refuses NOT_FOUND."""
    return _paper_list(records.get(tables.PaperList, list_id))


def of_session(session_id: int) -> list[PaperList]:
    """List what was printed for a session, in that order."""
    paper = tables.PaperList
    return [_paper_list(row) for row in paper.select().where(paper.session == session_id).order_by(paper.id)]


def waiting(until: date, place_id: int | None) -> list[PaperList]:
    """List what was printed for sessions up to a day, this one included, and is not done; the oldest session first."""
    paper, session = tables.PaperList, tables.Session
    is_waiting = paper.done_at.is_null() & (session.day <= until) & (session.state != SessionState.CANCELLED.value)
    query = paper.select().join(session).where(is_waiting)
    if place_id is not None:
        query = query.where(session.place == place_id)
    return [_paper_list(row) for row in query.order_by(session.day, session.start, paper.id)]


def add(session_id: int, kind: PaperKind, printed_at: datetime) -> int:
    """Note that a list was printed and give its id."""
    return records.add(tables.PaperList, session=session_id, kind=kind.value, printed_at=printed_at)


def change(list_id: int, version: int | None, **columns: datetime | None) -> None:
    """Write when a list was printed or done; refuses CHANGED_MEANWHILE."""
    records.change(tables.PaperList, list_id, version, **columns)


def _paper_list(row: tables.PaperList) -> PaperList:
    return PaperList(
        id=row.id,
        session_id=row.__data__["session"],
        kind=PaperKind(row.kind),
        printed_at=row.printed_at,
        done_at=row.done_at,
        version=row.version,
    )
