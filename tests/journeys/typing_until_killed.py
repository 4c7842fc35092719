"""A window in which a paper list is typed in, and which is killed in the middle; `test_typing_in.py` runs it.

It prints the names of the rows at the moment at which the grid shows them as saved.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meetingplace import startup
from meetingplace.settings import Settings
from meetingplace.ui.arrivals.typing_in.panel import TypingInPanel
from meetingplace.ui.arrivals.typing_in.shown import RowState
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.shell import Shell

SESSION = 1
EVENING = datetime(2026, 10, 27, 20, 0)
ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space


def type_in(shell: Shell, rows: int) -> None:
    """Type rows as fast as the keys go, tell which are shown as saved, and die."""
    shell.go("arrivals", session_id=SESSION, typing_in="names")
    wait_for(lambda: shell.findChild(TypingInPanel) is not None)
    panel: Any = shell.findChild(TypingInPanel)
    wait_for(lambda: panel.grid.model().rowCount() > 0)
    panel.grid.setFocus()
    for number in range(rows):
        for key in (*f"Gezin {number}", TAB, "2", TAB, SPACE, ENTER):
            QTest.keyClick(QApplication.focusWidget() or panel.grid, key)
        QApplication.processEvents()
    wait_for(lambda: len(saved(panel)) > rows // 3)
    for name in saved(panel):
        os.write(1, f"{name}\n".encode())
    os.kill(os.getpid(), signal.SIGKILL)


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the program work until something holds; whoever runs this is patient, but not without end."""
    while not condition():
        QTest.qWait(1)


def saved(panel: Any) -> list[str]:
    """Name the rows that are shown as saved."""
    return [row.cells[0] for row in panel.grid.model().rows if row.state is RowState.SAVED]


def main(folder: Path, rows: int) -> None:
    """Open the house in a window."""
    application = QApplication([])
    with startup.open_house(str(folder)) as house:

        def make_work(bulletin: Any, say_act: Any, say_refusal: Any) -> ThreadedWork:
            return ThreadedWork(bulletin, house.connection, house.hang_up, say_act, say_refusal)

        door = SettingsDoor(folder / "settings.toml", Settings(language="en", window=(0, 0, 1366, 768)))
        shell = Shell(door, make_work, lambda: EVENING, house.folder, house.address)
        shell.show()
        shell.activateWindow()
        application.processEvents()
        type_in(shell, rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
