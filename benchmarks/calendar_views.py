"""Week, month and school year over 2,000 sessions: asked, said and painted in the real window."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.houses import opened
from benchmarks.measuring import Row, child, median, milliseconds, p99
from meetingplace.domain.calendar import school_year_of
from meetingplace.storage import database

_WEEK_MOST, _MONTH_MOST, _YEAR_MOST = 150, 50, 150  # ms
_RUNS = 15


def rows(school_year: Path) -> Iterator[Row]:
    """Measure the three views: each month of the year, a week of each month, and the year itself."""
    found = child("calendar_views", school_year)
    same = "the year's rows by raw SQL, ms"
    week, empty_week = f"week view, {found['sessions']} sessions a year; p99", "an empty week in the same window, ms"
    yield Row(week, found["week"], "ms", _WEEK_MOST, empty_week, found["empty week"])
    month = f"month view, {found['sessions']} sessions a year; p99"
    yield Row(month, found["month"], "ms", _MONTH_MOST, "an empty month in the same window, ms", found["empty month"])
    yield Row(f"year view, {found['sessions']} sessions", found["year"], "ms", _YEAR_MOST, same, found["bare"])


def _measure(folder: Path) -> dict[str, float]:
    from benchmarks.stage import window_on
    from meetingplace.ui.planning.screen import PlanningScreen

    first, last = school_year_of(date.today())
    months = [date(first.year + (month < 9), month, 15) for month in (9, 10, 11, 12, 1, 2, 3, 4, 5, 6)]
    with window_on(folder) as stage:
        stage.shell.go("planning")
        stage.settle()
        (screen,) = stage.shell.findChildren(PlanningScreen)

        def look(mode: str, day: date) -> None:
            screen.presenter.look(mode, day)
            stage.settle()

        found: dict[str, float] = {}
        for mode in ("week", "month"):
            look(mode, months[0])  # letters and pictures are drawn once
            found[mode] = p99([milliseconds(lambda m=mode, day=day: look(m, day)) for day in months * 2])
            found[f"empty {mode}"] = median(lambda m=mode: look(m, last), _RUNS)
        look("year", months[0])
        found["year"] = median(lambda: look("year", months[1]), _RUNS)
    with opened(folder):
        return {"sessions": len(_bare(first, last)), "bare": median(lambda: _bare(first, last), _RUNS), **found}


def _bare(first: date, last: date) -> list[object]:
    sql = "SELECT * FROM session WHERE day BETWEEN ? AND ? ORDER BY day, start"
    found: list[object] = database.database.execute_sql(sql, (first.isoformat(), last.isoformat())).fetchall()
    return found


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[2]))))
