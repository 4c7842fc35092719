"""Start to the first screen, opening any screen, and memory with all of them visited: in a process of its own."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Row, child, milliseconds

_OPEN_MOST, _MEMORY_MOST = 150, 250  # ms, MB


def rows(ten_years: Path, runs: int) -> Iterator[Row]:
    """Measure the window on the house of ten years."""
    bare = [child("bare_window") for _ in range(runs)]
    ours = [child("screens", ten_years, "start") for _ in range(runs)]
    started, beside = (statistics.median(run["started"] for run in taken) for taken in (ours, bare))
    yield Row(
        "start to the first screen, encrypted house", started, "ms", None, "bare window with a table, ms", beside, 4
    )
    visited = child("screens", ten_years, "all")
    for key, (first, again) in visited["opened"].items():
        yield Row(f"opening {key}, first time", first, "ms", _OPEN_MOST, "the same screen once more, ms", again)
    memory = statistics.median(run["resident"] for run in bare)
    yield Row("memory, all screens visited", visited["resident"], "MB", _MEMORY_MOST, "bare window, MB", memory)


def _measure(began: float, folder: Path, what: str) -> dict[str, object]:
    from benchmarks.memory import resident
    from benchmarks.stage import window_on

    with window_on(folder) as stage:
        started = (time.time() - began) * 1_000
        opened: dict[str, list[float]] = {}
        for _visit in range(2 if what == "all" else 0):
            for door in stage.shell._doors:
                opened.setdefault(door.key, []).append(milliseconds(lambda key=door.key: _go(stage, key)))
        return {"started": started, "opened": opened, "resident": resident()}


def _go(stage: object, key: str) -> None:
    stage.shell.go(key)  # type: ignore[attr-defined]
    stage.settle()  # type: ignore[attr-defined]


if __name__ == "__main__":
    print(json.dumps(_measure(float(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
