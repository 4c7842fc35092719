"""Loading many rows at once, without a journal: for the sample house, restored back-ups and imports that nobody undoes row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peewee import PostgresqlDatabase

from meetingplace.storage import tables
from meetingplace.storage.database import database


def load(table: type[tables.Row], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Load rows into a table; `columns` are field names, values as the database takes them (words joined by commas)."""
    names = [table._meta.fields[name].column_name for name in columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join([database.param] * len(names))
    # names come from the tables themselves, never from a person
    sql = f'INSERT INTO "{table._meta.table_name}" ({quoted}) VALUES ({marks})'  # noqa: S608
    cursor = database.connection().cursor()
    cursor.executemany(sql, rows)


def catch_up_ids() -> None:
    """After loading rows with their own ids: let a PostgreSQL server go on counting from the highest one."""
    if not isinstance(database.obj, PostgresqlDatabase):
        return
    for table in tables.TABLES:
        name = table._meta.table_name
        database.execute_sql(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT COALESCE(MAX(id), 1) FROM \"{name}\"))"  # noqa: S608
        )
