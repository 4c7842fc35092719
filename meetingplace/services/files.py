"""Files that leave the house because somebody saves them: flyers, sheets, pictures."""

from __future__ import annotations

from pathlib import Path

from meetingplace import paths
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage.database import refusing


def save(file: Path, content: bytes) -> None:
    """Write a file whole, or leave what was there; refuses DISK_FULL and FOLDER_READ_ONLY.

    Whatever else a disk says (a stick that was pulled out, a folder that is none) is a place that cannot be written.
    """
    try:
        with refusing():
            paths.write_whole(file, content)
    except OSError as problem:
        raise Refused(Reason.FOLDER_READ_ONLY, folder=str(file.parent)) from problem
