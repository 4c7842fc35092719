"""The verbs of the arrival desk: who is in, who has left, counting without names.

What the desk shows is in `services.desk`, closing a session in `services.closing`. Each verb is one transaction, may be
undone, and takes the time as an argument. Nobody is ever stopped at the door: what a host should look at are warnings
of the board, refusals are only for what cannot be written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from meetingplace.domain import typed_text
from meetingplace.domain.families import AgeBand, BirthMonth as Birth, Child, Family, HowHeard, Relation
from meetingplace.domain.language import known_language
from meetingplace.domain.pictures import Picture, first_free_picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import OLDEST, Session
from meetingplace.domain.visits import ChildPresent, Company, Tallied, Visit, must_be_somebody
from meetingplace.services.changes import Act, Changes, Doing, Topic, one_act
from meetingplace.storage import families, places, sessions, visits

Done = TypeVar("Done")

_TRIES = 5  # writers that meet on one row: each retry sees what the other one wrote
_MOST_AT_A_STEP = 1_000
_MOST_TURNED_AWAY = 1_000


def check_in(
    session_id: int, family_id: int, now: datetime, written_by: int | None = None, company: Company | None = None
) -> Changes:
    """Register that a family is in, with those who came last time; the first time with all its children and a mother.

    With `company` the family signs in itself, and says who is there. A family that had left comes back in. When it was
    at another session of this day, the fact `also_at` has the title of that one. Refuses ALREADY_THERE,
    ONLY_TALLIES_HERE, SESSION_CLOSED, SESSION_CANCELLED; what a family says also NOBODY_CAME and NOT_FOUND.
    """
    return meeting_others(lambda: _check_in(session_id, family_id, now, written_by, company))


def _check_in(
    session_id: int, family_id: int, now: datetime, written_by: int | None, company: Company | None
) -> Changes:
    with one_act(Act.FAMILY_ARRIVED, Topic.VISITS) as act:
        session = session_for_families(session_id)
        family = families.get(family_id)
        present = visits.of_family_at(session_id, family_id)
        if present:
            _come_back(act, present, family.nickname)
        else:
            last = next(iter(visits.of_family(family_id, limit=1)), None)
            children, adults = _as_said(session, family, company) if company else as_last_time(session, family, last)
            visit = Visit(0, session_id, family_id, now, None, children, adults, written_by=written_by)
            _arrive(act, family.nickname, replace(visit, by_family=company is not None))
            _note_earlier_today(act, session, last)
    return act.changes


def new_family_arrives(
    session_id: int,
    nickname: str,
    picture: Picture | None,
    children_months: Sequence[int | None],
    adults: Sequence[Relation],
    languages: Sequence[str],
    now: datetime,
    written_by: int | None = None,
) -> Changes:
    """Make a family and register its first visit, in one act; without a picture it gets a free one.

    Ages in completed months. Refuses NAME_MISSING, TEXT_TOO_LONG, NOBODY_CAME, NUMBER_IMPOSSIBLE, LANGUAGE_UNKNOWN,
    ONLY_TALLIES_HERE and closed sessions.
    """
    with one_act(Act.FAMILY_ARRIVED, Topic.VISITS, Topic.FAMILIES) as act:
        session = session_for_families(session_id)
        name = typed_text.name(nickname)
        _must_be_ages(children_months)
        born = [None if months is None else Birth.months_before(session.day, months) for months in children_months]
        family_id = families.add(
            Family(
                id=0,
                nickname=name,
                picture=picture or first_free_picture(families.pictures_taken(), families.number()),
                languages=_known(languages),
                first_seen=session.day,
                children=tuple(Child(0, born=month) for month in born),
            )
        )
        children = _present(session, families.get(family_id).children)
        visit = Visit(0, session_id, family_id, now, None, children, tuple(adults), written_by=written_by)
        _arrive(act, name, visit)
        act.facts["family"] = family_id
    return act.changes


def guests(
    session_id: int,
    children: Sequence[int | None],
    adults: Sequence[Relation],
    languages: Sequence[str],
    group: str,
    now: datetime,
    written_by: int | None = None,
) -> Changes:
    """Register unnamed people who come together, perhaps as a group with a name.

    Ages of the children in months, None = unknown. Refuses NOBODY_CAME, NUMBER_IMPOSSIBLE, LANGUAGE_UNKNOWN,
    TEXT_TOO_LONG, ONLY_TALLIES_HERE and closed sessions.
    """
    with one_act(Act.GUESTS_ARRIVED, Topic.VISITS) as act:
        session = session_for_families(session_id)
        _must_be_ages(children)
        present = with_siblings(session, [ChildPresent(None, months) for months in children])
        name = typed_text.line(group, typed_text.NAME_LIMIT)
        visit = Visit(0, session_id, None, now, None, present, tuple(adults), name, _known(languages))
        _arrive(act, name, replace(visit, written_by=written_by))
    return act.changes


def adjust(
    visit_id: int,
    version: int | None,
    children: Sequence[int],
    extra_months: Sequence[int | None],
    adults: Sequence[Relation],
) -> Changes:
    """Write who really came: children of the family by id, extra children by age in months, the relation of each adult.

    Refuses CHANGED_MEANWHILE, NOBODY_CAME, NUMBER_IMPOSSIBLE, NOT_FOUND (a child of another family), closed sessions.
    """
    with one_act(Act.VISIT_CHANGED, Topic.VISITS) as act:
        visit = visits.get(visit_id)
        session = _open_session(visit.session_id)
        _must_be_ages(extra_months)
        known = {child.id: child for child in _children_of(visit)}
        if not known.keys() >= set(children):
            raise Refused(Reason.NOT_FOUND, what="Child")
        named = [ChildPresent(child_id, known[child_id].age_on(session.day)) for child_id in dict.fromkeys(children)]
        present = with_siblings(session, [*named, *(ChildPresent(None, months) for months in extra_months)])
        must_be_somebody(present, tuple(adults))
        visits.change(replace(visit, children=present, adults=tuple(adults)), version)
        act.made = visit_id
        act.facts["nickname"] = _name_of(visit)
    return act.changes


def leave(visit_id: int, now: datetime) -> Changes:
    """Note that the visitors have left; who had left already stays as noted. Refuses closed sessions."""
    with one_act(Act.FAMILY_LEFT, Topic.VISITS) as act:
        visit = visits.get(visit_id)
        _open_session(visit.session_id)
        if visit.left is None:
            visits.leave(visit_id, max(now, visit.arrived))
        act.made = visit_id
        act.facts["nickname"] = _name_of(visit)
    return act.changes


def come_back(visit_id: int) -> Changes:
    """Note that visitors who had left are in again; refuses ALREADY_THERE and closed sessions."""
    with one_act(Act.FAMILY_BACK, Topic.VISITS) as act:
        visit = visits.get(visit_id)
        _open_session(visit.session_id)
        _come_back(act, visit, _name_of(visit))
    return act.changes


def remove_visit(visit_id: int) -> Changes:
    """Remove an arrival that was a mistake; the family itself stays. Refuses closed sessions."""
    with one_act(Act.VISIT_REMOVED, Topic.VISITS) as act:
        visit = visits.get(visit_id)
        _open_session(visit.session_id)
        act.facts["nickname"] = _name_of(visit)
        visits.remove(visit_id)
    return act.changes


def count(session_id: int, what: Tallied, key: str, number: int) -> Changes:
    """Set a counter of unnamed people to what stands on paper.

    Refuses what `tally` refuses, and NUMBER_IMPOSSIBLE (0 to 1000).
    """
    if not 0 <= number <= _MOST_AT_A_STEP:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
    return meeting_others(lambda: _tally(session_id, what, key, number - visits.tallied(session_id, what, key)))


def tally(session_id: int, what: Tallied, key: str, step: int) -> Changes:
    """Add to a counter of unnamed people, or take off; two desks at once lose nothing.

    Refuses TALLY_BELOW_ZERO, CHOICE_UNKNOWN (a category that is not counted), NUMBER_IMPOSSIBLE and closed sessions.
    """
    return meeting_others(lambda: _tally(session_id, what, key, step))


def _tally(session_id: int, what: Tallied, key: str, step: int) -> Changes:
    with one_act(Act.TALLY_CHANGED, Topic.VISITS, what=what, key=key, step=step) as act:
        _open_session(session_id)
        _must_be_counted(what, key)
        if abs(step) > _MOST_AT_A_STEP:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=step)
        number = visits.add_to_tally(session_id, what, key, step)
        if number < 0:
            raise Refused(Reason.TALLY_BELOW_ZERO)
        act.facts["number"] = number
    return act.changes


def turn_away(session_id: int, step: int) -> Changes:
    """Count families that were turned away because it was full, or take back; from the first one on it counts as full.

    Refuses TALLY_BELOW_ZERO, NUMBER_IMPOSSIBLE and closed sessions.
    """
    return meeting_others(lambda: _turn_away(session_id, step))


def _turn_away(session_id: int, step: int) -> Changes:
    with one_act(Act.TURNED_AWAY, Topic.VISITS, step=step) as act:
        session = _open_session(session_id)
        number = session.turned_away + step
        if number < 0:
            raise Refused(Reason.TALLY_BELOW_ZERO)
        if number > _MOST_TURNED_AWAY:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
        sessions.change(session_id, session.version, turned_away=number, is_full=session.is_full or number > 0)
        act.made, act.facts["number"] = session_id, number
    return act.changes


def meeting_others(act: Callable[[], Done]) -> Done:
    """Do an act again that met another desk on the same row; the last try tells the host."""
    for _ in range(_TRIES - 1):
        try:
            return act()
        except Refused as refused:
            if refused.reason not in (Reason.CHANGED_MEANWHILE, Reason.NOT_FOUND):  # the other one may take a row away
                raise
    return act()


def _open_session(session_id: int) -> Session:
    session = sessions.get(session_id)
    session.must_take_visits()
    return session


def session_for_families(session_id: int) -> Session:
    """Give a session that takes families; refuses ONLY_TALLIES_HERE too."""
    session = _open_session(session_id)
    place = places.get(session.activity.place_id)
    if not place.level.knows_families:
        raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
    return session


def _arrive(act: Doing, name: str, visit: Visit) -> None:
    must_be_somebody(visit.children, visit.adults)
    act.made = visits.add(visit)
    act.facts.update(nickname=name, children=len(visit.children), adults=len(visit.adults), relations=visit.adults)


def _note_earlier_today(act: Doing, session: Session, last: Visit | None) -> None:
    if last and last.session_id != session.id and last.arrived.date() == session.day:
        act.facts["also_at"] = sessions.get(last.session_id).activity.title


def _come_back(act: Doing, visit: Visit, name: str) -> None:
    if visit.left is None:
        raise Refused(Reason.ALREADY_THERE, nickname=name)
    act.act = Act.FAMILY_BACK
    act.made = visit.id
    act.facts["nickname"] = name
    visits.leave(visit.id, None)


def _as_said(
    session: Session, family: Family, company: Company
) -> tuple[tuple[ChildPresent, ...], tuple[Relation, ...]]:
    known = {child.id: child for child in family.children}
    if not known.keys() >= set(company.children):
        raise Refused(Reason.NOT_FOUND, what="Child")
    return _present(session, [known[child_id] for child_id in dict.fromkeys(company.children)]), company.adults


def as_last_time(
    session: Session, family: Family, last: Visit | None
) -> tuple[tuple[ChildPresent, ...], tuple[Relation, ...]]:
    """Say who comes along: the children and adults of last time that still belong to the family, else all and a mother.

    Extra children of friends are not expected again: they have no place in this family.
    """
    everyone = _present(session, family.children)
    if last is None:
        return everyone, (Relation.MOTHER,)
    came = {child.child_id for child in last.children}
    children = tuple(child for child in everyone if child.child_id in came)
    return (children, last.adults) if children or last.adults else (everyone, (Relation.MOTHER,))


def _present(session: Session, children: Iterable[Child]) -> tuple[ChildPresent, ...]:
    born = [
        child for child in children if child.born is None or child.born <= Birth(session.day.year, session.day.month)
    ]
    return with_siblings(session, [ChildPresent(child.id, child.age_on(session.day)) for child in born])


def with_siblings(session: Session, children: Sequence[ChildPresent]) -> tuple[ChildPresent, ...]:
    """Mark the children above the age range as siblings, when a child for whom the session is meant came too."""
    above = [child.months is not None and child.months >= session.activity.to_months for child in children]
    if all(above):
        return tuple(children)
    return tuple(replace(child, is_sibling=is_above) for child, is_above in zip(children, above, strict=True))


def _children_of(visit: Visit) -> tuple[Child, ...]:
    family = families.known(visit.family_id)
    return family.children if family else ()


def _name_of(visit: Visit) -> str:
    family = families.known(visit.family_id)  # one that was forgotten is nobody any more
    return family.nickname if family else visit.group


def _known(languages: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known_language(code) for code in languages))


def _must_be_ages(months: Iterable[int | None]) -> None:
    for age in months:
        if age is not None and not 0 <= age < OLDEST:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=age)


def _must_be_counted(what: Tallied, key: str) -> None:
    """Refuse CHOICE_UNKNOWN for a key that its counter does not know; a municipality is counted by its postcode."""
    if what is Tallied.LANGUAGES:
        known_language(key)
        return
    choices: dict[Tallied, tuple[str, ...]] = {
        Tallied.CHILDREN: tuple(str(band.value) for band in AgeBand),
        Tallied.ADULTS: tuple(relation.value for relation in Relation),
        Tallied.FAMILIES: ("all", "new"),
        Tallied.HOW_HEARD: tuple(how.value for how in HowHeard),
        Tallied.WAITING: ("all",),
    }
    is_postcode = what is Tallied.MUNICIPALITIES and key.isdigit() and len(key) == 4
    if not is_postcode and key not in choices.get(what, ()):
        raise Refused(Reason.CHOICE_UNKNOWN, typed=key[:40], choices=choices.get(what, ()))
