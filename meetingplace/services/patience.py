"""How long whoever typed something wrong waits before the next try: longer each time, and also after a restart.

Counted for the whole house and kept beside its other facts; it is nobody's act, so nothing of it is undone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from meetingplace.storage import upkeep as facts

_FIRST = 5  # s of the first wait; each one after it is twice as long
_MOST_DOUBLED = 20


@dataclass(frozen=True)
class Patience:
    """Tries of one kind, kept under `key`: so many are free, and no wait is longer than so many seconds."""

    key: str
    free: int
    longest: int

    def seconds(self, now: datetime) -> int:
        """Give how long to wait still; a clock that was put back makes nobody wait longer than the longest wait."""
        _number, until = self._noted()
        left = round((until - now).total_seconds()) if until and until > now else 0
        if left > self.longest:
            left = self.longest
            self._note(_number, now + timedelta(seconds=left))
        return left

    def wrong(self, now: datetime) -> int:
        """Count a wrong try, and give how long to wait for the next one."""
        number = self._noted()[0] + 1
        doubled = min(number - self.free, _MOST_DOUBLED)
        wait = min(self.longest, _FIRST * 2**doubled) if doubled >= 0 else 0
        self._note(number, now + timedelta(seconds=wait))
        return wait

    def right(self) -> None:
        """Forget the wrong tries."""
        if self._noted()[0]:
            facts.note(self.key, "")

    def _noted(self) -> tuple[int, datetime | None]:
        number, _space, until = facts.fact(self.key).partition(" ")
        return (int(number), datetime.fromisoformat(until)) if until else (0, None)

    def _note(self, number: int, until: datetime) -> None:
        facts.note(self.key, f"{number} {until.isoformat(timespec='seconds')}")
