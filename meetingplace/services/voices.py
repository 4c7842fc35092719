"""What parents tell us: the verbs from hearing to telling back, and the board that shows where each voice stands.

Whatever was typed about a voice is checked here; who told it is never asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from meetingplace.domain import typed_text
from meetingplace.domain.language import known_language
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.sessions import Function, Session
from meetingplace.domain.team import TeamMember
from meetingplace.domain.voices import (
    DAYS_TO_ANSWER,
    FINISHED,
    Channel,
    Kind,
    Rung,
    ToldHow,
    Voice,
    VoiceState,
    must_be_another,
    must_be_told_between,
    must_have_reason,
)
from meetingplace.services import joining
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import places, sessions, team, voices

FIRST_SHOWN = {state: 5 if state in FINISHED else 20 for state in VoiceState}  # cards of a column before "show more"


# --- the verbs ---


def hear(
    *,
    words: str,
    now: datetime,
    language: str = "nl",
    kind: Kind = Kind.WISH,
    session_id: int | None = None,
    translation: str = "",
    channel: Channel = Channel.CONVERSATION,
    theme: str = "",
    functions: Iterable[Function] = (),
    place_id: int | None = None,
    follower_id: int | None = None,
) -> Changes:
    """Write down what a parent tells us, in the parent's own words; it waits from the day it was heard.

    With a session, place and day are those of the session. Refuses TEXT_MISSING, TEXT_TOO_LONG, LANGUAGE_UNKNOWN and
    NOT_FOUND.
    """
    with one_act(Act.VOICE_HEARD, Topic.VOICES, kind=kind) as act:
        told = Voice(
            id=0,
            heard_on=now.date(),
            words=words,
            language=language,
            channel=channel,
            kind=kind,
            translation=translation,
            translation_state="human" if translation.strip() else "",
            theme=theme,
            functions=tuple(functions),
            place_id=place_id,
            session_id=session_id,
            follower_id=follower_id,
        )
        if session_id is not None:
            told = replace(told, heard_on=min(sessions.get(session_id).day, now.date()))
        act.made = voices.add(_tidy(told))
    return act.changes


def change(typed: Voice) -> Changes:
    """Write what was told: words, language, kind, channel, translation, theme, functions, session, place, follower.

    State, answer and telling back have verbs of their own. A translation that changed is a person's again. Refuses
    what `hear` refuses, and CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICE_CHANGED, Topic.VOICES, kind=typed.kind) as act:
        before = voices.get(typed.id)
        told = _tidy(
            replace(
                before,
                words=typed.words,
                language=typed.language,
                kind=typed.kind,
                channel=typed.channel,
                translation=typed.translation,
                theme=typed.theme,
                functions=typed.functions,
                session_id=typed.session_id,
                place_id=typed.place_id,
                follower_id=typed.follower_id,
            )
        )
        if told.translation != before.translation:
            told = replace(told, translation_state="human" if told.translation else "")
        voices.change(told, typed.version)
        act.made = typed.id
    return act.changes


