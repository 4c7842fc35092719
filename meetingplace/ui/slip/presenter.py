"""Which slip is made, and what is done with it. No Qt here."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.refusals import sentence
from meetingplace.services import printing, slips
from meetingplace.services.changes import Topic
from meetingplace.services.slips import SlipChoices
from meetingplace.ui.kit.paper_out import Printer, save, send
from meetingplace.ui.kit.surroundings import Surroundings

FOLLOWS = frozenset({Topic.HOUSE, Topic.PARTNERS})


class View(Protocol):
    """What the presenter asks of the panel."""

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""

    def show_choices(self, choices: SlipChoices, partner_id: int, language: str) -> None:
        """Show for whom and in which language it is."""

    def show_page(self, picture: bytes) -> None:
        """Show the real paper."""

    def show_problem(self, said: str) -> None:
        """Say why there is no paper."""

    def choose_printer(self) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when it was closed."""


class Presenter:
    """The slip in the making."""

    def __init__(self, around: Surroundings, view: View, partner_id: int) -> None:
        """Take the partner; nothing is asked before `refresh`. It begins in the second language of the house."""
        self._around, self._view, self._ = around, view, around.words
        self._partner_id, self._language = partner_id, ""
        self._choices: SlipChoices | None = None
        self._pdf = b""

    def refresh(self) -> None:
        """Ask everything again."""
        self._around.work.ask(slips.slip_choices, self._partner_id, then=self._show_choices, slot="slip choices")

    def choose_partner(self, partner_id: int) -> None:
        """Make it for another partner."""
        self._partner_id = partner_id
        self._make()

    def choose_language(self, language: str) -> None:
        """Make it in another language beside the Dutch."""
        self._language = language
        self._make()

    def print_slip(self) -> None:
        """Print the slip on a printer that somebody chooses."""
        if not self._pdf:
            return
        try:
            printer = self._view.choose_printer()
        except Refused as refused:
            self._view.offer_pdf(sentence(self._, refused, self._around.formats))
            return
        if printer:
            send(self._around, printer, self._pdf)

    def save_pdf(self) -> None:
        """Save the slip as PDF."""
        if not self._pdf:
            return
        file = self._view.choose_file(self._("Save the slip as PDF"), self._file_name())
        if file:
            save(self._around, file, self._pdf)

    def _show_choices(self, choices: SlipChoices) -> None:
        self._choices = choices
        self._language = self._language or choices.languages[1]
        self._make()

    def _make(self) -> None:
        if self._choices:
            self._view.show_choices(self._choices, self._partner_id, self._language)
        asked = (self._partner_id, self._language)
        ask = self._around.work.ask
        ask(slips.referral_slip, *asked, then=self._made, failed=self._refused, slot="slip", on_paper=True)

    def _made(self, pdf: bytes) -> None:
        self._pdf = pdf
        ask, width = self._around.work.ask, self._view.page_width
        ask(printing.page_picture, pdf, 0, width, then=self._view.show_page, slot="slip page", on_paper=True)

    def _refused(self, refused: Refused) -> None:
        self._pdf = b""
        self._view.show_problem(sentence(self._, refused, self._around.formats))

    def _file_name(self) -> str:
        names = dict(self._choices.partners) if self._choices else {}
        kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in names.get(self._partner_id, ""))
        return f"{' '.join(kept.split())[:60] or 'slip'} {self._language}.pdf"
