"""The contract on an encrypted file, and what encryption means: nothing to read on disk, no way in without the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import database, places
from tests.makers import make_place
from tests.storage.contract import in_another_thread
from tests.storage.every_contract import EveryContract
from tests.storage.on_file import WANTED, file, house, pragmas, restart

__all__ = ["file", "house", "restart"]

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    """Encrypt the file with this key."""
    return KEY


class TestSqlCipher(EveryContract):
    pass


@pytest.mark.usefixtures("house")
def test_the_pragmas_are_on_in_every_connection() -> None:
    seen = [pragmas()]
    in_another_thread(lambda: seen.append(pragmas()))
    assert seen == [WANTED, WANTED]
    assert database.is_encrypted()
    assert database.bound_key() == KEY


@pytest.mark.usefixtures("house")
def test_nothing_on_disk_can_be_read_without_the_key(file: Path) -> None:
    make_place("ZEERGEHEIM" * 50)
    for moment in ("in the WAL", "in the file"):
        written = b"".join(part.read_bytes() for part in file.parent.glob("house.db*"))
        assert len(written) > 100_000, moment
        for plain in (b"SQLite format 3", b"CREATE TABLE", b"ZEERGEHEIM", KEY):
            assert plain not in written, moment
        database.hang_up()


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("wrong", [bytes(32), KEY[::-1], None], ids=["another", "turned", "none"])
def test_a_wrong_key_opens_nothing_and_changes_nothing(file: Path, wrong: bytes | None) -> None:
    make_place("Kuregem")
    database.hang_up()
    before = file.read_bytes()
    database.bind_file(file, wrong)
    with pytest.raises(Refused) as refused, database.connected():
        places.listed()
    database.hang_up()
    assert refused.value.reason is Reason.FILE_BROKEN
    assert file.read_bytes() == before
    database.bind_file(file, KEY)
    with database.connected():
        assert [place.name for place in places.listed()] == ["Kuregem"]


@pytest.mark.usefixtures("house")
def test_what_is_sorted_or_dumped_never_lies_on_the_disk_in_plain() -> None:
    resource = pytest.importorskip("resource")
    assert database.database.execute_sql("PRAGMA temp_store").fetchone()[0] == 2  # in memory
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
