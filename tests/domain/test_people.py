"""Privacy levels and the team: what a place may know, and the letters on a badge."""

from __future__ import annotations

import pytest

from meetingplace.domain.places import Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.team import TeamMember, team_minutes


def test_a_place_that_only_counts_knows_no_family() -> None:
    assert {level for level in Level if level.knows_families} == {Level.PSEUDONYM, Level.CONTACT}


def test_a_place_knows_nicknames_unless_it_chooses_otherwise() -> None:
    assert Place(1, "Kuregem").level is Level.PSEUDONYM


@pytest.mark.parametrize(
    ("postcode", "municipality", "town"),
    [("1070", "Anderlecht", "1070 Anderlecht"), ("", "Anderlecht", "Anderlecht"), ("1070", "", "1070"), ("", "", "")],
)
def test_the_town_under_an_address(postcode: str, municipality: str, town: str) -> None:
    assert Place(1, "Kuregem", postcode=postcode, municipality=municipality).town == town


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Samira", "SA"),
        ("Nele De Smet", "NS"),
        ("  ousmane  ", "OU"),
        ("Jean-Pierre", "JE"),
        ("É", "É"),
        ("", ""),
        ("فاطمة الزهراء", "فا"),
    ],
)
def test_the_letters_of_a_badge(name: str, initials: str) -> None:
    assert TeamMember(1, name).initials == initials


def test_a_member_never_shows_a_pin() -> None:
    assert not {"pin", "pin_hash"} & set(TeamMember.__dataclass_fields__)


@pytest.mark.parametrize(
    ("minutes", "paid", "counted"),
    [
        # 30 min of preparation, 150 open (9:30 to 12:00), 15 of debrief: 195 each; two paid, one volunteer
        ((30, 150, 15), (True, True, False), (390, 195)),
        ((0, 120, 0), (False,), (0, 120)),
        ((45, 90, 15), (), (0, 0)),
    ],
)
def test_work_at_a_session_counts_for_everybody_present_paid_and_volunteers_apart(
    minutes: tuple[int, int, int], paid: tuple[bool, ...], counted: tuple[int, int]
) -> None:
    worked = team_minutes(*minutes, paid)
    assert (worked.paid, worked.volunteer) == counted
