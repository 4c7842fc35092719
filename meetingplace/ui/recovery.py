"""The recovery sheet on the screen: the very paper that prints, and the acts that print it or save it as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n.catalog import Translator
from meetingplace.services import files, recovery_sheet
from meetingplace.services.passphrase import Sheet
from meetingplace.ui.kit.paper_view import PaperView
from meetingplace.ui.kit.printing import choose_printer, print_pictures
from meetingplace.ui.kit.work import Work

_SIZE = QSize(314, 444)  # px: an A4


def sheet_view(_: Translator) -> PaperView:
    """Make the view of the sheet, white until its picture is there."""
    made = PaperView(_("Recovery sheet, as it prints"), _("One moment…"))
    made.setFixedSize(_SIZE)
    return made


class SheetActs:
    """Prints the sheet, or saves it as PDF; the paper is made beside the window."""

    def __init__(
        self,
        over: QWidget,
        words: Translator,
        work: Work,
        kept: Callable[[str], None],
        refused: Callable[[Refused], None],
    ) -> None:
        """Tell `kept` how it was kept: the name of the printer, or nothing for a file; closed dialogs tell nothing."""
        self._over, self._, self._work, self._kept, self._refused = over, words, work, kept, refused
        self._printer: QPrinter | None = None

    def print_sheet(self, sheet: Sheet, remembered: str = "") -> None:
        """Ask for a printer and print."""
        try:
            self._printer = choose_printer(self._over, remembered)
        except Refused as why:
            self._refused(why)
            return
        if self._printer is not None:
            wide = recovery_sheet.PRINT_WIDTH
            self._work.ask(recovery_sheet.picture, sheet, wide, then=self._print, failed=self._refused, on_paper=True)

    def _print(self, picture: bytes) -> None:
        if self._printer is not None:
            print_pictures(self._printer, [picture])
            self._kept(self._printer.printerName())

    def save_sheet(self, sheet: Sheet) -> None:
        """Ask for a file and save the PDF."""
        _ = self._
        suggested = str(Path.home() / _("recovery sheet.pdf"))
        chosen, _kind = QFileDialog.getSaveFileName(self._over, _("Save the recovery sheet"), suggested, "PDF (*.pdf)")
        if chosen:
            file = Path(chosen).with_suffix(".pdf")
            saved = lambda _none: self._kept("")  # noqa: E731
            self._work.ask(_save, file, sheet, then=saved, failed=self._refused, on_paper=True)


def _save(file: Path, sheet: Sheet) -> None:
    files.save(file, recovery_sheet.pdf(sheet))


def kept_sentence(_: Translator, is_file: bool) -> str:
    """Say that the sheet is kept; a file of it opens the house for whoever finds it."""
    if is_file:
        return _("The PDF is saved. Print it, put the paper in an envelope, and then delete the file.")
    return _("The recovery sheet is kept. You can go on.")
