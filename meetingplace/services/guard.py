"""The way out of a window that is left alone with parents and children: the PIN of any host."""

from __future__ import annotations

from datetime import datetime

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import organisation, upkeep
from meetingplace.services.patience import Patience
from meetingplace.storage import database, team

_TRIES = Patience("guard_tries", upkeep.FREE_TRIES, upkeep.LONGEST_WAIT)


def has_key() -> bool:
    """Tell whether anybody of the team has a PIN: without one nobody could leave the window again."""
    return any(member.has_pin for member in team.listed())


def idle_seconds() -> int:
    """Give after how many seconds without a touch such a window begins anew, as the house chose."""
    return organisation.the_house().corner_seconds


def let_out(typed_pin: str, now: datetime) -> None:
    """Let a host out, or refuse PIN_WRONG with the seconds to wait.

    They grow with every wrong try and survive a restart.
    """
    with database.connected():
        wait = _TRIES.seconds(now)
        if not wait:
            if any(upkeep.is_pin_of(member.id, typed_pin) for member in team.listed() if member.has_pin):
                _TRIES.right()
                return
            wait = _TRIES.wrong(now)
    raise Refused(Reason.PIN_WRONG, seconds=wait)
