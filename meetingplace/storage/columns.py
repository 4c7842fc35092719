"""What the tables are made of: a row, a row that people edit, and a column of words."""

from __future__ import annotations

from enum import Enum

from peewee import AutoField, BigIntegerField, Field, Model, TextField

from meetingplace.storage.database import database


class WordsField(TextField):  # type: ignore[misc]
    """A short ordered list of plain words (codes, keys), kept as "nl,fr"; never free text."""

    def db_value(self, value: tuple[str, ...] | None) -> str:
        """Join the words; an enum member counts as its value."""
        return ",".join(str(word.value if isinstance(word, Enum) else word) for word in value or ())

    def python_value(self, value: str | None) -> tuple[str, ...]:
        """Split into words again."""
        return tuple(value.split(",")) if value else ()


class BytesField(Field):  # type: ignore[misc]
    """Plain bytes, whatever the backend calls them."""

    field_type = "BLOB"

    def python_value(self, value: bytes | memoryview | None) -> bytes | None:
        """Give bytes that can be compared."""
        return None if value is None else bytes(value)


class Row(Model):  # type: ignore[misc]
    """A row of the bound database; `counter` names the column that several desks add to at once, if it has one."""

    counter = ""
    id = AutoField()

    class Meta:
        """Every table belongs to the one bound database; names are snake_case."""

        database = database
        legacy_table_names = False


class Versioned(Row):
    """A row that people edit: `version` changes at every change."""

    version = BigIntegerField(default=0)
