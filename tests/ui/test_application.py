"""Whole starts: an empty PC, the wizard, the house, the second start with its passphrase, and moves between houses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meetingplace import paths, settings, startup
from meetingplace.services import forgetting, organisation, upkeep
from meetingplace.startup import NewHouse, State
from meetingplace.storage import database, families
from meetingplace.ui.application import Program
from meetingplace.ui.first_run.draft import Kind, Step
from meetingplace.ui.first_run.screen import FirstRunScreen
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Move
from meetingplace.ui.opening import Opening
from tests.makers import make_family

NOW = datetime(2026, 10, 27, 9, 10)
PASSPHRASE = "a goat on the tram"
Starts = Callable[..., Program]


@pytest.fixture
def start(dressed, qapp: QApplication) -> Iterator[Starts]:
    """Start the program as the command line does; each start ends the one before."""
    running: list[Program] = []

    def end() -> None:
        for program in running:
            program.end()
        running.clear()

    def begin(address: str = "") -> Program:
        end()
        running.append(Program(qapp, address or startup.usual_address(), "en"))
        assert running[0].begin()
        return running[0]

    yield begin
    end()


def wizard_of(program: Program) -> FirstRunScreen:
    assert isinstance(program.page, FirstRunScreen)
    return program.page


def agree(wizard: FirstRunScreen, verb: str) -> None:
    panel = next(panel for panel in wizard.findChildren(Panel) if panel.isVisible())
    next(button for button in panel.findChildren(type(wizard.on)) if button.text() == verb).click()


def go_through(
    wizard: FirstRunScreen, passphrase: str = PASSPHRASE, pin: str = "2468", kind: Kind = Kind.EMPTY
) -> None:
    """Type what a host types, with real keys."""

    def type_into(field: str, text: str) -> None:
        QTest.keyClicks(wizard.page.fields[field].editor, text)

    wizard.on.click()
    type_into("name", "De Kersenpit")
    type_into("place", "Kuregem")
    wizard.on.click()
    if passphrase:
        wizard.page.card.own.click()
        QTest.keyClicks(wizard.page.card.typed, passphrase)
        QTest.keyClicks(wizard.page.card.again, passphrase)
        wizard.page.without.click()
    else:
        wizard.skip.click()
    agree(wizard, "Go on without")
    type_into("host", "Samira Aziz")
    type_into("pin", pin)
    type_into("pin_again", pin)
    wizard.on.click()
    wizard.page.kinds[kind].click()
    wizard.on.click()


def in_sight(program: Program, name: str) -> bool:
    return program.shell is not None and program.shell.windowTitle() == f"{name} – Meetingplace"


def test_an_empty_pc_opens_the_wizard_then_the_house_and_the_second_start_asks_the_passphrase(start: Starts, qtbot):
    program = start()
    assert startup.state_of(startup.usual_address()) is State.NEW
    go_through(wizard_of(program))
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    assert program.page.words_button.isVisible()  # it asks the passphrase that was just chosen, and still shows it
    program.page.typed.setText(PASSPHRASE)
    program.page.open_button.click()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    assert program.page is None
    assert program.shell.rail.host.text() == "Samira"

    program = start()
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    page = program.page
    assert not page.words_button.isVisible()
    page.typed.setText("not the right one")
    page.open_button.click()
    qtbot.waitUntil(lambda: page.typed.is_wrong, timeout=20_000)
    page.typed.setText(PASSPHRASE)
    page.open_button.click()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)


def test_the_pin_of_the_first_run_locks_and_a_restart_stays_locked_without_showing_anything(start: Starts, qtbot):
    program = start()
    go_through(wizard_of(program), passphrase="")
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    program.shell.lock_window()
    assert program.shell.is_locked

    program = start()
    qtbot.waitUntil(lambda: program.shell is not None, timeout=20_000)
    assert program.shell.is_locked  # before the team is known
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    assert program.shell.is_locked
    QTest.keyClicks(program.shell.lock, "2468")
    QTest.keyClick(program.shell.lock, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.shell.is_locked, timeout=20_000)


def test_the_sample_house_lies_in_a_folder_of_its_own_and_one_leaves_it_for_the_own_house(start: Starts, qtbot):
    program = start()
    go_through(wizard_of(program), passphrase="", kind=Kind.SAMPLE)
    qtbot.waitUntil(lambda: in_sight(program, "Huis Kersenhof"), timeout=20_000)
    assert settings.load(paths.user_settings_file()).settings.address == str(startup.sample_folder())
    assert startup.state_of(str(startup.first_folder())) is State.PLAIN
    program.shell.work.do(upkeep.set_pin, 1, "1357")
    qtbot.waitUntil(lambda: bool(program.shell.work.history.done), timeout=20_000)
    program.move(Move(startup.house_beside_sample(program.door.current.recent)))
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    assert startup.usual_folder() == startup.first_folder()
    assert program.shell.work.history.done == []  # what was done in the other house is not undone in this one
    program.shell.undo()
    qtbot.waitUntil(lambda: "nothing to undo" in program.shell.toast.text, timeout=20_000)


def test_whoever_only_looked_round_finds_the_wizard_when_leaving_the_sample_house(start: Starts, qtbot):
    program = start()
    wizard = wizard_of(program)
    wizard.on.click()
    wizard.skip.click()
    wizard.skip.click()
    agree(wizard, "Go on without")
    wizard.skip.click()
    wizard.page.kinds[Kind.SAMPLE].click()
    wizard.on.click()
    qtbot.waitUntil(lambda: in_sight(program, "Huis Kersenhof"), timeout=20_000)
    program.move(Move(startup.house_beside_sample(program.door.current.recent)))
    assert wizard_of(program).presenter.step is Step.LANGUAGE


def test_a_back_up_is_put_back_without_leaving_the_program(start: Starts, qtbot, tmp_path: Path):
    folder = startup.first_folder()
    startup.create_house(folder, NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program = start()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    with program.house.connection():
        file = upkeep.back_up(folder, NOW, tmp_path / "kept.mpbackup")
        organisation.change_house(replace(organisation.the_house(), name="Another name"))
    program.house.hang_up()
    program.move(Move(str(folder), lambda: startup.restore(file, folder, NOW)))
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)


def test_whoever_was_forgotten_is_forgotten_again_after_an_old_back_up_and_it_is_said(
    start: Starts, qtbot, tmp_path: Path
):
    folder = startup.first_folder()
    startup.create_house(folder, NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program = start()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    with program.house.connection():
        family = make_family("Slak")
        file = upkeep.back_up(folder, NOW, tmp_path / "kept.mpbackup")
        forgetting.forget_family(family, families.get(family).version, folder, NOW.date())
    program.house.hang_up()
    program.move(Move(str(folder), lambda: startup.restore(file, folder, NOW)))
    qtbot.waitUntil(lambda: program.shell is not None and "forgotten again" in program.shell.toast.text, timeout=20_000)
    assert program.shell.toast.text.startswith("A back-up of before brought 1 family back")
    with program.house.connection():
        assert families.everyone() == []


def test_a_move_that_is_refused_says_why_and_opens_the_house_as_it_was(start: Starts, qtbot, tmp_path: Path):
    folder = startup.first_folder()
    startup.create_house(folder, NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program = start()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    program.move(Move(str(folder), lambda: startup.restore(tmp_path / "pulled-out.mpbackup", folder, NOW)))
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    assert "pulled-out.mpbackup is not there" in program.page.sentence.text()
    program.page.retry_button.click()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)


def test_whoever_sets_up_another_house_can_go_back_and_the_next_start_opens_the_one_of_before(start: Starts, qtbot):
    startup.create_house(startup.first_folder(), NewHouse("De Kersenpit", "Kuregem", "Samira"))
    program = start()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    program.move(Move(str(startup.another_folder())))
    wizard_of(program)
    assert startup.usual_folder() == startup.first_folder()  # nothing is chosen before it exists
    program.page.back.click()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    program.move(Move(str(startup.another_folder())))
    go_through(wizard_of(program), passphrase="")
    qtbot.waitUntil(lambda: startup.usual_folder().name == "house-2", timeout=20_000)
    assert program.door.current.recent == (str(startup.first_folder()),)


def test_a_house_that_was_chosen_before_and_is_not_there_now_is_no_reason_to_begin_anew(start: Starts, qtbot, tmp_path):
    settings.save(paths.user_settings_file(), settings.Settings(address=str(tmp_path / "stick"), language="en"))
    program = start()
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    assert "house.db is not there" in program.page.sentence.text()
    program.page.elsewhere_button.click()
    assert isinstance(program.page, FirstRunScreen)


def test_the_recovery_sheet_opens_the_house_and_leads_to_a_new_passphrase(start: Starts, qtbot):
    words = startup.create_house(
        startup.first_folder(), NewHouse("De Kersenpit", "Kuregem", "Samira", passphrase=PASSPHRASE)
    )
    program = start()
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    program.page.typed.setText(" ".join(words))
    program.page.open_button.click()
    qtbot.waitUntil(lambda: in_sight(program, "De Kersenpit"), timeout=20_000)
    assert "Choose a new passphrase" in program.shell.toast.text
    assert (program.shell.stage.key, program.shell.stage.what) == ("settings", {"section": "passphrase"})


def test_a_folder_that_cannot_be_written_is_said_at_its_field_and_nothing_typed_is_lost(start: Starts, qtbot, tmp_path):
    (tmp_path / "read-only").write_text("a file stands where the folder should", encoding="utf-8")
    program = start(str(tmp_path / "read-only" / "house"))
    go_through(wizard_of(program), passphrase="")
    folder = wizard_of(program).page.fields["folder"].editor
    qtbot.waitUntil(lambda: "may not write in this folder" in folder.accessibleDescription(), timeout=20_000)
    assert wizard_of(program).presenter.draft.name == "De Kersenpit"


def test_a_damaged_house_says_what_to_do(start: Starts, qtbot):
    startup.first_folder().mkdir(parents=True)
    (startup.first_folder() / "house.db").write_bytes(b"SQLite format 3\x00" + b"broken" * 500)
    program = start()
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    assert "The file of the house is damaged" in program.page.sentence.text()
    assert program.page.restore_button.isVisible()


def test_a_house_of_a_newer_program_says_so(start: Starts, qtbot):
    startup.create_house(startup.first_folder(), NewHouse("De Kersenpit", "Kuregem", "Samira"))
    with startup.open_house(str(startup.first_folder())) as house, house.connection():
        newer = "INSERT INTO schema_migration (name, applied) VALUES ('9999_of_next_year', '2030-01-01 00:00:00')"
        database.database.execute_sql(newer)
    program = start()
    qtbot.waitUntil(lambda: isinstance(program.page, Opening), timeout=20_000)
    assert "newer version" in program.page.sentence.text()
