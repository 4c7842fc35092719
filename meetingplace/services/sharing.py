"""Handing the plan out: what can be chosen, and the file that is written. No verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.places import Place
from meetingplace.domain.sessions import Series
from meetingplace.domain.team import TeamMember
from meetingplace.domain.wanted import Wanted
from meetingplace.services import files
from meetingplace.services.calendar_files import calendar_file
from meetingplace.services.plan_files import tables
from meetingplace.services.plan_files.handed_out import CalendarAsked
from meetingplace.storage import places, sessions, team


class Form(Enum):
    """The kinds of file that a plan can be."""

    ICS = "ics"
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class SharingBoard:
    """Whose sessions can go out, and of which school year."""

    first: date
    last: date
    places: tuple[Place, ...]
    series: tuple[Series, ...]  # that touch the school year
    team: tuple[TeamMember, ...]

    def place_name(self, series: Series) -> str:
        """Give the name of the place of a series."""
        return next((place.name for place in self.places if place.id == series.activity.place_id), "")


def sharing_board(day: date) -> SharingBoard:
    """Show what can go out of the school year of a day."""
    first, last = school_year_of(day)
    series = [one for one in sessions.running_series(first) if one.rule.first_day <= last]
    known = places.listed(with_inactive=True)
    return SharingBoard(first, last, tuple(known), tuple(series), tuple(team.listed()))


def save_plan(
    file: Path, form: Form, first: date, last: date, wanted: Wanted, series_id: int | None, now: datetime, language: str
) -> Path:
    """Write the sessions of a period to a file, whole; refuses END_BEFORE_START, DISK_FULL and FOLDER_READ_ONLY."""
    if form is Form.ICS:
        content = calendar_file(CalendarAsked(first, last, wanted, series_id), now, language)
    else:
        rows = tables.plan_rows(first, last, wanted, language, series_id)
        content = (tables.as_xlsx if form is Form.XLSX else tables.as_csv)(rows, language)
    files.save(file, content)
    return file
