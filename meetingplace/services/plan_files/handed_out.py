"""What calendar files told before, and what the next one has to tell: also of sessions that moved or were taken away.

Of each event is kept what every file said of it. So a receiver who was told of a session hears of it again, in whatever
file it now belongs: where it stands now, or that it does not go on. A team member who was taken off a session, and
anybody whose session was taken away, is told that it is cancelled.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from meetingplace.domain.places import Place
from meetingplace.domain.sessions import Brief, Function, Session, SessionState
from meetingplace.domain.wanted import Wanted
from meetingplace.storage import places, published, sessions, team
from meetingplace.storage.published import Told

_GONE: dict[str, Any] = {"is_gone": True}
Said = dict[str, Any]  # what one file said of an event


@dataclass(frozen=True)
class CalendarAsked:
    """Which sessions go into a calendar file: of a period, perhaps of one series, place or team member."""

    first: date
    last: date
    wanted: Wanted = field(default_factory=Wanted)
    series_id: int | None = None

    def fits(self, session: Session | Brief) -> bool:
        """Tell whether a session is asked."""
        what = session.activity if isinstance(session, Session) else session
        in_period = self.first <= session.day <= self.last
        return in_period and self.wanted.wants(what) and self.series_id in (None, session.series_id)


@dataclass(frozen=True)
class CalendarEvent:
    """An event as a file tells it; `session` is None when it was taken away.

    `is_for_others`: whoever the file is for was taken off the team, so that it is cancelled for them alone.
    """

    told: Told
    session: Session | None
    place: Place | None
    team: tuple[str, ...] = ()
    is_for_others: bool = False


def events_of(asked: CalendarAsked) -> list[CalendarEvent]:
    """Note what is told now of all that is asked, and of all that was told before to whom it is for."""
    now = [one for one in sessions.between(asked.first, asked.last) if asked.fits(one)]
    before = {one.session_id for one in _told_before(asked) if one.session_id is not None}
    others = sessions.some(before - {one.id for one in now})
    told = _tell([*now, *sorted(others, key=lambda one: one.begins)])
    gone = [_tell_gone(one) for one in _told_before(asked) if one.session_id is None]
    return [*(_for_whom(one, asked) for one in told), *gone]


def _for_whom(event: CalendarEvent, asked: CalendarAsked) -> CalendarEvent:
    session, member = event.session, asked.wanted.member_id
    is_off_the_team = session is not None and member is not None and member not in session.activity.team
    return replace(event, is_for_others=is_off_the_team)


def _tell(found: Sequence[Session]) -> list[CalendarEvent]:
    """Note what is told of each session now: its number grows when that is something else than before."""
    where = {place.id: place for place in places.listed(with_inactive=True)}
    names = {member.id: member.name for member in team.listed(with_inactive=True)}
    before = published.of_sessions([one.id for one in found])
    _take_up([one for one in found if one.id not in before])
    before = published.of_sessions([one.id for one in found])
    for session in found:
        told, said = before.get(session.id), _said(session, where, names)
        columns = _columns(session)
        if told is None:
            uid = f"{secrets.token_hex(12)}@meetingplace.invalid"
            published.add(uid=uid, session=session.id, told=json.dumps([said]), **columns)
        elif (earlier := _earlier(told))[-1:] != [said]:
            told_now = [*(one for one in earlier if one not in (said, _GONE)), said]
            published.change(told.id, sequence=told.sequence + 1, told=json.dumps(told_now), **columns)
    after = published.of_sessions([one.id for one in found])
    people = {one.id: tuple(names[id] for id in one.activity.team if id in names) for one in found}
    return [CalendarEvent(after[one.id], one, where[one.activity.place_id], people[one.id]) for one in found]


def _take_up(new: Sequence[Session]) -> None:
    """Give a session that was taken away, and whose taking away was undone, the event back that it had."""
    days = [one.day for one in new]
    orphans = published.left_behind(min(days), max(days)) if days else []
    for session in new:
        orphan = next((one for one in orphans if _is_same(one, session)), None)
        if orphan is not None:
            published.change(orphan.id, session=session.id)
            orphans.remove(orphan)


def _tell_gone(told: Told) -> CalendarEvent:
    earlier = _earlier(told)
    if earlier[-1:] != [_GONE]:
        told = replace(told, sequence=told.sequence + 1)
        published.change(told.id, sequence=told.sequence, told=json.dumps([*earlier, _GONE]))
    return CalendarEvent(told, None, None)


def _is_same(told: Told, session: Session) -> bool:
    activity = session.activity
    here = (session.day, activity.start, activity.title, activity.place_id)
    return (told.day, told.start, told.title, told.place_id) == here


def _columns(session: Session) -> dict[str, object]:
    activity = session.activity
    return {
        "title": activity.title,
        "place": activity.place_id,
        "day": session.day,
        "start": activity.start,
        "end": activity.end,
    }


# --- what a file said of an event ---


def _said(session: Session, where: Mapping[int, Place], names: Mapping[int, str]) -> Said:
    activity = session.activity
    place = where[activity.place_id]
    people = "\n".join(names.get(id, "") for id in activity.team)
    return {
        "day": session.day.isoformat(),
        "hours": [activity.start.isoformat(), activity.end.isoformat()],
        "title": activity.title,
        "place": place.id,
        "where": [place.name, place.address, place.town],
        "is_off": session.state is SessionState.CANCELLED,
        "reason": session.reason,
        "theme": activity.theme,
        "functions": [function.value for function in activity.functions],
        "ages": [activity.from_months, activity.to_months],
        "languages": list(activity.languages),
        "series": session.series_id,
        "team": list(activity.team),
        "names": hashlib.sha256(people.encode()).hexdigest()[:16],  # no name stays here longer than its person
    }


def _earlier(told: Told) -> list[Said]:
    """Give what every file said of an event, the last one last; an older version kept no more than a mark."""
    try:
        kept = json.loads(told.told)
    except ValueError:
        return []
    return kept if isinstance(kept, list) else []


def _told_before(asked: CalendarAsked) -> list[Told]:
    return [one for one in published.perhaps_told(asked.first, asked.last) if _was_told(one, asked)]


def _was_told(told: Told, asked: CalendarAsked) -> bool:
    earlier = [one for one in _earlier(told) if one != _GONE]
    return any(asked.fits(_brief(told, said)) for said in earlier) if earlier else asked.fits(_brief(told, {}))


def _brief(told: Told, said: Mapping[str, Any]) -> Brief:
    youngest, oldest = said.get("ages", (0, 0))
    return Brief(
        id=told.session_id or 0,
        day=date.fromisoformat(said["day"]) if said else told.day,
        start=told.start,
        end=told.end,
        title=told.title,
        place_id=said.get("place", told.place_id or 0),
        state=SessionState.PLANNED,
        theme=said.get("theme", ""),
        functions=tuple(Function(word) for word in said.get("functions", ())),
        from_months=youngest,
        to_months=oldest,
        languages=tuple(said.get("languages", ())),
        series_id=said.get("series"),
        team=tuple(said.get("team", ())),
    )
