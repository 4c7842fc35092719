"""Both school calendars of Brussels and the public holidays, against dates worked out by the published rules.

Easter falls on 28 March 2027 and on 16 April 2028 (tables of the church calendar).
"""

from __future__ import annotations

from datetime import date

import pytest

from meetingplace.domain.calendar import DayOff, DaysOff, OwnDays, stretches
from meetingplace.services.days_off import days_off
from meetingplace.storage import days_off as kept
from tests.makers import make_place

pytestmark = pytest.mark.usefixtures("house")  # the house has its own word in the calendar

YEARS = (date(2026, 7, 1), date(2028, 8, 31))


def periods(calendar: DaysOff, first: date = YEARS[0], last: date = YEARS[1]) -> list[tuple[date, date]]:
    return [(holiday.first, holiday.last) for holiday in stretches(days_off(first, last, [calendar], "nl"))]


# Dutch-language schools: decision of the Flemish Government of 17 April 1991, articles 4 and 5.
FLEMISH = [
    # autumn: one week from the Monday of the week of 1 November; from 2 November when the 1st is a Sunday (2026)
    ((2026, 11, 2), (2026, 11, 8)),
    ((2027, 11, 1), (2027, 11, 7)),
    # Christmas: two weeks from the Monday of the week of 25 December; of the week after when that is a Saturday (2027)
    ((2026, 12, 21), (2027, 1, 3)),
    ((2027, 12, 27), (2028, 1, 9)),
    # carnival: one week from the seventh Monday before Easter
    ((2027, 2, 8), (2027, 2, 14)),
    ((2028, 2, 28), (2028, 3, 5)),
    # Easter: two weeks from the first Monday of April; the Monday after Easter when Easter is in March (2027);
    # the second Monday before Easter when that is after 15 April (2028), and then Easter Monday is free as well
    ((2027, 3, 29), (2027, 4, 11)),
    ((2028, 4, 3), (2028, 4, 17)),
    # 11 November, 1 May, Ascension Day and the Friday after it, Whit Monday
    ((2026, 11, 11), (2026, 11, 11)),
    ((2027, 11, 11), (2027, 11, 11)),
    ((2027, 5, 1), (2027, 5, 1)),
    ((2028, 5, 1), (2028, 5, 1)),
    ((2027, 5, 6), (2027, 5, 6)),
    ((2027, 5, 7), (2027, 5, 7)),
    ((2028, 5, 25), (2028, 5, 25)),
    ((2028, 5, 26), (2028, 5, 26)),
    ((2027, 5, 17), (2027, 5, 17)),
    ((2028, 6, 5), (2028, 6, 5)),
    # summer: July and August; in it the feast of the Flemish Community
    ((2026, 7, 1), (2026, 8, 31)),
    ((2027, 7, 1), (2027, 8, 31)),
    ((2028, 7, 1), (2028, 8, 31)),
    ((2026, 7, 11), (2026, 7, 11)),
    ((2027, 7, 11), (2027, 7, 11)),
    ((2028, 7, 11), (2028, 7, 11)),
]

# French-language schools: decree of 31 March 2022 on the yearly rhythm, articles 3 and 4: seven (or eight) weeks of
# school, then two weeks off; the year begins on one of the last Mondays of August and ends on the first Friday of July.
FRENCH = [
    # autumn: two weeks from the second Monday before the week of 1 November; All Souls' Day when the 1st is a Sunday
    ((2026, 10, 19), (2026, 11, 1)),
    ((2026, 11, 2), (2026, 11, 2)),
    ((2027, 10, 25), (2027, 11, 7)),
    # winter: as in the Dutch-language schools
    ((2026, 12, 21), (2027, 1, 3)),
    ((2027, 12, 27), (2028, 1, 9)),
    # "détente": two weeks from the eighth Monday after the winter holiday, the seventh when that is carnival Monday
    # (2028); Shrove Tuesday (47 days before Easter) is free when it falls outside (2027)
    ((2027, 2, 22), (2027, 3, 7)),
    ((2027, 2, 9), (2027, 2, 9)),
    ((2028, 2, 28), (2028, 3, 12)),
    # spring: two weeks from the Monday of the week of 1 May; Easter Monday stands alone
    ((2027, 4, 26), (2027, 5, 9)),
    ((2027, 3, 29), (2027, 3, 29)),
    ((2028, 5, 1), (2028, 5, 14)),
    ((2028, 4, 17), (2028, 4, 17)),
    # 27 September, 11 November, Ascension Day (in 2027 within the spring holiday), Whit Monday
    ((2026, 9, 27), (2026, 9, 27)),
    ((2027, 9, 27), (2027, 9, 27)),
    ((2026, 11, 11), (2026, 11, 11)),
    ((2027, 11, 11), (2027, 11, 11)),
    ((2028, 5, 25), (2028, 5, 25)),
    ((2027, 5, 17), (2027, 5, 17)),
    ((2028, 6, 5), (2028, 6, 5)),
    # summer: from the Saturday after the first Friday of July to the Sunday before the school year opens: on the Monday
    # 44 weeks and 4 days before a first Friday of July (24 August 2026, 30 August 2027, 28 August 2028)
    ((2026, 7, 4), (2026, 8, 23)),
    ((2027, 7, 3), (2027, 8, 29)),
    ((2028, 7, 8), (2028, 8, 27)),
]

