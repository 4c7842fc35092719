"""The verbs of the arrival desk over a real database: what they write and refuse, and that each can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing, SessionState
from meetingplace.domain.visits import ChildPresent, Tallied, TallyCount, totals
from meetingplace.services import arrivals
from meetingplace.services.changes import Act, Changes, Topic, Undo, undo
from meetingplace.services.closing import close_session, reopen_session
from meetingplace.storage import families, records, sessions, tables, visits
from tests.makers import make_family, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 9, 40)


@pytest.fixture
def session_id(house: None) -> int:
    """Make a session at a place that knows families."""
    return make_session(make_place())


def everything() -> dict[str, list[dict[str, Any]]]:
    """Read every row of every table."""
    return {
        table.__name__: [tables.values_of(row) for row in table.select().order_by(table.id)] for table in tables.TABLES
    }


def reason_of(act: Callable[[], object]) -> Reason:
    """Tell for which reason an act is refused, having checked that it left nothing behind."""
    before = everything()
    with pytest.raises(Refused) as caught:
        act()
    assert everything() == before
    return caught.value.reason


def test_the_first_time_all_children_come_with_their_mother(session_id: int) -> None:
    family = make_family(born=[(2024, 3), (2026, 1)])
    done = arrivals.check_in(session_id, family, NOW)
    assert done.made is not None
    visit = visits.get(done.made)
    # March 2024 to October 2026: 31 completed months; January 2026: 9
    assert [child.months for child in visit.children] == [31, 9]
    assert visit.adults == (Relation.MOTHER,)
    assert visit.is_new
    assert visit.arrived == NOW
    assert done.act is Act.FAMILY_ARRIVED
    assert done.topics == {Topic.VISITS}
    assert (done.facts["nickname"], done.facts["children"], done.facts["adults"]) == ("Maan", 2, 1)


def test_a_child_that_is_not_born_yet_does_not_come(session_id: int) -> None:
    family = make_family(born=[(2024, 3), (2026, 12)])
    made = arrivals.check_in(session_id, family, NOW).made
    assert [child.months for child in visits.get(made or 0).children] == [31]


def test_the_next_time_those_come_who_came_last_time(session_id: int) -> None:
    family = make_family(born=[(2024, 3), (2026, 1)])
    older, _ = families.get(family).children
    earlier = make_session(make_place("Bonnevie"), day=date(2026, 10, 20))
    last_time = (ChildPresent(older.id, 31), ChildPresent(None, 20))
    make_visit(earlier, family, datetime(2026, 10, 20, 9, 40), last_time, [Relation.FATHER, Relation.GRANDPARENT])
    visit = visits.get(arrivals.check_in(session_id, family, NOW).made or 0)
    assert [child.child_id for child in visit.children] == [older.id]  # and no extra child of a friend
    assert visit.adults == (Relation.FATHER, Relation.GRANDPARENT)
    assert not visit.is_new


def test_a_child_above_the_ages_is_a_sibling_when_another_is_within_them(house: None) -> None:
    session = make_session(make_place(), to_months=36)
    both = make_family(born=[(2021, 10), (2025, 10)])
    alone = make_family("Uil", born=[(2021, 10)])
    visit = visits.get(arrivals.check_in(session, both, NOW).made or 0)
    assert [(child.months, child.is_sibling) for child in visit.children] == [(60, True), (12, False)]
    visit = visits.get(arrivals.check_in(session, alone, NOW).made or 0)
    assert [(child.months, child.is_sibling) for child in visit.children] == [(60, False)]


def test_a_family_is_in_once_and_comes_back_when_it_had_left(session_id: int) -> None:
    family = make_family(born=[(2024, 3)])
    first = arrivals.check_in(session_id, family, NOW)
    with pytest.raises(Refused) as caught:
        arrivals.check_in(session_id, family, NOW)
    assert caught.value.reason is Reason.ALREADY_THERE
    assert caught.value.facts == {"nickname": "Maan"}
    arrivals.leave(first.made or 0, NOW + timedelta(hours=1))
    again = arrivals.check_in(session_id, family, NOW + timedelta(hours=2))
    assert (again.act, again.made) == (Act.FAMILY_BACK, first.made)
    assert visits.get(first.made or 0).left is None
    assert visits.get(first.made or 0).arrived == NOW
    assert visits.number_in(session_id) == 1


def test_a_new_family_is_made_and_in_at_once(session_id: int) -> None:
    done = arrivals.new_family_arrives(
        session_id, "  Tante   Fatma ", None, [6, 42], [Relation.GRANDPARENT], ["ar", "nl", "ar"], NOW
    )
    visit = visits.get(done.made or 0)
    family = families.get(visit.family_id or 0)
    assert family.nickname == "Tante Fatma"
    assert family.languages == ("ar", "nl")
    assert family.first_seen == date(2026, 10, 27)
    # six months before October 2026 is April 2026; 42 months before it is April 2023
    assert [(child.born.year, child.born.month) for child in family.children if child.born] == [(2026, 4), (2023, 4)]
    assert [child.months for child in visit.children] == [6, 42]
    assert visit.adults == (Relation.GRANDPARENT,)
    assert visit.is_new
    assert done.topics == {Topic.VISITS, Topic.FAMILIES}


def test_new_families_get_pictures_that_nobody_has(session_id: int) -> None:
    for number in range(30):
        arrivals.new_family_arrives(session_id, f"Gezin {number}", None, [], [Relation.MOTHER], [], NOW)
    assert len(families.pictures_taken()) == 30


def test_a_new_family_keeps_the_picture_that_was_chosen(session_id: int) -> None:
    chosen = Picture("tram", 7)
    arrivals.new_family_arrives(session_id, "Tram 81", chosen, [], [Relation.FATHER], ["fr"], NOW)
    assert families.pictures_taken() == {chosen}


def test_guests_come_without_a_record(session_id: int) -> None:
    done = arrivals.guests(session_id, [14, None], [Relation.PROFESSIONAL], ["fr"], "Crèche De Kikker", NOW)
    visit = visits.get(done.made or 0)
    assert visit.family_id is None
    assert [(child.child_id, child.months) for child in visit.children] == [(None, 14), (None, None)]
    assert (visit.group, visit.languages) == ("Crèche De Kikker", ("fr",))
    assert families.number() == 0
    assert (done.facts["children"], done.facts["adults"]) == (2, 1)


def test_adjusting_writes_who_really_came(session_id: int) -> None:
    family = make_family(born=[(2024, 3), (2026, 1)])
    _, baby = families.get(family).children
    made = arrivals.check_in(session_id, family, NOW).made or 0
    arrivals.adjust(made, visits.get(made).version, [baby.id], [50], [Relation.FATHER, Relation.CARER])
    visit = visits.get(made)
    assert [(child.child_id, child.months) for child in visit.children] == [(baby.id, 9), (None, 50)]
    assert visit.adults == (Relation.FATHER, Relation.CARER)
    assert visit.arrived == NOW


def test_a_child_that_was_not_born_yet_as_somebody_mistyped_comes_in_all_the_same(session_id: int) -> None:
    family = make_family(born=[(2026, 12)])  # the session is in October
    (child,) = families.get(family).children
    made = arrivals.check_in(session_id, family, NOW).made
    assert made is not None
    arrivals.adjust(made, None, [child.id], [], [Relation.MOTHER])
    assert visits.get(made).children == (ChildPresent(child.id, None),)
    counted = totals(visits.of_session(session_id), [])
    assert (counted.all_children, counted.children_of_unknown_age) == (1, 1)


def test_adjusting_what_another_desk_changed_is_refused(session_id: int) -> None:
    family = make_family(born=[(2024, 3)])
    made = arrivals.check_in(session_id, family, NOW).made or 0
    seen = visits.get(made).version
    arrivals.adjust(made, seen, [], [], [Relation.FATHER])
    assert reason_of(lambda: arrivals.adjust(made, seen, [], [], [Relation.CARER])) is Reason.CHANGED_MEANWHILE


def test_adjusting_refuses_a_child_of_another_family_and_an_empty_visit(session_id: int) -> None:
    made = arrivals.check_in(session_id, make_family(born=[(2024, 3)]), NOW).made or 0
    other = families.get(make_family("Uil", born=[(2025, 1)])).children[0].id
    assert reason_of(lambda: arrivals.adjust(made, None, [other], [], [Relation.MOTHER])) is Reason.NOT_FOUND
    assert reason_of(lambda: arrivals.adjust(made, None, [], [], [])) is Reason.NOBODY_CAME


def test_who_left_keeps_the_first_hour_and_may_come_back(session_id: int) -> None:
    made = arrivals.check_in(session_id, make_family(), NOW).made or 0
    arrivals.leave(made, NOW + timedelta(minutes=50))
    second = arrivals.leave(made, NOW + timedelta(minutes=80))
    assert visits.get(made).left == NOW + timedelta(minutes=50)
    assert second.undo is None  # nothing changed: nothing to undo
    arrivals.come_back(made)
    assert visits.get(made).left is None
    assert reason_of(lambda: arrivals.come_back(made)) is Reason.ALREADY_THERE


def test_removing_a_visit_keeps_the_family(session_id: int) -> None:
    family = make_family(born=[(2024, 3)])
    made = arrivals.check_in(session_id, family, NOW).made or 0
    arrivals.remove_visit(made)
    assert visits.of_session(session_id) == []
    assert tables.VisitChild.select().count() == 0
    assert len(families.get(family).children) == 1


def test_counting_without_names_never_goes_below_zero(session_id: int) -> None:
    arrivals.tally(session_id, Tallied.CHILDREN, "12", +1)
    done = arrivals.tally(session_id, Tallied.CHILDREN, "12", +1)
    assert done.facts["number"] == 2
    arrivals.tally(session_id, Tallied.CHILDREN, "12", -2)
    assert visits.tallies(session_id) == [TallyCount(Tallied.CHILDREN, "12", 0)]
    assert reason_of(lambda: arrivals.tally(session_id, Tallied.CHILDREN, "12", -1)) is Reason.TALLY_BELOW_ZERO
    assert reason_of(lambda: arrivals.tally(session_id, Tallied.ADULTS, "father", -1)) is Reason.TALLY_BELOW_ZERO


@pytest.mark.parametrize(
    ("what", "key"),
    [
        (Tallied.CHILDREN, "13"),
        (Tallied.ADULTS, "aunt"),
        (Tallied.FAMILIES, "some"),
        (Tallied.MUNICIPALITIES, "Anderlecht"),
    ],
)
def test_only_categories_of_the_house_are_counted(session_id: int, what: Tallied, key: str) -> None:
    assert reason_of(lambda: arrivals.tally(session_id, what, key, 1)) is Reason.CHOICE_UNKNOWN


def test_two_desks_that_count_at_one_moment_lose_nothing(session_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    arrivals.tally(session_id, Tallied.ADULTS, "mother", 1)
    real, calls = records.change, []

    def another_desk_was_first(table: Any, id: int, version: int | None = None, **values: Any) -> None:
        if not calls:
            calls.append(id)
            raise Refused(Reason.CHANGED_MEANWHILE)
        real(table, id, version, **values)

    monkeypatch.setattr(records, "change", another_desk_was_first)
    arrivals.tally(session_id, Tallied.ADULTS, "mother", 1)
    assert visits.tallies(session_id) == [TallyCount(Tallied.ADULTS, "mother", 2)]


def test_names_and_counters_add_up(session_id: int) -> None:
    arrivals.check_in(session_id, make_family(born=[(2024, 3), (2026, 1)]), NOW)
    arrivals.guests(session_id, [14], [Relation.FATHER], [], "", NOW)
    arrivals.tally(session_id, Tallied.CHILDREN, "12", +2)
    arrivals.tally(session_id, Tallied.ADULTS, "father", +1)
    present = totals(visits.of_session(session_id), visits.tallies(session_id))
    assert (present.children[AgeBand.BABY], present.children[AgeBand.ONE], present.children[AgeBand.TWO]) == (1, 3, 1)
    assert (present.adults[Relation.MOTHER], present.adults[Relation.FATHER]) == (1, 2)
    assert (present.families, present.new_families) == (2, 1)


def test_a_closed_session_takes_no_visits_until_it_opens_again(session_id: int) -> None:
    family = make_family()
    made = arrivals.check_in(session_id, family, NOW).made or 0
    close_session(session_id, None, Closing(), NOW)
    for act in (
        lambda: arrivals.check_in(session_id, make_family("Uil"), NOW),
        lambda: arrivals.guests(session_id, [], [Relation.MOTHER], [], "", NOW),
        lambda: arrivals.tally(session_id, Tallied.CHILDREN, "0", 1),
        lambda: arrivals.leave(made, NOW),
        lambda: arrivals.remove_visit(made),
        lambda: arrivals.adjust(made, None, [], [], [Relation.FATHER]),
        lambda: close_session(session_id, None, Closing(), NOW),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.reason is Reason.SESSION_CLOSED
    reopen_session(session_id)
    assert sessions.get(session_id).state is SessionState.PLANNED
    assert sessions.get(session_id).closed_at is None
    arrivals.leave(made, NOW)
    assert reason_of(lambda: reopen_session(session_id)) is Reason.STATE_NOT_ALLOWED


def test_a_cancelled_session_takes_no_visits(session_id: int) -> None:
    sessions.change(session_id, None, state="cancelled", reason="ziek")
    assert reason_of(lambda: arrivals.tally(session_id, Tallied.CHILDREN, "0", 1)) is Reason.SESSION_CANCELLED
    assert reason_of(lambda: reopen_session(session_id)) is Reason.SESSION_CANCELLED


def test_a_place_that_only_counts_takes_no_families(house: None) -> None:
    session = make_session(make_place("Josaphatpark", level="tally"))
    family = make_family()
    refused = Reason.ONLY_TALLIES_HERE
    assert reason_of(lambda: arrivals.check_in(session, family, NOW)) is refused
    assert reason_of(lambda: arrivals.guests(session, [], [Relation.MOTHER], [], "", NOW)) is refused
    assert reason_of(lambda: arrivals.new_family_arrives(session, "X", None, [], [Relation.MOTHER], [], NOW)) is refused
    arrivals.tally(session, Tallied.ADULTS, "mother", 1)
    assert visits.tallies(session) == [TallyCount(Tallied.ADULTS, "mother", 1)]


@pytest.mark.parametrize(
    ("typed", "why"), [("", Reason.NAME_MISSING), (" \t\n ", Reason.NAME_MISSING), ("x" * 10_000, Reason.TEXT_TOO_LONG)]
)
def test_a_nickname_that_cannot_be_kept_loses_nothing(session_id: int, typed: str, why: Reason) -> None:
    assert reason_of(lambda: arrivals.new_family_arrives(session_id, typed, None, [6], [], [], NOW)) is why


@pytest.mark.parametrize("typed", ["=1+1", "🐌🐌", "סבתא", "عائلة {n} %s"])
def test_a_strange_nickname_is_kept_as_typed(session_id: int, typed: str) -> None:
    made = arrivals.new_family_arrives(session_id, typed, None, [6], [], [], NOW).made or 0
    assert families.get(visits.get(made).family_id or 0).nickname == typed


def test_people_who_cannot_be_are_refused(session_id: int) -> None:
    assert reason_of(lambda: arrivals.guests(session_id, [], [], [], "", NOW)) is Reason.NOBODY_CAME
    assert reason_of(lambda: arrivals.guests(session_id, [-3], [], [], "", NOW)) is Reason.NUMBER_IMPOSSIBLE
    assert reason_of(lambda: arrivals.guests(session_id, [12] * 201, [], [], "", NOW)) is Reason.NUMBER_IMPOSSIBLE
    assert reason_of(lambda: arrivals.guests(session_id, [12], [], ["klingon"], "", NOW)) is Reason.LANGUAGE_UNKNOWN
    assert reason_of(lambda: arrivals.check_in(session_id, 999, NOW)) is Reason.NOT_FOUND


def day_at_the_desk(session_id: int) -> list[Callable[[], Changes]]:
    """List one act of each kind, in an order in which they may happen."""
    family = make_family(born=[(2024, 3), (2026, 1)])
    other = make_family("Uil", born=[(2025, 1)])
    host = make_member()

    def visit_of(family_id: int) -> int:
        found = visits.of_family_at(session_id, family_id)
        assert found is not None
        return found.id

    return [
        lambda: arrivals.check_in(session_id, family, NOW),
        lambda: arrivals.new_family_arrives(session_id, "Slak", None, [6, 18], [Relation.FATHER], ["tr"], NOW),
        lambda: arrivals.check_in(session_id, other, NOW),
        lambda: arrivals.adjust(visit_of(family), None, [], [30], [Relation.FATHER]),
        lambda: arrivals.adjust(visit_of(family), None, [], [], [Relation.CARER]),
        lambda: arrivals.guests(session_id, [14], [Relation.MOTHER], [], "", NOW),
        lambda: arrivals.leave(visit_of(family), NOW),
        lambda: arrivals.check_in(session_id, family, NOW),
        lambda: arrivals.leave(visit_of(other), NOW),
        lambda: arrivals.come_back(visit_of(other)),
        lambda: arrivals.remove_visit(visit_of(other)),
        lambda: arrivals.tally(session_id, Tallied.CHILDREN, "12", 1),
        lambda: arrivals.tally(session_id, Tallied.CHILDREN, "12", 2),
        lambda: arrivals.tally(session_id, Tallied.CHILDREN, "12", -1),
        lambda: close_session(session_id, None, Closing(team=(host,)), NOW),
        lambda: reopen_session(session_id),
    ]


def test_a_whole_day_is_undone_step_by_step_and_done_again(session_id: int) -> None:
    pictures: list[dict[str, list[dict[str, Any]]]] = []
    steps: list[Undo] = []
    for act in day_at_the_desk(session_id):
        pictures.append(everything())
        done = act()
        assert done.undo is not None
        steps.append(done.undo)
    end = everything()
    again: list[Undo] = []
    for before, step in zip(reversed(pictures), reversed(steps), strict=True):
        back = undo(step)
        assert everything() == before
        assert back.undo is not None
        again.append(back.undo)
    for step in reversed(again):
        undo(step)
    assert everything() == end


def test_what_was_counted_is_never_done_again_at_another_counter(session_id: int) -> None:
    step = arrivals.tally(session_id, Tallied.CHILDREN, "48", 1).undo
    assert step
    again = undo(step).undo
    arrivals.tally(session_id, Tallied.CHILDREN, "0", 1)  # in a file it takes the id of the one that went
    assert again
    assert reason_of(lambda: undo(again)) is Reason.CHANGED_MEANWHILE
    assert visits.tallies(session_id) == [TallyCount(Tallied.CHILDREN, "0", 1)]


def test_undo_of_an_arrival_that_was_adjusted_since_is_refused(session_id: int) -> None:
    arrived = arrivals.check_in(session_id, make_family(born=[(2024, 3)]), NOW)
    arrivals.adjust(arrived.made or 0, None, [], [], [Relation.FATHER])
    step = arrived.undo
    assert step is not None
    assert reason_of(lambda: undo(step)) is Reason.CHANGED_MEANWHILE


# --- at the door: the host who wrote it down, two sessions on one day, waiting, turned away ---


def test_a_visit_says_which_host_wrote_it_down(session_id: int) -> None:
    host = make_member()
    known = arrivals.check_in(session_id, make_family(), NOW, host).made
    new = arrivals.new_family_arrives(session_id, "Slak", None, [12], [Relation.FATHER], [], NOW, host).made
    guests = arrivals.guests(session_id, [12], [], [], "", NOW, host).made
    assert [visits.get(made or 0).written_by for made in (known, new, guests)] == [host] * 3
    assert visits.get(arrivals.check_in(session_id, make_family("Uil"), NOW).made or 0).written_by is None


def test_a_family_that_was_elsewhere_today_comes_in_and_that_is_said(session_id: int) -> None:
    family = make_family()
    morning = make_session(make_place("Bonnevie"), title="Babymassage")
    yesterday = make_session(make_place("Anneessens"), day=date(2026, 10, 26), title="Zingen")
    make_visit(yesterday, family, NOW - timedelta(days=1))
    make_visit(morning, family, NOW - timedelta(minutes=30))
    done = arrivals.check_in(session_id, family, NOW)
    assert done.facts["also_at"] == "Babymassage"
    assert visits.number_in(session_id) == 1


def test_a_family_that_came_yesterday_is_nothing_to_say(session_id: int) -> None:
    family = make_family()
    make_visit(make_session(make_place("Bonnevie"), day=date(2026, 10, 26)), family, NOW - timedelta(days=1))
    assert "also_at" not in arrivals.check_in(session_id, family, NOW).facts


def test_families_that_wait_are_in_no_total(session_id: int) -> None:
    arrivals.tally(session_id, Tallied.WAITING, "all", 2)
    assert totals(visits.of_session(session_id), visits.tallies(session_id)) == totals([], [])
    assert reason_of(lambda: arrivals.tally(session_id, Tallied.WAITING, "new", 1)) is Reason.CHOICE_UNKNOWN


def test_who_is_turned_away_is_counted_and_makes_the_session_full(session_id: int) -> None:
    arrivals.turn_away(session_id, 1)
    done = arrivals.turn_away(session_id, 1)
    session = sessions.get(session_id)
    assert (session.turned_away, session.is_full, done.facts["number"]) == (2, True, 2)
    arrivals.turn_away(session_id, -2)
    assert sessions.get(session_id).turned_away == 0
    assert reason_of(lambda: arrivals.turn_away(session_id, -1)) is Reason.TALLY_BELOW_ZERO
    assert reason_of(lambda: arrivals.turn_away(session_id, 1_001)) is Reason.NUMBER_IMPOSSIBLE
