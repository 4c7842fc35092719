"""Tiny makers of rows, with everything that a test does not care about filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from meetingplace.domain.families import BirthMonth, Child, Family, Relation
from meetingplace.domain.pictures import Picture
from meetingplace.domain.sessions import Activity
from meetingplace.domain.visits import ChildPresent, Visit
from meetingplace.storage import families, places, sessions, team, visits

DAY = date(2026, 10, 27)  # a Tuesday


def make_house(name: str = "De Kersenpit", **columns: Any) -> None:
    """Make the house itself."""
    places.add_house(name=name, **columns)


def make_place(name: str = "Kuregem", **columns: Any) -> int:
    """Make a place and give its id."""
    return places.add(name=name, **columns)


def make_member(name: str = "Samira", **columns: Any) -> int:
    """Make a team member and give its id."""
    return team.add(name=name, **columns)


def make_session(
    place_id: int,
    day: date = DAY,
    start: time = time(9, 30),
    end: time = time(12, 0),
    title: str = "Open ontmoeting",
    series_id: int | None = None,
    **activity: Any,
) -> int:
    """Make a session and give its id."""
    return sessions.add(Activity(title, place_id, start, end, **activity), day, series_id)


def make_family(
    nickname: str = "Maan",
    born: Sequence[tuple[int, int]] = (),
    picture: Picture | None = None,
    languages: Sequence[str] = ("ar", "fr"),
    first_seen: date | None = date(2026, 1, 6),
) -> int:
    """Make a family with children born in these (year, month) and give its id."""
    children = tuple(Child(0, born=BirthMonth(year, month)) for year, month in born)
    chosen = picture or Picture("moon-waning-crescent", 0)
    return families.add(Family(0, nickname, chosen, tuple(languages), first_seen=first_seen, children=children))


def make_visit(
    session_id: int,
    family_id: int | None,
    arrived: datetime,
    children: Sequence[ChildPresent] = (),
    adults: Sequence[Relation] = (Relation.MOTHER,),
    **columns: Any,
) -> int:
    """Make a visit and give its id."""
    return visits.add(Visit(0, session_id, family_id, arrived, None, tuple(children), tuple(adults), **columns))
