"""Cards, chips, notices, rows that wait and empty states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import column, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current

CHIP_TOKENS = {
    "good": ("gtint", "gtext", "check"),
    "wait": ("wtint", "wtext", "clock-alert-outline"),
    "stop": ("stint", "stext", "close"),
    "warm": ("watint", "watext", "clock-outline"),
    "info": ("ptint", "ptext", "information-outline"),
    "plain": ("sand", "ink", ""),
}


def label(text: str, kind: str = "", parent: QWidget | None = None, is_wrapped: bool = False) -> QLabel:
    """Make a plain-text label of a kind (title, section, name, lead, soft, small, strong, error, good)."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people typed is never read as markup
    made.setText(text)
    made.setProperty("kind", kind)
    made.setWordWrap(is_wrapped)
    policy = made.sizePolicy()
    if not is_wrapped:  # one line is never higher; wrapped words only know their height when they know their width
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
    made.setSizePolicy(policy)
    return made


class Card(QFrame):
    """A raised card; put parts into `body`."""

    def __init__(self, parent: QWidget | None = None, padding: int = 16, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)


class Chip(QWidget):
    """A small state in a pill: colour, icon and word; it cannot be pressed."""

    def __init__(self, text: str, kind: str = "plain", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon = icon_name or CHIP_TOKENS[kind][2]
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, kind: str = "") -> None:
        """Show another text, perhaps as a state of another kind."""
        self._text = text
        if kind:
            self._kind, self._icon = kind, CHIP_TOKENS[kind][2]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the pill."""
        theme = current()
        width = theme.metrics(13, 600).horizontalAdvance(self._text) + 24 + (22 if self._icon else 0)
        return QSize(width, max(28, theme.px(28)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        theme = current()
        tint, text, _icon = CHIP_TOKENS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1) if theme.name == "contrast" else QRectF(self.rect())
        painter.setPen(QPen(theme.colour(text), 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        start = 12.0
        if self._icon:
            draw_icon(painter, QRectF(start, (self.height() - 16) / 2, 16, 16), self._icon, theme.colour(text))
            start += 22
        painter.setPen(theme.colour(text))
        painter.setFont(theme.font(13, 600))
        painter.drawText(
            QRectF(start, 0, self.width() - start, self.height()), Qt.AlignmentFlag.AlignVCenter, self._text
        )
        painter.end()


class Notice(QFrame):
    """A sentence in a tinted box: wait, good, stop or info."""

    def __init__(self, text: str, kind: str = "info", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", kind)
        token = {"wait": "wtext", "good": "gtext", "stop": "stext", "info": "ptext"}[kind]
        self.sentence = label(text, parent=self, is_wrapped=True)
        self.sentence.setStyleSheet(f"color: {getattr(current().tokens, token)};")
        mark = icon_mark(icon_name or CHIP_TOKENS[kind][2], token, 24, parent=self)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(14)
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.sentence, 1)


class PressableCard(Card):
    """A card of which the whole surface is one target; it has the keyboard too."""

    def __init__(
        self, name: str, pressed: Callable[[], object], parent: QWidget | None = None, padding: int = 16
    ) -> None:
        super().__init__(parent, padding)
        self._pressed = pressed
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._pressed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter or space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pressed()
        else:
            super().keyPressEvent(event)


class EmptyState(QFrame):
    """What this is, and the first step."""

    def __init__(
        self,
        title: str,
        sentence: str,
        step: str = "",
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        step_icon: str = "plus",
    ) -> None:
        super().__init__(parent)
        inset = 10  # the padding of the text button, so that its words stand under the others
        words = column(
            label(title, "name", self, is_wrapped=True),
            label(sentence, "soft", self, is_wrapped=True),
            spacing=4,
            margins=(inset, 0, inset, 0),
        )
        box = column(words, spacing=4, margins=(20 - inset, 16, 20 - inset, 14))
        if step and pressed:
            box.addLayout(row(button(step, "text", step_icon, pressed, self), None))
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed border; a style sheet only knows dots."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("edge"), theme.hairline)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()
