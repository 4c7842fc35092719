"""Back-ups: one file with the database and its wrapped key, verified by opening it before it counts.

An encrypted house stays encrypted in its back-up, which opens on another PC with the passphrase or the recovery code. A
house on a server is copied row by row into a plain file of the same tables.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase
from playhouse.migrations import Runner
from sqlcipher3 import dbapi2 as sqlcipher

from meetingplace import paths
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import keys, schema, tables
from meetingplace.storage.database import (
    bound_key,
    connected,
    database,
    export_encrypted,
    is_bound_to_server,
    refusing,
)

SUFFIX = ".mpbackup"
HOUSE_FILE = "house.db"
_MANIFEST = "back-up.json"
_COUNTED = ("session", "family", "visit")
_HALF_DONE = (".back-up-", ".new-house-", ".sample-", ".encrypt-", ".restore-")  # how working folders begin
_DAY = 86_400  # seconds
REPLACED = "replaced-"  # begins the name of a folder with a house that a back-up took the place of
KEPT_LATEST = 10  # beside the last one of every month


@dataclass(frozen=True)
class Preview:
    """What is inside a back-up, shown before it replaces anything."""

    file: Path
    made_at: datetime
    house_name: str
    sessions: int
    families: int
    visits: int


def make(file: Path, key_folder: Path | None, now: datetime) -> Preview:
    """Copy the bound house into `file`, open the copy to verify it, and only then move it into place.

    `key_folder` is where the `house.key` of an encrypted house lies. Refuses DISK_FULL, FOLDER_READ_ONLY, FILE_MISSING
    (where the file is to lie), FILE_BROKEN, and KEY_FILE_… when the copy could never be opened again.
    """
    key = bound_key()
    with refusing(), _beside(file) as folder:
        copy = folder / HOUSE_FILE
        if is_bound_to_server():
            _copy_rows(copy)
        else:
            with connected():
                database.execute_sql("VACUUM INTO ?", (str(copy),))
        # the key of a plain house is one that a power cut left behind: it opens nothing
        _pack(folder / "part", copy, keys.read_file(key_folder) if key and key_folder else None, now)
        found = _preview(folder / "part", folder / "verify", key)
        paths.move_into(folder / "part", file)
    return replace(found, file=file)


def lock_up(file: Path, key_folder: Path, key: bytes) -> None:
    """Make a plain back-up an encrypted one with the key file of a folder, opened to verify it; others stay the same.

    Refuses what `make` and `unpack` refuse; then the file is as it was.
    """
    with _reading(file) as archive:
        if keys.KEY_FILE in archive.namelist():
            return
    with refusing(), _beside(file) as folder:
        unpack(file, folder)
        found = _preview(file, folder / "before", None)
        encrypted = folder / "encrypted.db"
        with closing(sqlcipher.connect(str(folder / HOUSE_FILE), isolation_level=None)) as plain:
            export_encrypted(plain.execute, encrypted, key)
        _pack(folder / "part", encrypted, keys.read_file(key_folder), found.made_at)
        _preview(folder / "part", folder / "verify", key)
        paths.move_into(folder / "part", file)


def lock_up_older(folder: Path, key_folder: Path, key: bytes) -> None:
    """Encrypt the plain back-ups in a folder: those of before the house had a passphrase. A broken one stays."""
    for file in folder.glob(f"*{SUFFIX}"):
        with suppress(Refused):
            lock_up(file, key_folder, key)


def _pack(file: Path, house: Path, key_file: bytes | None, made_at: datetime) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_MANIFEST, json.dumps({"version": 1, "made_at": made_at.isoformat(timespec="seconds")}))
        archive.write(house, HOUSE_FILE)
        if key_file is not None:
            archive.writestr(keys.KEY_FILE, key_file)


def preview(file: Path, passphrase: Callable[[], str]) -> Preview:
    """Open a back-up in a temporary folder and say what is inside.

    Refuses FILE_MISSING, NOT_A_BACKUP, PASSPHRASE_WRONG, FILE_NEWER and FILE_BROKEN; changes nothing.
    """
    if not file.is_file():
        raise Refused(Reason.FILE_MISSING, file=file.name)
    with tempfile.TemporaryDirectory(prefix="meetingplace-") as folder:
        unpacked = Path(folder)
        unpack(file, unpacked)
        key = keys.unlock(unpacked, passphrase()) if (unpacked / keys.KEY_FILE).exists() else None
        return _preview(file, unpacked / "again", key)


def unpack(file: Path, folder: Path) -> None:
    """Take the database and the key file out of a back-up; refuses FILE_MISSING and NOT_A_BACKUP."""
    folder.mkdir(parents=True, exist_ok=True)
    with _reading(file) as archive:
        names = set(archive.namelist())
        if not {_MANIFEST, HOUSE_FILE} <= names:
            raise Refused(Reason.NOT_A_BACKUP, file=file.name)
        for name in (HOUSE_FILE, keys.KEY_FILE):
            if name in names:
                archive.extract(name, folder)
                paths.make_private(folder / name)


def name_of(now: datetime) -> str:
    """Give the name of a back-up file; no names of people or places."""
    return f"meetingplace-{now:%Y-%m-%d-%H%M%S}{SUFFIX}"


def tidy(folder: Path, too_old: date | None = None) -> None:
    """Take away old back-ups: the latest ten stay, and the last one of every month; nothing of before `too_old`."""
    files = sorted(folder.glob(f"meetingplace-*{SUFFIX}"), reverse=True)
    months: set[str] = set()
    for index, file in enumerate(files):
        month = file.name[len("meetingplace-") :][:7]
        if (index >= KEPT_LATEST and month in months) or _is_of_before(file, "meetingplace-", too_old):
            file.unlink()
        months.add(month)


def tidy_replaced(folder: Path, too_old: date) -> None:
    """Take away the houses of before a day that a back-up took the place of."""
    for kept in folder.glob(f"{REPLACED}*"):
        if _is_of_before(kept, REPLACED, too_old):
            shutil.rmtree(kept, ignore_errors=True)


def _is_of_before(file: Path, begin: str, too_old: date | None) -> bool:
    """Tell whether the name of a file says that it is of before a day; one that was named otherwise stays."""
    try:
        return too_old is not None and date.fromisoformat(file.name[len(begin) :][:10]) < too_old
    except ValueError:
        return False


def problems() -> list[str]:
    """Look through the whole bound database; an empty list means that everything is whole."""
    with connected():
        if is_bound_to_server():
            return []
        found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check").fetchall()]
        found = [] if found == ["ok"] else found
        return found + [f"foreign key: {row[0]}" for row in database.execute_sql("PRAGMA foreign_key_check").fetchall()]


def sweep(folder: Path) -> None:
    """Take away what a killed program left half done in a folder: copies of a house that nobody looks after."""
    for left in (each for begin in _HALF_DONE for each in folder.glob(f"{begin}*")):
        if time.time() - left.stat().st_mtime > _DAY:  # a younger one may still be in use
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as gone:  # a stick that was pulled out, a share that went away
        raise Refused(Reason.FILE_MISSING, file=str(file.parent)) from gone
    sweep(file.parent)
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".back-up-") as folder:
        yield Path(folder)


@contextmanager
def _reading(file: Path) -> Iterator[zipfile.ZipFile]:
    """Read an archive; whatever makes no sense in it means that it is no back-up of ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as problem:  # the stick was pulled out
        raise Refused(Reason.FILE_MISSING, file=file.name) from problem
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, LookupError, TypeError, RuntimeError) as problem:
        raise Refused(Reason.NOT_A_BACKUP, file=file.name) from problem


