"""The program with its window: from the command line to the first screen, and what holds for the whole run."""

from __future__ import annotations

import importlib
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace import paths, startup
from meetingplace import settings as on_file
from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import upkeep
from meetingplace.services.changes import Topic
from meetingplace.startup import OpenHouse, State
from meetingplace.ui.crash import CrashNet
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.marks import paint_mark
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.only_window import OnlyWindow
from meetingplace.ui.opening import Opening
from meetingplace.ui.shell import Shell

_BACKUP_AFTER = 5_000  # ms: the first screen comes first


def run(folder: Path | None = None, server: str | None = None, language: str | None = None) -> int:
    """Open the window on a house, with the first-run wizard where there is none, and give the exit status."""
    application = _application()
    program = Program(application, server or (str(folder.absolute()) if folder else startup.usual_address()), language)
    if not program.begin():
        return 0
    status = application.exec()
    program.end()
    return int(status)


def _application() -> QApplication:
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # one font lacks a script that another has
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("meetingplace")
    application.setApplicationDisplayName("Meetingplace")
    application.setDesktopFileName("meetingplace")
    return application


def icon() -> QIcon:
    """Draw the icon of the window."""
    drawn = QIcon()
    for side in (16, 32, 64, 128):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, pixmap.rect().toRectF())
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


class Program(QObject):
    """One run: wizard, passphrase, window; each step leads to the next."""

    def __init__(self, application: QApplication, address: str, language: str | None = None) -> None:
        """Read the settings and dress the program; nothing is opened before `begin`."""
        super().__init__()
        self._application, self._address = application, address
        file = paths.user_settings_file()
        self._loaded = on_file.load(file)
        self.door = SettingsDoor(file, self._loaded.settings)
        if language:
            self.door.change(language=language)
        settings = self.door.current
        theme.apply(application, settings.theme, settings.text_scale)
        application.setWindowIcon(icon())
        self.net = CrashNet(datetime.now, self)
        self.house: OpenHouse | None = None
        self.shell: Shell | None = None
        self.page: QWidget | None = None
        self._only: OnlyWindow | None = None

    def begin(self) -> bool:
        """Take the first step; False when another window has this house, which then comes to the front."""
        self._only = OnlyWindow(self._address, self)
        if not self._only.is_first():
            return False
        self._only.asked.connect(self._come_to_front)
        if self._is_new():
            self._show_first_run()
        else:
            self._open()
        return True

    def end(self) -> None:
        """Close the house and stop listening."""
        if self.house:
            self.house.close()
        if self._only:
            self._only.close()
        self.net.take_down()

    def _is_new(self) -> bool:
        try:
            return startup.state_of(self._address) is State.NEW
        except Refused:
            return False  # the opening page says what is wrong

    def _show_first_run(self) -> None:
        wizard: Any = importlib.import_module("meetingplace.ui.first_run.screen").FirstRunScreen(
            self.door, self._address
        )
        wizard.finished.connect(self._wizard_finished)
        self._show_page(wizard)

    def _wizard_finished(self, address: str) -> None:
        self._address = address or self._address
        self._open()

    def _open(self) -> None:
        language = self.door.current.language
        opening = Opening(self._address, translator("app", language), Formats(language))
        opening.opened.connect(self._show_shell)
        opening.given_up.connect(self._application.quit)
        if not opening.begin():
            self._show_page(opening)

    def _show_page(self, page: QWidget) -> None:
        before, self.page = self.page, page
        page.resize(1366, 768)
        page.setWindowIcon(self._application.windowIcon())
        self.net.show_in(page, translator("app", self.door.current.language))
        page.show()
        if before is not None:
            before.deleteLater()

    def _show_shell(self, house: OpenHouse) -> None:
        self.house = house
        work: list[ThreadedWork] = []

        def make_work(bulletin: Bulletin, say_act: Any, say_refusal: Any) -> ThreadedWork:
            work.append(ThreadedWork(bulletin, house.connection, house.hang_up, say_act, say_refusal))
            return work[0]

        self.shell = Shell(self.door, make_work, datetime.now, house.folder, house.address)
        self.net.show_in(self.shell, self.shell.words)
        self.shell.show()
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None
        if self._loaded.set_aside:
            self.shell.say(
                self.shell.words("The settings of this PC could not be read. They were put aside and begin anew.")
            )
        QTimer.singleShot(_BACKUP_AFTER, self._back_up_if_old)

    def _back_up_if_old(self) -> None:
        if self.shell and self.house:
            shell, folder = self.shell, self.house.folder
            shell.work.ask(
                upkeep.back_up_if_old,
                folder,
                datetime.now(),
                then=lambda made: shell.bulletin.post({Topic.BACKUPS}) if made else None,
                on_paper=True,
            )

    def _come_to_front(self) -> None:
        window = self.shell or self.page
        if window:
            window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
