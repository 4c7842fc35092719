"""When team members are away: first and last day, never why. The usual weekdays are part of the team member itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.team import Away, TeamMember
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import absences, team

LONGEST = 366  # days: a year typed wrong must not take somebody out of the planning for ten


@dataclass(frozen=True)
class AwayBoard:
    """A team member with the days away that are not over."""

    member: TeamMember
    away: tuple[Away, ...]


def away_board(member_id: int, today: date) -> AwayBoard:
    """Show the days away of a team member that are not over, the first ones first.

    Refuses NOT_FOUND for somebody who is not in the team.
    """
    return AwayBoard(_in_the_team(member_id), tuple(absences.of_member(member_id, today)))


def add_away(member_id: int, first_day: date, last_day: date) -> Changes:
    """Say that a team member is away on some days, both included.

    Refuses END_BEFORE_START, PERIOD_TOO_LONG and, for somebody who is not in the team, NOT_FOUND.
    """
    if last_day < first_day:
        raise Refused(Reason.END_BEFORE_START)
    if (last_day - first_day).days >= LONGEST:
        raise Refused(Reason.PERIOD_TOO_LONG, limit=LONGEST)
    with one_act(Act.AWAY_ADDED, Topic.TEAM, first=first_day, last=last_day) as act:
        act.facts["name"] = _in_the_team(member_id).name
        act.made = absences.add(Away(0, member_id, first_day, last_day))
    return act.changes


def remove_away(away_id: int) -> Changes:
    """Say that a team member is there after all on these days; refuses NOT_FOUND."""
    with one_act(Act.AWAY_REMOVED, Topic.TEAM) as act:
        away = absences.get(away_id)
        act.facts |= {"name": team.get(away.member_id).name, "first": away.first_day, "last": away.last_day}
        absences.remove(away_id)
    return act.changes


def _in_the_team(member_id: int) -> TeamMember:
    member = team.get(member_id)
    if not member.is_active:
        raise Refused(Reason.NOT_FOUND, what="TeamMember")
    return member
