"""The real window, without a display, on a house: for what is measured from a gesture to the painted screen."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false;qt.qpa.plugin=false")

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.houses import PASSPHRASE
from meetingplace import startup
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.settings import Settings
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.threads import ThreadedWork, work_without_house
from meetingplace.ui.opening import Opening
from meetingplace.ui.shell import Shell

PATIENCE = 30.0  # s


class Stage:
    """A window that is open, and waiting until it has settled."""

    def __init__(self, application: QApplication, shell: Any, work: ThreadedWork) -> None:
        """Take the window."""
        self.application, self.shell, self.work = application, shell, work
        self._alarm = QTimer(shell, interval=5)  # an answer that comes just before one waits for it is no event
        self._alarm.start()

    def settle(self, is_there: Callable[[], bool] = lambda: True) -> None:
        """Wait until nothing is asked or saved any more, what is expected is there, and it has been painted."""
        until = time.monotonic() + PATIENCE
        self.application.processEvents()  # what was answered meanwhile
        while not (self.work.is_idle and is_there()):
            if time.monotonic() > until:
                raise TimeoutError("the window does not settle")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.paint()

    def paint(self) -> None:
        """Work off what has come, and paint at once what Qt would paint some milliseconds later."""
        self.application.processEvents()
        self.application.sendEvent(self.shell, QEvent(QEvent.Type.UpdateRequest))


@contextmanager
def window_on(folder: Path) -> Iterator[Stage]:
    """Open a house, and the window on it."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    with startup.open_house(str(folder), lambda: PASSPHRASE) as house, window_of(application, house) as stage:
        yield stage


@contextmanager
def page_on(folder: Path) -> Iterator[tuple[Stage, Opening, list[startup.OpenHouse]]]:
    """Show the page that asks the passphrase of a house, and give where the house comes when it is open."""
    application = QApplication([])
    theme.apply(application, "light", 1.0)
    work, opened = work_without_house(), []
    page = Opening(str(folder), translator("app", "nl"), Formats("nl"), work)
    page.opened.connect(opened.append)
    page.resize(1366, 768)
    page.begin()
    page.show()
    stage = Stage(application, page, work)
    yield stage, page, opened
    for house in opened:
        house.close()


@contextmanager
def window_of(application: QApplication, house: startup.OpenHouse) -> Iterator[Stage]:
    """Open the window on a house that is open, large enough for a small PC."""
    work: list[ThreadedWork] = []
    with tempfile.TemporaryDirectory() as kept:

        def make_work(bulletin: Any, say_act: Any, say_refusal: Any) -> ThreadedWork:
            work.append(ThreadedWork(bulletin, house.connection, house.hang_up, say_act, say_refusal))
            return work[0]

        door = SettingsDoor(Path(kept) / "settings.toml", Settings(language="nl", window=(0, 0, 1366, 768)))
        shell = Shell(door, make_work, datetime.now, house.folder, house.address)
        shell.resize(1366, 768)
        shell.show()
        stage = Stage(application, shell, work[0])
        stage.settle()
        yield stage
        shell.close()
