"""What to tell whom when a session does not go on or moves: the notice in its languages, and a short check list.

Whether parents may still think that it goes on as before stands in the session (`was_day`), until somebody says that
it was told.
"""

from __future__ import annotations

from dataclasses import dataclass

from meetingplace.domain import typed_text
from meetingplace.domain.language import PAPER, PROGRAM, is_right_to_left
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import state_of_phrases, translator
from meetingplace.i18n.words import cancel_reasons
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.services.enrolments import expected_at
from meetingplace.services.organisation import the_house
from meetingplace.storage import partners, places, sessions, team


@dataclass(frozen=True)
class NoticeText:
    """The notice in one language; `state` says how far its phrases were read: source, human, machine or checked."""

    language: str
    text: str
    state: str
    is_right_to_left: bool


@dataclass(frozen=True)
class NoticeBoard:
    """What to tell, in the languages of the session with Dutch first, and whom."""

    session: Session
    place: Place
    texts: tuple[NoticeText, ...]
    team: tuple[str, ...]
    partners: tuple[str, ...]
    reachable: tuple[str, ...]  # first names of who is enrolled and left a contact
    others_enrolled: int  # who left none
    has_flyer: bool
    is_told: bool


def notice_board(session_id: int) -> NoticeBoard:
    """Show what to tell about a session; refuses NOT_FOUND, and STATE_NOT_ALLOWED when nothing is to be told."""
    session = sessions.get(session_id)
    if session.state is not SessionState.CANCELLED and session.was_day is None:
        raise Refused(Reason.STATE_NOT_ALLOWED)
    place = places.get(session.activity.place_id)
    listed = expected_at(session)
    made = sessions.flyers_of([session.id], [session.series_id] if session.series_id is not None else [])
    return NoticeBoard(
        session=session,
        place=place,
        texts=tuple(_text(session, place, language) for language in _languages(session)),
        team=tuple(team.get(member_id).name for member_id in session.activity.team),
        partners=tuple(partners.get(partner_id).name for partner_id in session.activity.partners),
        reachable=tuple(one.first_name for one in listed if one.contact),
        others_enrolled=sum(not one.contact for one in listed),
        has_flyer=bool(made),
        is_told=session.was_day is None,
    )


def say_told(session_id: int, version: int) -> Changes:
    """Note that everybody knows: the session is where it is. Refuses STATE_NOT_ALLOWED and CHANGED_MEANWHILE."""
    with one_act(Act.NOTICE_TOLD, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.was_day is None:
            raise Refused(Reason.STATE_NOT_ALLOWED)
        sessions.change(session_id, version, was_day=None, was_start=None)
        sessions.keep_flyers_true(session_id, version)
        act.facts["title"] = session.activity.title
    return act.changes


def standard_reason(reason: str) -> str:
    """Give the key of a standard reason, in whatever language of the program it was chosen; empty for any other."""
    asked = typed_text.folded(reason)
    for language in PROGRAM:
        for key, words in cancel_reasons(translator("app", language)).items():
            if typed_text.folded(words) == asked:
                return key
    return ""


def _languages(session: Session) -> tuple[str, ...]:
    wanted = session.activity.languages or the_house().languages
    return ("nl", *(language for language in dict.fromkeys(wanted) if language in PAPER and language != "nl"))


def _text(session: Session, place: Place, language: str) -> NoticeText:
    _, activity = translator("paper", language), session.activity
    own = next((text.title for text in activity.texts if text.language == language), activity.title)
    was = session.was_day or session.day, session.was_start or activity.start
    if session.state is SessionState.CANCELLED:
        said = phrases.does_not_go_on(_, own, *was)
        said += " " + phrases.why_not(_, standard_reason(session.reason) or session.reason)
    else:
        where = ", ".join(filter(None, (place.name, place.address, place.town)))
        said = phrases.moves_to(_, own, was, (session.day, activity.start), where)
    return NoticeText(language, said, state_of_phrases(language, phrases.NOTICES), is_right_to_left(language))