# the ten legal public holidays (law of 4 January 1974), Easter and Whit Sunday, and 8 May in Brussels
PUBLIC = [
    (2027, 1, 1), (2027, 3, 28), (2027, 3, 29), (2027, 5, 1), (2027, 5, 6), (2027, 5, 8), (2027, 5, 16), (2027, 5, 17),
    (2027, 7, 21), (2027, 8, 15), (2027, 11, 1), (2027, 11, 11), (2027, 12, 25),
]  # fmt: skip


@pytest.mark.parametrize(("calendar", "expected"), [(DaysOff.FLEMISH, FLEMISH), (DaysOff.FRENCH, FRENCH)])
def test_the_school_holidays_of_two_years_are_those_of_the_rules(
    calendar: DaysOff, expected: list[tuple[tuple[int, int, int], tuple[int, int, int]]]
) -> None:
    assert sorted(periods(calendar)) == sorted((date(*first), date(*last)) for first, last in expected)


def test_the_public_holidays_of_a_year() -> None:
    found = days_off(date(2027, 1, 1), date(2027, 12, 31), [DaysOff.PUBLIC], "nl")
    assert [off.day for off in found] == [date(*day) for day in PUBLIC]


@pytest.mark.parametrize(
    ("language", "eleventh_of_july", "eighth_of_may"),
    [
        ("nl", "Feestdag van de Vlaamse Gemeenschap", "Feestdag van het Brussels Gewest"),
        ("fr", "Fête de la Communauté flamande", "Fête de la Région bruxelloise"),
        ("en", "Flemish Community Day", "Brussels Region Day"),
    ],
)
def test_the_feasts_that_the_library_does_not_know(language: str, eleventh_of_july: str, eighth_of_may: str) -> None:
    july, may = date(2027, 7, 11), date(2027, 5, 8)
    assert DayOff(july, DaysOff.FLEMISH, eleventh_of_july) in days_off(july, july, tuple(DaysOff), language)
    assert DayOff(may, DaysOff.PUBLIC, eighth_of_may) in days_off(may, may, tuple(DaysOff), language)


def test_brussels_celebrates_8_may_since_2024_only() -> None:
    assert days_off(date(2023, 5, 8), date(2023, 5, 8), [DaysOff.PUBLIC], "nl") == []


def test_only_the_asked_calendars_and_days_are_listed_in_order() -> None:
    found = days_off(date(2026, 10, 30), date(2026, 11, 3), [DaysOff.FRENCH, DaysOff.PUBLIC], "fr")
    assert [(off.day.day, off.calendar) for off in found] == [
        (30, DaysOff.FRENCH),
        (31, DaysOff.FRENCH),
        (1, DaysOff.FRENCH),
        (1, DaysOff.PUBLIC),
        (2, DaysOff.FRENCH),
    ]


# --- what the house says itself ---


def own(first: date, last: date, calendar: DaysOff, name: str = "", **columns: object) -> int:
    """Let the house say something of its own."""
    return kept.add(OwnDays(0, first, last, calendar, name, **columns))


def test_a_pedagogical_day_completes_the_calendar_of_its_schools() -> None:
    friday = date(2026, 10, 30)
    said = own(friday, friday, DaysOff.FLEMISH, "Studiedag")
    found = days_off(date(2026, 10, 29), date(2026, 10, 31), tuple(DaysOff), "fr")
    flemish = [off for off in found if off.calendar is DaysOff.FLEMISH]
    assert flemish == [DayOff(friday, DaysOff.FLEMISH, "Studiedag", said)]


def test_where_the_rule_and_the_house_differ_the_house_wins() -> None:
    # the decree put the autumn holiday a week earlier than the rule of the library says
    own(date(2026, 11, 2), date(2026, 11, 8), DaysOff.FLEMISH, is_off=False)
    own(date(2026, 10, 26), date(2026, 11, 1), DaysOff.FLEMISH, "Herfstvakantie")
    assert periods(DaysOff.FLEMISH, date(2026, 10, 1), date(2026, 11, 10)) == [(date(2026, 10, 26), date(2026, 11, 1))]
    french = periods(DaysOff.FRENCH, date(2026, 10, 1), date(2026, 11, 10))
    assert (date(2026, 10, 19), date(2026, 11, 1)) in french  # the other community keeps its own


def test_what_was_said_last_holds_and_a_correction_reaches_into_the_period_only() -> None:
    christmas = date(2026, 12, 25)
    own(christmas, christmas, DaysOff.PUBLIC, is_off=False)
    assert days_off(christmas, christmas, [DaysOff.PUBLIC], "nl") == []
    said = own(date(2026, 12, 24), date(2026, 12, 26), DaysOff.PUBLIC, "Kerst")
    assert days_off(christmas, christmas, [DaysOff.PUBLIC], "nl") == [DayOff(christmas, DaysOff.PUBLIC, "Kerst", said)]


def test_a_closing_day_of_one_place_holds_there_only() -> None:
    place, other, day = make_place("Kuregem"), make_place("Bonnevie"), date(2027, 3, 12)
    own(day, day, DaysOff.OWN, "Schilderwerken", place_id=place)
    own(day, day, DaysOff.OWN, "Teamdag")
    found = days_off(day, day, [DaysOff.OWN], "nl")
    assert [off.name for off in found if off.holds_at(other)] == ["Teamdag"]
    assert {off.name for off in found if off.holds_at(place)} == {"Teamdag", "Schilderwerken"}
