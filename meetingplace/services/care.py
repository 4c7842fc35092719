"""What hints about a period are worked out from, read once: places, team, days away, days off, lists of enrolled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from meetingplace.domain.calendar import DayOff
from meetingplace.domain.clashes import Care
from meetingplace.storage import absences, enrolments, places, team


def care(first: date, last: date, days_off: Iterable[DayOff]) -> Care:
    """Read what hints about the sessions of a period need, both days included, beside the days off."""
    return Care(
        places={place.id: place for place in places.listed(with_inactive=True)},
        members={member.id: member for member in team.listed(with_inactive=True)},
        days_off=tuple(days_off),
        away=tuple(absences.between(first, last)),
        enrolled=enrolments.enrolled_between(first, last),
    )
