"""The contract on a plain SQLite file, and what is SQLite's own: its pragmas, its locks, its broken files."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import database, places
from tests.makers import make_place
from tests.storage.contract import in_another_thread
from tests.storage.every_contract import EveryContract
from tests.storage.on_file import WANTED, file, house, pragmas, restart

__all__ = ["file", "house", "restart"]


@pytest.fixture
def key() -> None:
    """Leave the file plain."""


class TestSqlite(EveryContract):
    pass


@pytest.mark.usefixtures("house")
def test_the_pragmas_are_on_in_every_connection() -> None:
    seen = [pragmas()]
    in_another_thread(lambda: seen.append(pragmas()))
    assert seen == [WANTED, WANTED]


@pytest.mark.usefixtures("house")
def test_what_is_removed_is_overwritten(file: Path) -> None:
    places.change(make_place("ZEERGEHEIM" * 50), None, name="Kuregem")
    database.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"ZEERGEHEIM" not in file.read_bytes()


@pytest.mark.usefixtures("house")
def test_the_library_is_free_of_the_bug_that_could_break_a_wal() -> None:
    name, version = database.library_version().split()
    assert name == "SQLite"
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)
    assert not database.is_encrypted()
    assert not database.is_bound_to_server()


@pytest.mark.usefixtures("house")
def test_a_writer_that_waits_too_long_is_told_that_the_house_is_busy(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.database.execute_sql("PRAGMA busy_timeout = 20")
    holding, done = threading.Event(), threading.Event()

    def hold() -> None:
        with database.transaction():
            holding.set()
            done.wait(timeout=30)

    other = threading.Thread(target=in_another_thread, args=(hold,))
    other.start()
    holding.wait(timeout=30)
    with pytest.raises(Refused) as refused, database.transaction():
        make_place()
    done.set()
    other.join(timeout=30)
    assert refused.value.reason is Reason.HOUSE_BUSY
    assert make_place()


@pytest.mark.usefixtures("house")
def test_a_disk_that_is_full_is_said_and_what_was_kept_is_safe() -> None:
    make_place()
    pages = database.database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.database.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused) as refused, database.transaction():
        make_place("x" * 1_000_000)
    assert refused.value.reason is Reason.DISK_FULL
    assert [place.name for place in places.listed()] == ["Kuregem"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    database.bind_file(tmp_path / "nowhere" / "house.db")
    with pytest.raises(Refused) as refused, database.connected():
        pass
    assert refused.value.reason is Reason.FOLDER_READ_ONLY


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_house_is_broken_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    database.bind_file(file)
    with pytest.raises(Refused) as refused, database.connected():
        places.listed()
    database.hang_up()
    assert refused.value.reason is Reason.FILE_BROKEN
    assert file.read_bytes() == content


@pytest.mark.usefixtures("house")
def test_a_page_that_was_damaged_is_seen(file: Path) -> None:
    for number in range(50):
        make_place(f"plek {number} " * 100)
    assert database.looks_whole()
    database.hang_up()
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xff" * 4096
    file.write_bytes(content)
    assert not database.looks_whole()


def test_the_file_is_a_plain_sqlite_file(house: None, file: Path) -> None:
    make_place("Kuregem")
    database.hang_up()
    with sqlcipher.connect(str(file)) as plain:
        assert plain.execute("SELECT name FROM place").fetchall() == [("Kuregem",)]
