"""The voices as plain facts, for whoever counts or keeps them elsewhere. It has no verbs."""

from __future__ import annotations

from meetingplace.domain.voices import Voice
from meetingplace.storage import places, voices

KEYS = (
    "id", "state", "kind", "channel", "heard_on", "language", "words", "pictures", "translation", "translation_state",
    "answer", "answer_in_language", "told_on", "told_how", "theme", "functions", "rung", "place", "sessions",
    "joined", "people", "is_shown",
)  # fmt: skip
NOTES = "notes"  # the team's alone: only for whoever asks for them


def voice_facts(place_id: int | None = None, *, with_notes: bool = False) -> list[dict[str, object]]:
    """List every voice with where it stands, in the order in which they were heard: values under `KEYS`, ISO dates.

    `joined` is the voice that it says the same as; `people` counts who say so, its own parent too.
    """
    listed = voices.listed(place_id)
    people = voices.supporters([voice.id for voice in listed])
    names = {place.id: place.name for place in places.listed(with_inactive=True)}
    facts = [_facts(voice, names.get(voice.place_id or 0, ""), 1 + people[voice.id]) for voice in listed]
    if with_notes:
        facts = [{**fact, NOTES: voice.notes} for fact, voice in zip(facts, listed, strict=True)]
    return facts


def _facts(voice: Voice, place: str, people: int) -> dict[str, object]:
    values = (
        str(voice.id), voice.state.value, voice.kind.value, voice.channel.value, voice.heard_on.isoformat(),
        voice.language, voice.words, list(voice.pictures), voice.translation, voice.translation_state,
        voice.answer, voice.answer_in_language, voice.told_on.isoformat() if voice.told_on else None,
        voice.told_how.value if voice.told_how else None, voice.theme,
        [function.value for function in voice.functions], voice.rung.value, place,
        [str(session) for session in voice.sessions], str(voice.joined_id) if voice.joined_id else None, people,
        voice.is_shown,
    )  # fmt: skip
    return dict(zip(KEYS, values, strict=True))
