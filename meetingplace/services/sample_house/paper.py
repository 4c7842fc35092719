"""A paper list in the sample house: printed for the session whose desk stands open, and not typed in yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from meetingplace.domain.paper_lists import PaperKind
from meetingplace.services.sample_house.calendar import SampleCalendar
from meetingplace.services.sample_house.source import Ingredients, only_tallies
from meetingplace.storage import bulk, tables

PRINTED = timedelta(hours=1)  # before it began


def save(given: Ingredients, calendar: SampleCalendar) -> None:
    """Write that the list is out: one with names, where families are known."""
    rows = [
        (
            one.id,
            (PaperKind.TALLY if only_tallies(one.place) else PaperKind.NAMES).value,
            datetime.combine(one.day, one.start) - PRINTED,
            given.version(),
        )
        for one in calendar.sessions
        if one.state == "planned" and one.day < given.today
    ]
    bulk.load(tables.PaperList, "session kind printed_at version".split(), rows)
