"""Paper of a session, for a desk without a computer: the tally sheet, the first-name sheet, the name cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetingplace.documents import name_cards as card_paper, name_sheet as name_paper, tally_sheet as tally_paper
from meetingplace.documents.moods import Mood
from meetingplace.documents.name_cards import NameCard, NameCards
from meetingplace.documents.name_sheet import NameRow, NameSheet
from meetingplace.documents.sheets import SheetHead
from meetingplace.documents.tally_sheet import TallySheet
from meetingplace.domain.enrolments import Enrolled
from meetingplace.domain.families import BirthMonth, Family
from meetingplace.domain.paper_lists import FEWEST_BLANKS, MOST_BLANKS, USUAL_COLUMNS, NameColumn
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session
from meetingplace.domain.sheet_code import code_of
from meetingplace.i18n.catalog import translator
from meetingplace.services import expected
from meetingplace.services.organisation import the_house
from meetingplace.storage import places, sessions, team


def tally_sheet(session_id: int, language: str) -> bytes:
    """Make the sheet on which people are counted without names, as PDF of one page.

    Refuses NOT_FOUND, TEXT_TOO_LONG and LETTERS_MISSING.
    """
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    sheet = TallySheet(
        _head(session, place),
        languages=expected.languages(place),
        municipalities=expected.towns(),
        team=tuple(team.get(member_id).name for member_id in session.activity.team),
    )
    return tally_paper.tally_sheet(sheet, translator("paper", language))


def name_sheet(
    session_id: int, language: str, columns: Sequence[NameColumn] = USUAL_COLUMNS, blanks: int = FEWEST_BLANKS
) -> bytes:
    """Make the sheet with who is expected, and so many blank rows at least; as PDF, with the columns that are chosen.

    With enrolment it is who stands on the list, and under a line who waits; else the families that come here often,
    by picture and nickname.

    Refuses NOT_FOUND, ONLY_TALLIES_HERE (place) for a place that keeps no families, NUMBER_IMPOSSIBLE (blank rows),
    TEXT_TOO_LONG and LETTERS_MISSING.
    """
    session, place = _with_names(session_id)
    _must_be_blanks(blanks)
    rows, waiting = _rows(session)
    sheet = NameSheet(_head(session, place), rows, waiting, tuple(columns), blanks)
    return name_paper.name_sheet(sheet, translator("paper", language))


def name_cards(session_id: int, language: str, blanks: int = 0) -> bytes:
    """Make a card with picture and nickname for everybody who is expected, and blank ones; as PDF, to cut out.

    Refuses what `name_sheet` refuses.
    """
    session, _place = _with_names(session_id)
    _must_be_blanks(blanks)
    if session.activity.is_walk_in:
        cards = [NameCard(family.nickname, family.picture) for family in expected.families_of(session)]
    else:
        cards = [NameCard(one.first_name) for one in expected.enrolled_at(session)[0]]
    house = the_house()
    sheet = NameCards(house.name, tuple(cards), Mood(house.mood), blanks, code_of(session_id))
    return card_paper.name_cards(sheet, translator("paper", language))


def _must_be_blanks(number: int) -> None:
    if not 0 <= number <= MOST_BLANKS:
        raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)


def _with_names(session_id: int) -> tuple[Session, Place]:
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    if not place.level.knows_families:
        raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
    return session, place


def _rows(session: Session) -> tuple[tuple[NameRow, ...], tuple[NameRow, ...]]:
    if session.activity.is_walk_in:
        return tuple(_row(one, session) for one in expected.families_of(session)), ()
    placed, waiting = expected.enrolled_at(session)
    return _first_names(placed), _first_names(waiting)


def _first_names(listed: Iterable[Enrolled]) -> tuple[NameRow, ...]:
    return tuple(NameRow("", (one.first_name,)) for one in listed)


def _row(family: Family, session: Session) -> NameRow:
    born = [
        child.born for child in family.children if child.born and child.born <= BirthMonth.months_before(session.day, 0)
    ]
    ages = sorted((month.months_at(session.day) for month in born), reverse=True)
    return NameRow(family.picture.shape, (family.nickname,), tuple(ages), family.languages)


def _head(session: Session, place: Place) -> SheetHead:
    house, activity = the_house(), session.activity
    return SheetHead(
        house_name=house.name,
        title=activity.title,
        day=session.day,
        start=activity.start,
        end=activity.end,
        place=", ".join(filter(None, (place.name, place.municipality))),
        session_code=code_of(session.id),
        mood=Mood(house.mood),
        mark=house.picture,
    )
