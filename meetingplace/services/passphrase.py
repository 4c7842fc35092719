"""The passphrase of a house: words to suggest, changing it, and the recovery sheet on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.documents import recovery_sheet as paper
from meetingplace.documents.moods import Mood
from meetingplace.documents.pictures import png
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import translator
from meetingplace.storage import database, keys

SUGGESTED_WORDS = 6
PREVIEW_WIDTH = 900  # px
PRINT_WIDTH = 1_654  # px: an A4 at 200 dots an inch


@dataclass(frozen=True)
class Sheet:
    """What stands on a recovery sheet, in the language of whoever keeps it."""

    house_name: str
    words: tuple[str, ...]
    made_on: date
    language: str
    mood: str = "cherry"
    picture: str = "fruit-cherries"


def suggestion(language: str) -> tuple[str, ...]:
    """Draw six plain words that make a passphrase nobody guesses."""
    return keys.some_words(language, SUGGESTED_WORDS)


def recovery_words(language: str) -> tuple[str, ...]:
    """Draw the words of a recovery sheet; they open nothing before a house is given them."""
    return keys.some_words(language, keys.RECOVERY_WORDS)


def check(typed_passphrase: str) -> None:
    """Refuse PASSPHRASE_TOO_SHORT."""
    keys.check_passphrase(typed_passphrase)


def sheet_pdf(sheet: Sheet) -> bytes:
    """Make the sheet that is printed; refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    content = paper.RecoverySheet(sheet.house_name, sheet.words, sheet.made_on, Mood(sheet.mood), sheet.picture)
    return paper.recovery_sheet(content, translator("paper", sheet.language))


def sheet_picture(sheet: Sheet, width: int = PREVIEW_WIDTH) -> bytes:
    """Make a PNG of that very sheet, for the screen or the printer."""
    return png(sheet_pdf(sheet), width)


def change(folder: Path, typed_passphrase: str) -> None:
    """Give the open, encrypted house another passphrase; the recovery sheet stays good.

    Refuses PASSPHRASE_TOO_SHORT, and KEY_FILE_MISSING for a house without a passphrase.
    """
    keys.change_passphrase(folder, _bound_key(), typed_passphrase)


def replace_sheet(folder: Path, words: tuple[str, ...]) -> None:
    """Let a new recovery sheet open the house; the words of the old one open nothing any more.

    Refuses KEY_FILE_MISSING for a house without a passphrase.
    """
    keys.change_recovery_words(folder, _bound_key(), words)


def _bound_key() -> bytes:
    key = database.bound_key()
    if key is None:
        raise Refused(Reason.KEY_FILE_MISSING)
    return key
