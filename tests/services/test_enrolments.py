"""The list of a session or series: places, the queue, contacts, the tick at the desk, and what planning does to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, SessionState
from meetingplace.i18n import acts
from meetingplace.i18n.catalog import translator
from meetingplace.services import arrivals, changes, desk, enrolments, planning, series
from meetingplace.services.changes import Changes, Topic
from meetingplace.services.series import Repeats
from meetingplace.storage import enrolments as kept, sessions, visits
from tests.makers import DAY, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 40)
WEEK = timedelta(weeks=1)


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem", level=Level.CONTACT.value)


@pytest.fixture
def session(place: int) -> int:
    return make_session(place, capacity=2, is_walk_in=False)


def enrol(on: OnList | int, name: str, minute: int = 0) -> Changes:
    where = OnList(session_id=on) if isinstance(on, int) else on
    return enrolments.enrol(where, name, "", None, NOW + timedelta(minutes=minute))


def refused(verb: object, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        verb(*args)  # type: ignore[operator]
    return caught.value.reason


def said(made: Changes) -> str:
    return acts.sentence(translator("app", "en"), made.act, made.facts)


def lists(on: OnList) -> tuple[list[str], list[str]]:
    listed = kept.on_list(on)
    return (
        [one.first_name for one in listed if not one.is_waiting],
        [one.first_name for one in listed if one.is_waiting],
    )


def a_series(place: int, capacity: int = 2) -> tuple[int, list[int]]:
    activity = Activity("Atelier", place, time(14), time(16), capacity=capacity, is_walk_in=False)
    made = series.plan(activity, Repeats(Weekly((2,), date(2026, 11, 18), date(2026, 12, 2))))
    return made.made or 0, [one.id for one in sessions.of_series(made.made or 0)]


# --- enrolling ---


def test_who_comes_after_the_last_place_waits_and_is_told_so(session: int) -> None:
    enrol(session, "Lina"), enrol(session, "Adam", 1)
    made = enrol(session, "Noor", 2)
    assert lists(OnList(session)) == (["Lina", "Adam"], ["Noor"])
    assert said(made) == "Noor waits: every place is taken."
    assert made.topics == {Topic.ENROLMENTS}


def test_a_capacity_of_nought_is_no_limit(place: int) -> None:
    endless = make_session(place, capacity=0, is_walk_in=False)
    for number in range(30):
        enrol(endless, "Lina", number)
    assert kept.numbers([endless])[endless].waiting == 0


def test_the_same_first_name_twice_is_allowed_but_said(session: int) -> None:
    enrol(session, "Chloé")
    assert said(enrol(session, "chloe", 1)) == "chloe is enrolled. This first name stands twice on the list."
    assert lists(OnList(session))[0] == ["Chloé", "chloe"]


@pytest.mark.parametrize("name", ["=1+1", "ليلى", "👩‍👩‍👧", "<b>&"])
def test_tricky_first_names_come_back_as_they_were_typed(session: int, name: str) -> None:
    enrol(session, name)
    assert lists(OnList(session)) == ([name], [])


@pytest.mark.parametrize(
    ("name", "reason"), [("Lina El Amrani", Reason.FIRST_NAME_ONLY), ("x" * 10_000, Reason.TEXT_TOO_LONG)]
)
def test_a_refused_name_leaves_the_list_as_it_was(session: int, name: str, reason: Reason) -> None:
    assert refused(enrol, session, name) is reason
    assert lists(OnList(session)) == ([], [])


def test_a_place_that_only_counts_has_no_list(house: None) -> None:
    counted = make_session(make_place("Markt", level=Level.TALLY.value), is_walk_in=False)
    assert refused(enrol, counted, "Lina") is Reason.ONLY_TALLIES_HERE


@pytest.mark.parametrize(
    ("state", "reason"), [("cancelled", Reason.SESSION_CANCELLED), ("held", Reason.SESSION_CLOSED)]
)
def test_nobody_is_enrolled_in_what_does_not_go_on_or_is_over(session: int, state: str, reason: Reason) -> None:
    sessions.change(session, None, state=state)
    assert refused(enrol, session, "Lina") is reason


# --- contacts ---


@pytest.mark.parametrize(
    ("contact", "until", "reason"),
    [
        ("0470", None, Reason.CONTACT_END_MISSING),
        ("0470", DAY - timedelta(days=1), Reason.DAY_OUTSIDE),
        ("0470", DAY + timedelta(days=367), Reason.DAY_OUTSIDE),
        ("0" * 10_000, DAY, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_contact_always_has_a_last_day_that_makes_sense(
    session: int, contact: str, until: date | None, reason: Reason
) -> None:
    assert refused(enrolments.enrol, OnList(session), "Lina", contact, until, NOW) is reason


def test_a_contact_is_kept_only_at_a_place_of_that_level(house: None) -> None:
    other = make_session(make_place("Bonnevie"), is_walk_in=False)
    assert refused(enrolments.enrol, OnList(other), "Lina", "0470", DAY, NOW) is Reason.CONTACT_NOT_KEPT
    assert not enrolments.enrolment_board(other).keeps_contacts


def test_an_end_without_a_contact_is_not_kept(session: int) -> None:
    made = enrolments.enrol(OnList(session), "Lina", "  ", DAY, NOW)
    assert kept.get(made.made or 0).contact_until is None


def test_a_contact_is_forgotten_by_itself_and_no_act_says_it(session: int) -> None:
    made = enrolments.enrol(OnList(session), "Lina", "lina@example.be", DAY, NOW)
    assert "lina@example.be" not in str(made.facts)
    assert enrolments.forget_old_contacts(DAY) == 0
    assert enrolments.forget_old_contacts(DAY + timedelta(days=1)) == 1
    assert kept.get(made.made or 0).contact == ""


# --- the queue ---


def test_who_waits_longest_moves_up_when_somebody_is_taken_off_and_the_sentence_says_so(session: int) -> None:
    ids = [enrol(session, name, minute).made or 0 for minute, name in enumerate(("Lina", "Adam", "Noor", "Max"))]
    made = enrolments.take_off(ids[0], kept.get(ids[0]).version)
    assert lists(OnList(session)) == (["Adam", "Noor"], ["Max"])
    assert said(made) == "Lina is off the list. Noor moves up from the waiting list."
    assert made.undo is not None
    changes.undo(made.undo)
    assert lists(OnList(session)) == (["Lina", "Adam"], ["Noor", "Max"])


def test_taking_off_who_waits_moves_nobody(session: int) -> None:
    ids = [enrol(session, name, minute).made or 0 for minute, name in enumerate(("Lina", "Adam", "Noor"))]
    assert said(enrolments.take_off(ids[2], kept.get(ids[2]).version)) == "Noor is off the list."


def test_what_was_seen_before_somebody_changed_it_is_not_taken_off(session: int) -> None:
    lina = enrol(session, "Lina").made or 0
    old = kept.get(lina).version
    enrolments.change(lina, old, "Lena", "", None, NOW)
    assert refused(enrolments.take_off, lina, old) is Reason.CHANGED_MEANWHILE
    assert lists(OnList(session)) == (["Lena"], [])


def test_more_places_let_who_waits_move_up_in_the_same_act_and_fewer_throw_nobody_out(session: int) -> None:
    for minute, name in enumerate(("Lina", "Adam", "Noor", "Max")):
        enrol(session, name, minute)
    planned = sessions.get(session)
    made = planning.change_session(session, planned.version, replace(planned.activity, capacity=4), planned.day)
    assert lists(OnList(session)) == (["Lina", "Adam", "Noor", "Max"], [])
    assert said(made) == "Open ontmoeting was changed. Noor and Max move up from the waiting list."
    assert Topic.ENROLMENTS in made.topics
    planned = sessions.get(session)
    planning.change_session(session, planned.version, replace(planned.activity, capacity=1), planned.day)
    assert len(lists(OnList(session))[0]) == 4


# --- series ---


def test_the_list_of_a_series_holds_for_each_of_its_sessions(place: int) -> None:
    whole, (first, other, *_rest) = a_series(place)
    enrol(OnList(series_id=whole), "Lina"), enrol(OnList(session_id=first), "Adam", 1)
    assert said(enrol(OnList(session_id=first), "Noor", 2)) == "Noor waits: every place is taken."
    assert [one.first_name for one in enrolments.expected_at(sessions.get(first))] == ["Lina", "Adam", "Noor"]
    assert [one.first_name for one in enrolments.expected_at(sessions.get(other))] == ["Lina"]


def test_a_place_that_comes_free_in_the_series_is_one_for_who_waits_at_a_session(place: int) -> None:
    whole, (first, *_others) = a_series(place, capacity=1)
    lina = enrol(OnList(series_id=whole), "Lina").made or 0
    enrol(OnList(session_id=first), "Adam", 1)
    made = enrolments.take_off(lina, kept.get(lina).version)
    assert said(made) == "Lina is off the list. Adam moves up from the waiting list."
    assert lists(OnList(session_id=first)) == (["Adam"], [])


def test_more_places_in_the_series_move_up_too(place: int) -> None:
    whole, (first, *_others) = a_series(place, capacity=1)
    enrol(OnList(series_id=whole), "Lina"), enrol(OnList(series_id=whole), "Adam", 1)
    planned = sessions.get(first)
    made = series.change_all(first, planned.version, replace(planned.activity, capacity=2))
    assert lists(OnList(series_id=whole)) == (["Lina", "Adam"], [])
    assert "Adam moves up from the waiting list." in said(made)


def test_a_series_that_splits_takes_its_list_along_and_keeps_it(place: int) -> None:
    whole, (_first, second, _third) = a_series(place)
    enrol(OnList(series_id=whole), "Lina")
    planned = sessions.get(second)
    made = series.change_following(second, planned.version, replace(planned.activity, title="Atelier plus"))
    assert made.made != whole
    assert lists(OnList(series_id=made.made)) == lists(OnList(series_id=whole)) == (["Lina"], [])


def test_a_session_with_somebody_on_its_list_is_not_taken_away_but_may_be_cancelled(place: int, session: int) -> None:
    enrol(session, "Lina")
    assert refused(planning.remove_session, session, sessions.get(session).version) is Reason.SESSION_HAS_ENROLMENTS
    planning.cancel_session(session, sessions.get(session).version, "ziek")
    assert lists(OnList(session)) == (["Lina"], [])
    whole, (first, *_others) = a_series(place)
    enrol(OnList(session_id=first), "Adam")
    series.remove_following(whole, date(2026, 11, 1))
    assert [one.id for one in sessions.of_series(whole)] == [first]


# --- the tick at the desk ---


def test_a_tick_is_a_visit_of_one_child_and_counts(session: int) -> None:
    lina = enrol(session, "Lina").made or 0
    made = enrolments.tick(session, lina, NOW)
    (visit,) = visits.of_session(session)
    assert (visit.family_id, len(visit.children), visit.adults) == (None, 1, ())
    assert made.made == visit.id
    board = desk.desk_board(session)
    assert board.totals.all_children == 1
    assert [(one.first_name, one.is_here) for one in board.enrolled] == [("Lina", True)]
    assert [one.name for one in board.present] == ["Lina"]
    enrolments.untick(session, lina)
    board = desk.desk_board(session)
    assert board.totals.all_children == 0
    assert [(one.first_name, one.is_here) for one in board.enrolled] == [("Lina", False)]


def test_nobody_is_ticked_twice_nor_at_a_session_of_another_list(place: int, session: int) -> None:
    lina = enrol(session, "Lina").made or 0
    other = make_session(place, is_walk_in=False)
    enrolments.tick(session, lina, NOW)
    assert refused(enrolments.tick, session, lina, NOW) is Reason.ALREADY_THERE
    assert refused(enrolments.tick, other, lina, NOW) is Reason.NOT_FOUND
    assert refused(enrolments.untick, other, lina) is Reason.NOT_FOUND


def test_a_visit_that_is_taken_away_at_the_desk_takes_its_tick_along(session: int) -> None:
    lina = enrol(session, "Lina").made or 0
    visit = enrolments.tick(session, lina, NOW).made or 0
    made = arrivals.remove_visit(visit)
    assert kept.came(session) == {}
    assert made.undo is not None
    changes.undo(made.undo)
    assert kept.came(session) == {lina: visit}


def test_the_desk_of_a_session_without_enrolment_shows_no_list(place: int) -> None:
    assert desk.desk_board(make_session(place)).enrolled == ()


def test_closed_desks_are_not_ticked(session: int) -> None:
    lina = enrol(session, "Lina").made or 0
    sessions.change(session, None, state=SessionState.HELD.value)
    assert refused(enrolments.tick, session, lina, NOW) is Reason.SESSION_CLOSED
    assert refused(enrolments.untick, session, lina) is Reason.SESSION_CLOSED
