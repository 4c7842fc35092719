"""Facts that the program notes about the house itself, such as the last back-up: a key and a word, nobody's act."""

from __future__ import annotations

from datetime import date, timedelta

from meetingplace.storage import server, tables

LAST_BACKUP = "last_backup"  # local date and time of the last one that was verified, as ISO 8601
TO_SCRUB = "to_scrub"  # the day of the last forgetting whose bytes are still to be overwritten; empty when they are
HOUSE_MARK = "house_mark"  # tells this house from every other, also in its back-ups


def fact(key: str) -> str:
    """Read a fact; empty when it was never noted."""
    row = tables.Upkeep.get_or_none(tables.Upkeep.key == key)
    return str(row.value) if row else ""


def note(key: str, value: str) -> None:
    """Write a fact; it is not journalled, because nobody undoes a back-up."""
    if not tables.Upkeep.update(value=value).where(tables.Upkeep.key == key).execute():
        tables.Upkeep.create(key=key, value=value)


def forget_marks(today: date) -> None:
    """Take away the marks (see `server`) of threads that have saved nothing for two days: they have ended long ago."""
    key, value = tables.Upkeep.key, tables.Upkeep.value
    old = str(today - timedelta(days=2))
    tables.Upkeep.delete().where(key.startswith(server.MARK) & (value < old)).execute()
