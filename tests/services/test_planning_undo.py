"""Any list of planning acts, taken back one after the other, leaves the house as it was; done again, as it became."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings, strategies as st

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Monthly, Picked, Weekly
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import Activity
from meetingplace.services import changes, planning, series
from meetingplace.services.changes import Changes
from meetingplace.services.series import Repeats
from meetingplace.storage import database, sessions
from tests.makers import make_place
from tests.snapshots import whole_house

FIRST = date(2026, 10, 1)
DAYS = st.integers(0, 90).map(lambda number: FIRST + timedelta(days=number))
RULES = st.one_of(
    st.builds(
        lambda day, weeks: Weekly((day.weekday(), 4), day, day + timedelta(weeks=weeks)), DAYS, st.integers(1, 5)
    ),
    st.builds(lambda day: Monthly((5,), (1, -1), day, day + timedelta(days=80)), DAYS),
    st.builds(lambda days: Picked(tuple(days)), st.lists(DAYS, min_size=1, max_size=4)),
)
REPEATS = st.builds(Repeats, RULES, st.sampled_from([(), tuple(DaysOff)]))
HOURS = st.sampled_from([(time(9), time(11)), (time(9, 30), time(12)), (time(14), time(17))])

Verb = Callable[..., Changes]


def some_session(draw: st.DrawFn) -> sessions.Session:
    known = sessions.between(FIRST - timedelta(days=7), FIRST + timedelta(days=400))
    if not known:
        raise LookupError
    return known[draw(st.integers(0, 10_000)) % len(known)]


def some_series(draw: st.DrawFn) -> sessions.Series:
    one = some_session(draw)
    if one.series_id is None:
        raise LookupError
    return sessions.get_series(one.series_id)


def activity(draw: st.DrawFn, place: int) -> Activity:
    return Activity(draw(st.sampled_from(["Babbelcafé", "Voorlezen"])), place, *draw(HOURS))


def add(draw: st.DrawFn, place: int) -> Changes:
    return planning.add_session(activity(draw, place), draw(DAYS))


def change(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return planning.change_session(one.id, one.version, activity(draw, place), draw(DAYS))


def move(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return planning.move_session(one.id, one.version, draw(DAYS), *draw(HOURS))


def cancel(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return planning.cancel_session(one.id, one.version, "ziek")


def reinstate(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return planning.reinstate_session(one.id, one.version)


def remove(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return planning.remove_session(one.id, one.version)


def plan_series(draw: st.DrawFn, place: int) -> Changes:
    return series.plan(activity(draw, place), draw(REPEATS))


def repeat(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return series.repeat(one.id, one.version, draw(REPEATS))


def extend(draw: st.DrawFn, place: int) -> Changes:
    of = some_series(draw)
    return series.extend(of.id, of.version, of.rule.last_day + timedelta(days=draw(st.integers(1, 30))), ())


def add_date(draw: st.DrawFn, place: int) -> Changes:
    of = some_series(draw)
    return series.add_date(of.id, of.version, draw(DAYS))


def change_following(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    repeats = draw(st.one_of(st.none(), REPEATS))
    return series.change_following(one.id, one.version, activity(draw, place), repeats)


def change_all(draw: st.DrawFn, place: int) -> Changes:
    one = some_session(draw)
    return series.change_all(one.id, one.version, activity(draw, place))


def cancel_rest(draw: st.DrawFn, place: int) -> Changes:
    return series.cancel_rest(some_series(draw).id, draw(DAYS), "verbouwing")


def remove_following(draw: st.DrawFn, place: int) -> Changes:
    return series.remove_following(some_series(draw).id, draw(DAYS))


ACTS: tuple[Callable[[st.DrawFn, int], Changes], ...] = (
    add, change, move, cancel, reinstate, remove, plan_series, repeat, extend, add_date, change_following, change_all,
    cancel_rest, remove_following,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_was_planned_is_undone_and_done_again(house: None, data: st.DataObject) -> None:
    with database.database.atomic() as all_of_it:
        place = make_place("Kuregem", capacity=20)
        before, undos = whole_house(), []
        for act in data.draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=8)):
            try:
                undos.append(act(data.draw, place).undo)
            except (Refused, LookupError):
                continue
        after = whole_house()
        redos = [changes.undo(step).undo for step in reversed(undos) if step]
        assert whole_house() == before
        for step in reversed(redos):
            assert step
            changes.undo(step)
        assert whole_house() == after
        all_of_it.rollback()
