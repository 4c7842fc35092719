"""Making the sample house in the bound, empty database: one transaction, the same seed and day give the same house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from meetingplace.services.sample_house import attendance, people, planning, voices
from meetingplace.services.sample_house.calendar import SampleCalendar
from meetingplace.services.sample_house.source import Ingredients, SampleSize, ingredients
from meetingplace.storage import bulk, database, tables

LEVEL_A_PLACE = 3  # the third place counts only: it is a cargo bike in a square


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
        members = _save_team(given)
        calendar = SampleCalendar(given, members)
        calendar.plan_years()
        calendar.save()
        planning.save(given)
        named = [place for place in range(1, size.places + 1) if not _only_tallies(place)]
        opens = date(calendar.held[0].day.year, 9, 1) if calendar.held else today
        neighbours = people.invent(given, opens, named or [1])
        visits = attendance.Attendance(given, neighbours)
        visits.draw([held for held in calendar.held if not _only_tallies(held.place)], size.number_of_visits)
        people.save(given, neighbours)
        visits.save()
        attendance.tallies(given, [held for held in calendar.held if _only_tallies(held.place)])
        heard = voices.save(given, members, calendar)
        bulk.catch_up_ids()
    return Made(size.places, calendar.number, len(neighbours), len(visits.visits), heard)


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


def _only_tallies(place: int) -> bool:
    return place % 12 == LEVEL_A_PLACE


def _save_house(given: Ingredients) -> None:
    house = given.texts["house"] | {"languages": ",".join(given.texts["house"]["languages"])}
    tables.House.delete().execute()  # the empty house that was just set up makes way
    bulk.load(tables.House, ["id", "is_sample", "version", *house], [(1, True, given.version(), *house.values())])
    columns = "name address postcode municipality stop_kind stop capacity is_mobile languages".split()
    rows = []
    for number in range(given.size.places):
        invented = given.texts["places"][number % len(given.texts["places"])]
        values: dict[str, Any] = {"is_mobile": False} | invented | {"languages": ",".join(invented["languages"])}
        round_number = number // len(given.texts["places"]) + 1
        values["name"] += f" {round_number}" if round_number > 1 else ""
        level = "tally" if _only_tallies(number + 1) else "pseudonym"
        rows.append((number + 1, *(values[name] for name in columns), level, 2, True, given.version()))
    tables.Place.delete().execute()
    bulk.load(tables.Place, ["id", *columns, "level", "minimum_hosts", "is_active", "version"], rows)
    partners = [
        (partner["name"], partner["is_organiser"], partner["is_referral"], partner.get("address", ""),
         partner.get("phone", ""), partner.get("email", ""), "", True, given.version())
        for partner in given.texts["partners"]
    ]  # fmt: skip
    bulk.load(
        tables.Partner,
        "name is_organiser is_referral address phone email note is_active version".split(),
        partners,
    )


def _save_team(given: Ingredients) -> int:
    """Write a team that fits the number of places; whoever set the house up stays, with the PIN, as the last one."""
    invented = [tuple(member) for member in given.texts["team"]["members"]]
    invented += [(name, "volunteer", False, ["nl", "fr"]) for name in given.texts["team"]["more_names"]]
    wanted = invented[: max(7, round(given.size.places * 3.4))]
    last = tables.TeamMember.select().order_by(tables.TeamMember.id.desc()).first()
    first: int = last.id if last else 0
    rows = [
        (first + number, name, role, is_paid, ",".join(languages), True, "", 0, given.version())
        for number, (name, role, is_paid, languages) in enumerate(wanted, 1)
    ]
    columns = "id name role is_paid languages is_active pin_hash pin_failures version".split()
    bulk.load(tables.TeamMember, columns, rows)
    return first + len(rows)
