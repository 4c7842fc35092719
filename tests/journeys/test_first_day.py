"""A whole first day at the real window; the PC is switched off twice in the middle, and everything is found back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from meetingplace import cli, paths
from tests.documents import reading
from tests.journeys.first_day import MOON, PASSPHRASE, PLAY

ROOT = Path(__file__).resolve().parents[2]
SMALL_PC = {"screens": [{"name": "small PC", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}]}


def play_and_switch_off(chapter: str, folder: Path) -> None:
    """Play a chapter of the day in a process of its own; kill it at once when it says that it came to the end."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps(SMALL_PC), encoding="utf-8")
    program = [sys.executable, "-m", "tests.journeys.first_day", chapter, str(folder)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    with (folder / "said.txt").open("w+", encoding="utf-8") as said:
        running = subprocess.Popen(program, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=said, text=True)
        assert running.stdout is not None
        last = running.stdout.readline()
        running.send_signal(signal.SIGKILL)
        running.wait()
        said.seek(0)
        assert last == "done\n", said.read()


def test_a_day_with_two_power_cuts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play_and_switch_off("morning", tmp_path)
    flyer = reading.words((tmp_path / "flyer.pdf").read_bytes())
    for words in ("Spelen & babbelen", "woensdag 14 oktober", "9.30 – 12 uur", "Kersenhofstraat 12, 1070 Anderlecht"):
        assert words in flyer
    for words in (PLAY, "الأربعاء، 14 أكتوبر", "من 9:30 إلى 12:00"):
        assert words in flyer

    play_and_switch_off("afternoon", tmp_path)
    play_and_switch_off("next_day", tmp_path)

    kept = (paths.user_data_folder() / "house" / "house.db").read_bytes()
    assert not kept.startswith(b"SQLite format 3")
    assert MOON.encode() not in kept
    monkeypatch.setenv("MEETINGPLACE_PASSPHRASE", PASSPHRASE)
    assert cli.main(["check"]) == 0, capsys.readouterr().err
