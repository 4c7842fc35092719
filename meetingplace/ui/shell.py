"""The window: rail, one screen at a time, toast, help, lock. The screens meet only here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from meetingplace.i18n.catalog import Translator, translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import organisation, own_phrases
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.organisation import HouseBoard
from meetingplace.ui import doors as all_doors, window_place
from meetingplace.ui.guarding import Guarding
from meetingplace.ui.help_panel import HelpPanel
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.focus import FocusRing
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import PlaceInView, SettingsDoor, Surroundings
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.kit.work import Failed, Work
from meetingplace.ui.lock import Lock
from meetingplace.ui.motion import let_move
from meetingplace.ui.rail import Rail
from meetingplace.ui.sayings import Sayings
from meetingplace.ui.shell_keys import bind
from meetingplace.ui.stage import Stage
from meetingplace.ui.watch import Watch, offer_people

MakeWork = Callable[[Bulletin, Callable[[Changes], None], Failed], Work]
_TICK = 30_000  # ms


class Shell(QMainWindow):
    """The window of one house; `moving` gives the `Move` to another one, which the program makes."""

    moving = Signal(object)

    def __init__(
        self,
        door: SettingsDoor,
        make_work: MakeWork,
        clock: Callable[[], datetime] = datetime.now,
        folder: Path | None = None,
        address: str = "",
        doors: Sequence[all_doors.Door] = all_doors.DOORS,
    ) -> None:
        """Open the window on a house; `make_work` is given the bulletin and how to say acts and refusals."""
        super().__init__()
        self._door, self._clock, self._folder, self._address = door, clock, folder, address
        self._doors = all_doors.existing(doors)
        self._board: HouseBoard | None = None
        self._is_away = False  # the server of this house
        self.bulletin = Bulletin()
        self.work = make_work(
            self.bulletin,
            lambda changes: self._sayings.say_act(changes),
            lambda refused: self._sayings.say_refusal(refused),
        )
        self._place = PlaceInView(door, self.bulletin)
        self.guarding = Guarding(self)
        self._layers = QStackedWidget(self)
        self.setCentralWidget(self._layers)
        self._ring: FocusRing | None = None
        self._build()
        self.go(door.current.last_screen)
        window_place.restore(self, door.current)
        bind(self, self, len(self._doors))
        self._wire()
        if door.current.is_locked:
            self._layers.setCurrentWidget(self.lock)  # at once: nothing is to be seen before the team is known
        let_move(door.current.is_motion_reduced)
        self._ask_house()

    def _wire(self) -> None:
        self.bulletin.follow({Topic.HOUSE, Topic.PLACES, Topic.TEAM}, self._ask_house)
        load_phrases = partial(self.work.ask, own_phrases.load, then=_do_nothing, failed=_do_nothing)
        self.bulletin.follow({Topic.PHRASES}, load_phrases)  # another PC, or an undo, may have changed them
        self._door.follow(self._setting_changed)
        if isinstance(self.work, ThreadedWork):
            self.work.saving_changed.connect(self._show_saving)
            self.work.waiting_changed.connect(self._show_waiting)
            self.work.away_changed.connect(self._show_away)
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()

    # --- building, and building anew after a switch of language, theme or text size ---

    def _build(self) -> None:
        settings = self._door.current
        dress = theme.apply(_application(), settings.theme, settings.text_scale)
        self.words: Translator = translator("app", settings.language)
        self._formats = Formats(settings.language)
        _ = self.words
        self._around = around = Surroundings(
            self.work, self.bulletin, _, self._formats, self._clock, self._door, self._place,
            self.go, self.say, self._folder, self._address, self.moving.emit, lambda: self.watch.host_id,
        )  # fmt: skip
        self._workplace = QWidget(self._layers)
        words = all_doors.names(_)
        self.rail = Rail([(door, words.get(door.key, door.key)) for door in self._doors], _, self._workplace)
        self.stage = Stage(
            around, self._doors, self.toggle_help, lambda sign: self._sayings.fill_sign(sign), self._workplace
        )
        self.stage.show_state(False, False, self._is_away)
        self.help = HelpPanel(_, len(self._doors), self._workplace)
        side_by_side = QHBoxLayout(self._workplace)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        for part, stretch in ((self.rail, 0), (self.stage, 1), (self.help, 0)):
            side_by_side.addWidget(part, stretch)
        self.help.stand_beside(self.stage)
        self._sayings = Sayings(_, self._formats, self.work, self.stage, self._workplace)
        self.toast = self._sayings.toast
        self.lock = Lock(_, self._layers)
        self.watch = Watch(self.lock, self.work, self._door, self._clock, _, self._sayings.sentence, self._workplace)
        self._layers.addWidget(self._workplace)
        self._layers.addWidget(self.lock)
        if self._ring is None:
            self._ring = FocusRing(self, dress.colour("focus"), dress.ring)
        self._ring.restyle(dress.colour("focus"), dress.ring)
        self._wire_parts()

    def _wire_parts(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.lock_wanted.connect(self.lock_window)
        self.rail.host_wanted.connect(self._choose_host)
        self.rail.corner_wanted.connect(partial(self.go, "parents_corner"))
        self.stage.shown.connect(self.rail.show_on)
        self.watch.host_changed.connect(self._show_host)
        self.watch.locked.connect(self._show_lock)
        self.lock.others_wanted.connect(self._choose_opener)
        self.lock.back_wanted.connect(self.watch.go_back)

    def rebuild(self) -> None:
        """Build every screen anew, in another language, theme or text size, and come back to the same screen."""
        key, what = self.stage.key, self.stage.what
        if isinstance(self.work, ThreadedWork):
            self.work.drop_questions()
        for panel in self.findChildren(Panel):
            panel.close_panel()
        self.stage.leave()
        old = (self._workplace, self.lock)
        self._build()
        for part in old:
            self._layers.removeWidget(part)
            part.deleteLater()
        self.go(key, **what)
        if self._board:
            self._show_house(self._board)

    def _setting_changed(self, names: frozenset[str]) -> None:
        if "is_motion_reduced" in names:
            let_move(self._door.current.is_motion_reduced)
        if names & {"language", "theme", "text_scale"}:
            QTimer.singleShot(0, self.rebuild)  # whoever changed it stands on a screen that goes away

    def appear(self) -> None:
        """Show the window; a PC that was left to parents shows them theirs."""
        if not self.guarding.enter_again(self._around):
            self.show()

    @property
    def in_front(self) -> QWidget:
        """Give the window that people see."""
        return self.guarding.window or self

    # --- going, saying, undoing ---

    def go(self, name: str, **what: Any) -> None:
        """Open a screen, perhaps for one thing of it; the first one when there is no such screen."""
        if self.guarding.knows(name):
            self.guarding.enter(self._around, name, what)
            return
        key = all_doors.key_of(name)
        known = [door.key for door in self._doors]
        if key not in known:
            if self.stage.key or not known:
                return
            key = known[0]
        if self.help.isVisible() and key != self.stage.key:
            self.help.close_help()
        self.stage.open(key, what)
        self._door.change(last_screen=key)
        self._sayings.make_room()

    def say(self, text: str, **more: Any) -> None:
        """Say a sentence in the toast, perhaps with Undo and one more act (see `Sayings.say`)."""
        self._sayings.say(text, **more)

    def undo(self) -> None:
        """Take the last act back."""
        self.work.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self.work.redo()

    def _show_saving(self, is_saving: bool) -> None:
        self.stage.show_state(is_saving, False, self._is_away)

    def _show_waiting(self, is_waiting: bool) -> None:
        self.stage.show_state(False, is_waiting, self._is_away)

    def _show_away(self, is_away: bool) -> None:
        self._is_away = is_away
        self.stage.show_state(False, False, is_away)

    def _tick(self) -> None:
        if not self._is_away:  # else every tick would say again that the server does not answer
            self.stage.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the toast in its lane."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.toast.place)

    # --- the house, the host, the lock ---

    def _ask_house(self) -> None:
        self.work.ask(organisation.house_board, then=self._show_house, failed=lambda _refused: None, slot="house")

    def _show_house(self, board: HouseBoard) -> None:
        self._board = board
        self.setWindowTitle(f"{board.house.name} – Meetingplace")
        self.stage.show_places((place.id, place.name) for place in board.places)
        self.watch.show_team(board.team)

    def _show_host(self) -> None:
        host = self.watch.host
        if host:
            says = self.words("{name} sits here. Press to choose somebody else.", name=host.name)
            self.rail.show_host(host.name.split()[0], host.initials, says)

    def _choose_host(self) -> None:
        others = [member for member in self.watch.team if member != self.watch.host]
        offer_people(others, self.rail.host, self.watch.switch_to)

    def _choose_opener(self) -> None:
        offer_people(self.watch.openers, self.lock.others_button, self.watch.switch_to)

    def lock_window(self) -> None:
        """Lock the window; without a PIN, say where to set one."""
        _ = self.words
        if not self.watch.lock():
            self.toast.say(
                _("You have no PIN yet. Set one under House, Team."),
                None,
                _("Team"),
                partial(self.go, "settings", section="team"),
            )

    @property
    def is_locked(self) -> bool:
        """Tell whether the lock is in sight."""
        return self._layers.currentWidget() is self.lock

    def _show_lock(self, is_shown: bool) -> None:
        if is_shown:
            self.toast.put_away()
        self._layers.setCurrentWidget(self.lock if is_shown else self._workplace)
        for panel in self.findChildren(Panel):
            panel.setVisible(panel.is_open and not is_shown)

    def toggle_help(self) -> None:
        """Open the help of this screen, or close it."""
        screen = self.stage.screen_in_sight
        if self.help.isVisible():
            self.help.close_help()
        else:
            self.help.open_page((screen.help_key if screen else "") or self.stage.key)
        QTimer.singleShot(0, self.toast.place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood and finish what is being saved; no screen hears of it any more."""
        self.guarding.end()
        window_place.remember(self, self._door)
        self.stage.leave()
        if isinstance(self.work, ThreadedWork):
            self.work.close()
        super().closeEvent(event)


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("a window needs a QApplication")
    return running


def _do_nothing(_answer: object) -> None:
    pass
