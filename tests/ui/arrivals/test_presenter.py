"""What the desk does with gestures, over a real database and without any window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.enrolments import OnList
from meetingplace.domain.families import Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing, SessionState
from meetingplace.domain.visits import Tallied
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import enrolments
from meetingplace.services.changes import Act, Changes
from meetingplace.services.desk import Presence
from meetingplace.storage import families, sessions, visits
from meetingplace.ui.arrivals.closing.shown import ClosingShown
from meetingplace.ui.arrivals.presenter import Presenter
from meetingplace.ui.arrivals.shown import (
    DeskShown,
    NewcomerShown,
    NoSessionShown,
    TileShown,
    VisitShown,
    WallShown,
)
from meetingplace.ui.kit.work import History
from tests.makers import DAY, make_family, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 10, 5)


@dataclass
class Work:
    """Does everything at once, and lets the screen look again after each act."""

    after: Callable[[], None] = lambda: None
    done: list[Changes] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)
    history: History = field(default_factory=History)
    asked: list[str] = field(default_factory=list)

    def ask(
        self,
        question: Callable[..., Any],
        *args: object,
        then: Callable[[Any], None],
        failed: Callable[[Refused], None] | None = None,
        slot: str = "",
    ) -> None:
        self.asked.append(question.__name__)
        try:
            answer = question(*args)
        except Refused as refused:
            assert failed is not None
            failed(refused)
            return
        then(answer)

    def do(
        self,
        verb: Callable[..., Changes],
        *args: object,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[Refused], None] | None = None,
        quietly: bool = False,
    ) -> None:
        try:
            changes = verb(*args)
        except Refused as refused:
            self.refused.append(refused.reason)
            if failed:
                failed(refused)
            return
        self.done.append(changes)
        if then:
            then(changes)
        self.after()


@dataclass
class Screen:
    """Remembers what it was asked to show."""

    desk: DeskShown | None = None
    wall: WallShown | None = None
    nothing: NoSessionShown | None = None
    visit: VisitShown | None = None
    newcomer: NewcomerShown | None = None
    guests: NewcomerShown | None = None
    closing: ClosingShown | None = None
    events: list[str] = field(default_factory=list)

    def show_desk(self, shown: DeskShown) -> None:
        self.desk, self.wall = shown, shown.wall

    def show_wall(self, shown: WallShown) -> None:
        self.wall = shown

    def show_no_session(self, shown: NoSessionShown) -> None:
        self.desk, self.nothing = None, shown

    def show_visit(self, shown: VisitShown) -> None:
        self.visit = shown

    def show_newcomer(self, shown: NewcomerShown) -> None:
        self.newcomer = shown

    def show_guests(self, shown: NewcomerShown) -> None:
        self.guests = shown

    def show_wrong(self, sentence: str, reason: Reason) -> None:
        self.events.append(f"{reason.value}: {sentence}")

    def choose_tile(self) -> None:
        self.events.append("tile chosen")

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
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.place = SimpleNamespace(id=place_id)
        self.host: int | None = None
        around = SimpleNamespace(
            work=self.work,
            words=translator("app", language),
            formats=Formats(language),
            clock=lambda: now,
            place=self.place,
            go=lambda screen, **what: self.went.append((screen, what)),
            say=self.say,
            host=lambda: self.host,
        )
        self.presenter = Presenter(cast(Any, around), self.screen, self.screen)
        self.work.after = self.presenter.refresh

    def say(self, text: str, **more: Any) -> None:
        self.said.append((text, more))

    @property
    def tiles(self) -> tuple[TileShown, ...]:
        assert self.screen.wall is not None
        return self.screen.wall.tiles

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
    tile = desk.tiles[0]
    assert (tile.name, tile.languages) == ("Maan", "العربية · Français")
    assert tile.spoken == "Maan, moon, dark blue, 1 child, Arabic and French, not here yet"


def test_one_tap_lets_a_family_in_and_a_second_opens_its_panel(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    assert visits.number_in(session_id) == 1
    assert desk.screen.visit is None
    assert desk.tiles[0].presence is Presence.IN
    assert desk.tiles[0].spoken == "Maan, moon, dark blue, 1 child, Arabic and French, in since 10:05"
    assert [(pill.name, pill.hour) for pill in desk.shown.pills] == [("Maan", "10:05")]
    desk.presenter.tap(moon)
    assert visits.number_in(session_id) == 1
    panel = desk.screen.visit
    assert panel is not None
    assert (panel.name, [child.word for child in panel.children], panel.adults) == (
        "Maan",
        ["child, 2\u00a0y"],
        (Relation.MOTHER,),
    )


def test_who_is_in_is_said_with_a_way_to_adjust_and_to_undo(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    text, more = desk.said[-1]
    assert text == "Maan is in: mum and 1 child"
    assert (more["strong"], more["act_word"]) == ("Maan", "Adjust")
    assert more["undo"] is desk.work.done[-1].undo
    more["act"]()
    assert desk.screen.visit is not None
    assert desk.screen.visit.name == "Maan"


def test_two_adults_of_one_kind_are_said_by_their_number(session_id: int) -> None:
    desk = opened()
    who = [Relation.GRANDPARENT, Relation.GRANDPARENT]
    desk.presenter.panels.new_family("Opa Piet", None, [], who, [])
    assert desk.said[-1][0] == "Opa Piet is in: 2 adults"


def test_who_is_in_at_another_desk_is_shown_and_not_refused(session_id: int, moon: int) -> None:
    desk, other = opened(), opened()
    other.presenter.tap(moon)
    desk.presenter.tap(moon)
    assert desk.tiles[0].presence is Presence.IN
    assert desk.said == []


def test_who_had_left_comes_back_by_one_tap(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.tap(moon)
    desk.presenter.panels.leave()
    assert desk.tiles[0].presence is Presence.LEFT
    assert desk.shown.left_text == "1 has left"
    assert [(pill.name, pill.has_left) for pill in desk.shown.left] == [("Maan", True)]
    desk.presenter.tap(moon)
    assert desk.tiles[0].presence is Presence.IN
    assert desk.said[-1][0] == "Maan is in again."


def test_the_panel_changes_who_came(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.panels.adjust(desk.shown.pills[0].visit_id)
    desk.presenter.panels.save_visit([], [18], [Relation.FATHER])
    visit = visits.of_session(session_id)[0]
    assert [child.months for child in visit.children] == [18]
    assert visit.adults == (Relation.FATHER,)
    assert desk.screen.events == ["panel closed"]
    desk.presenter.panels.adjust(visit.id)
    desk.presenter.panels.remove()
    assert visits.number_in(session_id) == 0


def test_searching_asks_the_short_way_and_enter_takes_the_only_hit(session_id: int, moon: int) -> None:
    make_family("Slak", picture=Picture("snail", 3))
    desk = opened()
    desk.work.asked.clear()
    desk.presenter.typed("MAA")
    assert desk.work.asked == ["search_tiles"]
    assert [tile.name for tile in desk.tiles] == ["Maan"]
    desk.presenter.enter("MAA")
    assert [pill.name for pill in desk.shown.pills] == ["Maan"]
    assert "search cleared" in desk.screen.events
    assert [tile.name for tile in desk.tiles] != ["Maan"]  # the regulars are back


def test_enter_guesses_nothing(session_id: int, moon: int) -> None:
    make_family("Maandag", picture=Picture("tram", 3))
    desk = opened()
    desk.presenter.enter("")
    assert desk.screen.events == []
    desk.presenter.enter("maan")
    assert visits.number_in(session_id) == 0
    assert desk.screen.events == ["tile chosen"]
    desk.presenter.enter("zzz")
    assert visits.number_in(session_id) == 0
    assert desk.screen.wall is not None
    assert desk.screen.wall.empty == "Nobody found. Is it a new family? Press New family."
    assert desk.screen.events == ["tile chosen"]


def test_enter_looks_for_what_was_typed_last(session_id: int, moon: int) -> None:
    make_family("Slak", picture=Picture("snail", 3))
    desk = opened()
    desk.presenter.typed("maan")
    desk.presenter.enter("slak")  # typed faster than the search answers
    assert [pill.name for pill in desk.shown.pills] == ["Slak"]


def test_a_name_searched_in_vain_is_the_nickname_of_the_new_family(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.typed("Tante Fatma")
    desk.presenter.panels.open_newcomer()
    offer = desk.screen.newcomer
    assert offer is not None
    assert offer.nickname == "Tante Fatma"
    assert offer.languages[:2] == ("ar", "fr")  # those of the families here
    desk.presenter.panels.new_family("Tante Fatma", offer.pictures[0], [18], [Relation.MOTHER], ["ar"])
    assert [pill.name for pill in desk.shown.pills] == ["Tante Fatma"]
    assert families.number() == 2
    desk.presenter.typed("maan")
    desk.presenter.panels.open_newcomer()
    assert desk.screen.newcomer is not None
    assert desk.screen.newcomer.nickname == ""


def test_a_new_family_without_a_name_stays_in_its_panel(session_id: int) -> None:
    desk = opened()
    desk.presenter.panels.new_family(" ", Picture("owl", 1), [18], [Relation.MOTHER], [])
    assert desk.work.refused == [Reason.NAME_MISSING]
    assert "panel closed" not in desk.screen.events
    assert desk.screen.events[-1].startswith("name_missing: ")


def test_whoever_sits_at_the_desk_is_the_one_who_wrote_it_down(session_id: int, moon: int) -> None:
    samira, els = make_member("Samira"), make_member("Els")
    desk = opened()
    desk.host = samira
    desk.presenter.tap(moon)
    desk.host = els
    desk.presenter.panels.new_family("Slak", None, [18], [Relation.FATHER], [])
    desk.presenter.panels.guests([30], [Relation.MOTHER], [], "")
    assert [visit.written_by for visit in visits.of_session(session_id)] == [samira, els, els]


def test_guests_and_counters(session_id: int) -> None:
    desk = opened()
    desk.presenter.panels.guests([None], [Relation.MOTHER], [], "")
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 1)
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 1)
    desk.presenter.numbers.step(Tallied.ADULTS, "mother", 1)
    assert [said for said, _ in desk.said] == [
        "1 year, without a name: 1",
        "1 year, without a name: 2",
        "mum, without a name: 1",
    ]
    totals = desk.shown.totals
    assert (totals.children, totals.adults, totals.places) == (3, 2, "22 places left")
    row = next(row for row in totals.child_rows if row.key == "12")
    assert (row.word, row.total, row.unnamed) == ("1 year", 2, 2)
    mother = totals.adult_rows[0]
    assert (mother.total, mother.unnamed) == (2, 1)
    assert desk.shown.pills[0].name == "Guests"


def test_the_other_relations_show_when_asked(session_id: int) -> None:
    desk = opened()
    desk.presenter.numbers.step(Tallied.ADULTS, "carer", 2)
    assert [row.key for row in desk.shown.totals.adult_rows] == ["mother", "father", "grandparent", ""]
    assert desk.shown.totals.adult_rows[-1].total == 2
    desk.presenter.show_all_adults()
    assert [row.key for row in desk.shown.totals.adult_rows] == [relation.value for relation in Relation]


@pytest.mark.parametrize(("children", "said"), [(24, "1 place left"), (25, "full"), (27, "2 too many")])
def test_places_are_said_in_words(session_id: int, children: int, said: str) -> None:
    desk = opened()
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", children)
    assert desk.shown.totals.places == said


def test_a_child_without_an_adult_is_pointed_out(session_id: int) -> None:
    desk = opened()
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 1)
    assert desk.shown.attention.sentences == ("There are children, but no adult is counted.",)


def test_a_full_room_has_a_door_where_families_wait_or_go_home(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 23)
    desk.presenter.numbers.step(Tallied.ADULTS, "mother", 20)
    assert not desk.shown.attention.has_door
    desk.presenter.tap(moon)
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 1)
    assert (desk.shown.attention.has_door, desk.shown.attention.sentences) == (True, ("Every place is taken.",))
    desk.presenter.numbers.step(Tallied.WAITING, "all", 1)
    assert desk.said[-1][0] == "Families that wait: 1."
    desk.presenter.numbers.turn_away(1)
    desk.presenter.numbers.turn_away(1)
    desk.presenter.numbers.turn_away(-1)
    assert (desk.shown.attention.waiting, desk.shown.attention.turned_away) == (1, 1)
    assert sessions.get(session_id).turned_away == 1
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", 1)
    assert desk.shown.attention.sentences == ("There are more children than places.",)
    desk.presenter.numbers.step(Tallied.CHILDREN, "12", -10)
    assert desk.shown.attention.has_door  # who waits is not forgotten when there is room again


def test_totals_say_families_new_ones_and_who_is_still_in(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    assert desk.shown.totals.families == "1 family · 1 new"
    desk.presenter.panels.guests([18, 30], [Relation.FATHER], [], "")
    assert desk.shown.totals.families == "2 families · 1 new"
    desk.presenter.turn(desk.shown.pills[0].visit_id, False)
    totals = desk.shown.totals
    assert (totals.families, totals.children) == ("1 child inside · 2 families · 1 new", 3)
    assert (totals.inside, totals.places) == (1, "24 places left")
    desk.presenter.turn(desk.shown.left[0].visit_id, True)
    assert desk.shown.totals.inside == 3


def test_a_child_whose_adult_went_away_is_named(session_id: int, moon: int) -> None:
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.tap(moon)
    child = desk.screen.visit.children[0].child_id if desk.screen.visit else 0
    desk.presenter.panels.save_visit([child], [], [])
    assert "A child without an adult: Maan." in desk.shown.attention.sentences


def test_closing_and_opening_again(session_id: int, moon: int) -> None:
    make_member("Samira", is_paid=True)
    desk = opened()
    desk.presenter.tap(moon)
    desk.presenter.panels.open_closing()
    panel = desk.screen.closing
    assert panel is not None
    assert [name for _, name, _ in panel.members] == ["Samira · paid"]
    assert panel.totals == "1 child, 1 adult, 1 family"
    desk.presenter.panels.close(Closing(team=(panel.members[0][0],), preparation_minutes=30, debrief_minutes=15))
    assert sessions.get(session_id).state is SessionState.HELD
    assert (desk.shown.may_close, desk.shown.may_reopen, desk.shown.takes_families) == (False, True, False)
    assert "closed" in desk.shown.notice
    desk.presenter.reopen()
    assert desk.work.done[-1].act is Act.SESSION_REOPENED
    assert (desk.shown.notice, desk.shown.may_close) == ("", True)


def test_without_a_session_the_first_step_is_to_plan_one(house: None) -> None:
    desk = opened()
    assert desk.screen.nothing is not None
    assert desk.screen.nothing.title == "No session today."
    assert desk.screen.nothing.sessions == ()
    desk.presenter.tap(1)
    desk.presenter.typed("maan")
    desk.presenter.plan()
    assert desk.went == [("planning", {})]


def test_a_session_elsewhere_is_offered_when_there_is_none_here(session_id: int) -> None:
    desk = Desk(place_id=make_place("Bonnevie"))
    desk.presenter.open()
    assert desk.screen.nothing is not None
    assert desk.screen.nothing.sessions == ((session_id, "9:30 – 12:00  Open ontmoeting, Kuregem"),)
    desk.presenter.choose_session(session_id)
    assert desk.shown.line == "Open ontmoeting, until 12:00"


def test_a_session_that_was_taken_away_gives_way_to_the_one_of_today(session_id: int) -> None:
    desk = Desk()
    desk.presenter.open(session_id=999)
    assert desk.shown.session_id == session_id


def test_a_list_on_paper_is_typed_in_on_another_day_at_the_hour_of_the_session(session_id: int, moon: int) -> None:
    park = make_session(make_place("Josaphatpark"), day=DAY - timedelta(days=6), title="Parkspelen")
    desk = Desk()
    desk.presenter.open(session_id=park)
    assert desk.shown.line == "Parkspelen, Wednesday 21 October"
    assert [word for _, word in desk.shown.sessions] == ["9:30 – 12:00  Open ontmoeting, Kuregem"]
    desk.presenter.panels.new_family("Slak", None, [18], [Relation.FATHER], [])
    assert visits.of_session(park)[0].arrived == datetime(2026, 10, 21, 9, 30)
    desk.presenter.open()
    assert desk.shown.session_id == session_id  # whoever comes back means today


def test_the_desk_stays_with_the_session_that_was_chosen_today(session_id: int) -> None:
    afternoon = make_session(make_place("Bonnevie"), start=time(14), end=time(16), title="Babbelcafé")
    desk = Desk()
    desk.presenter.open(session_id=afternoon)
    desk.presenter.open()
    assert desk.shown.session_id == afternoon


def test_the_desk_of_a_day_to_come_says_so_and_is_not_closed(session_id: int) -> None:
    later = make_session(make_place("Bonnevie"), day=DAY + timedelta(days=2), title="Babbelcafé")
    desk = Desk()
    desk.presenter.open(session_id=later)
    assert desk.shown.notice == "This session is still to come: Thursday 29 October."
    assert not desk.shown.may_close
    desk.presenter.open(session_id=session_id)
    assert desk.shown.notice == ""
    assert desk.shown.may_close


def test_from_the_desk_to_a_voice_and_to_the_paper_lists(session_id: int) -> None:
    desk = opened()
    desk.presenter.hear()
    desk.presenter.print_lists()
    assert desk.went == [("voices", {"session_id": session_id}), ("flyers", {"session_id": session_id, "lists": True})]


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
    assert desk.shown.line == "14:00  Papa's en blokken, Bonnevie"
    desk.place.id = sessions.get(session_id).activity.place_id
    desk.presenter.refresh()
    assert desk.shown.line == "Open ontmoeting, until 12:00"
    desk.place.id = bonnevie
    desk.presenter.refresh()
    assert desk.shown.line == "Papa's en blokken, until 16:00"
    assert desk.shown.sessions == ()


def test_a_place_that_only_counts_shows_every_counter(house: None) -> None:
    make_session(make_place("Josaphatpark", level="tally"))
    desk = opened()
    assert (desk.shown.knows_families, desk.shown.takes_families) == (False, False)
    assert len(desk.shown.totals.child_rows) == 6
    assert len(desk.shown.totals.adult_rows) == 6


# --- who is enrolled ---


def test_the_list_of_a_session_with_enrolment_is_ticked_and_counted(house: None) -> None:
    session = make_session(make_place(), title="Atelier", is_walk_in=False)
    for name in ("Zoé", "Lina"):
        enrolments.enrol(OnList(session_id=session), name, "", None, NOW)
    desk = opened()
    lina, zoe = desk.shown.enrolled
    assert (lina.first_name, zoe.first_name) == ("Lina", "Zoé")
    assert desk.shown.enrolled_text == "0 of 2 enrolled are here"
    desk.presenter.numbers.tick(lina.enrolment_id, True)
    assert desk.work.done[-1].act is Act.ENROLLED_CAME
    assert [one.is_here for one in desk.shown.enrolled] == [True, False]
    assert desk.shown.enrolled_text == "1 of 2 enrolled are here"
    desk.presenter.numbers.tick(lina.enrolment_id, False)
    assert [one.is_here for one in desk.shown.enrolled] == [False, False]


def test_a_tick_that_another_desk_made_first_is_said_and_shown(house: None) -> None:
    session = make_session(make_place(), is_walk_in=False)
    made = enrolments.enrol(OnList(session_id=session), "Lina", "", None, NOW).made or 0
    desk = opened()
    enrolments.tick(session, made, NOW)
    desk.presenter.numbers.tick(made, True)
    assert desk.said[-1][0] == "Lina is already in."
    assert desk.shown.enrolled[0].is_here


def test_a_walk_in_session_shows_no_list(session_id: int) -> None:
    assert opened().shown.enrolled == ()
