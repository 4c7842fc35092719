"""The families that the house knows: the list with its search, the page of one family, and the verbs of that page.

A family is a nickname and a picture, never a surname. What belongs to a visit is in `services.arrivals`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from meetingplace.domain import families as rules, typed_text
from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.families import BirthMonth, Child, Family, Order, Relation
from meetingplace.domain.language import MOST_SPOKEN, known_language
from meetingplace.domain.pictures import Picture, first_free_picture, must_be_known
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.visits import Visit, usual_weekday
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.contacts import house_keeps_contacts
from meetingplace.services.family_search import meant
from meetingplace.storage import contacts, families, places, sessions, visits

PAGE = 60  # families; more than this nobody reads through
LATEST_VISITS = 20
REGULAR_DAYS = 120  # back, in which a family comes on its usual weekday; as at the desk


@dataclass(frozen=True)
class ChildAge:
    """A child of the family with its age today, in completed months; None when its birth month is not known.

    `also_in` are the other families that it comes with.
    """

    child_id: int
    nickname: str
    born: BirthMonth | None
    months: int | None
    version: int
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A family in the list."""

    family_id: int
    nickname: str
    picture: Picture
    languages: tuple[str, ...]
    children: tuple[ChildAge, ...]
    last_visit: date | None


@dataclass(frozen=True)
class ListBoard:
    """One page of the families that a search found, or of all; pages count from 0.

    `keeps_families` is False in a house whose places all count only; `counting_only` are the places that do.
    """

    entries: tuple[Entry, ...]
    found: int
    all_families: int
    page: int
    pages: int
    keeps_families: bool = True
    counting_only: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """Give the number of the first family on this page, counted from 1."""
        return self.page * PAGE + 1


@dataclass(frozen=True)
class VisitLine:
    """A visit of the family: which session, and who came; `others` are children without a nickname."""

    visit_id: int
    session_id: int
    day: date
    title: str
    place_name: str
    adults: tuple[Relation, ...]
    children: tuple[str, ...]
    others: int
    is_first: bool
    arrived: datetime
    left: datetime | None


@dataclass(frozen=True)
class FamilyBoard:
    """Everything that the page of one family shows; its visits newest first, as many as were asked for.

    Whether there is a contact is said, never the contact. `weekday` (Monday is 0) is the one on which it usually comes.
    """

    family: Family
    children: tuple[ChildAge, ...]
    visits: tuple[VisitLine, ...]
    all_visits: int
    visits_this_school_year: int
    weekday: int | None
    may_have_contact: bool
    has_contact: bool

    @property
    def may_be_removed(self) -> bool:
        """Tell whether the family can be removed: it has no visits, so no figure changes."""
        return self.all_visits == 0


@dataclass(frozen=True)
class FormBoard:
    """What the form of a family offers: a free picture, languages (most used first), municipalities, taken pictures."""

    free_picture: Picture
    languages: tuple[str, ...]
    municipalities: tuple[str, ...]
    taken: frozenset[Picture]


