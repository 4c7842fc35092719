"""Typing in what stands on paper: the rows of a first-name sheet, the counts of a tally sheet.

Each row and each count is an act of its own, saved when it is left. A family that was registered at the desk already is
written anew, never a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from meetingplace.domain import typed_text
from meetingplace.domain.families import AgeBand, BirthMonth, Child, Family, HowHeard, Relation
from meetingplace.domain.language import known_language
from meetingplace.domain.paper_lists import TICKED, PaperKind, PaperRow, who_came
from meetingplace.domain.pictures import first_free_picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.sheet_code import code_of
from meetingplace.domain.visits import ChildPresent, Tallied, Totals, Visit, must_be_somebody, totals
from meetingplace.services import expected
from meetingplace.services.arrivals import (
    as_last_time,
    meeting_others,
    session_for_families,
    with_siblings,
)
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import enrolments, families, paper_lists, places, sessions, visits

HEARD_ON_PAPER = tuple(how for how in HowHeard if how not in (HowHeard.PARTNER, HowHeard.OTHER))
_CLOSED = {SessionState.CANCELLED: Reason.SESSION_CANCELLED, SessionState.HELD: Reason.SESSION_CLOSED}


@dataclass(frozen=True)
class SheetInHand:
    """The list that is typed in: its session and code, and the row that waits, if it was printed here.

    `refusal` says why nothing can be written down, if so.
    """

    session: Session
    code: str
    place_name: str
    refusal: Reason | None
    list_id: int | None
    list_version: int | None


@dataclass(frozen=True)
class NamesBoard:
    """The rows of a first-name sheet, in its order, then who came and did not stand on it.

    `known` are all families by nickname, for completion; `totals` are those of the rows.
    """

    sheet: SheetInHand
    rows: tuple[PaperRow, ...]
    known: tuple[tuple[int, str], ...]
    totals: Totals


@dataclass(frozen=True)
class TallyBoard:
    """What a tally sheet counts, in its order; `what` is None for the families that had to wait or go back."""

    sheet: SheetInHand
    counts: tuple[tuple[Tallied | None, str, int], ...]
    towns: Mapping[str, str]  # by postcode
    totals: Totals


def names_board(session_id: int) -> NamesBoard:
    """Show a first-name sheet as far as it is typed in; refuses NOT_FOUND and ONLY_TALLIES_HERE (place)."""
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    if not place.level.knows_families:
        raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
    came = visits.of_session(session_id)
    return NamesBoard(
        sheet=_in_hand(session, place.name, PaperKind.NAMES),
        rows=_rows(session, came),
        known=tuple(families.nicknames()),
        totals=totals(came, ()),
    )


def tally_board(session_id: int) -> TallyBoard:
    """Show a tally sheet as far as it is typed in; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    tallied = visits.tallies(session_id)
    counted = {(one.what, one.key): one.number for one in tallied}
    towns = {town.split()[0]: town for town in expected.towns() if town[:4].isdigit()}
    printed: list[tuple[Tallied, Sequence[str]]] = [
        (Tallied.CHILDREN, [str(band.value) for band in AgeBand]),
        (Tallied.ADULTS, [relation.value for relation in Relation]),
        (Tallied.FAMILIES, ["all", "new"]),
        (Tallied.LANGUAGES, expected.languages(place)),
        (Tallied.MUNICIPALITIES, list(towns)),
        (Tallied.HOW_HEARD, [how.value for how in HEARD_ON_PAPER]),
    ]
    counts: list[tuple[Tallied | None, str, int]] = []
    for what, keys in printed:
        more = [one.key for one in tallied if one.what is what]
        counts += [(what, key, counted.get((what, key), 0)) for key in dict.fromkeys([*keys, *more])]
    return TallyBoard(
        sheet=_in_hand(session, place.name, PaperKind.TALLY),
        counts=(*counts, (None, "", session.turned_away)),
        towns=towns,
        totals=totals((), tallied),
    )


