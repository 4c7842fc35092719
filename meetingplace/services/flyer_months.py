"""A month as its flyer tells of it: what is held, when it is not, and where. Cancelled sessions are not in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from meetingplace.documents.flyers.content import Entry, FlyerDate, FlyerText, Programme, Where
from meetingplace.domain.calendar import DayOff, DaysOff, months_later
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, OwnText, Session, SessionState
from meetingplace.services.days_off import days_off
from meetingplace.services.flyer_dates import SCHOOL_HOLIDAYS, why_closed
from meetingplace.storage import places, sessions

_MONTHS_AHEAD = 14
_SATURDAY = 5


@dataclass(frozen=True)
class Month:
    """A month: its programme, the places in it, the words of each entry, and what its sessions have together.

    `activity` is the first one, with the partners, languages and expectations of all.
    """

    programme: Programme
    places: tuple[Place, ...]
    texts: tuple[tuple[OwnText, ...], ...]
    activity: Activity

    @property
    def only_place(self) -> Place | None:
        """Give the place, when everything is held at one."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def lacks_address(self) -> bool:
        """Tell whether parents could not find a place; a mobile one needs no address."""
        return any(not place.address and not place.is_mobile for place in self.places)


def month_of(month: date, place_id: int | None) -> Month:
    """Give what is held in a month, at one place or at all; refuses MONTH_EMPTY."""
    first = month.replace(day=1)
    last = months_later(first, 1) - timedelta(days=1)
    found = [one for one in sessions.between(first, last, place_id) if one.state is not SessionState.CANCELLED]
    if not found:
        raise Refused(Reason.MONTH_EMPTY)
    series = {one.id: one for one in sessions.some_series({one.series_id for one in found if one.series_id})}
    held = [_with_words(one, series[one.series_id].activity.texts if one.series_id else ()) for one in found]
    known = {place.id: place for place in places.listed(with_inactive=True)}
    here = tuple(known[number] for number in dict.fromkeys(one.activity.place_id for one in held))
    groups: dict[tuple[object, ...], list[Session]] = {}
    for one in held:
        groups.setdefault(_alike(one.activity), []).append(one)
    skips = {off for one in series.values() for off in one.skips}
    closed = _closed(first, last, skips, here[0].id if len(here) == 1 else place_id)
    where = tuple(Where(place.name, ", ".join(filter(None, (place.address, place.town)))) for place in here)
    entries = tuple(_entry(these, known) for these in groups.values())
    texts = tuple(these[0].activity.texts for these in groups.values())
    return Month(Programme(first, entries, closed, where), here, texts, _together(held))


def months_to_come(today: date, place_id: int | None) -> tuple[date, ...]:
    """List the months from this one on that have something planned, by their first day."""
    until = months_later(today.replace(day=1), _MONTHS_AHEAD)
    planned = (day for day, at, *_rest in sessions.told_of(today, until) if place_id in (None, at))
    return tuple(sorted({day.replace(day=1) for day in planned}))


def _with_words(session: Session, of_series: tuple[OwnText, ...]) -> Session:
    """Let a session of a series say what the series says, until it gets words of its own."""
    if session.activity.texts:
        return session
    return replace(session, activity=replace(session.activity, texts=of_series))


def _alike(activity: Activity) -> tuple[object, ...]:
    """Give what makes sessions one entry of the list: parents would be told the same of them, but for the day."""
    titles = tuple(sorted((text.language, text.title) for text in activity.texts))
    ages = (activity.from_months, activity.to_months)
    hours = (activity.start, activity.end)
    return activity.title, titles, activity.place_id, hours, ages, activity.price_cents, activity.is_walk_in


def _entry(these: Sequence[Session], known: dict[int, Place]) -> Entry:
    activity = these[0].activity
    texts = tuple(FlyerText(text.language, text.title) for text in activity.texts)
    if "nl" not in {text.language for text in texts}:
        texts = (FlyerText("nl", activity.title), *texts)
    return Entry(
        texts,
        tuple(dict.fromkeys(one.day for one in these)),
        activity.start,
        activity.end,
        known[activity.place_id].name,
        activity.from_months,
        activity.to_months,
        activity.price_cents,
        activity.is_walk_in,
        activity.expect,
        activity.functions,
    )


def _closed(first: date, last: date, skips: Iterable[DaysOff], place_id: int | None) -> tuple[FlyerDate, ...]:
    """Give the days off of a month: of the schools those that the series skip (of none: the Flemish), by weekdays."""
    schools = SCHOOL_HOLIDAYS & set(skips) or {DaysOff.FLEMISH}
    by_day: dict[date, list[DayOff]] = {}
    for off in days_off(first, last, (*schools, DaysOff.PUBLIC, DaysOff.OWN), "nl"):
        is_here = off.place_id in (None, place_id)
        if is_here and not (off.calendar in SCHOOL_HOLIDAYS and off.day.weekday() >= _SATURDAY):
            by_day.setdefault(off.day, []).append(off)
    return tuple(FlyerDate(day, why_closed(off)) for day, off in by_day.items())


def _together(held: Sequence[Session]) -> Activity:
    every = [one.activity for one in held]
    return replace(
        every[0],
        partners=tuple(dict.fromkeys(chain.from_iterable(one.partners for one in every))),
        languages=tuple(dict.fromkeys(chain.from_iterable(one.languages for one in every))),
        expect=tuple(dict.fromkeys(chain.from_iterable(one.expect for one in every))),
        texts=(),
    )
