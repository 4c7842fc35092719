"""The list of a session or of a series (Brede School): who is enrolled, who waits, who came.

First names only. A contact is kept at places of the level for contacts, because the parent asks for it and until a
day; it stands on the list and nowhere else. Places that come free go to who waits longest, in the same act, and the
act says who. Lowering the capacity throws nobody out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from meetingplace.domain import typed_text
from meetingplace.domain.enrolments import (
    LONGEST_CONTACT,
    Enrolled,
    OnList,
    first_name,
    has_place,
    moving_up,
    names_sake,
)
from meetingplace.domain.places import Place
from meetingplace.domain.privacy import Level
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.visits import ChildPresent, Visit
from meetingplace.services.changes import Act, Changes, Doing, Topic, one_act
from meetingplace.storage import enrolments, places, sessions, visits


@dataclass(frozen=True)
class Listing:
    """One list: who has a place and who waits, each in the order of enrolling; a capacity of 0 is no limit."""

    on: OnList
    capacity: int
    enrolled: tuple[Enrolled, ...]
    waiting: tuple[Enrolled, ...]


@dataclass(frozen=True)
class EnrolmentBoard:
    """The lists of a session: its own, and that of the series it belongs to, which holds for this session too."""

    session: Session
    place: Place
    own: Listing
    whole: Listing | None
    last_day: date  # of the series, else of the session: until then a contact is usually kept

    @property
    def keeps_contacts(self) -> bool:
        """Tell whether the place may keep contacts."""
        return self.place.level is Level.CONTACT


def enrolment_board(session_id: int) -> EnrolmentBoard:
    """Show the lists of a session; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    series = None if session.series_id is None else sessions.get_series(session.series_id)
    whole = None if series is None else _listing(OnList(series_id=series.id), series.activity.capacity)
    return EnrolmentBoard(
        session=session,
        place=places.get(session.activity.place_id),
        own=_listing(OnList(session_id=session_id), session.activity.capacity),
        whole=whole,
        last_day=series.rule.last_day if series else session.day,
    )


def expected_at(session: Session) -> list[Enrolled]:
    """List who has a place at a session, of its series first; then who waits."""
    both = list(enrolments.on_list(OnList(session_id=session.id)))
    if session.series_id is not None:
        both = [*enrolments.on_list(OnList(series_id=session.series_id)), *both]
    return sorted(both, key=lambda one: one.is_waiting)


# --- the list ---


def enrol(on: OnList, typed_name: str, typed_contact: str, contact_until: date | None, now: datetime) -> Changes:
    """Put a first name on a list; when every place is taken it waits. The same first name twice is said (`is_double`).

    Refuses what `first_name` refuses, CONTACT_END_MISSING, CONTACT_NOT_KEPT (place), DAY_OUTSIDE, TEXT_TOO_LONG,
    ONLY_TALLIES_HERE, and a session that was cancelled or closed.
    """
    with one_act(Act.ENROLLED, Topic.ENROLMENTS) as act:
        place = _place_of(on)
        name = first_name(typed_name)
        contact = _contact(place, typed_contact, contact_until, now.date())
        listed = enrolments.on_list(on)
        capacity, others = _capacity(on)
        waits = not has_place(capacity, others + sum(not one.is_waiting for one in listed))
        until = contact_until if contact else None
        act.made = enrolments.add(Enrolled(0, on, name, now, contact, until, waits))
        act.facts |= {"name": name, "is_waiting": waits, "is_double": names_sake(name, listed)}
    return act.changes


def change(
    enrolment_id: int, version: int, typed_name: str, typed_contact: str, contact_until: date | None, now: datetime
) -> Changes:
    """Write a first name and its contact; refuses CHANGED_MEANWHILE and what `enrol` refuses."""
    with one_act(Act.ENROLMENT_CHANGED, Topic.ENROLMENTS) as act:
        enrolled = enrolments.get(enrolment_id)
        name = first_name(typed_name)
        contact = _contact(_place_of(enrolled.on), typed_contact, contact_until, now.date())
        until = contact_until if contact else None
        enrolments.change(enrolment_id, version, first_name=name, contact=contact, contact_until=until)
        act.facts["name"] = name
    return act.changes


def take_off(enrolment_id: int, version: int) -> Changes:
    """Take a first name off its list: who waits longest moves up. What was counted stays. Refuses CHANGED_MEANWHILE."""
    with one_act(Act.ENROLMENT_REMOVED, Topic.ENROLMENTS) as act:
        enrolled = enrolments.get(enrolment_id)
        if enrolled.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        enrolments.remove(enrolment_id)
        act.facts["name"] = enrolled.first_name
        move_up(act, enrolled.on)
    return act.changes


