"""Reading a plan from a table (.xlsx or .csv): the heading says what each column is, in nl, fr or en."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from meetingplace.domain import typed_text
from meetingplace.domain.language import LANGUAGES, PROGRAM
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, session_state_name
from meetingplace.services.plan_files.columns import SYNONYMS, headings
from meetingplace.services.plan_files.imported import MOST_ROWS, MOST_UNPACKED, ImportedRow

Value = TypeVar("Value")

_NEEDED = ("day", "start", "end", "title")
_HEAD_WITHIN = 20  # rows: a title may stand over the heading
_LONGEST_DAY = 24 * 60


def read_xlsx(content: bytes, today: date) -> list[ImportedRow]:
    """Read the first sheet that has a heading; refuses TABLE_UNREADABLE, HEADING_MISSING and FILE_TOO_LONG."""
    from openpyxl import load_workbook  # noqa: PLC0415 (loaded only when somebody reads a spreadsheet)

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Refused(Reason.FILE_TOO_LONG, limit=MOST_ROWS)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            found = _rows(_cut(sheet.iter_rows(values_only=True)), today)
            if found is not None:
                return found
    except Refused:
        raise
    except Exception as problem:  # whatever a broken package makes a reader stumble over
        raise Refused(Reason.TABLE_UNREADABLE) from problem
    raise Refused(Reason.HEADING_MISSING)


def read_csv(content: bytes, today: date) -> list[ImportedRow]:
    """Read comma, semicolon or tab separated text; refuses TABLE_UNREADABLE, HEADING_MISSING and FILE_TOO_LONG."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Refused(Reason.TABLE_UNREADABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    try:
        found = _rows(_cut(csv.reader(io.StringIO(text), delimiter=delimiter)), today)
    except csv.Error as problem:
        raise Refused(Reason.TABLE_UNREADABLE) from problem
    if found is None:
        raise Refused(Reason.HEADING_MISSING)
    return found


def _cut(rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    kept: list[Sequence[Any]] = []
    for row in rows:
        if any(cell not in (None, "") for cell in row):
            kept.append(row)
        if len(kept) > MOST_ROWS + _HEAD_WITHIN:
            raise Refused(Reason.FILE_TOO_LONG, limit=MOST_ROWS)
    return kept


def _rows(table: Sequence[Sequence[Any]], today: date) -> list[ImportedRow] | None:
    for at, row in enumerate(table[:_HEAD_WITHIN]):
        columns = _columns(row)
        if set(_NEEDED) <= columns.keys():
            return [_row(line, columns, cells, today) for line, cells in enumerate(table[at + 1 :], start=1)]
    return None


def _columns(row: Sequence[Any]) -> dict[str, int]:
    """Say which column is what, by the headings of any of our languages."""
    spoken = (headings(translator("app", code)) for code in PROGRAM)
    known = {word: key for key, words in SYNONYMS.items() for word in words.split()}
    known |= {typed_text.folded(word): key for words in spoken for key, word in words.items()}
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        key = known.get(typed_text.folded(str(cell or "")))
        if key is not None:
            found.setdefault(key, at)
    return found


def _row(line: int, columns: dict[str, int], cells: Sequence[Any], today: date) -> ImportedRow:
    def cell(key: str) -> Any:
        at = columns.get(key)
        return cells[at] if at is not None and at < len(cells) else None

    start, end = _hour(cell("start")), _hour(cell("end"))
    youngest, oldest = _whole(cell("from_months")), _whole(cell("to_months"))
    return ImportedRow(
        line=line,
        title=_text(cell("title")),
        day=_day(cell("day"), today),
        start=start,
        end=end,
        place=_text(cell("place")),
        number=_whole(cell("number")),
        is_cancelled=typed_text.folded(_text(cell("state"))) in _cancelled(),
        theme=_text(cell("theme")),
        functions=_known(_functions(), cell("functions")),
        languages=_known(_languages(), cell("languages")),
        team=tuple(_listed(cell("team"))),
        ages=(youngest, oldest) if youngest is not None and oldest is not None else None,
        capacity=_whole(cell("capacity")),
        said=frozenset(columns),
    )


def _text(value: Any) -> str:
    words = "" if value is None else str(value).strip()
    return words[1:] if words[:1] == "'" and words[1:2] in ("=", "+", "-", "@") else words


def _listed(value: Any) -> list[str]:
    return [word.strip() for word in _text(value).replace(";", ",").split(",") if word.strip()]


def _day(value: Any, today: date) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return typed_text.read_date(_text(value), today)
    except Refused:
        return None


def _hour(value: Any) -> time | None:
    """Read an hour: as a time, as a part of a day (what a spreadsheet keeps), or typed."""
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86_400
    if isinstance(value, int | float) and 0 <= value < 1:
        minutes = round(value * _LONGEST_DAY)
        return time(minutes // 60, minutes % 60) if minutes < _LONGEST_DAY else None
    typed = _text(value)
    try:
        return typed_text.read_time(typed.rsplit(":", 1)[0] if typed.count(":") == 2 else typed)
    except Refused:
        return None


def _whole(value: Any) -> int | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number == int(number) and 0 <= number < 10**9 else None


def _known(named: Mapping[str, Value], value: Any) -> tuple[Value, ...]:
    """Give what listed words mean, as far as they are known."""
    folded = (typed_text.folded(word) for word in _listed(value))
    return tuple(dict.fromkeys(named[word] for word in folded if word in named))


@lru_cache(maxsize=1)
def _functions() -> dict[str, Function]:
    named = {
        typed_text.folded(function_name(translator("app", code), one)): one for code in PROGRAM for one in Function
    }
    return named | {one.value: one for one in Function}


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    named = {typed_text.folded(Formats(spoken).language_name(code)): code for spoken in PROGRAM for code in LANGUAGES}
    return named | {code: code for code in LANGUAGES}


@lru_cache(maxsize=1)
def _cancelled() -> frozenset[str]:
    words = (session_state_name(translator("app", code), SessionState.CANCELLED) for code in PROGRAM)
    return frozenset(typed_text.folded(word) for word in (*words, SessionState.CANCELLED.value))
