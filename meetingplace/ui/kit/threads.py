"""Work on threads of its own: one for the database, one for paper; answers come back to the window by a queued signal."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes as acts
from meetingplace.services.changes import Changes
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import Answer, Conclusion, Failed, History


@dataclass(frozen=True)
class _Job:
    run: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Failed
    slot: str
    number: int
    is_act: bool


class _Lane(threading.Thread):
    """One thread with one connection, doing its jobs one after the other."""

    def __init__(
        self,
        name: str,
        connection: Callable[[], AbstractContextManager[None]],
        hang_up: Callable[[], None],
        deliver: Callable[[_Job, Any, BaseException | None], None],
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._connection = connection
        self._hang_up = hang_up
        self._deliver = deliver

    def run(self) -> None:
        """Work until None comes."""
        while (job := self.jobs.get()) is not None:
            try:
                with self._connection():
                    answer = job.run()
            except BaseException as error:  # noqa: BLE001 (the crash net is in the window; this thread lives on)
                self._deliver(job, None, error)
            else:
                self._deliver(job, answer, None)
        self._hang_up()


class ThreadedWork(QObject):
    """The work of the program's window. `busy_changed` tells whether an act is being saved."""

    busy_changed = Signal(bool)
    _delivered = Signal(object, object, object)

    def __init__(
        self,
        bulletin: Bulletin,
        connection: Callable[[], AbstractContextManager[None]],
        hang_up: Callable[[], None],
        say_act: Callable[[Changes], None],
        say_refusal: Failed,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._end = Conclusion(bulletin, say_act, say_refusal)
        self._latest: dict[str, int] = {}
        self._number = 0
        self._under_way = 0
        self._acts_under_way = 0
        self._delivered.connect(self._conclude, Qt.ConnectionType.QueuedConnection)
        deliver = self._delivered.emit
        self._database = _Lane("database", connection, hang_up, deliver)
        self._paper = _Lane("paper", connection, hang_up, deliver)
        self._database.start()
        self._paper.start()

    @property
    def history(self) -> History:
        """Give what can be undone."""
        return self._end.history

    @property
    def is_idle(self) -> bool:
        """Tell whether every question was answered."""
        return self._under_way == 0

    def ask(
        self,
        question: Callable[..., Answer],
        *args: Any,
        then: Callable[[Answer], None],
        failed: Failed | None = None,
        slot: str = "",
        on_paper: bool = False,
    ) -> None:
        """Ask from the window's thread; the answer comes later, in the window's thread."""
        self._send(
            self._paper if on_paper else self._database,
            lambda: question(*args),
            then,
            lambda refused: self._end.refused(refused, failed),
            slot,
        )

    def do(
        self,
        verb: Callable[..., Changes],
        *args: Any,
        then: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
        quietly: bool = False,
    ) -> None:
        """Do an act from the window's thread; it is posted and said when it is saved."""
        self._send(
            self._database,
            lambda: verb(*args),
            lambda changes: self._end.concluded(changes, then, quietly),
            lambda refused: self._end.refused(refused, failed),
            is_act=True,
        )

    def undo(self) -> None:
        """Take the last act back."""
        self._step(is_redo=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(is_redo=True)

    def close(self) -> None:
        """Finish what was begun and close the connections."""
        for lane in (self._database, self._paper):
            lane.jobs.put(None)
        for lane in (self._database, self._paper):
            lane.join(10)

    def _step(self, is_redo: bool) -> None:
        steps = self.history.undone if is_redo else self.history.done
        if not steps:
            self._end.refused(Refused(Reason.NOTHING_TO_UNDO), None)
            return
        step = steps.pop()
        self._send(
            self._database,
            lambda: acts.undo(step),
            lambda changes: self._end.taken_back(changes, is_redo),
            lambda refused: self._end.refused(refused, None),
            is_act=True,
        )

    def _send(
        self,
        lane: _Lane,
        run: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Failed,
        slot: str = "",
        is_act: bool = False,
    ) -> None:
        self._number += 1
        if slot:
            self._latest[slot] = self._number
        self._under_way += 1
        if is_act:
            self._acts_under_way += 1
            self.busy_changed.emit(True)
        lane.jobs.put(_Job(run, then, failed, slot, self._number, is_act))

    def _conclude(self, job: _Job, answer: Any, error: BaseException | None) -> None:
        self._under_way -= 1
        if job.is_act:
            self._acts_under_way -= 1
            self.busy_changed.emit(self._acts_under_way > 0)
        if job.slot and self._latest[job.slot] != job.number:
            return
        if isinstance(error, Refused):
            job.failed(error)
        elif error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            job.then(answer)
