"""A desk that forgets one family after the other until it is killed; `test_forgetting.py` runs it.

As in `arriving.py`, one process loads the program, and each line that it reads lets a fresh one begin.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from meetingplace.services import forgetting
from meetingplace.storage import database, families, keys
from tests.journeys.arriving import say

DAY = date(2026, 10, 27)


def forget_all(folder: Path, key: bytes) -> None:
    """Open the house, forget everybody, and say each number once it is acknowledged."""
    say(f"process {os.getpid()}")
    database.bind_file(folder / "house.db", key)
    with database.connected():
        for family in families.everyone():
            forgetting.forget_family(family.id, families.get(family.id).version, folder, DAY)
            say(f"visit {family.id}")
    os._exit(0)


def main(folder: Path, passphrase: str) -> None:
    """For each line that is read: begin, and say when it is dead."""
    key = keys.unlock(folder, passphrase)
    for _line in sys.stdin:
        process = os.fork()
        if not process:
            forget_all(folder, key)
        os.waitpid(process, 0)
        say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
