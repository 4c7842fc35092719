"""The version of the schema: bringing a house up to date, and knowing a house that is too new."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playhouse.migrations import Runner

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage.database import connected, database, is_bound_to_server

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK_NUMBER = 7_306_001  # PostgreSQL advisory lock: two PCs that start at once go one after the other


def version() -> str:
    """Give the name of the last step of the bound database; empty for an empty one."""
    return max(_runner().applied(), default="")


def known() -> set[str]:
    """Give the names of the steps that this program knows."""
    return {file.stem for file in MIGRATIONS.glob("[0-9]*.py")}


def pending() -> list[str]:
    """List the steps that the bound database still needs; refuses FILE_NEWER when it knows steps that we do not."""
    applied = set(_runner().applied())
    if applied - known():
        raise Refused(Reason.FILE_NEWER)
    return sorted(known() - applied)


def migrate() -> list[str]:
    """Bring the bound database up to date, one transaction a step, and give the steps that were taken."""
    with one_at_a_time():
        return list(_runner().up()) if pending() else []


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Do something on a server while no other PC does such a thing; it may stand inside another one of its kind."""
    with connected():
        is_server = is_bound_to_server()
        if is_server:
            database.execute_sql("SELECT pg_advisory_lock(%s)", (_LOCK_NUMBER,))
        try:
            yield
        finally:
            if is_server and database.is_connection_usable():  # a server that went away has let go by itself
                database.execute_sql("SELECT pg_advisory_unlock(%s)", (_LOCK_NUMBER,))


def _runner() -> Runner:
    return Runner(database.obj, directory=str(MIGRATIONS))
