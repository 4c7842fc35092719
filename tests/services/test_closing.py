"""Closing a session: what is written down, who was paid then, who left when, and opening again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing, Function, SessionState
from meetingplace.domain.visits import Tallied, TallyCount
from meetingplace.services import arrivals, changes, closing
from meetingplace.storage import sessions, team, visits
from tests.makers import DAY, make_family, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 10, 5)  # the session runs from 9:30 to 12:00
AFTER = datetime(2026, 10, 27, 12, 20)


@pytest.fixture
def session_id(house: None) -> int:
    """Make a session of today."""
    return make_session(make_place(), functions=(Function.COHESION,), theme="spelen")


def reason_of(act: Callable[[], object]) -> Reason:
    """Give the reason for which an act is refused."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def paid(session_id: int) -> dict[str, bool]:
    """Say of whom the panel names how it names them."""
    return {member.name: member.is_paid for member in closing.closing_board(session_id, NOW).members}


def test_closing_writes_how_it_was(session_id: int) -> None:
    samira, nele = make_member("Samira"), make_member("Nele")
    arrivals.check_in(session_id, make_family(born=[(2024, 3)]), NOW)
    done = closing.close_session(
        session_id,
        sessions.get(session_id).version,
        Closing(
            team=(samira, nele),
            preparation_minutes=40,
            debrief_minutes=20,
            functions=(Function.COHESION, Function.EMOTIONAL),
            theme="  samen   slapen ",
            is_full=True,
            turned_away=3,
            remark=" Mooie ochtend ",
        ),
        NOW,
    )
    held = sessions.get(session_id)
    assert (held.state, held.closed_at) == (SessionState.HELD, NOW)
    assert held.activity.team == (samira, nele)
    assert (held.activity.preparation_minutes, held.activity.debrief_minutes) == (40, 20)
    assert held.activity.functions == (Function.COHESION, Function.EMOTIONAL)
    assert held.activity.theme == "samen slapen"
    assert (held.is_full, held.turned_away, held.remark) == (True, 3, "Mooie ochtend")
    assert (done.facts["children"], done.facts["adults"]) == (1, 1)


def test_who_becomes_paid_later_stays_a_volunteer_of_that_day(session_id: int) -> None:
    ousmane, els = make_member("Ousmane"), make_member("Els", is_paid=True)
    closing.close_session(session_id, None, Closing(team=(ousmane, els)), AFTER)
    team.change(ousmane, None, is_paid=True)
    team.change(els, None, is_paid=False)
    assert sessions.paid_at(session_id) == {ousmane: False, els: True}
    closing.reopen_session(session_id)
    assert paid(session_id) == {"Els": True, "Ousmane": False}
    newcomer = make_member("Nele", is_paid=True)
    closing.close_session(session_id, None, Closing(team=(ousmane, newcomer)), AFTER)
    assert sessions.paid_at(session_id) == {ousmane: False, newcomer: True}


def test_whoever_left_the_team_since_is_still_named_for_that_session(house: None) -> None:
    gone, other = make_member("Weg"), make_member("Nooit hier")
    session = make_session(make_place(), team=(gone,))
    for member in (gone, other):
        team.change(member, None, is_active=False)
    assert list(paid(session)) == ["Weg"]


@pytest.mark.parametrize(
    ("closed_at", "left_at"),
    [
        (AFTER, datetime(2026, 10, 27, 12, 0)),  # the session ended at twelve
        (datetime(2026, 10, 27, 11, 30), datetime(2026, 10, 27, 11, 30)),  # closed before its end
        (AFTER + timedelta(days=3), datetime(2026, 10, 27, 12, 0)),  # closed on another day
    ],
)
def test_whoever_is_still_in_has_left_at_the_end_or_now(
    session_id: int, closed_at: datetime, left_at: datetime
) -> None:
    stays = make_visit(session_id, make_family(), NOW)
    early = make_visit(session_id, make_family("Uil", picture=Picture("owl", 1)), NOW)
    visits.leave(early, NOW + timedelta(minutes=5))
    board = closing.closing_board(session_id, closed_at)
    assert (board.still_in, board.leave_at) == (1, left_at)
    done = closing.close_session(session_id, None, Closing(), closed_at)
    assert visits.get(stays).left == left_at
    assert visits.get(early).left == NOW + timedelta(minutes=5)
    assert done.undo is not None
    changes.undo(done.undo)
    assert visits.get(stays).left is None


