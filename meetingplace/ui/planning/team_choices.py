"""Whom the form of a session offers as its team: those who are expected on its day first. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from meetingplace.domain.team import Absence, Away, Role, TeamMember, absence
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import role_name


def team_choices(
    _: Translator, formats: Formats, team: Iterable[TeamMember], away: Sequence[Away], day: date
) -> list[tuple[object, str]]:
    """List the team with role and paid or volunteer; last who is not expected on the day, with the days, never why."""
    found = [(member, absence(member, day, away)) for member in team]
    found.sort(key=lambda both: both[1] is not None)
    return [(member.id, _said(_, formats, member, missing, day)) for member, missing in found]


def _said(_: Translator, formats: Formats, member: TeamMember, missing: Absence | None, day: date) -> str:
    parts = [member.name, role_name(_, member.role)]
    if member.role is not Role.VOLUNTEER:
        parts.append(_("paid") if member.is_paid else _("volunteer"))
    if missing is not None:
        parts.append(_away(_, formats, missing, day))
    return " · ".join(parts)


def _away(_: Translator, formats: Formats, missing: Absence, day: date) -> str:
    away = missing.away
    if away is None:
        return _("usually not on {weekday}", weekday=formats.weekday(day))
    if away.first_day == away.last_day:
        return _("away on {day}", day=formats.day_of_month(away.first_day))
    return _("away {days}", days=formats.day_range(away.first_day, away.last_day))
