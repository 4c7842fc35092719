"""What opens over the Flyers screen: panels to choose and to write in, the dialogs of printer and file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPageSize

from meetingplace.services.flyers import Paper
from meetingplace.ui.flyers.panels import ListsPanel, SubjectPanel, WriterPanel
from meetingplace.ui.flyers.presenter import Presenter
from meetingplace.ui.flyers.recent import RecentPanel
from meetingplace.ui.flyers.several.panel import SeveralPanel
from meetingplace.ui.flyers.several.presenter import Several, SeveralShown
from meetingplace.ui.flyers.shown import (
    ListAsked,
    ListsShown,
    RecentShown,
    SubjectShown,
    WriterShown,
)
from meetingplace.ui.kit.files import file_to_write, offer_pdf
from meetingplace.ui.kit.paper_out import Printer
from meetingplace.ui.kit.printing import printer_for
from meetingplace.ui.kit.screen import Screen

_PRINTED_ON = {
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.A3_LANDSCAPE: QPageSize.PageSizeId.A3,
}


class PanelsOverFlyers(Screen):
    """A screen over which the panels of flyers open; its presenter is told what was chosen in them."""

    _presenter: Presenter
    _writer: WriterPanel | None = None

    # --- panels ---

    def choose_among(self, subjects: tuple[SubjectShown, ...]) -> None:
        """Let somebody choose what the flyer is of."""
        panel = SubjectPanel(subjects, self._, self, self._presenter.choose_subject)
        panel.open(panel.rows[0] if panel.rows else None)

    def open_recent(self, made: tuple[RecentShown, ...]) -> None:
        """Show the flyers that were made before."""
        panel = RecentPanel(made, self._, self, self._presenter.make_again)
        panel.open(panel.rows[0] if panel.rows else None)

    def open_several(self, shown: SeveralShown, presenter: Several) -> None:
        """Open the panel for several flyers at once."""
        panel = SeveralPanel(shown, presenter, self._, self)
        panel.open(panel.boxes[0] if panel.boxes else None)

    def open_writer(self, shown: WriterShown) -> None:
        """Open the panel for own words."""
        self._writer = panel = WriterPanel(shown, self._, self)
        language, save = shown.language, self._presenter.writing.save
        panel.saved.connect(lambda *typed: save(language, *typed))
        panel.closed.connect(self._forget_writer)
        panel.open(panel.title)

    def show_writer_wrong(self, field: str, said: str) -> None:
        """Say what is wrong with a field; what was typed stays."""
        if self._writer:
            self._writer.show_wrong(field, said)

    def close_writer(self) -> None:
        """Close the panel: the words are saved."""
        if self._writer:
            self._writer.close_panel()

    def _forget_writer(self) -> None:
        self._writer = None

    def open_lists(self, shown: ListsShown) -> None:
        """Open the panel with the paper lists."""
        paper = self._presenter.paper
        acts: dict[str, Callable[[ListAsked], None]] = {"print": paper.print_list, "save": paper.save_list}
        panel = ListsPanel(shown, self._, self)
        panel.wanted.connect(lambda act, asked: acts[act](asked))
        panel.open(panel.first)

    # --- paper ---

    def choose_printer(self, paper: Paper) -> Printer | None:
        """Let somebody choose a printer for a paper; None when the dialog was closed. Refuses NO_PRINTER."""
        size = _PRINTED_ON.get(paper, QPageSize.PageSizeId.A4)
        return printer_for(self, self.around.settings, size, is_wide=paper.is_wide)

    def offer_pdf(self, said: str, save: Callable[[], object]) -> None:
        """Say that there is no printer, and offer to save a PDF."""
        offer_pdf(self, self._, said, save)

    def choose_file(self, title: str, suggested: str, ending: str) -> Path | None:
        """Let somebody choose a file to write; None when the dialog was closed."""
        return file_to_write(self, title, suggested, ending)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)
