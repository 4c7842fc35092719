"""The contact of a family (level C): for who asks, where a place of the house keeps contacts, and until a day.

It is shown only when somebody presses for it on the page of the family: no list, search, export or picture has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from meetingplace.domain import typed_text
from meetingplace.domain.enrolments import LONGEST_CONTACT
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.organisation import the_house
from meetingplace.storage import contacts, families, places
from meetingplace.storage.contacts import Contact


@dataclass(frozen=True)
class ContactBoard:
    """The contact of a family, and what its form proposes; the version is that of the family."""

    nickname: str
    version: int
    contact: Contact | None
    usual_end: date


def house_keeps_contacts() -> bool:
    """Tell whether a place of the house keeps contacts."""
    return any(place.level is Level.CONTACT for place in places.listed())


def must_end(until: date | None, today: date) -> date:
    """Give the last day of a contact; refuses CONTACT_END_MISSING, and DAY_OUTSIDE when it is too late or over."""
    if until is None:
        raise Refused(Reason.CONTACT_END_MISSING)
    latest = today + timedelta(days=LONGEST_CONTACT)
    if not today <= until <= latest:
        raise Refused(Reason.DAY_OUTSIDE, first=today, last=latest)
    return until


def contact_board(family_id: int, today: date) -> ContactBoard:
    """Show the contact of a family, for who pressed for it; refuses NOT_FOUND."""
    family = families.get(family_id)
    contact, latest = contacts.of_family(family_id, today), today + timedelta(days=LONGEST_CONTACT)
    return ContactBoard(family.nickname, family.version, contact, latest)


def write(family_id: int, version: int, typed_words: str, until: date | None, today: date) -> Changes:
    """Write how a family can be reached, until a day; without words it is taken away.

    Refuses TEXT_TOO_LONG, CONTACT_END_MISSING, DAY_OUTSIDE, CONTACT_NOT_KEPT (no place keeps contacts) and
    CHANGED_MEANWHILE.
    """
    words = typed_text.line(typed_words, typed_text.TITLE_LIMIT)
    if not words:
        return remove(family_id, version)
    end = must_end(until, today)
    with one_act(Act.CONTACT_WRITTEN, Topic.FAMILIES) as act:
        if not house_keeps_contacts():
            raise Refused(Reason.CONTACT_NOT_KEPT, place=the_house().name)
        act.facts["nickname"] = families.get(family_id).nickname
        contacts.write(family_id, version, Contact(words, end))
    return act.changes


def remove(family_id: int, version: int) -> Changes:
    """Take the contact of a family away; refuses CHANGED_MEANWHILE."""
    with one_act(Act.CONTACT_REMOVED, Topic.FAMILIES) as act:
        act.facts["nickname"] = families.get(family_id).nickname
        contacts.write(family_id, version, None)
    return act.changes


def forget_old(today: date) -> int:
    """Forget every contact whose last day has passed, beyond undo; gives how many. The program does it at its start."""
    return contacts.forget_old(today)
