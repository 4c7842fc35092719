"""Files that leave the house because somebody saves them: flyers, sheets, pictures."""

from __future__ import annotations

from pathlib import Path

from meetingplace import paths
from meetingplace.storage.database import refusing


def save(file: Path, content: bytes) -> None:
    """Write a file whole, or leave what was there; refuses DISK_FULL and FOLDER_READ_ONLY."""
    with refusing():
        paths.write_whole(file, content)