def list_board(typed_words: str, order: Order, page: int, today: date) -> ListBoard:
    """Show a page of the families that the words find; a page beyond the last gives the last."""
    words = meant(typed_words, with_languages=True)
    found = families.number_found(words)
    pages = max(1, -(-found // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = families.search(words, order, PAGE, page * PAGE)
    last = visits.last_arrivals([family.id for family in shown])
    open_places = places.listed()
    return ListBoard(
        entries=tuple(
            Entry(
                family_id=family.id,
                nickname=family.nickname,
                picture=family.picture,
                languages=family.languages,
                children=_ages(family.children, today),
                last_visit=last[family.id].date() if family.id in last else None,
            )
            for family in shown
        ),
        found=found,
        all_families=families.number() if words else found,
        page=page,
        pages=pages,
        keeps_families=not open_places or any(place.level.knows_families for place in open_places),
        counting_only=tuple(place.name for place in open_places if not place.level.knows_families),
    )


def family_board(family_id: int, today: date, latest: int = LATEST_VISITS) -> FamilyBoard:
    """Show a family with its latest visits; refuses NOT_FOUND."""
    family = families.get(family_id)
    keeps_contacts = house_keeps_contacts()
    return FamilyBoard(
        family=family,
        children=_at_home(family, today),
        visits=_lines(visits.of_family(family_id, latest)),
        all_visits=visits.number_of(family_id),
        visits_this_school_year=visits.number_between(family_id, *school_year_of(today)),
        weekday=usual_weekday(visits.days_since(family_id, today - timedelta(days=REGULAR_DAYS))),
        may_have_contact=keeps_contacts,
        has_contact=contacts.exists(family_id, today),
    )


def form_board() -> FormBoard:
    """Show what may be chosen for a family."""
    taken = families.pictures_taken()
    return FormBoard(
        free_picture=first_free_picture(taken, families.number()),
        languages=tuple(dict.fromkeys([*families.languages_by_use(), *MOST_SPOKEN])),
        municipalities=tuple(families.municipalities()),
        taken=taken,
    )


def add_family(typed: Family, today: date) -> Changes:
    """Add a family with its children; without a day it was first seen today.

    Refuses what `change_family` and `add_child` refuse.
    """
    family = _tidy(typed, today)
    children = tuple(_tidy_child(child, today) for child in typed.children)
    with one_act(Act.FAMILY_ADDED, Topic.FAMILIES, nickname=family.nickname) as act:
        _must_be_free(family.picture, families.pictures_taken())
        act.made = families.add(replace(family, children=children, first_seen=family.first_seen or today))
    return act.changes


def change_family(typed: Family, today: date) -> Changes:
    """Write what is known of a family, not its children.

    Refuses NAME_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN, NUMBER_IMPOSSIBLE (a postcode of four digits),
    DATE_IN_FUTURE, PICTURE_TAKEN, CHOICE_UNKNOWN (no picture of ours) and CHANGED_MEANWHILE.
    """
    family = _tidy(typed, today)
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES, nickname=family.nickname) as act:
        before = families.get(family.id)
        if before.picture != family.picture:
            _must_be_free(family.picture, families.pictures_taken())
        families.change(replace(family, children=before.children), typed.version)
        act.made = family.id
    return act.changes


def choose_picture(family_id: int, version: int, picture: Picture) -> Changes:
    """Give a family another picture; refuses PICTURE_TAKEN while others are free, CHOICE_UNKNOWN, CHANGED_MEANWHILE."""
    must_be_known(picture)
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES) as act:
        family = families.get(family_id)
        if family.picture != picture:
            _must_be_free(picture, families.pictures_taken())
        families.change(replace(family, picture=picture), version)
        act.made, act.facts["nickname"] = family_id, family.nickname
    return act.changes


def add_child(family_id: int, typed: Child, today: date) -> Changes:
    """Add a child to a family; nickname and birth month may both be unknown.

    Refuses TEXT_TOO_LONG, BIRTH_IN_FUTURE, NUMBER_IMPOSSIBLE (no month or year of a child) and NOT_FOUND.
    """
    child = _tidy_child(typed, today)
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES) as act:
        act.facts["nickname"] = families.get(family_id).nickname
        act.made = families.add_child(family_id, child)
    return act.changes


def change_child(family_id: int, typed: Child, today: date) -> Changes:
    """Write a child; refuses what `add_child` refuses and CHANGED_MEANWHILE."""
    child = _tidy_child(typed, today)
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES) as act:
        act.facts["nickname"] = _with_child(family_id, child.id).nickname
        families.change_child(child, typed.version)
        act.made = child.id
    return act.changes


def remove_child(family_id: int, child_id: int) -> Changes:
    """Take a child out of a family; visits that counted it stay as they are. Refuses NOT_FOUND."""
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES) as act:
        act.facts["nickname"] = _with_child(family_id, child_id).nickname
        families.remove_child(family_id, child_id)
    return act.changes