def move_up(act: Doing, on: OnList) -> None:
    """Within an act: give the places that are free to who waits, and note their names (`moved_up`).

    A place that comes free in a series may be one for who waits at a single session of it.
    """
    capacity, others = _capacity(on)
    up = moving_up(enrolments.on_list(on), capacity, others)
    for one in up:
        enrolments.change(one.id, one.version, is_waiting=False)
    if up:
        known = act.facts.get("moved_up")
        act.facts["moved_up"] = (*(known if isinstance(known, tuple) else ()), *(one.first_name for one in up))
        act.topics |= {Topic.ENROLMENTS}
    if on.series_id is not None:
        for session in sessions.some(enrolments.awaited_in(on.series_id)):
            if session.state is SessionState.PLANNED:
                move_up(act, OnList(session_id=session.id))


def take_along(series_id: int, into: int) -> None:
    """Within an act: let a series that follows another one begin with its list."""
    for one in enrolments.on_list(OnList(series_id=series_id)):
        enrolments.add(
            Enrolled(
                0,
                OnList(series_id=into),
                one.first_name,
                one.enrolled_at,
                one.contact,
                one.contact_until,
                one.is_waiting,
            )
        )


def must_be_empty(session_id: int) -> None:
    """Refuse SESSION_HAS_ENROLMENTS when somebody stands on the own list of a session: they must be told first."""
    if enrolments.on_list(OnList(session_id=session_id)):
        raise Refused(Reason.SESSION_HAS_ENROLMENTS)


def with_own_list(session_ids: Sequence[int]) -> set[int]:
    """Give those of these sessions on whose own list somebody stands."""
    return enrolments.own_lists(session_ids)


def forget_old_contacts(today: date) -> int:
    """Forget every contact whose last day has passed, beyond undo; gives how many. The program does it at its start."""
    return enrolments.forget_contacts(today)


# --- the tick at the desk ---


def tick(session_id: int, enrolment_id: int, now: datetime) -> Changes:
    """Register that somebody of the list is in: a visit of one child, without family.

    Refuses ALREADY_THERE, NOT_FOUND (somebody of another list), SESSION_CLOSED and SESSION_CANCELLED.
    """
    with one_act(Act.ENROLLED_CAME, Topic.VISITS, Topic.ENROLMENTS) as act:
        enrolled = _expected(session_id, enrolment_id)
        if enrolment_id in enrolments.came(session_id):
            raise Refused(Reason.ALREADY_THERE, nickname=enrolled.first_name)
        act.made = visits.add(Visit(0, session_id, None, now, children=(ChildPresent(),)))
        enrolments.link_visit(enrolment_id, act.made)
        act.facts["name"] = enrolled.first_name
    return act.changes


def untick(session_id: int, enrolment_id: int) -> Changes:
    """Take a tick back, with its visit; refuses NOT_FOUND when there is none, and a session that was closed."""
    with one_act(Act.ENROLLED_NOT_THERE, Topic.VISITS, Topic.ENROLMENTS) as act:
        enrolled = _expected(session_id, enrolment_id)
        visit_id = enrolments.came(session_id).get(enrolment_id)
        if visit_id is None:
            raise Refused(Reason.NOT_FOUND, what="Visit")
        visits.remove(visit_id)
        act.facts["name"] = enrolled.first_name
    return act.changes


def _expected(session_id: int, enrolment_id: int) -> Enrolled:
    session = sessions.get(session_id)
    session.must_take_visits()
    enrolled = enrolments.held(enrolment_id)
    if enrolled.on not in (OnList(session_id=session_id), OnList(series_id=session.series_id)):
        raise Refused(Reason.NOT_FOUND, what="Enrolment")
    return enrolled


def _listing(on: OnList, capacity: int) -> Listing:
    listed = enrolments.on_list(on)
    enrolled = tuple(one for one in listed if not one.is_waiting)
    return Listing(on, capacity, enrolled, tuple(one for one in listed if one.is_waiting))


def _capacity(on: OnList) -> tuple[int, int]:
    """Give the places of a list, and how many of them others take: those of the series, at a session of it."""
    if on.series_id is not None:
        return sessions.get_series(on.series_id).activity.capacity, 0
    session = sessions.get(on.session_id or 0)
    if session.series_id is None:
        return session.activity.capacity, 0
    of_series = enrolments.on_list(OnList(series_id=session.series_id))
    return session.activity.capacity, sum(not one.is_waiting for one in of_series)


def _place_of(on: OnList) -> Place:
    """Give the place of a list that may be written; refuses ONLY_TALLIES_HERE and a session that does not go on."""
    if on.series_id is not None:
        activity = sessions.get_series(on.series_id).activity
    else:
        session = sessions.get(on.session_id or 0)
        session.must_take_visits()
        activity = session.activity
    place = places.get(activity.place_id)
    if not place.level.knows_families:
        raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
    return place


def _contact(place: Place, typed_contact: str, until: date | None, today: date) -> str:
    contact = typed_text.line(typed_contact, typed_text.TITLE_LIMIT)
    if not contact:
        return ""
    if place.level is not Level.CONTACT:
        raise Refused(Reason.CONTACT_NOT_KEPT, place=place.name)
    if until is None:
        raise Refused(Reason.CONTACT_END_MISSING)
    latest = today + timedelta(days=LONGEST_CONTACT)
    if not today <= until <= latest:
        raise Refused(Reason.DAY_OUTSIDE, first=today, last=latest)
    return contact
