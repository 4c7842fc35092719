"""A list is typed in and the program is killed in the middle: what was shown as saved is there, and nothing is half."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from meetingplace import startup
from meetingplace.startup import NewHouse
from meetingplace.storage import backups, families, visits
from tests.makers import make_session

ROOT = Path(__file__).resolve().parents[2]
ROWS = 12

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL is not everywhere")


def test_what_was_shown_as_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    startup.create_house(folder, NewHouse("De Kersenpit", "Kuregem", "Samira"))
    with startup.open_house(str(folder)) as house, house.connection():
        session = make_session(1)
    program = [sys.executable, "-m", "tests.journeys.typing_until_killed", str(folder), str(ROWS)]
    killed = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert killed.returncode < 0, killed.stderr
    shown = killed.stdout.splitlines()
    assert len(shown) > ROWS // 3
    with startup.open_house(str(folder), breaks_lock=True) as house, house.connection():
        came = visits.of_session(session)
        names = [families.get(visit.family_id or 0).nickname for visit in came]
        assert set(shown) <= set(names)
        assert len(names) == len(set(names)) <= ROWS
        assert all(visit.children and visit.adults for visit in came)
        assert families.number() == len(came)  # no family without its visit
        assert backups.problems() == []
