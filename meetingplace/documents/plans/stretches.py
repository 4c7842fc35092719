"""School holidays as bands over the days they cover: solid or hatched, with NL or FR and their name in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from meetingplace.documents.moods import WHITE
from meetingplace.documents.paper import MM
from meetingplace.documents.plans.content import FreeDays
from meetingplace.documents.plans.page import SCHOOLS, PlanSheet
from meetingplace.domain.calendar import DaysOff, Holiday
from meetingplace.i18n.catalog import Translator

_LANE, _GAP = 4.0, 0.5  # mm

Lanes = tuple[tuple[Holiday, ...], ...]


def lanes_of(free: FreeDays, first: date, last: date) -> Lanes:
    """Give the holidays of a week in lanes: those of the Dutch-language schools above those of the French-language."""
    found = free.within(first, last)
    lanes = (tuple(one for one in found if one.calendar is calendar) for calendar in SCHOOLS)
    return tuple(lane for lane in lanes if lane)


def lanes_height(page: PlanSheet, lanes: Lanes) -> float:
    """Give the height of lanes in mm."""
    return len(lanes) * (_LANE + _GAP) * page.scale + (0.6 if lanes else 0)


def draw_lanes(
    page: PlanSheet,
    lanes: Lanes,
    edges: Sequence[tuple[float, float]],
    y: float,
    first: date,
    last: date,
    _: Translator,
) -> None:
    """Draw the lanes of a week over the days from `first` to `last`; `edges` are x and width of its seven days."""
    height = _LANE * page.scale
    for lane in lanes:
        for holiday in lane:
            begin, end = max(first, holiday.first), min(last, holiday.last)
            if begin > end:
                continue
            x = edges[begin.weekday()][0]
            width = edges[end.weekday()][0] + edges[end.weekday()][1] - x
            page.stretch(holiday.calendar, x, y, width, height)
            _say(page, holiday, x, y, width, _)
        y += height + _GAP * page.scale


def short_name(holiday_calendar: DaysOff, _: Translator) -> str:
    """Name a school calendar in two letters."""
    return _("NL") if holiday_calendar is DaysOff.FLEMISH else _("FR")


def weeks_between(first: date, last: date) -> list[date]:
    """List the Mondays of the weeks that a period touches."""
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(weeks=number) for number in range((last - monday).days // 7 + 1)]


def _say(page: PlanSheet, holiday: Holiday, x: float, y: float, width: float, _: Translator) -> None:
    """Write the name of the holiday into its band, or only whose it is where the name has no room."""
    short, size, height = short_name(holiday.calendar, _), 7.5 * page.scale, _LANE * page.scale
    for text in (f"{short} · {holiday.name}", short):
        setting = page.sized(text, "plan_text", size, 400)
        if setting.width / MM <= width - 3:
            break
    wide = setting.width / MM
    if holiday.calendar is not DaysOff.FLEMISH:
        page.panel(x + 0.9, y + 0.35, wide + 1.4, height - 0.7, WHITE, 0.6)
    page.place(setting, x + 1.5, y + height / 2, wide + 0.5)
