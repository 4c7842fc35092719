"""Contacts of families (level C): one text until a day, in a table of its own. They leave this module only when asked.

The version of the family guards its contact too: whoever writes one changes the family, so that a contact never comes
back by an undo after the family was forgotten, or after its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.storage import records, tables, upkeep


@dataclass(frozen=True)
class Contact:
    """How a family can be reached, up to and including a day."""

    words: str
    until: date


def of_family(family_id: int, today: date) -> Contact | None:
    """Read the contact of a family; None when there is none, or when its last day has passed."""
    row = tables.Contact.get_or_none((tables.Contact.family == family_id) & (tables.Contact.until >= today))
    return None if row is None else Contact(row.words, row.until)


def exists(family_id: int, today: date) -> bool:
    """Tell whether a family has a contact, without reading it."""
    contact = tables.Contact
    return bool(contact.select(contact.id).where((contact.family == family_id) & (contact.until >= today)).exists())


def write(family_id: int, family_version: int | None, contact: Contact | None) -> None:
    """Write the contact of a family, or take it away with None; refuses CHANGED_MEANWHILE."""
    records.change(tables.Family, family_id, family_version)
    row = tables.Contact.get_or_none(tables.Contact.family == family_id)
    if contact is None:
        if row is not None:
            records.remove(tables.Contact, row.id)
    elif row is None:
        records.add(tables.Contact, family=family_id, words=contact.words, until=contact.until)
    else:
        records.change(tables.Contact, row.id, words=contact.words, until=contact.until)


def hand_over(goes: int, stays: int) -> None:
    """Let a family take over the contact of one that goes; its own counts when it has one."""
    contact = tables.Contact
    row = contact.get_or_none(contact.family == goes)
    if row is None:
        return
    if contact.get_or_none(contact.family == stays) is None:
        records.change(contact, row.id, family=stays)
    else:
        records.remove(contact, row.id)


def forget_old(before: date) -> int:
    """Take away every contact whose last day lies before a day, beyond any undo; gives how many."""
    contact = tables.Contact
    passed = [row.__data__["family"] for row in contact.select().where(contact.until < before)]
    for family_id in passed:
        tables.Family.update(version=records.new_version()).where(tables.Family.id == family_id).execute()
    contact.delete().where(contact.until < before).execute()
    if passed:
        upkeep.note(upkeep.TO_SCRUB, before.isoformat())
    return len(passed)
