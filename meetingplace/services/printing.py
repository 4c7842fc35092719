"""Pages of finished paper as pictures: for the screen and for the printer. What stands on them is made elsewhere."""

from __future__ import annotations

from meetingplace.documents import pictures

MOST_DOTS = 4_961  # px across: an A4 at 600 dots an inch; finer paper is not printed in an office


def page_count(pdf: bytes) -> int:
    """Count the pages of a document."""
    return pictures.page_count(pdf)


def page_picture(pdf: bytes, page: int, width_px: int) -> bytes:
    """Give a page as PNG of a width in pixels, for the screen."""
    return pictures.png(pdf, width_px, page)


def printer_pages(pdf: bytes, width_dots: int) -> tuple[bytes, ...]:
    """Give every page as PNG in the dots of a printer."""
    width = min(width_dots, MOST_DOTS)
    return tuple(pictures.printable(pdf, width, page) for page in range(pictures.page_count(pdf)))
