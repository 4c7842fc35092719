"""The weeks of the school year, drawn: squares of sessions, bands of both school calendars, closed days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from meetingplace.domain.calendar import DaysOff
from meetingplace.services.timetable import SCHOOLS
from meetingplace.ui.kit.marks import function_pixmap
from meetingplace.ui.kit.text import plain_tip
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.year.geometry import HEAD, ROW, Half, Measures, halves
from meetingplace.ui.planning.year.shown import DayCell, MarkShown, WeekRow, YearShown

_GAP = 24  # px between the halves
_MOST_SQUARES = 2  # of a day; more are one square and their number
_SHORTS = {DaysOff.FLEMISH: "NL", DaysOff.FRENCH: "FR"}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
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
    key_pressed = Signal(str)  # earlier, later, today, cancel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: YearShown | None = None
        self._selected: int | None = None
        self._day: date | None = None
        self._halves: list[Half] = []
        self._measures = Measures(480, 1.0, ROW)
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
                    return QRectF(half.left + left, self._top(half, at), width, self._measures.row)
        return QRectF()

    # --- arranging ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside each other or under each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._shown is None:
            return
        scale, weeks = current().px(100) / 100, len(self._shown.rows)
        self._halves, self._measures = halves(self.width(), weeks, scale, _GAP, current().px(ROW))
        last = self._halves[-1]
        heights = [half.top + self._measures.height(half.weeks) for half in (self._halves[0], last)]
        self.setFixedHeight(round(max(heights)) + 1)
        self.update()

    def _rows(self, half: Half) -> tuple[WeekRow, ...]:
        return self._shown.rows[half.first : half.first + half.weeks] if self._shown else ()

    def _top(self, half: Half, at: int) -> float:
        return half.top + HEAD * self._measures.scale + at * self._measures.row

    # --- drawing ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both halves as cards."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for half in self._halves:
            self._paint_half(painter, half, self._shown)
        if self.hasFocus() and self._day is not None:
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(self._day).adjusted(2, 1, -2, -1), 5, 5)
        painter.end()

    def _paint_half(self, painter: QPainter, half: Half, shown: YearShown) -> None:
        theme, measures = current(), self._measures
        card = QRectF(half.left + 0.5, half.top + 0.5, half.width - 1, measures.height(half.weeks) - 1)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(card, 10, 10)
        self._paint_head(painter, half, shown)
        self._paint_this_week(painter, half)
        self._paint_bands(painter, half)
        for at, row in enumerate(self._rows(half)):
            self._paint_row(painter, half, row, self._top(half, at), is_first=at == 0)

    def _paint_head(self, painter: QPainter, half: Half, shown: YearShown) -> None:
        theme, measures = current(), self._measures
        height = HEAD * measures.scale
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(13, 700))
        for calendar, left in zip(SCHOOLS, measures.bands, strict=True):
            place = QRectF(half.left + left - 10, half.top, measures.band_width + 20, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _SHORTS[calendar])
        painter.setFont(theme.font(14))
        for number, weekday in enumerate(shown.weekdays):
            left, width = measures.day(number)
            painter.drawText(QRectF(half.left + left, half.top, width, height), Qt.AlignmentFlag.AlignCenter, weekday)

    def _paint_this_week(self, painter: QPainter, half: Half) -> None:
        theme, measures = current(), self._measures
        for at, row in enumerate(self._rows(half)):
            if row.is_this_week:
                left, right = measures.month - 4, measures.number + 2
                place = QRectF(half.left + left, self._top(half, at), right - left, measures.row)
                painter.fillRect(place, theme.colour("ptint"))
                if theme.name == "contrast":  # it has no tints: this week is a box
                    painter.setPen(QPen(theme.colour("ink"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_bands(self, painter: QPainter, half: Half) -> None:
        """Draw the two columns of the school calendars; holidays are solid for NL, hatched for FR."""
        theme, measures = current(), self._measures
        top, height = self._top(half, 0), half.weeks * measures.row
        for calendar, left in zip(SCHOOLS, measures.bands, strict=True):
            whole = QRectF(half.left + left, top, measures.band_width, height)
            painter.fillRect(whole, theme.colour("shade"))
            for at, row in enumerate(self._rows(half)):
                span = row.off.get(calendar)
                if span is not None:
                    part = measures.row / 7
                    begin, end = span[0] * part, (span[1] + 1) * part
                    place = QRectF(whole.left(), self._top(half, at) + begin, whole.width(), end - begin)
                    self._paint_off(painter, calendar, place)

    @staticmethod
    def _paint_off(painter: QPainter, calendar: DaysOff, place: QRectF) -> None:
        theme = current()
        if calendar is DaysOff.FLEMISH:
            painter.fillRect(place, theme.colour("edge" if theme.name == "contrast" else "hatch"))
            return
        painter.fillRect(place, theme.colour("card"))
        painter.fillRect(place, QBrush(theme.colour("hatch"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(theme.colour("hatch"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0, -0.5, 0))

    def _paint_row(self, painter: QPainter, half: Half, row: WeekRow, top: float, is_first: bool) -> None:
        theme, measures = current(), self._measures
        if row.month or is_first:
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            y = round(top) + 0.5
            painter.drawLine(QPointF(half.left + measures.month, y), QPointF(half.left + measures.number, y))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(15, 700))
        painter.drawText(QRectF(half.left + measures.month, top, 60, measures.row), middle, row.month)
        painter.setFont(theme.font(14, 700 if row.is_this_week else 400))
        painter.setPen(theme.colour("ink" if row.is_this_week else "soft"))
        painter.drawText(QRectF(half.left + measures.days, top, 70, measures.row), middle, row.days)
        for number, cell in enumerate(row.cells):
            left, width = measures.day(number)
            self._paint_cell(painter, cell, QRectF(half.left + left, top, width, measures.row))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(14, 700))
        corner = QRectF(half.left + measures.number - 60, top, 60, measures.row)
        painter.drawText(corner, middle | Qt.AlignmentFlag.AlignRight, row.number)

    def _paint_cell(self, painter: QPainter, cell: DayCell, place: QRectF) -> None:
        theme = current()
        if cell.closed:
            painter.fillRect(place.adjusted(1, 0.5, -1, -0.5), theme.colour("shade"))
        if cell.marks:
            self._paint_marks(painter, cell.marks, place)
        elif cell.closed:
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(13))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cell.closed)

    def _paint_marks(self, painter: QPainter, marks: tuple[MarkShown, ...], place: QRectF) -> None:
        theme, side = current(), self._measures.square
        is_counted = len(marks) > _MOST_SQUARES
        drawn = marks[:1] if is_counted else marks
        number = str(sum(mark.goes_on for mark in marks)) if is_counted else ""
        room = theme.metrics(14, 700).horizontalAdvance(number) + 3 if number else 0
        step = side + 2
        left = place.center().x() - (len(drawn) * step - 2 + room) / 2
        for mark in drawn:
            self._paint_mark(painter, mark, QRectF(left, place.center().y() - side / 2, side, side))
            left += step
        if number:
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(14, 700))
            text = QRectF(left + 1, place.top(), room + 4, place.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, number)

    def _paint_mark(self, painter: QPainter, mark: MarkShown, square: QRectF) -> None:
        theme = current()
        if mark.goes_on and mark.function is not None:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(
                square.topLeft(), function_pixmap(mark.function, round(square.width()), ratio, theme.name)
            )
        else:
            painter.setPen(
                QPen(theme.colour("edge"), 1, Qt.PenStyle.SolidLine if mark.goes_on else Qt.PenStyle.DashLine)
            )
            painter.setBrush(theme.colour("sand") if mark.goes_on else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if not mark.goes_on:
                painter.drawLine(square.topRight() + QPointF(-4, 4), square.bottomLeft() + QPointF(4, -4))
        if mark.session_id == self._selected:
            painter.setPen(QPen(QColor(theme.tokens.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-1.5, -1.5, 1.5, 1.5), 6, 6)

    # --- the hand ---

    def _cell_at(self, at: QPointF) -> DayCell | None:
        for half in self._halves:
            for number, row in enumerate(self._rows(half)):
                if self._top(half, number) <= at.y() < self._top(half, number) + self._measures.row:
                    for weekday, cell in enumerate(row.cells):
                        left, width = self._measures.day(weekday)
                        if half.left + left <= at.x() < half.left + left + width:
                            return cell
        return None

    def _week_at(self, at: QPointF) -> WeekRow | None:
        for half in self._halves:
            if half.left <= at.x() < half.left + self._measures.bands[0]:
                for number, row in enumerate(self._rows(half)):
                    if self._top(half, number) <= at.y() < self._top(half, number) + self._measures.row:
                        return row
        return None

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
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and cell is not None:
            self._open(cell)
        elif key == Qt.Key.Key_N and not event.modifiers() and self._day is not None:
            self.new_wanted.emit(self._day)
        elif key in _WORDS and not event.modifiers():
            self.key_pressed.emit(_WORDS[key])
        else:
            super().keyPressEvent(event)

    def _cell(self) -> DayCell | None:
        rows = self._shown.rows if self._shown else ()
        return next((cell for row in rows for cell in row.cells if cell.day == self._day), None)

    def _go_to(self, day: date) -> None:
        if self._shown and self._shown.rows[0].monday <= day <= self._shown.rows[-1].cells[-1].day:
            self._day = day
            self._say()
            self.update()

    def _say(self) -> None:
        cell = self._cell()
        self.setAccessibleName(cell.spoken if cell else "")
