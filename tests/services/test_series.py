"""The verbs of a series over a real database: planned, changed, split, extended, cancelled, taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Picked, Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Departure, departure_of
from meetingplace.domain.sessions import Activity, SessionState
from meetingplace.domain.voices import Voice
from meetingplace.i18n import acts
from meetingplace.i18n.catalog import translator
from meetingplace.services import planning, series
from meetingplace.services.changes import Act, undo
from meetingplace.services.series import Repeats
from meetingplace.storage import database, sessions, tables, voices
from tests.makers import make_member, make_place, make_session, make_visit

NOW = datetime(2026, 10, 27, 9, 40)
AUTUMN = Weekly((2,), date(2026, 10, 14), date(2026, 11, 25))
# Wednesdays: 14, 21, 28 October, 4, 11, 18, 25 November. Off: 21 and 28 (French schools), 4 (Flemish), 11 (everybody).
EVERYTHING = (DaysOff.FLEMISH, DaysOff.FRENCH, DaysOff.PUBLIC)


@pytest.fixture
def place(house: None) -> int:
    return make_place("Kuregem", capacity=25)


def activity(place_id: int, **values: object) -> Activity:
    return replace(Activity("Open ontmoeting", place_id, time(9, 30), time(12)), **values)


def refused(verb: object, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        verb(*args)  # type: ignore[operator]
    return caught.value.reason


def days_of(series_id: int | None) -> list[date]:
    return [session.day for session in sessions.of_series(series_id or 0)]


def test_a_series_skips_both_school_calendars_and_public_holidays_but_for_what_is_kept(place: int) -> None:
    plan = series.preview(Repeats(AUTUMN, EVERYTHING), None, "nl")
    assert plan.made == (date(2026, 10, 14), date(2026, 11, 18), date(2026, 11, 25))
    assert [skip.day for skip in plan.skipped] == [
        date(2026, 10, 21), date(2026, 10, 28), date(2026, 11, 4), date(2026, 11, 11)
    ]  # fmt: skip
    assert [{off.calendar for off in skip.why} for skip in plan.skipped] == [
        {DaysOff.FRENCH}, {DaysOff.FRENCH}, {DaysOff.FLEMISH}, set(EVERYTHING)
    ]  # fmt: skip
    assert not sessions.is_any()
    kept = series.plan(activity(place), Repeats(AUTUMN, EVERYTHING, (date(2026, 10, 28),)))
    assert days_of(kept.made) == [date(2026, 10, 14), date(2026, 10, 28), date(2026, 11, 18), date(2026, 11, 25)]


def test_a_series_is_one_act_with_one_undo(place: int) -> None:
    member = make_member()
    changes = series.plan(activity(place, team=(member,)), Repeats(AUTUMN, (DaysOff.FLEMISH,)))
    assert (changes.act, changes.facts) == (
        Act.SERIES_ADDED,
        {"title": "Open ontmoeting", "number": 5, "first": date(2026, 10, 14)},
    )
    made = sessions.get_series(changes.made or 0)
    assert (made.rule, made.skips, made.activity.team) == (AUTUMN, (DaysOff.FLEMISH,), (member,))
    assert {session.activity.team for session in sessions.of_series(made.id)} == {(member,)}
    assert changes.undo
    undo(changes.undo)
    assert not sessions.is_any()
    assert not tables.Series.select().exists()


def test_a_series_without_a_single_date_is_refused(place: int) -> None:
    july = Weekly((2,), date(2027, 7, 5), date(2027, 7, 30))
    assert refused(series.plan, activity(place), Repeats(july, (DaysOff.FLEMISH,))) is Reason.NO_DATES
    assert not tables.Series.select().exists()


def test_a_session_that_stands_alone_becomes_the_first_of_a_series(place: int) -> None:
    session = sessions.get(make_session(place, day=date(2026, 10, 14), theme="slapen"))
    changes = series.repeat(session.id, session.version, Repeats(AUTUMN, EVERYTHING))
    found = sessions.of_series(changes.made or 0)
    assert [one.day for one in found] == [date(2026, 10, 14), date(2026, 11, 18), date(2026, 11, 25)]
    assert found[0].id == session.id
    assert {one.activity.theme for one in found} == {"slapen"}
    assert refused(series.repeat, session.id, found[0].version, Repeats(AUTUMN)) is Reason.STATE_NOT_ALLOWED
    assert changes.undo
    undo(changes.undo)
    assert sessions.get(session.id) == session


def test_a_series_goes_on_by_its_own_rule(place: int) -> None:
    fortnight = replace(AUTUMN, last_day=date(2026, 11, 1), every=2)  # 14 and 28 October
    made = series.plan(activity(place), Repeats(fortnight)).made or 0
    version = sessions.get_series(made).version
    plan = series.preview_extension(made, date(2026, 12, 10), "nl")
    assert plan.made == (date(2026, 11, 11), date(2026, 11, 25), date(2026, 12, 9))
    series.extend(made, version, date(2026, 12, 10), ())
    assert days_of(made)[2:] == list(plan.made)
    assert sessions.get_series(made).rule.last_day == date(2026, 12, 10)
    assert refused(series.extend, made, version, date(2027, 1, 30), ()) is Reason.CHANGED_MEANWHILE
    assert refused(series.extend, made, version, date(2026, 12, 10), ()) is Reason.NO_DATES


def test_a_series_that_goes_on_makes_no_double_of_a_date_that_was_added_by_hand(place: int) -> None:
    made = series.plan(activity(place), Repeats(replace(AUTUMN, last_day=date(2026, 10, 28)))).made or 0
    series.add_date(made, sessions.get_series(made).version, date(2026, 11, 11))
    assert series.preview_extension(made, date(2026, 11, 18), "nl").made == (date(2026, 11, 4), date(2026, 11, 18))
    series.extend(made, sessions.get_series(made).version, date(2026, 11, 18), ())
    assert days_of(made) == [
        date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28), date(2026, 11, 4), date(2026, 11, 11),
        date(2026, 11, 18),
    ]  # fmt: skip


def test_this_and_the_following_become_a_series_that_follows_and_the_visited_stay(place: int) -> None:
    made = series.plan(activity(place, theme="slapen"), Repeats(AUTUMN, EVERYTHING, (date(2026, 10, 28),))).made or 0
    first, second, third, fourth = sessions.of_series(made)  # 14 and 28 October, 18 and 25 November
    make_visit(third.id, None, NOW)
    changes = series.change_following(second.id, second.version, activity(place, theme="eten", end=time(13)))
    assert (changes.facts["number"], changes.facts["stayed"]) == (2, 1)
    assert [(sessions.get(one.id).activity.theme, sessions.get(one.id).activity.end.hour) for one in
            (first, second, third, fourth)] == [("slapen", 12), ("eten", 13), ("slapen", 12), ("eten", 13)]  # fmt: skip
    old, new = sessions.get_series(made), sessions.get_series(changes.made or 0)
    assert (old.activity.theme, old.rule.last_day, old.kept) == ("slapen", date(2026, 10, 27), ())
    assert (new.activity.theme, new.rule.first_day, new.follows, new.kept) == (
        "eten", date(2026, 10, 28), made, (date(2026, 10, 28),),
    )  # fmt: skip
    assert [one.day for one in sessions.of_series(new.id)] == [second.day, fourth.day]
    assert changes.undo
    undo(changes.undo)
    assert [one.id for one in sessions.of_series(made)] == [first.id, second.id, third.id, fourth.id]
    assert sessions.get_series(made).rule == AUTUMN


def test_from_its_first_session_on_a_series_changes_as_a_whole(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    first = sessions.of_series(made)[0]
    changes = series.change_following(first.id, first.version, activity(place, theme="eten"))
    assert changes.made == made
    assert {one.activity.theme for one in sessions.of_series(made)} == {"eten"}
    assert sessions.get_series(made).activity.theme == "eten"


def test_all_changes_but_what_was_held_and_an_hour_that_was_moved_by_hand(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    held, moved, *_rest = sessions.of_series(made)
    sessions.change(held.id, None, state="held")
    planning.move_session(moved.id, moved.version, date(2026, 10, 22), time(14), time(16))
    third = sessions.of_series(made)[2]
    changes = series.change_all(third.id, third.version, activity(place, theme="eten", start=time(10)))
    assert (changes.facts["number"], changes.facts["stayed"]) == (6, 1)
    assert sessions.get(held.id).activity.theme == ""
    after = sessions.get(moved.id)
    assert (after.day, after.activity.start, after.activity.theme) == (date(2026, 10, 22), time(14), "eten")
    assert {one.activity.start for one in sessions.of_series(made) if one.id not in (held.id, moved.id)} == {time(10)}


def test_another_weekday_moves_what_follows_and_leaves_exceptions_on_their_day(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    found = sessions.of_series(made)
    moved = found[3]
    planning.move_session(moved.id, moved.version, date(2026, 11, 6), time(9, 30), time(12))
    thursdays = Repeats(Weekly((3,), date(2026, 10, 22), date(2026, 11, 26)))
    changes = series.change_following(found[1].id, found[1].version, activity(place), thursdays)
    days = [one.day for one in sessions.of_series(changes.made or 0)]
    # each moves within its week; the one of 4 November that was moved to the Friday stands for that Thursday
    assert days == [
        date(2026, 10, 22), date(2026, 10, 29), date(2026, 11, 6), date(2026, 11, 12), date(2026, 11, 19),
        date(2026, 11, 26),
    ]  # fmt: skip
    assert sessions.get(found[4].id).day == date(2026, 11, 12)
    assert sessions.get(moved.id).rule_day == date(2026, 11, 5)
    assert changes.facts["exceptions"] == 1
    assert sessions.get(found[0].id).day == date(2026, 10, 14)


def test_the_same_rule_again_makes_no_double_of_what_stays(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    found = sessions.of_series(made)  # 14, 21, 28 October, 4, 11, 18, 25 November
    planning.cancel_session(found[3].id, found[3].version, "ziek")
    make_visit(found[4].id, None, NOW)
    planning.move_session(found[5].id, found[5].version, date(2026, 11, 20), time(9, 30), time(12))
    again = Repeats(Weekly((2,), date(2026, 10, 21), date(2026, 11, 25)))
    series.change_following(found[1].id, found[1].version, activity(place), again)
    period = sessions.between(date(2026, 10, 1), date(2026, 12, 31))
    assert [one.day for one in period] == [
        date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28), date(2026, 11, 4), date(2026, 11, 11),
        date(2026, 11, 20), date(2026, 11, 25),
    ]  # fmt: skip


def test_what_a_session_has_of_its_own_stays_when_another_field_is_changed(place: int) -> None:
    made = series.plan(activity(place, theme="slapen", team=(make_member("Nele"),)), Repeats(AUTUMN)).made or 0
    first, own, *_rest = sessions.of_series(made)
    mine = replace(own.activity, title="Papazaterdag", team=(make_member("Bilal"),), capacity=8)
    planning.change_session(own.id, own.version, mine, own.day)
    series.change_following(first.id, first.version, replace(first.activity, theme="eten"))
    assert sessions.get(own.id).activity == replace(mine, theme="eten")
    first = sessions.get(first.id)
    series.change_all(first.id, first.version, replace(first.activity, title="Voorlezen"))
    assert sessions.get(own.id).activity == replace(mine, theme="eten", title="Voorlezen")
    assert {one.activity.theme for one in sessions.of_series(made)} == {"eten"}


def test_what_only_the_edited_session_had_is_not_passed_on(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    own, other, *_rest = sessions.of_series(made)
    planning.change_session(own.id, own.version, activity(place, title="Papazaterdag", start=time(10)), own.day)
    own = sessions.get(own.id)
    series.change_all(own.id, own.version, replace(own.activity, theme="eten"))
    assert sessions.get(own.id).activity == activity(place, title="Papazaterdag", start=time(10), theme="eten")
    assert sessions.get(other.id).activity == activity(place, theme="eten")
    assert sessions.get_series(made).activity == activity(place, theme="eten")


def test_what_was_cancelled_after_the_split_goes_along_and_what_was_visited_stays_in_the_past(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    first, second, visited, cancelled, *_rest = sessions.of_series(made)
    make_visit(visited.id, None, NOW)
    planning.cancel_session(cancelled.id, cancelled.version, "ziek")
    changes = series.change_following(second.id, second.version, activity(place, theme="eten"))
    assert [one.id for one in sessions.of_series(made)] == [first.id, visited.id]
    after = sessions.get(cancelled.id)
    assert (after.series_id, after.day, after.reason, after.activity.theme) == (
        changes.made, cancelled.day, "ziek", "",
    )  # fmt: skip
    assert departure_of(after, sessions.get_series(changes.made or 0)) is Departure.CANCELLED
    assert (changes.facts["number"], changes.facts["stayed"]) == (4, 1)  # the cancelled one is neither
    assert changes.undo
    undo(changes.undo)
    assert sessions.get(cancelled.id).series_id == made


def test_every_second_week_keeps_who_stands_on_its_weeks(place: int) -> None:
    # of the Wednesdays from 14 October those of 14 and 28 October, 11 and 25 November stay the very same
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    found = sessions.of_series(made)
    fortnight = Repeats(replace(AUTUMN, every=2))
    series.change_following(found[0].id, found[0].version, found[0].activity, fortnight)
    assert [(one.id, one.day) for one in sessions.of_series(made)] == [
        (found[at].id, found[at].day) for at in (0, 2, 4, 6)
    ]


def test_a_session_where_a_voice_was_heard_is_not_thrown_away_by_another_rule(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    found = sessions.of_series(made)
    voices.add(Voice(0, date(2026, 10, 21), "Meer zand", session_id=found[1].id))
    fortnight = Repeats(replace(AUTUMN, every=2))
    verb = series.change_following
    assert refused(verb, found[0].id, found[0].version, found[0].activity, fortnight) is Reason.IN_USE
    assert [one.day for one in sessions.of_series(made)] == [one.day for one in found]


SOME_DAY = st.integers(0, 60).map(lambda days: date(2026, 10, 21) + timedelta(days))
NEXT_RULE = st.one_of(
    st.builds(
        lambda weekdays, first, weeks, every: Weekly(tuple(weekdays), first, first + timedelta(weeks=weeks), every),
        st.sets(st.integers(0, 6), min_size=1, max_size=3), SOME_DAY, st.integers(1, 7), st.integers(1, 3),
    ),
    st.builds(lambda days: Picked(tuple(days)), st.sets(SOME_DAY, min_size=1, max_size=9)),
).filter(lambda rule: bool(rule.dates()))  # fmt: skip
HAPPENED = st.lists(st.sampled_from(["", "", "cancelled", "visited", "moved"]), min_size=6, max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rule=NEXT_RULE, what=st.lists(st.sampled_from(["", "", "cancelled", "visited", "moved"]), min_size=6, max_size=6)
)
def test_another_rule_keeps_each_session_once_and_leaves_what_happened(
    place: int, rule: Weekly | Picked, what: list[str]
) -> None:
    with database.database.atomic() as all_of_it:
        made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
        first, *others = sessions.of_series(made)
        for one, happened in zip(others, what, strict=True):
            if happened == "cancelled":
                planning.cancel_session(one.id, one.version, "ziek")
            elif happened == "visited":
                make_visit(one.id, None, NOW)
            elif happened == "moved":
                planning.move_session(one.id, one.version, one.day + timedelta(2), time(14), time(16))
        before = {one.id: one for one in sessions.of_series(made)}
        untouched = [one.id for one, happened in zip(others, what, strict=True) if happened]
        series.change_following(first.id, first.version, first.activity, Repeats(rule))
        after = sessions.of_series(made)
        places_of = [one.day for one in after if one.id not in untouched]
        assert len(places_of) == len(set(places_of))
        assert set(places_of) <= set(rule.dates())
        assert {one.id: one.day for one in after if one.id in untouched} == {id: before[id].day for id in untouched}
        assert {one.id for one in after if one.state is SessionState.CANCELLED} == {
            one.id for one in before.values() if one.state is SessionState.CANCELLED
        }
        standing = {one.day for one in after if one.id in untouched}
        assert not standing & {one.day for one in after if one.id not in before}
        all_of_it.rollback()


def test_a_series_is_taken_away_but_for_what_happened(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    first, second, *_rest = sessions.of_series(made)
    sessions.change(first.id, None, state="held")
    make_visit(second.id, None, NOW)
    changes = series.remove_following(made, date(2026, 10, 1))
    assert (changes.facts["number"], changes.facts["stayed"]) == (5, 2)
    assert [one.id for one in sessions.of_series(made)] == [first.id, second.id]
    assert refused(series.remove_following, made, date(2026, 10, 1)) is Reason.NO_DATES


def test_a_skipped_date_is_kept_and_another_one_is_an_exception(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN, EVERYTHING)).made or 0
    series.add_date(made, sessions.get_series(made).version, date(2026, 10, 28))
    series.add_date(made, sessions.get_series(made).version, date(2026, 10, 30))
    of = sessions.get_series(made)
    said = {one.day: departure_of(one, of) for one in sessions.of_series(made)}
    assert (said[date(2026, 10, 28)], said[date(2026, 10, 30)]) == (Departure.KEPT, Departure.ADDED)
    assert said[date(2026, 10, 14)] is None
    assert refused(series.add_date, made, of.version, date(2026, 10, 30)) is Reason.ALREADY_PLANNED


def test_a_number_of_sessions_counts_what_is_made(place: int) -> None:
    made = series.plan(activity(place), Repeats(replace(AUTUMN, last_day=date(2027, 6, 30)), EVERYTHING, number=3)).made
    assert [one.day for one in sessions.of_series(made or 0)] == [
        date(2026, 10, 14), date(2026, 11, 18), date(2026, 11, 25),
    ]  # fmt: skip
    assert sessions.get_series(made or 0).rule.last_day == date(2026, 11, 25)


def test_a_number_that_the_last_day_does_not_allow_is_said(place: int) -> None:
    with pytest.raises(Refused) as wrong:
        series.plan(activity(place), Repeats(AUTUMN, EVERYTHING, number=5))
    assert (wrong.value.reason, wrong.value.facts) == (Reason.FEWER_DATES, {"number": 5, "made": 3})
    assert not tables.Series.select().exists()


def test_one_session_of_a_series_changes_alone(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    one = sessions.of_series(made)[1]
    planning.change_session(one.id, one.version, activity(place, title="Papazaterdag"), one.day)
    assert [session.activity.title for session in sessions.of_series(made)].count("Papazaterdag") == 1
    assert sessions.get(one.id).series_id == made


def test_the_rest_of_a_series_is_cancelled_in_one_act(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN, EVERYTHING)).made or 0
    changes = series.cancel_rest(made, date(2026, 11, 18), "We verhuizen")
    assert [(one.state, one.reason) for one in sessions.of_series(made)] == [
        (SessionState.PLANNED, ""),
        (SessionState.CANCELLED, "We verhuizen"),
        (SessionState.CANCELLED, "We verhuizen"),
    ]
    assert changes.facts == {"title": "Open ontmoeting", "number": 2, "stayed": 0}
    assert refused(series.cancel_rest, made, date(2026, 11, 18), "nog eens") is Reason.NO_DATES
    assert refused(series.cancel_rest, made, date(2026, 10, 1), "") is Reason.REASON_MISSING
    assert changes.undo
    undo(changes.undo)
    assert {one.state for one in sessions.of_series(made)} == {SessionState.PLANNED}


def test_cancelling_the_rest_counts_what_stays_because_it_happened(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    first, held, visited, cancelled, *_rest = sessions.of_series(made)
    sessions.change(held.id, None, state="held")
    make_visit(visited.id, None, NOW)
    planning.cancel_session(cancelled.id, cancelled.version, "ziek")
    changes = series.cancel_rest(made, held.day, "We verhuizen")
    assert (changes.facts["number"], changes.facts["stayed"]) == (3, 2)
    assert acts.sentence(translator("app", "en"), changes.act, changes.facts) == (
        "Open ontmoeting: 3 sessions do not go on. "
        "2 sessions stay as they were: they were held or people were registered."
    )
    assert sessions.get(cancelled.id).reason == "ziek"
    assert sessions.get(first.id).state is SessionState.PLANNED


def test_a_series_of_picked_dates_grows_by_a_date_that_is_picked_too(place: int) -> None:
    made = series.plan(activity(place), Repeats(Picked((date(2026, 10, 14), date(2026, 11, 18))))).made or 0
    changes = series.add_date(made, sessions.get_series(made).version, date(2026, 12, 2))
    of = sessions.get_series(made)
    assert of.rule == Picked((date(2026, 10, 14), date(2026, 11, 18), date(2026, 12, 2)))
    assert departure_of(sessions.get(changes.made or 0), of) is None
    assert refused(series.extend, made, of.version, date(2027, 1, 6), ()) is Reason.STATE_NOT_ALLOWED
    assert changes.undo
    undo(changes.undo)
    assert sessions.get_series(made).rule.last_day == date(2026, 11, 18)


def test_a_whole_series_is_taken_away_however_early_it_is_asked(place: int) -> None:
    made = series.plan(activity(place), Repeats(AUTUMN)).made or 0
    assert series.remove_following(made, date.min).facts["number"] == 7
    assert sessions.of_series(made) == []
