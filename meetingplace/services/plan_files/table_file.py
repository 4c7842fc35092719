"""The rows of a table in a file (.xlsx or .csv), numbered as a person sees them. What they mean is read elsewhere."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.plan_files.cells import plain_words
from meetingplace.services.plan_files.imported import MOST_ROWS, MOST_UNPACKED

HEAD_WITHIN = 20  # rows: a title may stand over the heading
_MOST_COLUMNS = 100
_GAP = 1_000  # empty rows: after so many nothing comes any more


@dataclass(frozen=True)
class TableRow:
    """A row that is not empty, with its number in the file, counted from 1."""

    number: int
    cells: Sequence[Any]


def tables_of_xlsx(content: bytes) -> Iterator[list[TableRow]]:
    """Read the sheets of a spreadsheet one after the other; refuses TABLE_UNREADABLE and FILE_TOO_LONG."""
    from openpyxl import load_workbook  # noqa: PLC0415 (loaded only when somebody reads a spreadsheet)

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Refused(Reason.FILE_TOO_LONG, limit=MOST_ROWS)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            yield _cut(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS))
    except Refused:
        raise
    except Exception as problem:  # whatever a broken package makes a reader stumble over
        raise Refused(Reason.TABLE_UNREADABLE) from problem


def table_of_csv(content: bytes) -> list[TableRow]:
    """Read comma, semicolon or tab separated text; refuses TABLE_UNREADABLE and FILE_TOO_LONG."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Refused(Reason.TABLE_UNREADABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    try:
        return _cut([plain_words(cell) for cell in line] for line in csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as problem:
        raise Refused(Reason.TABLE_UNREADABLE) from problem


def _cut(rows: Iterable[Sequence[Any]]) -> list[TableRow]:
    kept: list[TableRow] = []
    gap = 0
    for number, cells in enumerate(rows, start=1):
        is_empty = all(cell in (None, "") for cell in cells)
        gap = gap + 1 if is_empty else 0
        if not is_empty:
            kept.append(TableRow(number, cells))
        if gap > _GAP:
            break
        if len(kept) > MOST_ROWS + HEAD_WITHIN:
            raise Refused(Reason.FILE_TOO_LONG, limit=MOST_ROWS)
    return kept
