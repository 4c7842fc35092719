"""Whether a page can be read: nothing on it is cut, and every letter of it has a drawing."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from meetingplace import paths
from meetingplace.ui.kit import theme

_SILENT = set("\u2068\u2069\u200b\u200c\u200d\n")


def cut(page: QWidget) -> list[str]:
    """List what of a page is wider or higher than the place where it stands."""
    return [wrong for part in page.findChildren(QWidget) if (wrong := _cut(part))]


def without_drawing(page: QWidget) -> set[str]:
    """Give the letters of a page that none of the program's own faces can draw."""
    said = "".join(part.text() for part in page.findChildren(QWidget) if isinstance(part, QLabel | QAbstractButton))
    return {letter for letter in set(said) - _SILENT if not _is_drawn(letter)}


def _cut(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    if not text or not part.isVisibleTo(part.window()):
        return ""
    if isinstance(part, QLabel):
        if part.wordWrap() and part.height() < part.heightForWidth(part.width()):
            return f"too high: {text}"
        pieces = [text[:1]] if "\u4e00" <= text[0] <= "\u9fff" else text.split()  # Chinese is broken anywhere
        longest = max((part.fontMetrics().horizontalAdvance(word) for word in pieces), default=0)
        if longest > part.contentsRect().width() + 1:
            return f"too wide: {text}"
    elif part.width() < part.minimumSizeHint().width():
        return f"too wide: {text}"
    return ""


@cache
def _faces() -> tuple[QRawFont, ...]:
    folder = paths.files_of("weblate_fonts") / "static" / "weblate_fonts"
    return tuple(QRawFont(str(folder / file), 16) for file in theme._FONT_FILES)


@cache
def _is_drawn(letter: str) -> bool:
    return any(face.supportsCharacter(ord(letter)) for face in _faces())
