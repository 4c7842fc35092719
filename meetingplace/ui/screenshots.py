"""Pictures of every screen over the open data, without a display: for the handbook, and to look at a change with."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time as hour, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace import paths, startup
from meetingplace.domain.calendar import monday_of
from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import arrivals, desk
from meetingplace.services.sample_house.house import make
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.settings import Settings
from meetingplace.startup import OpenHouse, State
from meetingplace.ui import doors
from meetingplace.ui.first_run.draft import Step
from meetingplace.ui.first_run.screen import FirstRunScreen
from meetingplace.ui.guarded.window import GuardedWindow
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.parts_sheet import PartsSheet
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.kit.work import Work
from meetingplace.ui.parents_corner.pages import FacesPage
from meetingplace.ui.parents_corner.screen import CornerScreen
from meetingplace.ui.shell import Shell
from meetingplace.ui.sign_in.screen import SignInScreen

_PATIENCE = 20.0  # s for one screen
_GUARDED = ("sign_in", "sign_in_pictures", "parents_corner", "parents_corner_faces", "parents_corner_board")
_EXTRA = ("first_run", "parts", "help", "lock", *_GUARDED)
_VISITS = 3_000  # of a sample house that is made for the pictures only
_MORNING = hour(10, 10)  # when it is seen
_FAMILIES_IN = 7


def take(
    out: Path,
    screens: Iterable[str] = (),
    language: str = "nl",
    theme_name: str = "light",
    scale: float = 1.0,
    size: tuple[int, int] = (1366, 768),
    folder: Path | None = None,
    server: str | None = None,
    sample_day: date | None = None,
) -> Iterator[Path]:
    """Make a PNG of each screen (all of them without names) in a folder; the settings of this PC are not touched.

    With `sample_day` the pictures are of a sample house as it is on that morning, whatever house lies on this PC.
    Refuses CHOICE_UNKNOWN for a screen that does not exist, FILE_MISSING for a house that does not, FOLDER_READ_ONLY.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false;qt.qpa.plugin=false")
    known = [door.key for door in doors.existing()]
    wanted = [doors.key_of(name) for name in screens] or [*known, *_EXTRA]
    for key in wanted:
        if key not in (*known, *_EXTRA):
            raise Refused(Reason.CHOICE_UNKNOWN, typed=key[:40], choices=", ".join((*known, *_EXTRA)))
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    with tempfile.TemporaryDirectory() as kept, _house(folder, server, sample_day) as (house, clock):
        settings = Settings(language=language, theme=theme_name, text_scale=scale, window=(0, 0, *size))
        shell = _shell(house, clock, SettingsDoor(Path(kept) / "settings.toml", settings))
        shell.setMinimumSize(200, 200)
        shell.resize(*size)
        shell.show()
        try:
            _wait(application, shell.work)
            for key in wanted:
                seen = _picture(application, shell, key, size)
                file = _save(seen, out / f"{key}.png")
                if seen is not shell:
                    seen.hide()  # the keyboard leaves it before it goes
                yield file
        finally:
            shell.close()


Clock = Callable[[], datetime]


@contextmanager
def _house(folder: Path | None, server: str | None, sample_day: date | None) -> Iterator[tuple[OpenHouse, Clock]]:
    """Open the house that is asked for, else the one of this PC, else the sample house, else a sample made for now."""
    sample = paths.user_data_folder() / startup.SAMPLE_FOLDER
    chosen = folder
    if sample_day is None and folder is None and server is None:
        chosen = sample if startup.state_of(startup.usual_address()) is State.NEW else None
        if chosen == sample and startup.state_of(str(sample)) is State.NEW:
            sample_day = monday_of(date.today()) + timedelta(days=1)
    if sample_day is not None:
        moment = datetime.combine(sample_day, _MORNING)
        with _sample_at(moment) as house:
            yield house, lambda: moment
        return
    with startup.open_for_command(chosen, server, _passphrase) as house:
        yield house, datetime.now


