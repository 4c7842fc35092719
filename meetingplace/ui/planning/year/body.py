"""The weeks of the school year, drawn: squares of sessions, bands of both school calendars, closed days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from meetingplace.ui.kit.text import on_button, plain_tip
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.year.geometry import ROW, Half, Measures, fitted
from meetingplace.ui.planning.year.painting import YearPainting
from meetingplace.ui.planning.year.shown import DayCell, WeekRow, YearShown

_GAP = 24  # px between the halves
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_FAR = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}  # with Ctrl: to the next day with sessions
_WORDS = {
    Qt.Key.Key_PageUp: "earlier", Qt.Key.Key_PageDown: "later", Qt.Key.Key_T: "today", Qt.Key.Key_Delete: "cancel",
}  # fmt: skip


class YearBody(QWidget):
    """A row a week; one goes through it by day and week."""

    chosen = Signal(int)
    opened = Signal(int)
    day_wanted = Signal(object)
    week_wanted = Signal(object)
    new_wanted = Signal(object)
    went = Signal()  # the keyboard stands on another day
    key_pressed = Signal(str)  # earlier, later, today, cancel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: YearShown | None = None
        self._selected: int | None = None
        self._day: date | None = None
        self._halves: list[Half] = []
        self._measures = Measures(480, 1.0, ROW)
        self._room = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 10)

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        """Show a year, with one session marked."""
        self._shown, self._selected = shown, selected
        days = [cell.day for row in shown.rows for cell in row.cells]
        if self._day not in days:
            here = next((row for row in shown.rows if row.is_this_week), shown.rows[0])
            self._day = here.cells[0].day
        self._arrange()
        self._say()

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        if session_id != self._selected:
            self._selected = session_id
            self.update()

    @property
    def day(self) -> date | None:
        """Give the day on which the keyboard stands."""
        return self._day

    def rect_of(self, day: date) -> QRectF:
        """Give the cell of a day, in px of the widget; an empty one when it is not shown."""
        for half in self._halves:
            for at, row in enumerate(self._rows(half)):
                number = (day - row.monday).days
                if 0 <= number < 7:
                    left, width = self._measures.day(number)
                    return QRectF(half.left + left, self._measures.top(half, at), width, self._measures.row)
        return QRectF()

    # --- arranging ---

    def fill(self, room: int) -> None:
        """Let the weeks fill a height in px, when that is only a little more than they need."""
        self._room = room
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside each other or under each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        scale, weeks = current().px(100) / 100, len(self._shown.rows)
        self._halves, self._measures = fitted(self.width(), weeks, scale, _GAP, self._room - 1)
        last = self._halves[-1]
        heights = [half.top + self._measures.height(half.weeks) for half in (self._halves[0], last)]
        self.setFixedHeight(round(max(heights)) + 1)
        self.update()

    def _rows(self, half: Half) -> tuple[WeekRow, ...]:
        return self._shown.rows[half.first : half.first + half.weeks] if self._shown else ()

    # --- drawing ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both halves as cards."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = YearPainting(self._shown, self._measures, self._selected, self.devicePixelRatioF())
        for half in self._halves:
            drawing.paint_half(painter, half, self.visibleRegion().boundingRect().top())
        if self.hasFocus() and self._day is not None:
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(self._day).adjusted(2, 1, -2, -1), 5, 5)
        painter.end()

    # --- the hand ---

    def _row_at(self, at: QPointF) -> tuple[Half, WeekRow] | None:
        for half in self._halves:
            for number, row in enumerate(self._rows(half)):
                top = self._measures.top(half, number)
                if half.left <= at.x() < half.left + half.width and top <= at.y() < top + self._measures.row:
                    return half, row
        return None

    def _cell_at(self, at: QPointF) -> DayCell | None:
        found = self._row_at(at)
        for weekday, cell in enumerate(found[1].cells if found else ()):
            left, width = self._measures.day(weekday)
            if found and found[0].left + left <= at.x() < found[0].left + left + width:
                return cell
        return None

    def _week_at(self, at: QPointF) -> WeekRow | None:
        """Give the week on whose dates a point lies, before its bands and days."""
        found = self._row_at(at)
        return found[1] if found and at.x() < found[0].left + self._measures.bands[0] else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the session of a day, open a day with more of them, or the week whose dates are pressed."""
        cell, week = self._cell_at(event.position()), self._week_at(event.position())
        if week is not None:
            self.week_wanted.emit(week.monday)
        elif cell is not None:
            self._go_to(cell.day)
            self._open(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plan something on an empty day."""
        cell = self._cell_at(event.position())
        if cell is not None and not cell.marks:
            self.new_wanted.emit(cell.day)

    def event(self, event: QEvent) -> bool:
        """Say what stands under the hand."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(cell.spoken) if cell else "", self)
            return True
        return super().event(event)

    def _open(self, cell: DayCell) -> None:
        if len(cell.marks) == 1:
            self.chosen.emit(cell.marks[0].session_id)
        elif cell.marks:
            self.day_wanted.emit(cell.day)

    # --- the keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by day and week, and do the main things."""
        key, cell = Qt.Key(event.key()), self._cell()
        if key in _STEPS and not event.modifiers() and self._day is not None:
            self._go_to(self._day + timedelta(days=_STEPS[key]))
        elif key in _FAR and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_far(_FAR[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and cell is not None:
            self._list(cell)
        elif key == Qt.Key.Key_N and not event.modifiers() and self._day is not None:
            self.new_wanted.emit(self._day)
        elif key in _WORDS and not event.modifiers():
            self.key_pressed.emit(_WORDS[key])
        else:
            super().keyPressEvent(event)

    def _list(self, cell: DayCell) -> None:
        """Show the session of a day; of several, offer them all in a menu, and the whole day."""
        if len(cell.marks) < 2 or self._shown is None:
            self._open(cell)
            return
        menu = QMenu(self)
        for mark in cell.marks:
            line = menu.addAction(on_button(mark.spoken))
            line.triggered.connect(partial(self.chosen.emit, mark.session_id))
        menu.addSeparator()
        menu.addAction(self._shown.whole_day).triggered.connect(partial(self.day_wanted.emit, cell.day))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect_of(cell.day).bottomLeft().toPoint()))

    def _go_far(self, by: int) -> None:
        """Go to the next day with a session, or to the one before."""
        days = [cell.day for row in self._shown.rows for cell in row.cells if cell.marks] if self._shown else []
        found = [day for day in days[::by] if self._day and (day - self._day).days * by > 0]
        if found:
            self._go_to(found[0])

    def _cell(self) -> DayCell | None:
        rows = self._shown.rows if self._shown else ()
        return next((cell for row in rows for cell in row.cells if cell.day == self._day), None)

    def _go_to(self, day: date) -> None:
        if self._shown and self._shown.rows[0].monday <= day <= self._shown.rows[-1].cells[-1].day:
            self._day = day
            self._say()
            self.update()
            self.went.emit()

    def _say(self) -> None:
        cell = self._cell()
        self.setAccessibleName(cell.spoken if cell else "")
