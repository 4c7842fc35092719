"""Families that look alike: why, what is joined, and what a host says of them. No window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from meetingplace.domain.families import BirthMonth, Child
from meetingplace.domain.pictures import Picture
from meetingplace.domain.visits import ChildPresent
from meetingplace.services import contacts, directory, merging as merging_service
from meetingplace.storage import families, visits
from meetingplace.ui.directory.doubles.presenter import FOLLOWS, Presenter
from meetingplace.ui.directory.doubles.shown import DoublesShown
from meetingplace.ui.directory.merging.presenter import Presenter as MergePresenter
from meetingplace.ui.directory.merging.shown import MergeShown
from meetingplace.ui.directory.picking.presenter import Presenter as PickPresenter
from meetingplace.ui.directory.shown import RowShown
from tests.makers import DAY, make_family, make_house, make_place, make_session, make_visit
from tests.ui.directory.rooms import NOW, Around

pytestmark = pytest.mark.usefixtures("house")


@dataclass
class View:
    """Remembers what it was shown."""

    doubles: DoublesShown | None = None
    merge: MergeShown | None = None
    rows: list[str] = field(default_factory=list)
    nobody: str = ""
    taken: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    closed: int = 0

    def show_pairs(self, shown: DoublesShown) -> None:
        self.doubles = shown

    def show_merge(self, shown: MergeShown) -> None:
        self.merge = shown

    def show_rows(self, rows: tuple[RowShown, ...], nobody: str) -> None:
        self.rows, self.nobody = [row.nickname for row in rows], nobody

    def take(self, family_id: int) -> None:
        self.taken.append(family_id)

    def show_problem(self, said: str) -> None:
        self.problems.append(said)

    def close_panel(self) -> None:
        self.closed += 1


class Two:
    """Yousra and Joesra: the same sound, a child of the same name and month, both at one session."""

    def __init__(self) -> None:
        make_house()
        self.place = make_place(level="contact")
        self.session, self.earlier = make_session(self.place), make_session(self.place, DAY.replace(day=20))
        self.one = make_family("Yousra", languages=["ar"])
        self.other = make_family("Joesra", picture=Picture("owl", 1), languages=["ar", "fr"])
        self.bo = families.add_child(self.one, Child(0, "Bo", BirthMonth(2024, 5)))
        self.same = families.add_child(self.other, Child(0, "Bo", BirthMonth(2024, 5)))
        families.add_child(self.other, Child(0, "Lina", BirthMonth(2022, 3)))
        make_visit(self.session, self.one, datetime(2026, 10, 27, 9, 35), [ChildPresent(self.bo, 29)])
        make_visit(self.session, self.other, datetime(2026, 10, 27, 9, 50), [ChildPresent(self.same, 29)])
        make_visit(self.earlier, self.other, datetime(2026, 10, 20, 9, 50), [ChildPresent(self.same, 29)])


@pytest.fixture
def two(house: None) -> Two:
    return Two()


def merging(around: Around, *ids: int) -> tuple[MergePresenter, View, list[int]]:
    view, merged = View(), []
    presenter = MergePresenter(around.surroundings, view, (ids[0], ids[1]), merged.append)
    around.bulletin.follow(FOLLOWS, lambda: None if view.closed else presenter.refresh())
    presenter.refresh()
    return presenter, view, merged


def listed(around: Around) -> tuple[Presenter, View]:
    view = View()
    presenter = Presenter(around.surroundings, view)
    around.bulletin.follow(FOLLOWS, presenter.refresh)
    presenter.refresh()
    return presenter, view


def test_a_pair_says_what_is_the_same_and_can_be_read_aloud(two: Two) -> None:
    _presenter, view = listed(Around())
    assert view.doubles
    (pair,) = view.doubles.pairs
    assert pair.why == "The same: how the nickname sounds and name and birth month of Bo"
    assert (pair.one.nickname, pair.other.nickname) == ("Yousra", "Joesra")
    assert pair.other.line.splitlines()[1] == "Bo (May 2024) and Lina (March 2022)"
    assert pair.look_name == "See what is joined: Yousra and Joesra"
    assert pair.two_name == "They are two: Yousra and Joesra"
    assert view.doubles.more == ""


def test_who_was_said_to_be_two_is_not_asked_again_until_it_is_undone(two: Two) -> None:
    around = Around()
    presenter, view = listed(around)
    presenter.say_two(two.one, two.other)
    assert view.doubles == DoublesShown("No two families look alike now.", (), "")
    around.work.undo()
    assert view.doubles
    assert len(view.doubles.pairs) == 1


def test_the_preview_says_what_is_joined(two: Two) -> None:
    contacts.write(two.one, families.get(two.one).version, "0470", DAY, DAY)
    _presenter, view, _merged = merging(Around(), two.one, two.other)
    shown = view.merge
    assert shown
    facts = dict(shown.facts)
    assert [(family, name) for family, name, _picture in shown.stays] == [(two.one, "Yousra"), (two.other, "Joesra")]
    assert (shown.nickname, shown.stays[1][2]) == ("Yousra", Picture("owl", 1))
    assert facts["Visits"] == (
        "2 in all: 1 of Yousra, 2 of Joesra. At 1 session both were written down: that becomes one visit."
    )
    assert facts["Children"] == "Bo (May 2024) and Lina (March 2022)"
    assert facts["Contact"] == "That of Yousra goes along."
    assert "0470" not in repr(shown)
    (child,) = shown.same_children
    assert (child.question, child.is_one) == ("Bo of Yousra and Bo of Joesra are one child", True)


def test_of_two_contacts_it_says_which_is_kept(two: Two) -> None:
    for family in (two.one, two.other):
        contacts.write(family, families.get(family).version, "0470", DAY, DAY)
    _presenter, view, _merged = merging(Around(), two.other, two.one)
    assert view.merge
    assert dict(view.merge.facts)["Contact"] == "Only that of Joesra is kept."


def test_two_become_one_and_two_again_by_undo(two: Two) -> None:
    around = Around()
    presenter, view, merged = merging(around, two.one, two.other)
    presenter.merge()
    assert (merged, view.closed) == ([two.one], 1)
    assert [family.nickname for family in families.everyone()] == ["Yousra"]
    assert [child.nickname for child in families.get(two.one).children] == ["Bo", "Lina"]
    assert visits.number_of(two.one) == 2
    around.work.undo()
    assert sorted(family.nickname for family in families.everyone()) == ["Joesra", "Yousra"]
    assert visits.number_of(two.other) == 2


def test_the_other_one_may_stay_and_two_children_may_be_two(two: Two) -> None:
    presenter, view, merged = merging(Around(), two.one, two.other)
    presenter.let_stay(two.other)
    assert view.merge
    assert (view.merge.nickname, view.merge.stays_id, view.merge.stays[0][1]) == ("Joesra", two.other, "Yousra")
    (child,) = view.merge.same_children
    presenter.say_child(child.stays_id, child.goes_id, False)
    assert dict(view.merge.facts)["Children"] == "Bo (May 2024), Lina (March 2022) and Bo (May 2024)"
    presenter.merge()
    assert merged == [two.other]
    assert sorted(child.nickname for child in families.get(two.other).children) == ["Bo", "Bo", "Lina"]


def test_they_are_two_from_the_preview(two: Two) -> None:
    around = Around()
    presenter, view, merged = merging(around, two.one, two.other)
    presenter.say_two()
    assert (view.closed, merged) == (1, [])
    assert listed(around)[1].doubles == DoublesShown("No two families look alike now.", (), "")


def test_what_another_pc_changed_meanwhile_is_shown_before_anything_is_joined(two: Two) -> None:
    presenter, view, merged = merging(Around(), two.one, two.other)
    directory.choose_picture(two.other, families.get(two.other).version, Picture("star", 0))
    presenter.merge()
    assert view.problems[0].startswith("Somebody changed this at the same time.")
    assert merged == []
    presenter.merge()
    assert merged == [two.one]


def test_a_preview_of_who_is_gone_closes(two: Two) -> None:
    around = Around()
    presenter, view, _merged = merging(around, two.one, two.other)
    merging_service.merge(two.one, two.other, (families.get(two.one).version, families.get(two.other).version), {})
    presenter.refresh()
    assert view.closed == 1
    assert around.said[0].startswith("This is no longer there.")


def test_a_family_is_picked_among_all_others(two: Two) -> None:
    view = View()
    presenter = PickPresenter(Around().surroundings, view, frozenset({two.one}))
    presenter.refresh()
    assert view.rows == ["Joesra"]
    presenter.enter()
    assert view.taken == []
    presenter.typed(" yousra ")
    presenter.enter()
    assert (view.rows, view.taken) == (["Joesra"], [two.other])
    presenter.typed("xyzzy")
    assert (view.rows, view.nobody) == ([], "Nobody found. Type fewer letters.")
    presenter.enter()
    assert view.taken == [two.other]
    assert NOW.date() == DAY
