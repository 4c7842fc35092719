"""When the team is there: usual weekdays, days away, and what is left of them when somebody leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import TeamMember
from meetingplace.i18n import acts
from meetingplace.i18n.catalog import translator
from meetingplace.services import availability, changes, organisation
from meetingplace.services.changes import Topic
from meetingplace.storage import absences, team
from tests.makers import DAY, make_member

pytestmark = pytest.mark.usefixtures("house")

FRIDAY, MONDAY = date(2026, 10, 30), date(2026, 11, 2)


def reason(verb, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        verb(*args)
    return caught.value.reason


def days(member: int, today: date = DAY) -> list[tuple[date, date]]:
    return [(one.first_day, one.last_day) for one in availability.away_board(member, today).away]


def test_days_away_are_listed_until_they_are_over():
    member = make_member("Nele")
    later = availability.add_away(member, MONDAY, MONDAY)
    availability.add_away(member, DAY, FRIDAY)
    assert later.topics == {Topic.TEAM}
    assert availability.away_board(member, DAY).member.name == "Nele"
    assert days(member) == [(DAY, FRIDAY), (MONDAY, MONDAY)]
    assert days(member, FRIDAY) == [(DAY, FRIDAY), (MONDAY, MONDAY)]
    assert days(member, FRIDAY + timedelta(days=1)) == [(MONDAY, MONDAY)]


def test_days_away_are_taken_away_and_come_back_with_undo():
    member = make_member()
    made = availability.add_away(member, DAY, FRIDAY).made
    gone = availability.remove_away(made)
    assert days(member) == []
    assert reason(availability.remove_away, made) is Reason.NOT_FOUND
    changes.undo(gone.undo)
    assert days(member) == [(DAY, FRIDAY)]


def test_days_away_are_refused_that_end_before_they_begin_last_longer_than_a_year_or_are_of_nobody():
    member, gone = make_member(), make_member("Nele", is_active=False)
    assert reason(availability.add_away, member, FRIDAY, DAY) is Reason.END_BEFORE_START
    assert reason(availability.add_away, member, DAY, DAY + timedelta(days=366)) is Reason.PERIOD_TOO_LONG
    for nobody in (gone, 9999):
        assert reason(availability.add_away, nobody, DAY, DAY) is Reason.NOT_FOUND
        assert reason(availability.away_board, nobody, DAY) is Reason.NOT_FOUND
    assert absences.between(date.min, date.max) == []
    availability.add_away(member, DAY, DAY + timedelta(days=365))
    assert len(days(member)) == 1


def test_the_days_away_of_somebody_who_leaves_go_too_and_come_back_with_undo():
    member, other = make_member("Nele"), make_member()
    availability.add_away(member, DAY, FRIDAY)
    availability.add_away(member, MONDAY, MONDAY)
    availability.add_away(other, MONDAY, MONDAY)
    left = organisation.remove_member(member, team.get(member).version)
    assert [one.member_id for one in absences.between(date.min, date.max)] == [other]
    changes.undo(left.undo)
    assert days(member) == [(DAY, FRIDAY), (MONDAY, MONDAY)]


def test_usual_weekdays_are_kept_in_the_order_of_the_week_and_only_if_they_exist():
    made = organisation.add_member(TeamMember(0, "Nele", weekdays=(4, 1, 1))).made
    assert team.get(made).weekdays == (1, 4)
    organisation.change_member(replace(team.get(made), weekdays=()))
    assert team.get(made).weekdays == ()
    assert reason(organisation.change_member, replace(team.get(made), weekdays=(7,))) is Reason.CHOICE_UNKNOWN


def test_days_away_are_said_with_one_day_or_with_two():
    member, words = make_member("Nele"), translator("app", "en")
    said = [
        acts.sentence(words, done.act, done.facts)
        for done in (availability.add_away(member, DAY, DAY), availability.add_away(member, DAY, FRIDAY))
    ]
    assert said == [
        "Nele is away on Tuesday 27 October.", "Nele is away from Tuesday 27 October up to Friday 30 October.",
    ]  # fmt: skip
