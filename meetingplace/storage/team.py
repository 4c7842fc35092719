"""Team members in the database: rows in, `domain.team` out. The hash of a PIN is given to nobody but `pin_of`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from meetingplace.domain.team import Role, TeamMember
from meetingplace.storage import records, tables


@dataclass(frozen=True)
class Pin:
    """The salted hash of a PIN, and how many tries went wrong."""

    hash: str
    failures: int
    wait_until: datetime | None


def get(member_id: int) -> TeamMember:
    """Read one team member; refuses NOT_FOUND."""
    return _member(records.get(tables.TeamMember, member_id))


def listed(with_inactive: bool = False) -> list[TeamMember]:
    """List the team by name."""
    query = tables.TeamMember.select().order_by(tables.TeamMember.name)
    if not with_inactive:
        query = query.where(tables.TeamMember.is_active)
    return [_member(row) for row in query]


def add(**columns: Any) -> int:
    """Add a team member and give its id."""
    return records.add(tables.TeamMember, **columns)


def change(member_id: int, version: int | None, **columns: Any) -> None:
    """Change a team member; refuses CHANGED_MEANWHILE."""
    records.change(tables.TeamMember, member_id, version, **columns)


def pin_of(member_id: int) -> Pin:
    """Read the hash of a member's PIN with its wrong tries; an empty hash means that there is no PIN."""
    row = records.get(tables.TeamMember, member_id)
    return Pin(row.pin_hash, row.pin_failures, row.pin_wait_until)


def note_tries(member_id: int, failures: int, wait_until: datetime | None) -> None:
    """Note wrong tries of a PIN; they are no act, so nothing of this is undone."""
    row = tables.TeamMember
    row.update(pin_failures=failures, pin_wait_until=wait_until).where(row.id == member_id).execute()


def _member(row: tables.TeamMember) -> TeamMember:
    return TeamMember(
        row.id,
        row.name,
        Role(row.role),
        row.is_paid,
        row.languages,
        bool(row.pin_hash),
        row.is_active,
        tuple(int(word) for word in row.weekdays),
        row.version,
    )
