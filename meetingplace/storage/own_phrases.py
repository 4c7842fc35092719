"""Own phrases in the database: rows in, `domain.own_phrases` out."""

from __future__ import annotations

from meetingplace.domain.own_phrases import OwnPhrase
from meetingplace.storage import records, tables

_BETWEEN = "\n"  # forms stand on a line each; a phrase itself has none


def listed() -> list[OwnPhrase]:
    """List the own phrases of all languages."""
    return [_phrase(row) for row in tables.OwnPhrase.select().order_by(tables.OwnPhrase.id)]


def find(language: str, msgid: str, context: str = "") -> OwnPhrase | None:
    """Give the own phrase of a text; None where the shipped one is said."""
    row = _row(language, msgid, context)
    return _phrase(row) if row else None


def write(phrase: OwnPhrase) -> None:
    """Write an own phrase, in the place of the one of before."""
    columns = {
        "forms": _BETWEEN.join(phrase.forms),
        "state": phrase.state,
        "checked_by": phrase.checked_by,
        "checked_on": phrase.checked_on,
    }
    row = _row(*phrase.key)
    if row is None:
        records.add(tables.OwnPhrase, language=phrase.language, msgid=phrase.msgid, context=phrase.context, **columns)
    else:
        records.change(tables.OwnPhrase, row.id, None, **columns)


def remove(language: str, msgid: str, context: str = "") -> None:
    """Let the shipped phrase be said again; refuses NOT_FOUND."""
    row = _row(language, msgid, context)
    records.remove(tables.OwnPhrase, row.id if row else 0)


def _row(language: str, msgid: str, context: str) -> tables.OwnPhrase | None:
    own = tables.OwnPhrase
    found: tables.OwnPhrase | None = own.get_or_none(
        (own.language == language) & (own.msgid == msgid) & (own.context == context)
    )
    return found


def _phrase(row: tables.OwnPhrase) -> OwnPhrase:
    return OwnPhrase(
        row.language, row.msgid, tuple(row.forms.split(_BETWEEN)), row.context, row.state, row.checked_by,
        row.checked_on,
    )  # fmt: skip
