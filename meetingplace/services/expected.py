"""Who is expected at a session: the families that come here often, or who is enrolled; and what people here speak.

Paper lists show them, and are typed in by the same order.
"""

from __future__ import annotations

from datetime import timedelta

from meetingplace.domain.enrolments import Enrolled
from meetingplace.domain.families import Family
from meetingplace.domain.language import MOST_SPOKEN
from meetingplace.domain.places import Place
from meetingplace.domain.sessions import Session
from meetingplace.domain.typed_text import folded
from meetingplace.services import enrolments
from meetingplace.storage import families, places, visits

MOST_FAMILIES = 28  # two pages, with two blank rows at the end
_LINES = 8  # of a list on the tally sheet; its last line stays blank
_WEEKS_BACK = 17  # whoever did not come in four months is written on a blank row


def families_of(session: Session) -> list[Family]:
    """List who came to this place before, above all on this weekday, in the order of the alphabet: easy to find."""
    weekdays = [session.day - timedelta(weeks=week) for week in range(1, _WEEKS_BACK + 1)]
    ids = visits.regulars(session.activity.place_id, weekdays, weekdays[-1], session.day, MOST_FAMILIES)
    return sorted(families.some(ids), key=lambda family: folded(family.nickname))


def enrolled_at(session: Session) -> tuple[list[Enrolled], list[Enrolled]]:
    """List who has a place, in the order of the alphabet, and who waits, in the order of enrolling."""
    listed = enrolments.expected_at(session)
    placed = sorted((one for one in listed if not one.is_waiting), key=lambda one: folded(one.first_name))
    return placed, [one for one in listed if one.is_waiting]


def languages(place: Place) -> tuple[str, ...]:
    """List the languages that stand on a tally sheet: the most used first."""
    return tuple(dict.fromkeys([*families.languages_by_use(), *place.languages, *MOST_SPOKEN]))[:_LINES]


def towns() -> tuple[str, ...]:
    """List where families live as a tally sheet says it, most families first: "1030 Schaarbeek"."""
    of_places = (place.town for place in places.listed() if place.municipality)
    return tuple(dict.fromkeys([*families.municipalities_by_use(), *of_places]))[:_LINES]
