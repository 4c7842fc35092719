"""The statement of one family: in which language, and where it goes. No Qt here."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import printing, statement
from meetingplace.ui.kit.paper_out import Printer, save, send
from meetingplace.ui.kit.surroundings import Surroundings


class View(Protocol):
    """What the presenter asks of the panel."""

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""

    def show_language(self, language: str) -> None:
        """Show in which language it is."""

    def show_page(self, picture: bytes, line: str) -> None:
        """Show the first page of the real paper, and how many there are."""

    def show_problem(self, said: str) -> None:
        """Say why there is no paper."""

    def close_panel(self) -> None:
        """Close the statement."""

    def choose_printer(self) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""

    def choose_file(self, title: str, suggested: str, ending: str) -> Path | None:
        """Let somebody choose a file to write; None when it was closed."""


class Presenter:
    """The statement in the making."""

    def __init__(self, around: Surroundings, view: View, family_id: int) -> None:
        """Take the family; nothing is asked before `refresh`. It begins in a language of the family."""
        self._around, self._view, self._family_id = around, view, family_id
        self._ = around.words
        self._language = ""
        self._pdf = b""

    def refresh(self) -> None:
        """Ask for the language, and make the paper."""
        ask = self._around.work.ask
        asked = (self._family_id, self._.language)
        ask(statement.language_for, *asked, then=self.choose_language, failed=self._lost, slot="statement")

    def choose_language(self, language: str) -> None:
        """Make it in another language."""
        self._language = language
        self._make()

    def print_paper(self) -> None:
        """Print it on a printer that somebody chooses."""
        if not self._pdf:
            return
        try:
            printer = self._view.choose_printer()
        except Refused as refused:
            self._view.offer_pdf(self._sentence(refused))
            return
        if printer:
            send(self._around, printer, self._pdf)

    def save_pdf(self) -> None:
        """Save the paper as PDF."""
        if self._pdf:
            self._save(self._("Save as PDF"), "pdf", self._pdf)

    def save_data(self) -> None:
        """Save all of it as JSON, for another program."""
        asked = (self._family_id, self._around.clock().date())
        self._around.work.ask(statement.data, *asked, then=self._save_data, failed=self._lost, slot="data")

    def _save_data(self, data: str) -> None:
        self._save(self._("Save as data"), "json", data.encode())

    def _save(self, title: str, ending: str, content: bytes) -> None:
        """Let somebody choose a file; its name says nothing of the family but its number."""
        name = self._("Family {number}", number=self._family_id)
        file = self._view.choose_file(title, f"{name}.{ending}", ending)
        if file:
            save(self._around, file, content)

    def _make(self) -> None:
        self._view.show_language(self._language)
        asked = (self._family_id, self._language, self._around.clock().date())
        ask = self._around.work.ask
        ask(statement.paper, *asked, then=self._made, failed=self._refused, slot="paper", on_paper=True)

    def _made(self, pdf: bytes) -> None:
        self._pdf = pdf
        asked = (pdf, self._view.page_width)
        self._around.work.ask(_first_page, *asked, then=self._show, slot="page", on_paper=True)

    def _show(self, page: tuple[bytes, int]) -> None:
        picture, number = page
        self._view.show_page(picture, self._.plural("{n} page", "{n} pages", number))

    def _lost(self, refused: Refused) -> None:
        self._view.close_panel()
        self._around.say(self._sentence(refused))

    def _refused(self, refused: Refused) -> None:
        self._pdf = b""
        self._view.show_problem(self._sentence(refused))

    def _sentence(self, refused: Refused) -> str:
        return sentence(self._, refused, self._around.formats)


def _first_page(pdf: bytes, width: int) -> tuple[bytes, int]:
    return printing.page_picture(pdf, 0, width), printing.page_count(pdf)
