"""The rooms beside the board of voices: what each is called, and the door through which it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.surroundings import Surroundings

Door = Callable[[Surroundings, QWidget], None]


@dataclass(frozen=True)
class Room:
    """A room: its key, its word, its icon and its door."""

    key: str
    word: str
    icon: str
    door: Door


def rooms(_: Translator) -> tuple[Room, ...]:
    """List the rooms, in the order of the menu."""
    return ()
