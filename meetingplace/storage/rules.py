"""The rule of a series in the database: columns in, `domain.recurrence` out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.recurrence import Monthly, Picked, Rule, Weekly
from meetingplace.storage import tables


def rule_columns(rule: Rule, skips: Iterable[DaysOff], kept: Iterable[date] = ()) -> dict[str, Any]:
    """Give the columns of a series that say when it repeats."""
    columns: dict[str, Any] = {
        "first_day": rule.first_day,
        "last_day": rule.last_day,
        "skips": tuple(calendar.value for calendar in skips),
        "kept": tuple(day.isoformat() for day in sorted(set(kept))),
    }
    if isinstance(rule, Picked):
        return columns | {"kind": "dates", "dates": tuple(day.isoformat() for day in rule.days)}
    weekdays = tuple(str(weekday) for weekday in rule.weekdays)
    if isinstance(rule, Monthly):
        ordinals = tuple(str(ordinal) for ordinal in rule.ordinals)
        return columns | {"kind": "monthly", "weekdays": weekdays, "ordinals": ordinals, "every": rule.every}
    return columns | {"kind": "weekly", "weekdays": weekdays, "every": rule.every}


def rule_of(row: tables.Series) -> Rule:
    """Read the rule of a series."""
    weekdays = tuple(int(word) for word in row.weekdays)
    if row.kind == "dates":
        return Picked(tuple(date.fromisoformat(word) for word in row.dates))
    if row.kind == "monthly":
        return Monthly(weekdays, tuple(int(word) for word in row.ordinals), row.first_day, row.last_day, row.every)
    return Weekly(weekdays, row.first_day, row.last_day, row.every)
