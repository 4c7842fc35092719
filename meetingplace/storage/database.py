"""The one bound database: an SQLite file (encrypted by SQLCipher or plain) or a PostgreSQL server, behind one door.

Here lie opening, one connection a thread, the journalled transaction, and the translation of database errors into
refusals. Tables are in `tables`, reading and writing of rows in `records`.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peewee import (
    DatabaseError,
    DatabaseProxy,
    IntegrityError,
    InterfaceError,
    OperationalError,
    PostgresqlDatabase,
    SqliteDatabase,
)
from playhouse.sqlcipher_ext import SqlCipherDatabase

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import server

database = DatabaseProxy()

BUSY_MILLISECONDS = 5_000
PRAGMAS = {
    "journal_mode": "wal",  # readers and the writer do not wait for each other
    "synchronous": "full",  # what was shown as saved survives a power cut
    "foreign_keys": 1,
    "busy_timeout": BUSY_MILLISECONDS,
    "secure_delete": 1,  # what is forgotten is overwritten
    "temp_store": "memory",  # what is sorted never lies on the disk in plain
}


@dataclass(frozen=True)
class Entry:
    """A row before and after a change; None where it did not exist."""

    table: str
    id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass
class Journal:
    """What one transaction changed, in order: enough to undo it exactly."""

    entries: list[Entry] = field(default_factory=list)


_journal: ContextVar[Journal | None] = ContextVar("journal", default=None)
_only: ContextVar[object] = ContextVar("only", default=None)  # the database that this thread works with


def is_server(address: str) -> bool:
    """Tell whether an address names a PostgreSQL server instead of a file."""
    return address.partition("://")[0] in ("postgresql", "postgres")


def bind_file(file: Path, key: bytes | None = None) -> None:
    """Bind an SQLite file; with a key (32 bytes) it is encrypted by SQLCipher, without one it is plain SQLite.

    Both go through SQLCipher's own library: its SQLite is newer than the rare WAL corruption of versions before 3.51.3.
    """
    # a raw key (x'…') makes SQLCipher skip its own derivation: house.key has done it already
    passphrase = f"x'{key.hex()}'" if key else ""
    if key:
        _leave_no_dump()
    _bind(SqlCipherDatabase(str(file), passphrase=passphrase, pragmas=PRAGMAS, autoconnect=False))


def _leave_no_dump() -> None:
    # when the program falls, the system must not write its memory, with the key in it, into a file
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 (not on Windows, which keeps no dumps by itself)

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def bind_memory() -> None:
    """Bind a database in memory, for tests; it lives as long as its one connection."""
    _bind(SqlCipherDatabase(":memory:", pragmas={"foreign_keys": 1}, autoconnect=False))


def bind_server(url: str) -> None:
    """Bind a PostgreSQL server by its URL; refuses ADDRESS_UNKNOWN."""
    _bind(server.at(url))


def _bind(bound: SqliteDatabase | PostgresqlDatabase) -> None:
    if database.obj is not None and not database.is_closed():
        database.close()
    database.initialize(bound)
    if _only.get() is not None:
        _only.set(bound)  # whoever binds another one knows what it does; the other threads do not


def bound() -> object:
    """Give a token for the database that is bound now, to work with no other (see `connected`)."""
    return database.obj


def hang_up() -> None:
    """Close this thread's connection; the next `connected()` opens a new one."""
    if database.obj is not None and not database.is_closed():
        database.close()


def bound_key() -> bytes | None:
    """Give the key of the bound file; None for a plain file or a server."""
    passphrase = getattr(database.obj, "connect_params", {}).get("passphrase", "")
    return bytes.fromhex(passphrase[2:-1]) if passphrase else None


def is_encrypted() -> bool:
    """Tell whether the bound database is an encrypted file."""
    return bound_key() is not None


def is_bound_to_server() -> bool:
    """Tell whether the bound database is a PostgreSQL server."""
    return isinstance(database.obj, PostgresqlDatabase)


def copy_encrypted(file: Path, key: bytes) -> None:
    """Write the bound plain file anew as an encrypted one (key of 32 bytes) and hang up; its journal is folded in."""
    with connected():
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        export_encrypted(database.execute_sql, file, key)
    hang_up()


def export_encrypted(execute: Callable[..., object], file: Path, key: bytes) -> None:
    """Write the plain database of a connection, reached by `execute`, anew as an encrypted file (key of 32 bytes)."""
    execute(f"ATTACH DATABASE ? AS encrypted KEY \"x'{key.hex()}'\"", (str(file),))
    execute("SELECT sqlcipher_export('encrypted')")
    execute("DETACH DATABASE encrypted")


def library_version() -> str:
    """Name the library behind the bound database, with its version."""
    with connected():
        if is_bound_to_server():
            return f"PostgreSQL {database.execute_sql('SHOW server_version').fetchone()[0]}"
        return f"SQLite {database.execute_sql('SELECT sqlite_version()').fetchone()[0]}"


