"""Calendar files: lasting names, numbers that only grow, cancellations as such, hours that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar, Event

from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import calendar_files, changes, planning, series
from meetingplace.services.plan_files.cells import csv_cell, plain_words
from meetingplace.services.plan_files.comparing import Kind
from meetingplace.services.plan_files.handed_out import CalendarAsked
from meetingplace.services.plan_import import PlanFile, import_plan, preview_plan
from meetingplace.services.series import Repeats
from meetingplace.storage import published, sessions, team
from tests.makers import make_member, make_place, make_session

NOW = datetime(2026, 9, 1, 12)
YEAR = (date(2026, 9, 1), date(2027, 8, 31))


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem", address="Kersenplein 3")


def written(now: datetime = NOW, **asked: Any) -> str:
    return calendar_files.calendar_file(CalendarAsked(*YEAR, **asked), now, "nl").decode()


def read(**asked: Any) -> list[Event]:
    return list(Calendar.from_ical(written(**asked)).walk("VEVENT"))


def only(**asked: Any) -> Event:
    (event,) = read(**asked)
    return event


# --- what is told ---


def test_a_weekly_series_stays_at_half_past_nine_when_the_clock_changes(place: int) -> None:
    # the clock goes back on Sunday 25 October 2026 and forward on Sunday 28 March 2027
    rule = Weekly((1,), date(2026, 10, 20), date(2027, 3, 30))
    made = series.plan(Activity("Open ontmoeting", place, time(9, 30), time(12)), Repeats(rule)).made or 0
    found = sessions.of_series(made)
    moved = found[3]
    planning.move_session(moved.id, moved.version, date(2026, 11, 12), time(14), time(16))
    text = written()
    events = {event.start.date(): event for event in Calendar.from_ical(text).walk("VEVENT")}
    utc = {day: events[day].start.astimezone(UTC).time() for day in (date(2026, 10, 20), date(2026, 10, 27))}
    assert utc == {date(2026, 10, 20): time(7, 30), date(2026, 10, 27): time(8, 30)}  # UTC+2, then UTC+1
    spring = {day: events[day].start.astimezone(UTC).time() for day in (date(2027, 3, 23), date(2027, 3, 30))}
    assert spring == {date(2027, 3, 23): time(8, 30), date(2027, 3, 30): time(7, 30)}
    # and as another program expands the file
    expanded = recurring_ical_events.of(Calendar.from_ical(text)).between(date(2026, 10, 1), date(2027, 4, 30))
    told = sorted(event.start.replace(tzinfo=None) for event in expanded)
    assert told == sorted(one.begins for one in sessions.of_series(made))


def test_the_file_names_the_zone_and_brings_its_rules(place: int) -> None:
    make_session(place)
    text = written()
    assert "DTSTART;TZID=Europe/Brussels:20261027T093000" in text
    assert "BEGIN:VTIMEZONE" in text
    assert "DTSTAMP:20260901T100000Z" in text  # noon in summer


def test_an_event_tells_what_a_colleague_wants_to_know(place: int) -> None:
    hosts = (make_member("Samira"), make_member("Nele"))
    make_session(
        place, title="Thee, taart & <b>praat</b>; أهلا 🎈", theme="slapen", functions=(Function.COHESION,),
        languages=("nl", "ar"), team=hosts, to_months=36,
    )  # fmt: skip
    event = only()
    assert str(event["summary"]) == "Thee, taart & <b>praat</b>; أهلا 🎈"
    assert str(event["location"]) == "Kuregem, Kersenplein 3"
    assert str(event["status"]) == "CONFIRMED"
    assert [str(name) for name in event["categories"].cats] == ["Samenhang"]
    about = str(event["description"]).splitlines()
    assert "Samira en Nele" in about[-1]
    assert any("slapen" in line for line in about)
    assert any("Samenhang" in line for line in about)


def test_a_title_with_lines_of_its_own_makes_no_second_event(place: int) -> None:
    make_session(place, title="Thee\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Vals\r\nATTACH:file:///x")
    event = only()
    assert "ATTACH" not in event
    assert "END:VEVENT" in event["summary"]


def test_only_what_is_asked_goes_out(place: int) -> None:
    samira, other = make_member("Samira"), make_place("Bonnevie")
    rule = Weekly((1,), date(2026, 11, 3), date(2026, 11, 17))
    made = series.plan(Activity("Reeks", other, time(9), time(11)), Repeats(rule)).made
    make_session(place, title="Van Samira", team=(samira,))
    assert {str(event["summary"]) for event in read(wanted=Wanted(place))} == {"Van Samira"}
    assert {str(event["summary"]) for event in read(wanted=Wanted(member_id=samira))} == {"Van Samira"}
    assert len(read(series_id=made)) == 3
    with pytest.raises(Refused) as refused:
        calendar_files.calendar_file(CalendarAsked(date(2027, 1, 2), date(2027, 1, 1)), NOW, "nl")
    assert refused.value.reason is Reason.END_BEFORE_START


# --- what is told again ---


def test_the_name_lasts_and_the_number_grows_when_something_changed(place: int) -> None:
    session = make_session(place)
    first = only()
    again = only()
    assert (again["uid"], again["sequence"]) == (first["uid"], first["sequence"]) == (first["uid"], 0)
    moved = planning.move_session(session, sessions.get(session).version, date(2026, 10, 28), time(10), time(12))
    second = only()
    assert (second["uid"], second["sequence"], second.start.hour) == (first["uid"], 1, 10)
    assert moved.undo
    changes.undo(moved.undo)  # what was handed out stays handed out: the number grows again, it never goes back
    third = only()
    assert (third["uid"], third["sequence"], third.start.hour) == (first["uid"], 2, 9)


def test_what_does_not_go_on_is_cancelled_and_what_was_taken_away_too(place: int) -> None:
    stays, goes = make_session(place, title="Blijft"), make_session(place, title="Weg", start=time(14), end=time(16))
    uids = {str(event["summary"]): str(event["uid"]) for event in read()}
    planning.cancel_session(stays, sessions.get(stays).version, "ziek")
    removal = planning.remove_session(goes, sessions.get(goes).version)
    told = {str(event["summary"]): event for event in read()}
    assert {name: (str(event["status"]), event["sequence"], str(event["uid"])) for name, event in told.items()} == {
        "Blijft": ("CANCELLED", 1, uids["Blijft"]),
        "Weg": ("CANCELLED", 1, uids["Weg"]),
    }
    assert "ziek" in str(told["Blijft"]["description"])
    assert [event["sequence"] for event in read()] == [1, 1]  # told once is told
    assert removal.undo
    changes.undo(removal.undo)
    back = {str(event["summary"]): event for event in read()}["Weg"]
    assert (str(back["status"]), str(back["uid"]), back["sequence"]) == ("CONFIRMED", uids["Weg"], 2)


def test_undoing_what_was_handed_out_leaves_a_cancellation(place: int) -> None:
    made = planning.add_session(Activity("Nieuw", place, time(9), time(11)), date(2026, 11, 3))
    only()
    assert made.undo
    changes.undo(made.undo)
    assert str(only()["status"]) == "CANCELLED"


def test_a_number_that_is_used_again_is_another_event(place: int) -> None:
    first = make_session(place, title="Eerst")
    uid = str(only()["uid"])
    planning.remove_session(first, sessions.get(first).version)
    make_session(place, title="Tweede")
    told = {str(event["summary"]): str(event["uid"]) for event in read()}
    assert told["Eerst"] == uid
    assert told["Tweede"] != uid


def gone_from(**asked: Any) -> dict[str, tuple[str, int]]:
    return {str(event["summary"]): (str(event["status"]), event["sequence"]) for event in read(**asked)}


def test_whoever_was_told_of_a_session_is_told_that_it_was_taken_away(place: int) -> None:
    samira, nele = make_member("Samira"), make_member("Nele")
    rule = Weekly((1,), date(2026, 11, 3), date(2026, 11, 17))
    activity = Activity("Reeks", place, time(9), time(11), team=(samira,), theme="slapen", functions=(Function.ADVICE,))
    made = series.plan(activity, Repeats(rule)).made or 0
    read()  # the whole house is told; nobody was told by a file of their own yet
    first = sessions.of_series(made)[0]
    planning.remove_session(first.id, first.version)
    told_to: list[dict[str, Any]] = [
        {"series_id": made}, {"wanted": Wanted(member_id=samira)}, {"wanted": Wanted(theme="slapen")},
        {"wanted": Wanted(place, function=Function.ADVICE, months=12)}, {},
    ]  # fmt: skip
    for asked in told_to:
        events = {event.start.date(): (str(event["status"]), event["sequence"]) for event in read(**asked)}
        assert events[date(2026, 11, 3)] == ("CANCELLED", 1)
        assert len(events) == 3
    for asked in ({"series_id": made + 1}, {"wanted": Wanted(member_id=nele)}, {"wanted": Wanted(theme="eten")}):
        assert read(**asked) == []


def test_a_session_that_moved_out_of_the_period_is_told_where_it_stands_now(place: int) -> None:
    session = make_session(place, day=date(2026, 11, 3))

    def november() -> list[Event]:
        asked = CalendarAsked(date(2026, 11, 1), date(2026, 11, 30))
        return list(Calendar.from_ical(calendar_files.calendar_file(asked, NOW, "nl")).walk("VEVENT"))

    (first,) = november()
    planning.move_session(session, sessions.get(session).version, date(2026, 12, 8), time(14), time(16))
    read()  # that the whole year was told meanwhile takes nothing away
    (moved,) = november()
    assert (moved["uid"], moved["sequence"]) == (first["uid"], 1)
    assert (moved.start.date(), str(moved["status"])) == (date(2026, 12, 8), "CONFIRMED")
    planning.remove_session(session, sessions.get(session).version)
    (gone,) = november()
    assert (gone["uid"], gone["sequence"], str(gone["status"])) == (first["uid"], 2, "CANCELLED")


def test_a_session_that_moved_to_another_place_is_told_to_who_had_it_at_the_old_one(place: int) -> None:
    other = make_place("Bonnevie")
    session = make_session(place)
    (first,) = read(wanted=Wanted(place))
    planning.move_session(session, sessions.get(session).version, date(2026, 10, 27), time(9, 30), time(12), other)
    for asked in (Wanted(place), Wanted(other)):
        (told,) = read(wanted=asked)
        assert (told["uid"], told["sequence"], str(told["location"])) == (first["uid"], 1, "Bonnevie")
        assert str(told["status"]) == "CONFIRMED"


def test_who_is_taken_off_the_team_has_it_cancelled_and_nobody_else(place: int) -> None:
    samira, nele = make_member("Samira"), make_member("Nele")
    session = make_session(place, title="Samen", team=(samira, nele))
    read(wanted=Wanted(member_id=samira))
    found = sessions.get(session)
    planning.change_session(session, found.version, replace(found.activity, team=(nele,)), found.day)
    assert gone_from(wanted=Wanted(member_id=nele)) == gone_from() == {"Samen": ("CONFIRMED", 1)}
    assert gone_from(wanted=Wanted(member_id=samira)) == {"Samen": ("CANCELLED", 1)}
    back = written(wanted=Wanted(member_id=samira)).encode()
    assert [row.kind for row in preview_plan(PlanFile("samira.ics", back), NOW.date()).rows] == [Kind.SAME]
    found = sessions.get(session)
    planning.change_session(session, found.version, replace(found.activity, team=(samira, nele)), found.day)
    assert gone_from(wanted=Wanted(member_id=samira)) == {"Samen": ("CONFIRMED", 2)}


def test_a_new_name_is_told_and_none_is_kept_in_what_was_told(place: int) -> None:
    member = make_member("Samira")
    session = make_session(place, team=(member,))
    read()
    team.change(member, None, name="Samira B.")
    event = only()
    assert event["sequence"] == 1
    assert "Samira B." in str(event["description"])
    assert "Samira" not in published.of_sessions([session])[session].told


def test_what_an_older_version_noted_is_told_anew_with_a_higher_number(place: int) -> None:
    session = make_session(place)
    uid = str(only()["uid"])
    (told,) = published.of_sessions([session]).values()
    for mark in ("0123456789abcdef" * 2, "1" * 32, "taken away"):
        published.change(told.id, told=mark)
        assert str(only()["uid"]) == uid
    assert only()["sequence"] == 3


# --- what comes back ---


def test_our_own_file_comes_back_with_its_names_and_a_second_time_without_news(place: int) -> None:
    session = make_session(place, title="Open ontmoeting")
    first = only()
    theirs = written().replace("T093000", "T100000").replace("SEQUENCE:0", "SEQUENCE:1").encode()
    assert [row.changes for row in preview_plan(PlanFile("plan.ics", theirs), NOW.date()).rows] == [("hours",)]
    import_plan(PlanFile("plan.ics", theirs), NOW.date())
    assert sessions.get(session).activity.start == time(10)
    assert [row.kind for row in preview_plan(PlanFile("plan.ics", theirs), NOW.date()).rows] == [Kind.SAME]
    again = only()
    assert (again["uid"], again["sequence"], again.start.time()) == (first["uid"], 1, time(10))


def test_the_facts_of_a_session_are_local_and_without_offset(place: int) -> None:
    session = sessions.get(make_session(place, languages=("nl", "ar")))
    facts = calendar_files.session_facts(session, "Kuregem")
    assert (facts["id"], facts["start"], facts["end"]) == (str(session.id), "2026-10-27T09:30", "2026-10-27T12:00")
    assert (facts["state"], facts["ages"], facts["languages"]) == (SessionState.PLANNED.value, [0, 72], ["nl", "ar"])


@pytest.mark.parametrize("wild", ["=1+1", "+32", "-1", "@a", "\tx", "\nx", "'=1+1", "''@a"])
def test_no_cell_is_a_formula_and_its_words_come_back(wild: str) -> None:
    assert csv_cell(wild) == "'" + wild
    assert plain_words(csv_cell(wild)) == wild


@pytest.mark.parametrize("words", ["1+1", "'s morgens", "'t Kersenhuis", ""])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert csv_cell(words) == plain_words(words) == words
