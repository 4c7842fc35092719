"""The settings of this PC: a typed dataclass that is written as TOML. No personal data, nothing of the house itself."""

from __future__ import annotations

import dataclasses
import locale
import math
import os
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from meetingplace import paths

LANGUAGES = ("nl", "fr", "en")
THEMES = ("system", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0
SMALLEST_WINDOW = 200  # points; anything smaller is a window that nobody finds back


_LANGUAGE_BEGINS = {"nl": "nl", "dutch": "nl", "fr": "fr", "en": "en"}  # Windows says "Dutch_Belgium"


def _system_language() -> str:
    """Give the language of the system, or Dutch; a system that names none says C, which Python calls American."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    said = (named or locale.getlocale()[0] or "").lower()
    return next((code for begin, code in _LANGUAGE_BEGINS.items() if said.startswith(begin)), "nl")


@dataclass(frozen=True)
class Settings:
    """What this PC remembers; `address` is the house's folder or a postgresql:// URL, empty for the usual folder."""

    address: str = ""
    language: str = field(default_factory=_system_language)
    theme: str = "light"
    text_scale: float = 1.0
    is_motion_reduced: bool = False
    place_in_view: int = 0  # 0: all places
    last_screen: str = "today"
    host: int = 0  # the team member who sat here last
    is_locked: bool = False  # the window was locked with a PIN, and stays so after a restart
    guarded: str = ""  # the window in which this PC was left to parents; only a PIN leads out, also after a restart
    window: tuple[int, ...] = ()  # x, y, width, height
    is_maximised: bool = False
    printer: str = ""
    has_corner: bool = False
    wanted: tuple[str, ...] = ()  # which sessions the planning shows (`domain.wanted`): ids and codes
    recent: tuple[str, ...] = ()  # addresses of other houses, the latest first

    def __post_init__(self) -> None:
        """Put values that make no sense back to what they are on a new PC: a broken setting never stops the program."""
        size = self.text_scale if math.isfinite(self.text_scale) else 1.0
        object.__setattr__(self, "text_scale", min(LARGEST_TEXT, max(SMALLEST_TEXT, size)))
        for name, makes_sense in _SENSE.items():
            if not makes_sense(getattr(self, name)):
                object.__setattr__(self, name, _as_on_a_new_pc(name))


_SENSE: dict[str, Callable[[Any], bool]] = {
    "language": lambda value: value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "place_in_view": lambda value: value >= 0,
    "host": lambda value: value >= 0,
    "window": lambda value: not value or (len(value) == 4 and min(value[2:]) >= SMALLEST_WINDOW),
}


def _as_on_a_new_pc(name: str) -> object:
    declared = next(each for each in dataclasses.fields(Settings) if each.name == name)
    return declared.default_factory() if callable(declared.default_factory) else declared.default


@dataclass(frozen=True)
class Loaded:
    """Settings as they were read; `is_broken` when some or all of the file made no sense, `set_aside` the copy kept."""

    settings: Settings
    is_broken: bool = False
    set_aside: Path | None = None


def load(file: Path) -> Loaded:
    """Read the settings; a missing file gives those of a new PC.

    What cannot be read or makes no sense counts as not set; the file as it was is then kept beside it, as `.broken`.
    Unknown names are passed over: a newer version may have written them.
    """
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError):
        return Loaded(Settings(), is_broken=True, set_aside=_keep_aside(file))
    fitting = {name: value for name, value in map(_fitted, read.items()) if value is not None}
    settings = Settings(**fitting)
    known = {each.name for each in dataclasses.fields(Settings)}
    is_broken = any(name not in fitting or getattr(settings, name) != fitting[name] for name in known & read.keys())
    return Loaded(settings, is_broken, _keep_aside(file) if is_broken else None)


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole, for this user alone: the address of a server may hold a password.

    Raises OSError when the folder cannot be written.
    """
    import tomli_w  # noqa: PLC0415 (only needed when something changed)

    paths.write_whole(file, tomli_w.dumps(dataclasses.asdict(settings)).encode(), is_private=True)


def _keep_aside(file: Path) -> Path | None:
    aside = file.with_suffix(".broken")
    with suppress(OSError):
        paths.write_whole(aside, file.read_bytes(), is_private=True)
        return aside
    return None


def _fitted(item: tuple[str, Any]) -> tuple[str, Any]:
    """Give the value as the setting of this name holds it; None when it cannot be that, or there is no such setting."""
    name, value = item
    usual = getattr(Settings(), name, None)
    if isinstance(usual, tuple) and isinstance(value, list):
        kind = int if name == "window" else str
        return name, tuple(value) if all(type(each) is kind for each in value) else None
    if isinstance(usual, float) and type(value) is int:
        return name, float(value)
    return name, value if type(value) is type(usual) else None
