"""What the pictures mean that parents pick in the corner, and those on the cards of a choice. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from meetingplace.domain import pictograms
from meetingplace.domain.faces import Subject
from meetingplace.i18n import corner, phrases
from meetingplace.i18n.catalog import Translator, translator
from meetingplace.ui.voices.shown import PictureShown


def pictures_shown(_: Translator, pictures: Iterable[str]) -> tuple[PictureShown, ...]:
    """Give each picture with its word, as parents read it, in the language of the program."""
    paper = translator("paper", _.language)
    return tuple(PictureShown(pictograms.glyph(one), picture_word(_, paper, one)) for one in pictures)


def for_cards(_: Translator) -> tuple[tuple[str, str], ...]:
    """List the pictograms for the cards of a choice, each with its word."""
    paper = translator("paper", _.language)
    return tuple((glyph, phrases.expectation(paper, key)) for key, glyph in pictograms.EXPECTATIONS.items())


def subject_name(_: Translator, subject: Subject) -> str:
    """Name what a face or an idea is about."""
    return corner.subjects(translator("paper", _.language))[subject]


def picture_word(_: Translator, paper: Translator, picture: str) -> str:
    """Say what a picture stands for."""
    meaning = pictograms.meaning(picture)
    if not meaning:
        return _("another picture")
    subjects = {subject.value: word for subject, word in corner.subjects(paper).items()}
    return subjects.get(meaning) or phrases.expectation(paper, meaning)
