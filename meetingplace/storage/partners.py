"""Partners in the database: rows in, `domain.partners` out."""

from __future__ import annotations

from typing import Any

from meetingplace.domain.partners import Partner
from meetingplace.storage import records, tables


def get(partner_id: int) -> Partner:
    """Read one partner; refuses NOT_FOUND."""
    return Partner(**tables.values_of(records.get(tables.Partner, partner_id)))


def listed(with_inactive: bool = False) -> list[Partner]:
    """List the partners by name."""
    query = tables.Partner.select().order_by(tables.Partner.name)
    if not with_inactive:
        query = query.where(tables.Partner.is_active)
    return [Partner(**tables.values_of(row)) for row in query]


def add(**columns: Any) -> int:
    """Add a partner and give its id."""
    return records.add(tables.Partner, **columns)


def change(partner_id: int, version: int | None, **columns: Any) -> None:
    """Change a partner; refuses CHANGED_MEANWHILE."""
    records.change(tables.Partner, partner_id, version, **columns)
