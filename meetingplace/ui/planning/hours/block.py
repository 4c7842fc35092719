"""One session among the hours: a card in the colour of its function, with a bar, a square, its hours and title."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from meetingplace.domain.sessions import SessionState
from meetingplace.ui.kit.icons import icon_pixmap
from meetingplace.ui.kit.marks import function_pixmap
from meetingplace.ui.kit.text import Lines, plain_tip, set_once
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import BlockShown

_BAR, _SQUARE, _PAD, _RADIUS = 6, 20, 6, 8  # px
_NARROW = 100  # px at 100 %: under it, titles are set one step smaller and closer to the edge
EDGE = 9  # px at the bottom of a block that stretch it


class SessionBlock(QAbstractButton):
    """A session that can be chosen, opened, and taken to another day or hour."""

    opened = Signal(int)
    taken = Signal(int, QPointF, bool)  # which, where in the block, whether by its lower edge
    carried = Signal(QPointF, bool)  # over the hours; whether a copy of it
    dropped = Signal()

    def __init__(self, shown: BlockShown, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self.is_selected = False
        self._pressed_at: QPointF | None = None
        self._is_carried = False
        self.setProperty("radius", _RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show_block(shown)

    def show_block(self, shown: BlockShown) -> None:
        """Show a session as it is now."""
        self.shown = shown
        self.setText(shown.title)
        self.setAccessibleName(shown.spoken)
        self.setToolTip(plain_tip(shown.spoken))
        self.update()

    def show_selected(self, is_selected: bool) -> None:
        """Mark it as the chosen one."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    # --- measuring and drawing ---

    def needed_heights(self, width: float) -> tuple[float, float]:
        """Give the heights that hours and title need in a width, and that the place needs as well, in px."""
        least = _PAD + self._first_line(width) + self._title(width).height + _PAD
        return least, least + self._place(width).height

    def sizeHint(self) -> QSize:
        """Be as large as a finger at least."""
        return QSize(44, 44)

    @staticmethod
    def _inner(width: float) -> float:
        return width - _BAR - (2 * _PAD if width >= current().px(_NARROW) else _PAD + 1)

    def _first_line(self, width: float) -> float:
        line = max(_SQUARE, current().metrics(13).height()) + 3.0
        return line + (current().metrics(13).height() if self._is_hour_below(width) else 0)

    def _is_hour_below(self, width: float) -> bool:
        room = self._inner(width) - (_SQUARE + 5 if self.shown.function else 0) - (22 if self._sign() else 0)
        return current().metrics(13).horizontalAdvance(self.shown.hours[-1]) > room

    def _hours(self, room: float) -> str:
        metrics = current().metrics(13)
        return next((way for way in self.shown.hours if metrics.horizontalAdvance(way) <= room), self.shown.hours[-1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the block."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        self._paint_card(painter, whole)
        self._paint_words(painter, whole)
        painter.end()

    def _paint_card(self, painter: QPainter, whole: QRectF) -> None:
        theme, function = current(), self.shown.function
        is_off = self.shown.state is SessionState.CANCELLED
        hue = theme.hue(function) if function and not is_off else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(hue.tint) if hue else theme.colour("card" if is_off else "sand"))
        painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipRect(QRectF(0, 0, _BAR, whole.height()))
        painter.setBrush(QColor(hue.square) if hue else theme.colour("edge"))
        painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        painter.restore()
        width = 2 if self.is_selected else theme.hairline
        line = theme.colour("ink") if self.is_selected else QColor(hue.border) if hue else theme.colour("edge")
        dashed = Qt.PenStyle.DashLine if is_off and not self.is_selected else Qt.PenStyle.SolidLine
        painter.setPen(QPen(line, width, dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(width / 2, width / 2, -width / 2, -width / 2), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        theme, width, ratio = current(), whole.width(), self.devicePixelRatioF()
        left, top = _BAR + (_PAD if width >= theme.px(_NARROW) else 4), float(_PAD)
        if self.shown.function:
            painter.drawPixmap(QPointF(left, top), function_pixmap(self.shown.function, _SQUARE, ratio, theme.name))
        sign = self._sign()
        if sign:
            colour = theme.tokens.wtext if sign == "alert" else theme.tokens.soft
            painter.drawPixmap(QPointF(width - _PAD - 18, top + 1), icon_pixmap(sign, colour, 18, ratio))
        is_below = self._is_hour_below(width)
        after_square = left if is_below or not self.shown.function else left + _SQUARE + 5
        hour_top = top + (_SQUARE if is_below else (_SQUARE - theme.metrics(13).height()) / 2)
        room = width - after_square - _PAD - (22 if sign and not is_below else 0)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(13))
        painter.drawText(QPointF(after_square, hour_top + theme.metrics(13).ascent()), self._hours(room))
        self._paint_title(painter, whole, QPointF(left, top + self._first_line(width)))

    def _paint_title(self, painter: QPainter, whole: QRectF, at: QPointF) -> None:
        theme, bottom = current(), whole.height() - 2
        title = self._title(whole.width())
        title.draw(painter, at.x(), at.y(), theme.colour("ink"), bottom - at.y())
        place, top = self._place(whole.width()), at.y() + title.height
        if top + place.height <= bottom:
            place.draw(painter, at.x(), top, theme.colour("ink"))

    def _title(self, width: float) -> Lines:
        """Set the title, one step smaller where a block is narrow or a word of it is wider than the block."""
        theme, inner = current(), self._inner(width)
        widest = max(map(theme.metrics(14, 600).horizontalAdvance, self.shown.title.split()), default=0)
        size = theme.px(14 if width >= theme.px(_NARROW) and widest <= inner else 13)
        return set_once(self.shown.title, size, 600, self.shown.state is SessionState.CANCELLED, inner)

    def _place(self, width: float) -> Lines:
        return set_once(self.shown.under, current().px(13), 400, False, self._inner(width))

    def _sign(self) -> str:
        if self.shown.state is SessionState.HELD:
            return "check"
        if self.shown.state is SessionState.CANCELLED:
            return "close"
        return "alert" if self.shown.has_hint else ""

    # --- the hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it; perhaps it is taken along."""
        self._pressed_at = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it, once the hand has really moved."""
        is_low = is_low_grip(self.shown, event.position().y(), self.height())
        self.setCursor(Qt.CursorShape.SizeVerCursor if is_low else Qt.CursorShape.PointingHandCursor)
        start, is_copy = self._pressed_at, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if start is None or not (self.shown.may_move or is_copy or self._is_carried):
            return
        if not self._is_carried and (event.position() - start).manhattanLength() >= QApplication.startDragDistance():
            self._is_carried = True
            self.taken.emit(self.shown.session_id, start, is_low_grip(self.shown, start.y(), self.height()))
        if self._is_carried:
            is_kept = is_copy or not self.shown.may_move
            self.carried.emit(QPointF(self.mapToParent(event.position().toPoint())), is_kept)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down, or press it."""
        self._pressed_at = None
        if self._is_carried:
            self._is_carried = False
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        self.opened.emit(self.shown.session_id)

    def let_go(self) -> None:
        """Stop being carried: what follows of this press means nothing."""
        self._is_carried = False
        self._pressed_at = None
        self.setDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the hours, but for Space, which presses."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


def is_low_grip(shown: BlockShown, y: float, height: float) -> bool:
    """Tell whether a hand at this height of a block stretches it: only what may move is stretched."""
    return shown.may_move and y >= height - EDGE
