"""Closing a session: how it really was, with its team, minutes, functions and languages; and opening it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from meetingplace.domain import typed_text
from meetingplace.domain.language import MOST_SPOKEN, known_language
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Closing, Session, SessionState
from meetingplace.domain.team import TeamMember
from meetingplace.domain.visits import Tallied, TallyCount, Totals, Visit, totals
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import families, places, sessions, team, visits

_MOST_MINUTES = 24 * 60
_MOST_PEOPLE = 1_000  # turned away, or of one language: more is a slip of the finger
_AT_HAND = 6  # languages with a counter, before anybody asks for another one


@dataclass(frozen=True)
class ClosingBoard:
    """What the panel for closing shows: the session as planned, who may have been in its team, what was counted.

    Of a session that was closed before, a member is paid or a volunteer as was noted then. `still_in` counts the
    arrivals that have not left; closing notes that they left at `leave_at`. `languages` are those of unnamed people,
    with how many speak them.
    """

    session: Session
    members: tuple[TeamMember, ...]
    totals: Totals
    still_in: int
    leave_at: datetime
    languages: tuple[tuple[str, int], ...]
    themes: tuple[str, ...]


def closing_board(session_id: int, now: datetime) -> ClosingBoard:
    """Show a session before its desk is closed; refuses NOT_FOUND."""
    session = sessions.get(session_id)
    came, tallied = visits.of_session(session_id), visits.tallies(session_id)
    themes, _languages = sessions.themes_and_languages()
    return ClosingBoard(
        session=session,
        members=_members(session),
        totals=totals(came, tallied),
        still_in=sum(visit.left is None for visit in came),
        leave_at=_leaving(session, now),
        languages=_languages_at(session, tallied),
        themes=tuple(themes),
    )


def close_session(session_id: int, version: int | None, closing: Closing, now: datetime) -> Changes:
    """Close the desk: the session was held, as its team writes it down; whoever is still in has left.

    Refuses CHANGED_MEANWHILE, SESSION_CLOSED, SESSION_CANCELLED, DATE_IN_FUTURE (a session of a day that is still to
    come), NUMBER_IMPOSSIBLE, TALLY_BELOW_ZERO, LANGUAGE_UNKNOWN, TEXT_TOO_LONG and NOT_FOUND (a member who is nobody).
    """
    with one_act(Act.SESSION_CLOSED, Topic.SESSIONS, Topic.VISITS) as act:
        session = sessions.get(session_id)
        session.must_take_visits()
        if session.day > now.date():
            raise Refused(Reason.DATE_IN_FUTURE)
        _must_be_within(_MOST_MINUTES, closing.preparation_minutes, closing.debrief_minutes)
        _must_be_within(_MOST_PEOPLE, closing.turned_away)
        sessions.change(
            session_id,
            version,
            state=SessionState.HELD.value,
            closed_at=now,
            preparation_minutes=closing.preparation_minutes,
            debrief_minutes=closing.debrief_minutes,
            functions=closing.functions,
            theme=typed_text.line(closing.theme, typed_text.TITLE_LIMIT),
            is_full=closing.is_full,
            turned_away=closing.turned_away,
            remark=typed_text.text(closing.remark),
        )
        paid = {member_id: team.get(member_id).is_paid for member_id in closing.team}
        sessions.replace_team(session_id, closing.team)
        sessions.note_paid(session_id, paid)
        _count_languages(session_id, closing)
        came = visits.of_session(session_id)
        _let_all_leave(came, _leaving(session, now))
        act.made = session_id
        present = totals(came, visits.tallies(session_id))
        act.facts.update(title=session.activity.title, children=present.all_children, adults=present.all_adults)
    return act.changes


def reopen_session(session_id: int, version: int | None = None) -> Changes:
    """Open the desk of a session again that was closed by mistake.

    What was written at closing stays until it closes again. Refuses SESSION_CANCELLED, STATE_NOT_ALLOWED (it was not
    closed) and CHANGED_MEANWHILE.
    """
    with one_act(Act.SESSION_REOPENED, Topic.SESSIONS, Topic.VISITS) as act:
        session = sessions.get(session_id)
        if session.state is SessionState.CANCELLED:
            raise Refused(Reason.SESSION_CANCELLED)
        if session.state is not SessionState.HELD:
            raise Refused(Reason.STATE_NOT_ALLOWED, state=session.state, wanted=SessionState.PLANNED)
        sessions.change(session_id, version, state=SessionState.PLANNED.value, closed_at=None)
        act.made = session_id
        act.facts["title"] = session.activity.title
    return act.changes


def _members(session: Session) -> tuple[TeamMember, ...]:
    """List the team, with whoever was at this session and has left the team since."""
    there, noted = set(session.activity.team), sessions.paid_at(session.id)
    listed = [member for member in team.listed(with_inactive=True) if member.is_active or member.id in there]
    return tuple(replace(member, is_paid=noted.get(member.id, member.is_paid)) for member in listed)


def _languages_at(session: Session, tallied: list[TallyCount]) -> tuple[tuple[str, int], ...]:
    """Give what was counted of each language; then, with nought, those that are likely here."""
    counted = {tally.key: tally.number for tally in tallied if tally.what is Tallied.LANGUAGES}
    place = places.get(session.activity.place_id)
    likely = [*session.activity.languages, *place.languages, *families.languages_by_use(), *MOST_SPOKEN]
    offered = list(dict.fromkeys(likely))[:_AT_HAND]
    return tuple((code, counted.get(code, 0)) for code in dict.fromkeys([*counted, *offered]))


def _leaving(session: Session, now: datetime) -> datetime:
    """Say when the last ones left: at the end of the session, or now when it is closed before."""
    return min(session.ends, now)


def _let_all_leave(came: list[Visit], left: datetime) -> None:
    for visit in came:
        if visit.left is None:
            visits.leave(visit.id, max(left, visit.arrived))


def _count_languages(session_id: int, closing: Closing) -> None:
    for code, step in closing.heard:
        language = known_language(code)
        _must_be_within(_MOST_PEOPLE, abs(step))
        if step and visits.add_to_tally(session_id, Tallied.LANGUAGES, language, step) < 0:
            raise Refused(Reason.TALLY_BELOW_ZERO)


def _must_be_within(most: int, *numbers: int) -> None:
    for number in numbers:
        if not 0 <= number <= most:
            raise Refused(Reason.NUMBER_IMPOSSIBLE, typed=number)
