"""Back-ups: verified by opening them, as secret as the house, whole or not there at all."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import backups, database, flyer_pictures, keys, schema
from tests.makers import make_family, make_house, make_place, make_session, make_visit

PASSPHRASE = "kraan wolk sokken tram"


def nobody() -> str:
    raise AssertionError("nobody should be asked for a passphrase")


def fill() -> None:
    """Two sessions, one family that came to one of them."""
    with database.connected():
        make_house("De Kersenpit")
        place = make_place()
        session = make_session(place)
        make_session(place, day=datetime(2026, 10, 28).date())
        make_visit(session, make_family("Maan"), datetime(2026, 10, 27, 9, 40))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give the folder of a plain house that is open."""
    made = tmp_path / "house"
    made.mkdir()
    database.bind_file(made / "house.db")
    schema.migrate()
    fill()
    yield made
    database.hang_up()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[tuple[Path, keys.NewKey]]:
    """Give the folder of an encrypted house that is open, and its key."""
    made = tmp_path / "locked"
    made.mkdir()
    key = keys.create(made, PASSPHRASE, "nl")
    database.bind_file(made / "house.db", key.key)
    schema.migrate()
    fill()
    yield made, key
    database.hang_up()


def refused(file: Path, passphrase: str = PASSPHRASE) -> Reason:
    with pytest.raises(Refused) as why:
        backups.preview(file, lambda: passphrase)
    return why.value.reason


