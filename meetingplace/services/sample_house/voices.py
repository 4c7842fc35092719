"""What parents told the sample house, what was answered, and the sessions that came from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from meetingplace.services.sample_house.calendar import Held, SampleCalendar
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

LATEST = 9  # sessions of a place over which its latest voices are spread
ANSWERED = ("done", "not_possible")
CHANNELS = {"conversation": 60, "group": 15, "paper": 25}
RUNGS = {"offer": "doing_themselves", "idea": "thinking_along"}  # the others were asked
USUAL_ANSWER = "We hebben het besproken en gedaan."


def save(given: Ingredients, members: int, calendar: SampleCalendar) -> int:
    """Write the voices, each heard at a session, and give their number; the latest are in every state, older done."""
    templates = given.texts["voices"]
    at_place: dict[int, list[Held]] = {}
    for held in sorted(calendar.held, key=lambda held: held.day):
        at_place.setdefault(held.place, []).append(held)
    rows: list[tuple[Any, ...]] = []
    led: list[tuple[int, int]] = []
    for index in range(given.size.number_of_voices):
        voice, is_recent = templates[index % len(templates)], index < len(templates)
        place = 1 + index % given.size.places
        sessions = at_place.get(place, [])
        state = voice.get("state", "heard") if is_recent else "done"
        if is_recent:
            back = index * 4 // given.size.places % LATEST + (2 if state in ANSWERED else 0)
            heard, session = _heard_lately(sessions, back, given.today)
        else:
            days_ago = given.chance.randint(50, given.size.years * 365)
            heard, session = _heard_at(sessions, given.today - timedelta(days=days_ago))
        told = _told(sessions, heard + timedelta(days=given.chance.randint(2, 14)), given.today)
        rows.append(
            (index + 1, heard, place, session, *_columns(given, voice, state, told), given.chance.randint(1, members))
        )
        if is_recent and "leads_to" in voice:
            after = given.today if state == "planned" else heard
            led += [(index + 1, session_id) for session_id in calendar.next_of(voice["leads_to"], after)]
    columns = (
        "id heard_on place session words language channel kind translation translation_state theme functions state "
        "answer answer_in_language told_on told_how rung version follower"
    )
    bulk.load(tables.Voice, columns.split(), rows)
    bulk.load(tables.VoiceSession, ["voice", "session"], led)
    return len(rows)


def _heard_lately(held: list[Held], back: int, today: date) -> tuple[date, int | None]:
    """Find a session of a place so many before its last one; a place without sessions heard it yesterday."""
    if not held:
        return today - timedelta(days=1), None
    one = held[max(0, len(held) - 1 - back)]
    return one.day, one.id


def _heard_at(held: list[Held], day: date) -> tuple[date, int | None]:
    """Find the last session of a place up to a day: that is where a parent said it."""
    before = bisect_right(held, day, key=lambda one: one.day)
    return (held[before - 1].day, held[before - 1].id) if before else (day, None)


def _told(held: list[Held], day: date, today: date) -> date:
    """Find the first session of a place from a day on: there a parent is told the answer; else it is told today."""
    after = bisect_left(held, day, key=lambda one: one.day)
    return held[after].day if after < len(held) else today


def _columns(given: Ingredients, voice: Mapping[str, Any], state: str, told_on: date) -> tuple[Any, ...]:
    answer = voice.get("answer", "") or (USUAL_ANSWER if state == "done" else "")
    told = told_on if answer else None
    translation = voice.get("translation", "")
    return (
        voice["words"], voice["language"], given.pick(CHANNELS), voice["kind"], translation,
        "machine" if translation else "", voice["theme"], given.texts["themes"][voice["theme"]], state, answer,
        voice.get("answer_in_language", ""), told, "in_person" if told else "", RUNGS.get(voice["kind"], "asked"),
        given.version(),
    )  # fmt: skip
