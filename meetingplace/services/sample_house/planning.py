"""What the coordinator of the sample house wrote down: goals of every school year, and templates."""

from __future__ import annotations

from datetime import date
from typing import Any

from meetingplace.domain.calendar import school_year_of
from meetingplace.services.sample_house.source import Ingredients, SampleSize
from meetingplace.storage import activities, bulk, records, sessions, tables


def save(given: Ingredients) -> None:
    """Write the goals, let series and sessions work at them by their theme, and make templates of the latest series."""
    first, _last = school_year_of(given.today)
    years = [first.year - years_ago for years_ago in reversed(range(given.size.years))]
    goals = [(year, goal) for year in years for goal in given.texts["goals"]]
    bulk.load(
        tables.Goal,
        "id title why year functions principles aim".split(),
        [(number, *_columns(given, goal, year)) for number, (year, goal) in enumerate(goals, 1)],
    )
    for number, (year, goal) in enumerate(goals, 1):
        _link(number, year, goal["themes"])
    for title in given.texts["templates"]["titles"]:
        _make_template(title)


def _columns(given: Ingredients, goal: dict[str, Any], year: int) -> tuple[Any, ...]:
    functions, principles = ",".join(goal["functions"]), ",".join(goal["principles"])
    aim = round(goal["aim"] * given.size.places / SampleSize.places)
    return goal["title"], goal["why"], year, functions, principles, aim


def _link(goal_id: int, year: int, themes: list[str]) -> None:
    days = date(year, 9, 1), date(year + 1, 8, 31)
    for table, day in ((tables.Session, tables.Session.day), (tables.Series, tables.Series.first_day)):
        table.update(goal=goal_id).where(table.theme.in_(themes) & day.between(*days)).execute()


def _make_template(title: str) -> None:
    """Make a template of the latest series of a title, if there is one."""
    series = tables.Series
    latest = series.select(series.id).where(series.title == title).order_by(series.id.desc()).first()
    if latest is None:
        return
    activity = sessions.get_series(latest.id).activity
    # the same seed gives the same house, so no version is drawn
    template_id = records.add(tables.Template, version=0, **activities.columns(activity))
    activities.write_parts({"template": template_id}, activity)
