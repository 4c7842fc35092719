"""One window a house: the lock file `house.lock` says which program on which PC has the house open."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage.database import refusing

LOCK_FILE = "house.lock"


@dataclass(frozen=True)
class Holder:
    """Who has the house open."""

    computer: str
    process: int
    since: datetime

    @property
    def is_this_computer(self) -> bool:
        """Tell whether it is this PC."""
        return self.computer == platform.node()


class HouseLock:
    """A lock that was taken; let it go when the window closes."""

    def __init__(self, file: Path, mine: Holder, was_left_behind: bool = False) -> None:
        """Keep what was written, to take away nobody else's lock later.

        `was_left_behind`: whoever had the house open before did not close it, so that it should be looked through.
        """
        self.was_left_behind = was_left_behind
        self._file = file
        self._mine = mine

    def release(self) -> None:
        """Take the lock away, if it is still ours."""
        if holder(self._file.parent) == self._mine:
            self._file.unlink(missing_ok=True)


def take(folder: Path, now: datetime, breaks_other: bool = False) -> HouseLock:
    """Lock a house for this program.

    A lock that a crashed program of this PC left behind is taken over; that of another PC only with `breaks_other`.
    Refuses HOUSE_OPEN_ELSEWHERE (facts: computer, since, is_this_computer) and FOLDER_READ_ONLY.
    """
    file = folder / LOCK_FILE
    seen = _text_of(file)
    present = _holder_in(seen)
    if present and not breaks_other and _is_alive(present):
        raise _open_elsewhere(present)
    mine = Holder(platform.node(), os.getpid(), now.replace(microsecond=0))
    with refusing():
        if seen is not None and _text_of(file) == seen:
            file.unlink(missing_ok=True)  # left behind, broken by force, or without sense
        _make(file, mine)
    return HouseLock(file, mine, was_left_behind=present is not None)


def holder(folder: Path) -> Holder | None:
    """Read who has the house open; None when nobody has, or when the file makes no sense."""
    return _holder_in(_text_of(folder / LOCK_FILE))


def _make(file: Path, mine: Holder) -> None:
    content = {"computer": mine.computer, "process": mine.process, "since": mine.since.isoformat()}
    try:
        with file.open("xb", buffering=0) as made:  # of two that begin at the same moment only one makes it
            made.write(json.dumps(content).encode())
    except FileExistsError as beaten:
        if not file.is_file():
            raise  # something else stands in its place
        raise _open_elsewhere(holder(file.parent) or mine) from beaten
    except OSError:
        file.unlink(missing_ok=True)  # a full disk left it empty
        raise


def _text_of(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _holder_in(text: str | None) -> Holder | None:
    try:
        content = json.loads(text or "")
        return Holder(str(content["computer"]), int(content["process"]), datetime.fromisoformat(content["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _open_elsewhere(present: Holder) -> Refused:
    return Refused(
        Reason.HOUSE_OPEN_ELSEWHERE,
        computer=present.computer,
        since=present.since,
        is_this_computer=present.is_this_computer,
    )


def _is_alive(present: Holder) -> bool:
    if not present.is_this_computer:
        return True  # nobody can look into another PC: it is believed
    if present.process == os.getpid():
        return False
    if os.name == "nt":
        return _is_running_on_windows(present.process)
    try:
        os.kill(present.process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    import ctypes  # noqa: PLC0415 (only there)

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
