"""The only door to the program's own files and to the user's folders; also the program's version.

`resources/` and `translations/` stand beside the package in a source tree, and inside it (`_data`) in an installed
wheel or a frozen bundle. Nothing else in the program builds such a path.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import secrets
import sys
from pathlib import Path

VERSION = "0.1.0"  # pyproject.toml reads it here

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


def files_of(package: str) -> Path:
    """Give the folder of an installed package that is wanted for its files; it is found, not loaded.

    Raises FileNotFoundError when it is not installed.
    """
    found = importlib.util.find_spec(package)
    if found is None or not found.origin:
        raise FileNotFoundError(package)
    return Path(found.origin).parent


def version() -> str:
    """Give the version of the program; the same in a source tree, a wheel and a frozen bundle."""
    return VERSION


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


def write_whole(file: Path, content: bytes, *, is_private: bool = False) -> None:
    """Write a file beside its place and move it there; raises OSError when the folder cannot be written.

    The file is whole or, when the disk is full or the power fails, the old one still stands. A private file is for
    this user alone; any other has the rights of a file that the user saves from another program.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{secrets.token_hex(6)}.part")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o600 if is_private else 0o666), "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    keep_moves(file.parent)


def move_into(file: Path, place: Path) -> None:
    """Let a finished file take its place, for this user alone, so that a power cut leaves the old or the new one."""
    make_private(file)
    with file.open("rb+") as written:
        os.fsync(written.fileno())
    file.replace(place)
    keep_moves(place.parent)


def make_private(file: Path) -> None:
    """Let nobody but this user read a file; a stick or a share that knows no rights keeps its own."""
    with contextlib.suppress(OSError):
        file.chmod(0o600)


def keep_moves(folder: Path) -> None:
    """Write down what a folder holds: on POSIX a move survives a power cut only then; Windows cannot open a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
