"""What the Today screen says and where it leads, over a real database and without any window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.domain.sessions import Closing, Function
from meetingplace.domain.visits import Tallied
from meetingplace.domain.voices import Voice
from meetingplace.i18n.catalog import translator
from meetingplace.i18n.formats import Formats
from meetingplace.services import arrivals, closing, paper_lists, parents_corner
from meetingplace.storage import sessions, upkeep, voices
from meetingplace.ui.today.presenter import Presenter
from meetingplace.ui.today.shown import CardShown, CardState, Step, TodayShown, WaitShown
from tests.makers import DAY, make_member, make_place, make_session

NOW = datetime(2026, 10, 27, 9, 10)


class Screen:
    """Remembers what it was asked to show."""

    shown: TodayShown

    def show_day(self, shown: TodayShown) -> None:
        self.shown = shown


def ask(question: Callable[..., Any], *args: object, then: Callable[[Any], None], slot: str = "") -> None:
    """Answer at once."""
    then(question(*args))


def day(now: datetime = NOW, place_id: int | None = None) -> tuple[TodayShown, Presenter, list[object]]:
    """Open the day in English; gives also where presses went."""
    went: list[object] = []
    around = SimpleNamespace(
        work=SimpleNamespace(ask=ask),
        words=translator("app", "en"),
        formats=Formats("en"),
        clock=lambda: now,
        place=SimpleNamespace(id=place_id),
        go=lambda screen, **what: went.append((screen, what)),
    )
    screen = Screen()
    presenter = Presenter(cast(Any, around), screen)
    presenter.refresh()
    return screen.shown, presenter, went


def card(now: datetime = NOW) -> CardShown:
    """Show the first card."""
    return day(now)[0].cards[0]


def waits() -> list[WaitShown]:
    """List what waits."""
    return list(day()[0].waits)


@pytest.fixture
def place(house: None) -> int:
    """Make a place, in a house that made its back-up this morning."""
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-27T08:00:00")
    return make_place()


def test_the_session_that_comes_next_says_when_and_leads_to_its_desk(place: int) -> None:
    team = (make_member("Samira"), make_member("Nele"))
    functions = (Function.COHESION,)
    session = make_session(place, title="Open ontmoeting", capacity=25, team=team, functions=functions)
    shown = card()
    assert shown.state is CardState.NEXT
    assert (shown.hour, shown.until, shown.title) == ("9:30", "until 12:00", "Open ontmoeting")
    assert shown.chip == "Begins in 20 minutes"
    assert (shown.team, shown.team_names) == (("SA", "NE"), "Samira, Nele")
    assert shown.places == "room for 25"
    assert [function for function, _ in shown.functions] == [Function.COHESION]
    assert (shown.button, shown.step) == ("Open the desk", Step("arrivals", (("session_id", session),)))
    assert shown.spoken == "9:30, until 12:00, Open ontmoeting, Kuregem, Begins in 20 minutes"


def test_a_press_goes_where_the_step_says(place: int) -> None:
    session = make_session(place)
    shown, presenter, went = day()
    presenter.follow(shown.cards[0].step)
    assert went == [("arrivals", {"session_id": session})]


@pytest.mark.parametrize(
    ("hour", "minute", "chip"),
    [
        (7, 59, ""),
        (8, 0, "Begins in 90 minutes"),
        (9, 29, "Begins in 1 minute"),
        (9, 30, "Open now"),
        (11, 59, "Open now"),
    ],
)
def test_the_card_counts_down_from_an_hour_and_a_half(place: int, hour: int, minute: int, chip: str) -> None:
    make_session(place)
    assert card(datetime(2026, 10, 27, hour, minute)).chip == chip


def test_a_session_that_is_over_asks_to_be_closed(place: int) -> None:
    session = make_session(place)
    shown = card(datetime(2026, 10, 27, 12, 1))
    assert shown.step.what == (("session_id", session), ("closing", 1))
    assert (shown.state, shown.chip, shown.button) == (CardState.OVER, "Not closed yet", "Close it")
    assert (shown.number, shown.number_word) == ("0", "children were there")  # nothing is expected any more


def test_a_session_that_does_not_go_on_keeps_its_place_with_the_reason(place: int) -> None:
    session = make_session(place)
    sessions.change(session, None, state="cancelled", reason="De spreker is ziek")
    shown = card()
    assert (shown.state, shown.chip, shown.reason) == (CardState.CANCELLED, "Does not go on", "De spreker is ziek")
    assert shown.step.screen == "planning"
    assert shown.number == ""


def test_the_figure_is_first_what_to_expect_then_who_came(place: int) -> None:
    session = make_session(place, capacity=9, is_walk_in=False)
    assert (card().number, card().number_word) == ("9", "children expected")
    arrivals.tally(session, Tallied.CHILDREN, "12", 1)
    assert (card().number, card().number_word) == ("1", "child has come")
    closing.close_session(session, None, Closing(), NOW)
    assert (card().number, card().number_word) == ("1", "child was there")
    assert (card().chip, card().button) == ("Closed", "Look at it")


def test_a_paper_list_that_waits_leads_to_typing_it_in(place: int) -> None:
    over = make_session(place, day=date(2026, 10, 22), title="Josaphatpark")
    paper_lists.note_printed(over, PaperKind.TALLY, NOW)
    (wait,) = [wait for wait in waits() if "paper" in wait.title]
    assert (wait.title, wait.line) == ("1 paper list to type in", "Josaphatpark, 22 October")
    assert wait.step == Step("arrivals", (("session_id", over), ("typing_in", "tally")))


def test_what_waits_says_how_much_and_since_when(place: int) -> None:
    make_session(place, day=date(2026, 10, 22), title="Josaphatpark")
    oldest = make_session(place, day=date(2026, 10, 21), title="Josaphatpark")
    alone = make_session(place, day=DAY + timedelta(days=3), title="Parkspelen")  # nobody of the team is asked yet
    for days in (16, 2):
        voices.add(Voice(0, DAY - timedelta(days=days), "Meer boekjes", place_id=place))
    upkeep.note(upkeep.LAST_BACKUP, "2026-10-18T18:00:00")
    assert [(wait.title, wait.line) for wait in waits()] == [
        ("2 voices without an answer", "The oldest waits 16 days"),
        ("2 sessions are not closed yet", "Josaphatpark, 21 October and 22 October"),
        ("1 flyer not printed yet", "Parkspelen"),
        ("1 session asks for a look", "Parkspelen"),
        ("Back-up is 9 days old", "Put a USB stick in"),
    ]
    assert [wait.step.screen for wait in waits()] == ["voices", "arrivals", "flyers", "planning", "settings"]
    assert waits()[1].step.what == (("session_id", oldest), ("closing", 1))
    assert waits()[-2].step.what == (("session_id", alone),)
    assert waits()[-1].step.what == (("section", "backup"),)
    assert day()[0].waits_number == "5 things"


def test_a_session_of_the_week_leads_to_the_planning(place: int) -> None:
    session = make_session(place)
    shown, presenter, went = day()
    presenter.open_session(shown.week[1].sessions[0].session_id)
    presenter.plan()
    assert went == [("planning", {"session_id": session}), ("planning", {})]


def test_an_empty_house_gets_its_first_step(house: None) -> None:
    first = waits()[0]
    assert (first.title, first.step.screen, first.step.what) == (
        "Add your first place", "settings", (("section", "places"),)
    )  # fmt: skip
    make_place()
    assert [(wait.title, wait.step.screen) for wait in waits()] == [("Plan your first session", "planning")]
    assert day()[0].empty == "No session today."


def test_the_week_is_spoken_with_holidays_and_sessions(place: int) -> None:
    evening = make_session(place, start=time(18), end=time(19), title="Babbelcafé")
    sessions.change(evening, None, state="cancelled", reason="ziek")
    shown = day()[0]
    assert [(one.weekday, one.number) for one in shown.week][:2] == [("Mon", "26"), ("Tue", "27")]
    tuesday, sunday = shown.week[1], shown.week[6]
    assert tuesday.is_today
    assert tuesday.is_french_holiday
    assert not tuesday.is_flemish_holiday
    assert tuesday.spoken.endswith("18:00 Babbelcafé, does not go on")
    assert sunday.closed
    assert shown.french_holiday
    assert shown.line == "Tuesday 27 October"


def test_a_call_says_language_hour_and_where_it_comes_from(place: int) -> None:
    parents_corner.call_host("ti", NOW - timedelta(minutes=5), place)
    (call,) = day()[0].calls
    assert call.says == "Somebody in the corner would like to tell something (Tigrinya)"
    assert call.line == "since 9:05 · Kuregem"
    assert day(place_id=place)[0].calls[0].line == "since 9:05"
