"""Who sits at this PC, and the lock. The core checks the PIN, and makes whoever guesses wait longer and longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.domain.team import TeamMember
from meetingplace.i18n.catalog import Translator
from meetingplace.services import upkeep
from meetingplace.ui.kit.surroundings import SettingsDoor
from meetingplace.ui.kit.work import Work
from meetingplace.ui.lock import Lock


class Watch(QObject):
    """Keeps the host of this PC and whether the window is locked; a restart does not unlock it."""

    host_changed = Signal()
    locked = Signal(bool)  # True: the lock is in sight

    def __init__(
        self,
        lock: Lock,
        work: Work,
        door: SettingsDoor,
        clock: Callable[[], datetime],
        words: Translator,
        say_refusal: Callable[[Refused], str],
        parent: QObject | None = None,
    ) -> None:
        """Begin with nobody until the team is known."""
        super().__init__(parent)
        self._lock, self._work, self._door, self._clock, self._ = lock, work, door, clock, words
        self._sentence = say_refusal
        self.team: tuple[TeamMember, ...] = ()
        self._asked: TeamMember | None = None
        self.is_shown = False
        lock.typed.connect(self._try)

    @property
    def host(self) -> TeamMember | None:
        """Give who sits here: the one of last time, else the first of the team."""
        chosen = next((member for member in self.team if member.id == self._door.current.host), None)
        return chosen or (self.team[0] if self.team else None)

    @property
    def host_id(self) -> int | None:
        """Give who sits here by number; None before the team is known."""
        return self.host.id if self.host else None

    @property
    def openers(self) -> tuple[TeamMember, ...]:
        """Give who can open the lock: whoever has a PIN."""
        return tuple(member for member in self.team if member.has_pin)

    def show_team(self, team: Sequence[TeamMember]) -> None:
        """Take the team of the house; a window that was locked when the program ended is locked again."""
        self.team = tuple(team)
        if self._door.current.is_locked and not self.is_shown:
            if self.openers:
                self._ask(self.host if self.host and self.host.has_pin else self.openers[0])
            else:
                self._door.change(is_locked=False)
                self._show(False)
        self.host_changed.emit()

    def lock(self) -> bool:
        """Lock the window and tell whether it could be: the host needs a PIN."""
        host = self.host
        if host is None or not host.has_pin:
            return False
        self._door.change(is_locked=True)
        self._ask(host)
        return True

    def switch_to(self, member: TeamMember) -> None:
        """Let somebody else sit here; one with a PIN types it first."""
        if member.has_pin:
            self._ask(member)
        else:
            self._become(member)

    def go_back(self) -> bool:
        """Leave the lock without a PIN; only possible while nothing was locked."""
        if self._door.current.is_locked:
            return False
        self._show(False)
        return True

    def _ask(self, member: TeamMember) -> None:
        self._asked = member
        is_locked = self._door.current.is_locked
        others = [one for one in self.openers if one.id != member.id]
        self._lock.ask(member.name, self._("Type your PIN"), can_go_back=not is_locked, has_others=bool(others))
        self._show(True)

    def _try(self, typed_pin: str) -> None:
        if self._asked:
            self._work.ask(
                upkeep.check_pin, self._asked.id, typed_pin, self._clock(), then=self._let_in, failed=self._refuse
            )

    def _let_in(self, _answer: None) -> None:
        if self._asked:
            self._door.change(is_locked=False)
            self._become(self._asked)
            self._show(False)

    def _refuse(self, refused: Refused) -> None:
        seconds = refused.facts.get("seconds", 0)
        wait = seconds if isinstance(seconds, int) else 0
        sentence = self._sentence(refused) if wait else self._("This PIN is not right. Try again.")
        self._lock.show_wrong(sentence, wait)

    def _become(self, member: TeamMember) -> None:
        self._door.change(host=member.id)
        self.host_changed.emit()

    def _show(self, is_shown: bool) -> None:
        self.is_shown = is_shown
        self.locked.emit(is_shown)


def offer_people(people: Sequence[TeamMember], under: QWidget, choose: Callable[[TeamMember], None]) -> None:
    """Open a menu of people beside a button."""
    if not people:
        return
    menu = QMenu(under)
    for member in people:
        action = QAction(member.name.replace("&", "&&"), menu)
        action.triggered.connect(partial(_choose, choose, member))
        menu.addAction(action)
    menu.popup(under.mapToGlobal(QPoint(under.width(), 0)))


def _choose(choose: Callable[[TeamMember], None], member: TeamMember, _is_on: bool = False) -> None:
    choose(member)
