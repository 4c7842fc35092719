"""A server that goes away at the very COMMIT, and desks that meet on the same rows: each hears what is true."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import psycopg
import pytest

from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals, enrolments
from meetingplace.storage import database, enrolments as stored, places, server, upkeep, visits
from tests.makers import make_place, make_session
from tests.storage.contract import MORNING, refusal
from tests.storage.on_server import SERVER, address, hang_up_on, house, our_process, wait_until_somebody_waits

__all__ = ["address", "house"]

Commit = Callable[[], None]
AtCommit = Callable[[Callable[[Commit], None]], None]


@pytest.fixture
def at_commit(house: None, monkeypatch: pytest.MonkeyPatch) -> AtCommit:
    """Let something happen at the next COMMIT, instead of it; what happens is handed the honest one."""

    def set_up(happens: Callable[[Commit], None]) -> None:
        bound = database.database.obj
        honest = bound.commit

        def commit() -> None:
            monkeypatch.setattr(bound, "commit", honest)
            happens(honest)

        monkeypatch.setattr(bound, "commit", commit)

    return set_up


def add_kuregem() -> None:
    with database.transaction():
        make_place("Kuregem")


def names() -> list[str]:
    with database.connected():
        return [place.name for place in places.listed()]


def test_an_act_that_was_kept_without_an_answer_is_acknowledged(at_commit: AtCommit) -> None:
    def unanswered(commit: Commit) -> None:
        ours = our_process()
        commit()
        hang_up_on(ours)
        commit()  # as if the answer had been waited for

    at_commit(unanswered)
    add_kuregem()
    assert names() == ["Kuregem"]


def test_an_act_whose_commit_never_arrived_is_refused(at_commit: AtCommit) -> None:
    def cut_off(commit: Commit) -> None:
        hang_up_on(our_process())
        commit()

    at_commit(cut_off)
    with pytest.raises(Refused) as refused:
        add_kuregem()
    assert refused.value.reason is Reason.SERVER_LOST
    assert names() == []
    add_kuregem()
    assert names() == ["Kuregem"]


def _lose(commit: Commit, keep: list[psycopg.Connection[Any]]) -> None:
    """Lose the connection on this side only: the server still has it, in the middle of the transaction."""
    bound = database.database.obj
    keep.append(bound.connection())
    dead = server.another_connection(bound)
    dead.close()
    bound._state.set_connection(dead)
    commit()


def test_a_commit_that_is_still_on_its_way_is_waited_for(at_commit: AtCommit, address: str) -> None:
    lines: list[psycopg.Connection[Any]] = []

    def arrive() -> None:
        wait_until_somebody_waits(address)
        lines[0].execute("COMMIT")

    late = threading.Thread(target=arrive)

    def on_its_way(commit: Commit) -> None:
        late.start()
        _lose(commit, lines)

    at_commit(on_its_way)
    add_kuregem()
    late.join()
    lines[0].close()
    assert names() == ["Kuregem"]


def test_a_commit_that_never_comes_is_ended_by_the_server(at_commit: AtCommit, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[psycopg.Connection[Any]] = []
    monkeypatch.setattr(server, "LAST_WORD", 50)
    at_commit(lambda commit: _lose(commit, lines))
    with pytest.raises(Refused) as refused:
        add_kuregem()
    assert refused.value.reason is Reason.SERVER_LOST
    assert names() == []
    lines[0].close()


def test_whoever_cannot_hear_whether_an_act_was_kept_is_told_to_look(
    at_commit: AtCommit, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    name = address.rpartition("/")[2]
    monkeypatch.setattr(server, "PATIENCE", 0)
    with psycopg.connect(SERVER, autocommit=True) as other:

        def shut(commit: Commit) -> None:
            ours = our_process()
            commit()
            other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
            hang_up_on(ours)
            commit()

        at_commit(shut)
        try:
            with pytest.raises(Refused) as refused:
                add_kuregem()
        finally:
            other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert refused.value.reason is Reason.SAVING_UNSURE
    assert names() == ["Kuregem"]  # there it stands: to look was right


def test_what_is_read_after_a_refusal_of_the_server_itself_is_as_before(at_commit: AtCommit) -> None:
    def full(_commit: Commit) -> None:
        database.database.execute_sql("SELECT 1 / 0")

    at_commit(full)
    with pytest.raises(Refused) as refused:
        add_kuregem()
    assert refused.value.reason is Reason.DATABASE_FAILED
    assert names() == []


def test_marks_of_threads_that_ended_long_ago_are_taken_away(house: None) -> None:
    add_kuregem()
    upkeep.note("last_backup", "2020-01-01T10:00")
    upkeep.note("act of-another-pc", "2020-01-01 0a1b")
    upkeep.forget_marks(date.today())
    kept = {key for (key,) in database.database.execute_sql("SELECT key FROM upkeep").fetchall()}
    assert len(kept) == 2
    assert "last_backup" in kept
    assert "act of-another-pc" not in kept


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("40001", Reason.CHANGED_MEANWHILE),  # could not serialize access
        ("40P01", Reason.CHANGED_MEANWHILE),  # deadlock detected
        ("55P03", Reason.HOUSE_BUSY),  # lock not available
        ("57014", Reason.HOUSE_BUSY),  # canceling statement due to statement timeout
    ],
)
def test_the_codes_of_a_server_say_what_its_words_in_any_language_do_not(
    house: None, code: str, reason: Reason
) -> None:
    raising = f"DO $$ BEGIN RAISE EXCEPTION 'verzoek geweigerd' USING ERRCODE = '{code}'; END $$"
    assert refusal(lambda: database.database.execute_sql(raising)) is reason


def test_what_is_usual_on_the_server_changes_nothing(house: None, address: str) -> None:
    execute, name = database.database.execute_sql, address.rpartition("/")[2]
    execute(f"ALTER DATABASE \"{name}\" SET default_transaction_isolation TO 'serializable'")
    execute(f'ALTER DATABASE "{name}" SET synchronous_commit TO off')
    try:
        database.hang_up()
        with database.transaction():
            assert execute("SHOW transaction_isolation").fetchone() == ("read committed",)
            assert execute("SHOW synchronous_commit").fetchone() == ("on",)
    finally:
        with database.connected():
            execute(f'ALTER DATABASE "{name}" RESET ALL')


def _at_another_desk(act: Callable[[], object], heard: list[object]) -> threading.Thread:
    def run() -> None:
        try:
            with database.connected():
                heard.append(act())
        except Refused as refused:
            heard.append(refused.reason)
        finally:
            database.hang_up()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_of_two_desks_that_tick_a_name_the_second_hears_that_it_was_ticked(house: None, address: str) -> None:
    session = make_session(make_place(), is_walk_in=False)
    listed = stored.add(Enrolled(0, OnList(session_id=session), "Noor", enrolled_at=MORNING))
    heard: list[object] = []
    with database.transaction():
        enrolments.tick(session, listed, MORNING)
        other = _at_another_desk(lambda: enrolments.tick(session, listed, MORNING), heard)
        wait_until_somebody_waits(address)
    other.join(30)
    assert heard == [Reason.ALREADY_THERE]
    assert visits.number_in(session) == 1


def test_of_two_desks_that_count_at_once_the_second_waits_its_turn(house: None, address: str) -> None:
    session = make_session(make_place())
    arrivals.tally(session, Tallied.CHILDREN, "0", 1)
    heard: list[object] = []
    with database.transaction():
        arrivals.tally(session, Tallied.CHILDREN, "0", 1)
        other = _at_another_desk(lambda: arrivals.tally(session, Tallied.CHILDREN, "0", 1).facts["number"], heard)
        wait_until_somebody_waits(address)
    other.join(30)
    assert heard == [3]
