"""How a screen asks and does: questions give boards, verbs give changes. Acts can be undone step by step.

`InlineWork` answers at once, for tests; `threads.ThreadedWork` answers from threads of its own. No Qt here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol, TypeVar

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes as acts
from meetingplace.services.changes import Act, Changes, Undo
from meetingplace.ui.kit.bulletin import Bulletin

Answer = TypeVar("Answer")
Failed = Callable[[Refused], None]


class History:
    """The acts that can be taken back, the last one first; they survive leaving a screen."""

    LONGEST = 100

    def __init__(self) -> None:
        self.done: list[Undo] = []
        self.undone: list[Undo] = []
        self.lost: list[Undo] = []  # cannot be taken back any more: what they changed was changed since

    def remember(self, changes: Changes) -> None:
        """Remember a new act; what had been undone before can then not be done again.

        Of who was forgotten nothing is remembered any more.
        """
        if changes.erased:
            self.done, self.undone, self.lost = acts.without(changes.erased, self.done, self.undone, self.lost)
        if changes.undo:
            self.done = [*self.done, changes.undo][-self.LONGEST :]
            self.undone.clear()

    def take(self, is_redo: bool, step: Undo | None = None) -> Undo:
        """Take the last step, or a certain one, out of the history; refuses NOTHING_TO_UNDO."""
        steps = self.undone if is_redo else self.done
        number = next((at for at, one in enumerate(steps) if one is step), -1) if step else len(steps) - 1
        if number < 0:
            raise Refused(Reason.NOTHING_TO_UNDO)
        return steps.pop(number)

    def put_back(self, step: Undo, is_redo: bool, why: Refused) -> None:
        """Keep a step that was refused for now, not one that can never be taken or that perhaps has been."""
        if why.reason not in (Reason.CHANGED_MEANWHILE, Reason.SAVING_UNSURE):
            (self.undone if is_redo else self.done).append(step)
        elif not is_redo:
            self.lost = [*self.lost, step][-self.LONGEST :]

    @property
    def next_redo(self) -> Act | None:
        """Give the act that a redo would do again."""
        undone = self.undone[-1].facts.get("undone") if self.undone else None
        return undone if isinstance(undone, Act) else None

    @property
    def next_undo(self) -> Act | None:
        """Give the act that an undo would take back."""
        return self.done[-1].act if self.done else None


class Work(Protocol):
    """What a presenter is handed to reach the core."""

    @property
    def history(self) -> History:
        """Give what can be undone."""

    def ask(
        self,
        question: Callable[..., Answer],
        *args: Any,
        then: Callable[[Answer], None],
        failed: Failed | None = None,
        slot: str = "",
        on_paper: bool = False,
    ) -> None:
        """Ask a question; the answer goes to `then`, in the window's thread.

        An answer to an older question of the same asker and slot is dropped; the asker is the object whose method
        `then` is. `on_paper` is for whatever makes paper: it never keeps the database waiting.
        """

    def do(
        self,
        verb: Callable[..., Changes],
        *args: Any,
        then: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
        quietly: bool = False,
    ) -> None:
        """Do an act: what it changed is posted and may be undone, and it is said, unless `quietly`."""

    def undo(self, step: Undo | None = None) -> None:
        """Take the last act back, or one that is still remembered."""

    def redo(self) -> None:
        """Do again what was taken back last."""


class Conclusion:
    """What follows an act in the window: posting, remembering, saying. Shared by every kind of work."""

    def __init__(self, bulletin: Bulletin, say_act: Callable[[Changes], None], say_refusal: Failed) -> None:
        self.history = History()
        self._bulletin = bulletin
        self._say_act = say_act
        self._say_refusal = say_refusal

    def concluded(self, changes: Changes, then: Callable[[Changes], None] | None, quietly: bool) -> None:
        """Post, remember and say what was done."""
        self.history.remember(changes)
        self._bulletin.post(changes.topics)
        if then:
            then(changes)
        if not quietly:
            self._say_act(changes)

    def taken_back(self, changes: Changes, is_redo: bool) -> None:
        """Post and say an undo or a redo, and keep the way back from it."""
        if changes.undo:
            (self.history.done if is_redo else self.history.undone).append(changes.undo)
        self._bulletin.post(changes.topics)
        self._say_act(changes)

    def refused(self, refused: Refused, failed: Failed | None) -> None:
        """Hand a refusal to whoever asked, or say it."""
        (failed or self._say_refusal)(refused)


class InlineWork:
    """Work that is done at once, in the thread that asks."""

    def __init__(
        self,
        bulletin: Bulletin,
        say_act: Callable[[Changes], None] = lambda _changes: None,
        say_refusal: Failed | None = None,
        connection: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._end = Conclusion(bulletin, say_act, say_refusal or _raise)
        self._connection = connection

    @property
    def history(self) -> History:
        """Give what can be undone."""
        return self._end.history

    def ask(
        self,
        question: Callable[..., Answer],
        *args: Any,
        then: Callable[[Answer], None],
        failed: Failed | None = None,
        slot: str = "",
        on_paper: bool = False,
    ) -> None:
        """Ask and answer at once."""
        try:
            with self._connection():
                answer = question(*args)
        except Refused as refused:
            self._end.refused(refused, failed)
            return
        then(answer)

    def do(
        self,
        verb: Callable[..., Changes],
        *args: Any,
        then: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
        quietly: bool = False,
    ) -> None:
        """Do at once."""
        try:
            with self._connection():
                changes = verb(*args)
        except Refused as refused:
            self._end.refused(refused, failed)
            return
        self._end.concluded(changes, then, quietly)

    def undo(self, step: Undo | None = None) -> None:
        """Take the last act back, or one that is still remembered."""
        self._step(False, step)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(True)

    def _step(self, is_redo: bool, wanted: Undo | None = None) -> None:
        step = None
        try:
            step = self.history.take(is_redo, wanted)
            with self._connection():
                changes = acts.undo(step)
        except Refused as refused:
            if step:
                self.history.put_back(step, is_redo, refused)
            self._end.refused(refused, None)
            return
        self._end.taken_back(changes, is_redo)


def _raise(refused: Refused) -> None:
    raise refused
