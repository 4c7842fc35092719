"""Paper lists over a real house: who is expected, in which order, and that a counting place keeps no names."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from meetingplace.documents.pictures import page_count
from meetingplace.domain.enrolments import OnList
from meetingplace.domain.families import Family
from meetingplace.domain.pictures import Picture
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sheet_code import code_of
from meetingplace.services import enrolments, sheets
from meetingplace.storage import families
from tests.documents import reading
from tests.makers import DAY, make_family, make_house, make_member, make_place, make_session, make_visit

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def place(house: None) -> int:
    """Make a house with a place."""
    make_house("Huis Kersenhof")
    return make_place("De Kers", postcode="1030", municipality="Schaarbeek", languages=("nl", "fr"))


def make_regular(place_id: int, nickname: str, *weeks_ago: int, **family: object) -> int:
    """Make a family that came to this place so many weeks ago."""
    family_id = make_family(nickname, **family)  # type: ignore[arg-type]
    for week in weeks_ago:
        day = DAY - timedelta(weeks=week)
        make_visit(make_session(place_id, day), family_id, datetime(day.year, day.month, day.day, 10))
    return family_id


def lines(pdf: bytes) -> list[str]:
    return [reading.tidy(line.text) for line in reading.lines(pdf)]


def test_the_first_name_sheet_lists_the_regulars_by_the_alphabet(place: int) -> None:
    make_regular(place, "Zon", 1, 2, born=[(2024, 4)], languages=("tr",))
    make_regular(place, "Élif", 1, born=[(2026, 1), (2022, 10)])
    make_regular(place, "Maan", 3)
    make_regular(place, "Lang geleden", 30)
    make_regular(make_place("Elders"), "Andere plek", 1)
    make_family("Nooit geweest")
    found = lines(sheets.name_sheet(make_session(place, title="Spelen"), "nl"))
    names = [line for line in found if line in ("Zon", "Élif", "Maan", "Lang geleden", "Andere plek", "Nooit geweest")]
    assert names == ["Élif", "Maan", "Zon"]
    # on 27 October 2026: April 2024 is 30 months, October 2022 four years, January 2026 nine months
    assert "2 j" in found
    assert "4 j · 9 m" in found
    assert {"Spelen", "namenlijst", "Türkçe"} <= set(found)
    assert "dinsdag 27 oktober 2026, 9.30 – 12 uur · De Kers, Schaarbeek" in found


def test_a_child_that_was_not_born_yet_has_no_age_on_an_older_sheet(place: int) -> None:
    make_regular(place, "Zon", 1, born=[(2026, 12)])
    assert "Zon" in lines(sheets.name_sheet(make_session(place), "nl"))


def test_blank_rows_stay_even_when_many_are_expected(place: int) -> None:
    for number in range(40):
        make_regular(place, f"Gezin {number:02}", 1 + number % 4)
    pdf = sheets.name_sheet(make_session(place), "fr")
    assert page_count(pdf) == 2
    assert len([line for line in lines(pdf) if line.startswith("Gezin")]) == 28  # 2 × 15 rows, two of them blank


def test_a_place_that_only_counts_gets_only_the_tally_sheet(house: None) -> None:
    make_house("Huis Kersenhof")
    session = make_session(make_place("Plein", level=Level.TALLY.value))
    with pytest.raises(Refused) as refused:
        sheets.name_sheet(session, "nl")
    assert (refused.value.reason, refused.value.facts) == (Reason.ONLY_TALLIES_HERE, {"place": "Plein"})
    assert page_count(sheets.tally_sheet(session, "nl")) == 1


def test_the_tally_sheet_has_the_languages_and_towns_of_the_house_and_no_names(place: int) -> None:
    make_regular(place, "Zon", 1, languages=("tr",))
    make_regular(place, "Maan", 1, languages=("tr", "ar"))
    for number in range(2):
        families.add(Family(0, f"Ster {number}", Picture("star", number), postcode="1080", municipality="Molenbeek"))
    session = make_session(place, title="Spelen", team=(make_member("Samira"),))
    found = lines(sheets.tally_sheet(session, "nl"))
    assert "Samira" in found
    assert not {"Zon", "Maan", "Ster 0"} & set(found)
    # most families first, then the languages of the place
    own = [line for line in found if line in ("Türkçe", "العربية", "Nederlands", "Français")]
    assert own == ["Türkçe", "العربية", "Nederlands", "Français"]
    assert [line for line in found if line in ("1080 Molenbeek", "1030 Schaarbeek")] == [
        "1080 Molenbeek",
        "1030 Schaarbeek",
    ]


@pytest.mark.parametrize(
    ("language", "kind"), [("nl", "turflijst"), ("fr", "feuille de comptage"), ("en", "tally sheet")]
)
def test_it_speaks_the_language_that_was_asked(place: int, language: str, kind: str) -> None:
    assert kind in lines(sheets.tally_sheet(make_session(place), language))


def test_marks_of_other_formats_and_other_scripts_are_written_as_they_are(place: int) -> None:
    for name in ("<b>Zon</b> & co", "=1+1", "شمس"):
        make_regular(place, name, 1)
    found = lines(sheets.name_sheet(make_session(place, title="<i>Spelen</i>"), "nl"))
    assert {"<b>Zon</b> & co", "=1+1", "شمس", "<i>Spelen</i>"} <= set(found)


def test_each_list_carries_the_code_of_its_session(place: int) -> None:
    session = make_session(place)
    code = code_of(session)
    assert code in lines(sheets.tally_sheet(session, "nl"))
    assert code in lines(sheets.name_sheet(session, "nl"))


def test_name_cards_are_of_who_is_expected(place: int) -> None:
    make_regular(place, "Zon", 1, 2)
    make_regular(place, "Lang geleden", 30)
    found = lines(sheets.name_cards(make_session(place), "nl"))
    assert "Zon" in found
    assert "Lang geleden" not in found
    atelier = make_session(place, title="Atelier", capacity=1, is_walk_in=False)
    for minute, name in enumerate(("Zoé", "Noor")):
        enrolments.enrol(OnList(session_id=atelier), name, "", None, datetime(2026, 10, 1, 9, minute))
    found = lines(sheets.name_cards(atelier, "nl"))
    assert "Zoé" in found
    assert "Noor" not in found  # waits


@pytest.mark.parametrize("make", [sheets.tally_sheet, sheets.name_sheet, sheets.name_cards])
def test_a_session_that_is_gone_is_refused(place: int, make: object) -> None:
    del place
    with pytest.raises(Refused) as refused:
        make(999, "nl")  # type: ignore[operator]
    assert refused.value.reason is Reason.NOT_FOUND


def test_the_first_name_sheet_of_a_session_with_enrolment_lists_who_is_enrolled_and_who_waits(place: int) -> None:
    make_regular(place, "Maan", 1)
    session = make_session(place, title="Atelier", capacity=2, is_walk_in=False)
    on, until = OnList(session_id=session), DAY
    for minute, name in enumerate(("Zoé", "ليلى", "Noor", "Max")):
        enrolments.enrol(on, name, "", until, datetime(2026, 10, 1, 9, minute))
    pdf = sheets.name_sheet(session, "nl")
    found = lines(pdf)
    assert [line for line in found if line in ("Zoé", "ليلى", "wachtlijst", "Noor", "Max", "Maan")] == [
        "Zoé",
        "ليلى",
        "wachtlijst",
        "Noor",
        "Max",
    ]
    assert page_count(pdf) == 1


def test_a_long_list_with_a_waiting_list_keeps_two_blank_rows_before_the_line(place: int) -> None:
    session = make_session(place, title="Atelier", capacity=12, is_walk_in=False)
    for minute in range(13):  # twelve names, two blank rows, the heading and one that waits: sixteen rows
        enrolments.enrol(OnList(session_id=session), "Lina", "", None, datetime(2026, 10, 1, 9, minute))
    assert page_count(sheets.name_sheet(session, "nl")) == 2
