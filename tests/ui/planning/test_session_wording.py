"""What the details of a session say of all that is filled in: without any window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.goals import Goal
from meetingplace.domain.sessions import Activity
from meetingplace.storage import enrolments, goals, partners, sessions
from tests.makers import make_member, make_place
from tests.ui.planning.conftest import MakeDesk

PLAIN = Activity("Vaderochtend", 1, time(9, 30), time(12))
NO_HOLIDAY = date(2026, 11, 10)
ENROLLED_AT = datetime(2026, 10, 1, 9)


def facts(desk: MakeDesk, activity: Activity, listed: int = 0, waiting: int = 0) -> dict[str, tuple[str, str]]:
    """Give what is said beside each icon."""
    session = sessions.add(activity, NO_HOLIDAY)
    for number in range(listed + waiting):
        on = OnList(session_id=session)
        enrolments.add(Enrolled(0, on, f"Kind {number}", ENROLLED_AT, is_waiting=number >= listed))
    seen = desk(session_id=session).seen
    assert seen.details
    return {fact.icon: (fact.text, fact.line) for fact in seen.details.facts}


def test_all_that_is_filled_in_is_said(desk: MakeDesk, place: int) -> None:
    square = make_place("Bakfiets", is_mobile=True)
    goal = goals.add(Goal(0, "Vaders komen ook", 2026))
    said = facts(
        desk,
        replace(
            PLAIN, place_id=square, theme="vader zijn", is_formal=True, is_led_by_parents=True,
            from_months=30, to_months=216, goal_id=goal,
            languages=("nl", "ar"), capacity=12, price_cents=250, preparation_minutes=45, debrief_minutes=20,
            partners=(partners.add(name="Bibliotheek"),), team=(make_member("Pieter", role="volunteer"),),
        ),
    )  # fmt: skip
    assert said == {
        "calendar-month-outline": ("Tuesday 10 November", "9:30 – 12:00"),
        "map-marker-outline": ("Bakfiets", "on the move · room for 12 children"),
        "account-multiple-outline": ("Pieter", "volunteers"),
        "clock-outline": ("Team there: 8:45 – 12:20", "45 min. before, 20 min. after"),
        "flag-outline": ("Vaders komen ook", "goal of the action plan"),
        "lightbulb-outline": ("vader zijn", ""),
        "school-outline": ("Formal support", ""),
        "account-star-outline": ("A parent leads it", ""),
        "baby-face-outline": ("Children from 30 months", "Nederlands, العربية"),
        "ticket-outline": ("Walk in", "€2.50"),
        "handshake-outline": ("Bibliotheek", "partner"),
    }


def test_a_plain_session_says_no_more_than_it_is(desk: MakeDesk, place: int) -> None:
    said = facts(desk, replace(PLAIN, preparation_minutes=0, debrief_minutes=0, capacity=0))
    assert said == {
        "calendar-month-outline": ("Tuesday 10 November", "9:30 – 12:00"),
        "map-marker-outline": ("Kuregem", ""),
        "account-multiple-outline": ("No team yet", ""),
        "baby-face-outline": ("Children from 0 months up to 6 years", ""),
        "ticket-outline": ("Walk in", ""),
    }


def test_with_a_list_it_says_how_many_are_on_it_and_how_many_wait(desk: MakeDesk, place: int) -> None:
    with_list = replace(PLAIN, is_walk_in=False, capacity=3)
    assert facts(desk, with_list)["ticket-outline"] == ("Enrolled: 0 of 3", "")
    assert facts(desk, with_list, 3, 2)["ticket-outline"] == ("Enrolled: 3 of 3", "2 wait")
    assert facts(desk, replace(with_list, capacity=0), 1)["ticket-outline"] == ("Enrolled: 1", "")
    costly = replace(with_list, price_cents=500)
    assert facts(desk, costly, 3, 1)["ticket-outline"] == ("Enrolled: 3 of 3", "1 waits · €5")


def test_a_team_that_prepares_before_midnight_is_said_by_the_clock(desk: MakeDesk, place: int) -> None:
    late = replace(PLAIN, start=time(0, 10), end=time(23, 50))
    assert facts(desk, late)["clock-outline"][0] == "Team there: 23:40 – 0:05"
