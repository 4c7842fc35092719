"""What the pages are handed that every guarded window has: ready-made texts in the language of the parent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguagesShown:
    """The wall of languages: a greeting in some of them, and (code, name in its own script) of each."""

    greetings: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EndShown:
    """The last page: a sign and a sentence."""

    icon: str
    says: str
    to_the_start: str