def share_child(family_id: int, child_id: int, other_id: int) -> Changes:
    """Let a child come with another family too: a second household. Refuses ALREADY_THERE and NOT_FOUND."""
    with one_act(Act.FAMILY_CHANGED, Topic.FAMILIES) as act:
        _with_child(family_id, child_id)
        other = families.get(other_id)
        if child_id in {child.id for child in other.children}:
            raise Refused(Reason.ALREADY_THERE, nickname=other.nickname)
        families.link_child(other_id, child_id)
        act.facts["nickname"] = other.nickname
    return act.changes


def remove_family(family_id: int, version: int) -> Changes:
    """Remove a family that never came; refuses IN_USE (with the number of its visits) and CHANGED_MEANWHILE."""
    with one_act(Act.FAMILY_REMOVED, Topic.FAMILIES) as act:
        family = families.get(family_id)
        if family.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        number = visits.number_of(family_id)
        if number:
            raise Refused(Reason.IN_USE, what="Family", number=number)
        families.remove(family_id)
        act.facts["nickname"] = family.nickname
    return act.changes


def _tidy(typed: Family, today: date) -> Family:
    must_be_known(typed.picture)
    if typed.first_seen and typed.first_seen > today:
        raise Refused(Reason.DATE_IN_FUTURE)
    return replace(
        typed,
        nickname=typed_text.name(typed.nickname),
        languages=tuple(dict.fromkeys(known_language(code) for code in typed.languages)),
        postcode=rules.postcode(typed.postcode),
        municipality=typed_text.line(typed.municipality, typed_text.NAME_LIMIT),
        brought_by=typed_text.line(typed.brought_by),
    )


def _tidy_child(typed: Child, today: date) -> Child:
    if typed.born:
        rules.must_be_born(typed.born, today)
    return replace(typed, nickname=typed_text.line(typed.nickname, typed_text.NAME_LIMIT))


def _must_be_free(picture: Picture, taken: frozenset[Picture]) -> None:
    """Refuse PICTURE_TAKEN, unless every picture is taken."""
    if picture in taken and first_free_picture(taken) not in taken:
        owner = families.with_picture(picture)[0]
        raise Refused(Reason.PICTURE_TAKEN, nickname=owner.nickname)


def _with_child(family_id: int, child_id: int) -> Family:
    """Give the family of a child; refuses NOT_FOUND when the child is not in it."""
    family = families.get(family_id)
    if child_id not in {child.id for child in family.children}:
        raise Refused(Reason.NOT_FOUND, what="Child")
    return family


def _at_home(family: Family, today: date) -> tuple[ChildAge, ...]:
    homes = families.with_children(child.id for child in family.children)
    return tuple(
        replace(child, also_in=tuple(name for other, name in homes[child.child_id] if other != family.id))
        for child in _ages(family.children, today)
    )


def _ages(children: Iterable[Child], today: date) -> tuple[ChildAge, ...]:
    return tuple(
        ChildAge(
            child_id=child.id,
            nickname=child.nickname,
            born=child.born,
            months=child.age_on(today),
            version=child.version,
        )
        for child in children
    )


def _lines(found: Sequence[Visit]) -> tuple[VisitLine, ...]:
    held = {session.id: session for session in sessions.some(visit.session_id for visit in found)}
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    called = families.nicknames_of(child.child_id for visit in found for child in visit.children if child.child_id)
    lines = []
    for visit in found:
        session = held[visit.session_id]
        known = [called.get(child.child_id or 0, "") for child in visit.children]
        lines.append(
            VisitLine(
                visit_id=visit.id,
                session_id=session.id,
                day=session.day,
                title=session.activity.title,
                place_name=names[session.activity.place_id],
                adults=visit.adults,
                children=tuple(name for name in known if name),
                others=known.count(""),
                is_first=visit.is_new,
                arrived=visit.arrived,
                left=visit.left,
            )
        )
    return tuple(lines)
