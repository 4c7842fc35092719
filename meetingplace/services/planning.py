"""The verbs of planning: sessions and series are added, changed, moved, cancelled, taken away.

What the planning screen shows is in `services.timetable`. Each verb is one transaction with one undo, also for all
sessions of a series. What really happened is protected: a session that was held, or where people were registered, does
not move, is not cancelled and is not taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from meetingplace.domain import recurrence, typed_text
from meetingplace.domain.calendar import DaysOff
from meetingplace.domain.language import known_language
from meetingplace.domain.places import Place
from meetingplace.domain.recurrence import Weekly
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.domain.voices import VoiceState
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.days_off import days_off
from meetingplace.storage import places, sessions, visits, voices

_LATER = (VoiceState.HEARD, VoiceState.DISCUSSED)  # a voice in these states becomes planned with its first session


def place_named(name: str) -> Place:
    """Find a place by its name, whatever its accents and case; refuses CHOICE_UNKNOWN, or NOT_FOUND without places."""
    known = places.listed()
    for place in known:
        if typed_text.folded(place.name) == typed_text.folded(name):
            return place
    if not known:
        raise Refused(Reason.NOT_FOUND, what="Place")
    raise Refused(Reason.CHOICE_UNKNOWN, typed=name[:40], choices=", ".join(place.name for place in known))


def sessions_of_period(first: date, last: date, place_id: int | None) -> tuple[list[Session], list[Place]]:
    """List the sessions of a period, both days included, and all places; refuses END_BEFORE_START."""
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    return sessions.between(first, last, place_id), places.listed(with_inactive=True)


# --- one session ---


def add_session(activity: Activity, day: date, voice_ids: Sequence[int] = ()) -> Changes:
    """Plan a session, perhaps from voices: they become planned. Refuses NAME_MISSING, TEXT_TOO_LONG, NOT_FOUND."""
    tidy = _tidy(activity)
    with one_act(Act.SESSION_ADDED, *_topics(voice_ids), title=tidy.title, day=day) as act:
        act.made = sessions.add(tidy, day)
        _link_voices(voice_ids, [act.made])
    return act.changes


def change_session(session_id: int, version: int, activity: Activity, day: date) -> Changes:
    """Write a session; refuses SESSION_CLOSED, CHANGED_MEANWHILE and what `add_session` refuses.

    With visits its day, hours and place stay as they are: refuses SESSION_HAS_VISITS.
    """
    tidy = _tidy(activity)
    with one_act(Act.SESSION_CHANGED, Topic.SESSIONS, title=tidy.title, day=day) as act:
        session = _not_held(session_id)
        if _where_and_when(session.activity, session.day) != _where_and_when(tidy, day):
            _must_have_no_visits(session_id)
        sessions.change(session_id, version, tidy, day=day)
    return act.changes


def move_session(
    session_id: int, version: int, day: date, start: time, end: time, place_id: int | None = None
) -> Changes:
    """Move a session to another day, hour or place; refuses SESSION_CLOSED, SESSION_HAS_VISITS, CHANGED_MEANWHILE."""
    with one_act(Act.SESSION_MOVED, Topic.SESSIONS, day=day, start=start) as act:
        session = _free_to_move(session_id)
        place = session.activity.place_id if place_id is None else places.get(place_id).id
        moved = replace(session.activity, start=start, end=end, place_id=place)
        act.facts["title"] = moved.title
        sessions.change(session_id, version, moved, day=day)
    return act.changes


def cancel_session(session_id: int, version: int, reason: str) -> Changes:
    """Say that a session does not go on; refuses REASON_MISSING, SESSION_CLOSED, SESSION_HAS_VISITS."""
    why = _reason(reason)
    with one_act(Act.SESSION_CANCELLED, Topic.SESSIONS) as act:
        session = _free_to_move(session_id)
        act.facts |= {"title": session.activity.title, "day": session.day}
        sessions.change(session_id, version, state=SessionState.CANCELLED.value, reason=why)
    return act.changes


def reinstate_session(session_id: int, version: int) -> Changes:
    """Let a cancelled session go on after all; refuses STATE_NOT_ALLOWED when it was not cancelled."""
    with one_act(Act.SESSION_REINSTATED, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.state is not SessionState.CANCELLED:
            raise Refused(Reason.STATE_NOT_ALLOWED, state=session.state.value, wanted=SessionState.PLANNED.value)
        act.facts |= {"title": session.activity.title, "day": session.day}
        sessions.change(session_id, version, state=SessionState.PLANNED.value, reason="")
    return act.changes


def remove_session(session_id: int, version: int) -> Changes:
    """Take a session away as if it had never been planned.

    Refuses SESSION_CLOSED, SESSION_HAS_VISITS, and IN_USE when a voice was heard there.
    """
    with one_act(Act.SESSION_REMOVED, Topic.SESSIONS, Topic.VOICES) as act:
        session = _free_to_move(session_id)
        if session.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        if voices.heard_at(session_id):
            raise Refused(Reason.IN_USE, what="Voice")
        act.facts |= {"title": session.activity.title, "day": session.day}
        sessions.remove(session_id)
    return act.changes


# --- series ---


def preview_series(rule: Weekly, skips: Iterable[DaysOff], kept: Iterable[date], language: str) -> recurrence.Plan:
    """Show which dates a series would make and which it would skip, with why, in nl, fr or en; saves nothing."""
    return recurrence.plan(rule, days_off(rule.first_day, rule.last_day, tuple(DaysOff), language), skips, kept)


def plan_series(
    activity: Activity, rule: Weekly, skips: Iterable[DaysOff], kept: Iterable[date], voice_ids: Sequence[int] = ()
) -> Changes:
    """Plan a series with all its sessions, as one act; refuses NO_DATES and what `add_session` refuses."""
    tidy, off = _tidy(activity), tuple(skips)
    made = _dates(rule, off, kept)
    with one_act(Act.SERIES_ADDED, *_topics(voice_ids), title=tidy.title, number=len(made), first=made[0]) as act:
        act.made = sessions.add_series(tidy, rule, off)
        _link_voices(voice_ids, [sessions.add(tidy, day, act.made) for day in made])
    return act.changes


def repeat_session(
    session_id: int, version: int, rule: Weekly, skips: Iterable[DaysOff], kept: Iterable[date]
) -> Changes:
    """Make a series of a session that stands alone: it is the first, the others follow on the dates of the rule."""
    off = tuple(skips)
    with one_act(Act.SERIES_ADDED, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.series_id is not None:
            raise Refused(Reason.STATE_NOT_ALLOWED)
        made = [day for day in _dates(rule, off, kept) if day != session.day]
        if not made:
            raise Refused(Reason.NO_DATES)
        act.made = sessions.add_series(session.activity, rule, off)
        sessions.change(session_id, version, series=act.made, rule_day=session.day)
        for day in made:
            sessions.add(session.activity, day, act.made)
        act.facts |= {"title": session.activity.title, "number": len(made)}
    return act.changes


def preview_extension(series_id: int, last_day: date, kept: Iterable[date], language: str) -> recurrence.Plan:
    """Show which dates a series gets and skips when it goes on until a later day; saves nothing."""
    series = sessions.get_series(series_id)
    plan = preview_series(replace(series.rule, last_day=last_day), series.skips, kept, language)
    ends = series.rule.last_day
    return recurrence.Plan(
        tuple(day for day in plan.made if day > ends), tuple(skip for skip in plan.skipped if skip.day > ends)
    )


def extend_series(series_id: int, version: int, last_day: date, kept: Iterable[date]) -> Changes:
    """Let a series go on until a later day, by its own rule and skips; refuses NO_DATES."""
    made = preview_extension(series_id, last_day, kept, "nl").made
    if not made:
        raise Refused(Reason.NO_DATES)
    with one_act(Act.SERIES_ADDED, Topic.SESSIONS, number=len(made)) as act:
        series = sessions.get_series(series_id)
        sessions.change_series(series_id, version, last_day=last_day)
        for day in made:
            sessions.add(series.activity, day, series_id)
        act.made = series_id
        act.facts["title"] = series.activity.title
    return act.changes


def change_following(session_id: int, version: int, activity: Activity) -> Changes:
    """Write this session of a series and every later one that may still change; the day of each stays.

    Refuses SESSION_CLOSED, CHANGED_MEANWHILE, SESSION_HAS_VISITS when this one has visits, NOT_FOUND without a series.
    """
    tidy = _tidy(activity)
    with one_act(Act.SERIES_CHANGED, Topic.SESSIONS, title=tidy.title) as act:
        session = _free_to_move(session_id)
        if session.series_id is None:
            raise Refused(Reason.NOT_FOUND, what="Series")
        sessions.change(session_id, version, tidy)
        later = [one for one in _planned_from(session.series_id, session.day) if one.id != session_id]
        for one in later:
            sessions.change(one.id, one.version, replace(tidy, texts=one.activity.texts))
        series = sessions.get_series(session.series_id)
        sessions.change_series(series.id, series.version, replace(tidy, texts=series.activity.texts))
        act.facts["number"] = len(later) + 1
    return act.changes


def cancel_rest(series_id: int, from_day: date, reason: str) -> Changes:
    """Cancel every planned session of a series from a day on; refuses REASON_MISSING, NO_DATES when none is left."""
    why = _reason(reason)
    with one_act(Act.SERIES_CANCELLED, Topic.SESSIONS) as act:
        rest = _planned_from(series_id, from_day)
        if not rest:
            raise Refused(Reason.NO_DATES)
        for session in rest:
            sessions.change(session.id, session.version, state=SessionState.CANCELLED.value, reason=why)
        act.facts |= {"title": sessions.get_series(series_id).activity.title, "number": len(rest)}
    return act.changes


# --- what the verbs share ---


def _tidy(activity: Activity) -> Activity:
    places.get(activity.place_id)
    return replace(
        activity,
        title=typed_text.name(activity.title, typed_text.TITLE_LIMIT),
        theme=typed_text.line(activity.theme, typed_text.TITLE_LIMIT),
        languages=tuple(dict.fromkeys(known_language(code) for code in activity.languages)),
    )


def _reason(typed_reason: str) -> str:
    reason = typed_text.line(typed_reason)
    if not reason:
        raise Refused(Reason.REASON_MISSING)
    return reason


def _dates(rule: Weekly, skips: Iterable[DaysOff], kept: Iterable[date]) -> tuple[date, ...]:
    made = preview_series(rule, skips, kept, "nl").made
    if not made:
        raise Refused(Reason.NO_DATES)
    return made


def _where_and_when(activity: Activity, day: date) -> tuple[object, ...]:
    return activity.place_id, activity.start, activity.end, day


def _not_held(session_id: int) -> Session:
    session = sessions.get(session_id)
    if session.state is SessionState.HELD:
        raise Refused(Reason.SESSION_CLOSED)
    return session


def _free_to_move(session_id: int) -> Session:
    session = _not_held(session_id)
    _must_have_no_visits(session_id)
    return session


def _must_have_no_visits(session_id: int) -> None:
    if visits.registered_at([session_id]):
        raise Refused(Reason.SESSION_HAS_VISITS, visits=visits.number_in(session_id))


def _planned_from(series_id: int, day: date) -> list[Session]:
    planned = [
        session
        for session in sessions.of_series(series_id)
        if session.day >= day and session.state is SessionState.PLANNED
    ]
    registered = visits.registered_at([session.id for session in planned])
    return [session for session in planned if session.id not in registered]


def _topics(voice_ids: Sequence[int]) -> tuple[Topic, ...]:
    return (Topic.SESSIONS, Topic.VOICES) if voice_ids else (Topic.SESSIONS,)


def _link_voices(voice_ids: Sequence[int], session_ids: Sequence[int]) -> None:
    for voice_id in voice_ids:
        voice = voices.get(voice_id)
        state = VoiceState.PLANNED if voice.state in _LATER else voice.state
        voices.change(replace(voice, state=state, sessions=(*voice.sessions, *session_ids)), voice.version)
