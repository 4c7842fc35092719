"""The verbs of planning over a real database: what they change, what they refuse, and one undo for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.clashes import Hint
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Closing, Function, OwnText, SessionState
from meetingplace.domain.visits import Tallied
from meetingplace.domain.voices import Voice, VoiceState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import arrivals, closing, planning, series, timetable
from meetingplace.services.changes import Act, Topic, undo
from meetingplace.services.series import Repeats
from meetingplace.storage import partners, places, sessions, tables, voices
from tests.makers import DAY, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 9, 40)
AUTUMN = Weekly((2,), date(2026, 10, 14), date(2026, 11, 25))
# Wednesdays: 14, 21, 28 October, 4, 11, 18, 25 November. Off: 21 and 28 (French schools), 4 (Flemish), 11 (everybody).
EVERYTHING = (DaysOff.FLEMISH, DaysOff.FRENCH, DaysOff.PUBLIC)


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem", capacity=25)


def activity(place_id: int, **values: object) -> Activity:
    return replace(Activity("Open ontmoeting", place_id, time(9, 30), time(12)), **values)


def refused(verb: object, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        verb(*args)  # type: ignore[operator]
    return caught.value.reason


def days_of(series_id: int | None) -> list[date]:
    return [session.day for session in sessions.of_series(series_id or 0)]


# --- finding ---


def test_a_place_is_found_whatever_its_accents_and_case(place: int) -> None:
    salon = make_place("Café Élan")
    assert planning.place_named("cafe  elan").id == salon


def test_an_unknown_place_is_refused_with_the_names(place: int) -> None:
    with pytest.raises(Refused) as caught:
        planning.place_named("Kureghem")
    assert caught.value.reason is Reason.CHOICE_UNKNOWN
    assert caught.value.facts == {"typed": "Kureghem", "choices": "Kuregem"}


def test_without_places_there_is_none_to_name(house: None) -> None:
    assert refused(planning.place_named, "Kuregem") is Reason.NOT_FOUND


def test_a_period_lists_both_its_ends_and_only_the_asked_place(place: int) -> None:
    other = make_place("Bonnevie")
    first = make_session(place, day=date(2026, 10, 1))
    last = make_session(other, day=date(2026, 10, 31))
    make_session(place, day=date(2026, 11, 1))
    found, known = planning.sessions_of_period(date(2026, 10, 1), date(2026, 10, 31), None)
    assert [session.id for session in found] == [first, last]
    assert {one.name for one in known} == {"Kuregem", "Bonnevie"}
    assert [one.id for one in planning.sessions_of_period(date(2026, 10, 1), date(2026, 11, 1), other)[0]] == [last]
    assert refused(planning.sessions_of_period, date(2026, 10, 2), date(2026, 10, 1), None) is Reason.END_BEFORE_START


# --- one session ---


def test_a_session_is_planned_tidied_and_undone(place: int) -> None:
    member = make_member()
    partner = partners.add(name="Bibliotheek")
    typed = activity(
        place, title="  Open \n ontmoeting ", functions=(Function.COHESION,), team=(member,), partners=(partner,),
        languages=("NL", "ar", "ar"),
    )  # fmt: skip
    changes = planning.add_session(typed, DAY)
    assert (changes.act, changes.topics) == (Act.SESSION_ADDED, {Topic.SESSIONS})
    saved = sessions.get(changes.made or 0)
    assert (saved.activity.title, saved.activity.languages) == ("Open ontmoeting", ("nl", "ar"))
    assert (saved.activity.team, saved.activity.partners, saved.day) == ((member,), (partner,), DAY)
    assert changes.undo
    undo(changes.undo)
    assert not tables.Session.select().exists()
    assert not tables.SessionMember.select().exists()


@pytest.mark.parametrize(("title", "reason"), [("   ", Reason.NAME_MISSING), ("a" * 10_000, Reason.TEXT_TOO_LONG)])
def test_a_title_that_cannot_be_is_refused(place: int, title: str, reason: Reason) -> None:
    assert refused(planning.add_session, activity(place, title=title), DAY) is reason
    assert not sessions.is_any()


def test_strange_titles_are_kept_as_they_are(place: int) -> None:
    for title in ("<b>Thee & taart</b>", "=1+1", "لقاء", "👩‍👧 samen"):
        made = planning.add_session(activity(place, title=title), DAY).made
        assert sessions.get(made or 0).activity.title == title


def test_a_session_of_an_unknown_place_is_refused(place: int) -> None:
    assert refused(planning.add_session, activity(place + 7), DAY) is Reason.NOT_FOUND


def test_a_session_from_a_voice_plans_the_voice_and_undo_takes_both_back(place: int) -> None:
    voice = voices.add(Voice(0, DAY, "een plek om te blijven hangen"))
    changes = planning.add_session(activity(place), DAY, [voice])
    assert Topic.VOICES in changes.topics
    assert sessions.get(changes.made or 0).voices == (voice,)
    assert voices.get(voice).state is VoiceState.PLANNED
    assert changes.undo
    undo(changes.undo)
    assert (voices.get(voice).state, voices.get(voice).sessions) == (VoiceState.HEARD, ())


def test_a_voice_that_was_done_stays_done(place: int) -> None:
    voice = voices.add(Voice(0, DAY, "nog eens", state=VoiceState.DONE))
    planning.add_session(activity(place), DAY, [voice])
    assert voices.get(voice).state is VoiceState.DONE


def test_a_change_writes_the_session_and_refuses_a_lost_update(place: int) -> None:
    session = sessions.get(make_session(place, title="Babbelcafé"))
    planning.change_session(session.id, session.version, activity(place, title="Babbelcafé: eten"), date(2026, 10, 28))
    assert (sessions.get(session.id).activity.title, sessions.get(session.id).day.day) == ("Babbelcafé: eten", 28)
    late = (session.id, session.version, activity(place, title="iets anders"), DAY)
    assert refused(planning.change_session, *late) is Reason.CHANGED_MEANWHILE
    assert sessions.get(session.id).activity.title == "Babbelcafé: eten"


def test_a_move_keeps_everything_else_and_is_undone(place: int) -> None:
    session = sessions.get(make_session(place, theme="slapen", team=(make_member(),)))
    changes = planning.move_session(session.id, session.version, date(2026, 10, 29), time(10, 30), time(13))
    moved = sessions.get(session.id)
    assert (moved.day, moved.activity.start, moved.activity.end) == (date(2026, 10, 29), time(10, 30), time(13))
    assert replace(moved.activity, start=time(9, 30), end=time(12)) == session.activity
    assert changes.facts == {"title": "Open ontmoeting", "day": date(2026, 10, 29), "start": time(10, 30)}
    assert changes.undo
    undo(changes.undo)
    assert sessions.get(session.id) == session


def test_a_session_moves_to_another_place(place: int) -> None:
    session, other = sessions.get(make_session(place)), make_place("Bonnevie")
    planning.move_session(session.id, session.version, DAY, time(9, 30), time(12), other)
    assert sessions.get(session.id).activity.place_id == other


def test_nothing_is_cancelled_without_a_reason(place: int) -> None:
    session = sessions.get(make_session(place))
    assert refused(planning.cancel_session, session.id, session.version, " \n ") is Reason.REASON_MISSING
    assert sessions.get(session.id).state is SessionState.PLANNED


def test_a_cancelled_session_keeps_its_reason_and_may_go_on_after_all(place: int) -> None:
    session = sessions.get(make_session(place))
    planning.cancel_session(session.id, session.version, "De spreker is ziek")
    cancelled = sessions.get(session.id)
    assert (cancelled.state, cancelled.reason) == (SessionState.CANCELLED, "De spreker is ziek")
    planning.reinstate_session(session.id, cancelled.version)
    again = sessions.get(session.id)
    assert (again.state, again.reason) == (SessionState.PLANNED, "")
    assert refused(planning.reinstate_session, session.id, again.version) is Reason.STATE_NOT_ALLOWED


def test_a_session_is_taken_away_with_all_its_links_and_comes_back(place: int) -> None:
    voice = voices.add(Voice(0, DAY, "meer boekjes"))
    made = planning.add_session(activity(place, team=(make_member(),), texts=(OwnText("nl", "Welkom"),)), DAY, [voice])
    session = sessions.get(made.made or 0)
    arrivals.tally(session.id, Tallied.CHILDREN, "12", 1)
    arrivals.tally(session.id, Tallied.CHILDREN, "12", -1)  # a counter at nought holds nobody
    changes = planning.remove_session(session.id, session.version)
    assert not sessions.is_any()
    assert changes.undo
    undo(changes.undo)
    assert sessions.get(session.id) == session


def test_a_session_where_a_voice_was_heard_is_not_taken_away(place: int) -> None:
    session = sessions.get(make_session(place))
    voices.add(Voice(0, DAY, "dank u", session_id=session.id))
    assert refused(planning.remove_session, session.id, session.version) is Reason.IN_USE


@pytest.mark.parametrize("how", ["visit", "tally"])
def test_where_people_were_registered_nothing_moves_but_the_words_may_change(place: int, how: str) -> None:
    session = sessions.get(make_session(place))
    if how == "visit":
        make_visit(session.id, None, NOW)
    else:
        arrivals.tally(session.id, Tallied.CHILDREN, "12", 1)
    args = (session.id, session.version)
    assert refused(planning.move_session, *args, DAY, time(10), time(12)) is Reason.SESSION_HAS_VISITS
    assert refused(planning.cancel_session, *args, "ziek") is Reason.SESSION_HAS_VISITS
    assert refused(planning.remove_session, *args) is Reason.SESSION_HAS_VISITS
    later = activity(place, end=time(13))
    assert refused(planning.change_session, *args, later, DAY) is Reason.SESSION_HAS_VISITS
    planning.change_session(*args, activity(place, theme="slapen"), DAY)
    assert sessions.get(session.id).activity.theme == "slapen"


def test_what_was_held_stays_as_it_was(place: int) -> None:
    held = make_session(place)
    closing.close_session(held, None, Closing(), NOW)
    args = (held, sessions.get(held).version)
    assert refused(planning.change_session, *args, activity(place), DAY) is Reason.SESSION_CLOSED
    assert refused(planning.move_session, *args, DAY, time(10), time(12)) is Reason.SESSION_CLOSED
    assert refused(planning.cancel_session, *args, "ziek") is Reason.SESSION_CLOSED
    assert refused(planning.remove_session, *args) is Reason.SESSION_CLOSED


# --- what the screen shows ---


def test_the_week_shows_one_place_and_hints_from_the_whole_house(place: int) -> None:
    bonnevie, nele = make_place("Bonnevie"), make_member("Nele")
    here = make_session(place, team=(nele,))
    make_session(bonnevie, start=time(11), end=time(13), team=(nele,))
    board = _week(date(2026, 10, 26), place)
    (shown,) = board.planned
    assert (shown.session.id, shown.place_name, [member.name for member in shown.team]) == (here, "Kuregem", ["Nele"])
    assert [clash.hint for clash in shown.clashes] == [Hint.MEMBER_ELSEWHERE, Hint.TOO_FEW_HOSTS]
    assert len(board.everywhere) == 2


def test_the_bands_of_a_week_name_whole_holidays_and_leave_out_what_is_off_for_all(place: int) -> None:
    week = _week(date(2026, 10, 26))
    assert [(one.calendar, one.first, one.last) for one in week.holidays] == [
        (DaysOff.FRENCH, date(2026, 10, 19), date(2026, 11, 1))
    ]
    assert [(off.day, off.name) for off in week.closed] == [(date(2026, 11, 1), "Allerheiligen")]
    armistice = _week(date(2026, 11, 9))
    assert armistice.holidays == ()
    assert [off.day for off in armistice.closed] == [date(2026, 11, 11)]


def test_what_does_not_go_on_or_was_held_gets_no_hints(place: int) -> None:
    make_session(place)
    cancelled = make_session(place)
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    board = _week(date(2026, 10, 26))
    assert [[clash.hint for clash in one.clashes] for one in board.planned] == [[Hint.TOO_FEW_HOSTS], []]


def test_the_list_finds_words_in_any_order_without_accents(place: int) -> None:
    make_session(place, title="Babbelcafé", theme="slapen", team=(make_member("Çağla"),))
    make_session(place, title="Open ontmoeting")
    board = timetable.list_board(DAY, DAY, Wanted(), "cagla babbelcafe kuregem", "nl")
    assert [one.session.activity.title for one in board.planned] == ["Babbelcafé"]
    assert board.all_in_period == 2
    assert timetable.list_board(DAY, DAY, Wanted(), "", "nl").all_in_period == 2


def test_the_details_of_a_session_tell_its_series_voice_and_what_remains(place: int) -> None:
    voice = voices.add(Voice(0, DAY, "een plek om te blijven hangen"))
    made = series.plan(activity(place), Repeats(AUTUMN, EVERYTHING), [voice]).made or 0
    first = sessions.of_series(made)[0]
    board = timetable.session_board(first.id, "nl")
    assert board.series is not None
    assert board.series.rule == AUTUMN
    assert board.coming == (date(2026, 11, 18), date(2026, 11, 25))
    assert [one.words for one in board.voices] == ["een plek om te blijven hangen"]
    assert not board.planned.is_protected
    make_visit(first.id, None, NOW)
    assert timetable.session_board(first.id, "nl").planned.is_protected


def test_the_form_offers_what_is_in_use_and_what_was_chosen_before(place: int) -> None:
    gone = make_member("Ousmane")
    session = make_session(place, team=(gone,))
    make_session(place, day=date(2026, 10, 20), title="Babbelcafé")
    newer = make_session(place, day=date(2026, 10, 27), title="Babbelcafé", theme="eten")
    tables.TeamMember.update(is_active=False).where(tables.TeamMember.id == gone).execute()
    make_member("Nele")
    assert [member.name for member in timetable.form_board(None, None).team] == ["Nele"]
    board = timetable.form_board(session, None)
    assert {member.name for member in board.team} == {"Nele", "Ousmane"}
    assert {one.id for one in board.templates} == {session, newer}
    assert ("coffee", "coffee") in board.expectations
    places.change(place, None, is_active=False)
    assert [one.id for one in timetable.form_board(session, None).places] == [place]
    assert timetable.form_board(None, None).places == ()


def _week(monday: date, place: int | None = None) -> timetable.HoursBoard:
    return timetable.hours_board(monday, monday + timedelta(days=6), DAY, Wanted(place), "nl")
