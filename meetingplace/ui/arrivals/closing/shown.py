"""What the panel for closing is handed: ready-made texts and numbers, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClosingShown:
    """What the panel for closing shows."""

    session: str
    totals: str
    still_in: str  # that some are still in, and what closing notes of them; empty when nobody is
    members: tuple[tuple[int, str, bool], ...]  # id, name with paid or volunteer, was planned
    functions: tuple[tuple[str, str, bool], ...]  # key, word, is planned
    preparation_minutes: int
    debrief_minutes: int
    theme: str
    themes: tuple[str, ...]  # of the house
    is_full: bool
    turned_away: int
    languages: tuple[tuple[str, int], ...]  # code, how many unnamed people were counted
    remark: str
