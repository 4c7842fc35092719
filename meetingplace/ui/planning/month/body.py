"""The days of the month with their sessions, drawn; one carries a session to another day, or draws a template in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from meetingplace.ui.kit.text import plain_tip
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.hours.body import TEMPLATE
from meetingplace.ui.planning.hours.ghost import ClashNote, Ghost
from meetingplace.ui.planning.month.geometry import Box, Grid
from meetingplace.ui.planning.month.painting import HEAD, Placed, paint_month
from meetingplace.ui.planning.month.placing import arranged
from meetingplace.ui.planning.month.shown import DayShown, ItemShown, MonthShown
from meetingplace.ui.planning.shown import ClashShown

_USUAL = time(9, 30)  # when a template begins that is dropped on a day; our choice: a morning
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_WORDS = {
    Qt.Key.Key_PageUp: "earlier", Qt.Key.Key_PageDown: "later", Qt.Key.Key_T: "today", Qt.Key.Key_Delete: "cancel",
}  # fmt: skip

FindClash = Callable[[int, date, time, time, bool], ClashShown | None]


class MonthBody(QWidget):
    """A cell a day. The keyboard stands on a day, and on one of its sessions where it has any."""

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, object, object, object, bool)  # session, day, start, end, whether a copy comes there
    new_wanted = Signal(object)  # day
    day_wanted = Signal(object)  # all of a day
    template_dropped = Signal(int, object, object)  # template, day, start
    menu_wanted = Signal(int, QPoint)
    key_pressed = Signal(str)  # earlier, later, today, cancel, copy
    went = Signal(object)  # day on which the keyboard stands now

    def __init__(self, find_clash: FindClash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find_clash = find_clash
        self._shown: MonthShown | None = None
        self._grid = Grid(700, HEAD, (100.0,) * 5)
        self.placed: list[Placed] = []  # what is drawn, and where
        self._room = 0.0
        self._selected: int | None = None
        self._day: date | None = None
        self._pressed: tuple[ItemShown, QPointF] | None = None
        self._target: tuple[ItemShown, date, bool] | None = None
        self._ghost, self.note = Ghost(self), ClashNote(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setProperty("radius", 10)

    # --- showing ---

    def show_month(self, shown: MonthShown, selected: int | None, width: float, room: float) -> None:
        """Show a month in a width; `room` is the height in sight, in px."""
        self._shown, self._selected, self._room = shown, selected, room
        days = [day for week in shown.weeks for day in week]
        if self._day not in [day.day for day in days]:
            self._day = next((day.day for day in days if day.is_today), days[7].day)
        self._arrange(width)
        self._say()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        if session_id == self._selected:
            return
        self._selected = session_id
        item = self._item(session_id)
        if item is not None:
            self._day = item.day
        self.update()

    def _arrange(self, width: float) -> None:
        if self._shown is not None:
            self._grid, self.placed = arranged(self._shown, width, self._room)
            self.setFixedHeight(round(self._grid.height) + 1)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the month."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._day if self.hasFocus() else None
        paint_month(painter, self._shown, self._grid, self.placed, self._selected, focused, event.region())
        painter.end()

    # --- what stands where ---

    def _at(self, at: QPointF) -> Placed | None:
        return next((one for one in self.placed if one.box.holds(at.x(), at.y())), None)

    def _day_at(self, at: QPointF) -> DayShown | None:
        found = self._grid.day_at(at.x(), at.y())
        return self._shown.weeks[found[0]][found[1]] if found and self._shown else None

    def cell_of(self, day: date) -> QRect:
        """Give the cell of a day, in px of the widget."""
        weeks = self._shown.weeks if self._shown else ()
        week, weekday = divmod((day - weeks[0][0].day).days, 7) if weeks else (-1, 0)
        cell = self._grid.cell(week, weekday) if 0 <= week < len(weeks) else Box(0, 0, 0, 0)
        return QRectF(cell.left, cell.top, cell.width, cell.height).toRect()

    def _item(self, session_id: int | None) -> ItemShown | None:
        weeks = self._shown.weeks if self._shown else ()
        items = (item for week in weeks for day in week for item in day.items)
        return next((item for item in items if item.session_id == session_id), None)

    # --- the hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a session or a day; perhaps the session is taken along."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        placed, day = self._at(event.position()), self._day_at(event.position())
        self._pressed = (placed.item, event.position()) if placed and placed.item else None
        if placed is not None and placed.more_of is not None:
            self.day_wanted.emit(placed.more_of)
        elif day is not None:
            self._day = day.day
            self._say()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a session to another day, once the hand has really moved."""
        placed = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if placed else Qt.CursorShape.ArrowCursor)
        if self._pressed is None:
            return
        item, began = self._pressed
        is_copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        has_moved = (event.position() - began).manhattanLength() >= QApplication.startDragDistance()
        day = self._day_at(event.position())
        if day is not None and (self._target or has_moved) and (item.may_move or is_copy):
            self._carry(item, day.day, is_copy or not item.may_move)

    def _carry(self, item: ItemShown, day: date, is_copy: bool) -> None:
        if self._target == (item, day, is_copy):
            return  # the hand is still over the same day
        self._target = (item, day, is_copy)
        cell = self.cell_of(day).adjusted(4, 26, -4, 0)
        cell.setHeight(min(cell.height() - 4, current().px(56)))
        self._ghost.show_at(cell, item.title, (item.hour,), item.function, is_copy)
        self.note.show_under(cell, self._find_clash(item.session_id, day, item.start, item.end, is_copy))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it down where it is, or choose it."""
        pressed, target = self._pressed, self._target
        self.put_back()
        if target is not None:
            item, day, is_copy = target
            if is_copy or day != item.day:
                self.moved.emit(item.session_id, day, item.start, item.end, is_copy)
        elif pressed is not None:
            self.chosen.emit(pressed[0].session_id)

    def put_back(self) -> None:
        """Leave what is in the hand where it was."""
        self._pressed = self._target = None
        self._ghost.hide()
        self.note.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session, or plan something on an empty day."""
        placed, day = self._at(event.position()), self._day_at(event.position())
        if placed is not None and placed.item is not None:
            self.opened.emit(placed.item.session_id)
        elif placed is None and day is not None:
            self.new_wanted.emit(day.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer with a menu what the hand does."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        placed = self._at(QPointF(event.pos()))
        session_id = self._selected if is_by_key else placed.item.session_id if placed and placed.item else None
        if session_id is not None:
            at = self.mapToGlobal(self.cell_of(self._day).center()) if is_by_key and self._day else event.globalPos()
            self.menu_wanted.emit(session_id, at)

    def event(self, event: QEvent) -> bool:
        """Say what stands under the hand."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed, day = self._at(QPointF(event.pos())), self._day_at(QPointF(event.pos()))
            spoken = placed.item.spoken if placed and placed.item else day.spoken if day else ""
            QToolTip.showText(event.globalPos(), plain_tip(spoken), self)
            return True
        return super().event(event)

    # --- a template that is dragged in ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take templates only."""
        if event.mimeData().hasFormat(TEMPLATE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on which day it would come."""
        day = self._day_at(event.position())
        if day is not None:
            self._day = day.day
            self.update()
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Plan from it, in the morning: its hour is changed afterwards if need be."""
        day = self._day_at(event.position())
        template = bytes(event.mimeData().data(TEMPLATE).data()).decode(errors="replace")
        if day is not None and template.isdecimal():
            self.template_dropped.emit(int(template), day.day, _USUAL)
            event.acceptProposedAction()

    # --- the keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by day and week, through the sessions of a day with Tab's arrows, and do the main things."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self._pressed is not None and key == Qt.Key.Key_Escape:
            self.put_back()
        elif key in _STEPS and modifiers & Qt.KeyboardModifier.AltModifier:
            self.nudge(self._selected, _STEPS[key])
        elif key in _STEPS and self._day is not None:
            self._walk(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected is not None:
            self.opened.emit(self._selected)
        elif key == Qt.Key.Key_D and modifiers & Qt.KeyboardModifier.ControlModifier and self._selected is not None:
            self.key_pressed.emit("copy")
        elif key == Qt.Key.Key_N and not modifiers and self._day is not None:
            self.new_wanted.emit(self._day)
        elif key in _WORDS and not modifiers:
            self.key_pressed.emit(_WORDS[key])
        else:
            super().keyPressEvent(event)

    def may_move(self, session_id: int) -> bool:
        """Tell whether a session may be moved."""
        item = self._item(session_id)
        return item is not None and item.may_move

    def nudge(self, session_id: int | None, days: int) -> None:
        """Move a session by days."""
        item = self._item(session_id)
        if item is not None and item.may_move:
            self.moved.emit(item.session_id, item.day + timedelta(days=days), item.start, item.end, False)

    def _walk(self, step: int) -> None:
        """Go to the session above or below on the day, else to the day before, after, above or below."""
        day = self._shown_day()
        ids = [item.session_id for item in day.items] if day else []
        at = ids.index(self._selected) if self._selected in ids else -1
        if abs(step) == 7 and ids and 0 <= at + step // 7 < len(ids):
            self.chosen.emit(ids[at + step // 7])
            return
        to = (self._day or date.today()) + timedelta(days=step)
        if self._shown and self._shown.weeks[0][0].day <= to <= self._shown.weeks[-1][-1].day:
            self._day = to
            arrived = self._shown_day()
            if arrived is not None and arrived.items:
                self.chosen.emit(arrived.items[-1 if step == -7 else 0].session_id)
            self._say()
            self.update()
            self.went.emit(to)

    def _shown_day(self) -> DayShown | None:
        weeks = self._shown.weeks if self._shown else ()
        return next((day for week in weeks for day in week if day.day == self._day), None)

    def _say(self) -> None:
        day = self._shown_day()
        self.setAccessibleName(day.spoken if day else "")
