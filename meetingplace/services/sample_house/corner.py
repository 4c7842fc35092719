"""What the corner brought the sample house: faces, dots, ideas in pictures, voices that say the same, and the board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from meetingplace.domain.faces import Face, Subject
from meetingplace.domain.polls import DOTS
from meetingplace.services.sample_house.calendar import SampleCalendar
from meetingplace.services.sample_house.source import Ingredients
from meetingplace.storage import bulk, tables

FACES = {Face.GREAT: 46, Face.GOOD: 32, Face.ALL_RIGHT: 13, Face.NOT_SO_GOOD: 6, Face.BAD: 3}
SUBJECTS = {
    Subject.PLAY: 30, Subject.WELCOME: 24, Subject.FOOD: 12, Subject.ROOM: 12, Subject.HOURS: 9, Subject.OUTSIDE: 8,
    Subject.OTHER: 5,
}  # fmt: skip
LATEST = 60  # sessions after which faces were given
EVERY_FOURTH = 4  # session had a sheet of paper beside the screen
MOST_AGREED = 6  # who said "me too" to one idea

Numbered = Mapping[int, Mapping[str, Any]]  # voices or cards by their number


def save(given: Ingredients, calendar: SampleCalendar, heard: int) -> int:
    """Write it all beside the voices that were heard, and give how many voices came along."""
    templates = given.texts["voices"][:heard]
    voices: Numbered = dict(enumerate(templates, 1))
    _hang_up(given, voices)
    _save_faces(given, calendar)
    _save_polls(given)
    return _save_more(given, voices, heard)


def _hang_up(given: Ingredients, voices: Numbered) -> None:
    """Put on the board what is written for it; some have notes of the team."""
    shown = [number for number, voice in voices.items() if "texts" in voice]
    texts = [
        (number, language, text["words"], text.get("answer", ""), text.get("state", "human"))
        for number in shown
        for language, text in voices[number]["texts"].items()
    ]
    bulk.load(tables.VoiceText, "voice language words answer state".split(), texts)
    tables.Voice.update(is_shown=True).where(tables.Voice.id.in_(shown)).execute()
    for number, voice in voices.items():
        if "notes" in voice:
            tables.Voice.update(notes=voice["notes"]).where(tables.Voice.id == number).execute()
    agreed = [(number, given.today, given.chance.randint(1, MOST_AGREED)) for number in shown]
    bulk.load(tables.Agreed, "voice day number".split(), agreed)


def _save_more(given: Ingredients, voices: Numbered, heard: int) -> int:
    """Add the voices that say the same as others, and those that came in pictures."""
    rows = [*_same(given, voices), *(_left(given, left) for left in (given.texts["pictures"] if heard else ()))]
    columns = (
        "heard_on place words language channel kind translation translation_state theme functions state answer joined "
        "pictures"
    )
    numbered = [(heard + at, *row, given.version()) for at, row in enumerate(rows, 1)]
    bulk.load(tables.Voice, ["id", *columns.split(), "version"], numbered)
    return len(rows)


def _same(given: Ingredients, voices: Numbered) -> Iterator[tuple[Any, ...]]:
    numbers = [number for number, voice in voices.items() if "same" in voice]
    voice = tables.Voice
    for first in voice.select().where(voice.id.in_(numbers)).order_by(voice.id):
        for same in voices[first.id]["same"]:
            translation = same.get("translation", "")
            day = min(given.today, first.heard_on + timedelta(days=given.chance.randint(1, 5)))
            yield (
                day, first.__data__["place"], same["words"], same["language"], "conversation", first.kind, translation,
                "human" if translation else "", first.theme, ",".join(first.functions), first.state, first.answer,
                first.id, "",
            )  # fmt: skip


def _left(given: Ingredients, left: Mapping[str, Any]) -> tuple[Any, ...]:
    pictures = ",".join(left["pictures"])
    return (given.today, 1, "", left["language"], "corner", left["kind"], "", "", "", "", "heard", "", None, pictures)


def _save_faces(given: Ingredients, calendar: SampleCalendar) -> None:
    held = sorted(calendar.held, key=lambda one: one.day)[-LATEST:]
    rows: list[tuple[Any, ...]] = []
    for number, one in enumerate(held):
        for _person in range(given.chance.randint(0, 4)):
            language = given.one_of(given.texts["house"]["languages"])
            rows.append((one.day, _face(given), _subjects(given), language, "corner", one.place, None, 1))
        if number % EVERY_FOURTH == 0:
            ticked = given.chance.choices(list(FACES), list(FACES.values()), k=given.chance.randint(5, 12))
            rows += [
                (one.day, face.value, "", "", "paper", one.place, one.id, ticked.count(face))
                for face in FACES
                if face in ticked
            ]
    bulk.load(tables.FacesGiven, "day face subjects language channel place session number".split(), rows)


def _face(given: Ingredients) -> str:
    return given.chance.choices(list(FACES), list(FACES.values()))[0].value


def _subjects(given: Ingredients) -> str:
    number = given.chance.choice((0, 1, 1, 2))
    drawn = given.chance.choices(list(SUBJECTS), list(SUBJECTS.values()), k=number)
    return ",".join(dict.fromkeys(subject.value for subject in drawn))


def _save_polls(given: Ingredients) -> None:
    card_id = 0
    for number, poll in enumerate(given.texts["polls"], 1):
        opened = given.today - timedelta(days=poll["opened_days_ago"])
        ago = poll.get("closed_days_ago")
        closed = given.today - timedelta(days=ago) if ago is not None else None
        bulk.load(
            tables.Poll,
            "id question opened_on closed_on version".split(),
            [(number, poll["question"], opened, closed, given.version())],
        )
        cards = dict(enumerate(poll["cards"], card_id + 1))
        card_id += len(cards)
        shown = [(id, number, at, card["picture"], card["words"]) for at, (id, card) in enumerate(cards.items())]
        bulk.load(tables.PollCard, "id poll at picture words".split(), shown)
        texts: list[tuple[Any, ...]] = [(number, None, *said) for said in _said(poll)]
        texts += [(number, id, *said) for id, card in cards.items() for said in _said(card)]
        bulk.load(tables.PollText, "poll card language words state".split(), texts)
        dots = [(number, *one) for one in _dots(given, poll, cards)]
        bulk.load(tables.Dots, "poll card ballot day channel number".split(), dots)


def _said(one: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for language, words in one["texts"].items():
        yield language, words, "human" if language == "fr" else "machine"


def _dots(
    given: Ingredients, poll: Mapping[str, Any], cards: Mapping[int, Mapping[str, Any]]
) -> Iterator[tuple[Any, ...]]:
    """Drop three dots a person over the days that it was open; then those of the poster."""
    until = poll.get("closed_days_ago", 0)
    for _person in range(poll["people"]):
        day = given.today - timedelta(days=given.chance.randint(until, poll["opened_days_ago"]))
        ballot = f"{given.chance.getrandbits(64):016x}"
        drawn = given.chance.choices(list(cards), [card["weight"] for card in cards.values()], k=DOTS)
        for id in dict.fromkeys(drawn):
            yield id, ballot, day, "corner", drawn.count(id)
    for id, card in cards.items():
        if card.get("on_poster"):
            yield id, "", given.today - timedelta(days=until), "paper", card["on_poster"]
