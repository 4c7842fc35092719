"""What is typed in the first run, step by step: kept whole while one goes forth and back. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Step(Enum):
    """The five steps, in order."""

    LANGUAGE = "language"
    HOUSE = "house"
    PASSPHRASE = "passphrase"
    PIN = "pin"
    BEGIN = "begin"

    @property
    def number(self) -> int:
        """Give its number, from 1."""
        return list(Step).index(self) + 1

    def beside(self, by: int) -> Step:
        """Give the next step (1) or the one before (-1); at the ends the step itself."""
        steps = list(Step)
        return steps[min(len(steps) - 1, max(0, steps.index(self) + by))]


class Kind(Enum):
    """What the program opens at the end."""

    EMPTY = "empty"
    SAMPLE = "sample"


@dataclass
class Draft:
    """Everything that was typed or drawn; a skipped step keeps what was typed in it, but does not use it."""

    folder: Path
    name: str = ""
    place: str = ""
    suggested: tuple[str, ...] = ()
    is_own_passphrase: bool = False
    passphrase: str = ""
    passphrase_again: str = ""
    recovery_words: tuple[str, ...] = ()
    is_sheet_kept: bool = False  # printed or saved
    is_sheet_file: bool = False  # saved: the file is still to be printed and deleted
    host: str = ""
    pin: str = ""
    pin_again: str = ""
    kind: Kind = Kind.EMPTY
    is_made: bool = False  # the house of one's own exists; only the sample house went wrong
    skipped: set[Step] = field(default_factory=set)

    @property
    def chosen_passphrase(self) -> str:
        """Give the passphrase that holds: the suggested words or one's own; empty when the step was skipped."""
        if Step.PASSPHRASE in self.skipped:
            return ""
        return self.passphrase if self.is_own_passphrase else " ".join(self.suggested)

    @property
    def wants_own_house(self) -> bool:
        """Tell whether a house of one's own is made: always, unless somebody only looks round in the sample house."""
        is_answered = bool({Step.HOUSE, Step.PASSPHRASE, Step.PIN} - self.skipped)
        return self.kind is Kind.EMPTY or is_answered
