"""The arrival desk: from the tap to the repainted screen, and the search at every key, in processes of their own."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.houses import opened
from benchmarks.measuring import Row, child, milliseconds, p99
from meetingplace.services import desk, today
from meetingplace.services.desk import Presence
from meetingplace.storage import database

if TYPE_CHECKING:
    from benchmarks.stage import Stage

_TYPED = ("mama noor", "papa joris", "oum sami", "zeynep", "oma", "les lutins", "калина", "cicek", "x")


def rows(one_year: Path, ten_years: Path, runs: int) -> Iterator[Row]:
    """Measure arrivals, search and Today on the house of ten years, and against that of one year."""
    small, large = (child("desk", folder, runs) for folder in (one_year, ten_years))
    arrival, insert = large["arrival"], large["insert"]
    yield Row("arrival: tap, saved, repainted; p99", arrival, "ms", 50, "a bare durable insert, p99 ms", insert)
    yield Row(
        "arrival: tap, saved, repainted; p99", arrival, "ms", 50, "the same, house of one year", small["arrival"], 1.5
    )
    search, select = large["search"], large["select"]
    yield Row("family search at every key; p99", search, "ms", 16, "a bare indexed SELECT, p99 ms", select)
    yield Row("family search at every key; p99", search, "ms", 16, "the same, house of one year", small["search"])
    yield Row("Today, all places; p99", large["today"], "ms", None, "the same, house of one year", small["today"], 1.5)


def _measure(folder: Path, runs: int) -> dict[str, float]:
    with opened(folder):
        moment = datetime.combine(datetime.now().date(), datetime.min.time()).replace(hour=9, minute=40)
        session = desk.choice_for(desk.desk_choices(moment.date(), 1), moment)
        if session is None:
            raise RuntimeError("the sample house has no session today")
        keys = [word[:end] for word in _TYPED for end in range(1, len(word) + 1)]
        typed = list(itertools.islice(itertools.cycle(keys), runs))
        found = {
            "search": p99([milliseconds(lambda w=words: desk.search_tiles(session.session_id, w)) for words in typed]),
            "today": p99(
                [milliseconds(lambda: today.today_board(moment, None, "nl")) for _ in range(max(20, runs // 5))]
            ),
            "select": p99([milliseconds(_select) for _ in range(runs)]),
        }
    return {**found, "arrival": _arrivals(folder, runs), "insert": _inserts(folder, runs)}


def _select() -> None:
    sql = "SELECT id, nickname FROM family WHERE first_seen = ? LIMIT 24"
    database.database.execute_sql(sql, ("2026-10-14",)).fetchall()


def _arrivals(folder: Path, runs: int) -> float:
    """Tap tiles of families that are not in; each arrival is taken back before the next one, unmeasured."""
    from benchmarks.stage import window_on
    from meetingplace.ui.arrivals.tiles import Tiles

    times = []
    with window_on(folder) as stage:
        stage.shell.go("arrivals")
        stage.settle(lambda: _tiles(stage, Tiles) is not None)
        tiles = _tiles(stage, Tiles)
        in_sight = [row for row in range(tiles.rows.rowCount()) if _may_be_tapped(tiles, row)]
        for row in itertools.islice(itertools.cycle(in_sight), runs + 5):
            times.append(milliseconds(lambda at=row: _tap(stage, tiles, at)))
            stage.shell.undo()
            stage.settle(lambda at=row: _presence(tiles, at) is Presence.NOT_HERE)
    return p99(times[5:])  # the first ones load what every later one finds loaded


def _tiles(stage: Stage, kind: type) -> Any:
    found = [tiles for tiles in stage.shell.findChildren(kind) if tiles.isVisible() and tiles.rows.rowCount()]
    return found[0] if found else None


def _presence(tiles: Any, row: int) -> Presence:
    from meetingplace.ui.arrivals.rows import ROW

    presence: Presence = tiles.rows.index(row).data(ROW).presence
    return presence


def _may_be_tapped(tiles: Any, row: int) -> bool:
    is_seen = tiles.viewport().rect().contains(tiles.visualRect(tiles.rows.index(row)).center())
    return is_seen and _presence(tiles, row) is Presence.NOT_HERE


def _tap(stage: Stage, tiles: Any, row: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    middle = tiles.visualRect(tiles.rows.index(row)).center()
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    stage.settle(lambda: _presence(tiles, row) is Presence.IN)


def _inserts(folder: Path, runs: int) -> float:
    """Insert rows in an encrypted file of its own, each durably, with the pragmas of the house."""
    file = folder / "bare.db"
    database.bind_file(file, bytes(range(32)))
    with database.connected():
        database.database.execute_sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, word TEXT)")
        times = [milliseconds(_insert) for _ in range(runs)]
    database.hang_up()
    for part in folder.glob("bare.db*"):
        part.unlink()
    return p99(times)


def _insert() -> None:
    with database.transaction():
        database.database.execute_sql("INSERT INTO bare (word) VALUES (?)", ("Mama Noor",))


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[2]), int(sys.argv[3]))))
