"""A plan that goes out as a file and comes back in: the same sessions, once; what is unclear says why."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl import load_workbook

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.goals import Goal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import calendar_files, changes, enrolments, plan_import
from meetingplace.services.changes import Topic
from meetingplace.services.plan_files import tables
from meetingplace.services.plan_files.comparing import Kind, Preview
from meetingplace.services.plan_files.handed_out import CalendarAsked
from meetingplace.services.plan_files.imported import Hint, Unclear
from meetingplace.services.plan_import import PlanFile
from meetingplace.storage import goals, partners, places, sessions
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


# --- names and numbers that mean nothing here ---

WHOLE = (*HEAD, "Status", "Reden", "Team", "Partners", "Doel", "Prijs", "Inloop of inschrijven", "Talen", "Capaciteit")


def row_of(**cells: object) -> bytes:
    """Write a sheet of one session, with other cells than the usual ones."""
    usual: dict[str, object] = dict.fromkeys(WHOLE, "") | {
        "Datum": "3/11/2026", "Start": "9:30", "Einde": "12:00", "Titel": "Open ontmoeting", "Plek": "Kuregem",
    }  # fmt: skip
    return sheet(WHOLE, tuple((usual | cells).values()))


def test_a_partner_or_goal_that_nobody_knows_keeps_its_row_out(place: int) -> None:
    partners.add(name="Bib; De Boeken")
    goals.add(Goal(0, "Vaders", 2025))  # of last year
    for cells, why, words in (
        ({"Partners": "Bib; De Boeken, Kind en Gezin"}, Unclear.NO_PARTNER, "Kind en Gezin"),
        ({"Doel": "Vaders"}, Unclear.NO_GOAL, "Vaders"),
        ({"Doel": "x" * 10_000}, Unclear.NO_GOAL, "x" * 60 + "…"),
        ({"Partners": "x," * 5_000}, Unclear.TOO_LONG, ""),
        ({"Status": "gaat niet door"}, Unclear.CANCELLED, ""),  # and no reason
        ({"Status": "gaat niet door", "Reden": "x" * 10_000}, Unclear.TOO_LONG, ""),
        ({"Capaciteit": 200_000}, Unclear.NUMBER, ""),
    ):
        found = preview("plan.xlsx", row_of(**cells))
        assert [(row.kind, row.why, row.words) for row in found.rows] == [(Kind.UNCLEAR, why, words)]
        with pytest.raises(Refused):
            plan_import.import_plan(PlanFile("plan.xlsx", row_of(**cells)), TODAY)
    assert told() == []


def test_the_goal_is_that_of_the_school_year_of_the_day(place: int) -> None:
    goals.add(Goal(0, "Vaders", 2025))
    this_year = goals.add(Goal(0, "Vaders", 2026))
    plan_import.import_plan(PlanFile("plan.xlsx", row_of(Doel="vaders")), TODAY)
    (made,) = sessions.between(*YEAR)
    assert made.activity.goal_id == this_year


def test_names_and_words_that_are_passed_over_are_said(place: int) -> None:
    samira = make_member("Samira")
    content = row_of(Team="Samira, Nora; Ali", Talen="Arabisch, Klingon", Prijs="vraag Nele", Capaciteit="veel")
    (found,) = preview("plan.xlsx", content).rows
    assert found.kind is Kind.NEW
    assert set(found.hints) == {
        Hint("team", "Nora, Ali"), Hint("languages", "Klingon"), Hint("price", "vraag Nele"), Hint("capacity", "veel"),
    }  # fmt: skip
    plan_import.import_plan(PlanFile("plan.xlsx", content), TODAY)
    (made,) = sessions.between(*YEAR)
    what = made.activity
    assert (what.team, what.languages, what.price_cents, what.capacity) == ((samira,), ("ar",), 0, 25)


def test_who_left_the_team_stays_where_they_were_and_comes_nowhere_new(place: int) -> None:
    gone = make_member("Samira", is_active=False)
    make_session(place, day=date(2026, 11, 3), title="Open ontmoeting", team=(gone,))
    there = preview("plan.xlsx", row_of(Team="Samira")).rows[0]
    assert (there.kind, there.hints) == (Kind.SAME, ())
    new = preview("plan.xlsx", row_of(Team="Samira", Datum="4/11/2026")).rows[0]
    assert (new.kind, new.hints) == (Kind.NEW, (Hint("team", "Samira"),))


@pytest.mark.parametrize(
    ("written", "cents"),
    [("2,50", 250), ("2.5", 250), ("€ 3", 300), ("1,05 euro", 105), ("gratis", 0), (2.5, 250), (0, 0), ("nan", None),
     ("-1", None), ("1e3", None), ("99999", None), (True, None)],
)  # fmt: skip
def test_a_price_is_read_as_people_write_it(place: int, written: object, cents: int | None) -> None:
    make_session(place, day=date(2026, 11, 3), title="Open ontmoeting", price_cents=700)
    (found,) = preview("plan.xlsx", row_of(Prijs=written)).rows
    assert found.activity is not None
    assert found.activity.price_cents == (700 if cents is None else cents)
    assert [hint.fact for hint in found.hints] == (["price"] if cents is None else [])


def test_a_session_that_the_file_calls_off_or_moves_is_to_be_told(place: int) -> None:
    session = make_session(place, day=date(2026, 11, 3), title="Open ontmoeting")
    off = row_of(Status="gaat niet door", Reden="ziek")
    assert preview("plan.xlsx", off).rows[0].changes == ("state", "reason")
    plan_import.import_plan(PlanFile("plan.xlsx", off), TODAY)
    found = sessions.get(session)
    assert (found.state, found.reason, found.was_day) == (SessionState.CANCELLED, "ziek", date(2026, 11, 3))
    plan_import.import_plan(PlanFile("plan.xlsx", row_of()), TODAY)
    assert (sessions.get(session).state, sessions.get(session).was_day) == (SessionState.PLANNED, None)
    plan_import.import_plan(PlanFile("plan.xlsx", row_of(Start="10:00")), TODAY)
    assert sessions.get(session).was_start == time(9, 30)


def test_who_waits_moves_up_when_the_file_makes_room(place: int) -> None:
    session = make_session(place, day=date(2026, 11, 3), title="Open ontmoeting", capacity=1, is_walk_in=False)
    for name in ("Lina", "Adam", "Noor"):
        enrolments.enrol(OnList(session_id=session), name, "", None, datetime(2026, 10, 1, 9))
    content = row_of(Capaciteit=2)
    assert preview("plan.xlsx", content).rows[0].changes == ("capacity",)
    done = plan_import.import_plan(PlanFile("plan.xlsx", content), TODAY)
    assert done.facts["moved_up"] == ("Adam",)
    assert Topic.ENROLMENTS in done.topics


# --- files that are too much, or of other programs ---


def test_a_small_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _mebibyte in range(201):
                part.write(b"0" * 1_000_000)
    assert len(buffer.getvalue()) < 2_000_000
    monkeypatch.setattr(openpyxl, "load_workbook", None)  # nobody opens it
    assert refused("plan.xlsx", buffer.getvalue()) is Reason.FILE_TOO_LONG


def test_fifty_thousand_rows_are_refused_and_nothing_is_half(place: int) -> None:
    rows = "\n".join(f"{1 + n % 28}/11/2026;9:00;10:00;x{n};Kuregem" for n in range(50_000))
    before = whole_house()
    assert refused("plan.csv", f"Datum;Start;Einde;Titel;Plek\n{rows}".encode()) is Reason.FILE_TOO_LONG
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True})
    page = book.add_worksheet()
    for at in range(50_000):
        page.write_row(at, 0, HEAD if at == 0 else ("3/11/2026", "9:00", "10:00", f"x{at}", "Kuregem"))
    book.close()
    assert refused("plan.xlsx", buffer.getvalue()) is Reason.FILE_TOO_LONG
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261103T090000\r\nSUMMARY:x\r\nEND:VEVENT\r\n" for n in range(5_001)
    )
    calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()
    assert refused("plan.ics", calendar) is Reason.FILE_TOO_LONG
    assert refused("plan.csv", b"x" * 10_000_001) is Reason.FILE_TOO_LONG
    assert whole_house() == before


def test_a_cell_at_the_far_end_of_a_sheet_makes_nobody_wait(place: int) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    page = book.add_worksheet()
    page.write_row(0, 0, HEAD)
    page.write_row(1, 0, ("3/11/2026", "9:00", "10:00", "Open ontmoeting", "Kuregem"))
    page.write(1_048_575, 16_383, "x")
    book.close()
    assert kinds(preview("plan.xlsx", buffer.getvalue())) == [Kind.NEW]


def test_an_event_that_repeats_every_second_is_there_once(place: int) -> None:
    never = EVENTS.replace("FREQ=WEEKLY;COUNT=3", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30").replace("\n", "\r\n")
    days = [row.row.day for row in preview("agenda.ics", never.encode()).rows if row.row.title == "Uit New York"]
    assert days == [date(2026, 10, 20)]


@pytest.mark.parametrize("name", ["plan.csv", "plan.xlsx", "plan.ics"])
def test_an_empty_file_says_what_it_lacks(place: int, name: str) -> None:
    assert refused(name, b"") in (Reason.HEADING_MISSING, Reason.TABLE_UNREADABLE, Reason.CALENDAR_UNREADABLE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("comma", [";", ",", "\t"])
def test_text_of_any_old_program_is_read(place: int, encoding: str, comma: str) -> None:
    text = "Date;Début;Fin;Titre;Lieu\r\n3/11/2026;9h30;12h;Été à Saint-Géry;Kuregem\r\n".replace(";", comma)
    (found,) = preview("plan.csv", text.encode(encoding)).rows
    assert (found.kind, found.row.title, found.row.start) == (Kind.NEW, "Été à Saint-Géry", time(9, 30))


def test_a_formula_goes_out_as_words_and_comes_back_as_they_were(place: int) -> None:
    titles = ["=1+1", "@SUM(A1)", "-2", "'=3", "+4", "'s Ochtends"]
    for at, title in enumerate(titles):
        make_session(place, day=date(2026, 11, 3 + at), title=title)
    content = tables.as_csv(tables.plan_rows(*YEAR, Wanted(), "nl"), "nl").decode("utf-8-sig")
    cells = [line.split(";")[4] for line in content.splitlines()[1:]]
    assert cells == ["'=1+1", "'@SUM(A1)", "'-2", "''=3", "'+4", "'s Ochtends"]
    assert [row.row.title for row in preview("plan.csv", content.encode()).rows] == titles


def test_the_zone_that_nobody_knows_is_said_with_its_row(place: int) -> None:
    strange = EVENTS.replace("America/New_York", "Mars/Phobos").replace("\n", "\r\n").encode()
    found = preview("agenda.ics", strange)
    told_of = {row.hints for row in found.rows if row.row.title.startswith("Uit New York")}
    assert told_of == {(Hint("zone", "Mars/Phobos"),)}
    assert [row.hints for row in found.rows if row.row.title == "Zwevend"] == [()]
    known = preview("agenda.ics", EVENTS.replace("\n", "\r\n").encode())
    assert not any(row.hints for row in known.rows)
