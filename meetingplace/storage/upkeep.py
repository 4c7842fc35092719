"""Facts that the program notes about the house itself, such as the last back-up: a key and a word, nobody's act."""

from __future__ import annotations

from meetingplace.storage import tables

LAST_BACKUP = "last_backup"  # local date and time of the last one that was verified, as ISO 8601


def fact(key: str) -> str:
    """Read a fact; empty when it was never noted."""
    row = tables.Upkeep.get_or_none(tables.Upkeep.key == key)
    return str(row.value) if row else ""


def note(key: str, value: str) -> None:
    """Write a fact; it is not journalled, because nobody undoes a back-up."""
    if not tables.Upkeep.update(value=value).where(tables.Upkeep.key == key).execute():
        tables.Upkeep.create(key=key, value=value)
