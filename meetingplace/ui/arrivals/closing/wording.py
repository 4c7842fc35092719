"""From the board of closing to ready-made texts. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from meetingplace.domain.sessions import Function
from meetingplace.domain.team import TeamMember, team_minutes
from meetingplace.domain.visits import Totals
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import Formats
from meetingplace.i18n.words import function_name
from meetingplace.services.closing import ClosingBoard
from meetingplace.ui.arrivals.closing.shown import ClosingShown


def closing_shown(_: Translator, formats: Formats, board: ClosingBoard) -> ClosingShown:
    """Say what the panel for closing shows."""
    activity = board.session.activity
    return ClosingShown(
        session=activity.title,
        totals=people(_, board.totals),
        still_in=_still_in(_, formats, board),
        members=tuple((member.id, _member(_, member), member.id in activity.team) for member in board.members),
        functions=tuple(
            (function.value, function_name(_, function), function in activity.functions) for function in Function
        ),
        preparation_minutes=activity.preparation_minutes,
        debrief_minutes=activity.debrief_minutes,
        theme=activity.theme,
        themes=board.themes,
        is_full=board.session.is_full,
        turned_away=board.session.turned_away,
        languages=board.languages,
        remark=board.session.remark,
    )


def hours_counted(_: Translator, board: ClosingBoard, team: Iterable[int], preparation: int, debrief: int) -> str:
    """Say which hours are counted for this team with these minutes: "Open 2 h 30. That makes 6 h 30 paid, …"."""
    open_minutes, there = board.session.activity.open_minutes, set(team)
    paid = [member.is_paid for member in board.members if member.id in there]
    worked = team_minutes(preparation, open_minutes, debrief, paid)
    return _(
        "The door was open {open}. With preparation and talking it over that counts {paid} paid and {volunteer} by "
        "volunteers.",
        open=duration(_, open_minutes),
        paid=duration(_, worked.paid),
        volunteer=duration(_, worked.volunteer),
    )


def duration(_: Translator, minutes: int) -> str:
    """Say a duration: "2 h 30"."""
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}") if rest else _("{hours} h", hours=hours)


def people(_: Translator, totals: Totals) -> str:
    """Say how many came: "14 children, 11 adults, 9 families"."""
    children = _.plural("{n} child", "{n} children", totals.all_children)
    adults = _.plural("{n} adult", "{n} adults", totals.all_adults)
    families = _.plural("{n} family", "{n} families", totals.families)
    return _("{children}, {adults}, {families}", children=children, adults=adults, families=families)


def _still_in(_: Translator, formats: Formats, board: ClosingBoard) -> str:
    if not board.still_in:
        return ""
    return _.plural(
        "{n} arrival is still in. Closing notes that they left at {time}.",
        "{n} arrivals are still in. Closing notes that they left at {time}.",
        board.still_in,
        time=formats.time(board.leave_at),
    )


def _member(_: Translator, member: TeamMember) -> str:
    paid = _("paid") if member.is_paid else _("volunteer")
    return f"{member.name} · {paid}"
