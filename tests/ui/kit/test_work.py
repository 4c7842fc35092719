"""How questions and acts are worked off: stale answers, undo in order, refusals, and what nobody expected."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import organisation
from meetingplace.services.changes import Act, Changes, Topic
from meetingplace.storage import database, places, tables
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.threads import ThreadedWork
from meetingplace.ui.kit.work import InlineWork, Work
from tests.makers import make_house, make_place


class Desk:
    """Somebody who asks: the work on threads, and everything that came back."""

    def __init__(self) -> None:
        self.bulletin = Bulletin()
        self.acts: list[Changes] = []
        self.refusals: list[Refused] = []
        self.posted: list[frozenset[Topic]] = []
        self.saving: list[bool] = []
        self.work = ThreadedWork(
            self.bulletin, database.connected, database.hang_up, self.acts.append, self.refusals.append
        )
        self.work.saving_changed.connect(self.saving.append)
        self.answers: list[Any] = []

    def answer(self, answer: Any) -> None:
        self.answers.append(answer)


@pytest.fixture
def desk(tmp_path: Path, qtbot) -> Iterator[Desk]:
    database.bind_file(tmp_path / "house.db")
    with database.connected():
        database.database.create_tables(tables.TABLES)
        make_house()
        make_place("Kuregem")
    made = Desk()
    yield made
    made.work.close()
    database.hang_up()


def wait(qtbot, work: ThreadedWork) -> None:
    qtbot.waitUntil(lambda: work.is_idle, timeout=5_000)


def rename(name: str) -> Changes:
    """Give the first place another name, as a real verb does."""
    place = places.listed()[0]
    return organisation.change_place(place.__class__(**{**vars_of(place), "name": name}))


def vars_of(place: Any) -> dict[str, Any]:
    return {name: getattr(place, name) for name in place.__dataclass_fields__}


def names() -> list[str]:
    return [place.name for place in places.listed()]


def gate() -> tuple[threading.Event, Callable[[str], str]]:
    """Make a question that waits until the gate opens."""
    opened = threading.Event()

    def question(answer: str) -> str:
        assert opened.wait(5)
        return answer

    return opened, question


def test_an_answer_to_an_older_question_of_the_same_slot_is_dropped(desk: Desk, qtbot):
    opened, question = gate()
    desk.work.ask(question, "old", then=desk.answer, slot="search")
    desk.work.ask(question, "new", then=desk.answer, slot="search")
    opened.set()
    wait(qtbot, desk.work)
    assert desk.answers == ["new"]


def test_of_the_questions_that_wait_in_a_slot_only_the_newest_is_worked_off(desk: Desk, qtbot):
    opened, question = gate()
    worked: list[str] = []
    desk.work.ask(question, "first", then=desk.answer)
    for typed in ("z", "ze", "zey"):
        desk.work.ask(worked.append, typed, then=desk.answer, slot="search")
    opened.set()
    wait(qtbot, desk.work)
    assert worked == ["zey"]


def test_another_slot_and_another_asker_keep_their_answers(desk: Desk, qtbot):
    class Other:
        heard: list[str] = []

        def answer(self, answer: str) -> None:
            self.heard.append(answer)

    other = Other()
    opened, question = gate()
    desk.work.ask(question, "mine", then=desk.answer, slot="board")
    desk.work.ask(question, "theirs", then=other.answer, slot="board")
    desk.work.ask(question, "list", then=desk.answer, slot="list")
    opened.set()
    wait(qtbot, desk.work)
    assert desk.answers == ["mine", "list"]
    assert other.heard == ["theirs"]


def test_questions_run_off_the_windows_thread_and_answers_come_back_into_it(desk: Desk, qtbot):
    desk.work.ask(threading.get_ident, then=lambda there: desk.answer((there, threading.get_ident())))
    desk.work.ask(threading.get_ident, then=lambda there: desk.answer((there, threading.get_ident())), on_paper=True)
    wait(qtbot, desk.work)
    (database_thread, first), (paper_thread, second) = sorted(desk.answers)[0], sorted(desk.answers)[1]
    assert first == second == threading.get_ident()
    assert len({database_thread, paper_thread, threading.get_ident()}) == 3


def test_paper_does_not_keep_the_database_waiting(desk: Desk, qtbot):
    opened, slow = gate()
    desk.work.ask(slow, "paper", then=desk.answer, on_paper=True)
    desk.work.ask(names, then=desk.answer)
    qtbot.waitUntil(lambda: desk.answers == [["Kuregem"]], timeout=5_000)
    opened.set()
    wait(qtbot, desk.work)
    assert desk.answers == [["Kuregem"], "paper"]


def test_an_act_is_saved_posted_and_said(desk: Desk, qtbot):
    heard: list[str] = []
    desk.bulletin.follow({Topic.PLACES}, lambda: heard.append("places"))
    desk.bulletin.follow({Topic.VOICES}, lambda: heard.append("voices"))
    desk.work.do(rename, "Bonnevie", then=lambda changes: heard.append(changes.act.value))
    wait(qtbot, desk.work)
    assert names() == ["Bonnevie"]
    assert heard == ["places", "place_changed"]
    assert [changes.act for changes in desk.acts] == [Act.PLACE_CHANGED]
    assert desk.saving == [True, False]


def test_undo_goes_back_step_by_step_and_redo_forward(desk: Desk, qtbot):
    for name in ("A", "B", "C"):
        desk.work.do(rename, name)
    wait(qtbot, desk.work)
    seen = []
    for step in (desk.work.undo, desk.work.undo, desk.work.undo, desk.work.redo, desk.work.redo, desk.work.undo):
        step()
        wait(qtbot, desk.work)
        seen.append(names()[0])
    assert seen == ["B", "A", "Kuregem", "A", "B", "A"]
    assert desk.refusals == []


def test_undo_while_an_act_is_being_saved_means_that_act(desk: Desk, qtbot):
    desk.work.do(rename, "A")
    wait(qtbot, desk.work)
    desk.work.do(rename, "B")
    desk.work.undo()  # before B has been saved
    wait(qtbot, desk.work)
    assert names() == ["A"]


def test_with_nothing_left_to_undo_it_says_so(desk: Desk, qtbot):
    desk.work.undo()
    wait(qtbot, desk.work)
    assert [refused.reason for refused in desk.refusals] == [Reason.NOTHING_TO_UNDO]


def test_a_new_act_ends_what_could_be_done_again(desk: Desk, qtbot):
    desk.work.do(rename, "A")
    wait(qtbot, desk.work)
    desk.work.undo()
    wait(qtbot, desk.work)
    desk.work.do(rename, "B")
    wait(qtbot, desk.work)
    desk.work.redo()
    wait(qtbot, desk.work)
    assert names() == ["B"]
    assert [refused.reason for refused in desk.refusals] == [Reason.NOTHING_TO_UNDO]


def refuse() -> Any:
    raise Refused(Reason.DISK_FULL)


def test_a_refusal_reaches_whoever_asked_or_is_said(desk: Desk, qtbot):
    mine: list[Reason] = []
    desk.work.ask(refuse, then=desk.answer, failed=lambda refused: mine.append(refused.reason))
    desk.work.do(refuse)
    wait(qtbot, desk.work)
    assert mine == [Reason.DISK_FULL]
    assert [refused.reason for refused in desk.refusals] == [Reason.DISK_FULL]
    assert desk.answers == []


def test_what_nobody_expected_reaches_the_net_and_the_thread_lives_on(desk: Desk, qtbot, monkeypatch):
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: caught.append(kind))
    desk.work.ask(lambda: 1 // 0, then=desk.answer)
    desk.work.ask(names, then=desk.answer)
    wait(qtbot, desk.work)
    assert caught == [ZeroDivisionError]
    assert desk.answers == [["Kuregem"]]


def test_after_building_anew_no_old_answer_arrives_but_acts_are_saved(desk: Desk, qtbot):
    opened, question = gate()
    desk.work.ask(question, "old", then=desk.answer)
    desk.work.do(rename, "A", then=desk.answer)
    desk.work.drop_questions()
    opened.set()
    wait(qtbot, desk.work)
    assert desk.answers == []
    assert names() == ["A"]
    assert [changes.act for changes in desk.acts] == [Act.PLACE_CHANGED]


def test_closing_finishes_what_was_begun(desk: Desk):
    for number in range(20):
        desk.work.do(rename, f"Place {number}")
    desk.work.close()
    assert names() == ["Place 19"]


@pytest.fixture
def inline(house: None) -> Work:
    make_house()
    make_place("Kuregem")
    return InlineWork(Bulletin())


def test_work_at_once_undoes_and_does_again_too(inline: InlineWork):
    inline.do(rename, "A")
    inline.do(rename, "B")
    assert inline.history.next_undo is Act.PLACE_CHANGED
    inline.undo()
    inline.undo()
    assert names() == ["Kuregem"]
    assert inline.history.next_undo is None
    assert inline.history.next_redo is Act.PLACE_CHANGED
    inline.redo()
    assert names() == ["A"]


def test_a_certain_act_can_be_taken_back_while_nothing_stands_on_it(inline: InlineWork):
    made: list[Changes] = []
    inline.do(organisation.add_member, make_member_typed("Nele"), then=made.append)
    inline.do(rename, "A")
    inline.undo(made[0].undo)
    assert names() == ["A"]
    assert organisation.house_board().team == ()


def make_member_typed(name: str) -> Any:
    from meetingplace.domain.team import TeamMember

    return TeamMember(0, name)


def test_a_step_refused_for_the_moment_is_kept_and_one_overtaken_is_not(inline: InlineWork, monkeypatch):
    from meetingplace.ui.kit import work as work_module

    inline.do(rename, "A")

    def busy(_step: object) -> Changes:
        raise Refused(Reason.HOUSE_BUSY)

    real = work_module.acts.undo
    monkeypatch.setattr(work_module.acts, "undo", busy)
    with pytest.raises(Refused):
        inline.undo()
    monkeypatch.setattr(work_module.acts, "undo", real)
    rename("meanwhile")  # somebody else
    with pytest.raises(Refused) as refused:
        inline.undo()
    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    assert names() == ["meanwhile"]
    with pytest.raises(Refused) as refused:
        inline.undo()
    assert refused.value.reason is Reason.NOTHING_TO_UNDO


def test_a_follower_who_left_hears_nothing():
    bulletin = Bulletin()
    heard: list[int] = []
    leave = bulletin.follow({Topic.VISITS}, lambda: heard.append(1))
    bulletin.post({Topic.VISITS, Topic.FAMILIES})
    leave()
    bulletin.post({Topic.VISITS})
    assert heard == [1]
