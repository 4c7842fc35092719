"""Paper that leaves the screen, to a printer or into a file. No Qt here.

It goes on when the panel where it was made is closed meanwhile, so nothing here holds a view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from meetingplace.services import files, printing
from meetingplace.ui.kit.surroundings import Surroundings


@dataclass(frozen=True)
class PageShown:
    """A page of the paper, and where it stands among the others."""

    picture: bytes
    place: str
    has_before: bool
    has_after: bool


class Printer(Protocol):
    """The printer that somebody chose."""

    @property
    def dots(self) -> int:
        """Give its dots across the sheet."""

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Print PNG pages, each as large as the sheet."""


def send(around: Surroundings, printer: Printer, pdf: bytes, noted: Callable[[], object] = lambda: None) -> None:
    """Print a PDF and say so; `noted` is called once it went."""
    printed = partial(_printed, around, printer, noted)
    around.work.ask(printing.printer_pages, pdf, printer.dots, then=printed, on_paper=True)


def save(around: Surroundings, file: Path, pdf: bytes) -> None:
    """Write a PDF into a file that somebody chose, and say so."""
    around.work.ask(files.save, file, pdf, then=partial(_saved, around, file), on_paper=True)


def _printed(around: Surroundings, printer: Printer, noted: Callable[[], object], pages: tuple[bytes, ...]) -> None:
    printer.print_pages(pages)
    noted()
    _ = around.words
    around.say(_("It is on its way to the printer."))


def _saved(around: Surroundings, file: Path, _nothing: object) -> None:
    _ = around.words
    around.say(_("Saved: {files}", files=file.name))
