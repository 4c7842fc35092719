"""A toddler writes once where it taps without end."""

from __future__ import annotations

from datetime import datetime, timedelta

from meetingplace.domain.pace import Pace

NOON = datetime(2026, 11, 10, 12)


def test_half_a_minute_lies_between_two_of_a_kind():
    pace = Pace()
    assert pace.allows("face", NOON)
    pace.note("face", NOON)
    assert not pace.allows("face", NOON)
    assert not pace.allows("face", NOON + timedelta(seconds=29))
    assert pace.allows("idea", NOON)
    assert pace.allows("face", NOON + timedelta(seconds=30))


def test_a_clock_that_is_set_back_silences_nobody():
    pace = Pace()
    pace.note("face", NOON)
    assert pace.allows("face", NOON - timedelta(hours=1))
