"""Writing rows: every change notes the row before and after it, so that any act can be undone.

Reading is in the feature modules.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import tables
from meetingplace.storage.database import Entry, Journal, database, is_bound_to_server, journal

Table = TypeVar("Table", bound=tables.Row)

_BY_NAME = {table.__name__: table for table in tables.TABLES}
_MOST_IN_ONE_QUESTION = 500


def get(table: type[Table], id: int) -> Table:
    """Read one row; refuses NOT_FOUND."""
    row = table.get_or_none(table.id == id)
    if row is None:
        raise Refused(Reason.NOT_FOUND, what=table.__name__)
    return row


def hold(query: Any) -> Any:
    """Keep the rows of a query until the transaction is over: on a server, other writers of them wait so long."""
    # rows that point at them may come meanwhile; in a file there is one writer anyway
    return query.for_update("FOR NO KEY UPDATE") if is_bound_to_server() else query


def add(table: type[tables.Row], **values: Any) -> int:
    """Add a row and give its id."""
    if issubclass(table, tables.Versioned):
        values.setdefault("version", new_version())
    row = table.create(**values)
    journal(Entry(table.__name__, row.id, None, _image(table, row.id)))
    return int(row.id)


def change(table: type[tables.Row], id: int, version: int | None = None, **values: Any) -> None:
    """Change some columns of a row.

    `version` is the one that the person saw; when the row was changed meanwhile, refuses CHANGED_MEANWHILE and writes
    nothing. None means: whatever it is now (for counters and states that the program itself keeps).
    """
    before = _held_image(table, id)
    if before is None:
        raise Refused(Reason.NOT_FOUND, what=table.__name__)
    if version is not None and before["version"] != version:
        raise Refused(Reason.CHANGED_MEANWHILE)
    if issubclass(table, tables.Versioned):
        values["version"] = new_version()
    table.update(**values).where(table.id == id).execute()
    journal(Entry(table.__name__, id, before, _image(table, id)))


def remove(table: type[tables.Row], id: int) -> None:
    """Remove a row; refuses NOT_FOUND. What points to it must be removed before."""
    before = _held_image(table, id)
    if before is None:
        raise Refused(Reason.NOT_FOUND, what=table.__name__)
    table.delete_by_id(id)
    journal(Entry(table.__name__, id, before, None))


def replace_links(table: type[tables.Row], owner: Mapping[str, int], column: str, wanted: Iterable[int]) -> None:
    """Make the rows of a link table that belong to `owner` point at `wanted`, touching only what differs."""
    ((owner_column, owner_id),) = owner.items()
    rows = table.select().where(getattr(table, owner_column) == owner_id)
    present = {row.__data__[column]: row.id for row in rows}
    asked = list(dict.fromkeys(wanted))
    for other, link in present.items():
        if other not in asked:
            remove(table, link)
    for other in asked:
        if other not in present:
            add(table, **{owner_column: owner_id, column: other})


def take_back(done: Journal) -> None:
    """Restore every row of a journal, last change first; refuses CHANGED_MEANWHILE when a row was changed since.

    Of a counter that others have added to since, only the own step is taken back.
    """
    for entry in reversed(done.entries):
        table = _BY_NAME[entry.table]
        present = _held_image(table, entry.id)
        if present != entry.after and table.counter:
            _count_back(table, entry, present)
            continue
        if present != entry.after:
            raise Refused(Reason.CHANGED_MEANWHILE)
        if entry.before is None:
            table.delete_by_id(entry.id)
        elif entry.after is None:
            table.insert(**entry.before).execute()
        else:
            # the version comes back too: the act before this one can then be undone as well
            table.update(**entry.before).where(table.id == entry.id).execute()
        journal(Entry(entry.table, entry.id, entry.after, entry.before))


def _count_back(table: type[tables.Row], entry: Entry, present: dict[str, Any] | None) -> None:
    name = table.counter
    own = entry.before or entry.after or {}
    if present and any(present[column] != own[column] for column in own if column not in (name, "version")):
        raise Refused(Reason.CHANGED_MEANWHILE)  # a file gives the id of a counter that went to the next one
    before, after, now = (image[name] if image else 0 for image in (entry.before, entry.after, present))
    number = now + before - after
    if number < 0:
        raise Refused(Reason.CHANGED_MEANWHILE)
    if present:
        change(table, entry.id, **{name: number})
        return
    counted = {**own, name: number, "version": new_version()}
    table.insert(**counted).execute()
    journal(Entry(entry.table, entry.id, None, counted))


def values(query: Any) -> list[tuple[Any, ...]]:
    """Read the columns of a query, for what comes by the thousand: no rows, and each different value is made once."""
    fetched = database.execute(query).fetchall()
    columns = []
    for field, read in zip(query.selected_columns, zip(*fetched, strict=True), strict=bool(fetched)):
        made = {value: field.python_value(value) for value in set(read)}
        columns.append([made[value] for value in read])
    return list(zip(*columns, strict=True))


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Divide ids over questions: the variables of one SQL question have an end."""
    return (ids[start : start + _MOST_IN_ONE_QUESTION] for start in range(0, len(ids), _MOST_IN_ONE_QUESTION))


def _image(table: type[tables.Row], id: int) -> dict[str, Any] | None:
    row = table.get_or_none(table.id == id)
    return None if row is None else tables.values_of(row)


def _held_image(table: type[tables.Row], id: int) -> dict[str, Any] | None:
    row = hold(table.select().where(table.id == id)).first()
    return None if row is None else tables.values_of(row)


def new_version() -> int:
    """Draw the version of a row: a number that no other row, and no other PC, has drawn."""
    return secrets.randbits(62)
