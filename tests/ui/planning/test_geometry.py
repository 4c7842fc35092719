"""Where things stand in the week: side by side when they overlap, under each other when they do not."""

from __future__ import annotations

from datetime import time

import pytest

from meetingplace.domain.sessions import SessionState
from meetingplace.ui.planning.hours.geometry import (
    Hours,
    columns,
    comfortable_width,
    hours_of,
    lanes,
    minutes_of,
    moment_of,
    most_side_by_side,
)
from meetingplace.ui.planning.shown import BlockShown


def block(id: int, start: time, end: time, column: int = 0) -> BlockShown:
    return BlockShown(id, column, start, end, ("",), "", "", None, SessionState.PLANNED, False, True, "")


def test_sessions_that_overlap_stand_side_by_side_and_a_lane_is_used_again() -> None:
    day = [
        block(1, time(9), time(11)),
        block(2, time(10), time(12)),
        block(3, time(11), time(13)),  # begins when the first one ends: its lane is free
        block(4, time(13), time(14)),  # nobody is beside it
    ]
    assert lanes(day) == {1: (0, 2), 2: (1, 2), 3: (0, 2), 4: (0, 1)}
    assert most_side_by_side(day) == 2
    assert most_side_by_side([]) == 0


def test_the_shown_hours_hold_every_session() -> None:
    assert hours_of([]) == (8, 18)
    assert hours_of([block(1, time(7, 45), time(9)), block(2, time(18), time(19, 30))]) == (7, 20)
    assert hours_of([block(1, time(17), time(19))]) == (8, 19)


@pytest.mark.parametrize(
    ("y", "minutes"), [(0, 8 * 60), (50, 9 * 60), (62, 9 * 60 + 15), (57, 9 * 60 + 15), (56, 9 * 60)]
)
def test_a_height_is_a_quarter_of_an_hour(y: float, minutes: int) -> None:
    assert Hours(8, 18, 50).at(y) == minutes


def test_hours_and_heights_agree() -> None:
    hours = Hours(8, 18, 48)
    for moment in (time(8), time(9, 15), time(17, 45)):
        assert moment_of(hours.at(hours.y_of(moment))) == moment
        assert moment_of(minutes_of(moment)) == moment
    assert hours.whole == 480


def test_a_week_with_much_beside_each_other_needs_more_width() -> None:
    assert comfortable_width(46, [1] * 7, 100) == 746
    assert comfortable_width(46, [0, 1, 1, 1, 1, 1, 0], 100) < 746
    assert comfortable_width(46, [1, 1, 1, 1, 1, 1, 3], 100) > 746


def test_days_share_the_width_and_busy_ones_get_more_when_it_is_short() -> None:
    assert columns(746, 46, [0, 1, 1, 0, 0, 0, 0], 100) == [(46 + 100 * day, 100) for day in range(7)]
    narrow = columns(746, 46, [0, 1, 2, 0, 0, 0, 0], 100)
    widths = [width for _left, width in narrow]
    assert sum(widths) == pytest.approx(700)
    assert widths[0] < widths[1] < widths[2]
    assert narrow[6][0] + narrow[6][1] == pytest.approx(746)
