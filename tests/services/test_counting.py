"""The program counts as `domain.md` section 4 says: a few days worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.families import AgeBand, BirthMonth, Relation
from meetingplace.domain.refusals import Refused
from meetingplace.domain.visits import Tallied
from meetingplace.services import arrivals, changes, directory, forgetting, merging
from meetingplace.storage import families
from tests.makers import make_house, make_place, make_session
from tests.services.second_count import AtSession, InPeriod
from tests.services.shown_counts import LATER, counts_at, counts_in, shown_at

MONDAY, TUESDAY, SUNDAY = date(2026, 10, 26), date(2026, 10, 27), date(2026, 11, 1)


@pytest.fixture
def week(house: None) -> tuple[int, int, int, int]:
    """Sessions on Monday, on Tuesday at two places, and on Sunday 1 November."""
    make_house()
    here, there = make_place(), make_place("Bonnevie")
    return tuple(
        make_session(place, day) for place, day in ((here, MONDAY), (here, TUESDAY), (there, TUESDAY), (here, SUNDAY))
    )


def at(day: date, minutes: int = 0) -> datetime:
    return datetime.combine(day, time(9, 30)) + timedelta(minutes=minutes)


def let_in_maan(session: int) -> tuple[int, int]:
    """Let a new family in with two children: born in November 2025 and in October 2024."""
    done = arrivals.new_family_arrives(session, "Maan", None, [11, 24], [Relation.MOTHER], ["ar"], at(MONDAY))
    return int(done.facts["family"]), int(done.made or 0)


def test_a_family_that_comes_twice_on_one_day_is_there_twice_and_is_one_family(week: tuple[int, ...]) -> None:
    monday, here, there, _sunday = week
    maan, _visit = let_in_maan(monday)
    for session in (here, there):
        arrivals.check_in(session, maan, at(TUESDAY))
    with pytest.raises(Refused):
        arrivals.check_in(here, maan, at(TUESDAY, 5))  # she is in: a second tap is no second family
    expected = AtSession({0: 1, 24: 1}, 0, {"mother": 1}, 1, 0)
    assert [counts_at(shown_at(session)) for session in (here, there)] == [expected, expected]
    assert counts_at(shown_at(monday)).new_families == 1
    # three visits of each of two children, one mother each time
    shown = {session: shown_at(session) for session in (monday, here, there)}
    assert counts_in(shown) == InPeriod(2, 1, 6, 0, 3, (0, 0, 2, 0, 0))


def test_a_child_stands_in_the_next_band_from_the_first_of_its_month(week: tuple[int, ...]) -> None:
    monday, _here, _there, sunday = week
    maan, _visit = let_in_maan(monday)
    arrivals.check_in(sunday, maan, at(SUNDAY))
    # 26 October 2026: born 11/2025 is 11 months, born 10/2024 is 24; 1 November: 12 and 25
    assert shown_at(monday).children == by_band(1, 0, 1)
    assert shown_at(sunday).children == by_band(0, 1, 1)
    # an unknown birth month that is written down later, and a mistake that is put right, hold for what was before too
    born_later = families.get(maan).children[0]
    directory.change_child(maan, replace(born_later, born=None), LATER)
    assert (shown_at(monday).children, shown_at(monday).children_of_unknown_age) == (by_band(0, 0, 1), 1)
    unknown = families.get(maan).children[0]
    directory.change_child(maan, replace(unknown, born=BirthMonth(2022, 11)), LATER)
    assert (shown_at(monday).children, shown_at(monday).children_of_unknown_age) == (by_band(0, 0, 1, 1), 0)
    assert shown_at(sunday).children == by_band(0, 0, 1, 0, 1)  # four years old on that day


def by_band(*numbers: int) -> dict[AgeBand, int]:
    return dict(zip(AgeBand, [*numbers, 0, 0, 0, 0, 0, 0], strict=False))


def test_names_groups_strangers_and_tallies_come_together_and_who_waits_is_not_there(week: tuple[int, ...]) -> None:
    session = week[1]
    maan, visit = let_in_maan(session)
    arrivals.adjust(visit, None, [families.get(maan).children[0].id], [30, None], [Relation.MOTHER, Relation.FATHER])
    arrivals.guests(session, [14], [Relation.GRANDPARENT], ["fr"], "", at(TUESDAY))
    arrivals.guests(session, [40, 41, 42], [Relation.PROFESSIONAL], [], "klas 1A", at(TUESDAY))
    for what, key, number in (
        (Tallied.CHILDREN, "12", 2), (Tallied.ADULTS, "mother", 1), (Tallied.FAMILIES, "all", 3),
        (Tallied.FAMILIES, "new", 1), (Tallied.LANGUAGES, "ar", 4), (Tallied.WAITING, "all", 5),
    ):  # fmt: skip
        arrivals.tally(session, what, key, number)
    arrivals.turn_away(session, 6)
    left = arrivals.guests(session, [0], [Relation.MOTHER], [], "", at(TUESDAY))
    arrivals.leave(left.made or 0, at(TUESDAY, 60))
    mistake = arrivals.guests(session, [72], [Relation.MOTHER], [], "", at(TUESDAY))
    arrivals.remove_visit(mistake.made or 0)
    taken_back = arrivals.guests(session, [72], [Relation.MOTHER], [], "", at(TUESDAY))
    assert taken_back.undo
    changes.undo(taken_back.undo)
    assert counts_at(shown_at(session)) == AtSession(
        children={
            0: 2,
            12: 3,
            24: 1,
            36: 3,
        },  # Maan's baby and who left; a stranger and two tallied; a friend; the class
        of_unknown_age=1,
        adults={"mother": 3, "father": 1, "grandparent": 1, "professional": 1},
        families=6,  # Maan, two without a name, three tallied; a class is no family
        new_families=2,
    )


def test_families_that_were_one_all_along_are_counted_as_one_until_it_is_taken_back(week: tuple[int, ...]) -> None:
    monday, here, _there, sunday = week
    maan, _visit = let_in_maan(monday)
    done = arrivals.new_family_arrives(here, "Mahn", None, [11, 60], [Relation.FATHER], ["fr"], at(TUESDAY))
    mahn = int(done.facts["family"])
    for family in (maan, mahn):
        arrivals.check_in(sunday, family, at(SUNDAY))
    everything = {session: shown_at(session) for session in week}
    assert counts_in(everything) == InPeriod(4, 2, 8, 0, 4, (0, 4, 0, 0, 0))
    one, other = families.get(maan), families.get(mahn)
    same = {other.children[0].id: one.children[0].id}
    merged = merging.merge(maan, mahn, (one.version, other.version), same)
    # three children, one family; on Sunday, where both were, the one child once and one adult of the two lists of one
    united = {session: shown_at(session) for session in week}
    assert counts_in(united) == InPeriod(3, 1, 7, 0, 3, (0, 2, 1, 0, 0))
    assert [united[session].new_families for session in (monday, here, sunday)] == [1, 0, 0]
    assert merged.undo
    changes.undo(merged.undo)
    assert {session: shown_at(session) for session in week} == everything


def test_a_family_that_is_forgotten_is_counted_as_before(week: tuple[int, ...]) -> None:
    monday, here, _there, _sunday = week
    maan, _visit = let_in_maan(monday)
    arrivals.check_in(here, maan, at(TUESDAY))
    before = {session: shown_at(session) for session in week}
    forgetting.forget_family(maan, families.get(maan).version, None, LATER)
    assert {session: shown_at(session) for session in week} == before
    assert counts_in(before) == InPeriod(2, 1, 4, 0, 2, (0, 2, 0, 0, 0))


def test_the_next_visit_is_the_first_when_the_first_was_a_mistake(week: tuple[int, ...]) -> None:
    monday, here, there, _sunday = week
    maan, visit = let_in_maan(here)
    arrivals.check_in(there, maan, at(TUESDAY, 30))
    typed_in = arrivals.check_in(monday, maan, at(TUESDAY, 60))  # from a list on paper, the day after
    new = lambda: [shown_at(session).new_families for session in (monday, here, there)]  # noqa: E731
    assert new() == [1, 0, 0]
    assert typed_in.undo
    changes.undo(typed_in.undo)
    assert new() == [0, 1, 0]
    arrivals.remove_visit(visit)
    assert new() == [0, 0, 1]
