"""Lists of who is enrolled (Brede School): first names only, places, and the queue that moves up by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from meetingplace.domain import typed_text
from meetingplace.domain.refusals import Reason, Refused

FIRST_NAME_LIMIT = 40
LONGEST_CONTACT = 366  # days ahead: our choice, a school year
_DIGITS_OF_A_PHONE = 5
_INITIAL = re.compile(r"[^\W\d_]\.?")  # "Lina B.": how schools tell two children apart


@dataclass(frozen=True)
class OnList:
    """Whose list it is: of one session, or of a whole series."""

    session_id: int | None = None
    series_id: int | None = None


@dataclass(frozen=True)
class Enrolled:
    """A first name on a list; a contact only if the parent wants it, never without its last day."""

    id: int
    on: OnList
    first_name: str
    enrolled_at: datetime
    contact: str = ""
    contact_until: date | None = None
    is_waiting: bool = False
    version: int = 0


@dataclass(frozen=True)
class Numbers:
    """How many stand on the lists of a session (its own and that of its series), and how many wait."""

    enrolled: int = 0
    waiting: int = 0


def first_name(typed_name: str) -> str:
    """Tidy a first name; one letter may follow it ("Lina B."). Surnames are never kept.

    Refuses FIRST_NAME_ONLY for more words or for what looks like an address, NAME_MISSING and TEXT_TOO_LONG.
    """
    tidy = typed_text.name(typed_name, FIRST_NAME_LIMIT)
    _first, *others = tidy.split()
    is_address = "@" in tidy or sum(letter.isdigit() for letter in tidy) >= _DIGITS_OF_A_PHONE
    if is_address or len(others) > 1 or not all(_INITIAL.fullmatch(word) for word in others):
        raise Refused(Reason.FIRST_NAME_ONLY)
    return tidy


def has_place(capacity: int, enrolled: int) -> bool:
    """Tell whether one more fits; a capacity of 0 means that there is no limit."""
    return not capacity or enrolled < capacity


def moving_up(listed: Sequence[Enrolled], capacity: int, others: int = 0) -> list[Enrolled]:
    """Give who moves up from the waiting list, who waits longest first; `others` take places too."""
    waiting = sorted((one for one in listed if one.is_waiting), key=lambda one: (one.enrolled_at, one.id))
    taken = others + len(listed) - len(waiting)
    return waiting if not capacity else waiting[: max(0, capacity - taken)]


def names_sake(name: str, listed: Iterable[Enrolled]) -> bool:
    """Tell whether this first name, whatever its accents and case, already stands on the list."""
    return typed_text.folded(name) in {typed_text.folded(one.first_name) for one in listed}
