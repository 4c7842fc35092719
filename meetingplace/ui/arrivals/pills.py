"""The pills of who is in, newest first, or who has left: a tap opens the visit, the key at the end lets them leave."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meetingplace.ui.arrivals.rows import ROW
from meetingplace.ui.arrivals.shown import PillShown
from meetingplace.ui.arrivals.tiles import BAR, HALF, ONE_LINE, People
from meetingplace.ui.kit.focus import draw_ring
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.item_keys import Index
from meetingplace.ui.kit.marks import paint_picture
from meetingplace.ui.kit.theme import current

_GAP = 8
_PICTURE, _PICTURE_AT, _TEXT_AT, _BETWEEN, _KEY = 34, 6, 48, 8, 46  # px in a pill
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


class Pills(People):
    """At most two lines, then it scrolls. `turned` gives the pill whose key at the end was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._pressed_at: QPoint | None = None
        self.setItemDelegate(_PillDelegate(self))
        self.rows.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow over the new width."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where it was: a pill is two targets."""
        self._pressed_at = event.position().toPoint()
        super().mouseReleaseEvent(event)
        self._pressed_at = None

    def choose(self, index: Index) -> None:
        """Open the visit, or turn it when the finger was on its key."""
        if self._pressed_at is not None and index.isValid() and self.key_of(index).contains(self._pressed_at):
            self.turned.emit(index.data(ROW))
        else:
            super().choose(index)

    def key_of(self, index: Index) -> QRect:
        """Give where the key of a pill lies."""
        box = pill_box(self.visualRect(index))
        return QRect(round(box.right()) - _KEY, round(box.top()), _KEY, round(box.height()))

    @property
    def room(self) -> int:
        """Give the width that the longest pill may take, in px."""
        return max(200, self.width() - BAR)

    def _fit(self) -> None:
        """Be as high as the lines, up to two of them; without anybody keep the height of one line."""
        self.doItemsLayout()
        line = line_height()
        height = min(max(line, self.contentsSize().height()), (2 if current().scale <= ONE_LINE else 1) * line)
        if height != self.height():
            self.setFixedHeight(height)


def line_height() -> int:
    """Give the height of one line of pills, in px."""
    return _pill_height() + _GAP


def pill_box(cell: QRect) -> QRectF:
    """Give the pill in its cell."""
    return QRectF(cell).adjusted(HALF, _GAP // 2, HALF - _GAP, -_GAP // 2)


def _pill_height() -> int:
    return current().height(44)


def _pill_words(pill: PillShown, room: int) -> tuple[QRect, int]:
    theme = current()
    hour = theme.metrics(14).horizontalAdvance(pill.hour)
    most = max(60, room - _GAP - _TEXT_AT - 2 * _BETWEEN - hour - _KEY)
    return theme.metrics(15, 600).boundingRect(QRect(0, 0, most, 10_000), _WRAP, pill.name), hour


class _PillDelegate(QStyledItemDelegate):
    """Paints a pill: picture, name, hour, and the key."""

    def __init__(self, pills: Pills) -> None:
        super().__init__(pills)
        self._pills = pills

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure name and hour; a name that is wider than the list wraps."""
        name, hour = _pill_words(index.data(ROW), self._pills.room)
        width = _GAP + _TEXT_AT + name.width() + _BETWEEN + hour + _BETWEEN + _KEY
        return QSize(width, max(_pill_height(), name.height() + 12) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one arrival."""
        pill: PillShown = index.data(ROW)
        theme = current()
        box, half, radius = pill_box(option.rect), theme.hairline / 2, _pill_height() / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(theme.colour("column" if is_pointed_at or pill.has_left else "card"))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        _paint_who(painter, QRectF(box.left() + _PICTURE_AT, box.center().y() - _PICTURE / 2, _PICTURE, _PICTURE), pill)
        _paint_words(painter, box, pill, self._pills.room)
        if self._pills.isEnabled():
            _paint_key(painter, box, pill.has_left)
        painter.restore()
        if self._pills.has_ring(index):
            draw_ring(painter, box, radius, theme.colour("focus"), theme.ring)


def _paint_words(painter: QPainter, box: QRectF, pill: PillShown, room: int) -> None:
    theme = current()
    name, hour = _pill_words(pill, room)
    left, top = box.left() + _TEXT_AT, box.top() + (box.height() - name.height()) / 2
    painter.setFont(theme.font(15, 600))
    painter.setPen(theme.colour("ink"))
    painter.drawText(QRectF(left, top, name.width() + 2, name.height() + 2), _WRAP, pill.name)
    painter.setFont(theme.font(14))
    painter.setPen(theme.colour("ink" if pill.has_left else "soft"))
    end = QRectF(left + name.width() + _BETWEEN, box.top(), hour + 2, box.height())
    painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, pill.hour)


def _paint_key(painter: QPainter, box: QRectF, has_left: bool) -> None:
    theme = current()
    line = QRectF(box.right() - _KEY, box.top() + 10, theme.hairline, box.height() - 20)
    painter.fillRect(line, theme.colour("line"))
    middle = QRectF(box.right() - _KEY / 2 - 13, box.center().y() - 11, 22, 22)
    draw_icon(painter, middle, "door-open" if has_left else "exit-run", theme.colour("ptext"))


def _paint_who(painter: QPainter, circle: QRectF, pill: PillShown) -> None:
    theme = current()
    if pill.picture:
        paint_picture(painter, circle, pill.picture)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sand"))
    painter.drawEllipse(circle)
    draw_icon(painter, circle.adjusted(7, 7, -7, -7), "account-multiple-outline", theme.colour("ink"))
