"""How the school year is drawn: rows of weeks, squares of sessions, bands of both school calendars, closed days."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from meetingplace.domain.calendar import DaysOff
from meetingplace.services.timetable import SCHOOLS
from meetingplace.ui.kit.icons import icon_pixmap
from meetingplace.ui.kit.marks import function_pixmap
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.year.geometry import HEAD, Half, Measures
from meetingplace.ui.planning.year.shown import DayCell, MarkShown, WeekRow, YearShown

_MOST_SQUARES = 2  # of a day; more are one square and their number
_SHORTS = {DaysOff.FLEMISH: "NL", DaysOff.FRENCH: "FR"}


class YearPainting:
    """Draws a year in these sizes, with one session marked."""

    def __init__(self, shown: YearShown, measures: Measures, selected: int | None, ratio: float) -> None:
        """Take the year; `ratio` is how many real pixels a px has."""
        self._shown, self._measures, self._selected, self._ratio = shown, measures, selected, ratio

    def _rows(self, half: Half) -> tuple[WeekRow, ...]:
        return self._shown.rows[half.first : half.first + half.weeks]

    def paint_half(self, painter: QPainter, half: Half, top: float) -> None:
        """Draw one half as a card; what is seen begins at `top`, and there its weekdays stay in sight."""
        theme, measures = current(), self._measures
        card = QRectF(half.left + 0.5, half.top + 0.5, half.width - 1, measures.height(half.weeks) - 1)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(card, 10, 10)
        self._paint_head(painter, half)
        self._paint_this_week(painter, half)
        self._paint_bands(painter, half)
        for at, row in enumerate(self._rows(half)):
            self._paint_row(painter, half, row, self._measures.top(half, at))
        self._paint_lines(painter, half)
        if half.top < top < measures.top(half, half.weeks - 2):
            self._paint_head_again(painter, replace(half, top=top))

    def _paint_head_again(self, painter: QPainter, half: Half) -> None:
        theme, height = current(), HEAD * self._measures.scale
        painter.fillRect(QRectF(half.left + 2, half.top, half.width - 4, height), theme.colour("card"))
        self._paint_head(painter, half)
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        y = round(half.top + height) + 0.5
        painter.drawLine(QPointF(half.left + self._measures.month, y), QPointF(half.left + self._measures.number, y))

    def _paint_head(self, painter: QPainter, half: Half) -> None:
        theme, measures = current(), self._measures
        height = HEAD * measures.scale
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(13, 700))
        for calendar, left in zip(SCHOOLS, measures.bands, strict=True):
            place = QRectF(half.left + left - 10, half.top, measures.band_width + 20, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _SHORTS[calendar])
        painter.setFont(theme.font(14))
        for number, weekday in enumerate(self._shown.weekdays):
            left, width = measures.day(number)
            painter.drawText(QRectF(half.left + left, half.top, width, height), Qt.AlignmentFlag.AlignCenter, weekday)

    def _paint_this_week(self, painter: QPainter, half: Half) -> None:
        theme = current()
        for at, row in enumerate(self._rows(half)):
            if row.is_this_week:
                place = self._place_of_row(half, at)
                painter.fillRect(place, theme.colour("ptint"))

    def _place_of_row(self, half: Half, at: int) -> QRectF:
        left, right = self._measures.month - 4, self._measures.number + 2
        return QRectF(half.left + left, self._measures.top(half, at), right - left, self._measures.row)

    def _paint_lines(self, painter: QPainter, half: Half) -> None:
        """Draw what nothing may cover: a line over each month, and this week as a box where there are no tints."""
        theme, measures = current(), self._measures
        for at, row in enumerate(self._rows(half)):
            if row.month or at == 0:
                painter.setPen(QPen(theme.colour("line"), theme.hairline))
                y = round(measures.top(half, at)) + 0.5
                painter.drawLine(QPointF(half.left + measures.month, y), QPointF(half.left + measures.number, y))
            if row.is_this_week and theme.name == "contrast":
                painter.setPen(QPen(theme.colour("ink"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._place_of_row(half, at).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_bands(self, painter: QPainter, half: Half) -> None:
        """Draw the two columns of the school calendars; holidays are solid for NL, hatched for FR."""
        theme, measures = current(), self._measures
        top, height = self._measures.top(half, 0), half.weeks * measures.row
        for calendar, left in zip(SCHOOLS, measures.bands, strict=True):
            whole = QRectF(half.left + left, top, measures.band_width, height)
            painter.fillRect(whole, theme.colour("shade"))
            for first, days in self._stretches(half, calendar):
                begin, length = top + first * measures.row / 7, days * measures.row / 7
                paint_off(painter, calendar, QRectF(whole.left(), begin, whole.width(), length))

    def _stretches(self, half: Half, calendar: DaysOff) -> list[tuple[int, int]]:
        """List the holidays of a half: their first day, counted from its first Monday, and how many days."""
        found: list[tuple[int, int]] = []
        for at, row in enumerate(self._rows(half)):
            span = row.off.get(calendar)
            if span is not None:
                first, days = 7 * at + span[0], span[1] - span[0] + 1
                if found and sum(found[-1]) == first:
                    first, before = found.pop()
                    days += before
                found.append((first, days))
        return found

    def _paint_row(self, painter: QPainter, half: Half, row: WeekRow, top: float) -> None:
        theme, measures = current(), self._measures
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
            square = QRectF(left, place.center().y() - side / 2, side, side)
            self._paint_mark(painter, mark, square)
            if mark.has_hint or (is_counted and any(one.has_hint for one in marks)):
                paint_hint(painter, square, self._ratio)
            left += step
        if number:
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(14, 700))
            text = QRectF(left + 1, place.top(), room + 4, place.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, number)

    def _paint_mark(self, painter: QPainter, mark: MarkShown, square: QRectF) -> None:
        theme = current()
        if mark.goes_on and mark.function is not None:
            ratio = self._ratio
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


def paint_hint(painter: QPainter, square: QRectF, ratio: float) -> None:
    """Draw at the corner of a square that its session asks for a look."""
    theme, side = current(), round(square.width() * 0.6)
    corner = square.topRight() + QPointF(-side * 0.8, -side * 0.3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("card"))
    painter.drawEllipse(QRectF(corner, QSizeF(side, side)).adjusted(-1, -1, 1, 1))
    painter.drawPixmap(corner, icon_pixmap("alert", theme.tokens.wtext, side, ratio))


def paint_off(painter: QPainter, calendar: DaysOff, place: QRectF) -> None:
    """Draw a holiday of a school calendar: NL solid, FR hatched."""
    theme = current()
    if calendar is DaysOff.FLEMISH:
        painter.fillRect(place, theme.colour("edge" if theme.name == "contrast" else "hatch"))
    else:
        painter.fillRect(place, theme.colour("card"))
        painter.fillRect(place, QBrush(theme.colour("edge"), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(theme.colour("edge"), 1))  # seen in grey too, and on a dark ground
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place.toRect()).adjusted(0.5, 0.5, -0.5, -0.5))
