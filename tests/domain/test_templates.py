"""What is planned from a template: the same length at another hour, without whoever is no longer there."""

from __future__ import annotations

from datetime import time

import pytest

from meetingplace.domain.sessions import Activity, OwnText
from meetingplace.domain.templates import NOWHERE, Template

ACTIVITY = Activity(
    "Babymassage", 3, time(9, 30), time(12), theme="baby", team=(1, 2, 3), partners=(4, 5),
    texts=(OwnText("nl", "Kom"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (time(9, 30), time(12)),
        (time(13, 45), time(16, 15)),
        (time(21, 29), time(23, 59)),
        (time(22), time(23, 59)),  # 00:30 is another day
    ],
)
def test_it_stays_as_long_as_it_was_but_never_passes_midnight(start: time, end: time) -> None:
    planned = Template(1, ACTIVITY).planned_at(3, start, {1, 2, 3}, {4, 5})
    assert (planned.start, planned.end) == (start, end)


def test_who_is_no_longer_there_is_left_out_and_the_rest_is_kept() -> None:
    planned = Template(1, ACTIVITY).planned_at(7, time(9, 30), team={3, 1}, partners={5})
    assert (planned.team, planned.partners, planned.place_id) == ((1, 3), (5,), 7)
    assert (planned.title, planned.theme, planned.texts) == ("Babymassage", "baby", (OwnText("nl", "Kom"),))


def test_a_template_without_its_place_has_none() -> None:
    assert Template(1, ACTIVITY).place_id == 3
    assert Template(1, Activity("Babymassage", NOWHERE, time(9), time(10))).place_id is None
