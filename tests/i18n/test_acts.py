"""The sentence and the undo name of every act, in the three languages of the program."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from meetingplace.domain.language import PROGRAM
from meetingplace.domain.visits import Tallied
from meetingplace.domain.voices import Kind, VoiceState
from meetingplace.i18n import acts
from meetingplace.i18n.catalog import translator
from meetingplace.services.changes import Act

# every fact that an act may carry, as the comments of `Act` name them
FACTS = {
    "name": "Kuregem",
    "title": "Open ontmoeting",
    "question": "Wat wil je?",
    "nickname": "Maan",
    "day": date(2026, 10, 27),
    "start": time(9, 30),
    "children": 2,
    "adults": 1,
    "number": 3,
    "what": Tallied.CHILDREN,
    "key": "12",
    "kind": Kind.WISH,
    "state": VoiceState.PLANNED,
    "language": "ar",
    "file": "house.mpbackup",
    "first": date(2026, 10, 27),
    "last": date(2026, 10, 30),
    "other": "Ster",
    "changed": 1,
    "stayed": 2,
    "exceptions": 1,
    "left_out": ("Samira", "Bibliotheek"),
    "moved_up": ("Lina", "Adam"),
}


@pytest.mark.parametrize("language", PROGRAM)
@pytest.mark.parametrize("act", Act)
def test_every_act_has_a_sentence_and_an_undo_name(language: str, act: Act) -> None:
    _ = translator("app", language)
    sentence = acts.sentence(_, act, FACTS)
    name = acts.undo_name(_, act)
    assert sentence.strip() == sentence
    assert len(sentence) > 3
    assert name
    assert "…" not in sentence, "a fact is missing"
    assert not any(sign in sentence + name for sign in "{}")
    assert acts.undo_name(_, act) in acts.sentence(_, Act.UNDONE, {**FACTS, "undone": act})


@pytest.mark.parametrize("act", Act)
def test_every_act_is_said_in_another_way_in_each_language(act: Act) -> None:
    said = {acts.undo_name(translator("app", language), act) for language in PROGRAM}
    assert len(said) == len(PROGRAM)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Maan is binnen: 1 volwassene en 2 kinderen"),
        ("fr", "Maan est là\u00a0: 1 adulte et 2 enfants"),
        ("en", "Maan is in: 1 adult and 2 children"),
    ],
)
def test_an_arrival_says_who_came(language: str, said: str) -> None:
    facts = {"nickname": "Maan", "children": 2, "adults": 1}
    assert acts.sentence(translator("app", language), Act.FAMILY_ARRIVED, facts) == said


def test_days_and_hours_are_written_as_the_language_does() -> None:
    facts = {"title": "Voorlezen", "day": date(2026, 11, 1), "start": datetime(2026, 11, 1, 9, 30)}
    dutch = acts.sentence(translator("app", "nl"), Act.SESSION_MOVED, facts)
    french = acts.sentence(translator("app", "fr"), Act.SESSION_MOVED, facts)
    assert "zondag 1 november" in dutch
    assert "9:30" in dutch
    assert "dimanche 1er novembre" in french
    assert "9\u00a0h\u00a030" in french


def test_a_name_with_braces_or_markup_is_said_as_it_is() -> None:
    said = acts.sentence(translator("app", "en"), Act.PLACE_ADDED, {"name": "{title} <b>&"})
    assert said == "{title} <b>& was added."


def test_guests_without_a_name_are_guests() -> None:
    assert acts.sentence(translator("app", "en"), Act.FAMILY_LEFT, {"nickname": ""}).startswith("The guests")
    assert acts.sentence(translator("app", "nl"), Act.FAMILY_LEFT, {}).endswith("De gasten.")


def test_what_is_undone_is_named() -> None:
    said = acts.sentence(translator("app", "nl"), Act.UNDONE, {"undone": Act.FAMILY_ARRIVED, "nickname": "Maan"})
    assert said == "Ongedaan gemaakt: de aankomst"


def test_a_name_from_right_to_left_does_not_turn_the_sentence() -> None:
    said = acts.sentence(translator("app", "en"), Act.FAMILY_LEFT, {"nickname": "نور"})
    assert said == "\u2068نور\u2069 has left."
