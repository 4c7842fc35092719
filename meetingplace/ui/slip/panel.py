"""The panel of the referral slip: its choices on one side, the very paper on the other, and its two acts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QWidget

from meetingplace.i18n.formats import own_name
from meetingplace.services.slips import SlipChoices
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.fields import Field, combo
from meetingplace.ui.kit.files import file_to_write, offer_pdf
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.paper_out import Printer
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.printing import printer_for
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.slip.presenter import FOLLOWS, Presenter

_PAPER = (354, 502)  # px of an A5
_SHADOW = 14  # px round the paper
_CHOICES = 320  # px at 100 %


class SlipPanel(Panel):
    """A slip: chosen, looked at, printed or saved."""

    def __init__(self, around: Surroundings, over: QWidget, partner_id: int) -> None:
        """Open over a screen, for a partner."""
        _ = self._ = around.words
        super().__init__(_("Referral slip"), over, _("Close"), width=_CHOICES + _PAPER[0] + 110)
        self._around = around
        self.presenter = presenter = Presenter(around, self, partner_id)
        self.partners = combo([], parent=self)
        self.languages = combo([], parent=self)
        self.page = PaperView(_("Preview"), _("One moment…"), self)
        self.page.setFixedSize(*_PAPER)
        self.problem = Notice("", "wait", "alert-circle-outline", self)
        self.problem.hide()
        self.save = button(_("Save as PDF"), "quiet", "file-pdf-box", presenter.save_pdf, self)
        self.print_button = button(_("Print"), "primary", "printer", presenter.print_slip, self)
        self._build()
        self.partners.activated.connect(lambda _at: presenter.choose_partner(self.partners.currentData()))
        self.languages.activated.connect(lambda _at: presenter.choose_language(self.languages.currentData()))
        self.closed.connect(around.bulletin.follow(FOLLOWS, presenter.refresh))

    def _build(self) -> None:
        _ = self._
        choices = QWidget(self)
        nobody = _("No name of a parent is on it. Who goes there decides so alone, and takes the slip along.")
        facts = _("Address, hours, price and stop come from House, Partners.")
        choices.setLayout(
            column(
                Field(_("To whom"), self.partners, "", choices),
                Field(_("Language beside the Dutch"), self.languages, "", choices),
                label(nobody, "soft", choices, is_wrapped=True),
                label(facts, "soft", choices, is_wrapped=True),
                self.problem,
                None,
                spacing=12,
                margins=(0, ROOM, ROOM, ROOM),
            )
        )
        choices.setFixedWidth(current().px(_CHOICES))
        paper = column(self.page, None, margins=(_SHADOW, _SHADOW, _SHADOW, _SHADOW))
        both = row(choices, None, paper, spacing=12)
        both.setAlignment(paper, Qt.AlignmentFlag.AlignTop)
        self.add(both)
        self.add_acts(None, self.save, self.print_button)

    # --- the view of the presenter ---

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""
        return round(_PAPER[0] * self.devicePixelRatioF())

    def show_choices(self, choices: SlipChoices, partner_id: int, language: str) -> None:
        """Show for whom and in which language it is."""
        self.partners.clear()
        for id, name in choices.partners:
            self.partners.addItem(name, id)
        self.partners.setCurrentIndex(self.partners.findData(partner_id))
        self.languages.clear()
        for code in choices.languages:
            self.languages.addItem(self._("Dutch alone") if code == "nl" else own_name(code), code)
        self.languages.setCurrentIndex(self.languages.findData(language))

    def show_page(self, picture: bytes) -> None:
        """Show the real paper."""
        self._let_act(True)
        self.page.show_picture(picture)

    def show_problem(self, said: str) -> None:
        """Say why there is no paper."""
        self._let_act(False)
        self.problem.sentence.setText(said)

    def _let_act(self, is_paper: bool) -> None:
        self.problem.setVisible(not is_paper)
        self.page.setVisible(is_paper)
        self.save.setEnabled(is_paper)
        self.print_button.setEnabled(is_paper)

    def choose_printer(self) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""
        return printer_for(self, self._around.settings, QPageSize.PageSizeId.A5)

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""
        offer_pdf(self, self._, said, self.presenter.save_pdf)

    def choose_file(self, title: str, suggested: str) -> Path | None:
        """Let somebody choose a file to write; None when the dialog was closed."""
        return file_to_write(self, title, suggested)


def open_slip(around: Surroundings, over: QWidget, partner_id: int) -> SlipPanel:
    """Open the slip for a partner over a screen or a panel."""
    panel = SlipPanel(around, over, partner_id)
    panel.open(panel.languages)
    panel.presenter.refresh()
    return panel
