"""Seen while a session is carried to another hour: a dashed ghost with its new hours, and a note when it clashes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from meetingplace.domain.sessions import Function
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.marks import icon_mark, paint_function
from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import ClashShown


class Ghost(QWidget):
    """Where the carried session would come; the real one stays until it is put down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self._hours: tuple[str, ...] = ()
        self._function: Function | None = None
        self._is_copy = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGraphicsEffect(_shadow(self))
        self.hide()

    def show_at(
        self, place: QRect, title: str, hours: tuple[str, ...], function: Function | None, is_copy: bool = False
    ) -> None:
        """Show it at a place with its new hours, the longest way to say them that fits; a copy has a plus."""
        self._title, self._hours, self._function, self._is_copy = title, hours, function, is_copy
        self.setGeometry(place)
        _show_in_front(self)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed card."""
        theme = current()
        hue = theme.hue(self._function) if self._function else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(hue.tint) if hue else theme.colour("sand"))
        painter.setPen(QPen(QColor(hue.square) if hue else theme.colour("ink"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(whole, 8, 8)
        left = 12.0
        if self._function:
            paint_function(painter, QRectF(left, 6, 20, 20), self._function)
            left += 26
        if self._is_copy:
            draw_icon(painter, QRectF(whole.width() - 22, 6, 20, 20), "plus", theme.colour("ink"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(14, 700))
        room = whole.width() - left - (26 if self._is_copy else 4)
        width = theme.metrics(14, 700).horizontalAdvance
        hours = next((way for way in self._hours if width(way) <= room), self._hours[-1])
        painter.drawText(QRectF(left, 4, room + 4, theme.px(24)), Qt.AlignmentFlag.AlignVCenter, hours)
        title = Lines(self._title, theme.font(13, 600), whole.width() - 16)
        title.draw(painter, 11, 6 + theme.px(24), theme.colour("ink"), whole.height() - 6 - theme.px(24))
        painter.end()


class ClashNote(QFrame):
    """Who is asked twice, where, until when, and what fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        tokens = current().tokens
        self.setObjectName("clash")
        self.setStyleSheet(
            f"#clash {{ background: {tokens.card}; border: 2px solid {tokens.stop}; border-radius: 10px; }}"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = label("", "strong", self, is_wrapped=True)
        self._title.setStyleSheet(f"color: {tokens.stext};")
        self._sentence = label("", "", self, is_wrapped=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        mark = icon_mark("alert", "stop", 24, parent=self)
        self._box = row(mark, words, spacing=10, margins=(14, 10, 14, 10))
        self._box.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._box)
        self.setGraphicsEffect(_shadow(self))
        self.hide()

    @property
    def says(self) -> str:
        """Give what the note says; empty while there is none."""
        return "" if self.isHidden() else f"{self._title.text()} {self._sentence.text()}"

    def show_under(self, place: QRect, shown: ClashShown | None) -> None:
        """Show it under the ghost, or above it where there is no room; None takes it away."""
        if shown is None:
            self.hide()
            return
        self._title.setText(shown.title)
        self._sentence.setText(shown.sentence)
        self._sentence.setVisible(bool(shown.sentence))
        width = current().px(212)
        self.ensurePolished()
        for part in (self._title, self._sentence):
            part.ensurePolished()
        self._box.invalidate()
        height = self._box.totalHeightForWidth(width)
        around = self._over.rect()
        left = max(4, min(place.center().x() - width // 2, around.width() - width - 4))
        top = place.bottom() + 10
        if top + height > around.height():
            top = max(4, place.top() - height - 10)
        self.setGeometry(left, top, width, height)
        _show_in_front(self)


def _show_in_front(part: QWidget) -> None:
    """Bring a part before the sessions when it comes into sight; each time more would paint all that is under it."""
    if part.isHidden():
        part.raise_()
        part.show()


def _shadow(parent: QWidget) -> QGraphicsDropShadowEffect:
    shadow = QGraphicsDropShadowEffect(parent, blurRadius=14, xOffset=0, yOffset=4)
    ink = QColor("#22303C")
    ink.setAlphaF(0.22)
    shadow.setColor(ink)
    return shadow
