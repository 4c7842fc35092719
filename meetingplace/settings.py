"""The settings of this PC: a typed dataclass that is written as TOML. No personal data, nothing of the house itself."""

from __future__ import annotations

import dataclasses
import locale
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from meetingplace import paths

LANGUAGES = ("nl", "fr", "en")
THEMES = ("system", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0


def _system_language() -> str:
    code = (locale.getlocale()[0] or "")[:2].lower()
    return code if code in LANGUAGES else "nl"


@dataclass(frozen=True)
class Settings:
    """What this PC remembers; `address` is the folder of the house or a postgresql:// URL, empty for the usual folder."""

    address: str = ""
    language: str = field(default_factory=_system_language)
    theme: str = "light"
    text_scale: float = 1.0
    is_motion_reduced: bool = False
    place_in_view: int = 0  # 0: all places
    last_screen: str = "today"
    host: int = 0  # the team member who sat here last
    window: tuple[int, ...] = ()  # x, y, width, height
    is_maximised: bool = False
    printer: str = ""
    has_corner: bool = False
    recent: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Put values that make no sense back to what they are on a new PC: a broken setting never stops the program."""
        if self.language not in LANGUAGES:
            object.__setattr__(self, "language", _system_language())
        if self.theme not in THEMES:
            object.__setattr__(self, "theme", "light")
        object.__setattr__(self, "text_scale", min(LARGEST_TEXT, max(SMALLEST_TEXT, self.text_scale)))
        if self.window and (len(self.window) != 4 or min(self.window[2:]) < 200):
            object.__setattr__(self, "window", ())


@dataclass(frozen=True)
class Loaded:
    """Settings as they were read; `set_aside` is where an unreadable file was put."""

    settings: Settings
    set_aside: Path | None = None


def load(file: Path) -> Loaded:
    """Read the settings; a missing file gives those of a new PC, an unreadable one is set aside and kept."""
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError):
        aside = file.with_suffix(".broken")
        try:
            file.replace(aside)
        except OSError:
            return Loaded(Settings())
        return Loaded(Settings(), aside)
    return Loaded(Settings(**_of_the_right_type(read)))


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole; raises OSError when the folder cannot be written."""
    import tomli_w  # noqa: PLC0415 (only needed when something changed)

    paths.write_whole(file, tomli_w.dumps(dataclasses.asdict(settings)).encode())


def _of_the_right_type(read: dict[str, Any]) -> dict[str, Any]:
    fresh = Settings()
    kept: dict[str, Any] = {}
    for name, value in read.items():
        usual = getattr(fresh, name, None)
        if isinstance(usual, tuple) and isinstance(value, list):
            kind = str if name == "recent" else int
            kept[name] = tuple(item for item in value if isinstance(item, kind))
        elif isinstance(usual, float) and isinstance(value, int | float):
            kept[name] = float(value)
        elif usual is not None and type(value) is type(usual):
            kept[name] = value
    return kept
