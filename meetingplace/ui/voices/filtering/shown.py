"""What the filter of the board is handed. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.services.voices import Only

Choices = tuple[tuple[object, str], ...]  # value and word; the first one asks nothing


@dataclass(frozen=True)
class OnlyShown:
    """What can be chosen, and what is."""

    kinds: Choices
    themes: Choices
    functions: Choices
    only: Only
