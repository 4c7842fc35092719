"""What to tell whom when a session does not go on or moves, and until when the program points it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.privacy import Level
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity
from meetingplace.services import changes, enrolments, notices, planning, series, today
from meetingplace.services.series import Repeats
from meetingplace.services.today import Waiting
from meetingplace.storage import partners, sessions
from tests.makers import DAY, make_house, make_member, make_place, make_session

NOW = datetime(2026, 10, 24, 9)
ISOLATES = str.maketrans("", "", "\u2068\u2069")


@pytest.fixture
def place(house: None) -> int:
    make_house(languages=("nl", "fr"))
    return make_place("Kuregem", level=Level.CONTACT.value, address="Ropsystraat 7", postcode="1070")


@pytest.fixture
def session(place: int) -> int:
    return make_session(place, title="Babbelcafé", languages=("ar", "fr"))


def version(session_id: int) -> int:
    return sessions.get(session_id).version


def was(session_id: int) -> tuple[date | None, time | None]:
    session = sessions.get(session_id)
    return session.was_day, session.was_start


def move(session_id: int, day: date, start: time, place_id: int | None = None) -> changes.Changes:
    end = time(start.hour + 2, start.minute)
    return planning.move_session(session_id, version(session_id), day, start, end, place_id)


def said(session_id: int) -> dict[str, str]:
    return {one.language: one.text.translate(ISOLATES) for one in notices.notice_board(session_id).texts}


# --- where it was ---


def test_a_session_that_moves_remembers_where_it_was_until_it_moves_back(session: int) -> None:
    move(session, DAY + timedelta(days=1), time(9, 30))
    assert was(session) == (DAY, time(9, 30))
    move(session, DAY + timedelta(days=2), time(14))
    assert was(session) == (DAY, time(9, 30))
    move(session, DAY, time(9, 30))
    assert was(session) == (None, None)


def test_a_longer_session_has_not_moved_and_a_moved_one_that_grows_is_still_elsewhere(session: int) -> None:
    planned = sessions.get(session)
    planning.move_session(session, planned.version, DAY, time(9, 30), time(13))
    assert was(session) == (None, None)
    move(session, DAY, time(11))
    planning.move_session(session, version(session), DAY, time(11), time(15))
    assert was(session) == (DAY, time(9, 30))


def test_another_place_is_a_move_too(session: int) -> None:
    move(session, DAY, time(9, 30), make_place("Bonnevie"))
    assert was(session) == (DAY, time(9, 30))


def test_the_form_moves_like_the_hand_does(session: int) -> None:
    planned = sessions.get(session)
    planning.change_session(session, planned.version, replace(planned.activity, title="Babbel"), DAY)
    assert was(session) == (None, None)
    planned = sessions.get(session)
    planning.change_session(session, planned.version, planned.activity, DAY + timedelta(days=1))
    assert was(session) == (DAY, time(9, 30))


def test_what_is_cancelled_is_still_expected_until_it_goes_on_after_all(session: int) -> None:
    planning.cancel_session(session, version(session), "ziek")
    assert was(session) == (DAY, time(9, 30))
    planning.reinstate_session(session, version(session))
    assert was(session) == (None, None)


def test_what_moved_and_was_cancelled_is_still_elsewhere_when_it_goes_on(session: int) -> None:
    move(session, DAY + timedelta(days=1), time(9, 30))
    planning.cancel_session(session, version(session), "ziek")
    assert was(session) == (DAY, time(9, 30))
    planning.reinstate_session(session, version(session))
    assert was(session) == (DAY, time(9, 30))


# --- what is told ---


def test_the_notice_of_a_cancelled_session_has_dutch_first_and_the_languages_of_the_session(session: int) -> None:
    planning.cancel_session(session, version(session), "Iemand van het team is ziek")
    board = notices.notice_board(session)
    assert [one.language for one in board.texts] == ["nl", "ar", "fr"]
    assert [one.is_right_to_left for one in board.texts] == [False, True, False]
    assert said(session)["nl"] == (
        "Babbelcafé op dinsdag 27 oktober om 9:30 gaat niet door. Iemand van het team is ziek."
    )
    assert "Babbelcafé" in said(session)["ar"]
    assert "ziek" not in said(session)["ar"], "a standard reason is said in each language"
    assert "malade" in said(session)["fr"]
    assert "\u2068Babbelcafé\u2069" in next(one.text for one in board.texts if one.language == "ar")


def test_a_typed_reason_stands_as_it_was_typed_and_on_its_own(session: int) -> None:
    planning.cancel_session(session, version(session), "غلقت القاعة <b>&")
    texts = {one.language: one.text for one in notices.notice_board(session).texts}
    assert texts["fr"].endswith("\u2068غلقت القاعة <b>&\u2069")


def test_the_notice_of_a_move_tells_where_it_was_and_where_it_is(session: int) -> None:
    move(session, date(2026, 10, 29), time(14))
    assert said(session)["nl"] == (
        "Babbelcafé van dinsdag 27 oktober om 9:30 is verplaatst. "
        "Nieuwe datum: donderdag 29 oktober, 14:00, Kuregem, Ropsystraat 7, 1070."
    )


def test_a_move_to_another_place_only_says_no_new_date(session: int) -> None:
    move(session, DAY, time(9, 30), make_place("Bonnevie"))
    assert said(session)["nl"] == "Babbelcafé van dinsdag 27 oktober om 9:30 is verplaatst. Nieuwe plek: Bonnevie."


def test_a_language_whose_phrases_nobody_read_says_so(session: int) -> None:
    planning.cancel_session(session, version(session), "ziek")
    states = {one.language: one.state for one in notices.notice_board(session).texts}
    assert states["ar"] == "machine"


def test_without_languages_of_its_own_those_of_the_house_are_used(place: int) -> None:
    other = make_session(place)
    planning.cancel_session(other, version(other), "ziek")
    assert list(said(other)) == ["nl", "fr"]


def test_who_is_to_be_told_holds_no_contact(place: int) -> None:
    partner, member = partners.add(name="Bibliotheek"), make_member("Nele")
    listed = make_session(place, team=(member,), partners=(partner,), is_walk_in=False)
    on = OnList(session_id=listed)
    enrolments.enrol(on, "Lina", "lina@example.be", DAY, NOW)
    enrolments.enrol(on, "Adam", "", None, NOW)
    planning.cancel_session(listed, version(listed), "ziek")
    board = notices.notice_board(listed)
    assert (board.team, board.partners, board.reachable, board.others_enrolled) == (
        ("Nele",),
        ("Bibliotheek",),
        ("Lina",),
        1,
    )
    assert "lina@example.be" not in str(board)


def test_there_is_nothing_to_tell_of_a_session_that_stands_where_it_stood(session: int) -> None:
    with pytest.raises(Refused) as refused:
        notices.notice_board(session)
    assert refused.value.reason is Reason.STATE_NOT_ALLOWED


def test_what_was_told_is_told_once_and_can_be_undone(session: int) -> None:
    move(session, DAY + timedelta(days=1), time(9, 30))
    made = notices.say_told(session, version(session))
    assert was(session) == (None, None)
    with pytest.raises(Refused):
        notices.say_told(session, version(session))
    assert made.undo is not None
    changes.undo(made.undo)
    assert was(session) == (DAY, time(9, 30))


# --- the flyer on Today ---


def flyer(**of: int) -> None:
    (kind,) = of
    about = sessions.get(of[kind]) if kind == "session" else sessions.get_series(of[kind])
    sessions.add_flyer(**of, layout="one-language", made_at=NOW, of_version=about.version)


def old_flyers() -> list[str]:
    waits = today.today_board(NOW, None, "nl").waits
    return [title for wait in waits if wait.what is Waiting.FLYER_OLD for title in wait.titles]


def test_the_flyer_of_a_cancelled_session_is_out_of_date_until_it_was_told(session: int) -> None:
    flyer(session=session)
    assert old_flyers() == []
    planning.cancel_session(session, version(session), "ziek")
    assert old_flyers() == ["Babbelcafé"]
    notices.say_told(session, version(session))
    assert old_flyers() == []


def test_a_cancelled_session_without_a_flyer_asks_for_none(session: int) -> None:
    planning.cancel_session(session, version(session), "ziek")
    assert not [wait for wait in today.today_board(NOW, None, "nl").waits if wait.what is Waiting.FLYER_MISSING]


def test_a_new_flyer_of_a_moved_session_stays_true_when_it_is_told(session: int) -> None:
    flyer(session=session)
    move(session, DAY + timedelta(days=1), time(9, 30))
    assert old_flyers() == ["Babbelcafé"]
    flyer(session=session)
    assert old_flyers() == []
    notices.say_told(session, version(session))
    assert old_flyers() == []


def test_the_sheet_of_a_series_is_out_of_date_when_one_of_its_sessions_moves_even_far_away(place: int) -> None:
    rule = Weekly((1,), DAY, DAY + timedelta(weeks=2))
    made = series.plan(Activity("Atelier", place, time(14), time(16)), Repeats(rule)).made or 0
    flyer(series=made)
    assert old_flyers() == []
    first = sessions.of_series(made)[0].id
    move(first, DAY + timedelta(days=60), time(14))
    assert old_flyers() == ["Atelier"]
    notices.say_told(first, version(first))
    assert old_flyers() == []


def test_the_rest_of_a_series_that_is_cancelled_is_pointed_out_too(place: int) -> None:
    rule = Weekly((1,), DAY, DAY + timedelta(weeks=2))
    made = series.plan(Activity("Atelier", place, time(14), time(16)), Repeats(rule)).made or 0
    flyer(series=made)
    series.cancel_rest(made, DAY, "De plek is gesloten")
    assert old_flyers() == ["Atelier"]
    first = sessions.of_series(made)[0].id
    assert said(first)["nl"].endswith("De plek is gesloten.")


# --- of a whole series ---


@pytest.fixture
def tuesdays(place: int) -> int:
    """Plan four Tuesdays from 27 October 2026 on."""
    rule = Weekly((1,), DAY, DAY + timedelta(weeks=3))
    return series.plan(Activity("Atelier", place, time(14), time(16)), Repeats(rule)).made or 0


def test_what_is_told_of_a_whole_series_is_told_once_by_its_rule(tuesdays: int) -> None:
    _first, second, third, fourth = sessions.of_series(tuesdays)
    later = replace(second.activity, start=time(10), end=time(12))
    wednesdays = Repeats(Weekly((2,), DAY + timedelta(days=8), DAY + timedelta(days=30)))
    series.change_following(second.id, second.version, later, wednesdays)
    assert [was(one.id) for one in (second, third)] == [(second.day, time(14)), (third.day, time(14))]
    board = notices.notice_board(second.id)
    assert [one.id for one in board.along] == [third.id, fourth.id]
    assert said(second.id)["nl"].split("\n")[1] == "Elke woensdag, 10 – 12 uur"
    assert said(second.id)["fr"].split("\n")[1].startswith("Chaque mercredi")
    done = notices.say_told(second.id, version(second.id))
    assert {was(one.id) for one in sessions.of_series(sessions.get(second.id).series_id or 0)} == {(None, None)}
    assert done.undo
    changes.undo(done.undo)
    assert was(fourth.id) == (fourth.day, time(14))


def test_another_theme_moves_nothing_and_is_not_told(tuesdays: int) -> None:
    first, second, *_others = sessions.of_series(tuesdays)
    series.change_all(first.id, first.version, replace(first.activity, theme="verf"))
    assert [was(one.id) for one in (first, second)] == [(None, None), (None, None)]


def test_sessions_that_were_moved_one_by_one_are_told_one_by_one(tuesdays: int) -> None:
    first, second, *_others = sessions.of_series(tuesdays)
    for one in (first, second):
        move(one.id, one.day + timedelta(days=1), time(14))
    lines = said(first.id)["nl"].split("\n")
    assert [("27 oktober" in line, "3 november" in line) for line in lines] == [(True, False), (False, True)]


def test_the_rest_that_stops_is_one_notice_with_every_date(tuesdays: int) -> None:
    first, second, third, fourth = sessions.of_series(tuesdays)
    planning.cancel_session(second.id, second.version, "Nele is ziek")
    series.cancel_rest(tuesdays, first.day, "We verhuizen")
    assert [one.id for one in notices.notice_board(first.id).along] == [third.id, fourth.id]
    lines = said(first.id)["nl"].split("\n")
    assert [line for line in lines if "3 november" in line] == []  # it had another reason
    assert ["27 oktober" in lines[0], "10 november" in lines[1], "17 november" in lines[2]] == [True] * 3
    assert lines[3] == "Reden: We verhuizen"
    notices.say_told(first.id, version(first.id))
    assert (was(fourth.id), was(second.id)) == ((None, None), (second.day, time(14)))
