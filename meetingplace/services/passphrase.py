"""The passphrase of a house: words to suggest, changing it, and what its recovery sheet says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.storage import database, keys

SUGGESTED_WORDS = 6


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
