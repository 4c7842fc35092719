"""What the PCs on one server hear from each other: topics, of what was kept, and nothing else."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from queue import Queue

import psycopg
import pytest
from peewee import SqliteDatabase

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import arrivals, changes, others
from meetingplace.services.changes import Act, Topic
from meetingplace.services.others import News
from meetingplace.storage import bulletin, database
from tests.makers import make_family, make_place, make_session
from tests.storage.contract import MORNING
from tests.storage.on_server import SERVER, address, hang_up_on, house, wait_for

__all__ = ["address", "house"]

EVERYTHING = News(frozenset(Topic) - {Topic.PLACE_IN_VIEW})
LISTENING = "SELECT MAX(pid) FROM pg_stat_activity WHERE datname = %s AND query ~ '^LISTEN'"


class Window:
    """Somebody who listens: another PC, which has another token."""

    def __init__(self) -> None:
        self.heard: Queue[News] = Queue()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen, args=(database.bound(),))
        self._thread.start()

    def _listen(self, bound: object) -> None:
        for news in others.news(bound, self._over):
            self.heard.put(news)

    def next(self) -> News:
        return self.heard.get(timeout=30)

    def close(self) -> None:
        self._over.set()
        self._thread.join(30)
        assert not self._thread.is_alive()


@pytest.fixture
def window(house: None) -> Iterator[Window]:
    made = Window()
    assert made.next() == EVERYTHING  # what was changed before it listened
    yield made
    made.close()


@pytest.fixture
def another_pc(house: None, address: str) -> Iterator[psycopg.Connection]:
    """Another PC on the same house, which hears all that is told."""
    with psycopg.connect(address, autocommit=True) as line:
        (channel,) = line.execute(f"SELECT {bulletin._CHANNEL}").fetchone()
        line.execute(f'LISTEN "{channel}"')
        yield line


def tell(line: psycopg.Connection, words: str) -> None:
    line.execute(f"SELECT pg_notify({bulletin._CHANNEL}, %s)", (words,))


def test_an_act_tells_its_topics_and_nothing_of_whom_it_is_about(another_pc: psycopg.Connection) -> None:
    session, family = make_session(make_place()), make_family("Maan")
    arrivals.check_in(session, family, MORNING)
    (told,) = another_pc.notifies(timeout=10, stop_after=1)
    assert re.fullmatch(r"[0-9a-f]{16} visits", told.payload)


def test_what_was_refused_is_never_told(another_pc: psycopg.Connection) -> None:
    with pytest.raises(Refused), changes.one_act(Act.PLACE_ADDED, Topic.PLACES):
        raise Refused(Reason.NAME_TAKEN)
    with changes.one_act(Act.MEMBER_ADDED, Topic.TEAM):
        pass
    (told,) = another_pc.notifies(timeout=10, stop_after=1)
    assert told.payload.endswith(" team")


def test_a_window_hears_what_others_change_and_not_itself(window: Window, another_pc: psycopg.Connection) -> None:
    with changes.one_act(Act.MEMBER_ADDED, Topic.TEAM):
        pass
    tell(another_pc, "anotherpc families visits of-a-newer-program")
    assert window.next() == News(frozenset({Topic.FAMILIES, Topic.VISITS}))


def test_a_house_beside_it_in_the_same_database_is_another_house(
    window: Window, another_pc: psycopg.Connection
) -> None:
    another_pc.execute("CREATE SCHEMA beside")
    another_pc.execute("SET search_path TO beside")
    tell(another_pc, "anotherpc team")
    another_pc.execute("SET search_path TO public")
    another_pc.execute("DROP SCHEMA beside")
    tell(another_pc, "anotherpc visits")
    assert window.next() == News(frozenset({Topic.VISITS}))


def test_whoever_was_cut_off_says_so_and_asks_everything_again(window: Window, address: str) -> None:
    wait_for(LISTENING, address.rpartition("/")[2])
    with psycopg.connect(SERVER, autocommit=True) as server:
        (process,) = server.execute(LISTENING, (address.rpartition("/")[2],)).fetchone()
    hang_up_on(process)
    assert window.next() == News(is_away=True)
    assert window.next() == EVERYTHING


def test_a_house_in_a_file_has_nobody_to_listen_to() -> None:
    assert list(others.news(SqliteDatabase(":memory:"), threading.Event())) == []
