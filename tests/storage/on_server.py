"""The PostgreSQL server of the tests: `MEETINGPLACE_TEST_POSTGRES` names one where databases may be made.

`.ci/run` starts one. Each module has a database of its own; without a server its tests are left out.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from meetingplace.storage import database, schema, tables

SERVER = os.environ.get("MEETINGPLACE_TEST_POSTGRES", "")
if not SERVER:
    pytest.skip("no PostgreSQL: MEETINGPLACE_TEST_POSTGRES is not set (see .ci/run)", allow_module_level=True)


def url(**parts: object) -> str:
    """Give the address of the server with another database, user, password or port."""
    server = urlsplit(SERVER)
    known = {"user": server.username, "password": server.password, "port": server.port, "name": server.path[1:]}
    known |= parts
    return urlunsplit(
        server._replace(
            netloc=f"{known['user']}:{known['password']}@{server.hostname}:{known['port']}", path=f"/{known['name']}"
        )
    )


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Make a database for this worker, with all its tables, and take it away afterwards."""
    name = f"meetingplace_test_{secrets.token_hex(6)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        database.bind_server(url(name=name))
        schema.migrate()
        yield url(name=name)
        database.hang_up()
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def house(address: str) -> Iterator[None]:
    """Bind the server and empty its house."""
    database.bind_server(address)
    names = ", ".join(f'"{table._meta.table_name}"' for table in tables.TABLES)
    with database.connected():
        database.database.execute_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
        yield
    database.hang_up()


def our_process() -> int:
    """Give the number of the process at the other end of this thread's connection."""
    return int(database.database.execute_sql("SELECT pg_backend_pid()").fetchone()[0])


def hang_up_on(process: int) -> None:
    """End a connection from the side of the server."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(%s, 5000)", (process,))


def wait_for(question: str, *values: object) -> None:
    """Wait until the server answers a question with anything but nought."""
    until = time.monotonic() + 30
    with psycopg.connect(SERVER, autocommit=True) as server:
        while not (server.execute(question, values).fetchone() or (0,))[0]:
            assert time.monotonic() < until, question
            time.sleep(0.01)


def wait_until_somebody_waits(address: str) -> None:
    """Wait until a connection to this database waits for another one."""
    waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    wait_for(waiting, address.rpartition("/")[2])
