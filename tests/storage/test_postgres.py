"""The contract on a PostgreSQL server, and what happens when the server refuses, is not there, or goes away.

What is saved while it goes away: `test_commits.py`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from meetingplace import startup
from meetingplace.domain.flyer_pictures import ReadyPicture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent, Tallied
from meetingplace.startup import NewHouse
from meetingplace.storage import backups, bulk, database, flyer_pictures, places, schema, tables, visits
from tests.makers import make_family, make_house, make_member, make_place, make_session, make_visit
from tests.snapshots import Snapshot, whole_house
from tests.storage.contract import MORNING, TRICKY, in_another_thread
from tests.storage.every_contract import EveryContract
from tests.storage.on_server import SERVER, address, hang_up_on, house, our_process, url

__all__ = ["address", "house"]


@pytest.fixture
def restart(address: str) -> Callable[[], None]:
    """Close the connection and open another one."""

    def again() -> None:
        database.hang_up()
        database.bind_server(address)
        database.database.connect()

    return again


class TestPostgres(EveryContract):
    pass


def _reason(typed: str) -> Reason:
    database.bind_server(typed)
    with pytest.raises(Refused) as refused, database.connected():
        places.listed()
    database.hang_up()
    return refused.value.reason


def test_a_server_says_its_name_and_needs_no_key(house: None) -> None:
    assert database.library_version().startswith("PostgreSQL ")
    assert database.is_bound_to_server()
    assert not database.is_encrypted()
    assert database.looks_whole()


def test_a_server_that_does_not_let_us_in_is_said(address: str) -> None:
    assert _reason(url(password="wrong")) is Reason.SERVER_REFUSED
    assert _reason(url(user="nobody_here")) is Reason.SERVER_REFUSED
    assert _reason(url(name="no_such_database")) is Reason.SERVER_REFUSED


def test_a_server_that_is_not_there_is_lost(address: str) -> None:
    assert _reason(url(port=1)) is Reason.SERVER_LOST


def test_a_server_that_goes_away_in_the_middle_is_lost_and_found_again(house: None) -> None:
    make_place("Kuregem")

    def half() -> None:
        make_place("Bonnevie")
        hang_up_on(our_process())
        make_place("Azaleapark")

    with pytest.raises(Refused) as refused, database.transaction():
        half()
    assert refused.value.reason is Reason.SERVER_LOST
    with database.connected():
        assert [place.name for place in places.listed()] == ["Kuregem"]  # all of the act or nothing
    make_place("Bonnevie")


def test_a_connection_that_died_between_two_questions_is_replaced_and_nobody_hears_of_it(house: None) -> None:
    hang_up_on(our_process())
    with database.connected():
        assert places.listed() == []
    hang_up_on(our_process())
    with database.transaction():
        make_place("Kuregem")
    assert [place.name for place in places.listed()] == ["Kuregem"]


def test_a_number_that_no_column_holds_is_refused(house: None) -> None:
    with pytest.raises(Refused) as refused, database.transaction():
        make_place(capacity=2**40)
    assert refused.value.reason is Reason.NUMBER_IMPOSSIBLE


def test_rows_that_were_loaded_with_their_ids_are_followed_by_new_ones(house: None) -> None:
    with database.transaction():
        bulk.load(tables.Place, ("id", "name"), [(41, "Kuregem"), (7, "Bonnevie")])
        bulk.catch_up_ids()
    assert make_place("Azaleapark") == 42


def _rows_in(backup: Path, folder: Path) -> Snapshot:
    """Open a back-up as the plain house that it holds, and read all its rows."""
    backups.unpack(backup, folder)
    database.bind_file(folder / backups.HOUSE_FILE)
    with database.connected():
        found = whole_house()
        assert schema.pending() == []
        assert database.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    return found


def _fill() -> None:
    make_house()
    visits.add_to_tally(make_session(make_place(), team=(make_member(),)), Tallied.CHILDREN, "0", 1)
    make_visit(make_session(make_place(TRICKY)), make_family(born=[(2024, 2)]), MORNING, [ChildPresent(None, 12)])
    flyer_pictures.add(ReadyPicture(bytes(range(256)), b"\x89PNG", 2, 1), TRICKY, "", MORNING.date())


def test_a_house_on_a_server_is_backed_up_row_by_row_into_a_house_in_a_file(house: None, tmp_path: Path) -> None:
    _fill()
    before = whole_house()
    made = backups.make(tmp_path / "copy.mpbackup", None, MORNING)
    assert (made.house_name, made.sessions, made.families, made.visits) == ("De Kersenpit", 2, 1, 1)
    assert _rows_in(made.file, tmp_path / "out") == before


def test_a_back_up_of_a_server_shows_one_moment_whatever_others_write(
    house: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill()
    before = whole_house()
    read, written = tables.values_of, []

    def write_once(row: tables.Row) -> dict[str, object]:
        if not written:
            written.append(True)
            in_another_thread(_write_a_visit)
        return read(row)

    monkeypatch.setattr(tables, "values_of", write_once)
    made = backups.make(tmp_path / "copy.mpbackup", None, MORNING)
    monkeypatch.undo()
    assert written
    assert _rows_in(made.file, tmp_path / "out") == before


def _write_a_visit() -> None:
    make_visit(make_session(make_place("Azaleapark")), make_family("Ster"), MORNING)


def test_an_address_that_makes_no_sense_is_unknown() -> None:
    with pytest.raises(Refused) as refused:
        database.bind_server("postgresql://host:not-a-port/house")
    assert refused.value.reason is Reason.ADDRESS_UNKNOWN


@pytest.mark.parametrize("address", ["postgres://host/house", "postgresql://me@host:5433/house"])
def test_an_address_of_a_server_is_told_from_a_file(address: str) -> None:
    assert database.is_server(address)
    assert not database.is_server("/home/samira/house")
    assert not database.is_server("C:\\houses\\kersenpit")


def test_a_house_is_set_up_on_a_server_while_no_other_pc_can_do_so(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"meetingplace_test_{secrets.token_hex(6)}"
    typed = NewHouse("Huis", "Plek", "Samira")
    honest, others = startup._furnish, []

    def furnish(*names: str, pin: str) -> None:
        with psycopg.connect(url(name=name)) as other:
            found = other.execute("SELECT pg_try_advisory_lock(%s)", (schema._LOCK_NUMBER,)).fetchone()
        others.append(found)
        honest(*names, pin=pin)

    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        monkeypatch.setattr(startup, "_furnish", furnish)
        startup.create_on_server(url(name=name), typed)
        assert others == [(False,)]
        with pytest.raises(Refused) as refused:
            startup.create_on_server(url(name=name), typed)
        assert refused.value.reason is Reason.FILE_EXISTS
        with database.connected():
            assert tables.House.select().count() == 1
        database.hang_up()
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
