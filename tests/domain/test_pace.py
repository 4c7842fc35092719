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


def test_what_was_not_written_may_be_tried_again_at_once():
    pace = Pace()
    pace.note("face", NOON)
    pace.note("idea", NOON)
    pace.take_back("face")
    assert pace.allows("face", NOON)
    assert not pace.allows("idea", NOON)
    pace.take_back("dots")  # was never noted
    assert pace.allows("dots", NOON)
