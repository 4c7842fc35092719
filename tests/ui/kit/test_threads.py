"""What threads may never do: free something of the window. It is freed in the window's thread, also as garbage."""

from __future__ import annotations

import gc
import threading
import weakref
from contextlib import nullcontext
from typing import Any

import pytest

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
