"""The people who receive: team members with their role, paid or volunteer, and their languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

WEEKDAYS = tuple(range(7))  # Monday is 0


class Role(Enum):
    """What a team member does in the house."""

    VOLUNTEER = "volunteer"
    HOST = "host"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class TeamMember:
    """A professional or volunteer; the PIN itself is never held, only whether there is one."""

    id: int
    name: str
    role: Role = Role.HOST
    is_paid: bool = False
    languages: tuple[str, ...] = ()
    has_pin: bool = False
    is_active: bool = True
    weekdays: tuple[int, ...] = ()  # on which this person usually comes (Monday is 0); none means any day
    version: int = 0

    @property
    def initials(self) -> str:
        """Two letters for the round badge: of two words their first letters, of one word its first two."""
        words = self.name.split()
        letters = words[0][:1] + words[-1][:1] if len(words) > 1 else self.name.strip()[:2]
        return letters.upper()


@dataclass(frozen=True)
class Away:
    """Days on which a team member is not there, both included; why is nobody's business, so it is not kept."""

    id: int
    member_id: int
    first_day: date
    last_day: date
    version: int = 0

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Absence:
    """That a team member is not expected on a day: away for some days, or (without `away`) not on that weekday."""

    away: Away | None = None


def absence(member: TeamMember, day: date, away: Iterable[Away]) -> Absence | None:
    """Tell why a team member is not expected on a day; None when nothing speaks against it."""
    for one in away:
        if one.member_id == member.id and one.holds(day):
            return Absence(one)
    return Absence() if member.weekdays and day.weekday() not in member.weekdays else None


@dataclass(frozen=True)
class TeamMinutes:
    """Minutes of work of a whole team at one session, of paid people and of volunteers apart."""

    paid: int
    volunteer: int


def team_minutes(preparation: int, open_minutes: int, debrief: int, paid: Iterable[bool]) -> TeamMinutes:
    """Count the work at a session: preparation, open time and debrief in minutes, for everybody who was present.

    `paid` says of each member who was present whether they are paid (domain.md section 4, hours).
    """
    each = preparation + open_minutes + debrief
    people = list(paid)
    return TeamMinutes(paid=each * people.count(True), volunteer=each * people.count(False))
