"""The planning of a school year of 2,000 sessions: every week of it, against the raw SQL alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.houses import opened
from benchmarks.measuring import Row, child, milliseconds, p99
from meetingplace.domain.calendar import monday_of, school_year_of
from meetingplace.domain.wanted import Wanted
from meetingplace.services import timetable
from meetingplace.services.timetable import HoursBoard
from meetingplace.storage import database


def rows(school_year: Path) -> Iterator[Row]:
    """Measure the board of each week."""
    found = child("week", school_year)
    act = f"planning: a week, {found['sessions']} sessions a year; p99"
    yield Row(act, found["week"], "ms", 50, "its rows by raw SQL, p99 ms", found["bare"])


def _measure(folder: Path) -> dict[str, float]:
    today = date.today()
    first, last = school_year_of(today)
    mondays = [monday_of(first) + timedelta(weeks=week) for week in range((last - first).days // 7)]
    with opened(folder):
        _board(monday_of(today), today)  # the calendars of days off are loaded once
        return {
            "sessions": database.database.execute_sql("SELECT COUNT(*) FROM session").fetchone()[0],
            "week": p99([milliseconds(lambda m=monday: _board(m, today)) for monday in mondays]),
            "bare": p99([milliseconds(lambda m=monday: _bare(m)) for monday in mondays]),
        }


def _board(monday: date, today: date) -> HoursBoard:
    return timetable.hours_board(monday, monday + timedelta(days=6), today, Wanted(), "nl")


def _bare(monday: date) -> None:
    sql = "SELECT * FROM session WHERE day BETWEEN ? AND ? ORDER BY day, start"
    database.database.execute_sql(sql, (monday.isoformat(), (monday + timedelta(days=6)).isoformat())).fetchall()


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[2]))))
