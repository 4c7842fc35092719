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


class Kind(Enum):
    """What the program opens at the end."""

    EMPTY = "empty"
    SAMPLE = "sample"


@dataclass
class Draft:
    """Everything that was typed or drawn; a skipped step keeps what was typed in it, but does not use it."""

    folder: Path
    server: str = ""  # its address, when the house is made there and not in the folder
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
    def steps(self) -> list[Step]:
        """List the steps; on a server whoever looks after it decides who may in, so there is no passphrase."""
        return [step for step in Step if step is not Step.PASSPHRASE or not self.server]

    def number_of(self, step: Step) -> int:
        """Give the number of a step, from 1."""
        return self.steps.index(step) + 1

    def beside(self, step: Step, by: int) -> Step:
        """Give the next step (1) or the one before (-1); at the ends the step itself."""
        return self.steps[min(len(self.steps), max(1, self.number_of(step) + by)) - 1]

    @property
    def address(self) -> str:
        """Give where the house is made."""
        return self.server or str(self.folder)

    @property
    def chosen_passphrase(self) -> str:
        """Give the passphrase that holds: the suggested words or one's own; empty when the step was skipped."""
        if self.server or Step.PASSPHRASE in self.skipped:
            return ""
        return self.passphrase if self.is_own_passphrase else " ".join(self.suggested)

    @property
    def wants_own_house(self) -> bool:
        """Tell whether a house of one's own is made: always, unless somebody only looks round in the sample house."""
        is_answered = bool({*self.steps} - {Step.LANGUAGE, Step.BEGIN} - self.skipped)
        return self.kind is Kind.EMPTY or is_answered
