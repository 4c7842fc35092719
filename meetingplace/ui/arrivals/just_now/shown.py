"""What the list of what was done is handed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LineShown:
    """One act: when, what, by whom, and why it cannot be taken back by itself, if so."""

    hour: str
    said: str
    by: str
    why_not: str
    undo_name: str  # read aloud
