"""What the house says of days off: completed, corrected, taken back; the list with its sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from meetingplace.domain.calendar import DaysOff, Holiday, OwnDays, school_year_of, stretches
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.wanted import Wanted
from meetingplace.services import changes, own_days, series, timetable, today
from meetingplace.services.days_off import days_off
from meetingplace.storage import days_off as kept
from tests.makers import make_place

pytestmark = pytest.mark.usefixtures("house")

FRIDAY = date(2026, 11, 20)
# the rule for the Dutch-language schools: the week of 1 November, from the 2nd when the 1st is a Sunday
AUTUMN = Holiday(DaysOff.FLEMISH, "Herfstvakantie", date(2026, 11, 2), date(2026, 11, 8))
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def closing(first: date = FRIDAY, last: date = FRIDAY, name: str = "Verhuis", **parts: object) -> OwnDays:
    return OwnDays(0, first, last, DaysOff.OWN, name, **parts)


def autumn(first: int, last: int, name: str = "Herfstvakantie", is_off: bool = True) -> OwnDays:
    return OwnDays(0, date(2026, 11, first), date(2026, 11, last), DaysOff.FLEMISH, name, is_off)


def counted(calendar: DaysOff) -> list[tuple[str, int, int]]:
    found = stretches(days_off(*NOVEMBER, [calendar], "nl"))
    return [(holiday.name, holiday.first.day, holiday.last.day) for holiday in found if holiday.first.day < 11]


def reason(verb: object, *args: object) -> Reason:
    with pytest.raises(Refused) as refused:
        verb(*args)
    return refused.value.reason


def test_closing_days_are_added_changed_and_taken_away() -> None:
    made = own_days.add(closing(name="  Verhuis  ")).made
    own = kept.get(made)
    assert (own.name, own.first_day, own.source) == ("Verhuis", FRIDAY, "")
    own_days.change(replace(own, last_day=date(2026, 11, 22), place_id=make_place()))
    assert len(days_off(*NOVEMBER, [DaysOff.OWN], "nl")) == 3
    own_days.remove(made, kept.get(made).version)
    assert days_off(*NOVEMBER, [DaysOff.OWN], "nl") == []


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (closing(name=" "), Reason.NAME_MISSING),
        (closing(name="x" * 10_000), Reason.TEXT_TOO_LONG),
        (closing(last=date(2026, 11, 19)), Reason.END_BEFORE_START),
        (closing(last=date(2062, 11, 20)), Reason.PERIOD_TOO_LONG),
        (closing(place_id=99), Reason.NOT_FOUND),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(own: OwnDays, expected: Reason) -> None:
    assert reason(own_days.add, own) is expected
    assert kept.between(date.min, date.max) == []


def test_the_same_days_are_not_written_down_twice() -> None:
    own_days.add(closing())
    assert reason(own_days.add, closing(name="VERHUIS")) is Reason.DAYS_OFF_THERE
    own_days.add(closing(place_id=make_place()))  # of one place it is another thing


def test_what_somebody_else_changed_is_not_overwritten() -> None:
    made = own_days.add(closing()).made
    own = kept.get(made)
    own_days.change(replace(own, name="Verhuisdag"))
    assert reason(own_days.change, replace(own, name="Anders")) is Reason.CHANGED_MEANWHILE
    assert reason(own_days.remove, made, own.version) is Reason.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (autumn(2, 10), [("Herfstvakantie", 2, 10)]),  # longer
        (autumn(4, 8), [("Herfstvakantie", 4, 8)]),  # shorter
        (autumn(2, 8, "Herfstverlof"), [("Herfstverlof", 2, 8)]),  # another name
        (autumn(5, 5, is_off=False), [("Herfstvakantie", 2, 4), ("Herfstvakantie", 6, 8)]),  # open on one day
        (autumn(2, 8, is_off=False), []),
    ],
)
def test_a_holiday_of_the_rules_is_corrected_and_the_correction_taken_back(
    own: OwnDays, expected: list[tuple[str, int, int]]
) -> None:
    made = own_days.correct(AUTUMN, own).made
    assert counted(DaysOff.FLEMISH) == expected
    assert made is not None
    own_days.take_back(made)
    assert counted(DaysOff.FLEMISH) == [("Herfstvakantie", 2, 8)]
    assert kept.between(date.min, date.max) == []


def test_a_correction_is_one_act_for_undo() -> None:
    done = own_days.correct(AUTUMN, autumn(4, 6))
    assert counted(DaysOff.FLEMISH) == [("Herfstvakantie", 4, 6)]
    assert done.undo is not None
    changes.undo(done.undo)
    assert counted(DaysOff.FLEMISH) == [("Herfstvakantie", 2, 8)]


def test_the_list_says_what_counts_who_says_so_and_what_the_rules_say() -> None:
    place = make_place("Kuregem")
    own_days.add(closing(place_id=place))
    own_days.correct(AUTUMN, autumn(4, 8))
    board = own_days.days_off_board(*school_year_of(FRIDAY), "nl")
    november = [line for line in board.lines if line.first.month == 11 and line.first.year == 2026]
    flemish = [line for line in november if line.calendar is DaysOff.FLEMISH]
    assert [(line.first.day, line.last.day, line.is_off, line.own is None) for line in flemish] == [
        (2, 3, False, False), (4, 8, True, False), (11, 11, True, True),
    ]  # fmt: skip
    assert [(one.first.day, one.last.day) for one in flemish[1].ruled] == [(2, 8)]
    (own,) = (line for line in november if line.calendar is DaysOff.OWN)
    assert (own.name, own.place_name, own.ruled) == ("Verhuis", "Kuregem", ())


def test_closing_days_of_one_place_concern_only_that_place() -> None:
    place, other = make_place("Kuregem"), make_place("Bonnevie")
    own_days.add(closing(place_id=place))
    fridays = Weekly((4,), FRIDAY, FRIDAY)
    for where, skipped in ((place, 1), (other, 0)):
        plan = series.preview(series.Repeats(fridays, (DaysOff.OWN,)), where, "nl")
        assert len(plan.skipped) == skipped
    noon = datetime.combine(FRIDAY, time(12))
    closed = {where: today.today_board(noon, where, "nl").week[4].off(DaysOff.OWN) for where in (place, other, None)}
    assert {where: off is not None for where, off in closed.items()} == {place: True, other: False, None: False}
    bands = {}
    own_days.add(replace(closing(name="Studiedag", place_id=place), calendar=DaysOff.FLEMISH))
    for where in (place, other, None):
        week = timetable.hours_board(date(2026, 11, 16), date(2026, 11, 22), FRIDAY, Wanted(where), "nl")
        bands[where] = [holiday.name for holiday in week.holidays]
    assert bands == {place: ["Studiedag"], other: [], None: []}


def test_a_school_year_lists_a_holiday_over_its_end_whole() -> None:
    board = own_days.days_off_board(*school_year_of(FRIDAY), "nl")
    summers = [line for line in board.lines if line.calendar is DaysOff.FLEMISH and line.first.month == 7]
    assert (date(2027, 7, 1), date(2027, 8, 31)) in [(line.first, line.last) for line in summers]
    french = [(line.first, line.last) for line in board.lines if line.calendar is DaysOff.FRENCH]
    assert french[-1] == (date(2027, 7, 3), date(2027, 8, 29))
