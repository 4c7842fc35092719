"""Voices that say the same: one stands for all on the board and is answered once, yet each parent is told back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import Voice
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import voices

_MOST = 30  # voices to choose from at once; search finds the others


def join(voice_id: int, version: int, into_id: int) -> Changes:
    """Let a voice join another one; those that had joined it come along.

    It takes over where the other stands and what was answered. Refuses STATE_NOT_ALLOWED (itself), NOT_FOUND and
    CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICES_JOINED, Topic.VOICES) as act:
        voice, into = voices.get(voice_id), voices.get(into_id)
        if into.joined_id is not None:
            into = voices.get(into.joined_id)  # one stands for all, never one for one for one
        if into.id == voice_id:
            raise Refused(Reason.STATE_NOT_ALLOWED, state=voice.state, wanted=voice.state)
        voices.change(_as_answered(replace(voice, joined_id=into.id), into), version)
        for other in voices.joined_to(voice_id):
            voices.change(_as_answered(replace(other, joined_id=into.id), into), None)
        act.made = into.id
    return act.changes


def separate(voice_id: int, version: int) -> Changes:
    """Let a voice stand alone again; state and answer stay as they are. Refuses CHANGED_MEANWHILE and NOT_FOUND."""
    with one_act(Act.VOICE_SEPARATED, Topic.VOICES) as act:
        voices.change(replace(voices.get(voice_id), joined_id=None), version)
        act.made = voice_id
    return act.changes


def take_along(voice: Voice) -> None:
    """Within an act: let those that joined a voice stand where it stands, with its answer."""
    for other in voices.joined_to(voice.id):
        voices.change(_as_answered(other, voice), None)


def _as_answered(voice: Voice, like: Voice) -> Voice:
    in_language = like.answer_in(voice.language)
    said = in_language[0] if in_language[1] == voice.language else ""
    return replace(voice, state=like.state, answer=like.answer, answer_in_language=said)


# --- what it could join ---


@dataclass(frozen=True)
class Candidates:
    """The voices that one may join: those of the same theme first, then the latest; `number` counts all of them."""

    voice: Voice
    found: tuple[Voice, ...]
    number: int


def candidates(voice_id: int, typed_words: str = "", place_id: int | None = None) -> Candidates:
    """List the voices that a voice may join, searched by words; refuses NOT_FOUND."""
    voice = voices.get(voice_id)
    lines = [line for line in voices.lines(place_id, typed_words) if line.id not in (voice_id, voice.joined_id)]
    latest_first = lines[::-1]
    latest_first.sort(key=lambda line: line.theme != voice.theme)
    ids = [line.id for line in latest_first]
    return Candidates(voice, tuple(voices.with_ids(ids[:_MOST])), len(ids))
