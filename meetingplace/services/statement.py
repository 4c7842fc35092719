"""All that is kept about one family, for the parent who asks: as paper in the parent's language, and as JSON."""

from __future__ import annotations

import json
from datetime import date

from meetingplace.documents.moods import Mood
from meetingplace.documents.statement import KnownChild, KnownVisit, Statement, statement_paper
from meetingplace.domain.language import PAPER
from meetingplace.i18n.catalog import translator
from meetingplace.services.directory import VisitLine, family_board
from meetingplace.services.organisation import the_house
from meetingplace.storage import contacts, families

EVERY_VISIT = 100_000


def language_for(family_id: int, usual: str) -> str:
    """Choose the language of a statement: the first of the family's that paper speaks, else the usual one.

    Refuses NOT_FOUND.
    """
    return next((code for code in families.get(family_id).languages if code in PAPER), usual)


def paper(family_id: int, language: str, today: date) -> bytes:
    """Make the paper; refuses NOT_FOUND, LETTERS_MISSING and TEXT_TOO_LONG."""
    return statement_paper(_gathered(family_id, today), translator("paper", language))


def data(family_id: int, today: date) -> str:
    """Write it as JSON for another program: keys in English, dates as ISO 8601, months as 2024-05.

    Refuses NOT_FOUND.
    """
    about = _gathered(family_id, today)
    facts = {
        "house": about.house_name,
        "made_on": about.made_on.isoformat(),
        "family": str(about.number),
        "nickname": about.nickname,
        "picture": about.shape,
        "languages": list(about.languages),
        "lives_in": about.lives_in,
        "first_seen": about.first_seen.isoformat() if about.first_seen else None,
        "how_heard": about.how_heard.value if about.how_heard else None,
        "brought_by": about.brought_by,
        "contact": {"text": about.contact, "until": str(about.contact_until)} if about.contact else None,
        "children": [
            {
                "nickname": child.nickname,
                "born": f"{child.born.year}-{child.born.month:02}" if child.born else None,
                "also_in_another_family": child.is_shared,
            }
            for child in about.children
        ],
        "visits": [
            {
                "arrived": visit.arrived.isoformat(timespec="minutes"),
                "left": visit.left.isoformat(timespec="minutes") if visit.left else None,
                "session": visit.title,
                "place": visit.place,
                "adults": [adult.value for adult in visit.adults],
                "children": list(visit.children),
                "children_without_nickname": visit.others,
            }
            for visit in about.visits
        ],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _gathered(family_id: int, today: date) -> Statement:
    """Gather all that is kept about a family, its contact too."""
    board, house = family_board(family_id, today, EVERY_VISIT), the_house()
    family, contact = board.family, contacts.of_family(family_id, today)
    return Statement(
        house_name=house.name,
        reached_by=" · ".join(part for part in (house.name, house.phone, house.email) if part),
        made_on=today,
        number=family.id,
        nickname=family.nickname,
        shape=family.picture.shape,
        languages=family.languages,
        lives_in=" ".join(part for part in (family.postcode, family.municipality) if part),
        first_seen=family.first_seen,
        how_heard=family.how_heard,
        brought_by=family.brought_by,
        contact=contact.words if contact else "",
        contact_until=contact.until if contact else None,
        children=tuple(KnownChild(child.nickname, child.born, bool(child.also_in)) for child in board.children),
        visits=tuple(_visit(visit) for visit in board.visits),
        mood=Mood(house.mood),
        mark=house.picture,
    )


def _visit(visit: VisitLine) -> KnownVisit:
    who = (visit.adults, visit.children, visit.others)
    return KnownVisit(visit.arrived, visit.left, visit.title, visit.place_name, *who)
