"""Fixtures for every floor: a house in memory and a clock that stands still. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from meetingplace.storage import database, tables


@pytest.fixture(scope="session", autouse=True)
def one_application(request: pytest.FixtureRequest) -> None:
    """Begin with the application of the window where any test of this run needs one: Qt has one for each process.

    Paper that is made without a window makes a bare application for its fonts, and no window could follow on it.
    """
    if any("qapp" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("qapp")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the house and the settings of whoever runs it; give the folder that stands for them."""
    home = tmp_path / "home"
    monkeypatch.setenv("MEETINGPLACE_HOME", str(home))
    return home


@pytest.fixture
def house() -> Iterator[None]:
    """Open an empty house in memory, connected for the length of the test."""
    database.bind_memory()
    with database.connected():
        for statement in _schema():
            database.database.execute_sql(statement)
        yield
    database.hang_up()


@cache
def _schema() -> tuple[str, ...]:
    """Read once how the tables are made: that is quicker than to work it out for each of thousands of tests."""
    database.database.create_tables(tables.TABLES)
    made = database.database.execute_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    for table in reversed(tables.TABLES):
        database.database.drop_tables([table])
    return tuple(sql for (sql,) in made)


@pytest.fixture
def now() -> datetime:
    """Stand still on Tuesday 27 October 2026, ten past nine in the morning."""
    return datetime(2026, 10, 27, 9, 10)
