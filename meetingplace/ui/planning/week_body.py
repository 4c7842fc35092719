"""The hours of the week with its sessions: drawn lines, closed days, the line of now, and one button a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.block import SessionBlock
from meetingplace.ui.planning.carrying import Carrying, FindClash, Target, moved
from meetingplace.ui.planning.geometry import STEP, Hours, hours_of, lanes, minutes_of, moment_of
from meetingplace.ui.planning.shown import WeekShown
from meetingplace.ui.planning.week_head import Columns

_GAP = 3  # px between a session and the lines of its day
_LEAST = 44  # px: as high as a finger
_TALLEST, _ROOMY = 104, 56  # px of an hour at 100 %: at most for a title, and for the place under it
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class WeekBody(QWidget):
    """Seven days of hours."""

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, int, object, object)  # session, day, start, end
    new_wanted = Signal(int, object)  # day, start
    key_pressed = Signal(str)  # earlier, later, today, new, cancel

    def __init__(
        self, say_hours: Callable[[time, time], str], find_clash: FindClash, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.blocks: dict[int, SessionBlock] = {}
        self.hours = Hours()
        self._shown: WeekShown | None = None
        self._columns: Columns = []
        self._selected: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 8)
        self._carrying = Carrying(self, say_hours, find_clash)

    @property
    def note(self) -> str:
        """Give what the note about a clash says; empty while there is none."""
        return self._carrying.note.says

    # --- showing ---

    def show_week(self, shown: WeekShown, columns: Columns, selected: int | None, room: int) -> None:
        """Show a week over these columns; `room` is the height in sight, in px."""
        self._shown, self._columns = shown, columns
        self.setAccessibleName(shown.period)
        self._keep_blocks(shown)
        first, last = hours_of(shown.blocks)
        self.hours = Hours(first, last, self._hour_height(first, last, room))
        self.setFixedHeight(self.hours.whole + _GAP)
        self.select(selected)
        self._place_blocks()
        self.update()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self._selected = session_id
        for key, block in self.blocks.items():
            block.show_selected(key == session_id)

    def _keep_blocks(self, shown: WeekShown) -> None:
        wanted = {block.session_id for block in shown.blocks}
        for session_id in [key for key in self.blocks if key not in wanted]:
            self.blocks.pop(session_id).deleteLater()
        for one in shown.blocks:
            if one.session_id in self.blocks:
                self.blocks[one.session_id].show_block(one)
            else:
                self.blocks[one.session_id] = self._new_block(one.session_id)
        previous: QWidget = self
        for one in sorted(shown.blocks, key=lambda block: (block.day, block.start)):
            QWidget.setTabOrder(previous, self.blocks[one.session_id])
            previous = self.blocks[one.session_id]

    def _new_block(self, session_id: int) -> SessionBlock:
        shown = next(one for one in self._shown.blocks if one.session_id == session_id) if self._shown else None
        assert shown is not None  # noqa: S101 (it was just looked up in the same week)
        block = SessionBlock(shown, self)
        block.clicked.connect(lambda: self.chosen.emit(session_id))
        block.opened.connect(self.opened)
        block.taken.connect(lambda _id, grip, is_edge: self._carrying.take(block, grip, is_edge))
        block.carried.connect(self._carry)
        block.dropped.connect(lambda: self._carrying.drop(self.moved.emit))
        block.show()
        return block

    def _hour_height(self, first: int, last: int, room: int) -> float:
        """Fill the room; be higher when the title of a session needs it, and a little higher for its place."""
        theme = current()
        height = max(theme.px(50), (room - _GAP) / (last - first))
        least = roomy = 0.0
        for block in self.blocks.values():
            length = (minutes_of(block.shown.end) - minutes_of(block.shown.start)) / 60
            title, whole = block.needed_heights(self._width_of(block))
            least, roomy = max(least, (title + 3) / length), max(roomy, (whole + 3) / length)
        return max(height, min(least, theme.px(_TALLEST)), min(roomy, theme.px(_ROOMY)))

    def _lane_of(self, block: SessionBlock) -> tuple[int, int]:
        of_day = [one.shown for one in self.blocks.values() if one.shown.day == block.shown.day]
        return lanes(of_day)[block.shown.session_id]

    def _width_of(self, block: SessionBlock) -> float:
        return (self._columns[block.shown.day][1] - 2 * _GAP) / self._lane_of(block)[1]

    def _place_blocks(self) -> None:
        for block in self.blocks.values():
            lane, number = self._lane_of(block)
            place = self._place(Target(block.shown.day, block.shown.start, block.shown.end))
            width = place.width() / number
            gap = 2 if number > 1 else 0
            block.setGeometry(round(place.x() + lane * width), place.y(), round(width) - gap, place.height())

    def _place(self, target: Target) -> QRect:
        left, width = self._columns[target.day]
        top = self.hours.y_of(target.start)
        height = max(_LEAST, self.hours.y_of(target.end) - top - 2)
        return QRect(round(left + _GAP), round(top + 1), round(width - 2 * _GAP), round(height))

    # --- drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw days, hours and now."""
        if self._shown is None or not self._columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter, self._shown)
        self._paint_hours(painter, self._shown)
        self._paint_now(painter, self._shown)
        painter.end()

    def _paint_days(self, painter: QPainter, shown: WeekShown) -> None:
        theme = current()
        for day, (left, width) in zip(shown.days, self._columns, strict=True):
            column = QRectF(left, 0, width, self.height())
            if day.closed:
                painter.fillRect(column, theme.colour("shade"))
                Lines(day.closed, theme.font(13), width - 16).draw(painter, left + 8, 8, theme.colour("ink"))
            elif day.is_weekend:
                painter.fillRect(column, QColor(theme.tokens.ground))
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            painter.drawLine(QPointF(round(left) + 0.5, 0), QPointF(round(left) + 0.5, self.height()))

    def _paint_hours(self, painter: QPainter, shown: WeekShown) -> None:
        theme = current()
        gutter = self._columns[0][0]
        painter.setFont(theme.font(13))
        line = theme.metrics(13).height()
        for hour in range(self.hours.first, self.hours.last):
            y = round(self.hours.y_of(time(hour))) + 0.5
            if hour > self.hours.first:
                painter.setPen(QPen(theme.colour("line"), theme.hairline))
                painter.drawLine(QPointF(gutter - 6, y), QPointF(self.width(), y))
            painter.setPen(theme.colour("soft"))
            top = 2.0 if hour == self.hours.first else y - line / 2
            painter.drawText(QRectF(0, top, gutter - 10, line), Qt.AlignmentFlag.AlignRight, shown.hours[hour])

    def _paint_now(self, painter: QPainter, shown: WeekShown) -> None:
        if shown.now is None or not self.hours.first <= shown.now[1].hour < self.hours.last:
            return
        left, width = self._columns[shown.now[0]]
        y = self.hours.y_of(shown.now[1])
        painter.setPen(QPen(current().colour("warm"), 2))
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("warm"))
        painter.drawEllipse(QPointF(left, y), 4, 4)

    # --- the hand ---

    def _carry(self, at: QPointF) -> None:
        self._carrying.carry(at, self._day_at(at.x()), self.hours, self._place)

    def _day_at(self, x: float) -> int:
        return max((day for day, (left, _width) in enumerate(self._columns) if left <= x), default=0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plan something at an empty hour."""
        if self._columns and event.position().x() >= self._columns[0][0]:
            start = self.hours.at(event.position().y() - self.hours.height / 2)
            self.new_wanted.emit(self._day_at(event.position().x()), moment_of(start - start % (2 * STEP)))

    # --- the keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from session to session, from week to week, and do the main things."""
        key, block = Qt.Key(event.key()), self._focused()
        if self._carrying.is_on:
            if key == Qt.Key.Key_Escape:
                self._carrying.put_back()
            return
        words = {
            Qt.Key.Key_PageUp: "earlier",
            Qt.Key.Key_PageDown: "later",
            Qt.Key.Key_T: "today",
            Qt.Key.Key_N: "new",
            Qt.Key.Key_Delete: "cancel",
        }
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._nudge(block, *_ARROWS[key])
        elif key in _ARROWS:
            self._go(block, *_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block:
            self.opened.emit(block.shown.session_id)
        elif key in words and not event.modifiers():
            self.key_pressed.emit(words[key])
        else:
            super().keyPressEvent(event)

    def _focused(self) -> SessionBlock | None:
        focus = self.window().focusWidget()
        found = next((block for block in self.blocks.values() if block is focus), None)
        return found or self.blocks.get(self._selected or 0)

    def _nudge(self, block: SessionBlock | None, days: int, steps: int) -> None:
        if block is not None and block.shown.may_move:
            shown = block.shown
            to = moved(shown, shown.day + days, minutes_of(shown.start) + steps * STEP)
            self.moved.emit(shown.session_id, to.day, to.start, to.end)

    def _go(self, block: SessionBlock | None, days: int, steps: int) -> None:
        """Go to the session above or below on the same day, or to the nearest one on the next day that has any."""
        found = self._neighbour(block, days, steps) if block else self._first()
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(found.shown.session_id)

    def _first(self) -> SessionBlock | None:
        return min(self.blocks.values(), key=lambda one: (one.shown.day, one.shown.start), default=None)

    def _neighbour(self, block: SessionBlock, days: int, steps: int) -> SessionBlock | None:
        here = block.shown
        others = [one for one in self.blocks.values() if one is not block]
        if steps:
            of_day = sorted(
                (one for one in [*others, block] if one.shown.day == here.day),
                key=lambda one: (one.shown.start, one.shown.session_id),
            )
            at = of_day.index(block) + steps
            return of_day[at] if 0 <= at < len(of_day) else None
        ahead = [one for one in others if (one.shown.day - here.day) * days > 0]
        return min(
            ahead,
            key=lambda one: (abs(one.shown.day - here.day), abs(minutes_of(one.shown.start) - minutes_of(here.start))),
            default=None,
        )
