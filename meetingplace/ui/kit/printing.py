"""Paper to the printer: the system's dialog, then the pages as pictures of the very sheet that was shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason, Refused
from meetingplace.ui.kit.surroundings import SettingsDoor


def choose_printer(over: QWidget, remembered: str = "") -> QPrinter | None:
    """Ask for a printer in the system's dialog; None when it was closed. Refuses NO_PRINTER."""
    names = QPrinterInfo.availablePrinterNames()
    if not names:
        raise Refused(Reason.NO_PRINTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if remembered in names:
        printer.setPrinterName(remembered)
    dialog = QPrintDialog(printer, over)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class ChosenPrinter:
    """The printer that somebody chose, with its sheet laid as the paper asks. It is a `printer.Printer`."""

    def __init__(self, printer: QPrinter, size: QPageSize.PageSizeId, is_wide: bool) -> None:
        """Lay the sheet."""
        self._printer = printer
        printer.setPageSize(QPageSize(size))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)

    @property
    def dots(self) -> int:
        """Give its dots across the sheet."""
        return self._printer.pageLayout().fullRectPixels(self._printer.resolution()).width()

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Print PNG pages, each as large as the sheet."""
        print_pictures(self._printer, pages)


def printer_for(
    over: QWidget, settings: SettingsDoor, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4, is_wide: bool = False
) -> ChosenPrinter | None:
    """Ask for a printer for sheets of this size, and remember it on this PC; None when the dialog was closed.

    Refuses NO_PRINTER.
    """
    printer = choose_printer(over, settings.current.printer)
    if printer is None:
        return None
    settings.change(printer=printer.printerName())
    return ChosenPrinter(printer, size, is_wide)


def print_pictures(printer: QPrinter, pages: Sequence[bytes]) -> None:
    """Print PNG pages, each as large as the sheet; its own white margins are those of the paper."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            picture = QImage.fromData(page)
            area = printer.pageLayout().fullRectPixels(printer.resolution())
            place = QRect(QPoint(0, 0), picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(area.center())
            painter.drawImage(place, picture)
    finally:
        painter.end()
