"""From nothing to an open house: each step may be refused, and whatever is refused leaves everything as it was."""

from __future__ import annotations

import errno
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from meetingplace import settings, startup
from meetingplace.domain.families import SearchWord
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import upkeep
from meetingplace.startup import NewHouse, State
from meetingplace.storage import database, families, house_lock, keys, places, schema, team
from tests.makers import make_family, make_place

PASSPHRASE = "kraan wolk sokken tram"
TYPED = NewHouse(name="De Kersenpit", place="Kuregem", host="Samira")
LOCKED = NewHouse(name="De Kersenpit", place="Kuregem", host="Samira", passphrase=PASSPHRASE)


@pytest.fixture(autouse=True)
def no_house_stays_open() -> Iterator[None]:
    """Close what a test left open."""
    yield
    database.hang_up()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder for a house; it does not exist yet."""
    return tmp_path / "house"


def say(passphrase: str = PASSPHRASE):
    return lambda: passphrase


def nicknames(folder: Path, passphrase: str = "") -> list[str]:
    with startup.open_house(str(folder), say(passphrase)) as house, house.connection():
        return [row[0] for row in database.database.execute_sql("SELECT nickname FROM family ORDER BY id").fetchall()]


def add_family(folder: Path, nickname: str, passphrase: str = "") -> None:
    with startup.open_house(str(folder), say(passphrase)) as house, house.connection():
        make_family(nickname)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def refused(folder: Path, passphrase: str = PASSPHRASE) -> Refused:
    with pytest.raises(Refused) as why:
        startup.open_house(str(folder), say(passphrase))
    return why.value


# --- a new house ---


def test_a_new_house_opens_with_its_place_and_its_host(folder: Path) -> None:
    assert startup.state_of(str(folder)) is State.NEW
    assert startup.create_house(folder, TYPED) == ()
    assert startup.state_of(str(folder)) is State.PLAIN
    assert [file.name for file in folder.iterdir()] == ["house.db"]
    with startup.open_house(str(folder)) as house, house.connection():
        made = places.house()
        assert made is not None
        assert (made.name, [place.name for place in places.listed()]) == ("De Kersenpit", ["Kuregem"])
        assert [member.name for member in team.listed()] == ["Samira"]
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def test_a_new_house_with_a_passphrase_opens_with_it_or_with_its_recovery_words_and_with_nothing_else(
    folder: Path,
) -> None:
    words = startup.create_house(folder, LOCKED)
    assert len(words) == 8
    assert startup.state_of(str(folder)) is State.ENCRYPTED
    assert b"Kersenpit" not in (folder / "house.db").read_bytes()
    for good in (PASSPHRASE, " ".join(words)):
        startup.open_house(str(folder), say(good)).close()
    assert refused(folder, "een andere zin").reason is Reason.PASSPHRASE_WRONG
    with pytest.raises(Refused) as why:
        startup.open_house(str(folder))
    assert why.value.reason is Reason.PASSPHRASE_NEEDED


def test_a_name_that_is_missing_makes_no_house(folder: Path) -> None:
    with pytest.raises(Refused) as why:
        startup.create_house(folder, NewHouse(name="  ", place="Kuregem", host="Samira"))
    assert why.value.reason is Reason.NAME_MISSING
    assert startup.state_of(str(folder)) is State.NEW


def test_a_house_is_never_made_over_another_one(folder: Path) -> None:
    startup.create_house(folder, TYPED)
    before = files(folder)
    with pytest.raises(Refused) as why:
        startup.create_house(folder, NewHouse(name="Een ander", place="Jette", host="Nele"))
    assert why.value.reason is Reason.FILE_EXISTS
    assert files(folder) == before


def test_a_full_disk_makes_no_half_house(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # the key file is the first thing to be written
    with pytest.raises(Refused) as why:
        startup.create_house(folder, LOCKED)
    assert why.value.reason is Reason.DISK_FULL
    assert list(folder.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_refused(folder: Path) -> None:
    folder.write_text("", encoding="utf-8")
    with pytest.raises(Refused) as why:
        startup.create_house(folder, TYPED)
    assert why.value.reason is Reason.FOLDER_READ_ONLY


# --- opening ---


def test_a_house_that_is_not_there_is_said_to_be_missing_with_its_folder(folder: Path) -> None:
    missing = refused(folder)
    assert missing.reason is Reason.FILE_MISSING
    assert missing.facts["file"] == folder / "house.db"
    assert not folder.exists()


def test_a_key_file_that_is_gone_is_named_and_nothing_is_changed(folder: Path) -> None:
    startup.create_house(folder, LOCKED)
    (folder / "house.key").unlink()
    before = files(folder)
    assert refused(folder).reason is Reason.KEY_FILE_MISSING
    assert files(folder) == before


@pytest.mark.parametrize("content", [b"", b"short", b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_a_broken_file_is_said_to_be_broken_and_stays_as_it_is(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "house.db").write_bytes(content)
    assert refused(folder).reason is Reason.FILE_BROKEN
    assert (folder / "house.db").read_bytes() == content
    assert house_lock.holder(folder) is None


def test_an_encrypted_file_that_was_scratched_is_broken(folder: Path) -> None:
    startup.create_house(folder, LOCKED)
    content = bytearray((folder / "house.db").read_bytes())
    content[4_000:4_100] = b"\x00" * 100
    (folder / "house.db").write_bytes(content)
    assert refused(folder).reason is Reason.FILE_BROKEN


def test_after_a_crash_the_whole_file_is_looked_through(folder: Path) -> None:
    startup.create_house(folder, TYPED)
    with sqlite3.connect(folder / "house.db") as looked:
        (root,) = looked.execute("SELECT rootpage FROM sqlite_master WHERE name = 'voice'").fetchone()
        (page,) = looked.execute("PRAGMA page_size").fetchone()
    looked.close()
    content = bytearray((folder / "house.db").read_bytes())
    content[(root - 1) * page : (root - 1) * page + 200] = b"\xff" * 200  # a table that nobody reads while opening
    (folder / "house.db").write_bytes(content)
    startup.open_house(str(folder)).close()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    lock = {"computer": platform.node(), "process": ended.pid, "since": "2026-10-27T08:05:00"}
    (folder / house_lock.LOCK_FILE).write_text(json.dumps(lock), encoding="utf-8")
    assert refused(folder).reason is Reason.FILE_BROKEN


def test_a_house_of_a_newer_program_is_left_alone(folder: Path) -> None:
    startup.create_house(folder, TYPED)
    with sqlite3.connect(folder / "house.db") as newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')")
    newer.close()
    before = files(folder)["house.db"]
    assert refused(folder).reason is Reason.FILE_NEWER
    assert files(folder)["house.db"] == before


def test_one_window_a_house_but_a_command_may_look_in(folder: Path, now: datetime) -> None:
    startup.create_house(folder, TYPED)
    lock = {"computer": "balie-2", "process": 1, "since": "2026-10-27T08:05:00"}
    (folder / house_lock.LOCK_FILE).write_text(json.dumps(lock), encoding="utf-8")
    assert refused(folder).reason is Reason.HOUSE_OPEN_ELSEWHERE
    with startup.open_for_command(folder, None, say()) as house, house.connection():
        assert places.house() is not None
    held = house_lock.holder(folder)
    assert held is not None
    assert held.computer == "balie-2"


def test_a_closed_house_holds_no_lock_also_when_opening_failed(folder: Path) -> None:
    startup.create_house(folder, LOCKED)
    refused(folder, "een andere zin")
    assert house_lock.holder(folder) is None
    house = startup.open_house(str(folder), say())
    assert house_lock.holder(folder) is not None
    house.close()
    assert house_lock.holder(folder) is None


@pytest.mark.parametrize("address", ["mysql://server/house", "C:/house", "postgresql:"])
def test_a_server_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(Refused) as why:
        startup.open_for_command(None, address, say())
    assert why.value.reason is Reason.ADDRESS_UNKNOWN


def test_the_house_of_this_pc_is_the_one_of_the_settings(own_folders: Path, tmp_path: Path) -> None:
    assert startup.usual_address() == str(own_folders / "data" / "house")
    chosen = settings.Settings(address=str(tmp_path / "elsewhere"))
    settings.save(own_folders / "settings" / "settings.toml", chosen)
    assert startup.usual_folder() == tmp_path / "elsewhere"


# --- a step of the schema that a house still needs ---


@pytest.fixture
def with_a_second_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of a step that this program knows and the houses of before do not have."""
    steps = tmp_path / "steps"
    shutil.copytree(schema.MIGRATIONS, steps, ignore=shutil.ignore_patterns("__*"))
    step = steps / "9999_later.py"
    step.write_text("def up(migrator, db):\n    db.execute_sql('CREATE TABLE second (id INTEGER)')\n", encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    return step


def test_a_backup_is_made_and_verified_before_a_house_is_brought_up_to_date(
    folder: Path, now: datetime, request: pytest.FixtureRequest
) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Maan")
    request.getfixturevalue("with_a_second_step")
    with startup.open_house(str(folder), now=now) as house, house.connection():
        assert schema.version() == "9999_later"
        assert upkeep.last_backup() == now
    kept = folder / "backups" / "meetingplace-2026-10-27-091000.mpbackup"
    assert startup.preview_restore(kept, say()).families == 1


def test_search_looks_through_more_names_after_a_step(folder: Path, request: pytest.FixtureRequest) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Mohamed")
    with sqlite3.connect(folder / "house.db") as older:
        older.execute("UPDATE family SET folded = 'mohamed'")
    older.close()
    request.getfixturevalue("with_a_second_step")
    with startup.open_house(str(folder)) as house, house.connection():
        assert [family.nickname for family in families.search([SearchWord("muhammad")])] == ["Mohamed"]


def test_a_step_that_fails_leaves_the_house_as_it_was(
    folder: Path, now: datetime, request: pytest.FixtureRequest
) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Maan")
    step = request.getfixturevalue("with_a_second_step")
    step.write_text(
        "def up(migrator, db):\n"
        "    db.execute_sql('CREATE TABLE second (id INTEGER)')\n"
        "    db.execute_sql('DELETE FROM family')\n"
        "    db.execute_sql('INSERT INTO nowhere VALUES (1)')\n",
        encoding="utf-8",
    )
    assert refused(folder).reason is Reason.DATABASE_FAILED
    step.unlink()
    assert nicknames(folder) == ["Maan"]
    with startup.open_house(str(folder)) as house, house.connection():
        assert not database.database.table_exists("second")


# --- back-up and restore ---


def backed_up(folder: Path, to: Path, now: datetime, passphrase: str = "") -> Path:
    with startup.open_house(str(folder), say(passphrase)) as house, house.connection():
        return upkeep.back_up(house.folder, now, to)


def test_what_a_restore_replaces_is_kept(folder: Path, tmp_path: Path, now: datetime) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Maan")
    file = backed_up(folder, tmp_path / "b.mpbackup", now)
    add_family(folder, "Zon")
    kept = startup.restore(file, folder, now)
    assert nicknames(folder) == ["Maan"]
    assert kept == folder / "replaced-2026-10-27-091000"
    assert nicknames(kept) == ["Maan", "Zon"]
    assert sorted(part.name for part in folder.iterdir()) == ["house.db", kept.name]


def test_a_backup_opens_on_another_pc_with_the_passphrase_and_with_the_recovery_words(
    folder: Path, tmp_path: Path, now: datetime
) -> None:
    words = startup.create_house(folder, LOCKED)
    add_family(folder, "Maan", PASSPHRASE)
    file = backed_up(folder, tmp_path / "b.mpbackup", now, PASSPHRASE)
    shutil.rmtree(folder)
    other = tmp_path / "other pc" / "house"
    assert startup.restore(file, other, now) is None
    assert nicknames(other, PASSPHRASE) == ["Maan"]
    assert nicknames(other, " ".join(words)) == ["Maan"]
    assert refused(other, "een andere zin").reason is Reason.PASSPHRASE_WRONG


def test_an_encrypted_house_takes_the_place_of_a_plain_one_with_its_own_key(
    folder: Path, tmp_path: Path, now: datetime
) -> None:
    startup.create_house(tmp_path / "old", LOCKED)
    file = backed_up(tmp_path / "old", tmp_path / "b.mpbackup", now, PASSPHRASE)
    startup.create_house(folder, TYPED)
    add_family(folder, "Zon")
    kept = startup.restore(file, folder, now)
    assert kept is not None
    assert nicknames(folder, PASSPHRASE) == []
    assert nicknames(kept) == ["Zon"]
    assert (folder / keys.KEY_FILE).exists()
    assert not (kept / keys.KEY_FILE).exists()


@pytest.mark.parametrize("content", [b"", b"nonsense"])
def test_what_is_no_backup_replaces_nothing(folder: Path, tmp_path: Path, now: datetime, content: bytes) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Maan")
    before = files(folder)
    (tmp_path / "b.mpbackup").write_bytes(content)
    with pytest.raises(Refused) as why:
        startup.restore(tmp_path / "b.mpbackup", folder, now)
    assert why.value.reason is Reason.NOT_A_BACKUP
    assert files(folder) == before


def test_a_restore_that_is_broken_off_leaves_a_house_that_opens(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    startup.create_house(folder, TYPED)
    file = backed_up(folder, tmp_path / "b.mpbackup", now)
    add_family(folder, "Maan")
    honest = Path.replace

    def pull_out(part: Path, target: Path) -> Path:
        if target == folder / "house.db":
            raise KeyboardInterrupt
        return honest(part, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", pull_out)
        with pytest.raises(KeyboardInterrupt):
            startup.restore(file, folder, now)
    assert nicknames(folder) == ["Maan"]


def test_a_full_disk_replaces_nothing(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    startup.create_house(folder, TYPED)
    file = backed_up(folder, tmp_path / "b.mpbackup", now)
    add_family(folder, "Maan")

    def full(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(Refused) as why:
        startup.restore(file, folder, now)
    assert why.value.reason is Reason.DISK_FULL
    assert nicknames(folder) == ["Maan"]


def test_a_plain_house_takes_the_place_of_an_encrypted_one_and_its_key_goes(
    folder: Path, tmp_path: Path, now: datetime
) -> None:
    startup.create_house(tmp_path / "old", TYPED)
    file = backed_up(tmp_path / "old", tmp_path / "b.mpbackup", now)
    startup.create_house(folder, LOCKED)
    kept = startup.restore(file, folder, now)
    assert kept is not None
    assert startup.state_of(str(folder)) is State.PLAIN
    assert not (folder / keys.KEY_FILE).exists()
    assert nicknames(kept, PASSPHRASE) == []


def test_a_house_that_is_open_is_not_replaced(folder: Path, tmp_path: Path, now: datetime) -> None:
    startup.create_house(folder, TYPED)
    file = backed_up(folder, tmp_path / "b.mpbackup", now)
    lock = {"computer": "balie-2", "process": 1, "since": "2026-10-27T08:05:00"}
    (folder / house_lock.LOCK_FILE).write_text(json.dumps(lock), encoding="utf-8")
    with pytest.raises(Refused) as why:
        startup.restore(file, folder, now)
    assert why.value.reason is Reason.HOUSE_OPEN_ELSEWHERE
    assert sorted(part.name for part in folder.iterdir()) == ["house.db", "house.lock"]


# --- the sample ---


def sample_there(folder: Path, fresh: bool = False) -> None:
    with startup.open_sample(folder, None, fresh) as house, house.connection():
        places.add_house(name="Voorbeeld", is_sample=True)
        make_place()


def test_a_sample_is_there_whole_or_not_at_all(folder: Path) -> None:
    def pull_out() -> None:
        with startup.open_sample(folder, None, fresh=False) as house, house.connection():
            places.add_house(name="Voorbeeld", is_sample=True)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pull_out()
    assert list(folder.iterdir()) == []
    sample_there(folder)
    assert [file.name for file in folder.iterdir()] == ["house.db"]


def test_a_new_sample_takes_the_place_of_an_older_one_only_when_that_is_asked(folder: Path) -> None:
    sample_there(folder)
    add_family(folder, "Maan")
    with pytest.raises(Refused) as why:
        sample_there(folder)
    assert why.value.reason is Reason.FILE_EXISTS
    assert nicknames(folder) == ["Maan"]
    sample_there(folder, fresh=True)
    assert nicknames(folder) == []


def test_a_sample_never_takes_the_place_of_a_real_house(folder: Path) -> None:
    startup.create_house(folder, TYPED)
    add_family(folder, "Maan")
    with pytest.raises(Refused) as why:
        sample_there(folder, fresh=True)
    assert why.value.reason is Reason.FILE_EXISTS
    assert nicknames(folder) == ["Maan"]