def write_row(session_id: int, row: PaperRow, written_by: int | None = None) -> Changes:
    """Write a row of a first-name sheet: who came, as the paper says; a name that nobody has makes a family.

    Who has no row of their own yet arrived when the session began. Refuses NOBODY_CAME, NUMBER_IMPOSSIBLE,
    TEXT_TOO_LONG, LANGUAGE_UNKNOWN, NAME_TAKEN (two families have this nickname), ONLY_TALLIES_HERE, NOT_FOUND and
    closed sessions.
    """
    return meeting_others(lambda: _write_row(session_id, row, written_by))


def keep_row(session: Session, row: PaperRow, written_by: int | None = None) -> Visit:
    """Within an act: write down a row at a session that takes families, and give its visit."""
    before = _visit_of(session.id, row)
    family = _family_of(session, row, before)
    if before is None and family is not None:
        before = visits.of_family_at(session.id, family.id)  # it was registered at the desk
    if family is not None:
        family = _with_what_is_said(session, family, row)
    children, adults = _people(session, row, family, before)
    must_be_somebody(children, adults)
    arrived = datetime.combine(session.day, row.arrived) if row.arrived else session.begins
    visit = before or Visit(0, session.id, family.id if family else None, arrived, written_by=written_by)
    left = datetime.combine(session.day, row.left) if row.left else visit.left
    visit = replace(visit, children=children, adults=adults, left=max(left, visit.arrived) if left else None)
    if family is None:
        group = typed_text.line(row.group, typed_text.NAME_LIMIT) or visit.group
        visit = replace(visit, languages=_known(row), group=group)
    return replace(visit, id=_keep(visit, row))


def _write_row(session_id: int, row: PaperRow, written_by: int | None) -> Changes:
    with one_act(Act.ROW_TYPED_IN, Topic.VISITS, Topic.FAMILIES, Topic.ENROLMENTS) as act:
        visit = keep_row(session_for_families(session_id), row, written_by)
        family = families.known(visit.family_id)
        act.made, act.facts["nickname"] = visit.id, family.nickname if family else row.name
    return act.changes


def _keep(visit: Visit, row: PaperRow) -> int:
    if visit.id:
        visits.change(visit, visit.version)
        return visit.id
    made = visits.add(visit)
    if row.enrolment_id is not None:
        enrolments.link_visit(row.enrolment_id, made)
    return made


def _visit_of(session_id: int, row: PaperRow) -> Visit | None:
    """Find what was written down of a row before."""
    if row.visit_id is not None:
        visit = visits.get(row.visit_id)
        if visit.session_id != session_id:
            raise Refused(Reason.NOT_FOUND, what="Visit")
        return visit
    ticked = enrolments.came(session_id).get(row.enrolment_id) if row.enrolment_id is not None else None
    return visits.get(ticked) if ticked is not None else None


def _family_of(session: Session, row: PaperRow, before: Visit | None) -> Family | None:
    """Find the family of a row, or make one; None for unnamed people and for somebody of the list of the session."""
    if before is not None and before.family_id is not None:
        return families.get(before.family_id)
    if row.family_id is not None:
        return families.get(row.family_id)
    name = typed_text.line(row.name, typed_text.NAME_LIMIT)
    if not name or row.enrolment_id is not None or before is not None:
        return None
    same = [id for id, nickname in families.nicknames() if typed_text.folded(nickname) == typed_text.folded(name)]
    if len(same) > 1:
        raise Refused(Reason.NAME_TAKEN)
    return families.get(same[0]) if same else families.get(_new_family(session, name))


def _new_family(session: Session, name: str) -> int:
    picture = first_free_picture(families.pictures_taken(), families.number())
    return families.add(Family(0, name, picture, first_seen=session.day))


