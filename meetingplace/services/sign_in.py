"""What parents who sign in themselves are shown: one session, and of all families only their own.

A family is found by its picture and its nickname together, never by one of them, and never in a list. Who is in and
who leaves are the verbs of the desk (`services.arrivals`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from meetingplace.domain import typed_text
from meetingplace.domain.families import Family, Relation
from meetingplace.domain.name_sounds import is_same_name
from meetingplace.domain.pictures import Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services import arrivals
from meetingplace.services.desk import Presence, choice_for, desk_choices
from meetingplace.services.patience import Patience
from meetingplace.storage import database, families, places, sessions, visits

FREE_TRIES = 3  # wrong nicknames before waiting begins
LONGEST_WAIT = 60  # s: a parent who waits behind a toddler does not wait long
_TRIES = Patience("sign_in_tries", FREE_TRIES, LONGEST_WAIT)


@dataclass(frozen=True)
class OwnChild:
    """A child of the family; `is_here` as far as it is known, else as last time."""

    child_id: int
    nickname: str
    is_here: bool


@dataclass(frozen=True)
class OwnFamily:
    """All that a family is shown: itself."""

    session_id: int
    family_id: int
    nickname: str
    picture: Picture
    presence: Presence
    visit_id: int | None
    children: tuple[OwnChild, ...]
    adults: tuple[Relation, ...]  # who is here as far as it is known, else as last time


def session_now(now: datetime, place_id: int | None, session_id: int | None = None) -> int | None:
    """Give the session for which parents can sign in: the one that was chosen while it is open, else the one of now.

    None in a house that does not want it, at a place that only counts, and when nothing is open today.
    """
    house = places.house()
    if house is None or not house.has_sign_in:
        return None
    counting = {place.id for place in places.listed(with_inactive=True) if not place.level.knows_families}
    choices = [one for one in desk_choices(now.date(), place_id) if not one.is_closed and one.place_id not in counting]
    if session_id in {one.session_id for one in choices}:
        return session_id
    chosen = choice_for(choices, now)
    return chosen.session_id if chosen else None


def own_family(session_id: int, picture: Picture, typed_nickname: str, now: datetime) -> OwnFamily:
    """Show a family that says its picture and its nickname; refuses NOT_FOUND with the seconds until the next try.

    The refusal is the same whether the picture, the nickname or both are unknown, or fit several families.
    """
    with database.connected():
        wait = _TRIES.seconds(now)
        if not wait:
            called = typed_nickname[: typed_text.NAME_LIMIT]
            found = [one for one in families.with_picture(picture) if is_same_name(called, one.nickname)]
            if len(found) == 1:
                _TRIES.right()
                return _shown(session_id, found[0])
            wait = _TRIES.wrong(now)
    raise Refused(Reason.NOT_FOUND, what="Family", seconds=wait)


def _shown(session_id: int, family: Family) -> OwnFamily:
    session, visit = sessions.get(session_id), visits.of_family_at(session_id, family.id)
    last = next(iter(visits.of_family(family.id, limit=1)), None)
    children, adults = (visit.children, visit.adults) if visit else arrivals.as_last_time(session, family, last)
    here = {child.child_id for child in children}
    return OwnFamily(
        session_id=session_id,
        family_id=family.id,
        nickname=family.nickname,
        picture=family.picture,
        presence=Presence.NOT_HERE if visit is None else Presence.IN if visit.left is None else Presence.LEFT,
        visit_id=visit.id if visit else None,
        children=tuple(OwnChild(child.id, child.nickname, child.id in here) for child in family.children),
        adults=tuple(dict.fromkeys(adults)),
    )