@contextmanager
def _sample_at(moment: datetime) -> Iterator[OpenHouse]:
    """Make a sample house as it is at a moment, with families that are in at the session that runs then."""
    with tempfile.TemporaryDirectory() as beside, startup.open_sample(Path(beside) / "house", None, True) as house:
        with house.connection():
            make(SampleSize(visits=_VISITS), moment.date())
            running = [one for one in desk.desk_choices(moment.date()) if one.begins <= moment < one.ends]
            boards = [desk.desk_board(one.session_id) for one in running]
            for board in [board for board in boards if board.takes_families]:
                for number, tile in enumerate(board.tiles[:_FAMILIES_IN]):
                    came = board.session.begins + timedelta(minutes=4 * number)
                    arrivals.check_in(board.session.session_id, tile.family_id, came)
        yield house


def _passphrase() -> str:
    given = os.environ.get("MEETINGPLACE_PASSPHRASE")
    if given is None:
        raise Refused(Reason.PASSPHRASE_NEEDED)
    return given


def _shell(house: OpenHouse, clock: Clock, door: SettingsDoor) -> Shell:
    def make_work(bulletin: Any, say_act: Any, say_refusal: Any) -> ThreadedWork:
        return ThreadedWork(bulletin, house.connection, house.hang_up, say_act, say_refusal)

    return Shell(door, make_work, clock, house.folder, house.address)


def _picture(application: QApplication, shell: Shell, key: str, size: tuple[int, int]) -> QWidget:
    """Bring what is asked for into sight and give the widget to draw."""
    if key == "parts":
        sheet = PartsSheet(theme.current())
        sheet.resize(*size)
        return sheet
    if key == "first_run":
        return _first_run(application, shell, size)
    if key in _GUARDED:
        return _guarded(application, shell, key, size)
    shell._layers.setCurrentWidget(shell._workplace)
    shell.help.hide()
    if key == "help":
        shell.toggle_help()
    elif key == "lock":
        host = shell.watch.host
        shell.lock.ask(host.name if host else "", shell.words("Type your PIN"), can_go_back=False, has_others=False)
        shell._layers.setCurrentWidget(shell.lock)
    else:
        shell.go(key)
    _wait(application, shell.work)
    return shell


def _first_run(application: QApplication, shell: Shell, size: tuple[int, int]) -> QWidget:
    """Show the first run at the passphrase, with invented names."""
    wizard = FirstRunScreen(shell._door, str(startup.first_folder()))
    wizard.resize(*size)
    wizard.show()
    draft = wizard.presenter.draft
    draft.name, draft.place = "De Zandbak", "Kuregem"
    wizard.presenter.step = Step.PASSPHRASE
    wizard.presenter.stay()
    _wait(application, wizard.work)
    return wizard


def _guarded(application: QApplication, shell: Shell, key: str, size: tuple[int, int]) -> QWidget:
    """Show what parents see: the wall of languages, or a page behind it, in the language of the program."""
    is_corner = key.startswith("parents_corner")
    screen = CornerScreen(shell._around) if is_corner else SignInScreen(shell._around)
    window = GuardedWindow(shell._around, screen)
    window.setMinimumSize(200, 200)
    window.resize(*size)
    window.begin_anew()
    window.show()
    if key not in ("sign_in", "parents_corner"):
        screen.presenter.choose_language(shell.words.language)
        _wait(application, shell.work)
    if isinstance(screen, CornerScreen):
        door = key.removeprefix("parents_corner").strip("_")
        screen.presenter.open_door(door)
        if isinstance(screen.page, FacesPage):
            screen.page.faces[Face.GOOD].click()
            screen.page.subjects[Subject.PLAY].click()
    _wait(application, shell.work)
    return window


def _wait(application: QApplication, work: Work) -> None:
    """Wait until every question is answered, and nothing asks anew for a moment."""
    is_idle: Callable[[], bool] = (lambda: work.is_idle) if isinstance(work, ThreadedWork) else (lambda: True)
    until = time.monotonic() + _PATIENCE
    quiet_since = time.monotonic()
    while time.monotonic() < until and time.monotonic() - quiet_since < 0.25:
        application.processEvents()
        if not is_idle():
            quiet_since = time.monotonic()
        time.sleep(0.005)


def _save(widget: QWidget, file: Path) -> Path:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    try:
        paths.write_whole(file, bytes(buffer.data().data()))
    except OSError as wrong:
        raise Refused(Reason.FOLDER_READ_ONLY, folder=str(file.parent)) from wrong
    return file
