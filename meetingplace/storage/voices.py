"""Voices in the database: rows in, `domain.voices` out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from meetingplace.domain.sessions import Function
from meetingplace.domain.typed_text import folded
from meetingplace.domain.voices import FINISHED, Channel, Kind, Rung, ToldHow, Voice, VoiceState, VoiceText
from meetingplace.storage import records, tables


@dataclass(frozen=True)
class Line:
    """What counting and ordering need of a voice: no words, so that thousands are quickly read."""

    id: int
    state: VoiceState
    language: str
    waits: bool
    kind: Kind = Kind.WISH
    theme: str = ""
    functions: tuple[Function, ...] = ()


def get(voice_id: int) -> Voice:
    """Read one voice; refuses NOT_FOUND."""
    return _voices([records.get(tables.Voice, voice_id)])[0]


def listed(place_id: int | None = None) -> list[Voice]:
    """List voices, the longest waiting first; with a place, those of that place and those of no place."""
    voice = tables.Voice
    query = voice.select().order_by(voice.heard_on, voice.id)
    if place_id is not None:
        query = query.where((voice.place == place_id) | voice.place.is_null())
    return _voices(list(query))


def lines(place_id: int | None = None, typed_words: str = "") -> list[Line]:
    """List voices in short, the longest waiting first; with words, those that contain each of them.

    A voice that has joined another is not listed: that one stands for both, and is found by the words of both. Words
    are looked for in what the parent said, in its translation and in the theme; accents and case do not matter.
    """
    voice = tables.Voice
    about = (voice.kind, voice.theme, voice.functions)
    query = voice.select(voice.id, voice.joined, voice.state, voice.language, voice.answer == "", *about)
    query = query.order_by(voice.heard_on, voice.id)
    wanted = folded(typed_words).split()
    query = query.select_extend(voice.words, voice.translation) if wanted else query.where(voice.joined.is_null())
    if place_id is not None:
        query = query.where((voice.place == place_id) | voice.place.is_null())
    rows, found = [], set()
    for id, joined, state, language, is_unanswered, kind, theme, functions, *texts in query.tuples():
        if wanted and _contains(" ".join([theme, *texts]), wanted):
            found.add(joined or id)
        if joined is None:
            waits = bool(is_unanswered) and VoiceState(state) not in FINISHED
            about_it = Kind(kind), theme, tuple(map(Function, functions))
            rows.append(Line(id, VoiceState(state), language, waits, *about_it))
    return [line for line in rows if not wanted or line.id in found]


def with_ids(ids: Sequence[int]) -> list[Voice]:
    """Read these voices, in this order; one that is gone is left out."""
    voice = tables.Voice
    rows = [row for chunk in records.chunks(ids) for row in voice.select().where(voice.id.in_(chunk))]
    found = {one.id: one for one in _voices(rows)}
    return [found[id] for id in ids if id in found]


def joined_to(voice_id: int) -> list[Voice]:
    """List the voices that have joined this one, the first one heard first."""
    voice = tables.Voice
    return _voices(list(voice.select().where(voice.joined == voice_id).order_by(voice.heard_on, voice.id)))


def joined_to_any(ids: Sequence[int]) -> list[Voice]:
    """List the voices that have joined one of these."""
    voice = tables.Voice
    rows = [row for chunk in records.chunks(ids) for row in voice.select().where(voice.joined.in_(chunk))]
    return _voices(rows)


def shown(place_id: int | None = None) -> list[Voice]:
    """List what may hang on the board, the latest first; with a place, what is of that place or of none."""
    voice = tables.Voice
    query = (
        voice.select().where(voice.is_shown & voice.joined.is_null()).order_by(voice.heard_on.desc(), voice.id.desc())
    )
    if place_id is not None:
        query = query.where((voice.place == place_id) | voice.place.is_null())
    return _voices(list(query))


def supporters(ids: Sequence[int]) -> dict[int, int]:
    """Count who say the same as these voices: those that joined them, and each "me too"."""
    voice, agreed, found = tables.Voice, tables.Agreed, Counter[int]()
    for chunk in records.chunks(ids):
        joined = voice.select(voice.joined, fn.COUNT(voice.id)).where(voice.joined.in_(chunk)).group_by(voice.joined)
        too = agreed.select(agreed.voice, fn.SUM(agreed.number)).where(agreed.voice.in_(chunk)).group_by(agreed.voice)
        for voice_id, number in (*joined.tuples(), *too.tuples()):
            found[voice_id] += int(number)
    return {id: found[id] for id in ids}


def agree(voice_id: int, day: date, channel: Channel, number: int = 1) -> None:
    """Note that somebody says the same as a voice."""
    records.add(tables.Agreed, voice=voice_id, day=day, channel=channel.value, number=number)


def rungs(place_id: int | None = None) -> list[tuple[date, Rung, int]]:
    """Count the voices of each day by their rung of the ladder; with a place, those of that place and of none."""
    voice = tables.Voice
    query = voice.select(voice.heard_on, voice.rung, fn.COUNT(voice.id)).group_by(voice.heard_on, voice.rung)
    if place_id is not None:
        query = query.where((voice.place == place_id) | voice.place.is_null())
    return [(day, Rung(rung), int(number)) for day, rung, number in query.order_by(voice.heard_on).tuples()]


def languages() -> Counter[str]:
    """Count in which languages parents told something."""
    voice = tables.Voice
    return Counter(dict(voice.select(voice.language, fn.COUNT(voice.id)).group_by(voice.language).tuples()))


def themes() -> list[str]:
    """List the themes that the house uses, by name."""
    voice = tables.Voice
    query = voice.select(voice.theme).where(voice.theme != "").distinct().order_by(voice.theme)
    return [theme for (theme,) in query.tuples()]


def waiting(place_id: int | None = None) -> tuple[int, date | None]:
    """Count the voices that wait for an answer, and give the day on which the oldest of them was heard.

    Voices that say the same count as one.
    """
    voice = tables.Voice
    open_states = [state.value for state in (VoiceState.HEARD, VoiceState.DISCUSSED, VoiceState.PLANNED)]
    query = voice.select(fn.COUNT(voice.id), fn.MIN(voice.heard_on))
    query = query.where((voice.answer == "") & voice.state.in_(open_states) & voice.joined.is_null())
    if place_id is not None:
        query = query.where((voice.place == place_id) | voice.place.is_null())
    ((number, oldest),) = query.tuples()
    return number, oldest


def heard_at(session_id: int) -> bool:
    """Tell whether any voice was heard at a session, or faces were counted there."""
    said = (tables.Voice, tables.FacesGiven)
    return any(table.select(table.id).where(table.session == session_id).limit(1).exists() for table in said)


def add(voice: Voice) -> int:
    """Add a voice (its own id is ignored) and give its id."""
    voice_id = records.add(tables.Voice, **_columns(voice))
    records.replace_links(tables.VoiceSession, {"voice": voice_id}, "session", voice.sessions)
    _replace_texts(voice_id, voice.texts)
    return voice_id


def change(voice: Voice, version: int | None) -> None:
    """Write a voice with its sessions; refuses CHANGED_MEANWHILE."""
    records.change(tables.Voice, voice.id, version, **_columns(voice))
    records.replace_links(tables.VoiceSession, {"voice": voice.id}, "session", voice.sessions)
    _replace_texts(voice.id, voice.texts)


def remove(voice_id: int) -> None:
    """Remove a voice with all that hangs on it; voices that had joined it stand alone again, offers stay."""
    for link in (tables.VoiceSession, tables.VoiceText, tables.Agreed):
        for row in list(link.select().where(link.voice == voice_id)):
            records.remove(link, row.id)
    voice, offer = tables.Voice, tables.Offer
    for row in list(voice.select().where(voice.joined == voice_id)):
        records.change(voice, row.id, None, joined=None)
    for row in list(offer.select().where(offer.voice == voice_id)):
        records.change(offer, row.id, None, voice=None)
    records.remove(voice, voice_id)


def _contains(text: str, words: Sequence[str]) -> bool:
    searched = folded(text)
    return all(word in searched for word in words)


def _columns(voice: Voice) -> dict[str, Any]:
    return {
        "heard_on": voice.heard_on,
        "words": voice.words,
        "language": voice.language,
        "channel": voice.channel.value,
        "kind": voice.kind.value,
        "translation": voice.translation,
        "translation_state": voice.translation_state,
        "theme": voice.theme,
        "functions": tuple(function.value for function in voice.functions),
        "place": voice.place_id,
        "session": voice.session_id,
        "follower": voice.follower_id,
        "state": voice.state.value,
        "answer": voice.answer,
        "answer_in_language": voice.answer_in_language,
        "told_on": voice.told_on,
        "told_how": voice.told_how.value if voice.told_how else "",
        "rung": voice.rung.value,
        "joined": voice.joined_id,
        "pictures": voice.pictures,
        "notes": voice.notes,
        "is_shown": voice.is_shown,
    }


def _replace_texts(voice_id: int, texts: Sequence[VoiceText]) -> None:
    text = tables.VoiceText
    wanted = {one.language: one for one in texts}
    for row in list(text.select().where(text.voice == voice_id)):
        given = wanted.pop(row.language, None)
        if given is None:
            records.remove(text, row.id)
        elif (given.words, given.answer, given.state) != (row.words, row.answer, row.state):
            records.change(text, row.id, None, words=given.words, answer=given.answer, state=given.state)
    for given in wanted.values():
        records.add(text, voice=voice_id, **vars(given))


def _texts(ids: Sequence[int]) -> dict[int, list[VoiceText]]:
    text, found = tables.VoiceText, defaultdict[int, list[VoiceText]](list)
    for chunk in records.chunks(ids):
        query = text.select(text.voice, text.language, text.words, text.answer, text.state)
        for voice_id, *values in query.where(text.voice.in_(chunk)).order_by(text.id).tuples():
            found[voice_id].append(VoiceText(*values))
    return found


def _voices(rows: Sequence[tables.Voice]) -> list[Voice]:
    sessions: dict[int, list[int]] = defaultdict(list)
    link, ids = tables.VoiceSession, [row.id for row in rows]
    for chunk in records.chunks(ids):
        query = link.select(link.voice, link.session).where(link.voice.in_(chunk)).order_by(link.id)
        for voice_id, session_id in query.tuples():
            sessions[voice_id].append(session_id)
    texts = _texts(ids)
    return [
        Voice(
            id=row.id,
            heard_on=row.heard_on,
            words=row.words,
            language=row.language,
            channel=Channel(row.channel),
            kind=Kind(row.kind),
            translation=row.translation,
            translation_state=row.translation_state,
            theme=row.theme,
            functions=tuple(Function(word) for word in row.functions),
            place_id=row.__data__["place"],
            session_id=row.__data__["session"],
            follower_id=row.__data__["follower"],
            state=VoiceState(row.state),
            answer=row.answer,
            answer_in_language=row.answer_in_language,
            told_on=row.told_on,
            told_how=ToldHow(row.told_how) if row.told_how else None,
            rung=Rung(row.rung),
            sessions=tuple(sessions[row.id]),
            joined_id=row.__data__["joined"],
            pictures=row.pictures,
            notes=row.notes,
            is_shown=row.is_shown,
            texts=tuple(texts[row.id]),
            version=row.version,
        )
        for row in rows
    ]
