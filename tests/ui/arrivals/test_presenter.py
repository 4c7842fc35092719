"""What the desk does with gestures, over a real database and without any window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.families import Picture, Relation
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing, SessionState
from meetingplace.domain.visits import Tallied
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.changes import Act, Changes
from meetingplace.services.desk import Presence
from meetingplace.storage import families, sessions, visits
from meetingplace.ui.arrivals.presenter import Presenter
from meetingplace.ui.arrivals.shown import ClosingShown, DeskShown, NewcomerShown, TileShown, VisitShown
from tests.makers import DAY, make_family, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)


@dataclass
class Work:
    """Does everything at once, and lets the screen look again after each act."""

    after: Callable[[], None] = lambda: None
    done: list[Changes] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def ask(self, question: Callable[..., Any], *args: object, then: Callable[[Any], None], slot: str = "") -> None:
        self.asked.append(question.__name__)
        then(question(*args))

    def do(self, verb: Callable[..., Changes], *args: object, then: Callable[[Changes], None] | None = None) -> None:
        try:
            changes = verb(*args)
        except Refused as refused:
            self.refused.append(refused.reason)
            return
        self.done.append(changes)
        if then:
            then(changes)
        self.after()


@dataclass
class Screen:
    """Remembers what it was asked to show."""

    desk: DeskShown | None = None
    tiles: tuple[TileShown, ...] = ()
    visit: VisitShown | None = None
    newcomer: NewcomerShown | None = None
    closing: ClosingShown | None = None
    events: list[str] = field(default_factory=list)

    def show_desk(self, shown: DeskShown) -> None:
        self.desk, self.tiles = shown, shown.tiles

    def show_tiles(self, tiles: tuple[TileShown, ...]) -> None:
        self.tiles = tiles

    def show_no_session(self) -> None:
        self.desk = None
        self.events.append("no session")

    def show_visit(self, shown: VisitShown) -> None:
        self.visit = shown

    def show_newcomer(self, shown: NewcomerShown) -> None:
        self.newcomer = shown

    def show_closing(self, shown: ClosingShown) -> None:
        self.closing = shown

    def close_panel(self) -> None:
        self.events.append("panel closed")

    def clear_search(self) -> None:
        self.events.append("search cleared")


class Desk:
    """A desk at work."""

    def __init__(self, now: datetime = NOW, place_id: int | None = None, language: str = "en") -> None:
        self.work, self.screen = Work(), Screen()
        self.went: list[tuple[str, dict[str, object]]] = []
        self.place = SimpleNamespace(id=place_id)
        around = SimpleNamespace(
            work=self.work,
            words=translator("app", language),
            formats=Formats(language),
            clock=lambda: now,
            place=self.place,
            go=lambda screen, **what: self.went.append((screen, what)),
        )
        self.presenter = Presenter(cast(Any, around), self.screen)
        self.work.after = self.presenter.refresh

    @property
    def shown(self) -> DeskShown:
        assert self.screen.desk is not None
        return self.screen.desk


@pytest.fixture
def session_id(house: None) -> int:
    """Make a session of today."""
    return make_session(make_place(), title="Open ontmoeting", capacity=25)


@pytest.fixture
def moon(session_id: int) -> int:
    """Make a family with a child."""
    return make_family("Maan", born=[(2024, 3)], languages=("ar", "fr"))


def opened() -> Desk:
    """Open the desk of today."""
    desk = Desk()
    desk.presenter.open()
    return desk


def test_the_desk_says_which_session_it_is(session_id: int, moon: int) -> None:
    desk = opened()
    assert desk.shown.line == "Open ontmoeting, until 12:00"
    assert desk.shown.place == "Kuregem"
    tile = desk.shown.tiles[0]
    assert (tile.name, tile.languages) == ("Maan", "العربية · Français")
    assert tile.spoken == "Maan, Arabic and French, not here yet"


def test_one_tap_lets_a_family_in_and_a_second_opens_its_panel(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    assert visits.number_in(session_id) == 1
    assert desk.screen.visit is None
    assert desk.shown.tiles[0].presence is Presence.IN
    assert desk.shown.tiles[0].spoken == "Maan, Arabic and French, in since 10:05"
    assert [(pill.name, pill.hour) for pill in desk.shown.pills] == [("Maan", "10:05")]
    desk.presenter.tap(moon)
    assert visits.number_in(session_id) == 1
    panel = desk.screen.visit
    assert panel is not None
    assert (panel.name, [child.word for child in panel.children], panel.adults) == (
        "Maan",
        ["child, 2 y"],
        (Relation.MOTHER,),
    )


def test_who_had_left_comes_back_by_one_tap(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.tap(moon)
    desk.presenter.leave()
    assert desk.shown.tiles[0].presence is Presence.LEFT
    assert desk.shown.left_text == "1 has left"
    desk.presenter.tap(moon)
    assert desk.shown.tiles[0].presence is Presence.IN


def test_the_panel_changes_who_came(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.adjust(desk.shown.pills[0].visit_id)
    desk.presenter.save_visit([], [18], [Relation.FATHER])
    visit = visits.of_session(session_id)[0]
    assert [child.months for child in visit.children] == [18]
    assert visit.adults == (Relation.FATHER,)
    assert desk.screen.events == ["panel closed"]
    desk.presenter.adjust(visit.id)
    desk.presenter.remove()
    assert visits.number_in(session_id) == 0


def test_searching_asks_the_short_way_and_enter_takes_the_only_hit(session_id: int, moon: int) -> None:
    make_family("Slak")
    desk = opened()
    desk.work.asked.clear()
    desk.presenter.typed("MAA")
    assert desk.work.asked == ["search_tiles"]
    assert [tile.name for tile in desk.screen.tiles] == ["Maan"]
    desk.presenter.enter()
    assert [pill.name for pill in desk.shown.pills] == ["Maan"]
    assert "search cleared" in desk.screen.events
    assert [tile.name for tile in desk.screen.tiles] != ["Maan"]  # the regulars are back


def test_enter_guesses_nothing(session_id: int, moon: int) -> None:
    make_family("Maandag")
    desk = opened()
    desk.presenter.enter()
    desk.presenter.typed("maan")
    desk.presenter.enter()
    assert visits.number_in(session_id) == 0


def test_a_name_searched_in_vain_is_the_nickname_of_the_new_family(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.typed("Tante Fatma")
    desk.presenter.open_newcomer()
    offer = desk.screen.newcomer
    assert offer is not None
    assert offer.nickname == "Tante Fatma"
    assert ("ar", "العربية") in [(choice.value, choice.word) for choice in offer.languages]
    desk.presenter.new_family("Tante Fatma", offer.pictures[0], [18], [Relation.MOTHER], ["ar"])
    assert [pill.name for pill in desk.shown.pills] == ["Tante Fatma"]
    assert families.number() == 2
    desk.presenter.typed("maan")
    desk.presenter.open_newcomer()
    assert desk.screen.newcomer is not None
    assert desk.screen.newcomer.nickname == ""


def test_a_new_family_without_a_name_stays_in_its_panel(session_id: int) -> None:
    desk = opened()
    desk.presenter.new_family(" ", Picture("owl", 1), [18], [Relation.MOTHER], [])
    assert desk.work.refused == [Reason.NAME_MISSING]
    assert "panel closed" not in desk.screen.events


def test_guests_and_counters(session_id: int) -> None:
    desk = opened()
    desk.presenter.guests([None], [Relation.MOTHER], [], "")
    desk.presenter.step(Tallied.CHILDREN, "12", 1)
    desk.presenter.step(Tallied.CHILDREN, "12", 1)
    desk.presenter.step(Tallied.ADULTS, "mother", 1)
    totals = desk.shown.totals
    assert (totals.children, totals.adults, totals.places) == (3, 2, "22 places left")
    row = next(row for row in totals.child_rows if row.key == "12")
    assert (row.word, row.total, row.unnamed) == ("1 year", 2, 2)
    mother = totals.adult_rows[0]
    assert (mother.total, mother.unnamed) == (2, 1)
    assert desk.shown.pills[0].name == "Guests"


def test_the_other_relations_show_when_asked(session_id: int) -> None:
    desk = opened()
    desk.presenter.step(Tallied.ADULTS, "carer", 2)
    assert [row.key for row in desk.shown.totals.adult_rows] == ["mother", "father", "grandparent", ""]
    assert desk.shown.totals.adult_rows[-1].total == 2
    desk.presenter.show_all_adults()
    assert [row.key for row in desk.shown.totals.adult_rows] == [relation.value for relation in Relation]


@pytest.mark.parametrize(("children", "said"), [(24, "1 place left"), (25, "full"), (27, "2 too many")])
def test_places_are_said_in_words(session_id: int, children: int, said: str) -> None:
    desk = opened()
    desk.presenter.step(Tallied.CHILDREN, "12", children)
    assert desk.shown.totals.places == said


def test_a_child_without_an_adult_is_pointed_out(session_id: int) -> None:
    desk = opened()
    desk.presenter.step(Tallied.CHILDREN, "12", 1)
    assert len(desk.shown.warnings) == 1


def test_closing_and_opening_again(session_id: int, moon: int) -> None:
    make_member("Samira", is_paid=True)
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.open_closing()
    panel = desk.screen.closing
    assert panel is not None
    assert [name for _, name, _ in panel.members] == ["Samira · paid"]
    assert panel.totals == "1 child, 1 adult, 1 family"
    desk.presenter.close(Closing(team=(panel.members[0][0],), preparation_minutes=30, debrief_minutes=15))
    assert sessions.get(session_id).state is SessionState.HELD
    assert (desk.shown.may_close, desk.shown.may_reopen, desk.shown.takes_families) == (False, True, False)
    assert "closed" in desk.shown.notice
    desk.presenter.reopen()
    assert desk.work.done[-1].act is Act.SESSION_REOPENED
    assert (desk.shown.notice, desk.shown.may_close) == ("", True)


def test_without_a_session_the_first_step_is_to_plan_one(house: None) -> None:
    desk = opened()
    assert desk.screen.events == ["no session"]
    desk.presenter.tap(1)
    desk.presenter.typed("maan")
    desk.presenter.plan()
    assert desk.went == [("planning", {})]


def test_another_session_and_another_place(session_id: int) -> None:
    bonnevie = make_place("Bonnevie")
    afternoon = make_session(bonnevie, start=time(14, 0), end=time(16, 0), title="Papa's en blokken")
    make_session(bonnevie, day=DAY + timedelta(days=1))
    desk = opened()
    assert [word for _, word in desk.shown.sessions] == [
        "9:30 – 12:00  Open ontmoeting, Kuregem",
        "14:00 – 16:00  Papa's en blokken, Bonnevie",
    ]
    desk.presenter.choose_session(afternoon)
    assert desk.shown.line == "Papa's en blokken, until 16:00"
    desk.place.id = None
    desk.presenter.choose_place()
    assert desk.shown.line == "Open ontmoeting, until 12:00"
    desk.place.id = bonnevie
    desk.presenter.choose_place()
    assert desk.shown.line == "Papa's en blokken, until 16:00"
    assert desk.shown.sessions == ()


def test_a_place_that_only_counts_shows_every_counter(house: None) -> None:
    make_session(make_place("Josaphatpark", level="tally"))
    desk = opened()
    assert (desk.shown.knows_families, desk.shown.takes_families) == (False, False)
    assert len(desk.shown.totals.child_rows) == 6
    assert len(desk.shown.totals.adult_rows) == 6
