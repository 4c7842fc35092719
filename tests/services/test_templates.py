"""Templates: made from a session, changed, and planned from, also when their place or their people are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from meetingplace.domain.goals import Goal
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, OwnText
from meetingplace.domain.templates import NOWHERE, Template
from meetingplace.services import action_plan, changes, organisation, templates
from meetingplace.storage import goals, partners, places, sessions, team, templates as kept
from tests.makers import DAY, make_member, make_place, make_session

DAY_AFTER = DAY + timedelta(days=1)
pytestmark = pytest.mark.usefixtures("house")


def reason(verb: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        verb()
    return refused.value.reason


def make_template(place: int, **activity: object) -> Template:
    return kept.get(kept.add(Activity("Babymassage", place, time(9, 30), time(12), **activity)))


def remove_place(place: int) -> changes.Changes:
    return organisation.remove_place(place, places.get(place).version)


def test_a_template_has_everything_of_the_session_that_it_was_made_from() -> None:
    session = make_session(
        make_place(), title="Voorlezen", theme="taal", functions=(Function.COHESION,), languages=("nl", "ar"),
        team=(make_member(),), partners=(partners.add(name="Bibliotheek"),), capacity=12, price_cents=150,
        texts=(OwnText("nl", "Kom luisteren", "Samen."), OwnText("ar", "تعالوا")), expect=("songs",),
    )  # fmt: skip
    made = templates.make_from_session(session)
    assert made.facts == {"title": "Voorlezen"}
    assert kept.get(made.made).activity == sessions.get(session).activity


def test_a_session_planned_from_it_has_everything_but_the_hour() -> None:
    place, member = make_place(), make_member()
    template = make_template(place, team=(member,), theme="baby", texts=(OwnText("nl", "Kom"),))
    done = templates.plan_from(template.id, DAY_AFTER, time(14))
    session = sessions.get(done.made)
    assert session.day == DAY_AFTER
    assert session.activity == replace(template.activity, start=time(14), end=time(16, 30))
    assert session.series_id is None
    assert done.facts == {"title": "Babymassage", "day": DAY_AFTER, "left_out": ()}


def test_it_can_be_planned_at_another_place() -> None:
    template, other = make_template(make_place()), make_place("Bonnevie")
    done = templates.plan_from(template.id, DAY, time(9), other)
    assert sessions.get(done.made).activity.place_id == other
    assert kept.get(template.id) == template


def test_a_template_whose_place_is_gone_asks_for_another_and_keeps_the_rest() -> None:
    place, other = make_place(), make_place("Bonnevie")
    template = make_template(place, theme="baby")
    remove_place(place)
    with pytest.raises(Refused) as refused:
        templates.plan_from(template.id, DAY, time(9))
    assert (refused.value.reason, refused.value.facts) == (Reason.PLACE_GONE, {"title": "Babymassage"})
    assert kept.get(template.id).activity == replace(template.activity, place_id=NOWHERE)
    made = templates.plan_from(template.id, DAY, time(9), other).made
    assert (sessions.get(made).activity.place_id, sessions.get(made).activity.theme) == (other, "baby")


def test_a_place_that_is_no_longer_used_cannot_be_planned_at() -> None:
    place, other = make_place(), make_place("Bonnevie")
    template = make_template(place)
    places.change(place, None, is_active=False)  # as another PC may have done, with the template still there
    assert templates.templates_board().lines[0].place is None
    assert reason(lambda: templates.plan_from(template.id, DAY, time(9))) is Reason.PLACE_GONE
    assert reason(lambda: templates.plan_from(template.id, DAY, time(9), place)) is Reason.PLACE_GONE
    assert reason(lambda: templates.plan_from(template.id, DAY, time(9), 99)) is Reason.NOT_FOUND
    assert templates.plan_from(template.id, DAY, time(9), other).made


def test_undoing_the_removal_of_a_place_gives_it_back_to_its_templates() -> None:
    place, _other = make_place(), make_place("Bonnevie")
    template, elsewhere = make_template(place), make_template(_other)
    changes.undo(remove_place(place).undo)
    assert kept.get(template.id) == template
    remove_place(place)
    assert kept.get(elsewhere.id) == elsewhere


def test_who_is_gone_is_left_out_and_named() -> None:
    place, stays, leaves = make_place(), make_member("Nele"), make_member("Samira")
    partner = partners.add(name="Bibliotheek")
    template = make_template(place, team=(leaves, stays), partners=(partner,))
    make_member("Zoë")
    team.change(leaves, None, is_active=False)
    partners.change(partner, None, is_active=False)
    (line,) = templates.templates_board().lines
    assert ([member.name for member in line.team], line.partners, line.gone) == (
        ["Nele"], (), ("Samira", "Bibliotheek"),
    )  # fmt: skip
    done = templates.plan_from(template.id, DAY, time(9))
    assert done.facts["left_out"] == ("Samira", "Bibliotheek")
    activity = sessions.get(done.made).activity
    assert (activity.team, activity.partners) == ((stays,), ())


def test_a_goal_goes_along_in_its_own_school_year_only() -> None:
    goal = goals.add(Goal(0, "Vaders", 2026))
    template = make_template(make_place(), goal_id=goal)
    this_year = templates.plan_from(template.id, date(2027, 8, 31), time(9)).made
    next_year = templates.plan_from(template.id, date(2027, 9, 1), time(9)).made
    assert sessions.get(this_year).activity.goal_id == goal
    assert sessions.get(next_year).activity.goal_id is None


def test_a_template_loses_a_goal_that_is_taken_away() -> None:
    goal = goals.add(Goal(0, "Vaders", 2026))
    template = make_template(make_place(), goal_id=goal)
    action_plan.remove_goal(goal, goals.get(goal).version)
    assert kept.get(template.id).activity.goal_id is None


def test_a_template_is_changed_and_what_was_planned_stays() -> None:
    template = make_template(make_place(), theme="baby")
    session = templates.plan_from(template.id, DAY, time(9)).made
    changed = replace(template.activity, title=" Massage  voor baby's ", place_id=NOWHERE, capacity=8)
    templates.change(template.id, template.version, changed)
    assert kept.get(template.id).activity == replace(changed, title="Massage voor baby's")
    assert sessions.get(session).activity.title == "Babymassage"
    assert reason(lambda: templates.change(template.id, template.version, changed)) is Reason.CHANGED_MEANWHILE


@pytest.mark.parametrize(("title", "refused"), [(" ", Reason.NAME_MISSING), ("x" * 10_000, Reason.TEXT_TOO_LONG)])
def test_an_impossible_title_is_refused(title: str, refused: Reason) -> None:
    template = make_template(make_place())
    assert (
        reason(lambda: templates.change(template.id, template.version, replace(template.activity, title=title)))
        is refused
    )
    assert kept.get(template.id) == template


def test_a_template_is_taken_away_and_what_was_planned_stays() -> None:
    template = make_template(make_place(), team=(make_member(),), texts=(OwnText("nl", "Kom"),))
    session = templates.plan_from(template.id, DAY, time(9)).made
    assert reason(lambda: templates.remove(template.id, template.version + 1)) is Reason.CHANGED_MEANWHILE
    templates.remove(template.id, template.version)
    assert templates.templates_board().lines == ()
    assert sessions.get(session).activity.texts == (OwnText("nl", "Kom"),)
    assert reason(lambda: templates.plan_from(template.id, DAY, time(9))) is Reason.NOT_FOUND


def test_templates_stand_by_title_whatever_its_case() -> None:
    place = make_place()
    for title in ("b", "C", "a"):
        kept.add(Activity(title, place, time(9), time(10)))
    assert [line.template.title for line in templates.templates_board().lines] == ["a", "b", "C"]
