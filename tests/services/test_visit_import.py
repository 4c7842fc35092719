"""Visits that come in as a table: what is new, known and unclear; whole or not at all."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from meetingplace.domain.families import HowHeard, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import SessionState
from meetingplace.domain.sheet_code import code_of
from meetingplace.i18n import refusals
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import arrivals, visit_import
from meetingplace.services.visit_import import Kind, VisitFile, VisitRow
from meetingplace.storage import families, sessions, visits
from tests.makers import DAY, make_family, make_place, make_session

TODAY = date(2026, 11, 3)
HEAD = "Datum;Plek;Bijnaam;Kinderen;Volwassenen;Talen;Hoe gehoord;Weg om\n"


@pytest.fixture
def place(house: None) -> int:
    return make_place("De Kers")


@pytest.fixture
def session(place: int) -> int:
    return make_session(place, title="Spelen")


def csv(*rows: str, head: str = HEAD) -> VisitFile:
    return VisitFile("oud.csv", (head + "\n".join(rows)).encode())


def preview(file: VisitFile) -> list[VisitRow]:
    return list(visit_import.preview_visits(file, TODAY, "en").rows)


def sentence(refused: Refused) -> str:
    return refusals.sentence(translator("app", "en"), refused, Formats("en"))


def unclear(row: str, head: str = HEAD) -> str:
    (one,) = preview(csv(row, head=head))
    assert one.kind is Kind.UNCLEAR
    assert one.why
    return sentence(one.why)


def test_rows_are_new_known_or_here_already(place: int, session: int) -> None:
    make_family("Zon")
    maan = make_family("Maan", picture=Picture("owl", 1))
    arrivals.check_in(session, maan, datetime(2026, 10, 27, 9, 40))
    rows = preview(csv("27/10/2026;De Kers;zon;;;;;", "", "27.10;de kers;Nieuw;3 8m;mama,papa;ar,tur;school;11u15",
                       "27/10/2026;De Kers;Maan;5;;;;", "27/10/2026;De Kers;;?;oma of opa;;;"))  # fmt: skip
    assert [(row.number, row.kind) for row in rows] == [
        (2, Kind.KNOWN), (4, Kind.NEW), (5, Kind.HERE), (6, Kind.KNOWN),
    ]  # fmt: skip
    new = rows[1].row
    assert (new.ages, new.adults, new.languages) == ((36, 8), (Relation.MOTHER, Relation.FATHER), ("ar", "tr"))
    assert (new.how_heard, new.left) == (HowHeard.SCHOOL, time(11, 15))


def test_a_file_is_taken_over_and_who_was_here_stays(place: int, session: int) -> None:
    zon = make_family("Zon")
    file = csv(
        "27/10/2026;De Kers;Zon;8m;papa;;;", "27/10/2026;De Kers;Nieuw;2;mama;ar;;", "27/10/2026;De Kers;;?;oma;;;"
    )
    changes = visit_import.import_visits(file, TODAY, "en")
    assert changes.facts == {"file": "oud.csv", "number": 3}
    came = visits.of_session(session)
    assert [visit.family_id is not None for visit in came] == [True, True, False]
    assert came[0].family_id == zon
    assert {visit.arrived for visit in came} == {datetime(2026, 10, 27, 9, 30)}
    again = visit_import.import_visits(csv("27/10/2026;De Kers;Zon;8m;papa;;;"), TODAY, "en")
    assert (again.facts["number"], again.undo) == (0, None)
    assert len(visits.of_session(session)) == 3


def test_a_new_family_at_several_sessions_is_one_family(place: int, session: int) -> None:
    later = make_session(place, date(2026, 10, 28))
    file = csv("27/10/2026;De Kers;Nieuw;8m;mama;;;", "28/10/2026;De Kers;NIEUW;8m;mama;;;")
    visit_import.import_visits(file, TODAY, "en")
    assert families.number() == 1
    assert visits.of_session(session)[0].family_id == visits.of_session(later)[0].family_id


def test_a_session_may_be_named_by_the_code_of_its_paper(session: int) -> None:
    head = "code,nickname,children,adults,arrived,group\n"
    file = csv(f"{code_of(session)},Zon,8m,mother,10:05,", f"{code_of(session)},,3,carer,,Kinderdagverblijf", head=head)
    visit_import.import_visits(file, TODAY, "en")
    zon, group = visits.of_session(session)[::-1] if visits.of_session(session)[0].group else visits.of_session(session)
    assert zon.arrived == datetime(2026, 10, 27, 10, 5)
    assert (group.group, group.family_id, group.adults) == ("Kinderdagverblijf", None, (Relation.CARER,))


def test_a_spreadsheet_with_real_dates_and_hours_is_read_too(place: int, session: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Visites d’octobre"])
    sheet.append(["Date", "Lieu", "Surnom", "Enfants", "Adultes", "Partis à"])
    sheet.append([DAY, "De Kers", "Zon", 3, "maman", time(11, 30)])
    held = io.BytesIO()
    book.save(held)
    (row,) = preview(VisitFile("oud.xlsx", held.getvalue()))
    assert (row.number, row.kind, row.row.ages, row.row.left) == (3, Kind.NEW, (36,), time(11, 30))


def test_one_unclear_row_and_nothing_is_read(place: int, session: int) -> None:
    file = csv("27/10/2026;De Kers;Zon;8m;mama;;;", "31/02/2026;De Kers;Maan;2;mama;;;")
    with pytest.raises(Refused) as refused:
        visit_import.import_visits(file, TODAY, "en")
    says = sentence(refused.value)
    assert says == "Row 3: “31/02/2026” is not a date. Type it like 25/11/2026. Nothing was read."
    assert visits.of_session(session) == []
    assert families.number() == 0


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("gisteren;De Kers;Zon;2;mama;;;", "“gisteren” is not a date"),
        ("28/10/2026;De Kers;Zon;2;mama;;;", "There is no session on Wednesday 28 October at De Kers."),
        ("27/10/2026;Nergens;Zon;2;mama;;;", "“Nergens” is not one of these: De Kers."),
        ("27/10/2026;De Kers;Zon;=1+1;mama;;;", "“=1+1” is not a number that fits here."),
        ("27/10/2026;De Kers;Zon;2;tante;;;", "“tante” is not one of these: mum,"),
        ("27/10/2026;De Kers;Zon;2;mama;klingon;;", "does not know the language “klingon”"),
        ("27/10/2026;De Kers;Zon;2;mama;;maan;", "“maan” is not one of these: friend or neighbour"),
        ("27/10/2026;De Kers;Zon;2;mama;;;26u", "“26u” is not an hour."),
        ("27/10/2026;De Kers;Zon;;;;;", "Nobody is ticked."),
        ("27/10/2026;De Kers;" + "x" * 10_000 + ";2;mama;;;", "This text is too long."),
    ],
)
def test_what_is_unclear_says_why(session: int, row: str, says: str) -> None:
    assert says in unclear(row)


def test_rows_that_stand_twice_and_names_that_two_families_have_are_unclear(place: int, session: int) -> None:
    _first, second = preview(csv("27/10/2026;De Kers;Zon;2;mama;;;", "27/10/2026;De Kers;ZON;2;papa;;;"))
    assert second.why
    assert sentence(second.why) == "The same family stands at this session in row 2 already."
    make_family("Ster")
    make_family("ster", picture=Picture("owl", 1))
    assert "already used" in unclear("27/10/2026;De Kers;Ster;2;mama;;;")


def test_of_several_sessions_on_a_day_the_hour_tells_which(place: int, session: int) -> None:
    noon = make_session(place, start=time(14), end=time(16))
    assert "several sessions at De Kers. Say when it began: 09:30 and 14:00." in unclear(
        "27/10/2026;De Kers;Zon;2;mama;;;"
    )
    head = "date;place;start;nickname;children\n"
    (row,) = preview(csv("2026-10-27;De Kers;14:00;Zon;2", head=head))
    assert row.session
    assert row.session.id == noon


def test_closed_sessions_and_places_that_only_count_take_none(place: int, session: int) -> None:
    sessions.change(session, None, state=SessionState.HELD.value)
    assert "This session is closed." in unclear("27/10/2026;De Kers;Zon;2;mama;;;")
    make_session(make_place("Plein", level=Level.TALLY.value))
    assert "only counted" in unclear("27/10/2026;Plein;Zon;2;mama;;;")


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("Datum;Bijnaam;Kinderen\n", "Place"),
        ("Datum;Plek;Kinderen\n", "Nickname"),
        ("Bijnaam;Kinderen\n", "Date and Place"),
        ("Code;Bijnaam\n", "Children"),
        ("iets;anders\n", "Date, Place, Nickname and Children"),
    ],
)
def test_a_column_that_is_missing_is_named(session: int, head: str, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        preview(csv("x;y;z", head=head))
    assert sentence(refused.value) == f"oud.csv has no column for: {missing}. Nothing was read."


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (VisitFile("oud.xlsx", b"no spreadsheet"), Reason.TABLE_UNREADABLE),
        (VisitFile("oud.csv", b"\x00\x01"), Reason.TABLE_UNREADABLE),
        (VisitFile("oud.csv", b"x" * 10_000_001), Reason.FILE_TOO_LONG),
    ],
)
def test_a_file_that_is_no_table_is_refused(house: None, file: VisitFile, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        preview(file)
    assert refused.value.reason is reason
    assert refused.value.facts["file"] == file.name
