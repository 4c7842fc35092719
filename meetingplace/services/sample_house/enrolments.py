"""The lists of the sample house: first names in many languages, one list that is full with some who wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from meetingplace.services.sample_house.calendar import SampleCalendar
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

EARLIEST, LATEST = 40, 2  # days ago


def save(given: Ingredients, calendar: SampleCalendar) -> None:
    """Write a list for the running series of each title that has one."""
    rows = []
    for listed in given.texts["lists"]:
        series = calendar.with_list(listed["title"])
        if series is None:
            continue
        number = listed["enrolled"] + listed["waiting"]
        moments = sorted(_moment(given) for _ in range(number))
        for place, (name, moment) in enumerate(zip(_first_names(given, number), moments, strict=True)):
            rows.append((series, name, moment, place >= listed["enrolled"], given.version()))
    bulk.load(tables.Enrolment, "series first_name enrolled_at is_waiting version".split(), rows)


def _moment(given: Ingredients) -> datetime:
    day = given.today - timedelta(days=given.chance.randint(LATEST, EARLIEST))
    return datetime.combine(day, time(given.chance.randint(9, 17), given.chance.randint(0, 59)))


def _first_names(given: Ingredients, number: int) -> list[str]:
    """Draw children's names of many languages, each once."""
    drawn: dict[str, None] = {}
    while len(drawn) < number:
        drawn[given.one_of(given.texts["names"][given.pick(given.texts["languages"])])] = None
    return list(drawn)
