"""Words in a cell of a CSV file: never a formula for a spreadsheet, and the same words when they come back."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n]")


def csv_cell(value: object) -> str:
    """Write a value so that a spreadsheet reads it as text and never as a formula (`=1+1`)."""
    words = " ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return "'" + words if _FORMULA.match(words) else words


def plain_words(cell: str) -> str:
    """Give the words that a cell was written from; those of other programs stay as they are."""
    return cell[1:] if _GUARDED.match(cell) else cell
