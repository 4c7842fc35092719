"""Measure speed, size and memory, each figure beside a yardstick of the same run.

`make bench` measures everything; with options:

--quick         smaller houses and fewer runs, for a look in between
--only a,b      only these: program, screens, desk, paper, week
--houses DIR    keep the sample houses there, so that a second run finds them made
"""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import calendar_views, carrying, desk, paper, program, screens, week
from benchmarks.houses import ONE_YEAR, QUICK, SCHOOL_YEAR, TEN_YEARS, made
from benchmarks.measuring import ROOT, Row, printed

PARTS = ("program", "screens", "desk", "paper", "week")


def main() -> int:
    """Measure and print; what is over its budget is marked, and it is for people to judge what that means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", type=lambda typed: typed.split(","), default=list(PARTS))
    parser.add_argument("--houses", type=Path)
    args = parser.parse_args()
    compileall.compile_dir(ROOT / "meetingplace", quiet=1)  # as it lies after an installation
    with tempfile.TemporaryDirectory(prefix="meetingplace-bench-") as folder:
        for line in printed(_rows(args.only, args.houses or Path(folder), args.quick)):
            print(line, flush=True)
    print("! over its budget; on a PC that is busy with something else figures mean little")
    return 0


def _rows(parts: list[str], parent: Path, is_quick: bool) -> Iterator[Row]:
    today, runs = date.today(), 60 if is_quick else 300
    one, ten = (QUICK[size] if is_quick else size for size in (ONE_YEAR, TEN_YEARS))
    parent.mkdir(parents=True, exist_ok=True)
    if "program" in parts:
        yield from program.rows(5 if is_quick else 15)
    if {"screens", "desk", "paper"} & set(parts):
        yield from program.making(ten, parent, today)
    if "screens" in parts:
        yield from screens.rows(made(ten, parent, today), 3 if is_quick else 7)
    if "desk" in parts:
        yield from desk.rows(made(one, parent, today), made(ten, parent, today), runs)
    if "paper" in parts:
        yield from paper.rows(made(ten, parent, today), runs // 10)
    if "week" in parts:
        yield from week.rows(made(SCHOOL_YEAR, parent, today))
        yield from calendar_views.rows(made(SCHOOL_YEAR, parent, today))
        yield from carrying.rows(made(SCHOOL_YEAR, parent, today))


if __name__ == "__main__":
    raise SystemExit(main())
