"""The flyers that were made last, each with all that makes it again, and whether what it tells of has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from meetingplace.documents.flyers.papers import Paper
from meetingplace.domain.sessions import FlyerMade
from meetingplace.services.flyer_content import Draft, last_day_of, version_of_month
from meetingplace.storage import places, sessions

_LOOKED_THROUGH = 5  # records for each flyer that is listed: the same one is printed, saved and shared


@dataclass(frozen=True)
class RecentFlyer:
    """A flyer that was made: what it is about, how it looked (`draft`, to be made again today), and when.

    Of a session `day` is when it is; of a month the title is empty, and `draft.month` says which.
    """

    draft: Draft
    title: str
    place: str
    day: date | None
    made_at: datetime
    is_out_of_date: bool


@dataclass(frozen=True)
class _Subject:
    title: str
    place_id: int | None
    day: date | None
    version: int


def recent_flyers(today: date, limit: int) -> tuple[RecentFlyer, ...]:
    """List the flyers that were made last, the newest first, each once."""
    latest: dict[Draft, FlyerMade] = {}
    for made in sessions.latest_flyers(_LOOKED_THROUGH * limit):
        latest.setdefault(_draft(made, today), made)
    shown = dict(list(latest.items())[:limit])
    subjects = _subjects(shown)
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    return tuple(_recent(draft, made, subjects[draft], names) for draft, made in shown.items())


def _recent(draft: Draft, made: FlyerMade, of: _Subject, names: dict[int, str]) -> RecentFlyer:
    place = names.get(of.place_id, "") if of.place_id is not None else ""
    return RecentFlyer(draft, of.title, place, of.day, made.made_at, made.of_version != of.version)


def _draft(made: FlyerMade, today: date) -> Draft:
    return Draft(
        session_id=made.session_id,
        series_id=made.series_id,
        month=made.month,
        place_id=made.place_id,
        layout=made.layout,
        languages=made.languages,
        paper=Paper(made.paper),
        mood=made.mood,
        is_grey=made.is_grey,
        picture_id=made.picture_id,
        since=today,
    )


def _subjects(drafts: Iterable[Draft]) -> dict[Draft, _Subject]:
    """Tell what these flyers are about, as it is now: one question for each kind, however many they are."""
    drafts = list(drafts)
    named = {one.id: one for one in sessions.some(draft.session_id for draft in drafts if draft.session_id is not None)}
    series = {one.id: one for one in sessions.some_series(draft.series_id for draft in drafts if draft.series_id)}
    told_of = _told_of([draft.month for draft in drafts if draft.month])
    found = {}
    for draft in drafts:
        if draft.session_id is not None:
            session = named[draft.session_id]
            activity, day, version = session.activity, session.day, session.version
            found[draft] = _Subject(activity.title, activity.place_id, day, version)
        elif draft.series_id is not None:
            activity, version = series[draft.series_id].activity, series[draft.series_id].version
            found[draft] = _Subject(activity.title, activity.place_id, None, version)
        else:
            found[draft] = _Subject("", draft.place_id, None, version_of_month(draft, told_of))
    return found


def _told_of(months: Sequence[date]) -> list[tuple[Any, ...]]:
    return sessions.told_of(min(months), last_day_of(max(months))) if months else []
