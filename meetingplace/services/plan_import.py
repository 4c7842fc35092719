"""A plan that comes in as a file: read, compared with what is planned, shown, and then taken over whole.

What is new is planned, what is known and says something else is changed, what is the same stays. What is unclear is
left out and says why. A session that was held, or where people were registered, is never touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from meetingplace.domain import typed_text
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.plan_files.calendar_reader import read_calendar
from meetingplace.services.plan_files.imported import MOST_BYTES, MOST_ROWS, ImportedRow, Unclear
from meetingplace.services.plan_files.table_reader import read_csv, read_xlsx
from meetingplace.services.planning import tidy
from meetingplace.storage import places, published, sessions, team, visits

_READERS = (".ics", ".xlsx", ".csv")


class Kind(Enum):
    """What taking a row over would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class PlanFile:
    """A file of a plan, and where its sessions are when it names no place that is known."""

    name: str
    content: bytes
    place_id: int | None = None


@dataclass(frozen=True)
class PreviewRow:
    """A row of the file against what is planned; `changes` names the facts that differ (`day`, `hours`, `title`, …)."""

    row: ImportedRow
    kind: Kind
    place_name: str = ""
    activity: Activity | None = None
    session: Session | None = None
    changes: tuple[str, ...] = ()
    why: Unclear | None = None


@dataclass(frozen=True)
class Preview:
    """What taking a file over would do; saves nothing."""

    rows: tuple[PreviewRow, ...]

    def number(self, kind: Kind) -> int:
        """Count the rows of a kind."""
        return sum(row.kind is kind for row in self.rows)


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
    rows = _read(file, today)
    return Preview(tuple(_Comparing(file, rows).rows()))


def import_plan(file: PlanFile, today: date, left_out: Collection[int] = ()) -> Changes:
    """Take a file over, whole, without the lines that are left out; refuses NO_DATES when nothing is left to do."""
    with one_act(Act.PLAN_IMPORTED, Topic.SESSIONS, file=file.name) as act:
        wanted = [one for one in preview_plan(file, today).rows if one.row.line not in left_out]
        new = [one for one in wanted if one.kind is Kind.NEW]
        changed = [one for one in wanted if one.kind is Kind.CHANGED]
        if not new and not changed:
            raise Refused(Reason.NO_DATES)
        for one in new:
            if one.activity is not None and one.row.day is not None:
                sessions.add(one.activity, one.row.day)
        for one in changed:
            if one.activity is not None and one.session is not None:
                is_off = one.row.is_cancelled  # who was held comes no further, so the file decides whether it goes on
                state = SessionState.CANCELLED if is_off else SessionState.PLANNED
                reason = one.session.reason if is_off else ""
                sessions.change(one.session.id, None, one.activity, day=one.row.day, state=state.value, reason=reason)
        act.facts |= {"number": len(new), "changed": len(changed)}
    return act.changes


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


