"""The verbs of planning one session: it is added, changed, moved, cancelled, taken away.

Those of a series are in `services.series`, what the planning screen shows in `services.timetable`. Each verb is one
transaction with one undo. What really happened is protected: a session that was held, or where people were registered,
does not move, is not cancelled and is not taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from meetingplace.domain import typed_text
from meetingplace.domain.enrolments import OnList
from meetingplace.domain.language import known_language
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Activity, Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.voices import VoiceState
from meetingplace.services import enrolments
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import places, sessions, team, visits, voices

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


def used_places() -> list[tuple[int, str]]:
    """List the places that are in use, by name: id and name."""
    return [(place.id, place.name) for place in places.listed()]


def member_named(name: str) -> TeamMember:
    """Find a team member by name, whatever its accents and case; refuses CHOICE_UNKNOWN, MEMBER_LEFT."""
    known = team.listed()
    called = [one for one in team.listed(with_inactive=True) if typed_text.folded(one.name) == typed_text.folded(name)]
    for member in called:
        if member.is_active:
            return member
    if called:
        raise Refused(Reason.MEMBER_LEFT, name=called[0].name)
    raise Refused(Reason.CHOICE_UNKNOWN, typed=name[:40], choices=", ".join(member.name for member in known))


def sessions_of_period(first: date, last: date, place_id: int | None) -> tuple[list[Session], list[Place]]:
    """List the sessions of a period, both days included, and all places; refuses END_BEFORE_START."""
    if last < first:
        raise Refused(Reason.END_BEFORE_START)
    return sessions.between(first, last, place_id), places.listed(with_inactive=True)


# --- one session ---


def add_session(activity: Activity, day: date, voice_ids: Sequence[int] = ()) -> Changes:
    """Plan a session, perhaps from voices: they become planned. Refuses NAME_MISSING, TEXT_TOO_LONG, NOT_FOUND."""
    whole = tidy(activity)
    with one_act(Act.SESSION_ADDED, *topics_of(voice_ids), title=whole.title, day=day) as act:
        act.made = sessions.add(whole, day)
        link_voices(voice_ids, [act.made])
    return act.changes


def change_session(session_id: int, version: int, activity: Activity, day: date) -> Changes:
    """Write a session; refuses SESSION_CLOSED, CHANGED_MEANWHILE and what `add_session` refuses.

    With visits its day, hours and place stay as they are: refuses SESSION_HAS_VISITS.
    """
    whole = tidy(activity)
    with one_act(Act.SESSION_CHANGED, Topic.SESSIONS, title=whole.title, day=day) as act:
        session = _not_held(session_id)
        if _where_and_when(session.activity, session.day) != _where_and_when(whole, day):
            _must_have_no_visits(session_id)
        was = where_it_was(session, whole, day)
        sessions.change(session_id, version, whole, day=day, **was)
        enrolments.move_up(act, OnList(session_id=session_id))
    return act.changes


def move_session(
    session_id: int, version: int, day: date, start: time, end: time, place_id: int | None = None
) -> Changes:
    """Move a session to another day, hour or place; refuses SESSION_CLOSED, SESSION_HAS_VISITS, CHANGED_MEANWHILE."""
    with one_act(Act.SESSION_MOVED, Topic.SESSIONS, day=day, start=start) as act:
        session = free_to_move(session_id)
        place = session.activity.place_id if place_id is None else places.get(place_id).id
        moved = replace(session.activity, start=start, end=end, place_id=place)
        act.facts["title"] = moved.title
        sessions.change(session_id, version, moved, day=day, **where_it_was(session, moved, day))
    return act.changes


def copy_session(session_id: int, day: date, start: time, end: time, place_id: int | None = None) -> Changes:
    """Plan the same once more on another day, hour or place, with its team and own texts; it stands alone."""
    with one_act(Act.SESSION_ADDED, Topic.SESSIONS, day=day) as act:
        activity = sessions.get(session_id).activity
        place = activity.place_id if place_id is None else places.get(place_id).id
        copy = replace(activity, start=start, end=end, place_id=place)
        act.made = sessions.add(copy, day)
        act.facts["title"] = copy.title
    return act.changes


def cancel_session(session_id: int, version: int, reason: str) -> Changes:
    """Say that a session does not go on; refuses REASON_MISSING, SESSION_CLOSED, SESSION_HAS_VISITS."""
    why = reason_of(reason)
    with one_act(Act.SESSION_CANCELLED, Topic.SESSIONS) as act:
        session = free_to_move(session_id)
        act.facts |= {"title": session.activity.title, "day": session.day}
        sessions.change(session_id, version, **cancelled(session, why))
    return act.changes


def reinstate_session(session_id: int, version: int) -> Changes:
    """Let a cancelled session go on after all; refuses STATE_NOT_ALLOWED when it was not cancelled."""
    with one_act(Act.SESSION_REINSTATED, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.state is not SessionState.CANCELLED:
            raise Refused(Reason.STATE_NOT_ALLOWED, state=session.state.value, wanted=SessionState.PLANNED.value)
        act.facts |= {"title": session.activity.title, "day": session.day}
        stands = (session.was_day, session.was_start) == (session.day, session.activity.start)
        was = {"was_day": None, "was_start": None} if stands else {}
        sessions.change(session_id, version, state=SessionState.PLANNED.value, reason="", **was)
    return act.changes


def remove_session(session_id: int, version: int) -> Changes:
    """Take a session away as if it had never been planned.

    Refuses SESSION_CLOSED, SESSION_HAS_VISITS, SESSION_HAS_ENROLMENTS, and IN_USE when a voice was heard there.
    """
    with one_act(Act.SESSION_REMOVED, Topic.SESSIONS, Topic.VOICES) as act:
        session = free_to_move(session_id)
        if session.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        must_leave_nothing(session_id)
        act.facts |= {"title": session.activity.title, "day": session.day}
        sessions.remove(session_id)
    return act.changes


# --- what the verbs share ---


def tidy(activity: Activity) -> Activity:
    """Give an activity as it is kept; refuses NAME_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN, NOT_FOUND (its place)."""
    places.get(activity.place_id)
    return tidy_texts(activity)


def tidy_texts(activity: Activity) -> Activity:
    """Give an activity as it is kept, its place apart; refuses NAME_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN."""
    return replace(
        activity,
        title=typed_text.name(activity.title, typed_text.TITLE_LIMIT),
        theme=typed_text.line(activity.theme, typed_text.TITLE_LIMIT),
        languages=tuple(dict.fromkeys(known_language(code) for code in activity.languages)),
    )


def reason_of(typed_reason: str) -> str:
    """Give a reason as it is kept; refuses REASON_MISSING and TEXT_TOO_LONG."""
    reason = typed_text.line(typed_reason)
    if not reason:
        raise Refused(Reason.REASON_MISSING)
    return reason


def cancelled(session: Session, reason: str) -> dict[str, Any]:
    """Give what a session becomes that does not go on; parents may still think that it does, where it stood."""
    return {
        "state": SessionState.CANCELLED.value,
        "reason": reason,
        "was_day": session.was_day or session.day,
        "was_start": session.was_start or session.activity.start,
    }


def where_it_was(session: Session, activity: Activity, day: date) -> dict[str, Any]:
    """Give where parents still think that a session is, once it moves; nothing when it moves back there.

    Only the day and the hour are remembered: whoever moves it to another place tells that too, however often.
    """
    known = session.was_day or session.day, session.was_start or session.activity.start
    is_at_home = (day, activity.start) == known
    stays = (day, activity.start) == (session.day, session.activity.start)
    if activity.place_id == session.activity.place_id and (stays or is_at_home):
        return {} if stays else {"was_day": None, "was_start": None}
    was_day, was_start = known
    return {"was_day": was_day, "was_start": was_start}


def _where_and_when(activity: Activity, day: date) -> tuple[object, ...]:
    return activity.place_id, activity.start, activity.end, day


def _not_held(session_id: int) -> Session:
    session = sessions.get(session_id)
    if session.state is SessionState.HELD:
        raise Refused(Reason.SESSION_CLOSED)
    return session


def free_to_move(session_id: int) -> Session:
    """Give a session that nothing holds where it is; refuses SESSION_CLOSED and SESSION_HAS_VISITS."""
    session = _not_held(session_id)
    _must_have_no_visits(session_id)
    return session


def must_leave_nothing(session_id: int) -> None:
    """Refuse IN_USE when a voice was heard at a session, SESSION_HAS_ENROLMENTS when somebody stands on its list."""
    if voices.heard_at(session_id):
        raise Refused(Reason.IN_USE, what="Voice")
    enrolments.must_be_empty(session_id)


def _must_have_no_visits(session_id: int) -> None:
    if visits.registered_at([session_id]):
        raise Refused(Reason.SESSION_HAS_VISITS, visits=visits.number_in(session_id))


def topics_of(voice_ids: Sequence[int]) -> tuple[Topic, ...]:
    """Say what changes when something is planned, perhaps from voices."""
    return (Topic.SESSIONS, Topic.VOICES) if voice_ids else (Topic.SESSIONS,)


def link_voices(voice_ids: Sequence[int], session_ids: Sequence[int]) -> None:
    """Let sessions come from voices, which are planned from then on."""
    for voice_id in voice_ids:
        voice = voices.get(voice_id)
        state = VoiceState.PLANNED if voice.state in _LATER else voice.state
        voices.change(replace(voice, state=state, sessions=(*voice.sessions, *session_ids)), voice.version)
