"""The program with its window: from the command line to the first screen, and what holds for the whole run."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace import paths, settings as on_file, startup
from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import upkeep
from meetingplace.services.changes import Topic
from meetingplace.startup import OpenHouse, State
from meetingplace.ui.crash import CrashNet
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.marks import paint_mark
from meetingplace.ui.kit.surroundings import Move, SettingsDoor
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.only_window import OnlyWindow
from meetingplace.ui.opening import Opening
from meetingplace.ui.shell import Shell

_BACKUP_AFTER = 5_000  # ms: the first screen comes first
_MOST_RECENT = 5  # addresses


def run(folder: Path | None = None, server: str | None = None, language: str | None = None, guarded: str = "") -> int:
    """Open the window on a house, with the first-run wizard where there is none, and give the exit status.

    With `guarded` it is left to parents: that guarded window opens, and only the PIN of a host leads out of it.
    """
    application = _application()
    program = Program(application, server or (str(folder.absolute()) if folder else startup.usual_address()), language)
    if not program.begin(guarded):
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
    """One run: wizard, passphrase, window; each step leads to the next, and a move leads back to the passphrase."""

    def __init__(self, application: QApplication, address: str, language: str | None = None) -> None:
        """Read the settings and dress the program; nothing is opened before `begin`."""
        super().__init__()
        self._application, self._address, self._asked_for = application, address, address
        self._came_from = ""  # the house that was open before a move
        self._is_moving = False
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
        self._opening: Opening | None = None
        self._only: OnlyWindow | None = None
        self._just_chosen = ""  # the passphrase of a house that was made a moment ago

    # --- one step after the other ---

    def begin(self, guarded: str = "") -> bool:
        """Take the first step; False when another window has this house, which then comes to the front."""
        if not self._claim():
            return False
        if guarded:
            self.door.change(guarded=guarded)
        is_lost = (
            self._address == self.door.current.address
        )  # chosen before, and not there now: no reason to begin anew
        if self._is_new() and not is_lost:
            self._show_first_run()
        else:
            self._open()
        return True

    def end(self) -> None:
        """Close the house and stop listening."""
        self._let_go()
        if self._opening:
            self._opening.close_work()
        if self._only:
            self._only.close()
        self.net.take_down()

    def move(self, move: Move) -> None:
        """Close this house, do what is to be done meanwhile, and open the house at the other address."""
        self._application.setQuitOnLastWindowClosed(False)  # there is a moment without any window
        if self.house:
            self._came_from = self._address
        self._is_moving = True
        self._let_go()
        if self._address != move.address:
            self._address = move.address
            if self._only:
                self._only.close()
            if not self._claim():
                self._application.quit()
                return
        if move.meanwhile is None and self._is_new():
            self._show_first_run()
        else:
            self._open(move.meanwhile)

    def _claim(self) -> bool:
        self._only = OnlyWindow(self._address, self)
        if not self._only.is_first():
            return False
        self._only.asked.connect(self._come_to_front)
        return True

    def _let_go(self) -> None:
        shell, self.shell = self.shell, None
        if shell:
            shell.close()
            shell.deleteLater()
        if self.house:
            self.house.close()
            self.house = None

    def _remember(self) -> None:
        """Keep the new address for the next start; who sat where belongs to the other house."""
        settings = self.door.current
        recent = dict.fromkeys((self._came_from, settings.address, *settings.recent))
        for left_out in ("", self._address):
            recent.pop(left_out, None)
        is_usual = startup.is_folder(self._address) and Path(self._address) == startup.first_folder()
        self.door.change(
            address="" if is_usual else self._address, recent=tuple(recent)[:_MOST_RECENT],
            place_in_view=0, host=0, is_locked=False, guarded="", last_screen="today",
        )  # fmt: skip

    def _is_new(self) -> bool:
        try:
            return startup.state_of(self._address) is State.NEW
        except Refused:
            return False  # the opening page says what is wrong

    # --- the pages ---

    def _show_first_run(self) -> None:
        opening, self._opening = self._opening, None
        if opening:
            opening.close_work()
        wizard: Any = importlib.import_module("meetingplace.ui.first_run.screen").FirstRunScreen(
            self.door, self._address, self._came_from
        )
        wizard.finished.connect(partial(self._leave_first_run, wizard))
        self._show_page(wizard)

    def _leave_first_run(self, wizard: Any, address: str) -> None:
        self._just_chosen = wizard.passphrase_of(address)
        self.move(Move(address))

    def _open(self, meanwhile: Callable[[], object] | None = None) -> None:
        language = self.door.current.language
        just_chosen, self._just_chosen = self._just_chosen, ""
        opening = Opening(self._address, translator("app", language), Formats(language), just_chosen=just_chosen)
        opening.opened.connect(self._show_shell)
        opening.given_up.connect(self._application.quit)
        opening.elsewhere_wanted.connect(lambda: self.move(Move(str(startup.first_folder()))))
        opening.first_run_wanted.connect(self._show_first_run)
        opening.sight_wanted.connect(lambda: self._show_page(opening))
        self._opening = opening
        opening.begin(meanwhile)

    def _show_page(self, page: QWidget) -> None:
        if page is self.page:
            return
        before, self.page = self.page, page
        page.resize(1366, 768)
        page.setWindowIcon(self._application.windowIcon())
        self.net.show_in(page, translator("app", self.door.current.language))
        page.show()
        self._application.setQuitOnLastWindowClosed(True)
        if before is not None:
            before.hide()
            before.deleteLater()

    def _show_shell(self, house: OpenHouse) -> None:
        self.house = house
        is_as_asked = not self._came_from and self._address == self._asked_for
        if self._is_moving and self._came_from != self._address and not is_as_asked:
            self._remember()
        self._is_moving = False

        def make_work(bulletin: Bulletin, say_act: Any, say_refusal: Any) -> ThreadedWork:
            news = house.news if house.is_shared else None
            return ThreadedWork(bulletin, house.connection, house.hang_up, say_act, say_refusal, news=news)

        self.shell = shell = Shell(self.door, make_work, datetime.now, house.folder, house.address)
        shell.moving.connect(self.move, Qt.ConnectionType.QueuedConnection)  # its screen goes away with it
        self.net.show_in(shell, shell.words)
        shell.appear()
        self._application.setQuitOnLastWindowClosed(True)
        for page in (self.page, self._opening):
            if page is not None:
                page.hide()
                page.deleteLater()
        self.page = self._opening = None
        if self._loaded.set_aside:
            shell.say(shell.words("The settings of this PC could not be read. They were put aside and begin anew."))
            self._loaded = on_file.Loaded(self.door.current)
        if house.was_recovered:
            shell.go("settings", section="passphrase")
            shell.say(
                shell.words("The recovery sheet opened the house. Choose a new passphrase and print a new sheet.")
            )
        if house.forgotten_again:
            shell.say(_forgotten_again(shell.words, house.forgotten_again))
        QTimer.singleShot(_BACKUP_AFTER, shell, lambda: _back_up_if_old(shell, house.folder))

    def _come_to_front(self) -> None:
        window = self.shell.in_front if self.shell else self.page
        if window:
            window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()


def _forgotten_again(_: Translator, number: int) -> str:
    return _.plural(
        "A back-up of before brought {n} family back that you had forgotten. It is forgotten again.",
        "A back-up of before brought {n} families back that you had forgotten. They are forgotten again.",
        number,
    )


def _back_up_if_old(shell: Shell, folder: Path | None) -> None:
    shell.work.ask(
        upkeep.back_up_if_old,
        folder,
        datetime.now(),
        then=lambda made: shell.bulletin.post({Topic.BACKUPS}) if made else None,
        on_paper=True,
    )
