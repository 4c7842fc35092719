"""The board of the arrival desk over a real database."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason
from meetingplace.domain.sessions import Closing
from meetingplace.domain.visits import ChildPresent, Tallied, Warn
from meetingplace.services import arrivals, closing, desk
from meetingplace.services.desk import Presence
from meetingplace.storage import families, sessions
from tests.makers import DAY, make_family, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 10, 0)


@pytest.fixture
def place(house: None) -> int:
    """Make a place that knows families."""
    return make_place()


def came(place: int, family: int, *days: date) -> None:
    """Let a family come on these days."""
    for day in days:
        make_visit(make_session(place, day=day), family, datetime.combine(day, time(9, 40)))


def names(board: desk.DeskBoard) -> list[str]:
    """List the nicknames on the tiles."""
    return [tile.nickname for tile in board.tiles]


def test_regulars_of_this_weekday_come_first_then_of_this_place_then_the_latest(place: int) -> None:
    tuesdays = [DAY - timedelta(weeks=week) for week in (1, 2, 3)]
    wednesdays = [day + timedelta(days=1) for day in tuesdays] + [DAY - timedelta(days=27)]
    once = make_family("Eens op dinsdag")
    often = make_family("Elke dinsdag")
    wednesday = make_family("Elke woensdag")
    make_family("Nooit geweest", first_seen=date(2026, 9, 1))
    elsewhere = make_family("Elders", first_seen=date(2026, 10, 1))
    long_ago = make_family("Lang geleden", first_seen=date(2025, 1, 7))
    came(place, often, *tuesdays)
    came(place, once, tuesdays[0])
    came(place, wednesday, *wednesdays)
    came(make_place("Bonnevie"), elsewhere, tuesdays[0])
    came(place, long_ago, DAY - timedelta(weeks=20))
    board = desk.desk_board(make_session(place))
    assert names(board) == [
        "Elke dinsdag", "Eens op dinsdag", "Elke woensdag", "Elders", "Nooit geweest", "Lang geleden",
    ]  # fmt: skip


def test_tiles_do_not_move_when_families_come_go_or_are_new(place: int) -> None:
    ids = [make_family(f"Gezin {number}") for number in range(4)]
    for number, family in enumerate(ids):
        came(place, family, *[DAY - timedelta(weeks=week) for week in range(1, number + 2)])
    session = make_session(place)
    before = names(desk.desk_board(session))
    for family in ids[:3]:
        arrivals.check_in(session, family, NOW)
    arrivals.new_family_arrives(session, "Nieuw", None, [6], [Relation.MOTHER], [], NOW)
    arrivals.leave(arrivals.check_in(session, ids[3], NOW).made or 0, NOW)
    after = desk.desk_board(session)
    assert names(after) == [*before, "Nieuw"]
    assert [tile.presence for tile in after.tiles] == [
        Presence.LEFT,
        Presence.IN,
        Presence.IN,
        Presence.IN,
        Presence.IN,
    ]
    assert after.tiles[1].arrived == NOW
    assert after.tiles[1].visit_id is not None


def test_never_more_tiles_than_a_host_can_look_through(place: int) -> None:
    for number in range(30):
        make_family(f"Gezin {number}")
    assert len(desk.desk_board(make_session(place)).tiles) == 24


def test_searching_looks_past_the_regulars(place: int) -> None:
    make_family("Çağla", first_seen=date(2020, 1, 1))
    owl = make_family("Nour", picture=Picture("owl", 3))
    session = make_session(place)
    arrivals.check_in(session, owl, NOW)
    board = desk.desk_board(session, "cagl")
    assert (names(board), board.is_search) == (["Çağla"], True)
    found = desk.search_tiles(session, "OWL")
    assert [(tile.nickname, tile.presence) for tile in found] == [("Nour", Presence.IN)]
    assert desk.search_tiles(session, "% _ 'x") == ()


def test_the_board_shows_who_is_in_newest_first_and_who_left(place: int) -> None:
    session = make_session(place, title="Open ontmoeting", capacity=25)
    for number, name in enumerate(["Slak", "Uil", "Maan"]):
        arrivals.check_in(session, make_family(name, born=[(2025, 1)]), NOW + timedelta(minutes=number))
    guests = arrivals.guests(session, [14], [Relation.FATHER], [], "Crèche", NOW + timedelta(minutes=5)).made
    board = desk.desk_board(session)
    arrivals.leave(board.present[-1].visit_id, NOW + timedelta(minutes=30))
    board = desk.desk_board(session)
    assert [arrival.name for arrival in board.present] == ["Crèche", "Maan", "Uil"]
    assert (board.present[0].visit_id, board.present[0].family_id, board.present[0].picture) == (guests, None, None)
    assert [arrival.name for arrival in board.left] == ["Slak"]
    # who has left was there: the totals still count them; a group is no family
    assert (board.totals.all_children, board.totals.all_adults, board.totals.families) == (4, 4, 3)
    assert (board.session.title, board.session.place_name, board.capacity) == ("Open ontmoeting", "Kuregem", 25)
    assert board.refusal is None
    assert board.takes_families


def test_counters_stand_beside_the_totals(place: int) -> None:
    session = make_session(place)
    arrivals.check_in(session, make_family(born=[(2025, 1)]), NOW)
    arrivals.tally(session, Tallied.CHILDREN, "12", 2)
    board = desk.desk_board(session)
    assert (board.totals.children[AgeBand.ONE], board.totals.unnamed_children[AgeBand.ONE]) == (3, 2)


def test_warnings_point_out_and_never_stop(place: int) -> None:
    session = make_session(place, capacity=2, from_months=0, to_months=36)
    arrivals.tally(session, Tallied.CHILDREN, "12", 2)
    assert desk.desk_board(session).warnings == (Warn.CHILD_WITHOUT_ADULT,)
    arrivals.tally(session, Tallied.ADULTS, "mother", 1)
    assert desk.desk_board(session).warnings == ()
    arrivals.tally(session, Tallied.CHILDREN, "48", 1)
    assert desk.desk_board(session).warnings == (Warn.CAPACITY_PASSED, Warn.OUTSIDE_AGES)


def test_who_has_left_makes_room_for_others(place: int) -> None:
    session = make_session(place, capacity=2)
    for name in ("Slak", "Uil", "Maan"):
        arrivals.check_in(session, make_family(name, born=[(2025, 1)]), NOW)
    board = desk.desk_board(session)
    assert (board.children_inside, board.warnings) == (3, (Warn.CAPACITY_PASSED,))
    arrivals.leave(board.present[0].visit_id, NOW)
    board = desk.desk_board(session)
    assert (board.children_inside, board.totals.all_children, board.warnings) == (2, 3, ())


def test_a_family_whose_child_is_in_without_an_adult_is_named(place: int) -> None:
    session = make_session(place)
    moon, owl = (make_family(name, born=[(2025, 1)]) for name in ("Maan", "Uil"))
    for family in (moon, owl):
        arrivals.check_in(session, family, NOW)
    came = next(one for one in desk.desk_board(session).present if one.name == "Maan")
    child = families.get(moon).children[0].id
    arrivals.adjust(came.visit_id, None, [child], [], [])
    arrivals.guests(session, [30], [], [], "", NOW)  # a child of the list to tick has no family to name
    board = desk.desk_board(session)
    assert (board.without_adult, board.warnings) == (("Maan",), ())
    arrivals.leave(came.visit_id, NOW)
    assert desk.desk_board(session).without_adult == ()


def test_families_at_the_door_are_counted_apart(place: int) -> None:
    session = make_session(place, capacity=1)
    arrivals.tally(session, Tallied.WAITING, "all", 2)
    arrivals.turn_away(session, 3)
    board = desk.desk_board(session)
    assert (board.waiting, board.turned_away, board.totals.families, board.totals.all_children) == (2, 3, 0, 0)


def test_a_child_too_young_is_pointed_out_and_a_sibling_is_not(place: int) -> None:
    session = make_session(place, from_months=12, to_months=36)
    arrivals.check_in(session, make_family(born=[(2025, 1), (2021, 1)]), NOW)
    assert desk.desk_board(session).warnings == ()
    arrivals.check_in(session, make_family("Uil", born=[(2026, 9)]), NOW)
    assert desk.desk_board(session).warnings == (Warn.OUTSIDE_AGES,)


def test_a_place_that_only_counts_shows_no_families(house: None) -> None:
    make_family()
    session = make_session(make_place("Josaphatpark", level="tally"))
    for words in ("", "maan"):
        board = desk.desk_board(session, words)
        assert (board.tiles, board.present, board.takes_families, board.is_search) == ((), (), False, False)


def test_a_closed_desk_says_why_nothing_can_be_registered(place: int) -> None:
    session = make_session(place)
    closing.close_session(session, None, Closing(), NOW)
    board = desk.desk_board(session)
    assert (board.refusal, board.takes_families, board.session.is_closed) == (Reason.SESSION_CLOSED, False, True)


def test_the_desk_opens_on_the_session_that_runs_or_comes_next(place: int) -> None:
    other = make_place("Bonnevie")
    morning = make_session(place, start=time(9, 30), end=time(12, 0))
    afternoon = make_session(other, start=time(14, 0), end=time(16, 0))
    evening = make_session(place, start=time(18, 0), end=time(19, 30))
    make_session(place, day=DAY + timedelta(days=1))
    sessions.change(evening, None, state="cancelled", reason="ziek")
    choices = desk.desk_choices(DAY)
    assert [choice.session_id for choice in choices] == [morning, afternoon]
    assert [choice.place_name for choice in choices] == ["Kuregem", "Bonnevie"]
    assert [choice.session_id for choice in desk.desk_choices(DAY, other)] == [afternoon]

    def at(hour: int) -> int:
        found = desk.choice_for(choices, datetime.combine(DAY, time(hour)))
        assert found is not None
        return found.session_id

    assert [at(hour) for hour in (8, 10, 13, 15, 20)] == [morning, morning, afternoon, afternoon, afternoon]
    assert desk.choice_for((), NOW) is None


def test_a_closed_session_is_not_the_one_that_opens(place: int) -> None:
    morning = make_session(place)
    make_session(place, start=time(14, 0), end=time(16, 0))
    closing.close_session(morning, None, Closing(), NOW)
    found = desk.choice_for(desk.desk_choices(DAY), NOW)
    assert found is not None
    assert found.begins.hour == 14


def test_the_panel_shows_who_came_and_who_stayed_home(place: int) -> None:
    session = make_session(place)
    family = make_family("Uil", born=[(2024, 3), (2026, 1)])
    first, second = families.get(family).children
    visit = make_visit(session, family, NOW, [ChildPresent(second.id, 9), ChildPresent(None, 20)], [Relation.FATHER])
    board = desk.visit_board(visit)
    assert [(child.child_id, child.months, child.is_present) for child in board.children] == [
        (first.id, 31, False),
        (second.id, 9, True),
    ]
    assert (board.name, board.extra_months, board.adults) == ("Uil", (20,), (Relation.FATHER,))


def test_a_new_family_is_offered_free_pictures_and_the_languages_of_the_house(place: int) -> None:
    taken = Picture("snail", 0)
    make_family("Slak", picture=taken, languages=["so"])
    make_family("Uil", picture=Picture("owl", 1), languages=["so", "ti"])
    board = desk.newcomer_board()
    assert len(set(board.pictures)) == 10
    assert taken not in board.pictures
    assert board.languages[:4] == ("so", "ti", "fr", "en")
    assert len(board.languages) == 10
