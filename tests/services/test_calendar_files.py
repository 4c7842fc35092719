"""Files that other programs read: local hours stay where they are when the clock changes; nothing becomes a formula."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar, Event

from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity, SessionState
from meetingplace.services import calendar_files, series
from meetingplace.services.series import Repeats
from meetingplace.storage import sessions
from tests.makers import make_place, make_session

NOW = datetime(2026, 9, 1, 12)


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem", address="Kersenplein 3")


def read(place_lines: dict[int, str], *found: object) -> list[Event]:
    written = calendar_files.icalendar(found, place_lines, NOW)  # type: ignore[arg-type]
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_a_weekly_series_stays_at_half_past_nine_when_the_clock_changes(place: int) -> None:
    # the clock goes back on Sunday 25 October 2026 and forward on Sunday 28 March 2027
    rule = Weekly((1,), date(2026, 10, 20), date(2027, 3, 30))
    made = series.plan(Activity("Open ontmoeting", place, time(9, 30), time(12)), Repeats(rule)).made or 0
    found = sessions.of_series(made)
    assert {session.activity.start for session in found} == {time(9, 30)}
    events = {event.start.date(): event for event in read({place: "Kuregem"}, *found)}
    utc = {day: events[day].start.astimezone(UTC).time() for day in (date(2026, 10, 20), date(2026, 10, 27))}
    assert utc == {date(2026, 10, 20): time(7, 30), date(2026, 10, 27): time(8, 30)}  # UTC+2, then UTC+1
    spring = {day: events[day].start.astimezone(UTC).time() for day in (date(2027, 3, 23), date(2027, 3, 30))}
    assert spring == {date(2027, 3, 23): time(8, 30), date(2027, 3, 30): time(7, 30)}
    assert {(event.start.hour, event.start.minute, event.end.hour) for event in events.values()} == {(9, 30, 12)}


def test_the_file_names_the_zone_and_brings_its_rules(place: int) -> None:
    written = calendar_files.icalendar([sessions.get(make_session(place))], {place: "Kuregem"}, NOW).decode()
    assert "DTSTART;TZID=Europe/Brussels:20261027T093000" in written
    assert "BEGIN:VTIMEZONE" in written
    assert "DTSTAMP:20260901T100000Z" in written  # noon in summer


def test_an_event_has_a_lasting_name_its_place_and_says_that_it_does_not_go_on(place: int) -> None:
    on, off = make_session(place), make_session(place, title="Thee, taart & <b>praat</b>; أهلا")
    sessions.change(off, None, state=SessionState.CANCELLED.value, reason="ziek")
    going, cancelled = read({place: "Kuregem, Kersenplein 3"}, sessions.get(on), sessions.get(off))
    assert going["uid"] == f"session-{on}@meetingplace.invalid"
    assert (going["location"], going["status"]) == ("Kuregem, Kersenplein 3", "CONFIRMED")
    assert (cancelled["summary"], cancelled["status"]) == ("Thee, taart & <b>praat</b>; أهلا", "CANCELLED")


def test_a_title_with_lines_of_its_own_makes_no_second_event(place: int) -> None:
    made = make_session(place, title="Thee\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Vals\r\nATTACH:file:///x")
    (event,) = read({place: "Kuregem\nATTENDEE:mailto:a@b"}, sessions.get(made))
    assert "ATTACH" not in event
    assert "ATTENDEE" not in event
    assert "END:VEVENT" in event["summary"]


def test_the_facts_of_a_session_are_local_and_without_offset(place: int) -> None:
    session = sessions.get(make_session(place, languages=("nl", "ar")))
    facts = calendar_files.session_facts(session, "Kuregem")
    assert facts == {
        "id": str(session.id),
        "series": None,
        "title": "Open ontmoeting",
        "place": "Kuregem",
        "start": "2026-10-27T09:30",
        "end": "2026-10-27T12:00",
        "state": "planned",
        "reason": "",
        "functions": [],
        "ages": [0, 72],
        "languages": ["nl", "ar"],
    }


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+32", "'+32"),
        ("-", "'-"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\r=1+1", "'\r=1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("a=b", "a=b"),
        (None, ""),
        (["nl", "ar"], "nl ar"),
        (3, "3"),
    ],
)
def test_no_cell_becomes_a_formula(value: object, cell: str) -> None:
    assert calendar_files.csv_cell(value) == cell
