"""From paper to picture: a page as PNG for a phone, a preview or a printer, and the number of pages."""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_reader = threading.Lock()  # PDFium works for one thread at a time
_QUICK = 1  # of 9: a page for the printer is large and lives for a moment only


def png(pdf: bytes, width_px: int = 1080, page: int = 0) -> bytes:
    """Give one page as PNG of a width in pixels: drawn at twice the size without hinting, then made smaller."""
    from PIL import Image  # noqa: PLC0415

    drawn = _drawn(pdf, page, 2 * width_px)
    size = (width_px, drawn.height * width_px // drawn.width)
    return _packed(drawn.resize(size, resample=Image.Resampling.LANCZOS))


def printable(pdf: bytes, width_px: int, page: int = 0) -> bytes:
    """Give one page as PNG in the very dots of a printer."""
    return _packed(_drawn(pdf, page, width_px), _QUICK)


def page_count(pdf: bytes) -> int:
    """Count the pages of a document."""
    import pypdfium2  # noqa: PLC0415 (heavy: only paper itself loads it)

    with _reader:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _drawn(pdf: bytes, page: int, width_px: int) -> Image.Image:
    import pypdfium2  # noqa: PLC0415 (heavy: only paper itself loads it)

    with _reader:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            scale = width_px / sheet.get_width()
            drawn: Image.Image = sheet.render(scale=scale, optimize_mode=None, no_smoothtext=False).to_pil()
            return drawn  # in red, green and blue, without transparency: paper is white
        finally:
            document.close()


def _packed(picture: Image.Image, level: int = 6) -> bytes:
    packed = io.BytesIO()
    picture.save(packed, "PNG", compress_level=level)
    return packed.getvalue()