def test_nobody_leaves_before_they_came(session_id: int) -> None:
    late = make_visit(session_id, make_family(), AFTER)
    closing.close_session(session_id, None, Closing(), AFTER + timedelta(minutes=5))
    assert visits.get(late).left == AFTER


def test_languages_heard_come_to_what_was_counted(session_id: int) -> None:
    arrivals.tally(session_id, Tallied.LANGUAGES, "ar", 2)
    board = closing.closing_board(session_id, NOW)
    assert board.languages[0] == ("ar", 2)
    assert ("fr", 0) in board.languages
    arrivals.tally(session_id, Tallied.LANGUAGES, "ar", 1)  # typed in at another PC meanwhile
    closing.close_session(session_id, None, Closing(heard=(("ar", 4), ("tr", 1), ("fr", 0))), AFTER)
    heard = [one for one in visits.tallies(session_id) if one.what is Tallied.LANGUAGES]
    assert heard == [TallyCount(Tallied.LANGUAGES, "ar", 7), TallyCount(Tallied.LANGUAGES, "tr", 1)]


@pytest.mark.parametrize(
    ("heard", "why"),
    [
        ((("ar", -1),), Reason.TALLY_BELOW_ZERO),
        ((("klingon", 1),), Reason.LANGUAGE_UNKNOWN),
        ((("ar", 1_001),), Reason.NUMBER_IMPOSSIBLE),
    ],
)
def test_languages_that_cannot_be_leave_the_session_open(
    session_id: int, heard: tuple[tuple[str, int], ...], why: Reason
) -> None:
    assert reason_of(lambda: closing.close_session(session_id, None, Closing(heard=heard), AFTER)) is why
    assert sessions.get(session_id).state is SessionState.PLANNED
    assert visits.tallies(session_id) == []


def test_a_session_of_a_day_to_come_is_not_closed(session_id: int) -> None:
    day_before = NOW - timedelta(days=1)
    assert reason_of(lambda: closing.close_session(session_id, None, Closing(), day_before)) is Reason.DATE_IN_FUTURE
    assert sessions.get(session_id).state is SessionState.PLANNED


def test_closing_what_another_changed_is_refused(session_id: int) -> None:
    version = sessions.get(session_id).version
    sessions.change(session_id, version, remark="door een ander")
    closes = lambda: closing.close_session(session_id, version, Closing(), NOW)  # noqa: E731
    assert reason_of(closes) is Reason.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("slip", "why"),
    [
        ({"preparation_minutes": -1}, Reason.NUMBER_IMPOSSIBLE),
        ({"debrief_minutes": 9_999}, Reason.NUMBER_IMPOSSIBLE),
        ({"turned_away": -2}, Reason.NUMBER_IMPOSSIBLE),
        ({"theme": "x" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"remark": "x" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"team": (999,)}, Reason.NOT_FOUND),
    ],
)
def test_closing_refuses_what_cannot_be(session_id: int, slip: dict[str, object], why: Reason) -> None:
    closes = lambda: closing.close_session(session_id, None, Closing(**slip), NOW)  # type: ignore[arg-type]  # noqa: E731
    assert reason_of(closes) is why
    assert sessions.get(session_id).state is SessionState.PLANNED


def test_closing_shows_the_plan_and_the_team(house: None) -> None:
    samira = make_member("Samira")
    make_member("Weg", is_active=False)
    place = make_place(languages=("tr", "nl"))
    make_session(place, DAY - timedelta(days=7), theme="eten")
    session = make_session(place, team=(samira,), preparation_minutes=45, end=time(11), languages=("so",))
    arrivals.tally(session, Tallied.CHILDREN, "0", 4)
    board = closing.closing_board(session, NOW)
    assert [member.name for member in board.members] == ["Samira"]
    assert board.session.activity.team == (samira,)
    assert (board.session.activity.preparation_minutes, board.session.activity.open_minutes) == (45, 90)
    assert board.totals.all_children == 4
    assert board.themes == ("eten",)
    assert [code for code, _number in board.languages][:3] == ["so", "tr", "nl"]
