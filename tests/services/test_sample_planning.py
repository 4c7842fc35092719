"""The planning of the sample house: few hints, each of another kind; days off, lists, goals, templates."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta

import pytest

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.clashes import Clash, Hint
from meetingplace.domain.enrolments import OnList
from meetingplace.domain.goals import Principle
from meetingplace.domain.recurrence import Monthly, Picked, Weekly
from meetingplace.domain.sessions import Brief, Series, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.services import action_plan, notices, own_days, templates
from meetingplace.services.days_off import days_off
from meetingplace.services.enrolments import enrolment_board
from meetingplace.services.hints import hints_board
from meetingplace.services.sample_house import house as sample
from meetingplace.services.sample_house.source import SampleSize
from meetingplace.storage import absences, days_off as kept, enrolments, sessions, tables, team

DAY = date(2026, 10, 27)
SMALL = SampleSize(years=1, families=10, visits=40)
LAST = date(2027, 8, 31)

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def small(house: None) -> None:
    """Make a small sample house."""
    sample.make(SMALL, DAY)


def hinted(day: date) -> list[tuple[Brief, Clash]]:
    board = hints_board(day, Wanted(), "nl")
    assert 3 <= board.number <= 8
    return [(brief, clash) for brief, clashes in board.sessions for clash in clashes]


def all_series() -> list[Series]:
    return [sessions.get_series(row.id) for row in tables.Series.select(tables.Series.id)]


# --- hints ---


@pytest.mark.parametrize(
    "day",
    [
        DAY,
        date(2026, 9, 1),  # nothing was held yet
        date(2026, 12, 18),  # the last day before the Christmas holiday
        date(2026, 12, 25),  # a public holiday: what is on today is on a day off
        date(2027, 2, 28),  # a Sunday
        date(2027, 7, 13),  # the school year is over
    ],
)
def test_a_few_hints_are_open_each_of_another_kind(day: date) -> None:
    sample.make(SMALL, day)
    found = hinted(day)
    later = Counter(clash.hint for brief, clash in found if brief.day > day)
    assert later[Hint.PLACE_TAKEN] == 2  # the one and the other
    assert later[Hint.DAY_OFF] == later[Hint.MEMBER_AWAY] == later[Hint.TOO_MANY_ENROLLED] == 1
    assert 1 <= later[Hint.TOO_FEW_HOSTS] <= 2
    assert not later[Hint.MEMBER_ELSEWHERE]
    assert {clash.hint for brief, clash in found if brief.day == day} <= {Hint.DAY_OFF}


@pytest.mark.parametrize("places", [1, 2, 6, 12, 25])
def test_a_larger_house_has_a_larger_team_and_no_more_hints(places: int) -> None:
    sample.make(SampleSize(years=2, places=places, families=5, visits=10), DAY)
    kinds = Counter(clash.hint for _, clash in hinted(DAY))
    assert set(kinds) >= {Hint.PLACE_TAKEN, Hint.TOO_FEW_HOSTS, Hint.DAY_OFF, Hint.MEMBER_AWAY}
    assert max(kinds.values()) == 2


@pytest.mark.usefixtures("small")
def test_nobody_is_in_two_places_nor_there_while_away_now_or_before() -> None:
    away = absences.between(DAY - timedelta(days=400), LAST)
    taken: set[tuple[int, date, time, time]] = set()
    for one in sessions.briefs(date(2026, 9, 1), LAST):
        assert len(set(one.team)) == len(one.team)
        for member in one.team:
            assert not any(days.member_id == member and days.holds(one.day) for days in away)
            busy = [(start, end) for who, day, start, end in taken if (who, day) == (member, one.day)]
            assert not any(start < one.end and one.start < end for start, end in busy)
            taken.add((member, one.day, one.start, one.end))


@pytest.mark.usefixtures("small")
def test_some_of_the_team_come_on_some_weekdays_and_some_are_away() -> None:
    members = team.listed()
    assert {bool(member.weekdays) for member in members} == {True, False}
    away = absences.between(DAY, DAY + timedelta(days=40))
    assert len({one.member_id for one in away}) == 3
    assert any(one.holds(DAY) for one in away)


# --- days off, exceptions ---


@pytest.mark.usefixtures("small")
def test_the_house_closes_for_a_day_has_a_pedagogical_day_and_a_longer_holiday() -> None:
    own = {one.name: one for one in kept.between(DAY, LAST)}
    closing, pedagogical = own["Teamdag: het huis is dicht"], own["Pedagogische studiedag"]
    assert (closing.calendar, closing.place_id) == (DaysOff.OWN, None)
    assert (pedagogical.calendar, pedagogical.first_day.weekday()) == (DaysOff.FLEMISH, 2)
    for one in (closing, pedagogical):
        assert one.first_day == one.last_day
        assert not [brief for brief in sessions.briefs(one.first_day, one.last_day) if brief.series_id is not None]
    # the Christmas holiday of 2026: 21 December to 3 January; the house has it begin on the Friday before
    holiday = own["Kerstvakantie"]
    assert (holiday.first_day, holiday.last_day) == (date(2026, 12, 18), date(2027, 1, 3))
    (line,) = [one for one in own_days.days_off_board(DAY, LAST, "nl").lines if one.own == holiday]
    assert [(one.first, one.last) for one in line.ruled] == [(date(2026, 12, 21), date(2027, 1, 3))]
    off = [one.day for one in days_off(DAY, LAST, [DaysOff.FLEMISH], "nl") if one.name == "Kerstvakantie"]
    assert off[0] == date(2026, 12, 18)


@pytest.mark.usefixtures("small")
def test_a_session_was_planned_before_its_place_closed() -> None:
    (closed,) = [one for one in kept.between(DAY, LAST) if one.place_id is not None]
    ((brief, clash),) = [(brief, clash) for brief, clash in hinted(DAY) if clash.hint is Hint.DAY_OFF]
    assert (brief.day, brief.place_id) == (closed.first_day, closed.place_id)
    assert clash.day_off is not None
    assert clash.day_off.own_id == closed.id


@pytest.mark.usefixtures("small")
def test_one_coming_session_is_cancelled_with_a_reason_and_one_moved_and_parents_must_hear_it() -> None:
    soon = [one for one in sessions.between(DAY + timedelta(days=1), DAY + timedelta(days=28)) if one.was_day]
    cancelled, moved = sorted(soon, key=lambda one: one.state is SessionState.PLANNED)
    assert (cancelled.state, moved.state) == (SessionState.CANCELLED, SessionState.PLANNED)
    assert cancelled.reason
    assert cancelled.day == cancelled.was_day
    assert moved.rule_day == moved.was_day
    assert moved.day == moved.rule_day + timedelta(days=1)
    assert moved.day not in {off.day for off in days_off(DAY, LAST, [DaysOff.FLEMISH, DaysOff.PUBLIC], "nl")}
    assert not notices.notice_board(moved.id).is_told


# --- series, lists ---


@pytest.mark.usefixtures("small")
def test_series_repeat_weekly_monthly_and_on_picked_dates() -> None:
    rules = {type(series.rule): series for series in all_series()}
    assert set(rules) == {Weekly, Monthly, Picked}
    days = [one.rule_day for one in sessions.of_series(rules[Monthly].id)]
    # the first Mondays but those in the autumn (2 November) and the Easter holiday (5 April)
    assert days == [
        date(2026, 9, 7), date(2026, 10, 5), date(2026, 12, 7), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1),
        date(2027, 5, 3), date(2027, 6, 7),
    ]  # fmt: skip
    picked = rules[Picked].rule.dates()
    assert len(picked) >= 5
    assert picked[0] < DAY < picked[-1]
    assert all(series.activity.team and series.activity.texts for series in all_series())


@pytest.mark.usefixtures("small")
def test_one_list_is_full_with_some_who_wait_and_one_has_room() -> None:
    lists = {row.series_id: sessions.get_series(row.series_id) for row in tables.Enrolment.select()}
    assert sorted(series.activity.title for series in lists.values()) == ["Babymassage", "Samen naar buiten"]
    for series in lists.values():
        coming = next(one for one in sessions.of_series(series.id) if one.day > DAY)
        whole = enrolment_board(coming.id).whole
        assert whole is not None
        is_full = series.activity.title == "Babymassage"
        assert bool(whole.waiting) == is_full
        assert (len(whole.enrolled) == series.activity.capacity) == is_full
        names = [one.first_name for one in enrolments.on_list(OnList(series_id=series.id))]
        assert len(set(names)) == len(names)
        last = max(one.enrolled_at for one in whole.enrolled)
        assert all(last <= one.enrolled_at for one in whole.waiting)


# --- goals, voices, templates ---


@pytest.mark.usefixtures("small")
def test_its_action_plan_has_goals_with_sessions_and_something_without_a_goal() -> None:
    board = action_plan.plan_board(2026, DAY)
    assert len(board.goals) == 5
    assert all(line.works for line in board.goals)
    assert any(line.progress.held and line.progress.to_come for line in board.goals)
    assert any(line.progress.short for line in board.goals)
    assert "Spreekuur opvoeden" in {work.title for work in board.without}
    assert board.principles_without == (Principle.EMPOWERMENT,)


@pytest.mark.usefixtures("small")
def test_what_parents_asked_is_planned() -> None:
    planned = tables.VoiceSession.select(tables.Session.title).join(tables.Session)
    assert {title for (title,) in planned.tuples()} >= {"Samen koken", "Samen naar buiten", "Papa’s en blokken"}


@pytest.mark.usefixtures("small")
def test_its_templates_can_be_planned_from() -> None:
    lines = templates.templates_board().lines
    assert len(lines) >= 2
    assert all(line.place and line.team and line.template.activity.texts for line in lines)
    assert not any(templates.plan_from(line.template.id, DAY, time(14)).facts["left_out"] for line in lines)


def test_when_a_school_year_is_nearly_over_the_next_one_is_planned() -> None:
    sample.make(SMALL, date(2027, 6, 7))
    assert sessions.briefs(date(2027, 9, 1), date(2028, 6, 30))
    assert not any(one.team == () for one in sessions.briefs(date(2027, 6, 7), date(2028, 6, 30)))
