"""What threads may never do: free something of the window. It is freed in the window's thread, also as garbage."""

from __future__ import annotations

import gc
import threading
import weakref
from contextlib import nullcontext
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.exceptions import capture_exceptions

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.threads import ThreadedWork


class Part:
    """Stands for a widget: it notes which thread frees it."""

    def __init__(self, freed_by: list[str]) -> None:
        weakref.finalize(self, lambda: freed_by.append(threading.current_thread().name))

    def show(self, answer: object) -> None:
        """Take an answer."""


@pytest.fixture
def work(qapp):
    made = ThreadedWork(Bulletin(), nullcontext, lambda: None, lambda _changes: None, lambda _refused: None)
    yield made
    made.close()


def wait(qtbot, work: ThreadedWork) -> None:
    qtbot.waitUntil(lambda: work.is_idle, timeout=5_000)


def test_who_waits_for_an_answer_is_freed_by_the_window_and_never_by_a_thread(work: ThreadedWork, qtbot):
    freed_by: list[str] = []
    for _ in range(20):
        work.ask(lambda: None, then=Part(freed_by).show)  # nobody else holds it
    wait(qtbot, work)
    work.ask(lambda: None, then=lambda _answer: None)  # the thread turns to something else
    wait(qtbot, work)
    assert freed_by == ["MainThread"] * 20


def test_a_thread_collects_no_garbage(work: ThreadedWork, qtbot):
    freed_by: list[str] = []
    for _ in range(20):
        part: Any = Part(freed_by)
        part.itself = part  # only the collector frees it
    del part
    work.ask(lambda: [[number] for number in range(50_000)], then=lambda _answer: None)
    wait(qtbot, work)
    assert set(freed_by) <= {"MainThread"}
    qtbot.waitUntil(lambda: len(freed_by) == 20, timeout=10_000)
    assert set(freed_by) == {"MainThread"}


def test_without_threads_python_collects_as_always(work: ThreadedWork):
    assert not gc.isenabled()
    work.close()
    assert gc.isenabled()


class Presenter:
    """Stands for what asks; it shows the answer in its view."""

    def __init__(self, view: QLabel) -> None:
        self._view = view

    def show(self, answer: str) -> None:
        """Show the answer, or in tests why not."""
        self._view.setText(answer)


def closed_label() -> QLabel:
    label = QLabel()
    shiboken6.delete(label)
    return label


def test_an_answer_whose_view_was_closed_meanwhile_is_shown_nowhere(work: ThreadedWork, qtbot):
    label = closed_label()
    presenter = Presenter(label)
    with capture_exceptions() as wrong:
        work.ask(lambda: "late", then=presenter.show)
        work.ask(lambda: "late", then=lambda answer: presenter.show(answer))
        work.ask(lambda: "late", then=lambda answer: label.setText(answer))
        work.ask(lambda: "late", then=partial(QLabel.setText, label))
        work.do(lambda: Changes(Act.UNDONE, frozenset()), then=lambda _changes: presenter.show("late"))
        wait(qtbot, work)
    assert wrong == []


def test_an_answer_still_comes_to_a_view_that_stands(work: ThreadedWork, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    work.ask(lambda: "now", then=Presenter(label).show)
    wait(qtbot, work)
    assert label.text() == "now"


def test_an_act_that_is_refused_when_its_panel_was_closed_is_said_all_the_same(qapp, qtbot):
    said: list[Refused] = []
    work = ThreadedWork(Bulletin(), nullcontext, lambda: None, lambda _changes: None, said.append)

    def refuse() -> Changes:
        raise Refused(Reason.CHANGED_MEANWHILE)

    presenter = Presenter(closed_label())
    work.do(refuse, failed=lambda _refused: presenter.show("late"))
    wait(qtbot, work)
    work.close()
    assert [refused.reason for refused in said] == [Reason.CHANGED_MEANWHILE]
