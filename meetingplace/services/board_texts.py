"""What hangs on the board and on posters: a host looks first, and writes it in the languages of the readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from meetingplace.domain import typed_text
from meetingplace.domain.language import known_language
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.domain.voices import ToldHow, Voice, VoiceText
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import places, voices


@dataclass(frozen=True)
class TextsBoard:
    """A voice, and the languages in which it may hang on the board: those of the house, its own, those it has."""

    voice: Voice
    languages: tuple[str, ...]


def texts_board(voice_id: int) -> TextsBoard:
    """Show what may hang of a voice; refuses NOT_FOUND."""
    voice, house = voices.get(voice_id), places.house()
    of_house = house.languages if house else ("nl", "fr")
    return TextsBoard(
        voice, tuple(dict.fromkeys(["nl", *of_house, voice.language, *(text.language for text in voice.texts)]))
    )


def show(voice_id: int, version: int) -> Changes:
    """Hang a voice on the board, now that a host has looked at it.

    Refuses TEXT_MISSING (nothing to read or to see) and CHANGED_MEANWHILE.
    """
    with one_act(Act.VOICE_SHOWN, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        if not (voice.pictures or voice.words_in("nl")[0]):
            raise Refused(Reason.TEXT_MISSING)
        voices.change(replace(voice, is_shown=True), version)
        act.made = voice_id
    return act.changes


def hide(voice_id: int, version: int) -> Changes:
    """Take a voice from the board; nothing else of it changes. Refuses CHANGED_MEANWHILE."""
    with one_act(Act.VOICE_HIDDEN, Topic.VOICES) as act:
        voices.change(replace(voices.get(voice_id), is_shown=False), version)
        act.made = voice_id
    return act.changes


def write(voice_id: int, version: int, typed: VoiceText) -> Changes:
    """Write words and answer in one language, in the place of what stood there; empty ones are taken away.

    Refuses TEXT_TOO_LONG, LANGUAGE_UNKNOWN and CHANGED_MEANWHILE.
    """
    with one_act(Act.BOARD_TEXT_WRITTEN, Topic.VOICES) as act:
        voice = voices.get(voice_id)
        text = replace(
            typed,
            language=known_language(typed.language),
            words=typed_text.text(typed.words, typed_text.LINE_LIMIT),
            answer=typed_text.text(typed.answer, typed_text.LINE_LIMIT),
        )
        voices.change(replace(voice, texts=_with(voice, text)), version)
        act.made = voice_id
    return act.changes


def tell_by_poster(voice_ids: Iterable[int], told_on: date) -> Changes:
    """Note that a poster told the answers of voices back; one that was told before, or has no answer, stays as it is.

    Refuses CHANGED_MEANWHILE when there is none to note.
    """
    with one_act(Act.VOICES_TOLD_BACK, Topic.VOICES) as act:
        told = [voice for voice in voices.with_ids(list(voice_ids)) if voice.is_to_tell]
        if not told:
            raise Refused(Reason.CHANGED_MEANWHILE)
        for voice in told:
            voices.change(replace(voice, told_on=told_on, told_how=ToldHow.POSTER), voice.version)
        act.facts["number"] = len(told)
    return act.changes


def write_notes(voice_id: int, version: int, notes: str) -> Changes:
    """Write what the team notes for itself; it never hangs on the board. Refuses TEXT_TOO_LONG, CHANGED_MEANWHILE."""
    with one_act(Act.VOICE_NOTED, Topic.VOICES) as act:
        voices.change(replace(voices.get(voice_id), notes=typed_text.text(notes)), version)
        act.made = voice_id
    return act.changes


def _with(voice: Voice, text: VoiceText) -> tuple[VoiceText, ...]:
    others = tuple(other for other in voice.texts if other.language != text.language)
    return (*others, text) if text.words or text.answer else others
