"""Plans on paper over a real house: which sessions, days off and hours stand on them, by filter and period."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from meetingplace.documents.pictures import page_count
from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function
from meetingplace.domain.wanted import Wanted
from meetingplace.services import plan_sheets
from meetingplace.services.plan_sheets import LONGEST, PlanAsked, PlanKind, PlanPaper
from meetingplace.storage import days_off as kept, sessions
from tests.documents import reading
from tests.makers import DAY, make_house, make_member, make_place, make_session

pytestmark = pytest.mark.usefixtures("qapp")
TODAY = date(2026, 11, 25)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def places(house: None) -> tuple[int, int]:
    """Make a house with two places."""
    make_house("Huis Kersenhof", mood="park")
    return make_place("De Kers", municipality="Schaarbeek"), make_place("Kuregem")


def said(kind: PlanKind, first: date = OCTOBER[0], last: date = OCTOBER[1], **asked: Any) -> list[str]:
    pdf = plan_sheets.plan_sheet(PlanAsked(kind, first, last, **asked), TODAY)
    return [reading.tidy(line.text) for line in reading.lines(pdf)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PlanKind.MONTH, (date(2026, 10, 1), date(2026, 10, 31))),
        (PlanKind.WEEK, (date(2026, 10, 26), date(2026, 11, 1))),
        (PlanKind.YEAR, (date(2026, 9, 1), date(2027, 8, 31))),
        (PlanKind.ROSTER, (date(2026, 10, 1), date(2026, 10, 31))),
    ],
)
def test_the_period_around_a_day(kind: PlanKind, expected: tuple[date, date]) -> None:
    assert plan_sheets.period_of(kind, DAY) == expected


def test_december_ends_on_its_last_day() -> None:
    assert plan_sheets.period_of(PlanKind.MONTH, date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize("kind", PlanKind)
def test_a_sheet_has_the_sender_the_day_and_its_own_language(places: tuple[int, int], kind: PlanKind) -> None:
    make_session(places[0])
    words = said(kind, *plan_sheets.period_of(kind, DAY), language="fr")
    assert {"Huis Kersenhof", "Tous les lieux"} <= set(words)
    assert "fait le 25 novembre 2026 · page 1 sur 1" in words


def test_all_places_stand_with_their_names_and_one_place_in_the_head(places: tuple[int, int]) -> None:
    make_session(places[0], title="Spelen")
    make_session(places[1], title="Lezen")
    assert {"Spelen", "De Kers", "Lezen", "Kuregem"} <= set(said(PlanKind.MONTH))
    one = said(PlanKind.MONTH, wanted=Wanted(places[0]))
    assert "De Kers, Schaarbeek" in one
    assert "Spelen" in one
    assert not {"Lezen", "Kuregem", "De Kers"} & set(one)


def test_a_filter_is_said_and_holds(places: tuple[int, int]) -> None:
    samira = make_member("Samira")
    make_session(places[0], title="Spelen", team=(samira,), functions=(Function.COHESION,), theme="taal")
    make_session(places[0], title="Lezen")
    wanted = Wanted(theme="taal", function=Function.COHESION, member_id=samira, language="", months=30)
    words = said(PlanKind.MONTH, wanted=wanted)
    assert "Alle plekken · taal · Samenhang · Samira · 2 j" in words
    assert "Spelen" in words
    assert "Lezen" not in words


def test_the_week_is_by_place_and_of_one_place_by_parts_of_the_day(places: tuple[int, int]) -> None:
    make_session(places[0], team=(make_member("Samira"),))
    week = plan_sheets.period_of(PlanKind.WEEK, DAY)
    assert {"De Kers", "Samira"} <= set(said(PlanKind.WEEK, *week))
    one = said(PlanKind.WEEK, *week, wanted=Wanted(places[0]))
    assert {"Voormiddag", "Namiddag", "Avond", "Samira"} <= set(one)


def test_public_and_school_holidays_are_on_the_sheets(places: tuple[int, int]) -> None:
    # autumn holidays of 2026: Dutch-language schools 2–8 November, French-language 19–30 October; 11 November is off
    november = said(PlanKind.MONTH, date(2026, 11, 1), date(2026, 11, 30))
    assert {"NL · Herfstvakantie", "Wapenstilstand"} <= set(november)
    assert any(text.startswith("FR · ") for text in said(PlanKind.MONTH))
    year = said(PlanKind.YEAR, *plan_sheets.period_of(PlanKind.YEAR, DAY))
    assert "2026 – 2027" in year
    assert "wo 11 nov: Wapenstilstand" in year


def test_a_closing_day_of_one_place_is_said_there_and_named_among_all(places: tuple[int, int]) -> None:
    day = date(2026, 10, 6)
    kept.add(OwnDays(0, day, day, DaysOff.OWN, "Schilders", place_id=places[0]))
    assert "Schilders (De Kers)" in said(PlanKind.MONTH)
    assert "Schilders" in said(PlanKind.MONTH, wanted=Wanted(places[0]))
    assert not [text for text in said(PlanKind.MONTH, wanted=Wanted(places[1])) if "Schilders" in text]
    year = plan_sheets.period_of(PlanKind.YEAR, day)
    assert said(PlanKind.YEAR, *year, wanted=Wanted(places[0])).count("vrij") > said(PlanKind.YEAR, *year).count("vrij")


def test_the_roster_counts_preparation_open_and_debrief_of_each_member(places: tuple[int, int]) -> None:
    # 9:30–12:00 is 150 minutes, with 30 before and 15 after 195: 3 h 15
    samira, nele = make_member("Samira", is_paid=True), make_member("Nele")
    make_session(places[0], team=(samira, nele))
    make_session(places[1], start=time(13), end=time(14), team=(samira,), preparation_minutes=0, debrief_minutes=0)
    make_session(places[1], start=time(15), end=time(16), title="Niemand")
    cancelled = make_session(places[1], start=time(17), end=time(18), team=(nele,))
    sessions.change(cancelled, None, state="cancelled", reason="ziek")
    words = said(PlanKind.ROSTER)
    assert "Oktober 2026" in words
    paid, volunteers = words.index("betaalde teamleden"), words.index("vrijwilligers")
    assert words[paid + 3 : paid + 6] == ["Samira", "2", "4 u 15"]
    assert words[volunteers + 3 : volunteers + 6] == ["Nele", "1", "3 u 15"]
    assert "Niemand · Kuregem" in words[words.index("nog niemand") :]
    assert "gaat niet door" in words


def test_the_roster_of_one_member_and_of_a_filter(places: tuple[int, int]) -> None:
    samira = make_member("Samira")
    make_member("Nele")
    make_session(places[0], team=(samira,))
    make_session(places[1], title="Niemand")
    assert "Nele" in said(PlanKind.ROSTER)  # who has no hours yet is asked first
    one = said(PlanKind.ROSTER, wanted=Wanted(member_id=samira))
    assert not {"Nele", "nog niemand"} & set(one)


def test_a_period_is_a_title_also_when_it_is_no_month(places: tuple[int, int]) -> None:
    assert "5 – 9 oktober 2026" in said(PlanKind.ROSTER, date(2026, 10, 5), date(2026, 10, 9))
    assert "5 oktober 2026 – 9 januari 2027" in said(PlanKind.ROSTER, date(2026, 10, 5), date(2027, 1, 9))


def test_a3_and_long_periods(places: tuple[int, int]) -> None:
    year = plan_sheets.period_of(PlanKind.YEAR, DAY)
    assert page_count(plan_sheets.plan_sheet(PlanAsked(PlanKind.MONTH, *year, paper=PlanPaper.A3), TODAY)) == 12


def test_impossible_periods_places_and_members_are_refused(places: tuple[int, int]) -> None:
    for reason, first, last, wanted in (
        (Reason.END_BEFORE_START, DAY, date(2026, 10, 26), Wanted()),
        (Reason.PERIOD_TOO_LONG, date(2026, 1, 1), date.fromordinal(date(2026, 1, 1).toordinal() + LONGEST), Wanted()),
        (Reason.NOT_FOUND, *OCTOBER, Wanted(999)),
        (Reason.NOT_FOUND, *OCTOBER, Wanted(member_id=999)),
    ):
        with pytest.raises(Refused) as refused:
            said(PlanKind.MONTH, first, last, wanted=wanted)
        assert refused.value.reason is reason
