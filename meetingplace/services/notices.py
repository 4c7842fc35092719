"""What to tell whom when a session does not go on or moves: the notice in its languages, and a short check list.

Whether parents may still think that it goes on as before stands in the session (`was_day`), until somebody says that
it was told. Of a series that was changed or stopped as a whole, one notice tells of this session and of those after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from meetingplace.domain import typed_text
from meetingplace.domain.language import PAPER, PROGRAM, is_right_to_left
from meetingplace.domain.places import Place
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.series_dates import Departure, departure_of
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.i18n import phrases
from meetingplace.i18n.catalog import Translator, state_of_phrases, translator
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
    """What to tell, in the languages of the session with Dutch first, and whom.

    `along` are the later sessions of its series of which the same is told.
    """

    session: Session
    along: tuple[Session, ...]
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
    place, along = places.get(session.activity.place_id), _along(session)
    listed = expected_at(session)
    made = sessions.flyers_of([session.id], [session.series_id] if session.series_id is not None else [])
    return NoticeBoard(
        session=session,
        along=along,
        place=place,
        texts=tuple(_text(session, along, place, language) for language in _languages(session)),
        team=tuple(team.get(member_id).name for member_id in session.activity.team),
        partners=tuple(partners.get(partner_id).name for partner_id in session.activity.partners),
        reachable=tuple(one.first_name for one in listed if one.contact),
        others_enrolled=sum(not one.contact for one in listed),
        has_flyer=bool(made),
        is_told=session.was_day is None,
    )


def say_told(session_id: int, version: int) -> Changes:
    """Note that everybody knows: the session is where it is, and so are those that are told of along with it.

    Refuses STATE_NOT_ALLOWED and CHANGED_MEANWHILE.
    """
    with one_act(Act.NOTICE_TOLD, Topic.SESSIONS) as act:
        session = sessions.get(session_id)
        if session.was_day is None:
            raise Refused(Reason.STATE_NOT_ALLOWED)
        if session.version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        for one in (session, *_along(session)):
            sessions.change(one.id, one.version, was_day=None, was_start=None)
            sessions.keep_flyers_true(one.id, one.version)
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


def _along(session: Session) -> tuple[Session, ...]:
    """Give the later sessions of its series that moved or were cancelled just so, and of which nobody was told yet."""
    if session.series_id is None or session.was_day is None:
        return ()
    later = (one for one in sessions.of_series(session.series_id) if one.begins > session.begins)
    return tuple(one for one in later if one.was_day is not None and _what_happened(one) == _what_happened(session))


def _what_happened(session: Session) -> tuple[object, ...]:
    activity = session.activity
    return session.state, session.reason, session.was_start, activity.start, activity.end, activity.place_id


def _languages(session: Session) -> tuple[str, ...]:
    wanted = session.activity.languages or the_house().languages
    return ("nl", *(language for language in dict.fromkeys(wanted) if language in PAPER and language != "nl"))


def _text(session: Session, along: tuple[Session, ...], place: Place, language: str) -> NoticeText:
    _ = translator("paper", language)
    if session.state is SessionState.CANCELLED:
        why = phrases.why_not(_, standard_reason(session.reason) or session.reason)
        said = [_cancelled(_, one) for one in (session, *along)]
        text = "\n".join([*said, why]) if along else f"{said[0]} {why}"
    else:
        text = "\n".join(_moved(_, session, along, place))
    return NoticeText(language, text, state_of_phrases(language, phrases.NOTICES), is_right_to_left(language))


def _cancelled(_: Translator, session: Session) -> str:
    return phrases.does_not_go_on(_, _title(session, _.language), *_was(session))


def _moved(_: Translator, session: Session, along: tuple[Session, ...], place: Place) -> Iterable[str]:
    """Say where a session went; where the whole series went along, by its rule, else of each session."""
    where = ", ".join(filter(None, (place.name, place.address, place.town)))
    series = sessions.get_series(session.series_id) if along and session.series_id is not None else None
    is_whole = series is not None and departure_of(session, series) in (None, Departure.KEPT)
    for one in (session,) if is_whole else (session, *along):
        yield phrases.moves_to(_, _title(one, _.language), _was(one), (one.day, one.activity.start), where)
    if series is not None and is_whole:
        yield phrases.from_now_on(_, series.rule, session.activity.start, session.activity.end)


def _title(session: Session, language: str) -> str:
    own = (text.title for text in session.activity.texts if text.language == language)
    return next(own, session.activity.title)


def _was(session: Session) -> tuple[date, time]:
    return session.was_day or session.day, session.was_start or session.activity.start
