"""What the PCs on one server tell each other: which topics an act changed, and never anything of what was changed.

A file has one PC and no such thing. In the window it is the bulletin of `ui.kit` that tells the screens.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Event

import psycopg
from peewee import DatabaseError, InterfaceError, PostgresqlDatabase

from meetingplace.storage import server
from meetingplace.storage.database import database, is_bound_to_server

_OWN = secrets.token_hex(8)  # begins what this program tells: it does not listen to itself
# a server tells within one database only; this keeps apart the houses of a database that has several
_CHANNEL = "'meetingplace_' || quote_ident(current_schema())::regnamespace::oid"
_LOOKS_UP = 0.25  # seconds until whoever listens looks whether it is over


@dataclass(frozen=True)
class Heard:
    """What was heard: the topics that others changed; or that the server is away; or that it is back.

    While it was away anything may have changed, so after `is_back` everything has to be asked again.
    """

    topics: frozenset[str] = frozenset()
    is_away: bool = False
    is_back: bool = False


def tell(topics: Iterable[str]) -> None:
    """Tell the other PCs of a server, at the moment when the running transaction is kept, what it changed."""
    if is_bound_to_server():
        told = " ".join([_OWN, *sorted(topics)])
        database.execute_sql(f"SELECT pg_notify({_CHANNEL}, %s)", (told,))


def heard(house: object, over: Event) -> Iterator[Heard]:
    """Listen, over a connection of its own, to what others change in a house (see `database.bound`) until it is over.

    Gives nothing for a house in a file. A connection that breaks is made again, with growing pauses.
    """
    if not isinstance(house, PostgresqlDatabase):
        return
    pauses = server.growing_pauses()
    while not over.is_set():
        try:
            with closing(server.another_connection(house)) as line:
                row = line.execute(f"SELECT {_CHANNEL}").fetchone()
                line.execute(f'LISTEN "{row[0] if row else ""}"')
                yield Heard(is_back=True)
                pauses = server.growing_pauses()
                while not over.is_set():
                    yield from _next(line)
        except (psycopg.Error, DatabaseError, InterfaceError):
            yield Heard(is_away=True)
            over.wait(next(pauses))


def _next(line: psycopg.Connection) -> Iterator[Heard]:
    told = [notice.payload.split() for notice in line.notifies(timeout=_LOOKS_UP, stop_after=1)]
    topics = frozenset(topic for who, *changed in told if who != _OWN for topic in changed)
    if topics:
        yield Heard(topics)
