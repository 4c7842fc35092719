"""What goes wrong on a bad day, at the real window with its threads: a sentence says it, and nothing is lost.

A wrong passphrase, a broken file and one of a newer program: `tests/ui/test_opening.py`. No printer, and letters that
no face has: `tests/ui/flyers`. Impossible days and hours: `tests/ui/planning`. Words without end: there, and in
`tests/ui/voices`. Power cuts: `test_first_day.py` and `test_kill.py`.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from peewee import OperationalError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from meetingplace import startup
from meetingplace.documents import fonts, typeset
from meetingplace.startup import NewHouse
from meetingplace.storage import database, visits, voices
from meetingplace.ui import application
from tests.documents import reading
from tests.journeys.driver import Host
from tests.journeys.first_day import Clock
from tests.makers import make_family, make_session

SERVER = os.environ.get("MEETINGPLACE_TEST_POSTGRES", "")
HOUSE = NewHouse("De Kersenpit", "Kuregem", "Samira")
ROOT = Path(__file__).resolve().parents[2]
NOT_HERE = "maan, donkerblauw, 1 kind, Arabisch en Frans, nog niet hier"
FULL = "De schijf is vol. Wat al bewaard was, is veilig; maak plaats en probeer opnieuw."


class Day:
    """A day at the desk: the program over a house with a session and two families, and its host."""

    def __init__(self, address: str, running: QApplication) -> None:
        """Start the program."""
        self.program = application.Program(running, address, "nl")
        assert self.program.begin()
        self.host = Host(lambda: self.program.shell or self.program.page)
        self.host.sees("Samira zit hier")

    def on_database(self, verb: Callable[[], Any]) -> Any:
        """Do something with the connection of the window's own database thread."""
        answers: list[Any] = []
        assert self.program.shell is not None
        self.program.shell.work.ask(verb, then=answers.append)
        return self.host.wait_for(lambda: answers, "an answer of the database")[0]

    def set_pragma(self, pragma: str) -> Any:
        """Set something on that connection, and give what it answers."""
        found = self.on_database(lambda: database.database.execute_sql(f"PRAGMA {pragma}").fetchone())
        return found[0] if found else None

    @property
    def arrivals(self) -> int:
        """Count who was registered, by what is in the database."""
        return int(self.on_database(lambda: visits.number_in(1)))

    def tap(self, name: str) -> None:
        """Tap the tile of a family at the desk."""
        self.host.press("Aankomst")
        self.host.tap("Gezinnen", name)

    def end(self) -> None:
        """Close the window."""
        if self.program.shell:
            self.program.shell.close()
        self.program.end()


Begins = Callable[[str], Day]


@pytest.fixture
def begin(dressed: object, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begins]:
    """Start the program on a Tuesday morning; it ends with the test."""
    monkeypatch.setattr(application, "datetime", Clock)
    monkeypatch.setattr(Clock, "shows", datetime(2026, 10, 27, 9, 40))
    days: list[Day] = []

    def start(address: str) -> Day:
        days.append(Day(address, qapp))
        return days[-1]

    yield start
    for day in days:
        day.end()


