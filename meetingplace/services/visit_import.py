"""Visits that come in as a table: a row for each family or group at a session, read whole or not at all.

What the columns are called in nl, fr and en stands in `i18n.words.visit_columns`. A row names its session by the code
of its paper list, or by day, place and, where there are several, the hour. The rest is read as in a first-name sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import Enum
from pathlib import Path
from typing import Any

from meetingplace.domain import typed_text
from meetingplace.domain.language import PROGRAM
from meetingplace.domain.paper_lists import PaperRow, read_ages
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.sheet_code import session_of
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.meant import heard_meant, language_meant, relation_meant
from meetingplace.i18n.words import visit_columns
from meetingplace.services import typing_in
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.plan_files.imported import MOST_BYTES, MOST_ROWS
from meetingplace.services.plan_files.table_file import HEAD_WITHIN, TableRow, table_of_csv, tables_of_xlsx
from meetingplace.services.plan_files.table_reader import cell_text, read_day, read_hour
from meetingplace.storage import families, places, sessions, visits

READERS = (".xlsx", ".csv")
_LONGEST = 2_000  # signs of a cell
# What people write over their own columns, in the three languages: as they fold (no accents, no case)
_SYNONYMS = {
    "day": "dag jour day datum date",
    "start": "beginuur begin van debut de from",
    "place": "plaats locatie endroit location",
    "nickname": "bijnaam voornaam naam gezin prenom nom famille name family",
    "languages": "taal langue language",
    "left": "vertrokken weg parti left",
}


class Kind(Enum):
    """What taking a row over would do."""

    NEW = "new"  # it makes a family
    KNOWN = "known"  # a visit of a family that is known, or of unnamed people
    HERE = "here"  # the family was registered at this session already: that stays as it is
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class VisitFile:
    """A file with visits."""

    name: str
    content: bytes


@dataclass(frozen=True)
class VisitRow:
    """A row of the file; `number` is that of the row in it. `why` says what of an unclear one cannot be read."""

    number: int
    kind: Kind
    row: PaperRow
    session: Session | None = None
    why: Refused | None = None


@dataclass(frozen=True)
class VisitPreview:
    """All rows, in their order."""

    rows: tuple[VisitRow, ...]

    def number(self, kind: Kind) -> int:
        """Count the rows of a kind."""
        return sum(row.kind is kind for row in self.rows)


def open_file(path: Path) -> VisitFile:
    """Read a chosen file; refuses FILE_MISSING and, for another kind of file, CHOICE_UNKNOWN."""
    if path.suffix.lower() not in READERS:
        raise Refused(Reason.CHOICE_UNKNOWN, typed=path.suffix[:20], choices=", ".join(READERS))
    try:
        with path.open("rb") as file:
            return VisitFile(path.name, file.read(MOST_BYTES + 1))
    except OSError as problem:
        raise Refused(Reason.FILE_MISSING, file=path.name) from problem


def preview_visits(file: VisitFile, today: date, language: str) -> VisitPreview:
    """Hold a file against the house; sentences about its cells name choices in a language.

    Refuses TABLE_UNREADABLE, COLUMNS_MISSING and FILE_TOO_LONG.
    """
    found, rows = _table(file, translator("app", language))
    reader = _Reader(found, today, translator("app", language))
    return VisitPreview(tuple(reader.read(row) for row in rows))


def import_visits(file: VisitFile, today: date, language: str, written_by: int | None = None) -> Changes:
    """Take a file over, whole; who was registered already stays. Refuses ROWS_UNCLEAR, with the first one."""
    with one_act(Act.VISITS_IMPORTED, Topic.VISITS, Topic.FAMILIES, file=file.name) as act:
        preview = preview_visits(file, today, language)
        unclear = next((one for one in preview.rows if one.why), None)
        if unclear:
            raise Refused(Reason.ROWS_UNCLEAR, row=unclear.number, why=unclear.why)
        made: dict[str, int] = {}
        wanted = [one for one in preview.rows if one.kind in (Kind.NEW, Kind.KNOWN)]
        for one in wanted:
            _keep(one, made, written_by)
        act.facts["number"] = len(wanted)
    return act.changes


def _keep(one: VisitRow, made: dict[str, int], written_by: int | None) -> None:
    if one.session is None:
        return
    name = typed_text.folded(one.row.name)
    row = replace(one.row, family_id=one.row.family_id or made.get(name))
    try:
        visit = typing_in.keep_row(one.session, row, written_by)
    except Refused as refused:
        raise Refused(Reason.ROWS_UNCLEAR, row=one.number, why=refused) from refused
    if name and visit.family_id is not None:
        made[name] = visit.family_id


def _table(file: VisitFile, _: Translator) -> tuple[dict[str, int], list[TableRow]]:
    """Find the heading and the rows under it."""
    if len(file.content) > MOST_BYTES:
        raise Refused(Reason.FILE_TOO_LONG, file=file.name, limit=MOST_ROWS)
    best: dict[str, int] = {}
    try:
        is_xlsx = Path(file.name).suffix.lower() == ".xlsx"
        for table in tables_of_xlsx(file.content) if is_xlsx else [table_of_csv(file.content)]:
            for at, row in enumerate(table[:HEAD_WITHIN]):
                found = _found(row.cells)
                if not _missing(found):
                    return found, table[at + 1 :]
                best = max(best, found, key=len)
    except Refused as refused:
        refused.facts.setdefault("file", file.name)
        raise
    headings = visit_columns(_)
    raise Refused(Reason.COLUMNS_MISSING, file=file.name, columns=[headings[key] for key in _missing(best)])


def _found(cells: Sequence[Any]) -> dict[str, int]:
    spoken = [visit_columns(translator("app", code)) for code in PROGRAM]
    known = {word: key for key, words in _SYNONYMS.items() for word in words.split()}
    known |= {typed_text.folded(word): key for words in spoken for key, word in words.items()}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        word = typed_text.folded(cell_text(cell)[:_LONGEST])
        key = word if word in spoken[0] else known.get(word)
        if key is not None:
            found.setdefault(key, at)
    return found


def _missing(found: dict[str, int]) -> list[str]:
    needed = ["code"] if "code" in found else ["day", "place"]
    who = [] if {"nickname", "adults"} & found.keys() else ["nickname"]
    return [key for key in (*needed, *who, "children") if key not in found]


@dataclass
class _Reader:
    """Reads row after row, and remembers which family stood at which session."""

    columns: dict[str, int]
    today: date
    words: Translator
    _stood: dict[tuple[int, str], int] = field(default_factory=dict)  # the row, by session and folded nickname
    _came: dict[int, set[int]] = field(default_factory=dict)  # families, by session

    def __post_init__(self) -> None:
        """Take what the house knows, once."""
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for family_id, nickname in families.nicknames():
            self._by_name[typed_text.folded(nickname)].append(family_id)
        self._places: dict[str, Place] = {typed_text.folded(place.name): place for place in places.listed(True)}
        self._levels = {place.id: place for place in self._places.values()}

    def read(self, table_row: TableRow) -> VisitRow:
        """Say what a row would do."""
        row, session = PaperRow(), None
        try:
            row = PaperRow(self._text(table_row, "nickname"))
            session = self._session(table_row)
            row = self._row(table_row)
            self._must_be_once(row, session, table_row.number)
            kind = self._kind(row, session)
        except Refused as refused:
            return VisitRow(table_row.number, Kind.UNCLEAR, row, session, refused)
        return VisitRow(table_row.number, kind, row, session)

    def _kind(self, row: PaperRow, session: Session) -> Kind:
        if row.family_id is None:
            return Kind.NEW if row.name else Kind.KNOWN
        if session.id not in self._came:
            self._came[session.id] = {visit.family_id or 0 for visit in visits.of_session(session.id)}
        return Kind.HERE if row.family_id in self._came[session.id] else Kind.KNOWN

    def _must_be_once(self, row: PaperRow, session: Session, number: int) -> None:
        if row.name:
            first = self._stood.setdefault((session.id, typed_text.folded(row.name)), number)
            if first != number:
                raise Refused(Reason.ROW_TWICE, row=first)

    def _row(self, table_row: TableRow) -> PaperRow:
        name = typed_text.line(self._text(table_row, "nickname"), typed_text.NAME_LIMIT)
        same = self._by_name.get(typed_text.folded(name), []) if name else []
        if len(same) > 1:
            raise Refused(Reason.NAME_TAKEN)
        children, adults = self._text(table_row, "children"), self._text(table_row, "adults")
        row = PaperRow(
            name=name,
            ages=read_ages(children) if children else None,
            adults=tuple(relation_meant(self.words, word) for word in _parts(adults)),
            languages=tuple(language_meant(word) for word in _parts(self._text(table_row, "languages"))),
            how_heard=heard_meant(self.words, heard) if (heard := self._text(table_row, "heard")) else None,
            arrived=self._hour(table_row, "arrived"),
            left=self._hour(table_row, "left"),
            group=typed_text.line(self._text(table_row, "group"), typed_text.NAME_LIMIT),
            family_id=same[0] if same else None,
        )
        if row.family_id is None and not row.ages and not row.adults:
            raise Refused(Reason.NOBODY_CAME)
        return row

    def _session(self, table_row: TableRow) -> Session:
        code = self._text(table_row, "code")
        session = sessions.get(session_of(code)) if code else self._session_then(table_row)
        session.must_take_visits()
        place = self._levels.get(session.activity.place_id)
        if place is not None and not place.level.knows_families:
            raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
        return session

    def _session_then(self, table_row: TableRow) -> Session:
        """Find the session of a day and a place; of several the hour tells which."""
        day = read_day(self._cell(table_row, "day"), self.today)
        if day is None:
            raise Refused(Reason.DATE_IMPOSSIBLE, typed=self._text(table_row, "day")[:20])
        typed_place = self._text(table_row, "place")
        place = self._places.get(typed_text.folded(typed_place))
        if place is None:
            known = [one.name for one in self._levels.values()]
            raise Refused(Reason.CHOICE_UNKNOWN, typed=typed_place[:40], choices=", ".join(known))
        start = self._hour(table_row, "start")
        there = [one for one in sessions.between(day, day, place.id) if start in (None, one.activity.start)]
        there = [one for one in there if one.state is not SessionState.CANCELLED] or there[:1]
        if len(there) > 1:
            hours = [f"{one.activity.start:%H:%M}" for one in there]
            raise Refused(Reason.SESSION_UNCLEAR, day=day, place=place.name, hours=hours)
        if not there:
            raise Refused(Reason.SESSION_UNCLEAR, day=day, place=place.name)
        return there[0]

    def _hour(self, table_row: TableRow, key: str) -> time | None:
        words = self._text(table_row, key)
        hour = read_hour(self._cell(table_row, key)) if words else None
        if words and hour is None:
            raise Refused(Reason.TIME_IMPOSSIBLE, typed=words[:20])
        return hour

    def _text(self, table_row: TableRow, key: str) -> str:
        words = cell_text(self._cell(table_row, key))
        if len(words) > _LONGEST:
            raise Refused(Reason.TEXT_TOO_LONG, limit=_LONGEST, length=len(words))
        return words

    def _cell(self, table_row: TableRow, key: str) -> Any:
        at = self.columns.get(key)
        return table_row.cells[at] if at is not None and at < len(table_row.cells) else None


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.replace(";", ",").replace("·", ",").split(",") if part.strip()]
