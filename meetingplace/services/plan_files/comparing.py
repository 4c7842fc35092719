"""What was read from a plan file beside what is planned: which rows are new, changed, the same or unclear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum
from typing import Any

from meetingplace.domain import typed_text
from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.partners import Partner
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.services.plan_files.imported import Hint, ImportedRow, Unclear, hint
from meetingplace.services.plan_files.names import LONGEST, split_names
from meetingplace.services.planning import tidy_texts
from meetingplace.storage import goals, partners, places, published, sessions, team, visits

_REFUSED = {Reason.AGE_RANGE_TURNED: Unclear.AGES, Reason.NUMBER_IMPOSSIBLE: Unclear.NUMBER}


class Kind(Enum):
    """What taking a row over would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class PreviewRow:
    """A row of the file against what is planned; `changes` names the facts that differ (`day`, `hours`, `title`, …).

    `words` are those that make it unclear, such as the name of a partner that nobody knows.
    """

    row: ImportedRow
    kind: Kind
    place_name: str = ""
    activity: Activity | None = None
    session: Session | None = None
    changes: tuple[str, ...] = ()
    why: Unclear | None = None
    words: str = ""
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What taking a file over would do; saves nothing."""

    rows: tuple[PreviewRow, ...]

    def number(self, kind: Kind) -> int:
        """Count the rows of a kind."""
        return sum(row.kind is kind for row in self.rows)


def compared(rows: Iterable[ImportedRow], place_id: int | None) -> Preview:
    """Compare what was read with what is planned; a session that names no place that is known is at `place_id`."""
    read = list(rows)
    comparing = _Comparing(read, place_id)
    return Preview(tuple(comparing.compared(row) for row in read))


class _Unclear(Exception):
    """Ends the comparing of one row."""

    def __init__(self, why: Unclear, words: str = "") -> None:
        super().__init__(why)
        self.why, self.words = why, words


class _Named:
    """People or partners by their names; whoever is no longer in use counts where a session has them already."""

    def __init__(self, listed: Iterable[TeamMember] | Iterable[Partner]) -> None:
        everybody = [(typed_text.folded(one.name), one.id, one.is_active) for one in listed]
        self._used = {name: id for name, id, is_active in everybody if is_active}
        self._others = {name: id for name, id, is_active in everybody if not is_active}

    def read(self, words: str, own: Collection[int]) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Give the ids of the names, and the names that nobody knows."""

        def known(name: str) -> int | None:
            other = self._others.get(name)
            return self._used.get(name, other if other in own else None)

        return split_names(words, known)


