"""Forgetting a family: its rows keep only what is counted, and no byte of the rest stays in the database.

What is left of it is its number and the day it was first seen. Nothing here is noted for undo.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from peewee import OperationalError

from meetingplace.domain.families import BirthMonth
from meetingplace.storage import records, tables, upkeep
from meetingplace.storage.database import connected, database, is_bound_to_server
from meetingplace.storage.erased import Erased

_PATIENCE = "5s"  # that a server waits for other desks before it cleans up; the next start tries again
_WITH_NAMES = "family, child, contact, not_same, family_child"


@dataclass(frozen=True)
class Forgotten:
    """A family that was forgotten: its number, and the days that are left of it."""

    number: int
    first_seen: date | None
    on: date


def forget(family_id: int, on: date) -> Erased:
    """Empty a family, and the children that belong to no other one; its visits take over its languages and ages."""
    family, visit, contact, two = tables.Family, tables.Visit, tables.Contact, tables.NotSame
    spoken = records.get(family, family_id).languages
    visits = visit.update(languages=spoken, version=records.new_version()).where(visit.family == family_id)
    if spoken:
        visits.execute()
    children = _forget_children(family_id)
    contact.delete().where(contact.family == family_id).execute()
    two.delete().where((two.family == family_id) | (two.other == family_id)).execute()
    nothing = dict.fromkeys(
        ("nickname", "picture", "postcode", "municipality", "how_heard", "brought_by", "folded"), ""
    )
    family.update(
        **nothing, picture_colour=0, languages=(), forgotten_on=on, version=records.new_version()
    ).where(family.id == family_id).execute()  # fmt: skip
    upkeep.note(upkeep.TO_SCRUB, on.isoformat())
    return Erased(frozenset({family_id}), children)


def forgotten() -> list[Forgotten]:
    """List the families that were forgotten."""
    family = tables.Family
    query = family.select(family.id, family.first_seen, family.forgotten_on).where(family.forgotten_on.is_null(False))
    return [Forgotten(*row) for row in query.order_by(family.id).tuples()]


def to_forget_again(noted: Iterable[Forgotten]) -> list[Forgotten]:
    """Give those of these families that are known: a back-up of before brought them back."""
    family, found = tables.Family, []
    for one in noted:
        is_same = (family.id == one.number) & family.forgotten_on.is_null()
        row = family.select(family.first_seen).where(is_same).first()
        if row is not None and row.first_seen == one.first_seen:
            found.append(one)
    return found


def scrub() -> bool:
    """Write the database anew without what was forgotten, if that is still to be done; False when others are in it."""
    with connected():
        if not upkeep.fact(upkeep.TO_SCRUB):
            return True
        with suppress(OperationalError):
            if _scrub_server() if is_bound_to_server() else _scrub_file():
                upkeep.note(upkeep.TO_SCRUB, "")
                return True
    return False  # noted still: the next start does it


def _scrub_file() -> bool:
    database.execute_sql("VACUUM")
    is_busy, _in_log, _moved = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def _scrub_server() -> bool:
    database.execute_sql(f"SET lock_timeout = '{_PATIENCE}'")
    try:
        for table in _WITH_NAMES.split(", "):
            database.execute_sql(f"VACUUM (FULL) {table}")
    finally:
        database.execute_sql("SET lock_timeout = DEFAULT")
    return True


def _forget_children(family_id: int) -> frozenset[int]:
    """Take the children out of the family and empty those that belong to no other one; gives all of these."""
    link, child = tables.FamilyChild, tables.Child
    own = {child_id for (child_id,) in link.select(link.child).where(link.family == family_id).tuples()}
    came = _came_with(family_id)
    link.delete().where(link.family == family_id).execute()
    elsewhere = {child_id for (child_id,) in link.select(link.child).where(link.child.in_(own | came)).tuples()}
    alone = (own | came) - elsewhere
    _note_ages(alone)
    empty = child.update(nickname="", birth_year=None, birth_month=None, version=records.new_version())
    empty.where(child.id.in_(alone)).execute()
    return frozenset(alone)


def _note_ages(child_ids: Iterable[int]) -> None:
    """Keep how old these children were at each visit: their birth month, which told it, goes."""
    present, visit, session, child = tables.VisitChild, tables.Visit, tables.Session, tables.Child
    born = present.select(present.id, session.day, child.birth_year, child.birth_month).join(visit).join(session)
    born = born.switch(present).join(child).where(present.child.in_(child_ids) & child.birth_year.is_null(False))
    for row_id, day, year, month in list(born.tuples()):
        present.update(months=BirthMonth(year, month).age_on(day)).where(present.id == row_id).execute()


def _came_with(family_id: int) -> set[int]:
    """Give the children that came with a family, also those that were taken out of it later."""
    visit, present = tables.Visit, tables.VisitChild
    query = present.select(present.child).join(visit).where((visit.family == family_id) & present.child.is_null(False))
    return {child_id for (child_id,) in query.distinct().tuples()}
