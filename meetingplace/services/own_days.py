"""What the house itself says of days off: completed, corrected, taken back. The rules stay as they are beside it.

How days off are listed for everybody is in `services.days_off`; calendar files are read by `services.days_off_file`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from meetingplace.domain import typed_text
from meetingplace.domain.calendar import DaysOff, Holiday, OwnDays, corrected, left_out, stretches
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.days_off import by_rule
from meetingplace.storage import days_off, places

LONGEST = 366  # days: a year typed wrong must not close the house for ten
_AROUND = timedelta(days=75)  # so that a holiday is listed with its first and last day, also at the ends of a year


@dataclass(frozen=True)
class DaysOffLine:
    """Days off as they count, or days that are not off after all; both ends included.

    `own` is what the house said, None where the rules count; `ruled` is what the rules say of these days.
    """

    calendar: DaysOff
    name: str
    first: date
    last: date
    own: OwnDays | None
    place_name: str
    ruled: tuple[Holiday, ...]

    @property
    def is_off(self) -> bool:
        """Tell whether these days are off."""
        return self.own is None or self.own.is_off


@dataclass(frozen=True)
class DaysOffBoard:
    """The days off of a period, by calendar and date, and the places that closing days may be about."""

    first: date
    last: date
    lines: tuple[DaysOffLine, ...]
    places: tuple[Place, ...]


def days_off_board(first: date, last: date, language: str) -> DaysOffBoard:
    """Show the days off that touch a period with their source; names by rule in nl, fr or en."""
    begin, end = first - _AROUND, last + _AROUND
    rules = by_rule(begin, end, tuple(DaysOff), language)
    own = {one.id: one for one in days_off.between(begin, end)}
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    ruled = stretches(rules)
    lines = [
        _line(holiday, own.get(holiday.own_id or 0), names, ruled)
        for holiday in stretches(corrected(rules, own.values()))
    ]
    lines += [_line(_as_holiday(one), one, names, ruled) for one in own.values() if not one.is_off]
    shown = [line for line in lines if line.first <= last and line.last >= first]
    order = list(DaysOff)
    shown.sort(key=lambda line: (order.index(line.calendar), line.first, line.last, line.name))
    return DaysOffBoard(first, last, tuple(shown), tuple(places.listed()))


def add(own: OwnDays) -> Changes:
    """Complete a calendar, or (`is_off` False) say that days are not off after all.

    Refuses NAME_MISSING, TEXT_TOO_LONG, END_BEFORE_START, PERIOD_TOO_LONG, NOT_FOUND, and DAYS_OFF_THERE
    when the house said the same before.
    """
    tidy = tidied(own)
    with one_act(Act.DAYS_OFF_ADDED, Topic.DAYS_OFF, name=tidy.name) as act:
        _must_be_new(tidy)
        act.made = days_off.add(tidy)
    return act.changes


def change(own: OwnDays) -> Changes:
    """Write what the house said; refuses CHANGED_MEANWHILE and what `add` refuses."""
    tidy = tidied(own)
    with one_act(Act.DAYS_OFF_CHANGED, Topic.DAYS_OFF, name=tidy.name) as act:
        _must_be_new(tidy)
        days_off.change(tidy)
    return act.changes


def remove(own_id: int, version: int) -> Changes:
    """Take away what the house said; where the rules say something of these days, they count again."""
    with one_act(Act.DAYS_OFF_REMOVED, Topic.DAYS_OFF) as act:
        own = days_off.get(own_id)
        if own.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        act.facts["name"] = own.name
        days_off.remove(own_id)
    return act.changes


def correct(holiday: Holiday, own: OwnDays) -> Changes:
    """Give a holiday of the rules another name or other days, or (`is_off` False) say that it is not off after all.

    Days of the holiday that the new ones leave out are not off after all. Refuses what `add` refuses.
    """
    tidy = tidied(replace(own, calendar=holiday.calendar))
    with one_act(Act.DAYS_OFF_CORRECTED, Topic.DAYS_OFF, name=holiday.name) as act:
        if tidy.is_off:
            for first, last in left_out(holiday.first, holiday.last, tidy.first_day, tidy.last_day):
                days_off.add(OwnDays(0, first, last, holiday.calendar, holiday.name, is_off=False))
        act.made = days_off.add(tidy)
    return act.changes


def take_back(own_id: int) -> Changes:
    """Let the rules count again: all that the whole house says of the holidays which these days correct goes."""
    with one_act(Act.DAYS_OFF_RESTORED, Topic.DAYS_OFF) as act:
        own = days_off.get(own_id)
        act.facts["name"] = own.name
        near = by_rule(own.first_day - _AROUND, own.last_day + _AROUND, [own.calendar], "nl")
        ruled = [one for one in stretches(near) if one.first <= own.last_day and one.last >= own.first_day]
        first = min((own.first_day, *(one.first for one in ruled)))
        last = max((own.last_day, *(one.last for one in ruled)))
        for one in days_off.between(first, last):
            if one.calendar is own.calendar and one.place_id == own.place_id:
                days_off.remove(one.id)
    return act.changes


def tidied(own: OwnDays) -> OwnDays:
    """Tidy what was typed or read; refuses what `add` refuses, but for DAYS_OFF_THERE."""
    if own.last_day < own.first_day:
        raise Refused(Reason.END_BEFORE_START)
    if (own.last_day - own.first_day).days >= LONGEST:
        raise Refused(Reason.PERIOD_TOO_LONG, limit=LONGEST)
    if own.place_id is not None:
        places.get(own.place_id)
    return replace(own, name=typed_text.name(own.name, typed_text.TITLE_LIMIT))


def _must_be_new(own: OwnDays) -> None:
    for one in days_off.between(own.first_day, own.last_day):
        if one.id != own.id and _says(one) == _says(own):
            raise Refused(Reason.DAYS_OFF_THERE, name=own.name)


def _says(own: OwnDays) -> tuple[object, ...]:
    return own.calendar, own.first_day, own.last_day, own.place_id, own.is_off, typed_text.folded(own.name)


def _as_holiday(own: OwnDays) -> Holiday:
    return Holiday(own.calendar, own.name, own.first_day, own.last_day, own.id, own.place_id)


def _line(holiday: Holiday, own: OwnDays | None, names: dict[int, str], ruled: Sequence[Holiday]) -> DaysOffLine:
    first, last = (own.first_day, own.last_day) if own else (holiday.first, holiday.last)
    about = [one for one in ruled if one.calendar is holiday.calendar and one.first <= last and one.last >= first]
    return DaysOffLine(
        calendar=holiday.calendar,
        name=holiday.name,
        first=holiday.first,
        last=holiday.last,
        own=own,
        place_name=names.get(holiday.place_id or 0, ""),
        ruled=tuple(about),
    )
