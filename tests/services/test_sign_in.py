"""Parents who sign in themselves: found by picture and nickname together, shown nothing but themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Company
from meetingplace.services import arrivals, desk, organisation, sign_in
from meetingplace.services.desk import Presence
from meetingplace.storage import families, visits
from tests.makers import DAY, make_family, make_house, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)
SNAIL, OWL = Picture("snail", 2), Picture("owl", 0)


@pytest.fixture
def session(house: None) -> int:
    """Open a house that wants it, with the session of this morning."""
    make_house(has_sign_in=True)
    return make_session(make_place())


def _vain(session: int, picture: Picture, typed: str, now: datetime = NOW) -> dict[str, object]:
    with pytest.raises(Refused) as refused:
        sign_in.own_family(session, picture, typed, now)
    assert refused.value.reason is Reason.NOT_FOUND
    return dict(refused.value.facts)


@pytest.mark.parametrize("typed", ["Mohamed", "  muhammad ", "MOHAMMED", "محمد", "Möhamed"])
def test_a_family_is_found_by_picture_and_nickname_however_it_is_spelled(session: int, typed: str) -> None:
    family = make_family("Mohamed", picture=SNAIL)
    assert sign_in.own_family(session, SNAIL, typed, NOW).family_id == family


def test_a_number_behind_the_nickname_need_not_be_typed(session: int) -> None:
    family = make_family("Zeynep 2", picture=SNAIL)
    assert sign_in.own_family(session, SNAIL, "zeynep", NOW).family_id == family


def test_neither_picture_nor_nickname_alone_finds_anybody_and_the_refusal_never_tells_which_was_wrong(
    session: int,
) -> None:
    make_family("Maan", picture=SNAIL)
    make_family("Ster", picture=OWL)
    told = [_vain(session, *tried) for tried in ((SNAIL, "Ster"), (OWL, "Maan"))]
    sign_in.own_family(session, SNAIL, "Maan", NOW)
    told += [_vain(session, *tried) for tried in ((Picture("cat", 1), "Maan"), (SNAIL, ""))]
    assert told == [{"what": "Family", "seconds": 0}] * 4


def test_two_families_that_cannot_be_told_apart_are_never_listed(session: int) -> None:
    make_family("Maan", picture=SNAIL)
    make_family("maan", picture=SNAIL)
    _vain(session, SNAIL, "Maan")


def test_a_part_of_a_nickname_is_not_enough(session: int) -> None:
    make_family("Fatima Zahra", picture=SNAIL)
    _vain(session, SNAIL, "Fat")
    _vain(session, SNAIL, "Zahra")


def test_wrong_tries_make_everybody_wait_longer_also_the_right_one(session: int) -> None:
    make_family("Maan", picture=SNAIL)
    assert [_vain(session, SNAIL, "x")["seconds"] for _ in range(3)] == [0, 0, 5]
    assert _vain(session, SNAIL, "Maan")["seconds"] == 5
    assert sign_in.own_family(session, SNAIL, "Maan", NOW + timedelta(seconds=5)).nickname == "Maan"


def test_a_family_sees_its_children_and_who_came_last_time(session: int) -> None:
    family = make_family("Maan", born=[(2024, 3), (2022, 1)], picture=SNAIL)
    first, second = families.get(family).children
    earlier = make_session(1, day=DAY - timedelta(days=7))
    arrivals.check_in(earlier, family, NOW - timedelta(days=7), None, Company((second.id,), (Relation.FATHER,)))
    shown = sign_in.own_family(session, SNAIL, "Maan", NOW)
    assert [(child.child_id, child.is_here) for child in shown.children] == [(first.id, False), (second.id, True)]
    assert (shown.adults, shown.presence, shown.visit_id) == ((Relation.FATHER,), Presence.NOT_HERE, None)


def test_a_family_signs_in_once_with_whom_it_says_and_leaves(session: int) -> None:
    family = make_family("Maan", born=[(2024, 3), (2022, 1)], picture=SNAIL)
    child = families.get(family).children[0].id
    made = arrivals.check_in(session, family, NOW, None, Company((child,), (Relation.GRANDPARENT,))).made
    assert made is not None
    visit = visits.get(made)
    assert [one.child_id for one in visit.children] == [child]
    assert (visit.adults, visit.by_family, visit.written_by) == ((Relation.GRANDPARENT,), True, None)
    with pytest.raises(Refused) as refused:
        arrivals.check_in(session, family, NOW, None, Company((child,), ()))
    assert refused.value.reason is Reason.ALREADY_THERE
    assert sign_in.own_family(session, SNAIL, "Maan", NOW).presence is Presence.IN
    arrivals.leave(made, NOW)
    assert sign_in.own_family(session, SNAIL, "Maan", NOW).presence is Presence.LEFT
    arrivals.check_in(session, family, NOW, None, Company((child,), ()))
    assert visits.number_in(session) == 1


def test_nobody_signs_in_a_child_of_another_family_or_nobody_at_all(session: int) -> None:
    family = make_family("Maan", born=[(2024, 3)], picture=SNAIL)
    other = families.get(make_family("Ster", born=[(2024, 3)], picture=OWL)).children[0].id
    for company, reason in ((Company((other,), ()), Reason.NOT_FOUND), (Company((), ()), Reason.NOBODY_CAME)):
        with pytest.raises(Refused) as refused:
            arrivals.check_in(session, family, NOW, None, company)
        assert refused.value.reason is reason
    assert visits.number_in(session) == 0


def test_the_desk_knows_who_signed_in_themselves(session: int) -> None:
    host = make_member()
    own, written = make_family("Maan", picture=SNAIL), make_family("Ster", picture=OWL)
    arrivals.check_in(session, own, NOW, None, Company((), (Relation.MOTHER,)))
    arrivals.check_in(session, written, NOW, host)
    known = {one.family_id: (one.by_family, one.written_by) for one in desk.desk_board(session).present}
    assert known == {own: (True, None), written: (False, host)}


def test_the_session_is_the_open_one_of_now_where_families_are_known(house: None) -> None:
    make_house(has_sign_in=True)
    counting, knowing = make_place("Park", level=Level.TALLY.value), make_place("Kuregem")
    make_session(counting)
    early = make_session(knowing, start=time(8), end=time(9))
    running = make_session(knowing)
    assert sign_in.session_now(NOW, None) == running
    assert sign_in.session_now(NOW, counting) is None
    assert sign_in.session_now(NOW, None, early) == early  # a host chose it
    assert sign_in.session_now(NOW + timedelta(days=1), None, early) is None


def test_a_house_that_does_not_want_it_offers_nothing(session: int) -> None:
    assert sign_in.session_now(NOW, None) == session
    house = organisation.the_house()
    organisation.change_house(replace(house, has_sign_in=False))
    assert sign_in.session_now(NOW, None) is None