def looks_whole() -> bool:
    """Look quickly through the bound file before it is used; a server looks after itself."""
    with connected():
        return is_bound_to_server() or database.execute_sql("PRAGMA quick_check(1)").fetchone()[0] == "ok"


@contextmanager
def working_with(only: object) -> Iterator[None]:
    """Work with the database that was bound as `only` (see `bound`): nothing reaches the one of another house.

    Once another thread binds another one, refuses DATABASE_FAILED, also in the middle.
    """
    token = _only.set(only)
    try:
        with connected():
            yield
    finally:
        _only.reset(token)


@contextmanager
def connected() -> Iterator[None]:
    """Work with this thread's connection, opened when needed; database errors come out as refusals."""
    if _only.get() not in (None, database.obj):
        raise Refused(Reason.DATABASE_FAILED)
    with refusing():
        if not _still_stands():
            database.close()  # a server that went away leaves a dead connection behind
            database.connect()
        yield


def _still_stands() -> bool:
    if not database.is_connection_usable():
        return False
    return database.in_transaction() or not (is_bound_to_server() and server.has_hung_up(database.obj))


@contextmanager
def transaction() -> Iterator[Journal]:
    """One transaction with its journal: all of it is kept, durably, or nothing is.

    One inside another is a part of it: its changes stand in the journal of the outer one too.
    Refuses SAVING_UNSURE when a server goes away at the very COMMIT and does not come back to say which.
    """
    with connected():
        mark = ""
        try:
            with database.atomic(*_write_lock()):
                journal = Journal()
                token = _journal.set(journal)
                try:
                    yield journal
                finally:
                    _journal.reset(token)
                outer = _journal.get()
                if outer is not None:
                    outer.entries.extend(journal.entries)
                if is_bound_to_server() and database.transaction_depth() == 1:
                    mark = server.leave_mark(database.obj)
        except (DatabaseError, InterfaceError):
            if not (mark and server.has_kept(database.obj, mark)):
                raise


def journal(entry: Entry) -> None:
    """Note a change in the journal of the running transaction, if there is one."""
    running = _journal.get()
    if running is not None:
        running.entries.append(entry)


def _write_lock() -> tuple[str, ...]:
    # An SQLite transaction that begins by reading cannot always become a writer: it takes the lock at once.
    return ("IMMEDIATE",) if isinstance(database.obj, SqliteDatabase) else ()


@contextmanager
def refusing() -> Iterator[None]:
    """Turn the errors of the database and the disk into refusals with a reason that a person understands."""
    try:
        yield
    except (DatabaseError, InterfaceError) as problem:
        refused = _refusal(problem)
        if refused.reason is Reason.SERVER_LOST:
            hang_up()
        raise refused from problem
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refused(Reason.DISK_FULL) from problem
        if problem.errno in _NOT_WRITABLE:
            raise Refused(Reason.FOLDER_READ_ONLY, folder=problem.filename or "") from problem
        raise


# not allowed, or no folder at all: a file stands in its place, or the name is one that no folder can have
_NOT_WRITABLE = (
    errno.EROFS, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.EINVAL,
)  # fmt: skip

_SIGNS = (
    ("disk is full", Reason.DISK_FULL),
    ("no space left", Reason.DISK_FULL),
    ("readonly", Reason.FOLDER_READ_ONLY),
    ("unable to open", Reason.FOLDER_READ_ONLY),
    ("locked", Reason.HOUSE_BUSY),
    ("busy", Reason.HOUSE_BUSY),
    ("not a database", Reason.FILE_BROKEN),
    ("malformed", Reason.FILE_BROKEN),
    ("disk i/o error", Reason.FILE_BROKEN),
    ("authentication failed", Reason.SERVER_REFUSED),
    ("does not exist", Reason.SERVER_REFUSED),
    ("out of range", Reason.NUMBER_IMPOSSIBLE),
)


def _refusal(problem: BaseException) -> Refused:
    # SQLite ends a transaction by itself when the disk is full: that it cannot be rolled back is only the echo
    while "cannot rollback" in str(problem) and problem.__context__:
        problem = problem.__context__
    meant = server.reason(problem)
    if meant:
        return Refused(meant)
    words = str(problem).lower()
    for sign, reason in _SIGNS:
        if sign in words:
            return Refused(reason)
    if isinstance(problem, IntegrityError):
        # what a row points to has gone, or a double was made at the same moment
        return Refused(Reason.CHANGED_MEANWHILE)
    if isinstance(problem, OperationalError | InterfaceError) and isinstance(database.obj, PostgresqlDatabase):
        return Refused(Reason.SERVER_LOST)
    return Refused(Reason.DATABASE_FAILED)
