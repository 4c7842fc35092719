"""The panel of the statement: its language on one side, the very paper on the other, and three ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QWidget

from meetingplace.domain.language import PAPER
from meetingplace.i18n.formats import own_name
from meetingplace.ui.directory.statement.presenter import Presenter
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

_PAPER = (370, 523)  # px of an A4
_SHADOW = 14  # px round the paper
_CHOICES = 320  # px at 100 %


class StatementPanel(Panel):
    """A statement: looked at, printed, or saved as paper or as data."""

    def __init__(self, around: Surroundings, over: QWidget, family_id: int) -> None:
        _ = self._ = around.words
        super().__init__(_("What we know of this family"), over, _("Close"), width=_CHOICES + _PAPER[0] + 110)
        self._around = around
        self.presenter = presenter = Presenter(around, self, family_id)
        self.languages = combo([(code, own_name(code)) for code in PAPER], parent=self)
        self.page = PaperView(_("Preview"), _("One moment…"), self)
        self.page.setFixedSize(*_PAPER)
        self.pages = label("", "soft", self)
        self.problem = Notice("", "wait", "alert-circle-outline", self)
        self.problem.hide()
        self.data = button(_("Save as data"), "quiet", "code-json", presenter.save_data, self)
        self.save = button(_("Save as PDF"), "quiet", "file-pdf-box", presenter.save_pdf, self)
        self.print_button = button(_("Print"), "primary", "printer", presenter.print_paper, self)
        self._build()
        self.languages.activated.connect(lambda _at: presenter.choose_language(self.languages.currentData()))

    def begin(self) -> None:
        """Show it, and make the paper."""
        self._let_act(False)
        self.page.show()
        self.problem.hide()
        self.open(self.languages)
        self.presenter.refresh()

    def _build(self) -> None:
        _ = self._
        choices = QWidget(self)
        whole = _("Everything that is kept about the family, for the parent who asks. The contact stands on it too.")
        data = _("As data it can be read by another program.")
        choices.setLayout(
            column(
                Field(_("Language of the parent"), self.languages, "", choices),
                label(whole, "soft", choices, is_wrapped=True),
                label(data, "soft", choices, is_wrapped=True),
                self.problem,
                self.pages,
                None,
                spacing=12,
                margins=(0, ROOM, ROOM, ROOM),
            )
        )
        choices.setFixedWidth(current().px(_CHOICES))
        paper = column(self.page, None, margins=(_SHADOW, 0, _SHADOW, _SHADOW))
        both = row(choices, None, paper, spacing=12)
        both.setAlignment(paper, Qt.AlignmentFlag.AlignTop)
        self.add(both)
        self.add_acts(None, self.data, self.save, self.print_button)

    # --- the view of the presenter ---

    @property
    def page_width(self) -> int:
        """Give how wide the page is shown, in dots."""
        return round(_PAPER[0] * self.devicePixelRatioF())

    def show_language(self, language: str) -> None:
        """Show in which language it is."""
        self.languages.setCurrentIndex(self.languages.findData(language))

    def show_page(self, picture: bytes, line: str) -> None:
        """Show the first page of the real paper, and how many there are."""
        self._let_act(True)
        self.pages.setText(line)
        self.page.show_picture(picture)

    def show_problem(self, said: str) -> None:
        """Say why there is no paper; as data it can still be saved."""
        self._let_act(False)
        self.problem.sentence.setText(said)

    def _let_act(self, is_paper: bool) -> None:
        self.problem.setVisible(not is_paper)
        self.page.setVisible(is_paper)
        self.pages.setVisible(is_paper)
        self.save.setEnabled(is_paper)
        self.print_button.setEnabled(is_paper)

    def choose_printer(self) -> Printer | None:
        """Let somebody choose a printer; None when the dialog was closed. Refuses NO_PRINTER."""
        return printer_for(self, self._around.settings, QPageSize.PageSizeId.A4)

    def offer_pdf(self, said: str) -> None:
        """Say that there is no printer, and offer to save a PDF."""
        offer_pdf(self, self._, said, self.presenter.save_pdf)

    def choose_file(self, title: str, suggested: str, ending: str) -> Path | None:
        """Let somebody choose a file to write; None when the dialog was closed."""
        return file_to_write(self, title, suggested, ending)
