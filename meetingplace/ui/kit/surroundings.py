"""What every presenter is handed: work, bulletin, words, formats, clock, settings, the place in view. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from meetingplace import settings as on_file
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.services.changes import Topic
from meetingplace.settings import Settings
from meetingplace.ui.kit.bulletin import Bulletin
from meetingplace.ui.kit.work import Work


class SettingsDoor:
    """The settings of this PC while the program runs; each change is written at once."""

    def __init__(self, file: Path, current: Settings) -> None:
        """Begin with what was read from `file`."""
        self._file = file
        self.current = current
        self._followers: list[Callable[[frozenset[str]], None]] = []

    def follow(self, callback: Callable[[frozenset[str]], None]) -> None:
        """Call back with the names of the settings that were changed to something else."""
        self._followers.append(callback)

    def change(self, **values: Any) -> None:
        """Change some settings; on a disk that cannot be written they hold until the program ends."""
        before, self.current = self.current, replace(self.current, **values)
        changed = frozenset(name for name in values if getattr(before, name) != getattr(self.current, name))
        if not changed:
            return
        with suppress(OSError):
            on_file.save(self._file, self.current)
        for callback in list(self._followers):
            callback(changed)


class PlaceInView:
    """Which place the screens show; None is all places."""

    def __init__(self, door: SettingsDoor, bulletin: Bulletin) -> None:
        """Begin with the place of last time."""
        self._door = door
        self._bulletin = bulletin

    @property
    def id(self) -> int | None:
        """Give the place in view; None for all."""
        return self._door.current.place_in_view or None

    def choose(self, place_id: int | None) -> None:
        """Show another place; every screen that follows it asks again."""
        self._door.change(place_in_view=place_id or 0)
        self._bulletin.post({Topic.PLACE_IN_VIEW})


@dataclass(frozen=True)
class Move:
    """The way to the house at an address, perhaps after something is done to its files while no house is open."""

    address: str
    meanwhile: Callable[[], object] | None = None


@dataclass(frozen=True)
class Surroundings:
    """Everything a presenter needs from outside its screen."""

    work: Work
    bulletin: Bulletin
    words: Translator
    formats: Formats
    clock: Callable[[], datetime]
    settings: SettingsDoor
    place: PlaceInView
    go: Callable[..., None]  # go("arrivals", session_id=12): opens that screen
    say: Callable[..., None]  # say(text, undo=changes.undo, act_word=…, act=…): shows a sentence for ten seconds
    folder: Path | None = None  # where the house lies; None on a server
    address: str = ""
    move: Callable[[Move], None] = lambda _move: None  # closes this house and opens another
    host: Callable[[], int | None] = lambda: None  # the team member who sits at this PC, as the rail shows
