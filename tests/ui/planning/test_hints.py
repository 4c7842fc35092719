"""The open hints in words, their number in the menu, and the way from a hint to its session: without any window."""

from __future__ import annotations

from datetime import date, time

import pytest

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.domain.team import Away
from meetingplace.domain.wanted import Wanted
from meetingplace.services import availability
from meetingplace.storage import absences, days_off, sessions
from meetingplace.ui.planning.hints.presenter import HintsShown, Presenter
from tests.makers import DAY, make_member, make_place, make_session
from tests.ui.planning.conftest import Desk, MakeDesk

DECEMBER = date(2026, 12, 3)


@pytest.fixture
def place(house: None) -> int:
    """Make a place that asks for one host."""
    return make_place("Kuregem", minimum_hosts=1)


class Panel:
    """Remembers what it was asked to show."""

    shown: HintsShown

    def __init__(self) -> None:
        self.is_closed = False

    def show_hints(self, shown: HintsShown) -> None:
        self.shown = shown

    def close_panel(self) -> None:
        self.is_closed = True


def opened(at: Desk) -> tuple[Presenter, Panel]:
    """Open the hints as the planning does."""
    panel = Panel()
    presenter = Presenter(at.around, panel, at.presenter.bring)
    presenter.refresh()
    return presenter, panel


def test_hints_are_said_by_kind_with_when_where_and_what_would_fit(place: int, desk: MakeDesk) -> None:
    nele, samira = make_member("Nele", weekdays=("1",)), make_member("Samira")
    absences.add(Away(0, samira, date(2026, 10, 28), date(2026, 11, 2)))
    days_off.add(OwnDays(0, DECEMBER, DECEMBER, DaysOff.OWN, "Verhuis & <b>zo</b>"))
    make_session(place, date(2026, 10, 29), title="Babbelcafé", team=(nele, samira))
    make_session(place, DECEMBER, time(9), time(11), title="Voorlezen")
    _presenter, panel = opened(desk())
    assert panel.shown.sentence == (
        "2 sessions until Tuesday 31 August 2027 ask for a look. A hint is no wall: you decide."
    )
    found = [
        (group.title, [(one.title, one.line, one.sentence) for one in group.hints]) for group in panel.shown.groups
    ]
    assert found == [
        (
            "Team members who are not there",
            [
                ("Babbelcafé", "Thu 29 Oct, 9:30 – 12:00, Kuregem", "Nele does not usually come on this weekday."),
                ("Babbelcafé", "Thu 29 Oct, 9:30 – 12:00, Kuregem", "Samira is away. 28 October – 2 November"),
            ],
        ),
        ("Too few hosts", [("Voorlezen", "Thu 3 Dec, 9:00 – 11:00, Kuregem", "1 host too few.")]),
        ("On a day off", [("Voorlezen", "Thu 3 Dec, 9:00 – 11:00, Kuregem", "Closing day: Verhuis & <b>zo</b>.")]),
    ]  # fmt: skip


def test_of_one_kind_sixty_are_listed_and_the_rest_is_counted(place: int, desk: MakeDesk) -> None:
    for _number in range(62):
        make_session(place, DECEMBER)
    _presenter, panel = opened(desk())
    (few,) = [group for group in panel.shown.groups if group.title == "Too few hosts"]
    assert (len(few.hints), few.more) == (60, "and 2 more")


def test_a_house_without_hints_says_so(place: int, desk: MakeDesk) -> None:
    make_session(place, DECEMBER, team=(make_member(),))
    _presenter, panel = opened(desk())
    assert panel.shown == HintsShown("Until Tuesday 31 August 2027 nothing asks for a look.", ())


def test_the_number_in_the_menu_follows_what_is_planned_and_the_place_in_view(place: int, desk: MakeDesk) -> None:
    member = make_member()
    first = make_session(place, DECEMBER, team=(member,))
    other = make_place("Bonnevie", minimum_hosts=1)
    make_session(other, DECEMBER, time(14), time(16))
    at = desk()
    assert at.seen.hints == 1
    at.work.do(availability.add_away, member, DECEMBER, DECEMBER)
    assert at.seen.hints == 2
    at.around.place.choose(place)
    at.presenter.refresh()
    assert at.seen.hints == 1
    at.presenter.filter(Wanted(theme="slapen"))  # a filter hides sessions, no hint
    assert at.seen.hints == 1
    sessions.change(first, None, state="cancelled", reason="ziek")
    at.presenter.refresh()
    assert at.seen.hints == 0


@pytest.mark.parametrize("mode", ["week", "month", "list", "day", "year"])
def test_a_press_on_a_hint_brings_its_session_into_sight_whatever_is_filtered(
    place: int, desk: MakeDesk, mode: str
) -> None:
    session = make_session(place, DECEMBER, title="Voorlezen", theme="lezen")
    make_session(place, DAY, theme="slapen", team=(make_member(),))
    at = desk()
    at.presenter.filter(Wanted(theme="slapen"))
    at.presenter.look(mode)
    presenter, panel = opened(at)
    presenter.choose(panel.shown.groups[0].hints[0])
    assert panel.is_closed
    assert at.presenter.mode == ("week" if mode == "list" else mode)  # a list has periods of its own
    assert at.presenter.day == DECEMBER
    assert at.seen.only == ""
    assert at.seen.details
    assert at.seen.details.session_id == session
