"""Where something is put in the planning. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Spot:
    """A day, and perhaps a place: without one, what is put there keeps its own."""

    day: date
    place_id: int | None = None
