"""Templates: an activity with everything filled in, to plan sessions from."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import time

from meetingplace.domain.sessions import Activity

NOWHERE = 0  # the place of an activity whose place is gone
_LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True)
class Template:
    """An activity to plan from; its place may be gone (`NOWHERE`), its hour is where it usually begins."""

    id: int
    activity: Activity
    version: int = 0

    @property
    def title(self) -> str:
        """The title of its activity."""
        return self.activity.title

    @property
    def place_id(self) -> int | None:
        """Its place, or None when that is gone."""
        return self.activity.place_id or None

    def planned_at(self, place_id: int, start: time, team: Container[int], partners: Container[int]) -> Activity:
        """Give what to plan: as long as the template, with whoever of its team and partners is still there.

        A session ends before midnight: later than that it is made shorter.
        """
        minutes = min(start.hour * 60 + start.minute + self.activity.open_minutes, _LAST_MINUTE)
        return replace(
            self.activity,
            place_id=place_id,
            start=start,
            end=time(minutes // 60, minutes % 60),
            team=tuple(id for id in self.activity.team if id in team),
            partners=tuple(id for id in self.activity.partners if id in partners),
        )
