"""Making the sample house in the bound, empty database: one transaction, the same seed and day give the same house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from meetingplace.services.sample_house import (
    attendance,
    closed_days,
    corner,
    enrolments,
    paper,
    people,
    pictures,
    planning,
    signals,
    surprises,
    voices,
)
from meetingplace.services.sample_house.calendar import SampleCalendar
from meetingplace.services.sample_house.source import Ingredients, SampleSize, ingredients, only_tallies
from meetingplace.services.sample_house.team import Team
from meetingplace.storage import bulk, database, tables


@dataclass(frozen=True)
class Made:
    """How much the sample house holds."""

    places: int
    sessions: int
    families: int
    visits: int
    voices: int


def make(size: SampleSize, today: date) -> Made:
    """Fill the empty bound database with the sample house of this size and seed, seen from this day."""
    given = ingredients(size, today)
    with database.transaction():
        _save_house(given)
        team = _team(given)
        closed_days.save(given)
        calendar = SampleCalendar(given, team)
        calendar.plan_years()
        surprises.happen(given, calendar)
        calendar.save()
        enrolments.save(given, calendar)
        planning.save(given)
        named = [place for place in range(1, size.places + 1) if not only_tallies(place)]
        opens = date(calendar.held[0].day.year, 9, 1) if calendar.held else today
        neighbours = people.invent(given, opens, named or [1])
        visits = attendance.Attendance(given, neighbours)
        visits.draw([held for held in calendar.held if not only_tallies(held.place)], size.number_of_visits)
        people.save(given, neighbours)
        visits.save()
        attendance.tallies(given, [held for held in calendar.held if only_tallies(held.place)])
        heard = voices.save(given, team.number, calendar)
        attendance.languages_heard(given, [held for held in calendar.held if only_tallies(held.place)])
        signals.save(given, calendar)
        heard += corner.save(given, calendar, heard)
        paper.save(given, calendar)
        bulk.catch_up_ids()
    return Made(size.places, len(calendar.sessions), len(neighbours), len(visits.visits), heard)


def is_empty() -> bool:
    """Tell whether the bound database holds no house yet."""
    return not bool(tables.House.select().exists())


def is_here() -> bool:
    """Tell whether the bound house is a sample."""
    return bool(tables.House.select().where(tables.House.is_sample).exists())


def counted() -> Made:
    """Count what the bound house holds."""
    held = (tables.Place, tables.Session, tables.Family, tables.Visit, tables.Voice)
    return Made(*(table.select().count() for table in held))


def _save_house(given: Ingredients) -> None:
    house = given.texts["house"] | {"languages": ",".join(given.texts["house"]["languages"])}
    tables.House.delete().execute()  # the empty house that was just set up makes way
    bulk.load(tables.House, ["id", "is_sample", "version", *house], [(1, True, given.version(), *house.values())])
    columns = "name address postcode municipality stop_kind stop capacity is_mobile languages".split()
    rows = []
    for number in range(given.size.places):
        invented = given.place(number + 1)
        values: dict[str, Any] = {"is_mobile": False} | invented | {"languages": ",".join(invented["languages"])}
        round_number = number // len(given.texts["places"]) + 1
        values["name"] += f" {round_number}" if round_number > 1 else ""
        level = "tally" if only_tallies(number + 1) else "pseudonym"
        rows.append((number + 1, *(values[name] for name in columns), level, 2, True, given.version()))
    tables.Place.delete().execute()
    bulk.load(tables.Place, ["id", *columns, "level", "minimum_hosts", "is_active", "version"], rows)
    logos = pictures.save(given)
    contact = "address phone email stop hours price".split()
    partners = [
        (partner["name"], partner["is_organiser"], partner["is_referral"],
         *(partner.get(name, "") for name in contact), "", True, logos.get(partner.get("logo")), given.version())
        for partner in given.texts["partners"]
    ]  # fmt: skip
    columns = ["name", "is_organiser", "is_referral", *contact, "note", "is_active", "logo", "version"]
    bulk.load(tables.Partner, columns, partners)


def _team(given: Ingredients) -> Team:
    """Make a team; whoever set the house up stays, with the PIN, and has the first ids."""
    last = tables.TeamMember.select().order_by(tables.TeamMember.id.desc()).first()
    team = Team(given, last.id if last else 0)
    team.save()
    return team
