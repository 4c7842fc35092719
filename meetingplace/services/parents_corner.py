"""The parents' corner: what it shows, and what a parent may write there.

Every board here holds public data alone. Nothing of this module knows a family, a visit or who told what.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from meetingplace.domain import polls as rules, typed_text
from meetingplace.domain.faces import Face, FacesGiven, Subject
from meetingplace.domain.language import MOST_SPOKEN, PAPER, known_language
from meetingplace.domain.polls import Card, DotsDropped, Poll
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Channel, Kind, Voice, VoiceState
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import calls, faces, places, polls, sessions, voices

_TURNING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))

_RESULT_SHOWN = timedelta(days=30)  # after it was closed


# --- what it shows ---


@dataclass(frozen=True)
class WallBoard:
    """What the wall of languages leads to, and after how many seconds without a touch it comes back."""

    seconds: int
    has_ideas: bool
    has_poll: bool


@dataclass(frozen=True)
class SessionShown:
    """A session that came from an idea."""

    title: str
    day: date


@dataclass(frozen=True)
class IdeaShown:
    """An idea on the board: the words and the answer, each with the language that it is in, and how many say so."""

    id: int
    words: str
    words_language: str
    pictures: tuple[str, ...]
    state: VoiceState
    answer: str
    answer_language: str
    sessions: tuple[SessionShown, ...]
    people: int


@dataclass(frozen=True)
class CardShown:
    """A card of a poll; `dots` are told when it is closed, so that nobody drops theirs where most lie."""

    id: int
    picture: str
    words: str
    language: str
    dots: int = 0


@dataclass(frozen=True)
class PollShown:
    """A poll in the language of the reader, or in Dutch where nobody translated it; a closed one with its dots."""

    id: int
    question: str
    language: str
    cards: tuple[CardShown, ...]
    is_open: bool


def languages() -> tuple[str, ...]:
    """List the languages of the corner: those in which parents told most there, those of the house, then the rest."""
    house = places.house()
    used = [code for code, _number in (voices.languages() + faces.languages()).most_common()]
    wanted = dict.fromkeys((*used, *(house.languages if house else ()), *MOST_SPOKEN, *PAPER))
    return tuple(code for code in wanted if code in PAPER)


def wall(today: date, place_id: int | None = None) -> WallBoard:
    """Show what the corner of a place offers today."""
    house = places.house()
    return WallBoard(
        seconds=house.corner_seconds if house else 60,
        has_ideas=bool(voices.shown(place_id)),
        has_poll=_poll_of(today, place_id) is not None,
    )


def ideas(language: str, place_id: int | None = None) -> tuple[IdeaShown, ...]:
    """Show the ideas that a host has put on the board, the latest first, in the language of the reader."""
    shown = voices.shown(place_id)
    supporters = voices.supporters([voice.id for voice in shown])
    came = {one.id: one for one in sessions.some(id for voice in shown for id in voice.sessions)}
    return tuple(
        IdeaShown(
            voice.id,
            *voice.words_in(language),
            voice.pictures,
            voice.state,
            *voice.answer_in(language),
            tuple(SessionShown(came[id].activity.title, came[id].day) for id in voice.sessions if id in came),
            1 + supporters[voice.id],
        )
        for voice in shown
    )


def poll(language: str, today: date, place_id: int | None = None) -> PollShown | None:
    """Show the open poll, else what came out of the one that was closed of late; None when there is neither."""
    found = _poll_of(today, place_id)
    if found is None:
        return None
    text = found.in_language(language)
    question, in_language = (text.words, language) if text else (found.question, "nl")
    count = None if found.is_open else rules.counted(polls.dots(found.id))
    cards = tuple(_card(card, language, count.of(card.id) if count else 0) for card in found.cards)
    return PollShown(found.id, question, in_language, cards, found.is_open)


def _poll_of(today: date, place_id: int | None) -> Poll | None:
    return polls.opened(place_id) or polls.closed_last(today - _RESULT_SHOWN, place_id)


def _card(card: Card, language: str, dots: int) -> CardShown:
    said = card.in_language(language)
    return CardShown(card.id, card.picture, said.words if said else card.words, language if said else "nl", dots)


# --- what a parent may write ---


def give_face(
    face: Face, subjects: Iterable[Subject], language: str, now: datetime, place_id: int | None = None
) -> Changes:
    """Say how it was, with what it was about; refuses LANGUAGE_UNKNOWN."""
    with one_act(Act.FACE_GIVEN, Topic.FACES) as act:
        about = tuple(dict.fromkeys(subjects))
        given = FacesGiven(0, now.date(), face, about, known_language(language), Channel.CORNER, place_id)
        act.made = faces.add(given)
    return act.changes


def leave_idea(
    words: str,
    pictures: Iterable[str],
    language: str,
    now: datetime,
    place_id: int | None = None,
    kind: Kind = Kind.IDEA,
) -> Changes:
    """Leave an idea in words, in pictures, or in both; a host reads it before anybody else does.

    Refuses TEXT_MISSING, TEXT_TOO_LONG and LANGUAGE_UNKNOWN.
    """
    with one_act(Act.VOICE_HEARD, Topic.VOICES, kind=kind) as act:
        written = typed_text.text(words.translate(_TURNING))  # marks that turn the line round have no place in words
        picked = tuple(dict.fromkeys(pictures))
        if not written and not picked:
            raise Refused(Reason.TEXT_MISSING)
        told = Voice(
            0, now.date(), written, known_language(language), Channel.CORNER, kind, place_id=place_id, pictures=picked
        )
        act.made = voices.add(told)
    return act.changes


def agree(voice_id: int, now: datetime) -> Changes:
    """Say "me too" to an idea on the board; refuses NOT_FOUND, also when it no longer hangs there."""
    with one_act(Act.VOICE_AGREED, Topic.VOICES) as act:
        if not voices.get(voice_id).is_shown:
            raise Refused(Reason.NOT_FOUND, what="Voice")
        voices.agree(voice_id, now.date(), Channel.CORNER)
    return act.changes


def drop_dots(poll_id: int, dots: Mapping[int, int], now: datetime) -> Changes:
    """Drop the dots of one person, card by card, all at once.

    Refuses POLL_CLOSED (perhaps meanwhile), DOTS_TOO_MANY, DOTS_MISSING and NOT_FOUND.
    """
    with one_act(Act.DOTS_DROPPED, Topic.POLLS) as act:
        found = polls.get(poll_id)
        found.must_take_dots()
        given = rules.ballot(dots, [card.id for card in found.cards])
        ballot = secrets.token_hex(8)
        dropped = [DotsDropped(card, number, Channel.CORNER, ballot) for card, number in given.items()]
        polls.drop(poll_id, now.date(), dropped)
    return act.changes


def call_host(language: str, now: datetime, place_id: int | None = None) -> Changes:
    """Ask a host to come: somebody would rather tell it. Refuses LANGUAGE_UNKNOWN."""
    with one_act(Act.HOST_CALLED, Topic.CALLS) as act:
        act.made = calls.add(now, known_language(language), place_id)
    return act.changes
