"""How fast the corner may write: a person taps once in a while, a toddler without end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

LEAST = timedelta(seconds=30)  # between two things of the same kind; our choice: one parent after another takes longer


@dataclass
class Pace:
    """Remembers when each kind of thing was written last."""

    least: timedelta = LEAST
    _last: dict[str, datetime] = field(default_factory=dict)

    def allows(self, kind: str, now: datetime) -> bool:
        """Tell whether enough time has gone by; a clock that was set back starts anew."""
        last = self._last.get(kind)
        return last is None or not timedelta(0) <= now - last < self.least

    def note(self, kind: str, now: datetime) -> None:
        """Note that it is being written: nothing of its kind is written until it is known whether that went well."""
        self._last[kind] = now

    def take_back(self, kind: str) -> None:
        """Note that it was not written after all: it may be tried again at once."""
        self._last.pop(kind, None)
