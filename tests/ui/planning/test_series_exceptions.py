"""A session that is not as its series says so among its facts."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.sessions import Activity
from meetingplace.services import planning, series
from meetingplace.services.series import Repeats
from meetingplace.storage import sessions
from meetingplace.ui.planning.viewing import DAY, MONTH, WEEK, YEAR
from tests.makers import make_place
from tests.ui.planning.conftest import MakeDesk

WEDNESDAYS = Weekly((2,), date(2026, 10, 14), date(2026, 11, 25))
KEPT = date(2026, 11, 4)  # in the autumn holiday of the Dutch-language schools


@pytest.fixture
def made(place: int) -> int:
    repeats = Repeats(WEDNESDAYS, (DaysOff.FLEMISH,), (KEPT,))
    return series.plan(Activity("Voorlezen", place, time(9, 30), time(12)), repeats).made or 0


def facts_of(desk: MakeDesk, session_id: int) -> list[str]:
    at = desk()
    at.presenter.open(session_id=session_id)
    assert at.seen.details
    return [fact.text for fact in at.seen.details.facts if fact.icon == "calendar-edit"]


def on(made: int, day: date) -> int:
    return next(one.id for one in sessions.of_series(made) if one.day == day)


def test_a_session_as_its_series_says_nothing(made: int, desk: MakeDesk) -> None:
    assert facts_of(desk, on(made, date(2026, 10, 21))) == []


def test_a_kept_day_off_is_named(made: int, desk: MakeDesk) -> None:
    assert facts_of(desk, on(made, KEPT)) == ["On a day off that the series skips"]


def test_a_date_added_by_hand_is_named(made: int, desk: MakeDesk) -> None:
    series.add_date(made, sessions.get_series(made).version, date(2026, 10, 30))
    assert facts_of(desk, on(made, date(2026, 10, 30))) == ["Added to the series by hand"]


@pytest.mark.parametrize(
    ("day", "start", "elsewhere", "said"),
    [
        (date(2026, 10, 29), time(9, 30), False, "Moved from Wednesday 28 October"),
        (date(2026, 10, 28), time(10), False, "The series is at other hours: 9:30 – 12:00"),
        (date(2026, 10, 28), time(9, 30), True, "The series is at another place"),
    ],
)
def test_what_was_moved_by_hand_says_from_what(
    made: int, place: int, desk: MakeDesk, day: date, start: time, elsewhere: bool, said: str
) -> None:
    session = sessions.get(on(made, date(2026, 10, 28)))
    where = make_place("De Bakfiets") if elsewhere else place
    planning.move_session(session.id, session.version, day, start, time(12), where)
    assert [fact.replace("\u00a0", " ") for fact in facts_of(desk, session.id)] == [said]


def spoken(desk: MakeDesk, way: str, session_id: int) -> str:
    at = desk(now=datetime(2026, 10, 28, 8))
    at.presenter.look(way)
    if way == MONTH:
        assert at.seen.month
        found = [one for week in at.seen.month.weeks for day in week for one in day.items]
    elif way == YEAR:
        assert at.seen.year
        found = [mark for week in at.seen.year.rows for cell in week.cells for mark in cell.marks]
    else:
        shown = at.seen.week if way == WEEK else at.seen.day
        assert shown
        found = list(shown.blocks)  # type: ignore[arg-type]
    (said,) = [one.spoken for one in found if one.session_id == session_id]
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize("way", [WEEK, DAY, MONTH, YEAR])
def test_an_exception_is_in_the_spoken_name_of_its_block(made: int, desk: MakeDesk, way: str) -> None:
    session = sessions.get(on(made, date(2026, 10, 28)))
    assert "The series" not in spoken(desk, way, session.id)
    planning.move_session(session.id, session.version, session.day, time(10), time(12))
    assert "The series is at other hours: 9:30 – 12:00" in spoken(desk, way, session.id)
    moved = sessions.get(on(made, date(2026, 10, 21)))
    planning.move_session(moved.id, moved.version, date(2026, 10, 28), time(14), time(16))
    assert "Moved from Wednesday 21 October" in spoken(desk, way, moved.id)
