"""Where paper goes when it becomes a file: the system's dialog, and the offer of a PDF when there is no printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.panel import ask


def file_to_write(over: QWidget, title: str, suggested: str, ending: str = "pdf") -> Path | None:
    """Let somebody choose a file to write; None when the dialog was closed."""
    dialog = QFileDialog(over, title, str(Path.home()), f"{ending.upper()} (*.{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)  # so that the dialog itself asks before it overwrites
    dialog.selectFile(suggested)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def folder_to_write(over: QWidget, title: str) -> Path | None:
    """Ask for a folder to write into; None when the dialog was closed."""
    chosen = QFileDialog.getExistingDirectory(over, title)
    return Path(chosen) if chosen else None


def offer_pdf(over: QWidget, words: Translator, said: str, save: Callable[[], object]) -> None:
    """Say that there is no printer, and offer to save a PDF."""
    _ = words
    ask(over, _("No printer was found"), said, _("Save as PDF"), save, _("Close"), kind="primary")
