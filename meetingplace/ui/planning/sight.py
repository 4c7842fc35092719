"""What the planning looks at now: what the rooms beside it begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from meetingplace.domain.wanted import Wanted


@dataclass(frozen=True)
class Sight:
    """The way of looking (week, day, list …), the day around which, and which sessions."""

    mode: str
    day: date
    wanted: Wanted


@runtime_checkable
class HasSight(Protocol):
    """Whoever can say what is looked at: the presenter of the planning."""

    @property
    def sight(self) -> Sight:
        """Say what is looked at now."""
