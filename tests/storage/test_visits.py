"""Visits and tallies in the database: read as written, the regulars in their order, counters that lose nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from meetingplace.domain.families import BirthMonth, Child, Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import ChildPresent, Tallied, TallyCount, Visit
from meetingplace.storage import database, families, tables, visits
from tests.makers import DAY, make_family, make_place, make_session, make_visit

AT = datetime(2026, 10, 27, 9, 45)


@pytest.fixture
def place(house: None) -> int:
    return make_place()


@pytest.fixture
def session(place: int) -> int:
    return make_session(place)


def test_a_visit_is_read_as_it_was_written(session: int) -> None:
    family = make_family(born=[(2024, 3)])
    own = families.get(family).children[0].id
    written = Visit(
        id=0,
        session_id=session,
        family_id=family,
        arrived=AT,
        children=(ChildPresent(own, 31), ChildPresent(None, 100, is_sibling=True), ChildPresent(None, None)),
        adults=(Relation.FATHER, Relation.GRANDPARENT, Relation.FATHER),
        languages=("ar", "fr"),
        is_new=True,
    )
    visit_id = visits.add(written)
    read = visits.get(visit_id)
    assert read.version
    assert read == Visit(**{**vars(written), "id": visit_id, "version": read.version})
    with pytest.raises(Refused) as refused:
        visits.get(visit_id + 1)
    assert refused.value.reason is Reason.NOT_FOUND


def test_changing_leaving_and_removing_a_visit(session: int) -> None:
    visit_id = make_visit(session, make_family(), AT, [ChildPresent(None, 7), ChildPresent(None, 30)])
    read = visits.get(visit_id)
    changed = Visit(**{**vars(read), "children": (ChildPresent(None, 18),), "adults": (Relation.CARER,)})
    visits.change(changed, read.version)
    visits.leave(visit_id, AT + timedelta(hours=1))
    after = visits.get(visit_id)
    assert (after.children, after.adults) == ((ChildPresent(None, 18),), (Relation.CARER,))
    assert after.left == AT + timedelta(hours=1)
    with pytest.raises(Refused) as refused:
        visits.change(changed, read.version)  # somebody changed it since
    assert refused.value.reason is Reason.CHANGED_MEANWHILE
    visits.remove(visit_id)
    assert visits.number_in(session) == 0
    assert not tables.VisitChild.select().exists()


def test_a_family_has_one_visit_at_a_session_and_guests_have_as_many_as_they_make(session: int) -> None:
    family = make_family()
    make_visit(session, None, AT)
    make_visit(session, None, AT)
    make_visit(session, family, AT)
    with pytest.raises(Refused), database.transaction():
        make_visit(session, family, AT)
    assert visits.number_in(session) == 3


def test_the_visits_of_a_session_stand_by_arrival_and_those_of_a_family_newest_first(place: int, session: int) -> None:
    family = make_family()
    later = make_visit(session, make_family("Slak"), AT + timedelta(minutes=9))
    first = make_visit(session, family, AT)
    before = make_visit(make_session(place, day=DAY - timedelta(days=7)), family, AT - timedelta(days=7))
    assert [one.id for one in visits.of_session(session)] == [first, later]
    assert [one.id for one in visits.of_family(family)] == [first, before]
    assert [one.id for one in visits.of_family(family, limit=1)] == [first]
    found = visits.of_family_at(session, family)
    assert found is not None
    assert found.id == first
    assert visits.of_family_at(make_session(place, day=DAY + timedelta(days=1)), family) is None


def test_regulars_are_those_of_this_weekday_then_of_any_day_then_the_latest(place: int) -> None:
    tuesdays = [DAY - timedelta(weeks=week) for week in (1, 2, 3)]
    wednesday, thursday = (make_session(place, day=DAY - timedelta(days=days)) for days in (6, 5))
    on = [make_session(place, day=day) for day in tuesdays]
    often, other_days, once, latest = (make_family(name) for name in ("vaak", "andere dagen", "eens", "laatst"))
    for session_id in on[:2]:
        make_visit(session_id, often, AT)
    make_visit(on[2], once, AT)
    make_visit(on[2], latest, AT)
    make_visit(wednesday, other_days, AT)
    make_visit(thursday, other_days, AT)
    make_visit(wednesday, None, AT)  # guests are nobody to expect
    make_visit(make_session(make_place("Bonnevie"), day=tuesdays[0]), make_family("elders"), AT)
    make_visit(make_session(place, day=date(2026, 1, 6)), make_family("lang geleden"), AT)
    make_visit(make_session(place, day=DAY), make_family("vandaag"), AT)
    since = DAY - timedelta(days=120)
    assert visits.regulars(place, tuesdays, since, DAY, 24) == [often, latest, once, other_days]
    assert visits.regulars(place, tuesdays, since, DAY, 2) == [often, latest]


def test_children_of_sessions_are_counted_named_and_unnamed(place: int, session: int) -> None:
    other, empty = make_session(place, day=DAY + timedelta(days=1)), make_session(place, day=DAY + timedelta(days=2))
    make_visit(session, make_family(), AT, [ChildPresent(None, 7), ChildPresent(None, 30)])
    visits.add_to_tally(session, Tallied.CHILDREN, "12", 3)
    visits.add_to_tally(session, Tallied.ADULTS, "mother", 5)
    visits.add_to_tally(other, Tallied.CHILDREN, "0", 1)
    assert visits.children_at([session, other, empty]) == {session: 5, other: 1}
    assert visits.children_at([]) == {}


def test_a_child_that_comes_with_both_its_families_is_one_child_of_the_session(session: int) -> None:
    one = make_family(born=[(2024, 3)])
    (child,) = families.get(one).children
    other = make_family("Slak")
    families.link_child(other, child.id)
    make_visit(session, one, AT, [ChildPresent(child.id)])
    make_visit(session, other, AT, [ChildPresent(child.id), ChildPresent(None, 7), ChildPresent(None, 7)])
    assert visits.children_at([session]) == {session: 3}


def test_a_counter_begins_at_its_first_step_and_goes_both_ways(session: int) -> None:
    assert visits.add_to_tally(session, Tallied.CHILDREN, "12", 1) == 1
    assert visits.add_to_tally(session, Tallied.CHILDREN, "12", 4) == 5
    assert visits.add_to_tally(session, Tallied.CHILDREN, "24", 1) == 1
    assert visits.add_to_tally(session, Tallied.CHILDREN, "12", -2) == 3
    assert visits.tallies(session) == [
        TallyCount(Tallied.CHILDREN, "12", 3),
        TallyCount(Tallied.CHILDREN, "24", 1),
    ]


def test_more_sessions_than_one_question_may_name(place: int) -> None:
    ids = [make_session(place, day=DAY + timedelta(days=number)) for number in range(3)]
    make_visit(ids[2], None, AT, [ChildPresent(None, 7)])
    assert visits.children_at([*range(10_000, 11_200), *ids]) == {ids[2]: 1}


def test_a_visit_is_new_when_its_family_never_came_before_whatever_happened_since(place: int, session: int) -> None:
    family, day = make_family(), AT - timedelta(days=7)
    later = make_visit(session, family, AT)
    assert visits.get(later).is_new
    # a list on paper of the week before is typed in after it, with the hour of the typing
    earlier = make_visit(make_session(place, day=day.date()), family, AT + timedelta(hours=3))
    assert (visits.get(earlier).is_new, visits.get(later).is_new) == (True, False)
    visits.remove(earlier)
    assert visits.get(later).is_new


def test_of_two_visits_on_one_day_the_first_is_new_and_unnamed_people_never_are(place: int, session: int) -> None:
    family, elsewhere = make_family(), make_session(make_place("Bonnevie"))
    second = make_visit(elsewhere, family, AT + timedelta(hours=1))
    first = make_visit(session, family, AT)
    make_visit(session, None, AT)
    assert [visit.is_new for visit in visits.of_session(session)] == [True, False]
    assert (visits.get(first).is_new, visits.get(second).is_new) == (True, False)


def test_the_age_at_a_visit_follows_the_birth_month(place: int) -> None:
    session = make_session(place, day=date(2026, 3, 1))  # the day on which who was born in March turns one
    family = make_family(born=[(2025, 3), (2025, 4)])
    one, other = families.get(family).children
    nobody_knows = families.add_child(family, Child(0))
    visit_id = make_visit(session, family, AT, [ChildPresent(child) for child in (one.id, other.id, nobody_knows)])
    assert [child.months for child in visits.get(visit_id).children] == [12, 11, None]
    families.change_child(replace(other, born=BirthMonth(2024, 4)), None)  # a mistake is put right
    families.change_child(Child(nobody_knows, born=BirthMonth(2026, 4)), None)  # and another one made
    assert [child.months for child in visits.get(visit_id).children] == [12, 23, None]
