"""The house, its places, team and partners: what may be typed, what is refused, and what is left when one is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meetingplace.domain.partners import Partner
from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import Role, TeamMember
from meetingplace.services import changes, organisation
from meetingplace.services.changes import Act, Topic
from meetingplace.storage import partners, places, team
from tests.makers import make_house, make_member, make_place

pytestmark = pytest.mark.usefixtures("house")


def the_house() -> House:
    return organisation.the_house()


def refused(verb, *args: object) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args)
    return caught.value


def test_before_the_first_run_there_is_no_house():
    assert refused(organisation.house_board).reason is Reason.NOT_FOUND


def test_the_board_shows_what_is_in_use_by_name():
    make_house()
    for name in ("Kuregem", "Bonnevie"):
        make_place(name)
    make_place("Old hall", is_active=False)
    make_member("Samira")
    organisation.add_partner(Partner(0, "Bibliotheek"))
    board = organisation.house_board()
    assert [place.name for place in board.places] == ["Bonnevie", "Kuregem"]
    assert [member.name for member in board.team] == ["Samira"]
    assert [partner.name for partner in board.partners] == ["Bibliotheek"]
    assert board.languages[:3] == ("nl", "fr", "en")


def test_the_house_is_written_tidy_and_dutch_stays_first():
    make_house()
    typed = replace(the_house(), name="  De   Zandbak ", phone="02 555 01 23", languages=("fr", "ar", "nl", "fr"))
    done = organisation.change_house(typed)
    assert the_house().name == "De Zandbak"
    assert the_house().phone == "02 555 01 23"
    assert the_house().languages == ("nl", "fr", "ar")
    assert (done.act, done.topics) == (Act.HOUSE_CHANGED, frozenset({Topic.HOUSE}))


def test_a_change_of_the_house_is_undone_exactly():
    make_house()
    before = the_house()
    done = organisation.change_house(replace(before, mood="evening", picture="owl"))
    changes.undo(done.undo)
    assert the_house() == before


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": " \n "}, Reason.NAME_MISSING),
        ({"name": "x" * 10_000}, Reason.TEXT_TOO_LONG),
        ({"line": "x" * 301}, Reason.TEXT_TOO_LONG),
        ({"mood": "pink"}, Reason.CHOICE_UNKNOWN),
        ({"picture": "pig"}, Reason.CHOICE_UNKNOWN),
        ({"languages": ("nl", "xx")}, Reason.LANGUAGE_UNKNOWN),
    ],
)
def test_a_house_that_makes_no_sense_is_refused_and_stays_as_it_was(values: dict[str, object], reason: Reason):
    make_house()
    before = the_house()
    assert refused(organisation.change_house, replace(before, **values)).reason is reason
    assert the_house() == before


def test_two_who_change_the_house_at_once_do_not_overwrite_each_other():
    make_house()
    seen = the_house()
    organisation.change_house(replace(seen, phone="1"))
    assert refused(organisation.change_house, replace(seen, email="x@y.example")).reason is Reason.CHANGED_MEANWHILE
    assert (the_house().phone, the_house().email) == ("1", "")


@pytest.mark.parametrize("name", ["<b>Kuregem</b> & Co", "=1+1", "مكان اللقاء", "Speelhuis 🧸", "Çağla's plek"])
def test_a_place_keeps_any_name_as_it_was_typed(name: str):
    done = organisation.add_place(Place(0, name, level=Level.TALLY, languages=("ar", "nl")))
    kept = places.get(done.made or 0)
    assert (kept.name, kept.level, kept.languages) == (name, Level.TALLY, ("ar", "nl"))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": ""}, Reason.NAME_MISSING),
        ({"postcode": "1" * 11}, Reason.TEXT_TOO_LONG),
        ({"capacity": -1}, Reason.NUMBER_IMPOSSIBLE),
        ({"capacity": 2_001}, Reason.NUMBER_IMPOSSIBLE),
        ({"minimum_hosts": 51}, Reason.NUMBER_IMPOSSIBLE),
        ({"stop_kind": "boat"}, Reason.CHOICE_UNKNOWN),
        ({"languages": ("klingon",)}, Reason.LANGUAGE_UNKNOWN),
    ],
)
def test_a_place_that_makes_no_sense_is_refused(values: dict[str, object], reason: Reason):
    typed = replace(Place(0, "Kuregem"), **values)
    assert refused(organisation.add_place, typed).reason is reason
    assert refused(organisation.tidy_place, typed).reason is reason
    assert places.listed() == []


def test_a_place_taken_out_of_use_is_kept_for_its_past_and_comes_back_by_undo():
    first, second = make_place("Bonnevie"), make_place("Kuregem")
    done = organisation.remove_place(first, places.get(first).version)
    assert [place.id for place in places.listed()] == [second]
    assert places.get(first).name == "Bonnevie"
    assert done.facts["name"] == "Bonnevie"
    changes.undo(done.undo)
    assert [place.id for place in places.listed()] == [first, second]


def test_the_last_place_and_the_last_team_member_stay():
    place, member = make_place(), make_member()
    assert refused(organisation.remove_place, place, places.get(place).version).reason is Reason.IN_USE
    assert refused(organisation.remove_member, member, team.get(member).version).reason is Reason.IN_USE
    assert len(places.listed()) == len(team.listed()) == 1


def test_a_team_member_is_added_changed_and_taken_out():
    make_member("Samira")
    made = organisation.add_member(TeamMember(0, "Nele  Peeters", Role.VOLUNTEER, languages=("nl", "ff"))).made or 0
    assert team.get(made).initials == "NP"
    organisation.change_member(replace(team.get(made), role=Role.COORDINATOR, is_paid=True))
    assert (team.get(made).role, team.get(made).is_paid) == (Role.COORDINATOR, True)
    organisation.remove_member(made, team.get(made).version)
    assert [member.name for member in team.listed()] == ["Samira"]


def test_a_partner_keeps_what_stands_on_a_slip_each_on_one_line():
    typed = Partner(0, "CAW", stop=" tram 55,\nParkhalte ", hours="dinsdag\t9–12 uur", price=" gratis ")
    kept = partners.get(organisation.add_partner(typed).made or 0)
    assert (kept.stop, kept.hours, kept.price) == ("tram 55, Parkhalte", "dinsdag 9–12 uur", "gratis")
    changed = replace(kept, hours="<b>&")
    organisation.change_partner(changed)
    assert partners.get(kept.id).hours == "<b>&"


def test_a_partner_keeps_its_note_with_its_lines():
    made = organisation.add_partner(
        Partner(0, "CAW", is_organiser=False, is_referral=True, note="Mon–Fri\r\n9–17")
    ).made
    assert partners.get(made or 0).note == "Mon–Fri\n9–17"
    organisation.remove_partner(made or 0, partners.get(made or 0).version)
    assert partners.listed() == []


def test_each_mood_has_three_tones_of_its_own_for_its_swatch():
    tones = [organisation.mood_colours(mood) for mood in organisation.MOODS]
    assert tones[0] == ("#8c1d40", "#f2805a", "#ffc94d")  # print.md, section 3
    assert len(set(tones)) == 3
