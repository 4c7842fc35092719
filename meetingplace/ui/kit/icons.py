"""Icons: glyphs of the Material Design icon font, drawn in any colour and size. Screen and paper share them."""

from __future__ import annotations

import json
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from meetingplace import paths


@lru_cache(maxsize=1)
def _font_and_letters() -> tuple[str, dict[str, str]]:
    folder = paths.files_of("qtawesome") / "fonts"
    file = next(folder.glob("materialdesignicons6-webfont-*.ttf"))
    names = json.loads(next(folder.glob("materialdesignicons6-webfont-charmap-*.json")).read_text(encoding="utf-8"))
    number = QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.applicationFontFamilies(number)[0], {name: chr(int(code, 16)) for name, code in names.items()}


@lru_cache(maxsize=256)
def _font(size: int) -> QFont:
    font = QFont(_font_and_letters()[0])
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def draw_icon(painter: QPainter, place: QRectF, name: str, colour: QColor | str) -> None:
    """Draw an icon in the middle of a place, as large as its shorter side."""
    letters = _font_and_letters()[1]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_font(max(1, round(min(place.width(), place.height())))))
    painter.setPen(QColor(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, letters[name])
    painter.restore()


@lru_cache(maxsize=1024)
def icon_pixmap(
    name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0, is_mirrored: bool = False
) -> QPixmap:
    """Give an icon as a picture of `size` px, and a gap after it, for a screen of so many real pixels a px."""
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, QRectF(gap if is_mirrored else 0, 0, size, size), name, colour)
    painter.end()
    return pixmap


def icon(
    name: str, colour: str, size: int = 22, off_colour: str = "", gap: int = 0, is_mirrored: bool = False
) -> QIcon:
    """Give an icon for a button, sharp on every screen, in another colour when the button is off.

    `gap` is empty space, in px, between the icon and the word after it; then the icon is that much wider. Mirrored, the
    word stands before it.
    """
    made = QIcon()
    running = QApplication.instance()
    ratio = running.devicePixelRatio() if isinstance(running, QApplication) else 1.0
    made.addPixmap(icon_pixmap(name, colour, size, ratio, gap, is_mirrored))
    if off_colour:
        made.addPixmap(icon_pixmap(name, off_colour, size, ratio, gap, is_mirrored), QIcon.Mode.Disabled)
    return made
