"""Typing in what stands on paper, over a real database: rows of names, counts, and nobody counted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from meetingplace.domain.enrolments import Enrolled, OnList
from meetingplace.domain.families import AgeBand, HowHeard, Relation
from meetingplace.domain.paper_lists import PaperKind, PaperRow
from meetingplace.domain.pictures import Picture
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import SessionState
from meetingplace.domain.sheet_code import code_of
from meetingplace.domain.visits import ChildPresent, Tallied
from meetingplace.services import arrivals, paper_lists, typing_in
from meetingplace.storage import enrolments as kept_enrolments, families, sessions, visits
from tests.makers import DAY, make_family, make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 20, 0)
BEGAN = datetime(2026, 10, 27, 9, 30)
MUM, DAD, GRAN = Relation.MOTHER, Relation.FATHER, Relation.GRANDPARENT


@pytest.fixture
def place(house: None) -> int:
    """Make a place."""
    return make_place("De Kers", postcode="1030", municipality="Schaarbeek")


@pytest.fixture
def session(place: int) -> int:
    """Make a session of which the list comes back."""
    return make_session(place, title="Spelen")


def make_regular(place: int, nickname: str, **what: object) -> int:
    """Make a family that came a week ago, and so stands on the sheet."""
    family = make_family(nickname, picture=Picture("owl", len(nickname) % 8), **what)  # type: ignore[arg-type]
    before = make_session(place, DAY - timedelta(days=7))
    make_visit(before, family, datetime(2026, 10, 20, 10), [ChildPresent(c.id) for c in families.get(family).children])
    return family


def refused(row: PaperRow, session: int) -> Refused:
    with pytest.raises(Refused) as raised:
        typing_in.write_row(session, row)
    return raised.value


def test_the_rows_follow_the_paper_and_then_who_came_without_standing_on_it(place: int, session: int) -> None:
    make_regular(place, "Zon", born=[(2024, 4), (2026, 1)], languages=("tr",))
    maan = make_regular(place, "Maan")
    stranger = make_family("Ster", languages=())
    make_visit(session, stranger, BEGAN, [ChildPresent(None, 8)], [MUM, DAD])
    make_visit(session, None, BEGAN, [ChildPresent()], [], group="Kinderdagverblijf")
    arrivals.check_in(session, maan, BEGAN)
    board = typing_in.names_board(session)
    assert [(row.name, row.visit_id is not None) for row in board.rows] == [
        ("Maan", True), ("Zon", False), ("Ster", True), ("Kinderdagverblijf", True),
    ]  # fmt: skip
    # on 27 October 2026: April 2024 is 30 months, January 2026 nine
    assert (board.rows[1].ages, board.rows[1].languages) == ((30, 9), ("tr",))
    assert (board.rows[2].ages, board.rows[2].adults) == ((8,), (MUM, DAD))
    assert board.sheet.code == code_of(session)
    assert [name for _id, name in board.known] == ["Maan", "Ster", "Zon"]


def test_a_tick_is_enough_for_who_stands_on_the_paper(place: int, session: int) -> None:
    zon = make_regular(place, "Zon", born=[(2024, 4), (2026, 1)])
    member = make_member("Els")
    made = typing_in.write_row(session, PaperRow("Zon", family_id=zon), member).made or 0
    visit = visits.get(made)
    assert (visit.arrived, visit.left, visit.written_by) == (BEGAN, None, member)
    assert (len(visit.children), visit.adults) == (2, (MUM,))  # as last time


def test_what_the_row_says_goes_before_last_time(place: int, session: int) -> None:
    zon = make_regular(place, "Zon", born=[(2024, 4), (2026, 1)])
    row = PaperRow("Zon", (30, 60), (DAD, GRAN), left=time(11, 15), family_id=zon)
    visit = visits.get(typing_in.write_row(session, row).made or 0)
    known, friend = visit.children
    assert (known.months, friend) == (30, ChildPresent(None, 60))
    assert (visit.adults, visit.left) == ((DAD, GRAN), datetime(2026, 10, 27, 11, 15))


def test_a_new_nickname_is_a_new_family_with_what_the_paper_tells(session: int) -> None:
    row = PaperRow(" Nieuwe  maan", (8, None), (MUM,), ("so",), HowHeard.SCHOOL)
    made = typing_in.write_row(session, row).made or 0
    family = families.get(visits.get(made).family_id or 0)
    assert (family.nickname, family.languages, family.how_heard) == ("Nieuwe maan", ("so",), HowHeard.SCHOOL)
    assert [child.born and (child.born.year, child.born.month) for child in family.children] == [(2026, 2), None]
    assert family.first_seen == DAY
    assert visits.get(made).is_new
    # whoever types the ages later still makes no second child
    again = typing_in.write_row(session, replace(row, name="", visit_id=made))
    assert again.made == made
    assert len(families.get(family.id).children) == 2


def test_who_was_registered_at_the_desk_counts_once(place: int, session: int) -> None:
    ster = make_family("Ster")
    desk = arrivals.check_in(session, ster, BEGAN + timedelta(minutes=20)).made
    for row in (PaperRow("ster", (14,), (DAD,)), PaperRow("STER", (14,), (DAD, GRAN)), PaperRow(family_id=ster)):
        assert typing_in.write_row(session, row).made == desk
    (visit,) = visits.of_session(session)
    assert visit.arrived == BEGAN + timedelta(minutes=20)
    totals = typing_in.names_board(session).totals
    assert (totals.families, totals.all_children) == (1, 1)


def test_adults_for_whom_paper_has_no_box_stay(session: int) -> None:
    ster = make_family("Ster")
    visit = make_visit(session, ster, BEGAN, [], [MUM, Relation.PROFESSIONAL])
    typing_in.write_row(session, PaperRow("Ster", None, (DAD,), visit_id=visit))
    assert visits.get(visit).adults == (DAD, Relation.PROFESSIONAL)


def test_people_without_a_name_are_unnamed_people(session: int) -> None:
    made = typing_in.write_row(session, PaperRow("", (None, 30), (MUM,), ("ar",))).made or 0
    visit = visits.get(made)
    assert (visit.family_id, visit.languages) == (None, ("ar",))
    assert [child.months for child in visit.children] == [None, 30]
    typing_in.write_row(session, PaperRow("", None, (MUM, DAD), visit_id=made))
    assert len(visits.of_session(session)) == 1
    assert visits.get(made).adults == (MUM, DAD)


def test_somebody_of_the_list_of_a_session_is_ticked_there(place: int) -> None:
    session = make_session(place, is_walk_in=False)
    noor = kept_enrolments.add(Enrolled(0, OnList(session_id=session), "Noor", NOW))
    (row,) = typing_in.names_board(session).rows
    assert (row.name, row.enrolment_id, row.visit_id) == ("Noor", noor, None)
    made = typing_in.write_row(session, row).made
    assert kept_enrolments.came(session) == {noor: made}
    (row,) = typing_in.names_board(session).rows
    assert row.visit_id == made
    typing_in.write_row(session, replace(row, ages=(50,), adults=(GRAN,)))
    (visit,) = visits.of_session(session)
    assert (visit.children, visit.adults) == ((ChildPresent(None, 50),), (GRAN,))
    assert families.nicknames() == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (PaperRow("Leeg", ()), Reason.NOBODY_CAME),
        (PaperRow("x" * 10_000), Reason.TEXT_TOO_LONG),
        (PaperRow("Taal", (8,), languages=("qq",)), Reason.LANGUAGE_UNKNOWN),
        (PaperRow("Weg", visit_id=999), Reason.NOT_FOUND),
        (PaperRow("Veel", (8,) * 201), Reason.NUMBER_IMPOSSIBLE),
    ],
)
def test_a_row_that_cannot_be_leaves_nothing_behind(session: int, row: PaperRow, reason: Reason) -> None:
    assert refused(row, session).reason is reason
    assert families.nicknames() == []
    assert visits.of_session(session) == []


def test_two_families_of_one_nickname_are_not_mixed_up(session: int) -> None:
    make_family("Ster")
    make_family("ster", picture=Picture("owl", 1))
    assert refused(PaperRow("Ster", (8,)), session).reason is Reason.NAME_TAKEN


def test_a_visit_of_another_session_is_not_touched(place: int, session: int) -> None:
    elsewhere = make_visit(make_session(place, date(2026, 10, 28)), make_family("Ster"), BEGAN)
    assert refused(PaperRow("Ster", visit_id=elsewhere), session).reason is Reason.NOT_FOUND


def test_a_closed_session_and_a_place_that_only_counts_take_no_rows(session: int) -> None:
    sessions.change(session, None, state=SessionState.HELD.value)
    assert refused(PaperRow("Ster", (8,)), session).reason is Reason.SESSION_CLOSED
    assert typing_in.names_board(session).sheet.refusal is Reason.SESSION_CLOSED
    square = make_session(make_place("Plein", level=Level.TALLY.value))
    assert refused(PaperRow("Ster", (8,)), square).reason is Reason.ONLY_TALLIES_HERE
    with pytest.raises(Refused):
        typing_in.names_board(square)


@pytest.mark.parametrize("name", ["=1+1", "<b>vet</b> & co", "نور", "👶🏽 Zon"])
def test_any_nickname_is_written_as_it_stands(session: int, name: str) -> None:
    typing_in.write_row(session, PaperRow(name, (8,)))
    assert [row.name for row in typing_in.names_board(session).rows] == [name]


def test_the_counts_of_a_tally_sheet_are_set_not_added(session: int) -> None:
    arrivals.tally(session, Tallied.CHILDREN, "12", 2)  # at the desk
    arrivals.count(session, Tallied.CHILDREN, "12", 5)
    arrivals.count(session, Tallied.FAMILIES, "all", 4)
    board = typing_in.tally_board(session)
    assert (Tallied.CHILDREN, "12", 5) in board.counts
    assert board.totals.children[AgeBand.ONE] == board.totals.all_children == 5
    assert board.totals.families == 4
    for number in (-1, 1_001):
        with pytest.raises(Refused) as raised:
            arrivals.count(session, Tallied.CHILDREN, "12", number)
        assert raised.value.reason is Reason.NUMBER_IMPOSSIBLE


def test_a_tally_sheet_has_its_counts_in_the_order_of_the_paper(place: int, session: int) -> None:
    arrivals.tally(session, Tallied.MUNICIPALITIES, "9000", 1)  # what the paper had no line for
    board = typing_in.tally_board(session)
    whats = list(dict.fromkeys(what for what, _key, _number in board.counts))
    assert whats == [
        Tallied.CHILDREN, Tallied.ADULTS, Tallied.FAMILIES, Tallied.LANGUAGES, Tallied.MUNICIPALITIES,
        Tallied.HOW_HEARD, None,
    ]  # fmt: skip
    assert [key for what, key, _n in board.counts if what is Tallied.MUNICIPALITIES] == ["1030", "9000"]
    assert board.towns == {"1030": "1030 Schaarbeek"}
    assert [key for what, key, _n in board.counts if what is Tallied.HOW_HEARD] == [
        "friend", "flyer", "school", "kind_en_gezin", "doctor", "web", "passing_by",
    ]  # fmt: skip


def test_a_difference_that_is_kept_stands_in_the_remark_of_the_session(session: int) -> None:
    paper_lists.note_printed(session, PaperKind.TALLY, NOW)
    sessions.change(session, None, remark="Regen")
    assert typing_in.tally_board(session).sheet.list_id is not None
    paper_lists.finish(session, PaperKind.TALLY, NOW, "12 op papier, 11 ingevoerd: één kind telde dubbel")
    assert sessions.get(session).remark == "Regen\n12 op papier, 11 ingevoerd: één kind telde dubbel"
    assert typing_in.tally_board(session).sheet.list_id is None
    assert paper_lists.waiting_lists(NOW, None) == ()
