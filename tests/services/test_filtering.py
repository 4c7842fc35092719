"""What the planning may be filtered by, and what a filter lets through, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from meetingplace.domain.sessions import Function
from meetingplace.domain.wanted import Wanted, wanted_of
from meetingplace.services import timetable
from meetingplace.services.filtering import filter_board
from tests.makers import DAY, make_member, make_place, make_session

pytestmark = pytest.mark.usefixtures("house")


def shown(wanted: Wanted) -> list[str]:
    board = timetable.hours_board(DAY, DAY + timedelta(days=6), DAY, wanted, "nl")
    return [planned.session.activity.title for planned in board.planned]


def test_only_what_the_house_has_may_be_chosen_each_once():
    place, gone = make_place(), make_member("Nele", is_active=False)
    make_member("Samira")
    make_session(place, theme="slapen", languages=("nl", "fr"), team=(gone,))
    make_session(place, day=date(2020, 1, 1), theme="Eten", languages=("ar", "fr"))
    make_session(place, theme="slapen")
    board = filter_board()
    assert board.themes == ("Eten", "slapen")
    assert board.languages == ("ar", "fr", "nl")
    assert [member.name for member in board.team] == ["Nele", "Samira"]  # who left too: their sessions are still there


def test_a_filter_lets_through_what_has_all_that_is_asked():
    place, other = make_place(), make_place("Bonnevie")
    samira = make_member()
    make_session(place, title="baby", theme="slapen", functions=(Function.ADVICE,), from_months=0, to_months=12)
    make_session(place, title="kleuter", theme="slapen", languages=("ar",), team=(samira,), from_months=30)
    make_session(other, title="elders", theme="eten", functions=(Function.ADVICE, Function.COHESION))
    asked = {
        "nothing": Wanted(),
        "place": Wanted(place),
        "theme": Wanted(theme="slapen"),
        "function": Wanted(function=Function.ADVICE),
        "member": Wanted(member_id=samira),
        "language": Wanted(language="ar"),
        "11 months": Wanted(months=11),
        "a year": Wanted(months=12),  # the age range ends before it
        "place and function": Wanted(other, function=Function.ADVICE),
        "theme and function": Wanted(theme="eten", function=Function.PRACTICAL),
    }
    assert {name: shown(wanted) for name, wanted in asked.items()} == {
        "nothing": ["baby", "kleuter", "elders"],
        "place": ["baby", "kleuter"],
        "theme": ["baby", "kleuter"],
        "function": ["baby", "elders"],
        "member": ["kleuter"],
        "language": ["kleuter"],
        "11 months": ["baby", "elders"],
        "a year": ["elders"],
        "place and function": ["elders"],
        "theme and function": [],
    }


def test_a_filter_is_remembered_without_its_place_and_without_names():
    wanted = Wanted(3, "a=b, c", Function.ADVICE, 12, "ar", 0)
    assert wanted_of(wanted.words) == Wanted(None, "a=b, c", Function.ADVICE, 12, "ar", 0)
    assert Wanted(3).words == ()
    assert Wanted(3).narrows is False


@pytest.mark.parametrize(
    "words", [("function=dancing",), ("member=Samira",), ("months=-1",), ("member=9999999999",), ("theme",), ("x=1",)]
)
def test_what_was_remembered_and_makes_no_sense_asks_nothing(words: tuple[str, ...]):
    assert wanted_of(words) == Wanted()
