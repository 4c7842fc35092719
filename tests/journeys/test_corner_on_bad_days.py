"""Parents in the corner of the real program, with its threads: into it, through it and out again, on good and bad days.

Thanks are said once it is saved; while the house is locked or its server is away a kind sentence says so, and the same
key is pressed again.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meetingplace import startup
from meetingplace.services import upkeep
from meetingplace.storage import faces, voices
from meetingplace.storage.backups import HOUSE_FILE
from meetingplace.ui.parents_corner.pages import DoorsPage
from tests.journeys.driver import Host
from tests.journeys.test_bad_days import Begins, Day, begin, folder, server, shared
from tests.makers import DAY

__all__ = ["begin", "folder", "server", "shared"]

NOT_SAVED = "Het kon nu niet bewaard worden. Probeer opnieuw, of vertel het aan iemand van het team."
THANKS = "Dank je wel! We hebben het genoteerd."
LEAVING = (
    "Esc", "Alt+F4", "F11", "F1", "Ctrl+Q", "Ctrl+W", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Z", "Ctrl+L", "Ctrl+P",
    "Ctrl+F", "Ctrl+N", "Ctrl+1", "Alt+Left", "Menu", "Shift+F10", "Print",
)  # fmt: skip


class Corner:
    """The corner of a day at the house; `parent` stands before it."""

    def __init__(self, day: Day) -> None:
        """Let the host open it from the rail."""
        self.day = day
        day.host.press("Ouderhoek")
        self.window: Any = day.host.wait_for(lambda: self._guarding.window, "the corner")
        self.parent = Host(lambda: self.window)

    @property
    def _guarding(self) -> Any:
        assert self.day.program.shell is not None
        return self.day.program.shell.guarding

    @property
    def faces_given(self) -> list[Any]:
        """Give the faces, by what is in the database."""
        return list(self.day.on_database(lambda: faces.between(DAY, DAY)))

    def come_to_a_face(self) -> None:
        """Let a parent go from the wall to a face."""
        self.parent.press("Nederlands")
        self.parent.press("Hoe was het?")
        self.parent.press("Heel fijn")

    def leave(self) -> None:
        """Let a host out."""
        self.window.presenter.hold()
        self.window.presenter.try_pin("2468")
        self.day.host.wait_for(lambda: self._guarding.window is None, "the way out")


def _set_pin(address: str) -> None:
    with startup.open_house(address) as house, house.connection():
        upkeep.set_pin(1, "2468")


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Lock a house from another process: within one process the locks of two libraries do not see each other."""
    command = [sys.executable, "-c", LOCKING, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()
        yield
        other.stdin.close()


LOCKING = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
other.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def corner(folder: Path, begin: Begins) -> Iterator[Corner]:
    """Open the corner of a house in a folder."""
    _set_pin(str(folder))
    made = Corner(begin(str(folder)))
    yield made
    made._guarding.end()


def test_a_parent_tells_and_a_host_comes_back_to_work(corner: Corner) -> None:
    corner.come_to_a_face()
    corner.parent.press("Klaar")
    corner.parent.sees(THANKS)
    assert len(corner.faces_given) == 1
    corner.parent.press("Begin opnieuw")
    corner.parent.press("Nederlands")
    corner.parent.press("Ik heb een idee")
    corner.parent.type_into("Schrijf hier, in gelijk welke taal", "Een zandbak, bel 0470 12 34 56")
    corner.parent.press("Versturen")
    corner.parent.sees("Dank je wel voor je idee!")
    corner.leave()
    corner.day.host.press("Inbreng")
    corner.day.host.sees("Een zandbak, bel 0470 12 34 56")
    assert [voice.is_shown for voice in corner.day.on_database(voices.listed)] == [False]


def test_no_shortcut_leads_out_of_any_page_nor_takes_what_was_typed(corner: Corner) -> None:
    parent = corner.parent
    for door in ("Hoe was het?", "Ik heb een idee", "Wat gebeurt er met onze ideeën?"):
        parent.press("Nederlands")
        parent.press(door)
        parent.wait_for(lambda: not isinstance(corner.window.content.page, DoorsPage), f"the page behind {door}")
        parent.wait_for(QApplication.focusWidget, "the keyboard")
        page = corner.window.content.page
        for keys in LEAVING:
            QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))
            QApplication.processEvents()
            assert corner.window.content.page is page, keys
            shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
            assert shown == [corner.window], keys
        assert not corner.window.close()
        corner.window.begin_anew()


def test_a_face_is_thanked_for_only_once_a_locked_house_has_saved_it(corner: Corner, folder: Path) -> None:
    corner.day.set_pragma("busy_timeout = 50")
    corner.come_to_a_face()
    with _locked(folder / HOUSE_FILE):
        corner.parent.press("Klaar")
        corner.parent.sees(NOT_SAVED)
        assert THANKS not in corner.parent.words()
    assert corner.faces_given == []
    corner.parent.press("Klaar")  # the face is still chosen
    corner.parent.sees(THANKS)
    assert len(corner.faces_given) == 1


def test_a_face_is_thanked_for_only_once_a_server_that_was_lost_has_saved_it(
    begin: Begins, shared: str, server: psycopg.Connection[Any]
) -> None:
    name = shared.rpartition("/")[2]
    _set_pin(shared)
    corner = Corner(begin(shared))
    corner.come_to_a_face()
    server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    corner.parent.press("Klaar")
    corner.parent.sees(NOT_SAVED)
    corner.window.begin_anew()  # the next parent finds the wall, and is told so kindly too
    corner.parent.press("Nederlands")
    corner.parent.sees("Het is niet gelukt. Zeg het aan iemand van het team.")
    server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    corner.window.begin_anew()
    corner.come_to_a_face()
    corner.parent.press("Klaar")
    corner.parent.sees(THANKS)
    assert len(corner.faces_given) == 1
    corner.leave()
    corner.day.end()  # before its database goes


def test_the_keyboard_alone_reaches_every_door(corner: Corner) -> None:
    parent = corner.parent
    parent.press("Nederlands")
    parent.sees("Hoe was het?")
    reached = set()
    for _step in range(12):
        at = parent.wait_for(QApplication.focusWidget, "the keyboard")
        reached.add(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert {"Hoe was het?", "Ik heb een idee", "Wat gebeurt er met onze ideeën?", "Terug"} <= reached
