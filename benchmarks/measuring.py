"""How a figure is taken and said: always beside a yardstick of the same run, because machines differ."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Row:
    """One line of the table; `most` is the budget of the figure, `most_times` that of the ratio to the yardstick."""

    act: str
    figure: float
    unit: str
    most: float | None = None
    yardstick: str = ""
    beside: float | None = None
    most_times: float | None = None

    @property
    def times(self) -> float | None:
        """How many times the yardstick."""
        return self.figure / self.beside if self.beside else None

    @property
    def is_within(self) -> bool:
        """Tell whether the budgets are kept."""
        within = self.most is None or self.figure <= self.most
        return within and (self.most_times is None or self.times is None or self.times <= self.most_times)


def milliseconds(act: Callable[[], object]) -> float:
    """Time one run of an act."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1_000


def median(act: Callable[[], object], runs: int) -> float:
    """Give the median time (ms) of some runs."""
    return statistics.median(milliseconds(act) for _ in range(runs))


def p99(times: Sequence[float]) -> float:
    """Give the time (ms) that ninety-nine of a hundred stay under."""
    return sorted(times)[max(0, round(len(times) * 0.99) - 1)]


def child(module: str, *words: object) -> Any:
    """Run `python -m benchmarks.MODULE WORDS` in a process of its own and give the JSON that it prints last.

    The moment before the start (s since 1970) is its first word: what starts can say how long it took.
    """
    command = [sys.executable, "-m", f"benchmarks.{module}", str(time.time()), *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module}: {done.stderr[-2_000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def printed(rows: Iterable[Row]) -> Iterator[str]:
    """Give the lines of the table as the rows come in."""
    yield f"{'':2}{'act':<58}{'measured':>12}{'budget':>10}   {'yardstick':<40}{'':>10}{'ratio':>8}{'budget':>9}"
    for row in rows:
        most = f"{row.most:g}" if row.most is not None else ""
        times = f"{row.times:.2f} ×" if row.times is not None else ""
        most_times = f"{row.most_times:g} ×" if row.most_times is not None else ""
        beside = f"{row.beside:.2f}" if row.beside is not None else ""
        yield (
            f"{' ' if row.is_within else '!':2}{row.act:<58}{row.figure:>8.2f} {row.unit:<3}{most:>10}   "
            f"{row.yardstick:<40}{beside:>10}{times:>8}{most_times:>9}"
        )
