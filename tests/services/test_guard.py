"""The way out of the guarded window: the PIN of any host, and longer and longer waiting after wrong ones."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import guard, organisation, upkeep
from meetingplace.storage import team
from tests.makers import make_house, make_member

NOW = datetime(2026, 10, 27, 9, 10)


def _refused(typed: str, now: datetime = NOW) -> object:
    with pytest.raises(Refused) as refused:
        guard.let_out(typed, now)
    assert refused.value.reason is Reason.PIN_WRONG
    return refused.value.facts["seconds"]


def test_the_pin_of_any_host_leads_out(house: None) -> None:
    upkeep.set_pin(make_member("Samira"), "1234")
    make_member("Without")
    upkeep.set_pin(make_member("Joris"), "98765")
    guard.let_out("98765", NOW)
    guard.let_out("1234", NOW)


def test_nothing_else_leads_out_and_the_wait_grows_also_after_a_restart(house: None) -> None:
    upkeep.set_pin(make_member(), "1234")
    assert [_refused(typed) for typed in ("", "0000", "12345")] == [0, 0, 5]
    assert _refused("1234", NOW + timedelta(seconds=2)) == 3  # the right one too: nobody learns that it is
    assert _refused("4321", NOW + timedelta(seconds=5)) == 10
    guard.let_out("1234", NOW + timedelta(seconds=15))
    assert _refused("4321", NOW + timedelta(seconds=15)) == 0


def test_the_pin_of_somebody_who_left_the_team_leads_nowhere(house: None) -> None:
    gone = make_member("Gone")
    make_member("Samira")
    upkeep.set_pin(gone, "1234")
    assert guard.has_key()
    team.change(gone, None, is_active=False)
    assert not guard.has_key()
    assert _refused("1234") == 0


def test_a_house_begins_anew_after_as_long_as_it_chose(house: None) -> None:
    make_house()
    assert guard.idle_seconds() == 60
    assert organisation.the_house().corner_seconds == 60
