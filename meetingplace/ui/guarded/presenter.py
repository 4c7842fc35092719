"""When a guarded window begins anew, and who may leave it. No Qt here."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import guard
from meetingplace.ui.kit.surroundings import Surroundings

USUAL_IDLE = 60  # s, until the choice of the house is known


class View(Protocol):
    """What stands in the window."""

    def begin_anew(self) -> None:
        """Go back to the beginning, with nothing of whoever was there."""

    def show_pad(self, is_shown: bool) -> None:
        """Show the keys for the PIN over everything, or take them away."""

    def show_wrong(self, says: str, seconds: int) -> None:
        """Say at the keys what is wrong, and take no digit for so many seconds."""

    def let_go(self) -> None:
        """Leave: a host typed a PIN."""


class Presenter:
    """Follows touches and the clock; a wrong PIN leads nowhere, and makes the next try wait."""

    def __init__(self, around: Surroundings, view: View) -> None:
        """Begin at the start, and ask after how long the house wants it to begin anew."""
        self._around, self._view = around, view
        self.idle = timedelta(seconds=USUAL_IDLE)
        self._touched = around.clock()
        self._is_at_start = True
        self._is_trying = False
        around.work.ask(guard.idle_seconds, then=self._take_idle, failed=lambda _refused: None, slot="idle")

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched, self._is_at_start = self._around.clock(), False

    def tick(self) -> None:
        """Begin anew when nobody has touched anything for long enough; a clock that was put back counts from now."""
        now = self._around.clock()
        if now < self._touched:
            self._touched = now
        if not self._is_at_start and now - self._touched >= self.idle:
            self._is_at_start = True
            self._view.show_pad(False)
            self._view.begin_anew()

    def hold(self) -> None:
        """Ask for the PIN: the corner was pressed for long enough; a try that was never answered is forgotten."""
        self.touch()
        self._is_trying = False
        self._view.show_pad(True)

    def stay(self) -> None:
        """Go back to what was there."""
        self._view.show_pad(False)

    def try_pin(self, typed_pin: str) -> None:
        """Leave, if this is the PIN of a host; one try at a time."""
        if self._is_trying:
            return
        self._is_trying = True
        now = self._around.clock()
        self._around.work.ask(guard.let_out, typed_pin, now, then=self._let_out, failed=self._refuse)

    def _take_idle(self, seconds: int) -> None:
        self.idle = timedelta(seconds=seconds)

    def _let_out(self, _answer: None) -> None:
        self._is_trying = False
        self._view.let_go()

    def _refuse(self, refused: Refused) -> None:
        self._is_trying = False
        _, seconds = self._around.words, refused.facts.get("seconds", 0)
        wait = seconds if isinstance(seconds, int) else 0
        is_plain = refused.reason is Reason.PIN_WRONG and not wait
        says = _("This PIN is not right. Try again.") if is_plain else sentence(_, refused, self._around.formats)
        self._view.show_wrong(says, wait)
