"""The program is killed two hundred times: every arrival that it had acknowledged is there, and all is whole."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from meetingplace import cli, startup
from meetingplace.startup import NewHouse
from meetingplace.storage import backups, database, keys
from tests.makers import make_session

KILLS = 200
MOST_ARRIVALS = 8  # before the kill; none means that it falls while the house is being opened
LONGEST_WAIT = 0.01  # s from the last of these to the kill: it falls anywhere in an arrival, or in the next ones
PASSPHRASE = "kraan wolk sokken tram"
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of an encrypted house with one session."""
    made = tmp_path / "house"
    startup.create_house(made, NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE))
    with startup.open_house(str(made), lambda: PASSPHRASE) as house, house.connection():
        make_session(1)
    return made


class Desks:
    """Starts desks in processes of their own and kills them."""

    def __init__(self, folder: Path, what: str = "tests.journeys.arriving") -> None:
        """Load the program once; `what` is the module that says what a desk does."""
        program = [sys.executable, "-m", what, str(folder), PASSPHRASE]
        self._running = subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._heard = b""

    def run_and_kill(self, arrivals: int, seconds: float) -> list[int]:
        """Start a desk, kill it so long after so many arrivals, and give the visits that it had acknowledged."""
        assert self._running.stdin is not None
        self._running.stdin.write(b"go\n")
        process = int(self._line().removeprefix("process "))
        while self._heard.count(b"visit") < arrivals:
            self._listen(10)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._listen(left)
        os.kill(process, signal.SIGKILL)
        return [int(line.removeprefix("visit ")) for line in iter(self._line, "dead")]

    def close(self) -> None:
        """End the process that loaded the program."""
        assert self._running.stdin is not None
        self._running.stdin.close()
        self._running.wait()

    def _listen(self, seconds: float) -> None:
        assert self._running.stdout is not None
        if select.select([self._running.stdout], [], [], seconds)[0]:
            heard = self._running.stdout.read(65_536)
            assert heard, "the desks have ended by themselves"
            self._heard += heard

    def _line(self) -> str:
        while b"\n" not in self._heard:
            self._listen(10)
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()


@pytest.fixture
def desks(folder: Path) -> Iterator[Desks]:
    """Give desks at the house."""
    made = Desks(folder)
    yield made
    made.close()
    database.hang_up()


def test_whatever_was_acknowledged_is_there_after_every_kill(
    folder: Path, desks: Desks, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key, chance = keys.unlock(folder, PASSPHRASE), random.Random(2026)
    acknowledged: set[int] = set()
    for kill in range(KILLS):
        acknowledged.update(desks.run_and_kill(chance.randrange(MOST_ARRIVALS), chance.uniform(0, LONGEST_WAIT)))
        database.bind_file(folder / "house.db", key)
        with database.connected():
            kept = {visit for (visit,) in database.database.execute_sql("SELECT id FROM visit").fetchall()}
            assert acknowledged <= kept
            # whatever else is there was kept in the moment before a desk could print it: one a desk at most
            assert len(kept) <= len(acknowledged) + kill + 1
            assert database.database.execute_sql(HALF).fetchone() == (0, 0)
            assert backups.problems() == []
        database.hang_up()
    assert len(acknowledged) > KILLS  # most desks were killed in the middle of their work
    monkeypatch.setenv("MEETINGPLACE_PASSPHRASE", PASSPHRASE)
    assert cli.main(["--data", str(folder), "check"]) == 0, capsys.readouterr().err


# an arrival has a child, and a family has its first visit: one without the other would be half of an act
HALF = (
    "SELECT (SELECT COUNT(*) FROM visit WHERE id NOT IN (SELECT visit_id FROM visit_child)),"
    " (SELECT COUNT(*) FROM family WHERE id NOT IN (SELECT family_id FROM visit WHERE family_id IS NOT NULL))"
)
