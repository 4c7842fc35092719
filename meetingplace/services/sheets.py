"""Paper lists of a session, for a desk without a computer: the tally sheet and the first-name sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from meetingplace.documents import name_sheet as name_paper, tally_sheet as tally_paper
from meetingplace.documents.moods import Mood
from meetingplace.documents.name_sheet import NameRow, NameSheet
from meetingplace.documents.sheets import SheetHead
from meetingplace.documents.tally_sheet import TallySheet
from meetingplace.domain.enrolments import Enrolled
from meetingplace.domain.families import BirthMonth, Family
from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session
from meetingplace.domain.typed_text import folded
from meetingplace.i18n.catalog import translator
from meetingplace.services import enrolments
from meetingplace.services.organisation import the_house
from meetingplace.storage import families, places, sessions, team, visits

MOST_NAMES = 28  # two pages, with two blank rows at the end
_LINES = 8  # of a list on the tally sheet; the last line stays blank
_WEEKS_BACK = 17  # whoever did not come in four months is written on a blank row


def tally_sheet(session_id: int, language: str) -> bytes:
    """Make the sheet on which people are counted without names, as PDF of one page.

    Refuses NOT_FOUND, TEXT_TOO_LONG and LETTERS_MISSING.
    """
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    spoken = [*families.languages_by_use(), *place.languages, *MOST_SPOKEN]
    lived_in = [*families.municipalities_by_use(), *(other.town for other in places.listed() if other.municipality)]
    sheet = TallySheet(
        _head(session, place),
        languages=tuple(dict.fromkeys(spoken))[:_LINES],
        municipalities=tuple(dict.fromkeys(lived_in))[:_LINES],
        team=tuple(team.get(member_id).name for member_id in session.activity.team),
    )
    return tally_paper.tally_sheet(sheet, translator("paper", language))


def name_sheet(session_id: int, language: str) -> bytes:
    """Make the sheet with who is expected, and blank rows; as PDF.

    With enrolment it is who stands on the list, and under a line who waits; else the families that come here often,
    by picture and nickname.

    Refuses NOT_FOUND, ONLY_TALLIES_HERE (place) for a place that keeps no families, TEXT_TOO_LONG and LETTERS_MISSING.
    """
    session = sessions.get(session_id)
    place = places.get(session.activity.place_id)
    if not place.level.knows_families:
        raise Refused(Reason.ONLY_TALLIES_HERE, place=place.name)
    head, _ = _head(session, place), translator("paper", language)
    if session.activity.is_walk_in:
        return name_paper.name_sheet(NameSheet(head, tuple(_row(one, session) for one in _expected(session))), _)
    listed = enrolments.expected_at(session)
    enrolled = sorted((one for one in listed if not one.is_waiting), key=lambda one: folded(one.first_name))
    waiting = [one for one in listed if one.is_waiting]
    return name_paper.name_sheet(NameSheet(head, _first_names(enrolled), _first_names(waiting)), _)


def _first_names(listed: Iterable[Enrolled]) -> tuple[NameRow, ...]:
    return tuple(NameRow("", (one.first_name,)) for one in listed)


def _expected(session: Session) -> list[Family]:
    """List who came to this place before, above all on this weekday, in the order of the alphabet: easy to find."""
    weekdays = [session.day - timedelta(weeks=week) for week in range(1, _WEEKS_BACK + 1)]
    ids = visits.regulars(session.activity.place_id, weekdays, weekdays[-1], session.day, MOST_NAMES)
    return sorted(families.some(ids), key=lambda family: folded(family.nickname))


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
        session_code=str(session.id),
        mood=Mood(house.mood),
        mark=house.picture,
    )
