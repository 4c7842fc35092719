"""Paper to the printer: the system's dialog, then the pages as pictures of the very sheet that was shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from meetingplace.domain.refusals import Reason, Refused


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
