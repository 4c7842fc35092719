"""The doors in the rail: which screens there are, in which order, and where their code lies. No Qt here.

A screen's module is loaded when somebody first goes there; what is not installed has no door.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from meetingplace.i18n.catalog import Translator


@dataclass(frozen=True)
class Door:
    """A screen in the rail: its key, its icon, and the class that is built behind it."""

    key: str
    icon: str
    screen: str

    @property
    def module(self) -> str:
        """Give the module in which the screen lies."""
        return f"meetingplace.ui.{self.key}.screen"

    def exists(self) -> bool:
        """Tell whether the screen can be loaded, without loading it."""
        return importlib.util.find_spec(self.module) is not None

    def load(self) -> Any:
        """Load the module and give the class of the screen."""
        return getattr(importlib.import_module(self.module), self.screen)


DOORS = (
    Door("today", "white-balance-sunny", "TodayScreen"),
    Door("planning", "calendar-month-outline", "PlanningScreen"),
    Door("arrivals", "door-open", "ArrivalsScreen"),
    Door("directory", "account-child-outline", "DirectoryScreen"),
    Door("voices", "comment-quote-outline", "VoicesScreen"),
    Door("flyers", "newspaper-variant-outline", "FlyersScreen"),
    Door("settings", "home-outline", "SettingsScreen"),
)
_OTHER_NAMES = {"families": "directory", "house": "settings"}


def names(_: Translator) -> dict[str, str]:
    """Give the word under each door."""
    return {
        "today": _("Today"),
        "planning": _("Planning"),
        "arrivals": _("Arrivals"),
        "directory": _("Families"),
        "voices": _("Voices"),
        "flyers": _("Flyers"),
        "settings": _("House"),
    }


def existing(doors: Sequence[Door] = DOORS) -> tuple[Door, ...]:
    """Give the doors behind which there is a screen."""
    return tuple(door for door in doors if door.exists())


def key_of(name: str) -> str:
    """Give the key of a door by the name somebody uses for it."""
    return _OTHER_NAMES.get(name, name)
