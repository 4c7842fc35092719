"""A plan that goes out as a file and comes back in: the same sessions, once; what is unclear says why."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import calendar_files, changes, plan_import
from meetingplace.services.plan_files import tables
from meetingplace.services.plan_files.comparing import Kind, Preview
from meetingplace.services.plan_files.handed_out import CalendarAsked
from meetingplace.services.plan_files.imported import Unclear
from meetingplace.services.plan_import import PlanFile
from meetingplace.storage import places, sessions
from tests.makers import make_house, make_member, make_place, make_session, make_visit
from tests.snapshots import whole_house

TODAY = date(2026, 10, 1)
YEAR = (date(2026, 9, 1), date(2027, 8, 31))


@pytest.fixture
def place(house: None) -> int:
    make_house()
    return make_place("Kuregem", capacity=25)


def preview(name: str, content: bytes, place_id: int | None = None) -> Preview:
    return plan_import.preview_plan(PlanFile(name, content, place_id), TODAY)


def kinds(found: Preview) -> list[Kind]:
    return [row.kind for row in found.rows]


def whys(found: Preview) -> list[Unclear | None]:
    return [row.why for row in found.rows]


def refused(name: str, content: bytes) -> Reason:
    with pytest.raises(Refused) as refusal:
        preview(name, content)
    assert refusal.value.facts.get("file") == name
    return refusal.value.reason


def sheet(*rows: tuple[object, ...]) -> bytes:
    """Write a spreadsheet as a person has one: text, dates and hours as they were typed."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page, day, hour = (
        book.add_worksheet(),
        book.add_format({"num_format": "d/m/yy"}),
        book.add_format({"num_format": "h:mm"}),
    )
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, datetime | date):
                page.write_datetime(at, column, value, day)
            elif isinstance(value, time):
                page.write_datetime(at, column, value, hour)
            else:
                page.write(at, column, value)
    book.close()
    return buffer.getvalue()


def told() -> list[tuple[object, ...]]:
    return [
        (one.day, one.activity.start, one.activity.end, one.activity.title, places.get(one.activity.place_id).name,
         one.activity.theme, one.activity.functions, one.activity.languages, one.activity.from_months,
         one.activity.to_months, one.activity.capacity, one.state)
        for one in sessions.between(*YEAR)
    ]  # fmt: skip


def plan_something(place: int) -> None:
    other = make_place("Bonnevie; tuin, achter", capacity=10)
    samira = make_member("Samira")
    make_session(
        place, title="Babbelcafé & <b>taart</b>", theme="slapen", functions=(Function.COHESION, Function.ADVICE),
        languages=("nl", "ar"), team=(samira,), from_months=6, to_months=36, capacity=12,
    )  # fmt: skip
    make_session(other, day=date(2026, 11, 4), start=time(14), end=time(16, 15), title="=1+1")
    make_session(place, day=date(2027, 3, 30), title="أهلا 🎈 “thee”, en; meer")


# --- out and in again ---


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_table_that_goes_out_comes_back_as_the_same_plan(place: int, kind: str, language: str) -> None:
    plan_something(place)
    wanted = told()
    rows = tables.plan_rows(*YEAR, Wanted(), language)
    content = (tables.as_xlsx if kind == "xlsx" else tables.as_csv)(rows, language)
    assert set(kinds(preview(f"plan.{kind}", content))) == {Kind.SAME}
    for one in sessions.between(*YEAR):
        sessions.remove(one.id)
    found = preview(f"plan.{kind}", content)
    assert kinds(found) == [Kind.NEW] * 3
    done = plan_import.import_plan(PlanFile(f"plan.{kind}", content), TODAY)
    assert (done.facts["number"], done.facts["changed"]) == (3, 0)
    assert told() == wanted
    assert set(kinds(preview(f"plan.{kind}", content))) == {Kind.SAME}
    assert done.undo
    changes.undo(done.undo)
    assert told() == []


def test_a_calendar_that_goes_out_comes_back_as_the_same_plan(place: int) -> None:
    plan_something(place)
    wanted = [row[:5] for row in told()]
    content = calendar_files.calendar_file(CalendarAsked(*YEAR), datetime(2026, 10, 1, 9), "nl")
    assert set(kinds(preview("plan.ics", content))) == {Kind.SAME}
    for one in sessions.between(*YEAR):
        sessions.remove(one.id)
    assert kinds(preview("plan.ics", content, place)) == [Kind.NEW] * 3
    plan_import.import_plan(PlanFile("plan.ics", content, place), TODAY)
    back = [row[:5] for row in told()]
    assert [row[:3] for row in back] == [row[:3] for row in wanted]
    assert back[0][3] == "Babbelcafé & <b>taart</b>"