class _Comparing:
    """The rows of a file beside what is planned on their days."""

    def __init__(self, file: PlanFile, rows: Iterable[ImportedRow]) -> None:
        self._rows = list(rows)
        known = places.listed()
        self._places = {place.id: place for place in known}
        self._by_name = {typed_text.folded(place.name): place for place in known}
        self._usual = self._places.get(file.place_id or 0)
        self._team = {typed_text.folded(member.name): member.id for member in team.listed()}
        days = [row.day for row in self._rows if row.day is not None]
        planned = sessions.between(min(days), max(days)) if days else []
        handed_out = published.sessions_by_uid(row.uid for row in self._rows if row.uid)
        numbers = {row.number for row in self._rows if row.number is not None}
        others = {*handed_out.values(), *numbers} - {one.id for one in planned}
        self._sessions = {one.id: one for one in (*planned, *sessions.some(others))}
        self._handed_out = handed_out
        self._registered = visits.registered_at(list(self._sessions))
        self._taken: set[object] = set()

    def rows(self) -> Iterable[PreviewRow]:
        return [self._compared(row) for row in self._rows]

    def _compared(self, row: ImportedRow) -> PreviewRow:
        place = self._place_of(row)
        why = _unclear(row, place)
        if why is not None or place is None or row.day is None or row.start is None or row.end is None:
            return PreviewRow(row, Kind.UNCLEAR, place.name if place else row.place, why=why or Unclear.NO_PLACE)
        session = self._session_of(row, place)
        key = session.id if session else (place.id, row.day, row.start, typed_text.folded(row.title))
        if key in self._taken:
            return PreviewRow(row, Kind.UNCLEAR, place.name, session=session, why=Unclear.TWICE)
        self._taken.add(key)
        if session is None and row.is_cancelled:
            return PreviewRow(row, Kind.UNCLEAR, place.name, why=Unclear.CANCELLED)
        try:
            activity = tidy(self._activity(row, place, session))
        except Refused:
            return PreviewRow(row, Kind.UNCLEAR, place.name, session=session, why=Unclear.TOO_LONG)
        changes = _changes(row, activity, session) if session else ()
        if session and changes and (session.state is SessionState.HELD or session.id in self._registered):
            return PreviewRow(row, Kind.UNCLEAR, place.name, session=session, changes=changes, why=Unclear.PROTECTED)
        kind = Kind.NEW if session is None else Kind.CHANGED if changes else Kind.SAME
        return PreviewRow(row, kind, place.name, activity, session, changes)

    def _place_of(self, row: ImportedRow) -> Place | None:
        """Find the place by its name, whole or before the first comma (a calendar adds the address)."""
        for name in (row.place, row.place.split(",")[0]):
            found = self._by_name.get(typed_text.folded(name))
            if found is not None:
                return found
        return self._usual

    def _session_of(self, row: ImportedRow, place: Place) -> Session | None:
        """Find the session that a row tells of: by its lasting name or number, else by day, place and what it is."""
        number = self._handed_out.get(row.uid)
        own = self._sessions.get(row.number or 0)
        if number is None and own is not None and typed_text.folded(own.activity.title) == typed_text.folded(row.title):
            number = own.id
        if number is not None:
            return self._sessions.get(number)
        there = [
            one
            for one in self._sessions.values()
            if one.day == row.day
            and one.activity.place_id == place.id
            and typed_text.folded(one.activity.title) == typed_text.folded(row.title)
        ]
        return min(there, key=lambda one: one.activity.start != row.start, default=None)

    def _activity(self, row: ImportedRow, place: Place, session: Session | None) -> Activity:
        """Give what a row makes: what it does not speak of stays as it is, or as a new session at the place begins."""
        assert row.start is not None and row.end is not None  # noqa: S101, PT018 (unclear rows come no further)
        usual = session.activity if session else Activity(
            row.title, place.id, row.start, row.end, capacity=place.capacity, languages=place.languages
        )  # fmt: skip
        members = tuple(self._team[folded] for name in row.team if (folded := typed_text.folded(name)) in self._team)
        return replace(
            usual,
            title=row.title,
            place_id=place.id,
            start=row.start,
            end=row.end,
            theme=row.theme if "theme" in row.said else usual.theme,
            functions=row.functions if "functions" in row.said else usual.functions,
            languages=row.languages if "languages" in row.said else usual.languages,
            team=members if "team" in row.said else usual.team,
            from_months=row.ages[0] if row.ages else usual.from_months,
            to_months=row.ages[1] if row.ages else usual.to_months,
            capacity=row.capacity if row.capacity is not None else usual.capacity,
        )


def _unclear(row: ImportedRow, place: Place | None) -> Unclear | None:
    if not row.title:
        return Unclear.NO_TITLE
    if row.day is None:
        return Unclear.NO_DATE
    if row.start is None or row.end is None:
        return Unclear.NO_HOURS
    if row.end <= row.start:
        return Unclear.END_BEFORE_START
    return Unclear.NO_PLACE if place is None else None


def _changes(row: ImportedRow, activity: Activity, session: Session) -> tuple[str, ...]:
    """Name what differs from what is planned, in the order in which people look."""
    old = session.activity
    differs = {
        "day": row.day != session.day,
        "hours": (activity.start, activity.end) != (old.start, old.end),
        "place": activity.place_id != old.place_id,
        "title": activity.title != old.title,
        "state": row.is_cancelled != (session.state is SessionState.CANCELLED),
        "theme": activity.theme != old.theme,
        "functions": activity.functions != old.functions,
        "ages": (activity.from_months, activity.to_months) != (old.from_months, old.to_months),
        "languages": activity.languages != old.languages,
        "team": set(activity.team) != set(old.team),
        "capacity": activity.capacity != old.capacity,
    }
    return tuple(name for name, is_other in differs.items() if is_other)
