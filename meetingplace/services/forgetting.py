"""Forgetting a family: the numbers stay, the person is gone, also from undo, search and the bytes on the disk.

It cannot be taken back. A back-up of before still holds the family until it is older than the house's rule; once such
a back-up is put back, the family is forgotten again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.domain.calendar import months_later
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.organisation import the_house
from meetingplace.storage import database, families, forgetting, forgotten_list, visits


@dataclass(frozen=True)
class ForgetBoard:
    """What forgetting a family means, before it is done: what stays, and until when back-ups hold it."""

    family_id: int
    version: int
    nickname: str
    visits: int
    shared_children: tuple[str, ...]  # their nicknames; they stay, with another family
    last_backup: date  # on this day the last back-up that holds the family is gone


def forget_board(family_id: int, today: date) -> ForgetBoard:
    """Show what forgetting a family means; refuses NOT_FOUND."""
    family = families.get(family_id)
    homes = families.with_children(child.id for child in family.children)
    shared = tuple(child.nickname for child in family.children if len(homes[child.id]) > 1)
    last = months_later(today, the_house().backup_months)
    return ForgetBoard(family_id, family.version, family.nickname, visits.number_of(family_id), shared, last)


def forget_family(family_id: int, version: int, folder: Path | None, today: date) -> Changes:
    """Forget a family, for good. `folder` is that of the house, None on a server.

    Its visits stay as numbers and keep its languages; children who belong to another family stay. Refuses NOT_FOUND
    and CHANGED_MEANWHILE.
    """
    with one_act(Act.FAMILY_FORGOTTEN, Topic.FAMILIES, Topic.VISITS) as act:
        if families.get(family_id).version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        act.erased = forgetting.forget(family_id, today)
    forgetting.scrub()
    if folder:
        forgotten_list.note(folder)
    return act.changes


def keep_forgotten(folder: Path | None) -> int:
    """Forget again whoever a back-up brought back, and clean up what is still to be; the program does it at its start.

    Gives how many were forgotten again.
    """
    again = forgetting.to_forget_again(forgotten_list.noted(folder)) if folder else []
    if again:
        with database.transaction():
            for one in again:
                forgetting.forget(one.number, one.on)
    forgetting.scrub()
    if folder:
        forgotten_list.note(folder)
    return len(again)
