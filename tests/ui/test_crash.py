"""The net under the program: it shows, logs without personal data, and the program lives on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from meetingplace import paths
from meetingplace.i18n.catalog import translator
from meetingplace.ui.crash import CrashNet, ErrorPanel

SECRET = "Fatma El Idrissi"


def fall() -> None:
    raise ValueError(SECRET)


@pytest.fixture
def net(dressed, now: datetime) -> Iterator[tuple[CrashNet, QWidget]]:
    before = sys.excepthook
    window = QWidget()
    window.resize(900, 600)
    window.show()
    made = CrashNet(lambda: now)
    made.show_in(window, translator("app", "en"))
    yield made, window
    made.take_down()
    assert sys.excepthook is before


def fallen(net: CrashNet) -> None:
    try:
        fall()
    except ValueError as error:
        net.catch(type(error), error, error.__traceback__)


def log_file() -> Path:
    return paths.user_log_folder() / "errors.log"


def test_a_fall_in_a_slot_is_shown_and_the_program_lives_on(net, qtbot, capsys):
    made, window = net
    with qtbot.captureExceptions():  # pytest-qt steps aside; the net is called as in the program
        sys.excepthook = made.catch
        fallen(made)
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is not None)
    panel = window.findChild(ErrorPanel)
    assert panel.isVisible()
    alive: list[int] = []
    QTimer.singleShot(0, lambda: alive.append(1))
    qtbot.waitUntil(lambda: alive == [1])


def test_the_report_says_where_but_holds_no_words_of_anybody(net, qtbot, capsys):
    made, window = net
    fallen(made)
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is not None)
    panel = window.findChild(ErrorPanel)
    copy = next(part for part in panel.findChildren(QPushButton) if part.text() == "Copy the report")
    copy.click()
    copied = QApplication.clipboard().text()
    for text in (copied, log_file().read_text(encoding="utf-8"), capsys.readouterr().err):
        assert "ValueError" in text
        assert "fall" in text
        assert SECRET not in text
    assert str(Path.home()) not in copied


def test_one_panel_at_a_time_and_again_after_it_was_closed(net, qtbot, capsys):
    made, window = net
    for _ in range(3):
        fallen(made)
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is not None)
    assert len(window.findChildren(ErrorPanel)) == 1
    assert log_file().read_text(encoding="utf-8").count("ValueError") == 3
    window.findChild(ErrorPanel).close_panel()
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is None)
    fallen(made)
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is not None)


def test_a_fall_on_another_thread_is_caught_too(net, qtbot, capsys):
    _made, window = net
    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.findChild(ErrorPanel) is not None)
