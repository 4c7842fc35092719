"""Which paper lists wait to be typed in, over a real database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sheet_code import code_of
from meetingplace.services import paper_lists, today
from meetingplace.services.today import Waiting
from meetingplace.storage import paper_lists as kept, sessions, upkeep
from tests.makers import DAY, make_place, make_session

NOW = datetime(2026, 10, 27, 14, 0)  # the session of that day ended at noon
MORNING = datetime(2026, 10, 27, 8, 0)


@pytest.fixture
def place(house: None) -> int:
    """Make a place."""
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-27T08:00:00")
    return make_place("De Kers")


def test_a_list_waits_once_its_session_is_over(place: int) -> None:
    session = make_session(place, title="Spelen")
    paper_lists.note_printed(session, PaperKind.NAMES, MORNING)
    assert paper_lists.waiting_lists(datetime(2026, 10, 27, 11, 59), None) == ()
    (waits,) = paper_lists.waiting_lists(NOW, None)
    assert (waits.paper.kind, waits.title, waits.place_name) == (PaperKind.NAMES, "Spelen", "De Kers")
    assert (waits.code, waits.begins) == (code_of(session), datetime(2026, 10, 27, 9, 30))


def test_a_list_that_is_printed_twice_waits_once(place: int) -> None:
    session = make_session(place)
    first = paper_lists.note_printed(session, PaperKind.TALLY, MORNING)
    again = paper_lists.note_printed(session, PaperKind.TALLY, MORNING + timedelta(minutes=5))
    assert again.made == first.made
    assert kept.get(first.made or 0).printed_at == MORNING + timedelta(minutes=5)
    paper_lists.note_printed(session, PaperKind.NAMES, MORNING)
    assert len(paper_lists.waiting_lists(NOW, None)) == 2


@pytest.mark.parametrize("is_used", [True, False])
def test_what_is_typed_in_or_not_used_no_longer_waits(place: int, is_used: bool) -> None:
    session = make_session(place)
    list_id = paper_lists.note_printed(session, PaperKind.TALLY, MORNING).made or 0
    if is_used:
        paper_lists.finish(session, PaperKind.TALLY, NOW)
    else:
        paper_lists.lay_aside(list_id, kept.get(list_id).version, NOW)
    assert paper_lists.waiting_lists(NOW, None) == ()
    assert kept.get(list_id).done_at == NOW


def test_a_list_that_somebody_else_finished_meanwhile_is_not_laid_aside(place: int) -> None:
    session = make_session(place)
    list_id = paper_lists.note_printed(session, PaperKind.TALLY, MORNING).made or 0
    seen = kept.get(list_id).version
    paper_lists.finish(session, PaperKind.TALLY, NOW)
    with pytest.raises(Refused) as refused:
        paper_lists.lay_aside(list_id, seen, NOW)
    assert refused.value.reason is Reason.CHANGED_MEANWHILE


def test_of_one_place_only_and_not_of_a_cancelled_session(place: int) -> None:
    here, other = make_session(place), make_place("Elders")
    there, off = make_session(other), make_session(place, day=DAY - timedelta(days=1))
    for session in (here, there, off):
        paper_lists.note_printed(session, PaperKind.NAMES, MORNING)
    sessions.change(off, None, state="cancelled", reason="ziek")
    assert [one.paper.session_id for one in paper_lists.waiting_lists(NOW, place)] == [here]
    assert {one.paper.session_id for one in paper_lists.waiting_lists(NOW, None)} == {here, there}


def test_today_says_how_many_wait_and_leads_to_the_oldest(place: int) -> None:
    late = make_session(place, title="Laat")
    early = make_session(place, day=DAY - timedelta(days=3), title="Vroeg")
    for session in (late, early):
        paper_lists.note_printed(session, PaperKind.TALLY, MORNING)
    (wait,) = (one for one in today.today_board(NOW, None, "nl").waits if one.what is Waiting.PAPER_LISTS)
    assert (wait.number, wait.titles, wait.session_id, wait.kind) == (2, ("Vroeg", "Laat"), early, PaperKind.TALLY)


def test_a_code_leads_to_its_session_and_a_slip_of_the_pen_to_none(place: int) -> None:
    session = make_session(place)
    assert paper_lists.session_of_code(code_of(session)) == session
    with pytest.raises(Refused) as refused:
        paper_lists.session_of_code("12-34")
    assert refused.value.reason is Reason.SHEET_CODE_WRONG
    with pytest.raises(Refused) as refused:
        paper_lists.session_of_code(code_of(999))
    assert refused.value.reason is Reason.NOT_FOUND
