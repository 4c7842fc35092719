"""The recovery sheet on paper: the PDF that is printed, and the picture of that very sheet for the screen."""

from __future__ import annotations

from meetingplace.documents import recovery_sheet as paper
from meetingplace.documents.moods import Mood
from meetingplace.documents.pictures import png
from meetingplace.i18n.catalog import translator
from meetingplace.services.passphrase import Sheet

PREVIEW_WIDTH = 900  # px
PRINT_WIDTH = 1_654  # px: an A4 at 200 dots an inch


def pdf(sheet: Sheet) -> bytes:
    """Make the sheet that is printed; refuses TEXT_TOO_LONG and LETTERS_MISSING."""
    content = paper.RecoverySheet(sheet.house_name, sheet.words, sheet.made_on, Mood(sheet.mood), sheet.picture)
    return paper.recovery_sheet(content, translator("paper", sheet.language))


def picture(sheet: Sheet, width: int = PREVIEW_WIDTH) -> bytes:
    """Make a PNG of that very sheet, for the screen or the printer."""
    return png(pdf(sheet), width)