def _with_what_is_said(session: Session, family: Family, row: PaperRow) -> Family:
    """Write down what the paper tells of a family: its languages, how it heard of us, children of one without any."""
    languages = _known(row) or family.languages
    heard = family.how_heard or row.how_heard
    if (languages, heard) != (family.languages, family.how_heard):
        families.change(replace(family, languages=languages, how_heard=heard), family.version)
    if not family.children:
        for months in row.ages or ():
            born = None if months is None else BirthMonth.months_before(session.day, months)
            families.add_child(family.id, Child(0, born=born))
    return families.get(family.id)


def _people(
    session: Session, row: PaperRow, family: Family | None, before: Visit | None
) -> tuple[tuple[ChildPresent, ...], tuple[Relation, ...]]:
    """Say who came: as the row tells, else as it was written down before, else as last time."""
    if before is None and family is not None and row.ages is None:
        last = next(iter(visits.of_family(family.id, limit=1)), None)
        children, adults = as_last_time(session, family, last)
        return children, row.adults or adults
    unticked = tuple(one for one in before.adults if one not in TICKED) if before else ()  # paper has no box for them
    adults = row.adults + unticked
    if row.ages is None:
        someone = (ChildPresent(),) if row.enrolment_id is not None else ()
        return (before.children if before else someone), adults
    known, others = who_came(row.ages, family.children if family else (), session.day)
    born = {child.id: child.born for child in family.children} if family else {}
    there = [ChildPresent(id, month.months_at(session.day) if (month := born[id]) else None) for id in known]
    return with_siblings(session, [*there, *(ChildPresent(None, months) for months in others)]), adults


def _known(row: PaperRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known_language(code) for code in row.languages))


def _rows(session: Session, came: Sequence[Visit]) -> tuple[PaperRow, ...]:
    ticked = {} if session.activity.is_walk_in else enrolments.came(session.id)
    printed = expected.families_of(session) if session.activity.is_walk_in else []
    listed = [] if session.activity.is_walk_in else [one for part in expected.enrolled_at(session) for one in part]
    here = {visit.family_id: visit for visit in came if visit.family_id is not None}
    others = [id for id in here if id not in {family.id for family in printed}]
    known = {family.id: family for family in [*printed, *families.some(others)]}
    by_id = {visit.id: visit for visit in came}
    rows = [_row(session, family, here.get(family.id)) for family in printed]
    for one in listed:
        visit = by_id.get(ticked.get(one.id, 0))
        rows.append(_seen(PaperRow(one.first_name, enrolment_id=one.id), visit))
    shown = {family.id for family in printed}
    for visit in sorted(came, key=lambda one: one.id):
        if visit.family_id in shown or visit.id in ticked.values():
            continue
        family = known.get(visit.family_id or 0)
        rows.append(_row(session, family, visit) if family else _seen(PaperRow(visit.group), visit))
    return tuple(rows)


def _row(session: Session, family: Family, visit: Visit | None) -> PaperRow:
    born = [child.born.age_on(session.day) for child in family.children if child.born]
    ages = sorted((months for months in born if months is not None), reverse=True)
    row = PaperRow(family.nickname, tuple(ages), (), family.languages, family.how_heard, family_id=family.id)
    return _seen(row, visit)


def _seen(row: PaperRow, visit: Visit | None) -> PaperRow:
    """Give a row as its visit tells it."""
    if visit is None:
        return row
    return replace(
        row,
        ages=tuple(sorted((child.months for child in visit.children), key=_oldest_first)),
        adults=visit.adults,
        languages=row.languages or visit.languages,
        left=visit.left.time() if visit.left else None,
        visit_id=visit.id,
    )


def _oldest_first(months: int | None) -> tuple[bool, int]:
    return months is None, -(months or 0)


def _in_hand(session: Session, place_name: str, kind: PaperKind) -> SheetInHand:
    waiting = next((one for one in paper_lists.of_session(session.id) if one.kind is kind and not one.done_at), None)
    return SheetInHand(
        session=session,
        code=code_of(session.id),
        place_name=place_name,
        refusal=_CLOSED.get(session.state),
        list_id=waiting.id if waiting else None,
        list_version=waiting.version if waiting else None,
    )
