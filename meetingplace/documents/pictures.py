"""From paper to picture: a page as PNG for a phone or a preview, and the number of pages. Nothing is drawn here."""

from __future__ import annotations

import io
import threading

import pypdfium2

_reader = threading.Lock()  # PDFium works for one thread at a time


def png(pdf: bytes, width_px: int = 1080, page: int = 0) -> bytes:
    """Give one page as PNG of a width in pixels: drawn at twice the size without hinting, then made smaller."""
    with _reader:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            scale = width_px / sheet.get_width()
            drawn = sheet.render(scale=2 * scale, optimize_mode=None, no_smoothtext=False).to_pil()
            size = (width_px, round(sheet.get_height() * scale))
        finally:
            document.close()
    picture = io.BytesIO()
    drawn.convert("RGB").resize(size, resample=1).save(picture, "PNG")
    return picture.getvalue()


def page_count(pdf: bytes) -> int:
    """Count the pages of a document."""
    with _reader:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()