def furnish() -> None:
    """Have a session and two families in the house."""
    make_session(1, capacity=20)
    for name in ("Maan", "Slak"):
        make_family(name, born=[(2025, 1)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a house in a folder."""
    made = tmp_path / "house"
    startup.create_house(made, HOUSE)
    with startup.open_house(str(made)) as house, house.connection():
        furnish()
    return made


@pytest.fixture
def day(folder: Path, begin: Begins) -> Day:
    """Begin a day at that house."""
    return begin(str(folder))


def test_an_arrival_that_the_disk_has_no_room_for_is_not_shown_as_in(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = visits.add

    def is_full(*arguments: Any) -> int:
        keep(*arguments)
        raise OperationalError("database or disk is full")

    day.tap("Maan")
    day.host.sees("Maan is binnen")
    with monkeypatch.context() as patched:
        patched.setattr(visits, "add", is_full)
        day.tap("Slak")
        day.host.sees(FULL)
        day.host.sees(f"Slak, {NOT_HERE}")
        assert day.arrivals == 1
    day.tap("Slak")  # there is room again
    day.host.sees("Slak is binnen", "2 kinderen")
    assert day.arrivals == 2


def test_what_was_typed_stays_when_the_disk_is_full(day: Day) -> None:
    pages = day.set_pragma("page_count")
    day.set_pragma(f"max_page_count = {pages}")
    words = "Meer ruimte voor de buggy's. " * 160
    day.host.press("Inbreng")
    day.host.press("Nieuwe stem")
    day.host.type_into("Wat de ouder zegt", words.strip())
    day.host.press("Noteer het")
    day.host.sees(FULL, words.strip())
    day.set_pragma("max_page_count = 1000000")
    day.host.press("Noteer het")
    day.host.sees("De stem is genoteerd.")
    assert day.on_database(lambda: voices.get(1).words) == words.strip()


def test_a_newcomer_whom_the_disk_has_no_room_for_need_not_be_typed_again(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, keep = day.host, visits.add
    host.press("Aankomst")
    host.press("Nieuw gezin")
    host.type_into("Roepnaam", "Zonnebloem")
    host.press("1 jaar")
    with monkeypatch.context() as patched:

        def is_full(*arguments: Any) -> int:
            keep(*arguments)
            raise OperationalError("database or disk is full")

        patched.setattr(visits, "add", is_full)
        host.press("Binnen")
        host.sees(FULL, "Zonnebloem")
        assert day.arrivals == 0
    host.press("Binnen")
    host.sees("Zonnebloem is binnen: mama en 1 kind")
    assert day.arrivals == 1


def test_a_house_that_may_not_be_written_says_so_and_goes_on_when_it_may(day: Day) -> None:
    day.set_pragma("query_only = 1")
    day.tap("Maan")
    day.host.sees("Het programma mag niet schrijven in deze map.", f"Maan, {NOT_HERE}")
    assert day.arrivals == 0
    day.set_pragma("query_only = 0")
    day.tap("Maan")
    day.host.sees("Maan is binnen")


def test_without_its_letters_the_program_makes_no_flyer_but_goes_on(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(fonts, "_folder", lambda: tmp_path)
        patched.setattr(fonts, "_loaded", {})
        forget_letters()
        day.host.press("Flyers")
        day.host.sees("De letters van het programma ontbreken.")
        day.tap("Maan")
        day.host.sees("Maan is binnen")
    forget_letters()
    day.host.press("Flyers")
    day.host.sees("Blad 1 van 1")


def forget_letters() -> None:
    """Let every letter be looked up anew."""
    fonts.face_for.cache_clear()
    typeset._shaped.cache_clear()


def test_a_title_without_end_is_refused_beside_its_field_and_stays(day: Day) -> None:
    title = "Koffie " * 1_430
    day.host.press("Planning")
    day.host.press("Nieuw moment")
    day.host.type_into("Titel", title)
    day.host.press("Plan het")
    day.host.sees("Deze tekst is te lang.", title)


def test_signs_of_markup_reach_the_flyer_as_they_were_typed(day: Day, tmp_path: Path) -> None:
    plan(day.host, "<b>Koffie & thee</b>")
    day.host.press("Huis")
    day.host.press("Plekken")
    day.host.open_card("Kuregem")
    day.host.type_into("Straat en nummer", "Kersenhofstraat 12")
    day.host.press("Bewaar")
    day.host.sees("Kuregem, Kersenhofstraat 12")
    day.host.press("Planning")
    day.host.open_card("dinsdag 27 oktober, 14:00")
    day.host.press("Flyer")
    day.host.sees("Blad 1 van 1", "<b>Koffie & thee</b>")
    with day.host.saving_as(str(tmp_path / "flyer.pdf")):
        day.host.pick("Bewaar of deel", "Bewaar als PDF")
    day.host.sees("Bewaard: flyer.pdf")
    assert "<b>Koffie & thee</b>" in reading.words((tmp_path / "flyer.pdf").read_bytes())


def plan(host: Host, title: str) -> None:
    """Plan a session of this afternoon."""
    host.press("Planning")
    host.press("Nieuw moment")
    host.type_into("Titel", title)
    host.type_into("Van", "14:00")
    host.type_into("Tot", "16:00")
    host.press("Plan het")
    host.sees(f"dinsdag 27 oktober, 14:00 – 16:00, {title}")


def test_a_title_that_looks_like_a_formula_is_text_for_a_spreadsheet(day: Day, folder: Path) -> None:
    plan(day.host, "=1+1")
    listed = [sys.executable, "-m", "meetingplace", "--data", str(folder), "sessions", "--from", "2026-10-27"]
    done = subprocess.run([*listed, "--format", "csv"], capture_output=True, text=True, check=True)
    assert ",'=1+1," in done.stdout
    assert ",=1+1," not in done.stdout


@pytest.mark.parametrize("name", ["قمر الليل", "🐌🌙", "=1+1", "<b>Zon</b> & maan"])
def test_a_nickname_of_any_signs_is_let_in_found_and_shown(day: Day, name: str) -> None:
    host = day.host
    host.press("Aankomst")
    host.press("Nieuw gezin")
    host.type_into("Roepnaam", name)
    host.press("1 jaar")
    host.press("Binnen")
    host.sees(f"{name} is binnen: mama en 1 kind")
    host.press("Gezinnen")
    host.sees(name)
    host.type_into("Naam, kind, prent of taal", name)
    host.keys("", Qt.Key.Key_Return)
    host.sees("Open ontmoeting, Kuregem (eerste keer)")


def test_a_second_program_on_the_same_house_raises_the_first_and_ends(day: Day, folder: Path) -> None:
    window = day.program.shell
    assert window is not None
    window.hide()
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    second = subprocess.Popen([sys.executable, "-m", "meetingplace", "--data", str(folder)], env=surroundings)
    try:
        day.host.wait_for(lambda: second.poll() is not None, "the end of the second program")
    finally:
        second.kill()
    assert second.returncode == 0
    day.host.wait_for(window.isVisible, "the window")
    day.tap("Maan")
    day.host.sees("Maan is binnen")


@pytest.fixture
def server() -> Iterator[psycopg.Connection[Any]]:
    """Give the server of the tests, as its keeper sees it."""
    if not SERVER:
        pytest.skip("no PostgreSQL: MEETINGPLACE_TEST_POSTGRES is not set (see .ci/run)")
    with psycopg.connect(SERVER, autocommit=True) as connection:
        yield connection


@pytest.fixture
def shared(server: psycopg.Connection[Any]) -> Iterator[str]:
    """Make a house on a server and give its address."""
    name = f"meetingplace_test_{secrets.token_hex(6)}"
    server.execute(f'CREATE DATABASE "{name}"')
    address = SERVER.rpartition("/")[0] + f"/{name}"
    try:
        startup.create_on_server(address, HOUSE)
        with startup.open_house(address) as house, house.connection():
            furnish()
        yield address
    finally:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def let_in_by_another_pc(address: str, family: int) -> None:
    """Let a family in at another desk, in a process of its own."""
    subprocess.run([sys.executable, "-c", ANOTHER_PC, address, str(family)], cwd=ROOT, check=True)


ANOTHER_PC = """
import sys
from datetime import datetime
from meetingplace import startup
from meetingplace.services import arrivals
with startup.open_house(sys.argv[1]) as house, house.connection():
    arrivals.check_in(1, int(sys.argv[2]), datetime(2026, 10, 27, 9, 38))
"""


def test_what_another_pc_does_is_seen_without_a_hand_at_this_one(begin: Begins, shared: str) -> None:
    day = begin(shared)
    day.tap("Maan")
    day.host.sees("Maan, binnen sinds 9:40", "1 kind")
    let_in_by_another_pc(shared, 2)
    day.host.sees("Slak, binnen sinds 9:38", "2 kinderen")
    day.end()  # before its database goes


def test_a_server_that_goes_away_is_said_and_found_again(
    begin: Begins, shared: str, server: psycopg.Connection[Any]
) -> None:
    name = shared.rpartition("/")[2]
    day = begin(shared)
    day.tap("Maan")
    day.host.sees("Maan, binnen sinds 9:40", "Alles bewaard")
    server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    day.host.sees("Geen verbinding met de server")  # before anybody does anything
    day.tap("Slak")
    day.host.sees("De server antwoordt niet. Wat al bewaard was, is veilig", f"Slak, {NOT_HERE}")
    day.host.sees("Geen verbinding met de server")
    day.host.sees_no("Alles bewaard")
    day.host.press("Gezinnen")  # a room that was not opened before says it too
    day.host.sees("Geen verbinding met de server")
    server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    day.host.sees("Alles bewaard", "Maan")  # by itself: the list is read now
    day.tap("Slak")
    day.host.sees("Slak, binnen sinds 9:40", "Maan, binnen sinds 9:40", "2 kinderen")
    assert day.arrivals == 2
    day.end()  # before its database goes


def test_a_server_that_was_away_for_a_moment_is_not_noticed(
    begin: Begins, shared: str, server: psycopg.Connection[Any]
) -> None:
    day = begin(shared)
    day.tap("Maan")
    day.host.sees("Maan, binnen sinds 9:40")
    asking = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND query NOT LIKE 'LISTEN%%'"
    for process in server.execute(asking, [shared.rpartition("/")[2]]).fetchall():
        server.execute("SELECT pg_terminate_backend(%s, 5000)", process)
    day.tap("Slak")
    day.host.sees("Slak, binnen sinds 9:40", "Alles bewaard")
    day.end()  # before its database goes
