"""The only door to the program's own files and to the user's folders.

`resources/` and `translations/` stand beside the package in a source tree, and inside it (`_data`) in an installed wheel or a frozen
bundle. Nothing else in the program builds such a path.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / "meetingplace" / "_data"
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Give the path of a file or folder of `resources/`."""
    return _data().joinpath("resources", *parts)


def translations() -> Path:
    """Give the folder of the catalogs."""
    return _data() / "translations"


def version() -> str:
    """Give the version of the program: of the installed package, or of the source tree it runs from."""
    with contextlib.suppress(metadata.PackageNotFoundError):
        return metadata.version("meetingplace")
    for line in (_PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("version = "):
            return line.split('"')[1]
    return "0"


def user_data_folder() -> Path:
    """Give the folder in which the house of this user lies, unless another one is chosen.

    The environment variable MEETINGPLACE_HOME moves it, for tests and for a program on a USB stick.
    """
    return _own_folder("data")


def user_settings_file() -> Path:
    """Give the file with the settings of this PC."""
    return _own_folder("settings") / "settings.toml"


def user_log_folder() -> Path:
    """Give the folder for the error log; it never holds personal data."""
    return _own_folder("log")


def _own_folder(kind: str) -> Path:
    chosen = os.environ.get("MEETINGPLACE_HOME")
    if chosen:
        return Path(chosen) / kind
    import platformdirs  # noqa: PLC0415 (the start of the command line stays light)

    folders = platformdirs.PlatformDirs("meetingplace", appauthor=False)
    return {"data": folders.user_data_path, "settings": folders.user_config_path, "log": folders.user_log_path}[kind]


def write_whole(file: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: it is whole or, when the disk is full, the old one still stands."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
