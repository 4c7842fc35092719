"""Work on threads of its own: one for the database, one for paper. Answers come back by a queued signal.

A widget that is freed by another thread than the window's takes the program down. So what is called with an answer
never leaves the window's thread, and garbage is collected there alone.
"""

from __future__ import annotations

import gc
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import changes as acts
from meetingplace.services.changes import Changes, Undo
from meetingplace.services.others import News
from meetingplace.ui.kit.answers import asker, can_be_shown
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.ear import Ear, GiveNews
from meetingplace.ui.kit.work import Answer, Conclusion, Failed, History


@dataclass(frozen=True)
class _Task:
    """What a thread is given: something to work off, and the number under which the window waits for it."""

    number: int
    run: Callable[[], Any]
    is_act: bool


@dataclass(frozen=True)
class _Job:
    """What the window keeps: who waits for the answer."""

    then: Callable[[Any], None]
    failed: Failed
    slot: tuple[int, str] | None
    is_act: bool


class _Lane(threading.Thread):
    """One thread with one connection, doing its jobs one after the other."""

    def __init__(
        self,
        name: str,
        connection: Callable[[], AbstractContextManager[None]],
        hang_up: Callable[[], None],
        is_stale: Callable[[int], bool],
        deliver: Callable[[int, Any, BaseException | None], None],
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._connection = connection
        self._hang_up = hang_up
        self._is_stale = is_stale
        self._deliver = deliver

    def run(self) -> None:
        """Work until None comes."""
        while (task := self.tasks.get()) is not None:
            try:
                answer = self._answer(task)
            except BaseException as error:
                self._deliver(task.number, None, error)
            else:
                self._deliver(task.number, answer, None)
            del task  # what it was asked with is not kept until the next one comes
        self._hang_up()

    def _answer(self, task: _Task) -> Any:
        try:
            return self._try(task)
        except Refused as refused:
            if task.is_act or refused.reason is not Reason.SERVER_LOST:
                raise
        return self._try(task)  # a question does no harm when it is asked once more, over a new connection

    def _try(self, task: _Task) -> Any:
        with self._connection():
            return None if self._is_stale(task.number) else task.run()


class ThreadedWork(QObject):
    """The work of the program's window.

    `saving_changed` tells whether an act is being saved, `waiting_changed` whether an answer takes more than a second,
    `away_changed` whether the server of the house is out of reach.
    """

    saving_changed = Signal(bool)
    waiting_changed = Signal(bool)
    away_changed = Signal(bool)
    LONG = 1_000  # ms
    _SWEEPS = 1_000  # ms
    _delivered = Signal(int, object, object)

    def __init__(
        self,
        bulletin: Bulletin,
        connection: Callable[[], AbstractContextManager[None]],
        hang_up: Callable[[], None],
        say_act: Callable[[Changes], None],
        say_refusal: Failed,
        parent: QObject | None = None,
        news: GiveNews | None = None,
    ) -> None:
        """`news` gives what other PCs change in a house that is shared."""
        super().__init__(parent)
        self._bulletin = bulletin
        self._is_away = False
        self._end = Conclusion(bulletin, say_act, say_refusal)
        self._jobs: dict[int, _Job] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._steps_waiting: deque[tuple[bool, Undo | None]] = deque()  # asked while an act was being saved
        self._page = 0
        self._patience = QTimer(self, singleShot=True, interval=self.LONG)
        self._patience.timeout.connect(lambda: self.waiting_changed.emit(True))
        self._sweeping = QTimer(self, interval=self._SWEEPS)
        self._sweeping.timeout.connect(_sweep)
        self._sweeping.start()
        gc.disable()
        self._number = 0
        self._acts_under_way = 0
        self._delivered.connect(self._conclude, Qt.ConnectionType.QueuedConnection)
        deliver = self._delivered.emit
        self._database = _Lane("database", connection, hang_up, self._is_stale, deliver)
        self._paper = _Lane("paper", connection, hang_up, self._is_stale, deliver)
        self._database.start()
        self._paper.start()
        self._ear = Ear(news, self) if news else None
        if self._ear:
            self._ear.heard.connect(self._hear)
            self._ear.start()

    @property
    def history(self) -> History:
        """Give what can be undone."""
        return self._end.history

    @property
    def is_idle(self) -> bool:
        """Tell whether every question was answered."""
        return not self._jobs

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
            self._while_wanted(then),
            self._while_wanted(partial(self._end.refused, failed=failed)),
            (asker(then), slot) if slot else None,
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
        page = self._page
        self._send(
            self._database,
            lambda: verb(*args),
            lambda changes: self._end.concluded(changes, self._if_wanted(then, page), quietly),
            lambda refused: self._end.refused(refused, self._if_wanted(failed, page)),
            is_act=True,
        )

    def drop_questions(self) -> None:
        """Drop every answer still to come: the screens that asked are being built anew. Acts are saved all the same."""
        self._page += 1

    def undo(self, step: Undo | None = None) -> None:
        """Take the last act back, or one that is still remembered."""
        self._step(is_redo=False, wanted=step)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(is_redo=True)

    def close(self) -> None:
        """Finish what was begun and close the connections; answers still to come reach nobody: the window is gone."""
        self.drop_questions()
        for lane in (self._database, self._paper):
            lane.tasks.put(None)
        if self._ear:
            self._ear.close()
        for lane in (self._database, self._paper):
            lane.join(10)
        self._sweeping.stop()
        gc.enable()

    def _while_wanted(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        page = self._page
        return lambda answer: callback(answer) if self._if_wanted(callback, page) else None

    def _if_wanted(self, callback: Callable[[Any], None] | None, page: int) -> Callable[[Any], None] | None:
        """Give the callback if it is of the page that is shown, and all that it shows in still stands."""
        return callback if callback and page == self._page and can_be_shown(callback) else None

    def _step(self, is_redo: bool, wanted: Undo | None = None) -> None:
        if self._acts_under_way:
            self._steps_waiting.append((is_redo, wanted))  # the act that is being saved is the one that is meant
            return
        try:
            step = self.history.take(is_redo, wanted)
        except Refused as refused:
            self._end.refused(refused, None)
            return
        self._send(
            self._database,
            lambda: acts.undo(step),
            lambda changes: self._end.taken_back(changes, is_redo),
            lambda refused: self._not_taken_back(step, is_redo, refused),
            is_act=True,
        )

    def _not_taken_back(self, step: Undo, is_redo: bool, refused: Refused) -> None:
        self.history.put_back(step, is_redo, refused)
        self._end.refused(refused, None)

    def _send(
        self,
        lane: _Lane,
        run: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Failed,
        slot: tuple[int, str] | None = None,
        is_act: bool = False,
    ) -> None:
        self._number += 1
        if slot:
            self._latest[slot] = self._number
        self._jobs[self._number] = _Job(then, failed, slot, is_act)
        if is_act:
            self._acts_under_way += 1
            self.saving_changed.emit(True)
        if not self._patience.isActive():
            self._patience.start()
        lane.tasks.put(_Task(self._number, run, is_act))

    def _conclude(self, number: int, answer: Any, error: BaseException | None) -> None:
        is_stale = self._is_stale(number)
        job = self._jobs.pop(number)
        self._count_down(job)
        self._show_away(isinstance(error, Refused) and error.reason in (Reason.SERVER_LOST, Reason.SAVING_UNSURE))
        try:
            if isinstance(error, Refused):
                if not is_stale:
                    job.failed(error)
            elif error is not None:
                sys.excepthook(type(error), error, error.__traceback__)
            elif not is_stale:
                job.then(answer)
        finally:
            if self._steps_waiting and not self._acts_under_way:
                self._step(*self._steps_waiting.popleft())

    def _hear(self, news: News) -> None:
        self._show_away(news.is_away)
        self._bulletin.post(news.topics)

    def _show_away(self, is_away: bool) -> None:
        if is_away != self._is_away:
            self._is_away = is_away
            self.away_changed.emit(is_away)

    def _is_stale(self, number: int) -> bool:
        """Tell whether its slot was asked something newer; such a question is neither worked off nor answered."""
        slot = self._jobs[number].slot
        return slot is not None and self._latest.get(slot) != number

    def _count_down(self, job: _Job) -> None:
        if job.is_act:
            self._acts_under_way -= 1
            if not self._acts_under_way:
                self.saving_changed.emit(False)
        if self._jobs:
            self._patience.start()
        else:
            self._patience.stop()
            self.waiting_changed.emit(False)


def _sweep() -> None:
    """Collect garbage as Python would by itself, but in the window's thread."""
    gc.disable()  # another work may have been closed meanwhile
    waiting = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, limit) in enumerate(waiting) if count > limit > 0]
    if full:
        gc.collect(full[-1])


def work_without_house() -> ThreadedWork:
    """Give work for the pages before a house is open: what takes long is done beside the window; acts are not said."""
    return ThreadedWork(Bulletin(), nullcontext, lambda: None, lambda _changes: None, lambda _refused: None)
