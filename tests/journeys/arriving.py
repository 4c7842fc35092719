"""A desk that registers arrivals as fast as it can until it is killed; `test_kill.py` runs it in processes of its own.

Starting Python and loading the program takes longer than a hundred arrivals. So one process loads it, and for every
line that it reads it lets a fresh process open the house, register, and print each arrival that was acknowledged.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from meetingplace.domain.families import Relation
from meetingplace.services import arrivals
from meetingplace.storage import database, keys

SESSION = 1
MORNING = datetime(2026, 10, 27, 9, 40)


def say(line: str) -> None:
    """Print a line at once and whole."""
    os.write(1, f"{line}\n".encode())


def register(file: Path, key: bytes, desk: int) -> None:
    """Open the house and register newcomers and guests, each with a child, until somebody ends this."""
    say(f"process {os.getpid()}")
    database.bind_file(file, key)
    with database.connected():
        number = 0
        while True:
            number += 1
            name = f"Maan {desk}.{number}"
            family = arrivals.new_family_arrives(SESSION, name, None, [14], [Relation.MOTHER], ["ar"], MORNING)
            say(f"visit {family.made}")
            guests = arrivals.guests(SESSION, [30], [Relation.FATHER], ["fr"], "", MORNING)
            say(f"visit {guests.made}")


def main(folder: Path, passphrase: str) -> None:
    """For each line that is read: start a desk, and say when it is dead."""
    key = keys.unlock(folder, passphrase)
    for desk, _line in enumerate(sys.stdin):
        process = os.fork()
        if not process:
            register(folder / "house.db", key, desk)
        os.waitpid(process, 0)
        say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