class _Comparing:
    """The rows of a file beside what is planned on their days."""

    def __init__(self, rows: Sequence[ImportedRow], place_id: int | None) -> None:
        known = places.listed()
        self._by_name = {typed_text.folded(place.name): place for place in known}
        self._usual = next((place for place in known if place.id == place_id), None)
        self._team = _Named(team.listed(with_inactive=True))
        self._partners = _Named(partners.listed(with_inactive=True))
        self._goals = {(typed_text.folded(goal.title), goal.year): goal.id for goal in goals.listed()}
        days = [row.day for row in rows if row.day is not None]
        planned = sessions.between(min(days), max(days)) if days else []
        self._handed_out = published.sessions_by_uid(row.uid for row in rows if row.uid)
        numbers = {row.number for row in rows if row.number is not None}
        others = {*self._handed_out.values(), *numbers} - {one.id for one in planned}
        self._sessions = {one.id: one for one in (*planned, *sessions.some(others))}
        self._by_day: dict[object, list[Session]] = defaultdict(list)
        for one in self._sessions.values():
            self._by_day[one.day, one.activity.place_id, typed_text.folded(one.activity.title)].append(one)
        self._registered = visits.registered_at(list(self._sessions))
        self._taken: set[object] = set()

    def compared(self, row: ImportedRow) -> PreviewRow:
        """Compare one row; one that stood there before is there twice."""
        place = self._place_of(row)
        name = place.name if place else row.place
        try:
            activity, session, hints = self._read(row, place)
        except _Unclear as unclear:
            return PreviewRow(row, Kind.UNCLEAR, name, why=unclear.why, words=unclear.words)
        changes = _changes(row, activity, session) if session else ()
        if session and changes and (session.state is SessionState.HELD or session.id in self._registered):
            return PreviewRow(row, Kind.UNCLEAR, name, session=session, changes=changes, why=Unclear.PROTECTED)
        kind = Kind.NEW if session is None else Kind.CHANGED if changes else Kind.SAME
        return PreviewRow(row, kind, name, activity, session, changes, hints=hints)

    def _read(self, row: ImportedRow, place: Place | None) -> tuple[Activity, Session | None, tuple[Hint, ...]]:
        day, start, end, place = _where_and_when(row, place)
        session = self._session_of(row, place)
        key = session.id if session else (place.id, day, start, typed_text.folded(row.title))
        if key in self._taken:
            raise _Unclear(Unclear.TWICE)
        self._taken.add(key)
        if session is None and row.is_cancelled and not row.reason:
            raise _Unclear(Unclear.CANCELLED)
        usual = session.activity if session else Activity(
            row.title, place.id, start, end, capacity=place.capacity, languages=place.languages
        )  # fmt: skip
        try:
            typed_text.line(row.reason)
            meant = replace(usual, title=row.title, place_id=place.id, start=start, end=end)
            told, hints = self._told(row, day, usual)
            activity = tidy_texts(replace(meant, **told))
        except Refused as refused:
            raise _Unclear(_REFUSED.get(refused.reason, Unclear.TOO_LONG)) from refused
        return activity, session, (*row.hints, *hints)

    def _told(self, row: ImportedRow, day: date, usual: Activity) -> tuple[dict[str, Any], tuple[Hint, ...]]:
        """Give the facts that the file speaks of, and the names that it passes over."""
        told: dict[str, Any] = {"theme": row.theme, "functions": row.functions, "languages": row.languages}
        if max(len(row.team), len(row.partners)) > LONGEST:
            raise _Unclear(Unclear.TOO_LONG)
        told["team"], nobody = self._team.read(row.team, usual.team)
        told["partners"], unknown = self._partners.read(row.partners, usual.partners)
        if unknown:
            raise _Unclear(Unclear.NO_PARTNER, hint("partners", unknown).words)
        if "goal" in row.said:
            told["goal_id"] = self._goal_of(row.goal, day, usual)
        told = {name: value for name, value in told.items() if name.removesuffix("_id") in row.said}
        numbers = {"capacity": row.capacity, "is_walk_in": row.is_walk_in, "price_cents": row.price_cents}
        if row.ages is not None:
            numbers |= {"from_months": row.ages[0], "to_months": row.ages[1]}
        told |= {name: value for name, value in numbers.items() if value is not None}
        return told, (hint("team", nobody),) if nobody else ()

    def _goal_of(self, title: str, day: date, usual: Activity) -> int | None:
        """Find the goal of the school year of a day; the one that a session works at stays, of whatever year."""
        if not title:
            return None
        folded = typed_text.folded(title)
        goal_id = self._goals.get((folded, school_year_of(day)[0].year))
        if goal_id is None and any(name == folded and id == usual.goal_id for (name, _year), id in self._goals.items()):
            goal_id = usual.goal_id
        if goal_id is None:
            raise _Unclear(Unclear.NO_GOAL, hint("goal", [title]).words)
        return goal_id

    def _place_of(self, row: ImportedRow) -> Place | None:
        """Find the place by its name, whole or before the first comma (a calendar adds the address)."""
        for name in (row.place, row.place.split(",")[0]):
            found = self._by_name.get(typed_text.folded(name))
            if found is not None:
                return found
        return self._usual

    def _session_of(self, row: ImportedRow, place: Place) -> Session | None:
        """Find the session that a row tells of: by its lasting name or number, else by day, place and what it is."""
        title = typed_text.folded(row.title)
        known = self._sessions.get(self._handed_out.get(row.uid, 0))
        own = self._sessions.get(row.number or 0)
        if known is None and own is not None and typed_text.folded(own.activity.title) == title:
            # in another house the same number may be another session
            known = own if own.day == row.day or own.activity.place_id == place.id else None
        there = self._by_day[row.day, place.id, title]
        return known or min(there, key=lambda one: one.activity.start != row.start, default=None)


def _where_and_when(row: ImportedRow, place: Place | None) -> tuple[date, time, time, Place]:
    if not row.title:
        raise _Unclear(Unclear.NO_TITLE)
    if row.day is None:
        raise _Unclear(Unclear.NO_DATE)
    if row.start is None or row.end is None:
        raise _Unclear(Unclear.NO_HOURS)
    if row.end <= row.start:
        raise _Unclear(Unclear.END_BEFORE_START)
    if place is None:
        raise _Unclear(Unclear.NO_PLACE)
    return row.day, row.start, row.end, place


def _changes(row: ImportedRow, activity: Activity, session: Session) -> tuple[str, ...]:
    """Name what differs from what is planned, in the order in which people look."""
    old = session.activity
    differs = {
        "day": row.day != session.day,
        "hours": (activity.start, activity.end) != (old.start, old.end),
        "place": activity.place_id != old.place_id,
        "title": activity.title != old.title,
        "state": row.is_cancelled != (session.state is SessionState.CANCELLED),
        "reason": row.is_cancelled and row.reason not in ("", session.reason),
        "theme": activity.theme != old.theme,
        "functions": activity.functions != old.functions,
        "ages": (activity.from_months, activity.to_months) != (old.from_months, old.to_months),
        "languages": activity.languages != old.languages,
        "team": set(activity.team) != set(old.team),
        "partners": set(activity.partners) != set(old.partners),
        "capacity": activity.capacity != old.capacity,
        "entry": activity.is_walk_in != old.is_walk_in,
        "price": activity.price_cents != old.price_cents,
        "goal": activity.goal_id != old.goal_id,
    }
    return tuple(name for name, is_other in differs.items() if is_other)
