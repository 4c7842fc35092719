"""Loading many rows at once, without a journal.

For the sample house, restored back-ups and imports that nobody undoes row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetingplace.storage import tables
from meetingplace.storage.database import database, is_bound_to_server, refusing


def load(table: type[tables.Row], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Load rows into a table; `columns` are field names, values as the database takes them (words joined by commas).

    Columns that are not named get what a new row has in them.
    """
    fields = table._meta.fields
    usual = {
        name: field.db_value(field.default)
        for name, field in fields.items()
        if field.default is not None and name not in columns
    }
    names = [fields[name].column_name for name in (*columns, *usual)]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join([database.param] * len(names))
    # names come from the tables themselves, never from a person
    sql = f'INSERT INTO "{table._meta.table_name}" ({quoted}) VALUES ({marks})'  # noqa: S608
    same = tuple(usual.values())
    with refusing():
        database.connection().cursor().executemany(sql, [(*row, *same) for row in rows])


def catch_up_ids() -> None:
    """After loading rows with their own ids: let a PostgreSQL server go on counting from the highest one."""
    if not is_bound_to_server():
        return
    for table in tables.TABLES:
        name = table._meta.table_name
        highest = f'(SELECT COALESCE(MAX(id), 1) FROM "{name}")'  # noqa: S608
        database.execute_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {highest})")
