"""The first PC sets a house up on an empty server, and the second one finds it there."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import psycopg
import pytest
from PySide6.QtWidgets import QApplication

from meetingplace import startup
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.ui import application
from tests.journeys.driver import Host
from tests.storage.on_server import SERVER, url


@pytest.fixture
def address() -> Iterator[str]:
    """Make a database with nothing in it and give its address."""
    name = f"meetingplace_test_{secrets.token_hex(6)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield url(name=name)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def tables_in(address: str) -> int:
    with psycopg.connect(address) as line:
        found = line.execute("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    return int(found[0]) if found else 0


def test_the_first_pc_sets_the_house_up_and_the_second_one_opens_it(
    dressed: object, qapp: QApplication, address: str
) -> None:
    first = application.Program(qapp, address, "nl")
    host = Host(lambda: first.shell or first.page)
    assert first.begin()
    try:
        host.sees("In deze databank is nog geen huis.")
        assert tables_in(address) == 0  # another address than was meant is left as it is
        host.press("Richt het huis in")
        host.press("Ga verder")
        host.type_into("Naam van het huis", "De Kersenpit")
        host.type_into("Eerste plek", "Kuregem")
        host.press("Ga verder")
        host.type_into("Je naam", "Samira")
        host.press("Ga verder")
        host.sees("Server van het huis", "127.0.0.1" if "127.0.0.1" in address else "localhost")
        host.press("Beginnen")
        host.sees("Samira zit hier")
    finally:
        if first.shell:
            first.shell.close()
        first.end()
    with startup.open_house(address) as house:
        assert house.is_shared


def test_a_command_on_an_empty_server_says_so_and_writes_nothing(address: str) -> None:
    with pytest.raises(Refused) as refused:
        startup.open_for_command(None, address, lambda: "")
    assert refused.value.reason is Reason.NO_HOUSE_YET
    assert tables_in(address) == 0
