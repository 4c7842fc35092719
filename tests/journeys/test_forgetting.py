"""Forgetting in the real window leaves no byte anywhere; killed in the middle, it leaves all of a family or nothing."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from meetingplace import startup
from meetingplace.domain.families import BirthMonth, Child
from meetingplace.services import contacts
from meetingplace.startup import NewHouse
from meetingplace.storage import backups, database, families, keys, tables
from meetingplace.ui import application
from meetingplace.ui.opening import Opening
from tests.journeys.driver import Host
from tests.journeys.forgetter import DAY
from tests.journeys.test_kill import Desks
from tests.makers import make_family, make_session, make_visit
from tests.pages import all_bytes

NOON = datetime(2026, 10, 27, 12, 0)
PASSPHRASE = "kraan wolk sokken tram"
NICKNAME, CHILD, CONTACT, BROUGHT_BY = "Zonderlinge Slak", "Kwispelbo", "0470 99 88 77", "Buurtbewonersraad"
NAMES = (NICKNAME, CHILD, CONTACT, BROUGHT_BY, NICKNAME.lower(), CHILD.lower())


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which everything temporary is written."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(made))
    return made


# --- in the window ---


@pytest.fixture(params=["", PASSPHRASE], ids=["plain", "encrypted"])
def program(
    request: pytest.FixtureRequest, temporary: Path, tmp_path: Path, dressed: object, qapp: QApplication
) -> Iterator[application.Program]:
    """Start the program at a house whose place keeps contacts."""
    folder = tmp_path / "house"
    startup.create_house(folder, NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=request.param))
    with startup.open_house(str(folder), lambda: request.param) as house, house.connection():
        tables.Place.update(level="contact").execute()
    begun = application.Program(qapp, str(folder), "en")
    assert begun.begin()
    if request.param:
        Host(lambda: begun.page).sees("Passphrase")
        assert isinstance(begun.page, Opening)
        begun.page.typed.setText(PASSPHRASE)
        begun.page.open_button.click()
    yield begun
    begun.end()


def test_no_byte_is_left_of_who_was_forgotten_at_the_window(program: application.Program, tmp_path: Path) -> None:
    host = Host(lambda: program.shell or program.page)
    host.sees("Samira")
    host.wait_for(lambda: program.shell, "the window").go("directory")
    meet(host)
    assert all(name.encode() in all_bytes(tmp_path / "house") for name in (NICKNAME, CHILD, CONTACT, BROUGHT_BY))
    host.pick(f"More for {NICKNAME}", "Forget this family…")
    host.press("I know that this cannot be undone")
    host.press("Forget this family")
    host.sees("The family is forgotten. The numbers stay.", "Nobody found")
    assert program.shell is not None
    assert program.shell.work.history.done == []
    for name in NAMES:
        assert name.encode() not in all_bytes(tmp_path / "house"), name
    program.end()
    for name in NAMES:
        assert name.encode() not in all_bytes(tmp_path), name


def meet(host: Host) -> None:
    """Write a family down with all that can be known, change it, take that back and search it."""
    host.press("New family")
    host.type_into("Nickname", NICKNAME)
    host.type_into("Brought by", BROUGHT_BY)
    host.press("Add family")
    host.press("Add a child")
    host.type_into("Nickname", CHILD)
    host.press("Add child")
    host.sees(CHILD)
    host.press("Write a contact")
    host.type_into("Phone or e-mail", CONTACT)
    host.press("Save")
    host.press("Show the contact")
    host.sees(CONTACT)
    host.keys("", Qt.Key.Key_Escape)
    host.press("Change")
    host.type_into("Nickname", f"{NICKNAME} twee")
    host.press("Save")
    host.sees(f"{NICKNAME} twee was changed.")
    host.hold(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z)
    host.sees_no("twee was changed")
    host.press("All families")
    host.type_into("Name, child, picture or language", "kwispel")
    host.sees("1 family found")
    host.tap("Families", NICKNAME)
    host.sees(CHILD)


# --- killed ---

KILLS, FAMILIES = 12, 150
LONGEST_WAIT = 0.03  # s from what was acknowledged last to the kill: it falls anywhere in a forgetting, or in the next


@pytest.fixture
def folder(temporary: Path, tmp_path: Path) -> Path:
    """Make an encrypted house that knows many families, each with a child, a contact and a visit."""
    made = tmp_path / "house"
    startup.create_house(made, NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE))
    with startup.open_house(str(made), lambda: PASSPHRASE) as house, house.connection(), database.transaction():
        tables.Place.update(level="contact").execute()
        session = make_session(1)
        for number in range(FAMILIES):
            family = make_family(f"Zonderling{number:03}x", languages=["tr"])
            families.add_child(family, Child(0, f"Kwispel{number:03}x", BirthMonth(2024, 5)))
            contacts.write(family, families.get(family).version, f"0470{number:03}x", DAY, DAY)
            make_visit(session, family, NOON)
    return made


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_killed_while_it_forgets_a_family_is_whole_or_gone_and_what_was_said_stays_so(folder: Path) -> None:
    desks, chance = Desks(folder, "tests.journeys.forgetter"), random.Random(2026)
    key, acknowledged = keys.unlock(folder, PASSPHRASE), set[int]()
    try:
        for _kill in range(KILLS):
            acknowledged.update(desks.run_and_kill(chance.randrange(3), chance.uniform(0, LONGEST_WAIT)))
            database.bind_file(folder / "house.db", key)
            with database.connected():
                gone = {row.id for row in tables.Family.select().where(tables.Family.forgotten_on.is_null(False))}
                assert acknowledged <= gone
                assert {number: whole(number) for number in range(1, FAMILIES + 1)} == {
                    number: () if number in gone else ("family", "child", "contact")
                    for number in range(1, FAMILIES + 1)
                }
                assert tables.Visit.select().count() == FAMILIES
                assert backups.problems() == []
            database.hang_up()
    finally:
        desks.close()
    assert len(acknowledged) >= KILLS // 2
    with startup.open_house(str(folder), lambda: PASSPHRASE, now=NOON) as house, house.connection():
        left = all_bytes(folder)
        for number in range(1, FAMILIES + 1):
            held = [f"{word}{number - 1:03}x".encode() in left for word in ("Zonderling", "Kwispel", "0470")]
            assert held == [number not in gone] * 3, number


def whole(number: int) -> tuple[str, ...]:
    """Tell what there is of a family."""
    family = tables.Family.get_by_id(number)
    child = tables.Child.get_by_id(number)
    contact = tables.Contact.get_or_none(tables.Contact.family == number)
    found = {"family": family.nickname, "child": child.nickname, "contact": contact and contact.words}
    return tuple(name for name, words in found.items() if words)
