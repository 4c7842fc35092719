"""What sessions, series and templates share in the database: the columns, team, partners and own texts of an activity.

`domain.sessions.Activity` in, rows out, and back. An owner is {"session": id}, {"series": id} or {"template": id}.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Function, OwnText, Reader
from meetingplace.storage import records, tables

_PLAIN = (
    "title start end theme is_formal is_led_by_parents from_months to_months languages capacity is_walk_in "
    "price_cents preparation_minutes debrief_minutes expect"
).split()
_MEMBERS: Mapping[str, type[tables.Row]] = {
    "session": tables.SessionMember,
    "series": tables.SeriesMember,
    "template": tables.TemplateMember,
}
_PARTNERS: Mapping[str, type[tables.Row]] = {
    "session": tables.SessionPartner,
    "series": tables.SeriesPartner,
    "template": tables.TemplatePartner,
}
Parts = Mapping[int, dict[str, Any]]


def columns(activity: Activity) -> dict[str, Any]:
    """Give the columns of an activity, by field name."""
    plain = {name: getattr(activity, name) for name in _PLAIN}
    functions = tuple(function.value for function in activity.functions)
    return plain | {"place": activity.place_id, "goal": activity.goal_id, "functions": functions}


def write_parts(owner: Mapping[str, int], activity: Activity) -> None:
    """Write the team, the partners and the own texts of an activity, touching what differs."""
    (kind,) = owner
    records.replace_links(_MEMBERS[kind], owner, "member", activity.team)
    records.replace_links(_PARTNERS[kind], owner, "partner", activity.partners)
    _replace_texts(owner, activity.texts)


def remove_parts(owner: Mapping[str, int]) -> None:
    """Remove the team, the partners and the own texts of an activity."""
    ((kind, owner_id),) = owner.items()
    for table in (_MEMBERS[kind], _PARTNERS[kind], tables.OwnText):
        for row in table.select().where(getattr(table, kind) == owner_id):
            records.remove(table, row.id)


def parts_of(kind: str, ids: Sequence[int]) -> Parts:
    """Read the team, the partners and the own texts of these sessions, series or templates."""
    members = linked(_MEMBERS[kind], kind, "member", ids)
    partners = linked(_PARTNERS[kind], kind, "partner", ids)
    texts = _texts(kind, ids)
    return {id: {"team": members[id], "partners": partners[id], "texts": texts[id]} for id in ids}


def read(row: tables.ActivityColumns, parts: Mapping[str, Any], place_id: int) -> Activity:
    """Make an activity of its columns and parts, at a place."""
    return Activity(
        place_id=place_id,
        goal_id=row.__data__["goal"],
        functions=tuple(Function(word) for word in row.functions),
        **{name: getattr(row, name) for name in _PLAIN},
        **parts,
    )


def linked(table: type[tables.Row], owner: str, other: str, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Read whom a link table joins to these owners, in the order of the rows."""
    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    owner_field, other_field = getattr(table, owner), getattr(table, other)
    for chunk in records.chunks(ids):
        query = table.select(owner_field, other_field).where(owner_field.in_(chunk)).order_by(table.id).tuples()
        for owner_id, other_id in query:
            found[owner_id] += (other_id,)
    return found


def note_read(owner: Mapping[str, int], text: OwnText) -> None:
    """Note who read the own words in a language, or that nobody did after all; of `text` the words are those seen.

    Refuses CHANGED_MEANWHILE when they are no longer these.
    """
    ((column, owner_id),) = owner.items()
    own = tables.OwnText
    row = records.hold(own.select().where((getattr(own, column) == owner_id) & (own.language == text.language))).first()
    if row is None or (row.title, row.body) != (text.title, text.body):
        raise Refused(Reason.CHANGED_MEANWHILE)
    records.change(own, row.id, **_reading(text))


def _reading(text: OwnText) -> dict[str, Any]:
    reader = text.read_by.value if text.read_by else ""
    return {"read_by": reader, "read_on": text.read_on, "ticked_by": text.ticked_by}


def _text(row: tables.OwnText) -> OwnText:
    reader = Reader(row.read_by) if row.read_by else None
    member = row.__data__["ticked_by"]
    return OwnText(row.language, row.title, row.body, row.state, reader, row.read_on, member)


def _replace_texts(owner: Mapping[str, int], texts: Iterable[OwnText]) -> None:
    """Write the own texts of an activity, touching what differs."""
    ((column, owner_id),) = owner.items()
    present = {row.language: row for row in tables.OwnText.select().where(getattr(tables.OwnText, column) == owner_id)}
    wanted = {text.language: text for text in texts}
    for language, row in present.items():
        if language not in wanted:
            records.remove(tables.OwnText, row.id)
    for language, text in wanted.items():
        values: dict[str, Any] = {"title": text.title, "body": text.body, "state": text.state, **_reading(text)}
        row = present.get(language)
        if row is None:
            records.add(tables.OwnText, **{column: owner_id}, language=language, **values)
        elif {name: row.__data__[name] for name in values} != values:
            records.change(tables.OwnText, row.id, **values)


def _texts(owner: str, ids: Sequence[int]) -> dict[int, tuple[OwnText, ...]]:
    found: dict[int, tuple[OwnText, ...]] = defaultdict(tuple)
    owner_field = getattr(tables.OwnText, owner)
    for chunk in records.chunks(ids):
        for row in tables.OwnText.select().where(owner_field.in_(chunk)).order_by(tables.OwnText.id):
            found[row.__data__[owner]] += (_text(row),)
    return found
