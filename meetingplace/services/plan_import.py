"""A plan that comes in as a file: read, compared with what is planned, shown, and then taken over whole.

What is new is planned, what is known and says something else is changed, what is the same stays. What is unclear is
left out and says why. A session that was held, or where people were registered, is never touched.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import SessionState
from meetingplace.services import enrolments
from meetingplace.services.changes import Act, Changes, Doing, Topic, one_act
from meetingplace.services.plan_files.calendar_reader import read_calendar
from meetingplace.services.plan_files.comparing import Kind, Preview, PreviewRow, compared
from meetingplace.services.plan_files.imported import MOST_BYTES, MOST_ROWS, ImportedRow
from meetingplace.services.plan_files.table_reader import read_csv, read_xlsx
from meetingplace.services.planning import cancelled, reason_of, where_it_was
from meetingplace.storage import sessions

_READERS = (".ics", ".xlsx", ".csv")


@dataclass(frozen=True)
class PlanFile:
    """A file of a plan, and where its sessions are when it names no place that is known."""

    name: str
    content: bytes
    place_id: int | None = None


def open_plan(path: Path, place_id: int | None = None) -> PlanFile:
    """Read a chosen file; refuses FILE_MISSING and, for another kind of file, CHOICE_UNKNOWN."""
    if path.suffix.lower() not in _READERS:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=path.suffix[:20], choices=", ".join(_READERS))
    try:
        with path.open("rb") as file:
            return PlanFile(path.name, file.read(MOST_BYTES + 1), place_id)
    except OSError as problem:
        raise Refused(Reason.FILE_MISSING, file=path.name) from problem


def preview_plan(file: PlanFile, today: date) -> Preview:
    """Compare a file with what is planned.

    Refuses CALENDAR_UNREADABLE, TABLE_UNREADABLE, HEADING_MISSING and FILE_TOO_LONG.
    """
    return compared(_read(file, today), file.place_id)


def import_plan(file: PlanFile, today: date, left_out: Collection[int] = ()) -> Changes:
    """Take a file over, whole, without the lines that are left out; refuses NO_DATES when nothing is left to do."""
    with one_act(Act.PLAN_IMPORTED, Topic.SESSIONS, file=file.name) as act:
        wanted = [one for one in preview_plan(file, today).rows if one.row.line not in left_out]
        new = [one for one in wanted if one.kind is Kind.NEW]
        changed = [one for one in wanted if one.kind is Kind.CHANGED]
        if not new and not changed:
            raise Refused(Reason.NO_DATES)
        for one in (*new, *changed):
            _take_over(act, one)
        act.facts |= {"number": len(new), "changed": len(changed)}
    return act.changes


def _take_over(act: Doing, one: PreviewRow) -> None:
    row, activity, session = one.row, one.activity, one.session
    if activity is None or row.day is None:
        return
    if session is None:
        made = sessions.add(activity, row.day)
        if row.is_cancelled:
            sessions.change(made, None, state=SessionState.CANCELLED.value, reason=reason_of(row.reason))
        return
    columns = where_it_was(session, activity, row.day)
    if row.is_cancelled:
        columns = cancelled(session, row.reason or session.reason)
    elif session.state is SessionState.CANCELLED:
        stands = (session.was_day, session.was_start) == (row.day, activity.start)
        columns |= {"state": SessionState.PLANNED.value, "reason": ""}
        columns |= {"was_day": None, "was_start": None} if stands else {}
    sessions.change(session.id, None, activity, day=row.day, **columns)
    if "capacity" in one.changes:
        enrolments.move_up(act, OnList(session_id=session.id))


def _read(file: PlanFile, today: date) -> list[ImportedRow]:
    if len(file.content) > MOST_BYTES:
        raise Refused(Reason.FILE_TOO_LONG, file=file.name, limit=MOST_ROWS)
    suffix = Path(file.name).suffix.lower()
    try:
        if suffix == ".ics":
            return read_calendar(file.content)
        return read_xlsx(file.content, today) if suffix == ".xlsx" else read_csv(file.content, today)
    except Refused as refused:
        refused.facts.setdefault("file", file.name)
        raise