def rezipped(file: Path, **changed: bytes | None) -> Path:
    """Write a back-up anew with other parts; None leaves a part out."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts |= {name.replace("_", "."): content for name, content in changed.items() if content is not None}
    for name in (name.replace("_", ".") for name, content in changed.items() if content is None):
        parts.pop(name)
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file


def test_a_backup_says_what_is_inside(folder: Path, tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "kept" / "first.mpbackup"
    expected = backups.Preview(file, datetime(2026, 10, 27, 9, 10), "De Kersenpit", sessions=2, families=1, visits=1)
    assert backups.make(file, folder, now) == expected
    assert backups.preview(file, nobody) == expected
    assert [left.name for left in file.parent.iterdir()] == ["first.mpbackup"]


def test_a_backup_holds_what_was_saved_a_moment_ago(folder: Path, tmp_path: Path, now: datetime) -> None:
    with database.connected():  # it lies in the write-ahead log, not yet in house.db
        make_family("Zon")
    assert backups.make(tmp_path / "b.mpbackup", folder, now).families == 2


def test_a_backup_carries_the_pictures_to_the_byte(
    locked: tuple[Path, keys.NewKey], tmp_path: Path, now: datetime
) -> None:
    dots = bytes(range(256)) * 4_000
    with database.connected():
        picture = flyer_pictures.add(ReadyPicture(dots, b"\x89PNG", 2, 1), "Samen aan tafel", "", now.date())
    assert backups.problems() == []
    backups.make(tmp_path / "b.mpbackup", locked[0], now)
    backups.unpack(tmp_path / "b.mpbackup", tmp_path / "out")
    assert dots[:1_000] not in (tmp_path / "out" / "house.db").read_bytes()
    database.bind_file(tmp_path / "out" / "house.db", locked[1].key)
    with database.connected():
        assert flyer_pictures.content_of(picture) == dots


def test_a_backup_of_an_encrypted_house_is_as_secret_as_the_house(
    locked: tuple[Path, keys.NewKey], tmp_path: Path, now: datetime
) -> None:
    folder, key = locked
    file = tmp_path / "b.mpbackup"
    backups.make(file, folder, now)
    database.hang_up()
    content = file.read_bytes()
    for secret in (b"De Kersenpit", b"Maan", b"SQLite format 3", key.key):
        assert secret not in content
    assert backups.preview(file, lambda: PASSPHRASE).families == 1
    assert backups.preview(file, lambda: " ".join(key.recovery_words)).families == 1
    assert refused(file, "een andere zin") is Reason.PASSPHRASE_WRONG


def test_an_unpacked_key_file_is_for_this_user_alone(
    locked: tuple[Path, keys.NewKey], tmp_path: Path, now: datetime
) -> None:
    backups.make(tmp_path / "b.mpbackup", locked[0], now)
    backups.unpack(tmp_path / "b.mpbackup", tmp_path / "out")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"house.db", "house.key"}
    if os.name != "nt":
        assert (tmp_path / "out" / "house.key").stat().st_mode & 0o077 == 0


def test_a_house_that_is_broken_gives_no_backup_and_the_old_one_stays(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept" / "b.mpbackup"
    backups.make(file, folder, now)
    before = file.read_bytes()
    honest = zipfile.ZipFile.write

    def scratch(archive: zipfile.ZipFile, copy: Path, name: str) -> None:
        content = bytearray(copy.read_bytes())
        content[100:8_000] = b"\xff" * 7_900
        copy.write_bytes(content)
        honest(archive, copy, name)

    monkeypatch.setattr(zipfile.ZipFile, "write", scratch)
    with pytest.raises(Refused) as why:
        backups.make(file, folder, now)
    assert why.value.reason in (Reason.FILE_BROKEN, Reason.NOT_A_BACKUP)
    assert file.read_bytes() == before
    assert [left.name for left in file.parent.iterdir()] == ["b.mpbackup"]


def test_a_full_disk_leaves_the_old_backup_and_no_pieces(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept" / "b.mpbackup"
    backups.make(file, folder, now)
    before = file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused) as why:
        backups.make(file, folder, now)
    assert why.value.reason is Reason.DISK_FULL
    assert file.read_bytes() == before
    assert [left.name for left in file.parent.iterdir()] == ["b.mpbackup"]


def test_a_stick_that_was_pulled_out_is_said_to_be_gone(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_more: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "no such drive")

    monkeypatch.setattr(Path, "mkdir", gone)
    with pytest.raises(Refused) as refused:
        backups.make(tmp_path / "stick" / "kept.mpbackup", folder, now)
    assert refused.value.reason is Reason.FILE_MISSING
    assert refused.value.facts == {"file": str(tmp_path / "stick")}


def test_what_is_no_backup_is_said_to_be_none(folder: Path, tmp_path: Path, now: datetime) -> None:
    made = tmp_path / "b.mpbackup"
    backups.make(made, folder, now)
    whole = made.read_bytes()
    assert refused(tmp_path / "nowhere.mpbackup") is Reason.FILE_MISSING
    assert refused(tmp_path) is Reason.FILE_MISSING  # a folder
    for content in (b"", b"nonsense", whole[: len(whole) // 2], whole[:-40]):
        made.write_bytes(content)
        assert refused(made) is Reason.NOT_A_BACKUP


@pytest.mark.parametrize(
    "changed",
    [
        {"house_db": None},
        {"house_db": b"not a database at all"},
        {"back-up_json": b"{}"},
        {"back-up_json": b"\xff"},
        {"back-up_json": b'{"made_at": "yesterday"}'},
        {"back-up_json": b"[]"},
    ],
)
def test_an_archive_of_something_else_is_no_backup(
    folder: Path, tmp_path: Path, now: datetime, changed: dict[str, bytes | None]
) -> None:
    backups.make(tmp_path / "b.mpbackup", folder, now)
    assert refused(rezipped(tmp_path / "b.mpbackup", **changed)) is Reason.NOT_A_BACKUP


def test_a_backup_without_its_key_opens_for_nobody(
    locked: tuple[Path, keys.NewKey], tmp_path: Path, now: datetime
) -> None:
    backups.make(tmp_path / "b.mpbackup", locked[0], now)
    assert refused(rezipped(tmp_path / "b.mpbackup", house_key=None)) is Reason.NOT_A_BACKUP


def test_an_encrypted_house_without_its_key_file_makes_no_backup_that_could_never_be_opened(
    locked: tuple[Path, keys.NewKey], tmp_path: Path, now: datetime
) -> None:
    (locked[0] / "house.key").unlink()
    with pytest.raises(Refused) as why:
        backups.make(tmp_path / "b.mpbackup", locked[0], now)
    assert why.value.reason is Reason.KEY_FILE_MISSING
    assert not (tmp_path / "b.mpbackup").exists()


def test_a_key_that_a_power_cut_left_beside_a_plain_house_does_not_spoil_its_backups(
    folder: Path, tmp_path: Path, now: datetime
) -> None:
    keys.create(folder, PASSPHRASE, "nl")  # the key came into place, the encrypted file did not
    backups.make(tmp_path / "b.mpbackup", folder, now)
    assert backups.preview(tmp_path / "b.mpbackup", nobody).families == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_a_backup_is_for_this_user_alone(folder: Path, tmp_path: Path, now: datetime) -> None:
    backups.make(tmp_path / "b.mpbackup", folder, now)
    assert (tmp_path / "b.mpbackup").stat().st_mode & 0o077 == 0


def test_a_stick_that_knows_no_rights_takes_a_backup_and_gives_it_back(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_words: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", unknown)
    backups.make(tmp_path / "b.mpbackup", folder, now)
    assert backups.preview(tmp_path / "b.mpbackup", nobody).families == 1


def test_a_plain_backup_becomes_an_encrypted_one_and_the_others_stay_as_they_are(
    folder: Path, tmp_path: Path, now: datetime
) -> None:
    file, broken = tmp_path / "kept" / "a.mpbackup", tmp_path / "kept" / "b.mpbackup"
    backups.make(file, folder, now)
    broken.write_bytes(b"PK nonsense")
    key_folder = tmp_path / "key"
    key_folder.mkdir()
    made = keys.create(key_folder, PASSPHRASE, "nl")
    assert b"De Kersenpit" in file.read_bytes()
    backups.lock_up_older(file.parent, key_folder, made.key)
    locked_up = file.read_bytes()
    assert b"De Kersenpit" not in locked_up
    seen = backups.preview(file, lambda: PASSPHRASE)
    assert (seen.house_name, seen.families, seen.sessions, seen.made_at) == ("De Kersenpit", 1, 2, now)
    assert refused(file, "een andere zin") is Reason.PASSPHRASE_WRONG
    backups.lock_up_older(file.parent, key_folder, made.key)
    assert file.read_bytes() == locked_up
    assert broken.read_bytes() == b"PK nonsense"
    assert len(list(file.parent.iterdir())) == 2


def test_a_plain_backup_that_cannot_be_encrypted_stays_as_it_was(
    folder: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept" / "a.mpbackup"
    backups.make(file, folder, now)
    before = file.read_bytes()
    made = keys.create(tmp_path, PASSPHRASE, "nl")

    def full(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    backups.lock_up_older(file.parent, tmp_path, made.key)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_backup_of_a_newer_program_is_newer(folder: Path, tmp_path: Path, now: datetime) -> None:
    backups.make(tmp_path / "b.mpbackup", folder, now)
    backups.unpack(tmp_path / "b.mpbackup", tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / "house.db") as newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')")
    newer.close()
    content = (tmp_path / "out" / "house.db").read_bytes()
    assert refused(rezipped(tmp_path / "b.mpbackup", house_db=content)) is Reason.FILE_NEWER


def test_the_latest_ten_stay_and_the_last_one_of_every_month(tmp_path: Path) -> None:
    days = [datetime(2026, 8, 1) + timedelta(days=day) for day in range(60)]  # 1 August to 29 September
    for day in days:
        (tmp_path / backups.name_of(day)).write_bytes(b"")
    (tmp_path / "mine.mpbackup").write_bytes(b"")
    backups.tidy(tmp_path)
    kept = sorted(file.name[13:23] for file in tmp_path.glob("meetingplace-*"))
    assert kept == ["2026-08-31", *(f"2026-09-{day}" for day in range(20, 30))]
    assert (tmp_path / "mine.mpbackup").exists()


def test_a_whole_house_has_no_problems_and_a_loose_end_is_one(folder: Path) -> None:
    assert backups.problems() == []
    database.hang_up()
    with sqlite3.connect(folder / "house.db") as broken:
        broken.execute("DELETE FROM family")
    broken.close()
    assert backups.problems() == ["foreign key: visit"]


def test_the_manifest_holds_no_name_of_anybody(folder: Path, tmp_path: Path, now: datetime) -> None:
    backups.make(tmp_path / backups.name_of(now), folder, now)
    with zipfile.ZipFile(tmp_path / "meetingplace-2026-10-27-091000.mpbackup") as archive:
        assert json.loads(archive.read("back-up.json")) == {"version": 1, "made_at": "2026-10-27T09:10:00"}
