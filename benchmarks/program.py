"""The program itself: how large its wheel is, how fast the command line answers, how fast the sample house is made."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.houses import made
from benchmarks.measuring import ROOT, Row, median
from meetingplace.services.sample_house.source import SampleSize


def rows(runs: int) -> Iterator[Row]:
    """Measure what needs no house."""
    bare = median(lambda: _run("-c", "pass"), runs)
    version = median(lambda: _run("-m", "meetingplace", "--version"), runs)
    yield Row("meetingplace --version", version, "ms", 150, "python -c pass, ms", bare)
    listed = median(lambda: _run("-m", "meetingplace", "--language", "nl", "--help"), runs)
    yield Row("meetingplace --help", listed, "ms", None, "python -c pass, ms", bare)
    yield Row("wheel", _wheel() / 1_000_000, "MB", 5)


def making(size: SampleSize, parent: Path, today: date) -> Iterator[Row]:
    """Measure how long the sample house takes, encrypted; it stays for the other measurements."""
    began = time.perf_counter()
    folder = made(size, parent, today)
    seconds = time.perf_counter() - began
    if seconds > 1:  # it was not there yet
        written = (folder / "house.db").stat().st_size / 1_000_000
        yield Row(f"making a house of {size.visits} visits, encrypted", seconds, "s", 60, "its file, MB", written)


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _wheel() -> int:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-build-isolation"]
    with tempfile.TemporaryDirectory() as folder:
        _run("-m", "pip", "wheel", *quiet, "--wheel-dir", folder, str(ROOT))
        return next(Path(folder).glob("*.whl")).stat().st_size
