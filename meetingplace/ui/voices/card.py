"""A voice on the board: the parent's own words first and largest, in their direction; the rest is quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QSizePolicy, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.shown import CardShown, Strip, Tint

DRAGGED = "application/x-meetingplace-voice"
TINTS = {
    Tint.INFO: ("ptint", "ptext"),
    Tint.GOOD: ("gtint", "gtext"),
    Tint.WAIT: ("wtint", "wtext"),
    Tint.PLAIN: ("sand", "ink"),
}
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PADDING, _GAP, _ICON = 11, 8, 18
_INSET = 10  # px between the edge of a strip and what stands in it


@dataclass(frozen=True)
class _Piece:
    """One part of the card: how high it is, and how it is drawn from a top."""

    height: float
    draw: Callable[[QPainter, float], None]


class VoiceCard(QAbstractButton):
    """A card of which the whole surface opens the voice; it can be dragged to another column."""

    answer_wanted = Signal(int)
    stepped = Signal(int, int)  # an arrow: cards sideways, cards down

    def __init__(self, shown: CardShown, parent: QWidget | None = None) -> None:
        """Show a voice; the oldest that waits has a button of its own."""
        super().__init__(parent)
        self.shown = shown
        self._pressed_at: QPointF | None = None
        self._pieces: list[_Piece] = []
        self.setAccessibleName(shown.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.answer: QPushButton | None = None
        if shown.answer:
            self.answer = button(shown.answer, "quiet", "reply", lambda: self.answer_wanted.emit(shown.voice_id), self)

    # --- measuring: the column says how wide the card is, its words how high ---

    def sizeHint(self) -> QSize:
        """Be as high as the words need."""
        below = self.answer.sizeHint().height() + _GAP if self.answer else 0
        return QSize(self.width(), round(2 * _PADDING + sum(piece.height for piece in self._pieces) + below))

    def fit(self, width: int) -> None:
        """Break the lines for a width."""
        self._pieces = self._arrange(width)
        self.setFixedSize(width, self.sizeHint().height())
        if self.answer:
            height, side = self.answer.sizeHint().height(), width - 2 * _PADDING
            self.answer.setGeometry(_PADDING, self.height() - _PADDING - height, side, height)

    def _arrange(self, width: int) -> list[_Piece]:
        shown, theme = self.shown, current()
        room = max(60, width - 2 * _PADDING)
        is_mirrored = shown.words.is_right_to_left
        words = Lines(shown.words.text, theme.script_font(17, is_mirrored, 600), room, is_mirrored)
        pieces = [self._head(room), self._lines(words, "ink", 4)]
        if shown.translation:
            pieces += [self._rule(room), self._lines(Lines(shown.translation, theme.font(14), room), "soft", 4)]
        if shown.note:
            pieces.append(self._sign(shown.note.icon, shown.note.text, _note_token(shown.note), room))
        pieces.append(self._sign(shown.kind_icon, shown.kind, "soft", room))
        return [*pieces, *(self._strip(strip, room) for strip in shown.strips)]

    def _head(self, room: float) -> _Piece:
        """Language at the start, age at the end; under each other when they do not fit side by side."""
        shown, theme = self.shown, current()
        icon = theme.icon_side(16)
        language = Lines(shown.language, theme.font(13))
        age = Lines(shown.age, theme.font(13, 600 if shown.is_too_long else 400))
        token = "wtext" if shown.is_too_long else "soft"
        clock = icon + 3 if shown.is_too_long else 0
        fits = icon + 5 + language.width + 6 + clock + age.width <= room
        line = max(language.height, icon)
        drop = 0 if fits else line + 2

        def draw(painter: QPainter, top: float) -> None:
            place = QRectF(_PADDING, top + (line - icon) / 2, icon, icon)
            draw_icon(painter, place, shown.channel_icon, theme.colour("soft"))
            language.draw(painter, _PADDING + icon + 5, top + (line - language.height) / 2, theme.colour("soft"))
            left = _PADDING + (room - age.width if fits else clock)
            middle = top + drop + (line - age.height) / 2
            if shown.is_too_long:
                sign = QRectF(left - clock, top + drop + (line - icon) / 2, icon, icon)
                draw_icon(painter, sign, "clock-alert-outline", theme.colour(token))
            age.draw(painter, left, middle, theme.colour(token))

        return _Piece(line + drop + 4, draw)

    @staticmethod
    def _lines(lines: Lines, token: str, below: float) -> _Piece:
        colour = current().colour(token)
        return _Piece(lines.height + below, lambda painter, top: lines.draw(painter, _PADDING, top, colour))

    @staticmethod
    def _rule(room: float) -> _Piece:
        colour = current().colour("line")
        return _Piece(9, lambda painter, top: painter.fillRect(QRectF(_PADDING, top + 2, room, 1), colour))

    @staticmethod
    def _sign(icon_name: str, text: str, token: str, room: float) -> _Piece:
        theme = current()
        icon = theme.icon_side(16)
        lines = Lines(text, theme.font(13), room - icon - 6)

        def draw(painter: QPainter, top: float) -> None:
            beside = QRectF(_PADDING, top + (lines.line_height - icon) / 2, icon, icon)
            draw_icon(painter, beside, icon_name, theme.colour(token))
            lines.draw(painter, _PADDING + icon + 6, top, theme.colour(token))

        return _Piece(lines.height + 2, draw)

    @staticmethod
    def _strip(strip: Strip, room: float) -> _Piece:
        theme = current()
        icon = theme.icon_side(_ICON)
        tint, token = TINTS[strip.tint]
        lines = Lines(strip.text, theme.font(14), room - icon - 2 * _INSET - 8)
        height = lines.height + 14

        def draw(painter: QPainter, top: float) -> None:
            box = QRectF(_PADDING, top + 6, room, height)
            painter.setPen(QPen(theme.colour(token), 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(tint))
            painter.drawRoundedRect(box, 8, 8)
            beside = QRectF(box.x() + _INSET, box.y() + 7 + (lines.line_height - icon) / 2, icon, icon)
            draw_icon(painter, beside, strip.icon, theme.colour(token))
            lines.draw(painter, box.x() + _INSET + icon + 8, box.y() + 7, theme.colour(token))

        return _Piece(height + 6, draw)

    # --- drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its pieces under each other."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_under = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme.colour("edge" if is_under else "line"), theme.hairline))
        painter.setBrush(theme.colour("card"))
        edge = theme.hairline / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
        top = float(_PADDING)
        for piece in self._pieces:
            piece.draw(painter, top)
            top += piece.height
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the board: Qt would go to the next button with them."""
        if event.key() in _STEPS:
            self.stepped.emit(*_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # --- dragging; what it does is also on the page of the voice ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a mouse took hold; a finger scrolls."""
        is_mouse = event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
        self._pressed_at = event.position() if is_mouse else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has moved far enough."""
        start = self._pressed_at
        is_far = start and (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if not is_far or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag, data = QDrag(self), QMimeData()
        data.setData(DRAGGED, str(self.shown.voice_id).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(event.position().toPoint())
        drag.exec(Qt.DropAction.MoveAction)


def _note_token(note: Strip) -> str:
    return {Tint.WAIT: "wtext", Tint.GOOD: "gtext"}.get(note.tint, "soft")
