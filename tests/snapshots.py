"""All rows of the bound house as plain values: two moments of a house can be held beside each other."""

from __future__ import annotations

from typing import Any

from meetingplace.storage import server, tables

Snapshot = dict[str, dict[int, dict[str, Any]]]


def whole_house() -> Snapshot:
    """Read every row of every table, by table and id, but not the marks that a server keeps of what was saved."""
    house = {
        table.__name__: {row.id: tables.values_of(row) for row in table.select().order_by(table.id)}
        for table in tables.TABLES
    }
    house["Upkeep"] = {id: row for id, row in house["Upkeep"].items() if not row["key"].startswith(server.MARK)}
    return house
