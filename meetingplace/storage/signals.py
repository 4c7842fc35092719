"""Signals in the database: rows in, `domain.signals` out."""

from __future__ import annotations

from typing import Any

from peewee import fn

from meetingplace.domain.signals import Done, Signal, Situation
from meetingplace.storage import records, tables


def get(signal_id: int) -> Signal:
    """Read one signal; refuses NOT_FOUND."""
    return _signal(records.get(tables.Signal, signal_id))


def of_session(session_id: int) -> list[Signal]:
    """List the signals of a session, in the order in which they were noted."""
    signal = tables.Signal
    return [_signal(row) for row in signal.select().where(signal.session == session_id).order_by(signal.id)]


def themes_by_use() -> list[str]:
    """List the themes of all signals, the most used first."""
    signal = tables.Signal
    query = signal.select(signal.theme).where(signal.theme != "").group_by(signal.theme)
    return [theme for (theme,) in query.order_by(fn.COUNT(signal.id).desc(), signal.theme).tuples()]


def add(signal: Signal) -> int:
    """Add a signal (its own id is ignored) and give its id."""
    return records.add(tables.Signal, session=signal.session_id, **_columns(signal))


def change(signal: Signal) -> None:
    """Write a signal; refuses CHANGED_MEANWHILE."""
    records.change(tables.Signal, signal.id, signal.version, **_columns(signal))


def remove(signal_id: int) -> None:
    """Remove a signal; refuses NOT_FOUND."""
    records.remove(tables.Signal, signal_id)


def _columns(signal: Signal) -> dict[str, Any]:
    return {
        "situation": signal.situation.value,
        "theme": signal.theme,
        "done": tuple(done.value for done in signal.done),
        "partner": signal.partner_id,
    }


def _signal(row: tables.Signal) -> Signal:
    return Signal(
        id=row.id,
        session_id=row.__data__["session"],
        situation=Situation(row.situation),
        theme=row.theme,
        done=tuple(Done(word) for word in row.done),
        partner_id=row.__data__["partner"],
        version=row.version,
    )
