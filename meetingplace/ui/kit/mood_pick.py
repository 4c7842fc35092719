"""The choice of a colour mood of paper: its three strong tones beside each other, and its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.services.organisation import MOODS, mood_colours
from meetingplace.ui.kit.pick import GAP, Pick
from meetingplace.ui.kit.theme import current


class MoodPick(Pick):
    """Buttons for the colour moods."""

    def __init__(self, words: Translator, parent: QWidget | None = None, has_words: bool = True) -> None:
        """Offer every mood; without words the tones alone are shown, and the word is said."""
        _ = words
        names = {"cherry": _("Cherry"), "park": _("Park"), "evening": _("Evening")}
        super().__init__([(mood, names[mood]) for mood in MOODS], None, _swatch, parent, has_words)


def _swatch(mood: object) -> QIcon:
    side, ratio = current().icon_side(24), _ratio()
    pixmap = QPixmap(round((side + GAP) * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for at, colour in enumerate(mood_colours(str(mood))):
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(at * side / 3, 3, side / 3, side - 6))
    painter.end()
    return QIcon(pixmap)


def _ratio() -> float:
    running = QApplication.instance()
    return running.devicePixelRatio() if isinstance(running, QApplication) else 1.0
