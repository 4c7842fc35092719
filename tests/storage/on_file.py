"""A house in a file, for the tests of plain and of encrypted files: a module says with `key` which of both it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meetingplace.storage import database, schema

# SQLite says synchronous and secure_delete in numbers: 2 is FULL
WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000, "secure_delete": 1}


def pragmas() -> dict[str, object]:
    """Give the pragmas of this thread's connection."""
    return {name: database.database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in WANTED}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the file of the house."""
    return tmp_path / "house.db"


@pytest.fixture
def house(file: Path, key: bytes | None) -> Iterator[None]:
    """Bind an empty house in a file."""
    database.bind_file(file, key)
    schema.migrate()
    with database.connected():
        yield
    database.hang_up()


@pytest.fixture
def restart(file: Path, key: bytes | None) -> Callable[[], None]:
    """Close the file and open it again."""

    def again() -> None:
        database.hang_up()
        database.bind_file(file, key)
        database.database.connect()

    return again
