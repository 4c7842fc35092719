"""Reading a plan from a table (.xlsx or .csv): the heading says what each column is, in nl, fr or en."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from meetingplace.domain import typed_text
from meetingplace.domain.language import LANGUAGES, PROGRAM
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name, session_state_name
from meetingplace.services.plan_files.columns import FREE, SYNONYMS, entry_words, headings
from meetingplace.services.plan_files.imported import ImportedRow, hint
from meetingplace.services.plan_files.names import LONGEST, split_names
from meetingplace.services.plan_files.table_file import HEAD_WITHIN, TableRow, table_of_csv, tables_of_xlsx

_NEEDED = ("day", "start", "end", "title")
_LONGEST_DAY = 24 * 60
_PRICE = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?")


def read_xlsx(content: bytes, today: date) -> list[ImportedRow]:
    """Read the first sheet that has a heading; refuses TABLE_UNREADABLE, HEADING_MISSING and FILE_TOO_LONG."""
    for table in tables_of_xlsx(content):
        found = _rows(table, today)
        if found is not None:
            return found
    raise Refused(Reason.HEADING_MISSING)


def read_csv(content: bytes, today: date) -> list[ImportedRow]:
    """Read comma, semicolon or tab separated text; refuses TABLE_UNREADABLE, HEADING_MISSING and FILE_TOO_LONG."""
    found = _rows(table_of_csv(content), today)
    if found is None:
        raise Refused(Reason.HEADING_MISSING)
    return found


def _rows(table: Sequence[TableRow], today: date) -> list[ImportedRow] | None:
    for at, row in enumerate(table[:HEAD_WITHIN]):
        columns = _columns(row.cells)
        if set(_NEEDED) <= columns.keys():
            return [_row(line, columns, one.cells, today) for line, one in enumerate(table[at + 1 :], start=1)]
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

    functions, strange = split_names(cell_text(cell("functions"))[:LONGEST], _functions().get)
    languages, foreign = split_names(cell_text(cell("languages"))[:LONGEST], _languages().get)
    youngest, oldest = _whole(cell("from_months")), _whole(cell("to_months"))
    row = ImportedRow(
        line=line,
        title=cell_text(cell("title")),
        day=read_day(cell("day"), today),
        start=read_hour(cell("start")),
        end=read_hour(cell("end")),
        place=cell_text(cell("place")),
        number=_whole(cell("number")),
        is_cancelled=typed_text.folded(cell_text(cell("state"))) in _cancelled(),
        theme=cell_text(cell("theme")),
        functions=functions,
        languages=languages,
        team=cell_text(cell("team")),
        partners=cell_text(cell("partners")),
        ages=(youngest, oldest) if youngest is not None and oldest is not None else None,
        capacity=_whole(cell("capacity")),
        is_walk_in=_entries().get(typed_text.folded(cell_text(cell("entry")))),
        price_cents=_cents(cell("price")),
        goal=cell_text(cell("goal")),
        reason=cell_text(cell("reason")),
        said=frozenset(columns),
    )
    passed_over = {"functions": strange, "languages": foreign, **_unread(row, cell)}
    return replace(row, hints=tuple(hint(fact, words) for fact, words in passed_over.items() if words))


def _unread(row: ImportedRow, cell: Callable[[str], Any]) -> dict[str, list[str]]:
    """Give the words in cells for a number or a choice that cannot be read, by the fact that they are about."""
    meant = {
        "ages": (row.ages, ("from_months", "to_months")),
        "capacity": (row.capacity, ("capacity",)),
        "entry": (row.is_walk_in, ("entry",)),
        "price": (row.price_cents, ("price",)),
    }
    unread = {fact: keys for fact, (value, keys) in meant.items() if value is None}
    return {fact: [words for key in keys if (words := cell_text(cell(key)))] for fact, keys in unread.items()}


def cell_text(value: Any) -> str:
    """Give what stands in a cell as one text."""
    return "" if value is None else str(value).strip()


def read_day(value: Any, today: date) -> date | None:
    """Read a day: as a date, or typed; None when it cannot be read."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return typed_text.read_date(cell_text(value), today)
    except Refused:
        return None


def read_hour(value: Any) -> time | None:
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
    typed = cell_text(value)
    try:
        return typed_text.read_time(typed.rsplit(":", 1)[0] if typed.count(":") == 2 else typed)
    except Refused:
        return None


def _whole(value: Any) -> int | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if 0 <= number < 10**9 and number.is_integer() else None


def _cents(value: Any) -> int | None:
    """Read a price in euro: a number, or words like `2,50`, `€ 2.5` and `gratis`; None when nothing can be read."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(value * 100) if 0 <= value <= 1_000 else None
    words = typed_text.folded(cell_text(value)).replace("€", "").removesuffix("euro").removesuffix("eur").strip()
    if words in FREE:
        return 0
    found = _PRICE.fullmatch(words)
    cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None
    return cents if cents is not None and cents <= 100_000 else None


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


@lru_cache(maxsize=1)
def _entries() -> dict[str, bool]:
    spoken = (entry_words(translator("app", code)) for code in PROGRAM)
    return {typed_text.folded(word): is_walk_in for words in spoken for is_walk_in, word in words.items()}
