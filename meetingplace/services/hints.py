"""All open hints of a period: what the planning should look at before the day comes. No verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.clashes import Care, Clash, all_clashes
from meetingplace.domain.sessions import Brief
from meetingplace.domain.wanted import Wanted
from meetingplace.services.care import care
from meetingplace.services.days_off import days_off
from meetingplace.services.timetable import CLOSED
from meetingplace.storage import sessions


@dataclass(frozen=True)
class HintsBoard:
    """The sessions of a period with a hint, by day and hour, and what they are hinted at."""

    first: date
    last: date
    sessions: tuple[tuple[Brief, tuple[Clash, ...]], ...]
    care: Care  # with the names of places and members

    @property
    def number(self) -> int:
        """Count the sessions that have a hint."""
        return len(self.sessions)


def hints_board(today: date, wanted: Wanted, language: str) -> HintsBoard:
    """List the hints from today to the end of the school year; in its last weeks also those of the next one."""
    last = school_year_of(today)[1]
    if (last - today).days < _NEARLY_OVER:
        last = school_year_of(last.replace(year=last.year + 1))[1]
    return hints_between(today, last, wanted, language)


def hints_between(first: date, last: date, wanted: Wanted, language: str) -> HintsBoard:
    """List the hints of a period, both days included."""
    everywhere = sessions.briefs(first, last)
    shown = [one for one in everywhere if wanted.wants(one)]
    known = care(first, last, days_off(first, last, CLOSED, language))
    found = all_clashes(shown, everywhere, known, first)
    return HintsBoard(first, last, tuple((one, found[one.id]) for one in shown if one.id in found), known)


_NEARLY_OVER = 92  # days: from June on a coordinator plans the next school year
