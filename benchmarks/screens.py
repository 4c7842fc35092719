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
    beside, same = statistics.median(run["started"] for run in bare), "bare window with a table, ms"
    asked, let_in = (statistics.median(run[part] for run in ours) for part in ("asked", "let_in"))
    yield Row("start to the passphrase", asked, "ms", None, same, beside)
    yield Row("from the passphrase to the first screen", let_in, "ms", None, same, beside)
    yield Row("both, without the typing", asked + let_in, "ms", None, same, beside, 4)
    visited = child("screens", ten_years, "all")
    for key, (first, again) in visited["opened"].items():
        yield Row(f"opening {key}, first time", first, "ms", _OPEN_MOST, "the same screen once more, ms", again)
    memory = statistics.median(run["resident"] for run in bare)
    yield Row("memory, all screens visited", visited["resident"], "MB", _MEMORY_MOST, "bare window, MB", memory)


def _measure(began: float, folder: Path, what: str) -> dict[str, object]:
    from benchmarks.houses import PASSPHRASE
    from benchmarks.memory import resident
    from benchmarks.stage import page_on, window_of

    with page_on(folder) as (waiting, page, let_in):
        waiting.application.processEvents()
        asked = time.time()
        waiting.settle()  # this long a person types at least
        page.typed.setText(PASSPHRASE)
        typed = time.time()
        page.open_button.click()
        waiting.settle(lambda: bool(let_in))
        with window_of(waiting.application, let_in[0]) as stage:
            found = {"asked": (asked - began) * 1_000, "let_in": (time.time() - typed) * 1_000}
            opened: dict[str, list[float]] = {}
            for _visit in range(2 if what == "all" else 0):
                for door in stage.shell._doors:
                    opened.setdefault(door.key, []).append(milliseconds(lambda key=door.key: _go(stage, key)))
            return {**found, "opened": opened, "resident": resident()}


def _go(stage: object, key: str) -> None:
    stage.shell.go(key)  # type: ignore[attr-defined]
    stage.settle()  # type: ignore[attr-defined]


if __name__ == "__main__":
    print(json.dumps(_measure(float(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