def translation_was_read(voice_id: int, version: int) -> Changes:
    """Note that a speaker of the language has read the translation; refuses TEXT_MISSING and CHANGED_MEANWHILE."""
    with one_act(Act.VOICE_CHANGED, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        _must_be_written(voice.translation)
        voices.change(replace(voice, translation_state="checked"), version)
        act.facts["kind"] = voice.kind
    return act.changes


def hand_to(voice_id: int, version: int, follower_id: int | None) -> Changes:
    """Say who follows a voice up, or nobody; refuses NOT_FOUND and CHANGED_MEANWHILE."""
    with one_act(Act.VOICE_CHANGED, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        _must_exist(follower_id=follower_id)
        voices.change(replace(voice, follower_id=follower_id), version)
        act.facts["kind"] = voice.kind
    return act.changes


def set_rung(voice_id: int, version: int, rung: Rung) -> Changes:
    """Say how far parents take part in what becomes of a voice; refuses CHANGED_MEANWHILE."""
    with one_act(Act.VOICE_CHANGED, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        voices.change(replace(voice, rung=rung), version)
        act.facts["kind"] = voice.kind
    return act.changes


def move(voice_id: int, version: int, state: VoiceState) -> Changes:
    """Put a voice in another column, forwards or back; its answer stays.

    Refuses STATE_NOT_ALLOWED (it stands there already), REASON_MISSING (not possible without an answer) and
    CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICE_MOVED, Topic.VOICES, state=state) as act:
        voice = voices.get(voice_id)
        must_be_another(voice.state, state)
        must_have_reason(state, voice.answer)
        moved = replace(voice, state=state)
        voices.change(moved, version)
        joining.take_along(moved)
        act.made = voice_id
    return act.changes


def answer(
    voice_id: int,
    version: int,
    decision: VoiceState,
    words: str,
    in_language: str = "",
    follower_id: int | None = None,
) -> Changes:
    """Answer a voice: what was decided and why, perhaps in the parent's language too, and who follows it up.

    Refuses STATE_NOT_ALLOWED (to have heard is no decision), REASON_MISSING, TEXT_MISSING, TEXT_TOO_LONG, NOT_FOUND
    and CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICE_ANSWERED, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        must_be_another(VoiceState.HEARD, decision)
        must_have_reason(decision, words)
        _must_exist(follower_id=follower_id)
        decided = replace(
            voice,
            state=decision,
            answer=_must_be_written(typed_text.text(words)),
            answer_in_language=typed_text.text(in_language),
            follower_id=follower_id,
        )
        voices.change(decided, version)
        joining.take_along(decided)
        act.made = voice_id
    return act.changes


def tell_back(voice_id: int, version: int, how: ToldHow, told_on: date, now: datetime) -> Changes:
    """Note how and on which day the parent got the answer.

    Refuses TEXT_MISSING (there is no answer yet), DAY_OUTSIDE and CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICE_TOLD_BACK, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        _must_be_written(voice.answer)
        must_be_told_between(voice.heard_on, told_on, now.date())
        voices.change(replace(voice, told_on=told_on, told_how=how), version)
        act.made = voice_id
    return act.changes


def remove(voice_id: int, version: int) -> Changes:
    """Take a voice away; sessions that came from it stay. Refuses CHANGED_MEANWHILE and NOT_FOUND."""
    with one_act(Act.VOICE_REMOVED, Topic.VOICES) as act:
        if voices.get(voice_id).version != version:
            raise Refused(Reason.CHANGED_MEANWHILE)
        voices.remove(voice_id)
    return act.changes


def _tidy(typed: Voice) -> Voice:
    """Give a voice as it may be saved: texts trimmed, its place that of the session where it was heard."""
    _must_exist(typed.place_id, typed.follower_id)
    place_id, words = typed.place_id, typed_text.text(typed.words)
    if typed.session_id is not None:
        place_id = sessions.get(typed.session_id).activity.place_id
    return replace(
        typed,
        words=words if typed.pictures else _must_be_written(words),
        language=known_language(typed.language),
        translation=typed_text.text(typed.translation),
        theme=typed_text.line(typed.theme),
        functions=tuple(dict.fromkeys(typed.functions)),
        place_id=place_id,
    )


def _must_be_written(text: str) -> str:
    if not text.strip():
        raise Refused(Reason.TEXT_MISSING)
    return text


def _must_exist(place_id: int | None = None, follower_id: int | None = None) -> None:
    if place_id is not None:
        places.get(place_id)
    if follower_id is not None:
        team.get(follower_id)


# --- the boards ---


@dataclass(frozen=True)
class Told:
    """A voice with what stands around it: days since it was heard, who follows it up, what came from it."""

    voice: Voice
    days: int
    follower: TeamMember | None
    sessions: tuple[Session, ...]
    others: int = 0  # who say the same

    @property
    def waits_too_long(self) -> bool:
        """Tell whether the parent has waited longer for an answer than the house wants."""
        return self.voice.waits and self.days > DAYS_TO_ANSWER


@dataclass(frozen=True)
class Column:
    """The voices of one state: how many, and the first of them."""

    state: VoiceState
    number: int
    voices: tuple[Told, ...]


@dataclass(frozen=True)
class VoicesBoard:
    """Everything that the board shows; open columns begin with the longest waiting, finished ones with the latest."""

    today: date
    columns: tuple[Column, ...]
    waiting: int
    oldest_waiting: int | None  # the voice that has waited longest
    languages: tuple[str, ...]  # in which there are voices, most used first
    themes: tuple[str, ...]
    is_empty: bool  # nobody has told anything yet, whatever is searched


@dataclass(frozen=True)
class VoiceBoard:
    """One voice with everything about it; `joined` say the same as it does, or it says the same as `stands_with`."""

    told: Told
    today: date
    place_name: str
    heard_at: Session | None
    team: tuple[TeamMember, ...]
    joined: tuple[Voice, ...] = ()
    stands_with: Voice | None = None


@dataclass(frozen=True)
class Only:
    """Which voices the board shows; nothing chosen shows all."""

    kind: Kind | None = None
    theme: str = ""
    function: Function | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self != Only()

    def fits(self, line: voices.Line) -> bool:
        """Tell whether a voice is shown."""
        return (
            self.kind in (None, line.kind)
            and self.theme in ("", line.theme)
            and (self.function is None or self.function in line.functions)
        )


def voices_board(
    now: datetime,
    place_id: int | None = None,
    typed_words: str = "",
    language: str = "",
    more: Mapping[VoiceState, int] | None = None,
    only: Only = Only(),
) -> VoicesBoard:
    """Show the voices of a place, and of no place, by state; searched by words, language, and what they are about.

    `more` says for a state how many cards to show beyond the usual ones.
    """
    everything = voices.lines(place_id)
    found = voices.lines(place_id, typed_words) if typed_words.strip() else everything
    found = [line for line in found if language in ("", line.language) and only.fits(line)]
    waiting = [line.id for line in found if line.waits]
    shown, numbers = {}, Counter(line.state for line in found)
    for state in VoiceState:
        ids = [line.id for line in found if line.state is state]
        shown[state] = (ids[::-1] if state in FINISHED else ids)[: FIRST_SHOWN[state] + (more or {}).get(state, 0)]
    told = _told([id for ids in shown.values() for id in ids], now.date())
    return VoicesBoard(
        today=now.date(),
        columns=tuple(
            Column(state, numbers[state], tuple(told[id] for id in ids if id in told)) for state, ids in shown.items()
        ),
        waiting=len(waiting),
        oldest_waiting=waiting[0] if waiting else None,
        languages=tuple(code for code, _number in Counter(line.language for line in everything).most_common()),
        themes=tuple(sorted({line.theme for line in everything if line.theme})),
        is_empty=not everything,
    )


def voice_board(voice_id: int, now: datetime) -> VoiceBoard:
    """Show one voice; refuses NOT_FOUND."""
    voice = voices.get(voice_id)
    return VoiceBoard(
        told=_told([voice_id], now.date())[voice_id],
        today=now.date(),
        place_name=places.get(voice.place_id).name if voice.place_id is not None else "",
        heard_at=sessions.get(voice.session_id) if voice.session_id is not None else None,
        team=team_with(voice.follower_id),
        joined=tuple(voices.joined_to(voice_id)),
        stands_with=voices.get(voice.joined_id) if voice.joined_id is not None else None,
    )


def team_with(follower_id: int | None) -> tuple[TeamMember, ...]:
    """List the team, and whoever follows a voice up although no longer in it."""
    return tuple(member for member in team.listed(with_inactive=True) if member.is_active or member.id == follower_id)


def _told(ids: Sequence[int], today: date) -> dict[int, Told]:
    found = voices.with_ids(ids)
    members = {member.id: member for member in team.listed(with_inactive=True)}
    others = voices.supporters(ids)
    came = sorted(sessions.some(id for voice in found for id in voice.sessions), key=lambda one: one.begins)
    return {
        voice.id: Told(
            voice=voice,
            days=voice.days_waiting(today),
            follower=members.get(voice.follower_id) if voice.follower_id is not None else None,
            sessions=tuple(one for one in came if one.id in voice.sessions),
            others=others[voice.id],
        )
        for voice in found
    }
