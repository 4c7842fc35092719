"""A plan that goes from one house into another one: the same plan there, field by field, by whatever table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from meetingplace.domain.goals import Goal
from meetingplace.domain.refusals import Refused
from meetingplace.domain.sessions import OLDEST, Activity, Function, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.i18n.formats import Formats
from meetingplace.services import calendar_files, plan_import, planning
from meetingplace.services.plan_files import tables as plan_tables
from meetingplace.services.plan_files.comparing import Kind
from meetingplace.services.plan_files.handed_out import CalendarAsked
from meetingplace.services.plan_import import PlanFile
from meetingplace.storage import database, goals, partners, places, sessions, tables, team

TODAY = date(2026, 10, 1)
YEAR = (date(2026, 9, 1), date(2027, 8, 31))
PLACES = ("Kuregem", "Bonnevie; tuin, achter", "'t Huis <b>")
TEAM = ("Samira", "Nele, van de school", "=Ada")
PARTNERS = ("Kind en Gezin, Brussel", "Bib; De Boeken", "أهلا")
GOALS = ("Vaders, ook", "=1+1")


@contextmanager
def a_house(rotated: int = 0) -> Iterator[None]:
    """Open a house with a database of its own, with the same names, perhaps under other numbers."""
    database.bind_memory()
    with database.connected():
        database.database.create_tables(tables.TABLES)
        for add, names in ((places.add, PLACES), (team.add, TEAM), (partners.add, PARTNERS)):
            for one in (*names[rotated:], *names[:rotated]):
                add(name=one)
        for title in (*GOALS[rotated:], *GOALS[:rotated]):
            goals.add(Goal(0, title, 2026))
        yield
    database.hang_up()


def named(ids: Sequence[int], listed: Sequence[Any]) -> set[str]:
    return {one.name for one in listed if one.id in ids}


def told() -> list[tuple[object, ...]]:
    """Read the whole plan of a house, without its numbers."""
    titles = {goal.id: goal.title for goal in goals.listed()}
    return sorted(
        (
            one.day, what.start, what.end, what.title, places.get(what.place_id).name, what.theme,
            tuple(function.value for function in what.functions), what.languages, what.from_months, what.to_months,
            what.capacity, what.is_walk_in, what.price_cents, sorted(named(what.team, team.listed())),
            sorted(named(what.partners, partners.listed())), titles.get(what.goal_id or 0, ""), one.state.value,
            one.reason,
        )
        for one in sessions.between(*YEAR)
        for what in (one.activity,)
    )  # fmt: skip


def filled(**facts: Any) -> Activity:
    """Make an activity with every fact that a table tells."""
    facts = {
        "title": "Babbelcafé & <b>taart</b>", "place_id": 2, "start": time(9, 30), "end": time(12), "theme": "slapen",
        "functions": (Function.COHESION, Function.ADVICE), "from_months": 6, "to_months": 36, "languages": ("nl", "ar"),
        "capacity": 12, "is_walk_in": False, "price_cents": 250, "goal_id": 1, "team": (2, 3), "partners": (1, 2),
    } | facts  # fmt: skip
    return Activity(**facts)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_every_fact_of_a_plan_arrives_in_another_house(kind: str, language: str) -> None:
    with a_house():
        planning.add_session(filled(), date(2026, 11, 3))
        off = planning.add_session(filled(title="=1+1", goal_id=2, price_cents=5), date(2026, 11, 4)).made or 0
        planning.cancel_session(off, sessions.get(off).version, "@ziek; morgen, misschien")
        planning.add_session(filled(title="'=2", team=(), partners=(), goal_id=None), date(2027, 3, 28))
        wanted, content = told(), table(kind, language)
    with a_house(rotated=1):
        done = plan_import.import_plan(PlanFile(f"plan.{kind}", content), TODAY)
        assert done.facts["number"] == 3
        assert told() == wanted
        assert kinds(f"plan.{kind}", content) == {Kind.SAME}


def table(kind: str, language: str) -> bytes:
    rows = plan_tables.plan_rows(*YEAR, Wanted(), language)
    return (plan_tables.as_xlsx if kind == "xlsx" else plan_tables.as_csv)(rows, language)


def kinds(name: str, content: bytes) -> set[Kind]:
    return {row.kind for row in plan_import.preview_plan(PlanFile(name, content), TODAY).rows}


def test_a_number_of_another_house_takes_no_session_of_this_one() -> None:
    with a_house():
        planning.add_session(filled(title="Open ontmoeting", place_id=1), date(2026, 11, 3))
        content = table("csv", "nl")
    with a_house(rotated=1):
        there = next(place.id for place in places.listed() if place.name == PLACES[2])
        own = planning.add_session(filled(title="Open ontmoeting", place_id=there), date(2026, 12, 8)).made or 0
        plan_import.import_plan(PlanFile("plan.csv", content), TODAY)
        assert sessions.get(own).day == date(2026, 12, 8)
        assert [one.day for one in sessions.between(*YEAR)] == [date(2026, 11, 3), date(2026, 12, 8)]


def test_a_calendar_arrives_in_another_house_with_its_days_hours_and_places() -> None:
    with a_house():
        planning.add_session(filled(), date(2026, 11, 3))
        planning.add_session(filled(title="Over de klok", place_id=1), date(2027, 3, 28))
        wanted = [row[:5] for row in told() if row[4] == PLACES[0]]
        content = calendar_files.calendar_file(CalendarAsked(*YEAR, Wanted(1)), datetime(2026, 10, 1, 9), "nl")
    with a_house(rotated=1):
        plan_import.import_plan(PlanFile("plan.ics", content), TODAY)
        assert [row[:5] for row in told()] == wanted
        assert kinds("plan.ics", content) == {Kind.SAME}


# --- whatever is planned ---

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
minutes = st.integers(0, 24 * 4 - 2)
activities = st.builds(
    lambda at, long, young, old, **facts: filled(
        start=time(at // 4, at % 4 * 15), end=time(*divmod(min(at + long, 24 * 4 - 1) * 15, 60)),
        from_months=min(young, old), to_months=max(young, old) + 1, **facts,
    ),
    at=minutes, long=st.integers(1, 12), young=st.integers(0, OLDEST - 1), old=st.integers(0, OLDEST - 1),
    title=words, theme=st.one_of(st.just(""), words), place_id=st.integers(1, 3),
    functions=st.lists(st.sampled_from(Function), unique=True).map(tuple),
    languages=st.lists(st.sampled_from(["nl", "fr", "ar", "zh", "prs", "zgh"]), unique=True).map(tuple),
    team=st.lists(st.integers(1, 3), unique=True).map(tuple),
    partners=st.lists(st.integers(1, 3), unique=True).map(tuple),
    goal_id=st.sampled_from([None, 1, 2]), capacity=st.integers(0, 400), is_walk_in=st.booleans(),
    price_cents=st.integers(0, 20_000),
)  # fmt: skip
planned = st.lists(st.tuples(activities, st.integers(0, 364), st.one_of(st.none(), words)), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=planned, kind=st.sampled_from(["xlsx", "csv"]), language=st.sampled_from(["nl", "fr", "en"]))
def test_any_plan_arrives_in_another_house_as_it_was(plan: Any, kind: str, language: str) -> None:
    with a_house():
        for activity, after, reason in plan:
            plan_one(activity, YEAR[0] + timedelta(after), reason)
        wanted, content = told(), table(kind, language)
    if not wanted:
        return
    with a_house(rotated=1):
        plan_import.import_plan(PlanFile(f"plan.{kind}", content), TODAY)
        assert told() == wanted


def plan_one(activity: Activity, day: date, reason: str | None) -> None:
    """Plan it as a screen does; what is refused there, or stands there already, is no plan."""
    taken = {(one.day, one.activity.place_id, one.activity.start) for one in sessions.between(*YEAR)}
    if (day, activity.place_id, activity.start) in taken:
        return
    try:
        made = planning.add_session(activity, day).made or 0
    except Refused:
        return
    if reason is not None and reason.strip():
        planning.cancel_session(made, sessions.get(made).version, reason)
        assert sessions.get(made).state is SessionState.CANCELLED


def test_the_languages_of_the_property_have_names_of_their_own() -> None:
    for language in ("nl", "fr", "en"):
        names = [Formats(language).language_name(code) for code in ("nl", "fr", "ar", "zh", "prs", "zgh")]
        assert len(set(names)) == len(names)
