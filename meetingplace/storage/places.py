"""The house and its places in the database: rows in, `domain.places` out."""

from __future__ import annotations

from typing import Any

from meetingplace.domain.places import House, Place
from meetingplace.domain.privacy import Level
from meetingplace.storage import records, tables


def house() -> House | None:
    """Read the house; None when none was set up yet."""
    row = tables.House.get_or_none(tables.House.id == 1)
    if row is None:
        return None
    values = tables.values_of(row)
    del values["id"]
    return House(**values)


def add_house(**columns: Any) -> None:
    """Write the one house; its columns are those of `domain.places.House`."""
    records.add(tables.House, id=1, **columns)


def change_house(version: int | None, **columns: Any) -> None:
    """Change the house; refuses CHANGED_MEANWHILE."""
    records.change(tables.House, 1, version, **columns)


def get(place_id: int) -> Place:
    """Read one place; refuses NOT_FOUND."""
    return _place(records.get(tables.Place, place_id))


def listed(with_inactive: bool = False) -> list[Place]:
    """List the places by name."""
    query = tables.Place.select().order_by(tables.Place.name)
    if not with_inactive:
        query = query.where(tables.Place.is_active)
    return [_place(row) for row in query]


def add(**columns: Any) -> int:
    """Add a place and give its id."""
    return records.add(tables.Place, **columns)


def change(place_id: int, version: int | None, **columns: Any) -> None:
    """Change a place; refuses CHANGED_MEANWHILE."""
    records.change(tables.Place, place_id, version, **columns)


def _place(row: tables.Place) -> Place:
    values = tables.values_of(row)
    values["level"] = Level(values["level"])
    return Place(**values)
