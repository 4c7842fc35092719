"""Templates in the database: rows in, `domain.templates` out, with their team, partners and own texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import fn

from meetingplace.domain.sessions import Activity
from meetingplace.domain.templates import NOWHERE, Template
from meetingplace.storage import activities, records, tables


def get(template_id: int) -> Template:
    """Read one template; refuses NOT_FOUND."""
    return _templates([records.get(tables.Template, template_id)])[0]


def listed() -> list[Template]:
    """List the templates by title."""
    template = tables.Template
    return _templates(list(template.select().order_by(fn.LOWER(template.title), template.id)))


def add(activity: Activity) -> int:
    """Add a template and give its id."""
    template_id = records.add(tables.Template, **_columns(activity))
    activities.write_parts({"template": template_id}, activity)
    return template_id


def change(template_id: int, version: int | None, activity: Activity) -> None:
    """Write a template; refuses CHANGED_MEANWHILE."""
    records.change(tables.Template, template_id, version, **_columns(activity))
    activities.write_parts({"template": template_id}, activity)


def remove(template_id: int) -> None:
    """Remove a template with its team, partners and texts; what was planned from it stays. Refuses NOT_FOUND."""
    activities.remove_parts({"template": template_id})
    records.remove(tables.Template, template_id)


def let_go_of_place(place_id: int) -> None:
    """Leave the templates of a place without one."""
    template = tables.Template
    ids = [
        id for (id,) in template.select(template.id).where(template.place == place_id).order_by(template.id).tuples()
    ]
    for id in ids:
        records.change(template, id, place=None)


def _columns(activity: Activity) -> dict[str, Any]:
    return activities.columns(activity) | {"place": activity.place_id or None}


def _templates(rows: Sequence[tables.Template]) -> list[Template]:
    parts = activities.parts_of("template", [row.id for row in rows])
    return [
        Template(row.id, activities.read(row, parts[row.id], row.__data__["place"] or NOWHERE), row.version)
        for row in rows
    ]
