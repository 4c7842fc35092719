"""What the arrival desk shows: its board, the sessions to choose from, its panels. Verbs are in `services.arrivals`.

The order of the tiles depends on earlier days only, never on who is in: a tile does not move under a finger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from meetingplace.domain.families import AgeBand, Family, Relation
from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.pictures import Picture, first_free_picture
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.domain.typed_text import folded
from meetingplace.domain.visits import Tallied, TallyCount, Totals, Visit, Warn, totals, warnings
from meetingplace.services.enrolments import expected_at
from meetingplace.services.family_search import meant
from meetingplace.storage import enrolments, families, places, sessions, visits

MOST_TILES = 24  # without a search: more than this nobody looks through
_DAYS_BACK = 120  # whoever did not come in four months is found by search


class Presence(Enum):
    """Where a family is, as its tile shows it."""

    NOT_HERE = "not_here"
    IN = "in"
    LEFT = "left"


@dataclass(frozen=True)
class Tile:
    """A family to tap."""

    family_id: int
    nickname: str
    picture: Picture
    languages: tuple[str, ...]
    children: int = 0
    presence: Presence = Presence.NOT_HERE
    visit_id: int | None = None
    arrived: datetime | None = None


@dataclass(frozen=True)
class Arrival:
    """Who came: a family, or unnamed people (no family, no picture; the name is that of their group or empty)."""

    visit_id: int
    family_id: int | None
    name: str
    picture: Picture | None
    arrived: datetime
    left: datetime | None
    children: int
    adults: int
    written_by: int | None = None
    by_family: bool = False  # it signed in itself


@dataclass(frozen=True)
class EnrolledHere:
    """Somebody of the list to tick at a session with enrolment."""

    enrolment_id: int
    first_name: str
    is_here: bool


@dataclass(frozen=True)
class SessionChoice:
    """A session that the desk can open."""

    session_id: int
    title: str
    begins: datetime
    ends: datetime
    place_id: int
    place_name: str
    is_closed: bool


@dataclass(frozen=True)
class DeskBoard:
    """Everything that the desk shows of one session; `refusal` says why nothing can be registered, if so."""

    session: SessionChoice
    version: int
    level: Level
    capacity: int
    tiles: tuple[Tile, ...]
    is_search: bool
    present: tuple[Arrival, ...]  # newest first
    left: tuple[Arrival, ...]  # who left last first
    totals: Totals  # everybody who came, also who has left
    children_inside: int  # they take the places; unnamed children never leave before the end
    waiting: int  # families at the door, until there is a place
    turned_away: int  # families that went away because it was full
    warnings: tuple[Warn, ...]
    without_adult: tuple[str, ...]  # families of whom a child is in and no adult, by nickname
    refusal: Reason | None
    has_sign_in: bool  # parents may sign in themselves
    enrolled: tuple[EnrolledHere, ...]  # of a session with enrolment, in the order of the alphabet

    @property
    def takes_families(self) -> bool:
        """Tell whether families may be registered: the place knows them and the desk is open."""
        return self.level.knows_families and self.refusal is None


@dataclass(frozen=True)
class OpenDesk:
    """The desk that a host opens: its board, and the other sessions of the day.

    Without a board there is no session today at the place in view; `choices` are then those of the other places.
    """

    choices: tuple[SessionChoice, ...]
    board: DeskBoard | None


@dataclass(frozen=True)
class ChildChoice:
    """A child of the family, and whether it came."""

    child_id: int
    nickname: str
    months: int | None
    is_present: bool


@dataclass(frozen=True)
class VisitBoard:
    """Who came with one visit, to be adjusted."""

    visit_id: int
    version: int
    name: str
    picture: Picture | None
    arrived: datetime
    left: datetime | None
    children: tuple[ChildChoice, ...]
    extra_months: tuple[int | None, ...]
    adults: tuple[Relation, ...]
    by_family: bool = False  # it signed in itself


@dataclass(frozen=True)
class NewcomerBoard:
    """What the panel for a new family offers: free pictures, and the languages of the house, most used first."""

    pictures: tuple[Picture, ...]
    languages: tuple[str, ...]


def desk_choices(day: date, place_id: int | None = None) -> tuple[SessionChoice, ...]:
    """List the sessions of a day that can have a desk, by hour; the cancelled ones cannot."""
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    found = sessions.between(day, day, place_id)
    return tuple(
        _choice(session, names[session.activity.place_id])
        for session in found
        if session.state is not SessionState.CANCELLED
    )


def choice_for(choices: Sequence[SessionChoice], now: datetime) -> SessionChoice | None:
    """Pick the session whose desk a host means: an open one that runs now, else the next, else the last of the day."""
    waiting = [choice for choice in choices if not choice.is_closed]
    coming = [choice for choice in waiting if choice.ends > now]
    return next(iter(coming), None) or next(iter(waiting[-1:]), None) or next(iter(choices[-1:]), None)


def open_desk(now: datetime, place_id: int | None, session_id: int | None = None, words: str = "") -> OpenDesk:
    """Open the desk of a session, else of the one that a host means at this hour; refuses NOT_FOUND."""
    choices = desk_choices(now.date(), place_id)
    chosen = choice_for(choices, now) if session_id is None else None
    opened = chosen.session_id if chosen else session_id
    if opened is None:
        return OpenDesk(desk_choices(now.date()), None)
    return OpenDesk(choices, desk_board(opened, words))


def desk_board(session_id: int, words: str = "") -> DeskBoard:
    """Show the desk of a session; its tiles are what the typed words find, else the regulars. Refuses NOT_FOUND."""
    session = sessions.get(session_id)
    place, house = places.get(session.activity.place_id), places.house()
    came = visits.of_session(session_id)
    tallies = visits.tallies(session_id)
    counted, inside = totals(came, tallies), totals([visit for visit in came if visit.left is None], tallies)
    knows_families = place.level.knows_families
    is_search = knows_families and bool(words.strip())
    found = {family.id: family for family in _found(words)} if is_search else {}
    wall = list(found) if is_search else _regulars(session) if knows_families else []
    others = [*wall, *(visit.family_id for visit in came if visit.family_id is not None)]
    known = found | {family.id: family for family in families.some(other for other in others if other not in found)}
    ticked = {} if session.activity.is_walk_in else enrolments.came(session_id)
    enrolled = () if session.activity.is_walk_in or not knows_families else _enrolled(session, ticked)
    names = {ticked[one.enrolment_id]: one.first_name for one in enrolled if one.is_here}
    arrivals = _arrivals(came, known, names) if knows_families else []
    present = _newest_first(one for one in arrivals if one.left is None)
    return DeskBoard(
        session=_choice(session, place.name),
        version=session.version,
        level=place.level,
        capacity=session.activity.capacity,
        tiles=_tiles([known[family_id] for family_id in wall if family_id in known], came),
        is_search=is_search,
        present=present,
        left=_newest_first(one for one in arrivals if one.left),
        totals=counted,
        children_inside=inside.all_children,
        waiting=next((tally.number for tally in tallies if tally.what is Tallied.WAITING), 0),
        turned_away=session.turned_away,
        warnings=warnings(inside, session.activity.capacity) + _ages(session.activity, came, tallies),
        without_adult=tuple(one.name for one in present if one.family_id and one.children and not one.adults),
        refusal=_refusal(session),
        has_sign_in=knows_families and bool(house and house.has_sign_in),
        enrolled=enrolled,
    )


def search_tiles(session_id: int, words: str) -> tuple[Tile, ...]:
    """Find families while somebody types, with their state at this session; the short way for every key."""
    return _tiles(_found(words), visits.of_session(session_id))


def visit_board(visit_id: int) -> VisitBoard:
    """Show who came with a visit; refuses NOT_FOUND."""
    visit = visits.get(visit_id)
    session = sessions.get(visit.session_id)
    family = families.known(visit.family_id)
    came = {child.child_id for child in visit.children}
    own = family.children if family else ()
    return VisitBoard(
        visit_id=visit.id,
        version=visit.version,
        name=family.nickname if family else visit.group,
        picture=family.picture if family else None,
        arrived=visit.arrived,
        left=visit.left,
        children=tuple(
            ChildChoice(child.id, child.nickname, child.age_on(session.day), child.id in came) for child in own
        ),
        extra_months=tuple(child.months for child in visit.children if child.child_id is None),
        adults=visit.adults,
        by_family=visit.by_family,
    )


def newcomer_board(pictures: int = 10, languages: int = 10) -> NewcomerBoard:
    """Offer pictures that no family has (doubles only when all are taken) and the languages most used here."""
    taken = set(families.pictures_taken())
    seed = families.number()
    offered: list[Picture] = []
    for number in range(pictures):
        picture = first_free_picture(frozenset(taken), seed + number)
        offered.append(picture)
        taken.add(picture)
    used = [*families.languages_by_use(), *MOST_SPOKEN]
    return NewcomerBoard(tuple(dict.fromkeys(offered)), tuple(dict.fromkeys(used))[:languages])


def _choice(session: Session, place_name: str) -> SessionChoice:
    return SessionChoice(
        session_id=session.id,
        title=session.activity.title,
        begins=session.begins,
        ends=session.ends,
        place_id=session.activity.place_id,
        place_name=place_name,
        is_closed=session.state is SessionState.HELD,
    )


def _enrolled(session: Session, came: Mapping[int, int]) -> tuple[EnrolledHere, ...]:
    listed = [one for one in expected_at(session) if not one.is_waiting]
    listed.sort(key=lambda one: (folded(one.first_name), one.id))
    return tuple(EnrolledHere(one.id, one.first_name, one.id in came) for one in listed)


def _refusal(session: Session) -> Reason | None:
    closed = {SessionState.CANCELLED: Reason.SESSION_CANCELLED, SessionState.HELD: Reason.SESSION_CLOSED}
    return closed.get(session.state)


def _found(words: str) -> list[Family]:
    return families.search(meant(words), limit=MOST_TILES)


def _regulars(session: Session) -> list[int]:
    """List the families to expect: those of this place and weekday, of this place, then the latest of the house.

    Who was first seen today stands at the end, in the order of arrival: so nobody else's tile moves.
    """
    same_weekday = [session.day - timedelta(weeks=week) for week in range(1, _DAYS_BACK // 7 + 1)]
    since = session.day - timedelta(days=_DAYS_BACK)
    ids = visits.regulars(session.activity.place_id, same_weekday, since, session.day, MOST_TILES)
    if len(ids) < MOST_TILES:
        ids = [*ids, *families.latest_seen(session.day, MOST_TILES), *families.first_seen_on(session.day, MOST_TILES)]
    return list(dict.fromkeys(ids))[:MOST_TILES]


def _tiles(shown: Iterable[Family], came: Iterable[Visit]) -> tuple[Tile, ...]:
    visit_of = {visit.family_id: visit for visit in came if visit.family_id is not None}
    return tuple(_tile(family, visit_of.get(family.id)) for family in shown)


def _tile(family: Family, visit: Visit | None) -> Tile:
    known = Tile(family.id, family.nickname, family.picture, family.languages, len(family.children))
    if visit is None:
        return known
    presence = Presence.IN if visit.left is None else Presence.LEFT
    return replace(known, presence=presence, visit_id=visit.id, arrived=visit.arrived)


def _arrivals(came: Sequence[Visit], known: Mapping[int, Family], names: Mapping[int, str]) -> list[Arrival]:
    found = []
    for visit in came:
        family = known.get(visit.family_id) if visit.family_id is not None else None
        found.append(
            Arrival(
                visit_id=visit.id,
                family_id=visit.family_id,
                name=family.nickname if family else names.get(visit.id, visit.group),
                picture=family.picture if family else None,
                arrived=visit.arrived,
                left=visit.left,
                children=len(visit.children),
                adults=len(visit.adults),
                written_by=visit.written_by,
                by_family=visit.by_family,
            )
        )
    return found


def _newest_first(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Put who came or left last first; within one minute, who was written down last."""
    return tuple(sorted(arrivals, key=lambda one: (one.left or one.arrived, one.visit_id), reverse=True))


def _ages(activity: Activity, came: Iterable[Visit], tallies: Iterable[TallyCount]) -> tuple[Warn, ...]:
    """Warn when a child is outside the ages of the session; siblings are welcome and no reason to warn."""
    named = any(
        child.months is not None
        and not child.is_sibling
        and not activity.from_months <= child.months < activity.to_months
        for visit in came
        for child in visit.children
    )
    counted = {(tally.what.value, tally.key): tally.number for tally in tallies}
    outside = [band for band in AgeBand if band.value >= activity.to_months or _end(band) <= activity.from_months]
    unnamed = any(counted.get(("children", str(band.value))) for band in outside)
    return (Warn.OUTSIDE_AGES,) if named or unnamed else ()


def _end(band: AgeBand) -> int:
    bands = list(AgeBand)
    following = bands.index(band) + 1
    return bands[following].value if following < len(bands) else 1_000
