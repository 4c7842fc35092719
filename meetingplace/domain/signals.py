"""Signals: a worry seen in a session, without any person, and what was done about it.

Nothing here can tell who it was: a signal knows its session, and neither a family, a visit nor the time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Situation(Enum):
    """Where a situation stands on the continuum of parenting (Kousemaker & Timmers-Huigens 1985)."""

    ORDINARY = "ordinary"
    TENSION = "tension"
    CRISIS = "crisis"
    DISTRESS = "distress"

    @property
    def is_for_specialists(self) -> bool:
        """Tell whether it goes beyond parenting support: it is referred to specialised help."""
        return self in (Situation.CRISIS, Situation.DISTRESS)


class Done(Enum):
    """What the team did."""

    LISTENED = "listened"
    INFORMED = "informed"
    ACCOMPANIED = "accompanied"
    REFERRED = "referred"


@dataclass(frozen=True)
class Signal:
    """A worry in one session; `partner_id` is to whom was referred, when that is one of the partners."""

    id: int
    session_id: int
    situation: Situation
    theme: str = ""
    done: tuple[Done, ...] = ()
    partner_id: int | None = None
    version: int = 0
