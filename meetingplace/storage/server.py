"""What holds on a PostgreSQL server only: how to reach it, whether a connection still stands, whether an act was kept.

A connection that dies during COMMIT leaves open whether the act was kept. So the last word of each transaction is a
mark of its own, in one row of `upkeep` for each thread that saves; whoever lost the connection reads it over a new one.
(The number of the transaction would not do: after a crash the server gives numbers out again.)
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import chain, repeat
from urllib.parse import parse_qs, urlsplit

import psycopg
from peewee import InterfaceError, OperationalError, PostgresqlDatabase

from meetingplace.domain.refusals import Reason, Refused

PATIENCE = 10  # seconds that a host waits to hear whether an act was kept
LAST_WORD = 5_000  # ms after which the server itself ends a transaction that has its mark but hears no COMMIT
_PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0)  # seconds; the last one from then on
_USUAL = {  # what the address says itself goes before
    "application_name": "meetingplace",
    "connect_timeout": 5,  # seconds
    "keepalives_idle": 10,  # seconds: a cable that was pulled out is noticed while nothing is asked …
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # ms: … and while something is
    "options": "-c synchronous_commit=on",  # what is acknowledged lies on the server's disk, whatever is usual there
}
_COLLISIONS = ("40001", "40P01")  # SQLSTATE: two desks met on the same rows, and this one has to do it again
_WAITED_TOO_LONG = ("55P03", "57014")
MARK = "act "  # begins the key of a mark; its value begins with the day


class _Marker(threading.local):
    """The key under which a thread leaves its marks."""

    def __init__(self) -> None:
        self.key = f"{MARK}{secrets.token_hex(8)}"


_marker = _Marker()


def at(url: str) -> PostgresqlDatabase:
    """Give the database at a URL, still closed; refuses ADDRESS_UNKNOWN."""
    from playhouse.db_url import connect  # noqa: PLC0415 (brings the drivers of other databases along)

    try:
        said = parse_qs(urlsplit(url).query)
        usual = {name: value for name, value in _USUAL.items() if name not in said}
        return connect(
            url.replace("postgres://", "postgresql://", 1),
            prefer_psycopg3=True,
            autoconnect=False,
            isolation_level="READ COMMITTED",  # whatever is usual on this server
            **usual,
        )
    except (RuntimeError, ValueError) as problem:
        raise Refused(Reason.ADDRESS_UNKNOWN) from problem


def another_connection(server: PostgresqlDatabase) -> psycopg.Connection:
    """Open a connection beside those of the threads that ask and save; whoever takes it closes it."""
    return server._connect()


def has_hung_up(server: PostgresqlDatabase) -> bool:
    """Tell whether the server ended this thread's connection while nothing was asked; nothing is sent for that."""
    line = server.connection().pgconn
    with suppress(psycopg.OperationalError):
        line.consume_input()  # what a server says before it goes
        line.consume_input()  # that it has gone
        return bool(line.status != psycopg.pq.ConnStatus.OK)
    return True


def reason(problem: BaseException) -> Reason | None:
    """Say what a server means by an error, where its code says more than its words."""
    code = getattr(getattr(problem, "orig", None), "sqlstate", None)
    if code in _COLLISIONS:
        return Reason.CHANGED_MEANWHILE
    return Reason.HOUSE_BUSY if code in _WAITED_TOO_LONG else None


def leave_mark(server: PostgresqlDatabase) -> str:
    """Leave the mark of the running transaction, as the last that it writes, and give it."""
    mark = f"{date.today()} {secrets.token_hex(8)}"
    server.execute_sql(
        "INSERT INTO upkeep (key, value) VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        " RETURNING set_config('idle_in_transaction_session_timeout', %s, true)",
        (_marker.key, mark, str(LAST_WORD)),
    )
    return mark


def has_kept(server: PostgresqlDatabase, mark: str) -> bool:
    """Tell whether the transaction that left this mark was kept, after its COMMIT came to nothing.

    Waits for the server to come back, and until a transaction that still stands open there is over. Refuses
    SAVING_UNSURE when it does not come back in time.
    """
    until, pauses = time.monotonic() + PATIENCE, growing_pauses()
    while True:
        try:
            server.close()
            server.connect()
            # to write the row is to wait for the transaction that wrote it before, if that is not over yet
            found = server.execute_sql(
                "INSERT INTO upkeep (key, value) VALUES (%s, '') ON CONFLICT (key) DO UPDATE SET value = upkeep.value"
                " RETURNING value",
                (_marker.key,),
            )
            return bool(found.fetchone()[0] == mark)
        except (OperationalError, InterfaceError) as problem:
            pause = next(pauses)
            if time.monotonic() + pause > until:
                raise Refused(Reason.SAVING_UNSURE) from problem
            time.sleep(pause)


def growing_pauses() -> Iterator[float]:
    """Give the seconds to wait between two tries to find a server again."""
    return chain(_PAUSES, repeat(_PAUSES[-1]))
