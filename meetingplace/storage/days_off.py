"""The house's own days off in the database: rows in, `domain.calendar` out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from meetingplace.domain.calendar import DaysOff, OwnDays
from meetingplace.storage import records, tables


def get(own_id: int) -> OwnDays:
    """Read one row; refuses NOT_FOUND."""
    return _own(records.get(tables.OwnDayOff, own_id))


def between(first: date, last: date) -> list[OwnDays]:
    """List what touches a period, both days included, by first day."""
    own = tables.OwnDayOff
    query = own.select().where((own.first_day <= last) & (own.last_day >= first)).order_by(own.first_day, own.id)
    return [_own(row) for row in query]


def of_source(source: str) -> list[OwnDays]:
    """List what was read from a calendar file of this name."""
    own = tables.OwnDayOff
    return [_own(row) for row in own.select().where(own.source == source).order_by(own.first_day, own.id)]


def add(own: OwnDays) -> int:
    """Add days (their id is ignored) and give their id."""
    return records.add(tables.OwnDayOff, **_columns(own))


def change(own: OwnDays) -> None:
    """Change days; refuses CHANGED_MEANWHILE."""
    records.change(tables.OwnDayOff, own.id, own.version, **_columns(own))


def remove(own_id: int) -> None:
    """Remove days; refuses NOT_FOUND."""
    records.remove(tables.OwnDayOff, own_id)


def remove_of_places(place_ids: Sequence[int]) -> None:
    """Remove the closing days of places that go."""
    own = tables.OwnDayOff
    for (own_id,) in own.select(own.id).where(own.place.in_(list(place_ids))).tuples():
        records.remove(own, own_id)


def _columns(own: OwnDays) -> dict[str, Any]:
    return {
        "first_day": own.first_day,
        "last_day": own.last_day,
        "calendar": own.calendar.value,
        "name": own.name,
        "is_off": own.is_off,
        "source": own.source,
        "place": own.place_id,
    }


def _own(row: tables.OwnDayOff) -> OwnDays:
    values = tables.values_of(row)
    place_id = values.pop("place")
    return OwnDays(**values | {"calendar": DaysOff(row.calendar), "place_id": place_id})