def test_a_spreadsheet_reads_words_as_words_and_days_as_days(place: int) -> None:
    plan_something(place)
    book = load_workbook(io.BytesIO(tables.as_xlsx(tables.plan_rows(*YEAR, Wanted(), "nl"), "nl")))
    cells = [list(row) for row in book.active.iter_rows()]
    assert [cell.value for cell in cells[0]][:6] == ["Nummer", "Datum", "Begin", "Einde", "Titel", "Plek"]
    wild = next(row for row in cells if row[4].value == "=1+1")
    assert wild[4].data_type == "s"
    assert wild[1].is_date
    assert book.active.freeze_panes == "A2"


# --- what people have ---


HEAD = ("Datum", "Start", "Einde", "Titel", "Plek")


def test_a_plan_of_a_person_is_read_under_its_heading(place: int) -> None:
    content = sheet(
        ("Planning najaar",),
        HEAD,
        (date(2026, 11, 3), time(9, 30), time(12), "Open ontmoeting", "kuregem"),
        ("4/11/2026", "14u", "16:15", "Voorlezen", "Kuregem"),
        ("morgen misschien", "9:00", "10:00", "Zonder dag", "Kuregem"),
        (date(2026, 11, 5), time(12), time(9), "Achterstevoren", "Kuregem"),
        (date(2026, 11, 6), time(9), time(10), "Elders", "Nergens"),
        (date(2026, 11, 7), time(9), time(10), "", "Kuregem"),
        (date(2026, 11, 3), time(9, 30), time(12), "open ontmoeting", "Kuregem"),
        (date(2026, 11, 8), time(9), time(10), "x" * 10_000, "Kuregem"),
        (date(2026, 11, 9), "", "", "Hele dag", "Kuregem"),
    )
    found = preview("plan.xlsx", content)
    assert whys(found) == [
        None, None, Unclear.NO_DATE, Unclear.END_BEFORE_START, Unclear.NO_PLACE, Unclear.NO_TITLE, Unclear.TWICE,
        Unclear.TOO_LONG, Unclear.NO_HOURS,
    ]  # fmt: skip
    made = plan_import.import_plan(PlanFile("plan.xlsx", content), TODAY, left_out=[2])
    assert (made.facts["number"], [one.activity.title for one in sessions.between(*YEAR)]) == (1, ["Open ontmoeting"])
    with_place = preview("plan.xlsx", content, place)
    assert whys(with_place)[4] is None  # a session of an unknown place comes where one says


def test_what_changed_is_said_and_what_happened_stays(place: int) -> None:
    first = make_session(place, day=date(2026, 11, 3), title="Open ontmoeting")
    held = make_session(place, day=date(2026, 11, 4), title="Gehouden")
    came = make_session(place, day=date(2026, 11, 5), title="Met bezoek")
    sessions.change(held, None, state=SessionState.HELD.value)
    make_visit(came, None, datetime(2026, 11, 5, 10))
    content = sheet(
        HEAD,
        (date(2026, 11, 3), time(10), time(12), "Open ontmoeting", "Kuregem"),
        (date(2026, 11, 4), time(10), time(12), "Gehouden", "Kuregem"),
        (date(2026, 11, 5), time(10), time(12), "Met bezoek", "Kuregem"),
    )
    found = preview("plan.xlsx", content)
    assert kinds(found) == [Kind.CHANGED, Kind.UNCLEAR, Kind.UNCLEAR]
    assert found.rows[0].changes == ("hours",)
    assert whys(found)[1:] == [Unclear.PROTECTED] * 2
    plan_import.import_plan(PlanFile("plan.xlsx", content), TODAY)
    assert sessions.get(first).activity.start == time(10)
    assert sessions.get(held).activity.start == sessions.get(came).activity.start == time(9, 30)


def test_what_the_file_says_goes_on_after_all_goes_on(place: int) -> None:
    session = make_session(place, day=date(2026, 11, 3), title="Open ontmoeting")
    sessions.change(session, None, state=SessionState.CANCELLED.value, reason="ziek")
    content = sheet(HEAD, (date(2026, 11, 3), time(9, 30), time(12), "Open ontmoeting", "Kuregem"))
    assert preview("plan.xlsx", content).rows[0].changes == ("state",)
    plan_import.import_plan(PlanFile("plan.xlsx", content), TODAY)
    assert (sessions.get(session).state, sessions.get(session).reason) == (SessionState.PLANNED, "")
    assert kinds(preview("plan.xlsx", content)) == [Kind.SAME]


EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:weekly
DTSTART;TZID=America/New_York:20261020T033000
DTEND;TZID=America/New_York:20261020T060000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=America/New_York:20261027T033000
SUMMARY:Uit New York
LOCATION:Kuregem\\, Kersenplein 3
END:VEVENT
BEGIN:VEVENT
UID:weekly
RECURRENCE-ID;TZID=America/New_York:20261103T033000
DTSTART;TZID=America/New_York:20261103T083000
DTEND;TZID=America/New_York:20261103T103000
SUMMARY:Uit New York\\, later
LOCATION:Kuregem
END:VEVENT
BEGIN:VEVENT
UID:floating
DTSTART:20261110T140000
DURATION:PT2H
SUMMARY:Zwevend
LOCATION:Kuregem
END:VEVENT
BEGIN:VEVENT
UID:day
DTSTART;VALUE=DATE:20261111
SUMMARY:Hele dag
LOCATION:Kuregem
END:VEVENT
BEGIN:VEVENT
UID:night
DTSTART:20261112T220000
DTEND:20261113T020000
SUMMARY:Over middernacht
LOCATION:Kuregem
END:VEVENT
BEGIN:VEVENT
UID:off
DTSTART:20261113T100000
DTEND:20261113T110000
STATUS:CANCELLED
SUMMARY:Afgelast
LOCATION:Kuregem
END:VEVENT
END:VCALENDAR
"""


def test_events_of_other_programs_are_written_out_by_the_clock_here(place: int) -> None:
    found = preview("agenda.ics", EVENTS.replace("\n", "\r\n").encode())
    assert [(row.row.title, row.row.day, row.row.start, row.row.end) for row in found.rows if row.kind is Kind.NEW] == [
        # half past three in New York: half past nine here, but for the week in which only Europe has winter time
        ("Uit New York", date(2026, 10, 20), time(9, 30), time(12)),
        ("Uit New York, later", date(2026, 11, 3), time(14, 30), time(16, 30)),
        ("Zwevend", date(2026, 11, 10), time(14), time(16)),
    ]
    assert [row.why for row in found.rows if row.why] == [Unclear.NO_HOURS, Unclear.NO_HOURS, Unclear.CANCELLED]


# --- what cannot be read ---


def test_broken_files_are_refused_in_words_and_nothing_is_half(place: int) -> None:
    before = whole_house()
    assert refused("plan.xlsx", b"PK\x03\x04 kapot") is Reason.TABLE_UNREADABLE
    assert refused("plan.xlsx", b"gewoon tekst") is Reason.TABLE_UNREADABLE
    assert refused("plan.csv", b"\x00\x01\x02") is Reason.TABLE_UNREADABLE
    assert refused("plan.csv", b"naam;leeftijd\nMaan;2\n") is Reason.HEADING_MISSING
    assert refused("plan.xlsx", sheet(("Naam", "Leeftijd"), ("Maan", 2))) is Reason.HEADING_MISSING
    assert refused("plan.ics", b"geen agenda") is Reason.CALENDAR_UNREADABLE
    assert refused("plan.ics", EVENTS.encode()[:300]) is Reason.CALENDAR_UNREADABLE
    rows = "\n".join(f"{number}/11/2026;9:00;10:00;x;Kuregem" for number in range(6_000))
    assert refused("plan.csv", f"Datum;Start;Einde;Titel;Plek\n{rows}".encode()) is Reason.FILE_TOO_LONG
    assert whole_house() == before


def test_a_file_of_another_kind_or_that_is_gone_is_refused(tmp_path: Path) -> None:
    for name, reason in (("plan.docx", Reason.CHOICE_UNKNOWN), ("weg.xlsx", Reason.FILE_MISSING)):
        with pytest.raises(Refused) as refusal:
            plan_import.open_plan(tmp_path / name)
        assert refusal.value.reason is reason


def test_a_zone_that_nobody_knows_is_read_as_it_stands_or_refused(place: int) -> None:
    strange = EVENTS.replace("America/New_York", "Mars/Phobos").replace("\n", "\r\n").encode()
    found = preview("agenda.ics", strange)
    assert found.rows[0].row.start == time(3, 30)


def test_nothing_to_do_is_said(place: int) -> None:
    with pytest.raises(Refused) as refusal:
        plan_import.import_plan(PlanFile("plan.xlsx", sheet(HEAD)), TODAY)
    assert refusal.value.reason is Reason.NO_DATES
