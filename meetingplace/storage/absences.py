"""The days on which team members are away, in the database: rows in, `domain.team.Away` out."""

from __future__ import annotations

from datetime import date

from meetingplace.domain.team import Away
from meetingplace.storage import records, tables


def get(away_id: int) -> Away:
    """Read one row; refuses NOT_FOUND."""
    return _away(records.get(tables.Away, away_id))


def between(first: date, last: date) -> list[Away]:
    """List what touches a period, both days included."""
    row = tables.Away
    query = row.select().where((row.first_day <= last) & (row.last_day >= first)).order_by(row.first_day, row.id)
    return [_away(one) for one in query]


def of_member(member_id: int, since: date) -> list[Away]:
    """List the days away of a team member that are not over on a day, the first ones first."""
    row = tables.Away
    query = row.select().where((row.member == member_id) & (row.last_day >= since)).order_by(row.first_day, row.id)
    return [_away(one) for one in query]


def add(away: Away) -> int:
    """Add days away (their id is ignored) and give their id."""
    return records.add(tables.Away, member=away.member_id, first_day=away.first_day, last_day=away.last_day)


def remove(away_id: int) -> None:
    """Remove days away; refuses NOT_FOUND."""
    records.remove(tables.Away, away_id)


def remove_of_member(member_id: int) -> None:
    """Remove all days away of a team member."""
    row = tables.Away
    for (away_id,) in row.select(row.id).where(row.member == member_id).tuples():
        records.remove(row, away_id)


def _away(row: tables.Away) -> Away:
    return Away(row.id, row.__data__["member"], row.first_day, row.last_day, row.version)
