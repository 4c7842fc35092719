"""The phrases for parents as the house says them: corrected, read by a speaker, handed out as .po and read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.domain import own_phrases as rules, typed_text
from meetingplace.domain.language import PAPER
from meetingplace.domain.own_phrases import OwnPhrase
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n import catalog, po_files
from meetingplace.i18n.catalog import Phrase
from meetingplace.services.changes import Act, Changes, Topic, one_act
from meetingplace.storage import own_phrases

Key = tuple[str, str]  # the English text and its context


@dataclass(frozen=True)
class PhrasesBoard:
    """The phrases of a language: those that are searched, how many there are in each state, and the house's own."""

    language: str
    phrases: tuple[Phrase, ...]
    states: Counter[str]
    own: int
    languages: tuple[str, ...]


@dataclass(frozen=True)
class PhrasesFile:
    """What a file would bring: phrases that are new or differ, and why others are left out."""

    name: str
    language: str
    wanted: tuple[OwnPhrase, ...]
    same: int
    unknown: int
    wrong: int


def load() -> None:
    """Say the phrases of this house from now on: when it is opened, and when they have changed."""
    catalog.use_own(own_phrases.listed())


def phrases_board(language: str, typed_words: str = "", state: str = "") -> PhrasesBoard:
    """Show the phrases of a language, searched by words (also Dutch ones) and by state; refuses LANGUAGE_UNKNOWN."""
    _must_be_spoken(language)
    load()
    every = catalog.phrases_of(language)
    wanted = typed_text.folded(typed_words).split()
    found = (phrase for phrase in every if not state or phrase.state == state)
    return PhrasesBoard(
        language=language,
        phrases=tuple(phrase for phrase in found if _contains(phrase, wanted)),
        states=Counter(phrase.state for phrase in every),
        own=sum(phrase.is_own for phrase in every),
        languages=PAPER,
    )


def correct(language: str, key: Key, forms: Sequence[str]) -> Changes:
    """Say a phrase otherwise; nobody has checked it then.

    Refuses NOT_FOUND, TEXT_MISSING, TEXT_TOO_LONG and FIELDS_DIFFER.
    """
    with one_act(Act.PHRASE_CORRECTED, Topic.PHRASES, language=language) as act:
        phrase = _phrase(language, key)
        said = _tidy(forms)
        rules.must_fit(phrase.msgid, phrase.plural, said, catalog.number_of_forms(language))
        own_phrases.write(OwnPhrase(language, phrase.msgid, said, phrase.context))
    load()
    return act.changes


def mark_checked(language: str, keys: Sequence[Key], name: str, today: date) -> Changes:
    """Note that a speaker of the language has read these phrases, as they are said now.

    Refuses NAME_MISSING, TEXT_TOO_LONG and NOT_FOUND.
    """
    with one_act(Act.PHRASES_CHECKED, Topic.PHRASES, language=language, number=len(keys)) as act:
        reader = typed_text.name(name)
        for key in keys:
            phrase = _phrase(language, key)
            own_phrases.write(OwnPhrase(language, phrase.msgid, phrase.forms, phrase.context, "checked", reader, today))
    load()
    return act.changes


def restore(language: str, key: Key) -> Changes:
    """Say the shipped phrase again; refuses NOT_FOUND."""
    with one_act(Act.PHRASE_RESTORED, Topic.PHRASES, language=language) as act:
        own_phrases.remove(language, *key)
    load()
    return act.changes


def file_of(language: str) -> bytes:
    """Give the phrases of a language as a .po file, as they are said now; refuses LANGUAGE_UNKNOWN."""
    _must_be_spoken(language)
    load()
    return po_files.written(language, catalog.phrases_of(language))


def open_file(file: Path, language: str) -> PhrasesFile:
    """Read a .po file and say what it would bring, changing nothing; refuses FILE_BROKEN and FILE_MISSING."""
    _must_be_spoken(language)
    try:
        content = file.read_bytes()
    except OSError as problem:
        raise Refused(Reason.FILE_MISSING) from problem
    load()
    known = {(phrase.msgid, phrase.context): phrase for phrase in catalog.phrases_of(language)}
    wanted, counts = [], Counter[str]()
    for read in po_files.read(content):
        phrase = known.get((read.msgid, read.context))
        kind = _kind_of(read, phrase, language)
        counts[kind] += 1
        if kind == "wanted":
            wanted.append(po_files.as_own(language, read))
    return PhrasesFile(file.name, language, tuple(wanted), counts["same"], counts["unknown"], counts["wrong"])


def read_in(read: PhrasesFile) -> Changes:
    """Take over what a file brings, all of it or nothing."""
    with one_act(Act.PHRASES_READ, Topic.PHRASES, file=read.name, number=len(read.wanted)) as act:
        for phrase in read.wanted:
            own_phrases.write(phrase)
    load()
    return act.changes


def _kind_of(read: po_files.PhraseRead, phrase: Phrase | None, language: str) -> str:
    if phrase is None:
        return "unknown"
    if read.forms == phrase.forms:
        return "same"
    try:
        rules.must_fit(phrase.msgid, phrase.plural, read.forms, catalog.number_of_forms(language))
    except Refused:
        return "wrong"
    return "wanted"


def _phrase(language: str, key: Key) -> Phrase:
    _must_be_spoken(language)
    load()
    for phrase in catalog.phrases_of(language):
        if (phrase.msgid, phrase.context) == key:
            return phrase
    raise Refused(Reason.NOT_FOUND, what="OwnPhrase")


def _must_be_spoken(language: str) -> None:
    if language not in PAPER:
        raise Refused(Reason.LANGUAGE_UNKNOWN, language=language[:40])


def _tidy(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(typed_text.line(form) for form in forms)


def _contains(phrase: Phrase, wanted: Sequence[str]) -> bool:
    searched = typed_text.folded(" ".join((phrase.msgid, phrase.dutch, *phrase.forms)))
    return all(word in searched for word in wanted)
