"""A series in the forms of the planning: taking away more than one session, and adding dates to picked ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from meetingplace.domain.recurrence import Picked, Rule, Weekly
from meetingplace.domain.sessions import Activity, Function, OwnText
from meetingplace.services import planning, series
from meetingplace.services.series import Repeats
from meetingplace.storage import sessions
from meetingplace.ui.kit.buttons import MenuButton
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.screen import PlanningScreen
from meetingplace.ui.planning.typed import Scope, Typed
from tests.makers import make_member, make_place
from tests.ui.planning.conftest import MakeDesk

WEDNESDAYS = Weekly((2,), date(2026, 10, 28), date(2026, 11, 25))


def planned(place: int, rule: Rule = WEDNESDAYS) -> int:
    return series.plan(Activity("Voorlezen", place, time(9, 30), time(12)), Repeats(rule)).made or 0


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("Only this session", [date(2026, 10, 28), date(2026, 11, 11), date(2026, 11, 18), date(2026, 11, 25)]),
        ("This one and all that follow", [date(2026, 10, 28)]),
        ("The whole series", []),
    ],
)
def test_the_form_takes_away_one_session_those_that_follow_or_all(
    qtbot: QtBot, around: Surroundings, word: str, left: list[date]
) -> None:
    made = planned(make_place("Kuregem", minimum_hosts=0))
    screen = PlanningScreen(around)
    qtbot.addWidget(screen)
    screen.show()
    screen.open(session_id=sessions.of_series(made)[1].id)
    screen.presenter.act("change")
    assert screen.panels.panel
    (menu,) = [one for one in screen.panels.panel.findChildren(MenuButton) if one.text() == "Take away"]
    (chosen,) = [action for action in menu.choices.actions() if action.text() == word]
    chosen.trigger()
    assert [one.day for one in sessions.of_series(made)] == left
    assert screen.panels.panel is None


def test_the_form_passes_on_only_the_field_that_was_typed(qtbot: QtBot, around: Surroundings) -> None:
    place, team = make_place("Kuregem", minimum_hosts=0), (make_member("Samira"), make_member("Nele"))
    whole = Activity(
        "Voorlezen", place, time(9, 30), time(12), theme="slapen", functions=(Function.COHESION, Function.ADVICE),
        from_months=12, to_months=36, languages=("fr", "nl"), capacity=8, is_walk_in=False, price_cents=250,
        preparation_minutes=45, debrief_minutes=20, expect=("books", "play"), team=tuple(reversed(team)),
        texts=(OwnText("nl", "Kom lezen"),),
    )  # fmt: skip
    made = series.plan(whole, Repeats(WEDNESDAYS)).made or 0
    first, own, *_others = sessions.of_series(made)
    mine = Activity("Papazaterdag", place, time(14), time(16), theme="vaders", capacity=20, team=team[:1])
    planning.change_session(own.id, own.version, mine, own.day)
    screen = PlanningScreen(around)
    qtbot.addWidget(screen)
    screen.show()
    screen.open(session_id=first.id)
    screen.presenter.act("change")
    assert screen.panels.session
    screen.panels.session.theme.setText("eten")
    screen.panels.session.scope.choose(Scope.ALL.value)
    screen.panels.panel.verb.click()  # type: ignore[union-attr]
    assert sessions.get(own.id).activity == replace(mine, theme="eten")


@pytest.mark.parametrize("scope", Scope)
def test_other_hours_offer_what_to_tell_and_another_theme_does_not(place: int, desk: MakeDesk, scope: Scope) -> None:
    first = sessions.of_series(planned(place))[1]
    offered: list[object] = []
    at = desk(session_id=first.id)
    at.around.say = lambda text, **more: offered.append(more.get("act_word"))
    at.presenter.act("change")
    at.presenter.editing.save(Typed(replace(first.activity, theme="eten"), first.day, scope=scope))
    assert offered == []
    at.presenter.act("change")
    at.presenter.editing.save(Typed(replace(first.activity, start=time(9)), first.day, scope=scope))
    assert offered == ["What to tell"]


def test_the_rest_that_stops_offers_what_to_tell(place: int, desk: MakeDesk) -> None:
    first = sessions.of_series(planned(place))[0]
    offered: list[object] = []
    at = desk(session_id=first.id)
    at.around.say = lambda text, **more: offered.append(more.get("act_word"))
    at.presenter.act("cancel")
    at.presenter.ending.save_cancel("We verhuizen", True)
    assert offered == ["What to tell"]


def test_dates_are_added_to_picked_ones_where_all_of_them_stand(place: int, desk: MakeDesk) -> None:
    first = sessions.of_series(planned(place, Picked((date(2026, 10, 28), date(2026, 12, 2)))))[0]
    at = desk(session_id=first.id)
    at.presenter.act("repeat")
    assert at.seen.room == ("series_dates", first.id)
    assert at.seen.repeat is None
