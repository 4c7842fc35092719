"""Eight desks at one server, each in a process of its own: none of their arrivals is lost and none is there twice.

What they were told is counted apart from the house, and must be what the house then says. `make long` lets 2,000 come
at each desk; the suite a few.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from meetingplace import startup
from meetingplace.services import desk
from meetingplace.startup import NewHouse
from meetingplace.storage import database, tables
from tests.journeys.private_server import PrivateServer, private_server, programs
from tests.makers import DAY, make_family, make_session

ROOT = Path(__file__).resolve().parents[2]
DESKS = 8
BIN = programs()

pytestmark = [
    pytest.mark.skipif(BIN is None, reason="no PostgreSQL here to start a server with (postgresql)"),
    pytest.mark.xdist_group("eight desks"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateServer]:
    assert BIN is not None
    with private_server(BIN) as made:
        yield made


@dataclass
class Told:
    """What the desks were told, counted apart: people by session, visits by number, refusals by reason."""

    acts: int = 0
    children: Counter[int] = field(default_factory=Counter)
    adults: Counter[int] = field(default_factory=Counter)
    visits: Counter[int] = field(default_factory=Counter)
    left: set[int] = field(default_factory=set)
    refusals: Counter[str] = field(default_factory=Counter)

    def hear(self, line: dict[str, Any]) -> None:
        if "refused" in line:
            self.refusals[line["refused"]] += 1
            return
        self.acts += 1
        self.children[line["session"]] += line["children"]
        self.adults[line["session"]] += line["adults"]
        if "came" in line:
            self.visits[line["came"]] += 1
        if "gone" in line:
            self.visits[line["gone"]] -= 1
        if "left" in line:
            self.left.add(line["left"])


class Day:
    """A house on a server, with eight desks at work in it."""

    def __init__(self, address: str, arrivals: int) -> None:
        """Set the house up: sessions, families of each desk, and families that come to all desks."""
        self.told, self._hearing, self._news = Told(), threading.Lock(), threading.Condition()
        startup.create_on_server(address, NewHouse("De Kersenpit", "Kuregem", "Samira"))
        with startup.open_house(address) as house, house.connection(), database.transaction():
            self.sessions = [make_session(1, DAY + timedelta(days=day)) for day in range(10 if arrivals > 500 else 3)]
            each = -(-arrivals // len(self.sessions))  # more than enough for one arrival of a kind at each session
            own = [self._families(each * 2 // 5 + 1) for _ in range(DESKS)]
            shared = self._families(each * 3 // 20 + 1)
        asked = {"address": address, "sessions": self.sessions, "shared": shared, "arrivals": arrivals}
        self._desks = [self._start(asked | {"number": at, "own": own[at]}) for at in range(DESKS)]
        self._ears = [threading.Thread(target=self._listen, args=(each_desk,)) for each_desk in self._desks]
        for ear in self._ears:
            ear.start()

    def _start(self, asked: dict[str, Any]) -> subprocess.Popen[str]:
        program = [sys.executable, "-m", "tests.journeys.desk_of_eight", json.dumps(asked)]
        return subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def _families(self, number: int) -> list[int]:
        return [make_family(f"gezin {at}", born=[(2025, 3)], first_seen=date(2026, 1, 6)) for at in range(number)]

    def _listen(self, running: subprocess.Popen[str]) -> None:
        assert running.stdout is not None
        for line in running.stdout:
            with self._news:
                self.told.hear(json.loads(line))
                self._news.notify_all()

    def wait_for_acts(self, number: int) -> None:
        """Wait until so many acts were acknowledged, or the desks have ended."""
        with self._news:
            enough = lambda: self.told.acts >= number or all(each.poll() is not None for each in self._desks)  # noqa: E731
            while not enough():
                self._news.wait(1)

    def end(self) -> None:
        """Wait until every desk is ready, none of them by an error."""
        for ear in self._ears:
            ear.join()
        assert [each.wait() for each in self._desks] == [0] * DESKS

    def agrees(self, address: str) -> None:
        """Hold the house beside what was told, and print what that was (`make long` shows it)."""
        print(
            f"{self.told.acts} acts acknowledged, {(+self.told.visits).total()} visits, refused: {self.told.refusals}"
        )
        database.bind_server(address)
        with database.connected():
            kept = {visit.id: visit for visit in tables.Visit.select()}
            assert +self.told.visits == Counter(kept.keys())
            assert {id for id, visit in kept.items() if visit.left} == self.told.left
            of_families = [(visit.__data__["session"], visit.__data__["family"]) for visit in kept.values()]
            assert max(Counter(pair for pair in of_families if pair[1]).values()) == 1
            totals = {session: desk.desk_board(session).totals for session in self.sessions}
        database.hang_up()
        assert {id: counted.all_children for id, counted in totals.items()} == dict(self.told.children)
        assert {id: counted.all_adults for id, counted in totals.items()} == dict(self.told.adults)


def at_work(server: PrivateServer, arrivals: int) -> None:
    """Let eight desks work undisturbed."""
    address = server.new_database()
    day = Day(address, arrivals)
    day.end()
    day.agrees(address)
    assert set(day.told.refusals) == {"already_there"}  # another desk had just let that family in
    assert day.told.acts > DESKS * arrivals


def killed_at_work(server: PrivateServer, arrivals: int, kills: int) -> None:
    """Let eight desks work while the server is killed and started again."""
    address = server.new_database()
    day = Day(address, arrivals)
    for number in range(kills):
        day.wait_for_acts(DESKS * arrivals * (number + 1) // (kills + 1))
        server.kill()
        server.start()
    day.end()
    day.agrees(address)
    assert set(day.told.refusals) == {"already_there", "server_lost"}


def test_eight_desks_lose_nobody_and_count_nobody_twice(server: PrivateServer) -> None:
    at_work(server, 60)


def test_a_server_that_is_killed_under_eight_desks_loses_nothing_that_was_acknowledged(server: PrivateServer) -> None:
    killed_at_work(server, 60, kills=3)


@pytest.mark.long
def test_two_thousand_arrivals_at_each_of_eight_desks(server: PrivateServer) -> None:
    at_work(server, 2_000)


@pytest.mark.long
def test_two_thousand_arrivals_at_each_of_eight_desks_while_the_server_is_killed(server: PrivateServer) -> None:
    killed_at_work(server, 2_000, kills=20)
