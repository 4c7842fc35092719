"""Paper of participation: you said – we did, the dot poster, the sheet with faces, slips for ideas. It has no verbs.

Only what a host put on the board hangs on a poster, and nobody's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from meetingplace.documents.moods import Mood
from meetingplace.documents.posters import dot_poster, faces_sheet, idea_slips, said_did
from meetingplace.documents.posters.dot_poster import CardShown, DotPoster
from meetingplace.documents.posters.faces_sheet import FacesSheet
from meetingplace.documents.posters.idea_slips import IdeaSlips
from meetingplace.documents.posters.poster import PosterPaper, Sender, Text
from meetingplace.documents.posters.said_did import SaidDid, VoiceShown
from meetingplace.domain import pictograms
from meetingplace.domain.calendar import school_year_of
from meetingplace.domain.faces import Subject
from meetingplace.domain.language import PAPER
from meetingplace.domain.polls import Card, Poll
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Session, SessionState
from meetingplace.domain.sheet_code import code_of
from meetingplace.domain.voices import Kind, Voice, VoiceState
from meetingplace.i18n import corner
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.services.organisation import the_house
from meetingplace.storage import polls, sessions, voices

__all__ = ["PosterAsked", "PosterChoices", "PosterKind", "PosterMade", "PosterPaper", "poster", "poster_choices"]

_BEFORE, _AFTER = timedelta(days=14), timedelta(days=28)  # sessions that a sheet with faces is offered for
_KINDS = {
    Kind.WISH: "star",
    Kind.IDEA: "lightbulb-on",
    Kind.QUESTION: "help-circle",
    Kind.THANKS: "heart",
    Kind.COMPLAINT: "message-alert",
    Kind.OFFER: "hand-heart",
}


class PosterKind(Enum):
    """A paper by which parents take part."""

    SAID_DID = "said-did"
    DOTS = "dots"
    FACES = "faces"
    SLIPS = "slips"


@dataclass(frozen=True)
class PosterAsked:
    """Which paper, in which languages beside the Dutch and how large.

    Of which voices (heard since a day, at a place), of which poll (none: the open one), of which session (none: a
    blank one).
    """

    kind: PosterKind
    languages: tuple[str, ...] = ("nl",)
    paper: PosterPaper = PosterPaper.A4
    since: date | None = None
    place_id: int | None = None
    poll_id: int | None = None
    session_id: int | None = None


@dataclass(frozen=True)
class PosterMade:
    """The paper as PDF, and what to look at before it hangs.

    `missing` counts by language the texts that nobody wrote: there the Dutch stands alone. `unanswered` voices of the
    board wait for an answer, and do not hang. `to_tell` are the voices that it answers, those that say the same among
    them, whose parents were not told yet.
    """

    pdf: bytes
    missing: tuple[tuple[str, int], ...] = ()
    unanswered: int = 0
    to_tell: tuple[int, ...] = ()


@dataclass(frozen=True)
class PosterChoices:
    """What a paper can be made of: the languages, those of the house first; polls and sessions, the nearest first."""

    languages: tuple[str, ...]
    of_house: tuple[str, ...]
    polls: tuple[tuple[int, str], ...]
    sessions: tuple[Session, ...]
    since: date


def poster_choices(today: date, place_id: int | None = None) -> PosterChoices:
    """Offer languages, polls and the sessions of these weeks; voices are shown since the school year began."""
    own = tuple(code for code in dict.fromkeys(["nl", *the_house().languages]) if code in PAPER)
    listed = sorted(polls.listed(), key=lambda poll: not poll.is_open)
    near = sessions.between(today - _BEFORE, today + _AFTER, place_id)
    near = [one for one in near if one.state is not SessionState.CANCELLED]
    return PosterChoices(
        languages=tuple(dict.fromkeys([*own, *PAPER])),
        of_house=own,
        polls=tuple((poll.id, poll.question) for poll in listed),
        sessions=tuple(sorted(near, key=lambda one: (one.day < today, abs(one.day - today)))),
        since=school_year_of(today)[0],
    )


def poster(asked: PosterAsked, today: date) -> PosterMade:
    """Make the paper that is asked.

    Refuses LANGUAGE_UNKNOWN, NOT_FOUND, BOARD_EMPTY (no answered voice hangs on the board), POLL_MISSING,
    TEXT_TOO_LONG and LETTERS_MISSING.
    """
    languages = _languages(asked)
    made = {
        PosterKind.SAID_DID: _said_did,
        PosterKind.DOTS: _dots,
        PosterKind.FACES: _faces,
        PosterKind.SLIPS: _slips,
    }[asked.kind]
    return made(asked, languages, today)


def _languages(asked: PosterAsked) -> tuple[str, ...]:
    """Give the languages in their order; on a poster Dutch is always there, and first."""
    wanted = tuple(dict.fromkeys(asked.languages))
    for language in wanted:
        if language not in PAPER:
            raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])
    if asked.kind is PosterKind.SLIPS:
        return wanted or ("nl",)
    return tuple(dict.fromkeys(["nl", *wanted]))


def _said_did(asked: PosterAsked, languages: Sequence[str], today: date) -> PosterMade:
    since = asked.since or school_year_of(today)[0]
    board = [one for one in voices.shown(asked.place_id) if one.heard_on >= since]
    told = [one for one in board if _has_come_of_it(one)]
    if not told:
        raise Refused(Reason.BOARD_EMPTY)
    people = voices.supporters([one.id for one in told])
    spoken = _spoken(languages)
    came = {one.id: one for one in sessions.some(id for voice in told for id in voice.sessions)}
    shown = tuple(_voice(one, 1 + people[one.id], _came_of(one, came, today), spoken) for one in told)
    answered = sum(not one.waits for one in board)
    content = SaidDid(_sender(), tuple(languages), shown, since, len(board), answered)
    missing = Counter(
        language
        for one in shown
        for texts in (one.words, one.answer)
        for language in languages
        if language not in {text.language for text in texts}
    )
    pdf = said_did.said_did(content, asked.paper, spoken)
    to_tell = tuple(one.id for one in (*told, *voices.joined_to_any([one.id for one in told])) if one.is_to_tell)
    return PosterMade(pdf, _by_language(missing, languages), len(board) - len(told), to_tell)


def _has_come_of_it(voice: Voice) -> bool:
    return bool(voice.answer) or voice.state not in (VoiceState.HEARD, VoiceState.DISCUSSED)


def _came_of(voice: Voice, came: Mapping[int, Session], today: date) -> Session | None:
    """Give the next session that came from a voice, or the last one."""
    listed = [came[id] for id in voice.sessions if id in came and came[id].state is not SessionState.CANCELLED]
    listed.sort(key=lambda one: one.day)
    return next((one for one in listed if one.day >= today), listed[-1] if listed else None)


def _voice(voice: Voice, people: int, session: Session | None, spoken: Mapping[str, Translator]) -> VoiceShown:
    words = _said([voice.words_in(language) for language in spoken])
    if not words:  # told in pictures alone
        words = tuple(Text(language, _named(voice, _)) for language, _ in spoken.items())
    answer = _said([voice.answer_in(language) for language in spoken])
    if not answer:  # what became of it is said by its state, and by the session that came from it
        answer = tuple(Text(language, _named_session(_, session)) for language, _ in spoken.items())
    picture = pictograms.glyph(voice.pictures[0]) if voice.pictures else _KINDS[voice.kind]
    return VoiceShown(picture, words, answer, voice.state, people)


def _named_session(_: Translator, session: Session | None) -> str:
    if session is None:
        return ""
    titles = {text.language: text.title for text in session.activity.texts}
    return corner.session_from_it(_, titles.get(_.language) or session.activity.title, session.day)


def _said(texts: Sequence[tuple[str, str]]) -> tuple[Text, ...]:
    """Give each text once, in the language that it is in: where one is missing, the Dutch stands for it."""
    by_language = {language: words for words, language in texts if words}
    return tuple(Text(language, words) for language, words in by_language.items())


def _named(voice: Voice, _: Translator) -> str:
    """Name the pictures of a voice; one that is no subject of the corner is something else."""
    subjects = corner.subjects(_)
    known = {subject.value: name for subject, name in subjects.items()}
    named = dict.fromkeys(known.get(picture, subjects[Subject.OTHER]) for picture in voice.pictures)
    return " · ".join(named)


def _dots(asked: PosterAsked, languages: Sequence[str], _today: date) -> PosterMade:
    poll = polls.opened(asked.place_id) if asked.poll_id is None else polls.get(asked.poll_id)
    if poll is None:
        raise Refused(Reason.POLL_MISSING)
    question = _written(poll, languages)
    cards = tuple(CardShown(pictograms.glyph(card.picture), _written(card, languages)) for card in poll.cards)
    missing = Counter(
        language
        for texts in (question, *(card.words for card in cards))
        for language in languages
        if language not in {text.language for text in texts}
    )
    content = DotPoster(_sender(), tuple(languages), question, cards)
    pdf = dot_poster.dot_poster(content, asked.paper, _spoken(languages))
    return PosterMade(pdf, _by_language(missing, languages))


def _written(what: Poll | Card, languages: Sequence[str]) -> tuple[Text, ...]:
    """Give what the question or a card says, Dutch first, in each language in which somebody wrote it."""
    dutch = what.question if isinstance(what, Poll) else what.words
    others = [text for language in languages if (text := what.in_language(language)) and language != "nl"]
    return (Text("nl", dutch), *(Text(text.language, text.words) for text in others))


def _faces(asked: PosterAsked, languages: Sequence[str], _today: date) -> PosterMade:
    content = FacesSheet(_sender(), tuple(languages))
    if asked.session_id is not None:
        session = sessions.get(asked.session_id)
        content = FacesSheet(
            content.sender, content.languages, session.activity.title, session.day, code_of(session.id)
        )
    return PosterMade(faces_sheet.faces_sheet(content, asked.paper, _spoken(languages)))


def _slips(_asked: PosterAsked, languages: Sequence[str], _today: date) -> PosterMade:
    return PosterMade(idea_slips.idea_slips(IdeaSlips(_sender(), tuple(languages)), _spoken(["nl", *languages])))


def _spoken(languages: Sequence[str]) -> dict[str, Translator]:
    return {language: translator("paper", language) for language in languages}


def _by_language(missing: Counter[str], languages: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((language, missing[language]) for language in languages if missing[language])


def _sender() -> Sender:
    house = the_house()
    return Sender(house.name, house.line, house.picture, Mood(house.mood))