def _preview(file: Path, folder: Path, key: bytes | None) -> Preview:
    unpack(file, folder)
    with _reading(file) as archive:
        made_at = datetime.fromisoformat(json.loads(archive.read(_MANIFEST))["made_at"])
    with closing(sqlcipher.connect(str(folder / HOUSE_FILE))) as copy:
        try:
            if key:
                copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise Refused(Reason.FILE_BROKEN)
            if {row[0] for row in copy.execute("SELECT name FROM schema_migration")} - schema.known():
                raise Refused(Reason.FILE_NEWER)
            name = copy.execute("SELECT name FROM house").fetchone()
            counts = [copy.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in _COUNTED]  # noqa: S608
        except sqlcipher.DatabaseError as problem:
            raise Refused(Reason.NOT_A_BACKUP, file=file.name) from problem
    return Preview(file, made_at, name[0] if name else "", *counts)


def _copy_rows(file: Path) -> None:
    # one moment of the house, whatever other PCs write meanwhile
    with connected(), database.atomic("REPEATABLE READ"):
        rows: dict[type[tables.Row], list[dict[str, Any]]] = {
            table: [tables.values_of(row) for row in table.select().order_by(table.id)] for table in tables.TABLES
        }
    target = SqliteDatabase(str(file))
    with target.connection_context(), target.bind_ctx(tables.TABLES, bind_refs=False, bind_backrefs=False):
        Runner(target, str(schema.MIGRATIONS)).up()
        with target.atomic():
            for table, values in rows.items():
                for chunk in (values[start : start + 200] for start in range(0, len(values), 200)):
                    table.insert_many(chunk).execute()
