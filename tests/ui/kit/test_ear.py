"""What comes from outside of the window: news of other PCs, and that the server of the house is away or back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import nullcontext
from queue import Queue

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic
from meetingplace.services.others import News
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.header import SavedSign
from meetingplace.ui.kit.threads import ThreadedWork


class Others:
    """Other PCs: what they tell comes to the window; it notes in which thread it is posted there, and what is said."""

    def __init__(self, bulletin: Bulletin) -> None:
        self._told: Queue[News] = Queue()
        self.posted: list[str] = []
        self.away: list[bool] = []
        self.refused: list[Reason] = []
        self.is_over = threading.Event()
        bulletin.follow({Topic.VISITS}, lambda: self.posted.append(threading.current_thread().name))

    def tell(self, *topics: Topic, is_away: bool = False) -> None:
        self._told.put(News(frozenset(topics), is_away))

    def news(self, over: threading.Event) -> Iterator[News]:
        while not over.is_set():
            if not self._told.empty():
                yield self._told.get()
            over.wait(0.01)
        self.is_over.set()


class Desk:
    def __init__(self) -> None:
        bulletin = Bulletin()
        self.others = Others(bulletin)
        self.work = ThreadedWork(
            bulletin, nullcontext, lambda: None, lambda _changes: None,
            lambda refused: self.others.refused.append(refused.reason), news=self.others.news,
        )  # fmt: skip
        self.work.away_changed.connect(self.others.away.append)
        self.tries = 0

    def lost(self, times: int) -> Changes:
        """Ask, or do, what the server does not answer so many times."""
        self.tries += 1
        if self.tries <= times:
            raise Refused(Reason.SERVER_LOST)
        return Changes(Act.BACKUP_MADE, frozenset())


@pytest.fixture
def desk(qapp) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.work.close()


def test_what_others_change_is_posted_in_the_thread_of_the_window(desk: Desk, qtbot):
    desk.others.tell(Topic.FAMILIES)
    desk.others.tell(Topic.VISITS)
    qtbot.waitUntil(lambda: desk.others.posted == ["MainThread"], timeout=5_000)


def test_a_server_that_goes_and_comes_is_told_once_each(desk: Desk, qtbot):
    for is_away in (False, True, True, False):
        desk.others.tell(is_away=is_away)
    qtbot.waitUntil(lambda: desk.others.away == [True, False], timeout=5_000)


@pytest.mark.parametrize("reason", [Reason.SERVER_LOST, Reason.SAVING_UNSURE])
def test_an_act_that_the_server_does_not_answer_is_refused_and_tells_that_it_is_away(desk: Desk, qtbot, reason: Reason):
    def act() -> Changes:
        desk.tries += 1
        raise Refused(reason)

    desk.work.do(act)
    qtbot.waitUntil(lambda: desk.others.refused == [reason], timeout=5_000)
    assert desk.tries == 1  # nobody does it a second time unasked
    assert desk.others.away == [True]
    desk.work.ask(lambda: 1, then=lambda _answer: None)
    qtbot.waitUntil(lambda: desk.others.away == [True, False], timeout=5_000)


def test_a_question_is_asked_once_more_over_a_new_connection(desk: Desk, qtbot):
    answers: list[Changes] = []
    desk.work.ask(desk.lost, 1, then=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=5_000)
    assert (desk.tries, desk.others.away) == (2, [])
    desk.tries = 0
    desk.work.ask(desk.lost, 9, then=answers.append)
    qtbot.waitUntil(lambda: desk.others.refused == [Reason.SERVER_LOST], timeout=5_000)
    assert (desk.tries, desk.others.away) == (2, [True])


def test_a_window_that_closes_listens_no_longer(desk: Desk):
    desk.others.tell(Topic.VISITS)
    desk.work.close()
    assert desk.others.is_over.is_set()
    assert desk.others.posted == []  # nobody is there any more


def test_the_sign_says_what_matters_most_and_keeps_room_for_it(around):
    sign = SavedSign(around.words)
    room = sign.full_width
    sign.show_state(is_saving=False, is_away=True)
    assert (sign.text(), sign.accessibleName()) == ("No connection to the server",) * 2
    assert sign.full_width > room
    sign.show_state(is_saving=True, is_away=True)
    assert sign.text() == "Saving…"
    sign.show_state(is_saving=False)
    assert (sign.text(), sign.full_width) == ("Everything is saved", room)
