"""What lies behind the sessions: columns, closed days, the lines of the hours and the line of now."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.hours.geometry import Hours
from meetingplace.ui.planning.hours.head import Columns
from meetingplace.ui.planning.shown import HoursShown


def paint_backdrop(painter: QPainter, shown: HoursShown, columns: Columns, hours: Hours, body: QWidget) -> None:
    """Draw everything behind the sessions that stand in a widget."""
    _paint_columns(painter, shown, columns, body.height())
    _paint_hours(painter, shown, columns[0][0], hours, body.width())
    _paint_closed(painter, shown, columns, body.visibleRegion().boundingRect().top())
    _paint_now(painter, shown, columns, hours)


def _paint_columns(painter: QPainter, shown: HoursShown, columns: Columns, height: int) -> None:
    theme = current()
    for head, (left, width) in zip(shown.heads, columns, strict=True):
        column = QRectF(left, 0, width, height)
        if head.closed:
            painter.fillRect(column, theme.colour("shade"))
        elif head.is_weekend:
            painter.fillRect(column, QColor(theme.tokens.ground))
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawLine(QPointF(round(left) + 0.5, 0), QPointF(round(left) + 0.5, height))


def _paint_hours(painter: QPainter, shown: HoursShown, gutter: float, hours: Hours, width: int) -> None:
    theme = current()
    painter.setFont(theme.font(13))
    line = theme.metrics(13).height()
    for hour in range(hours.first, hours.last):
        y = round(hours.y_of(time(hour))) + 0.5
        if hour > hours.first:
            painter.setPen(QPen(theme.colour("line"), theme.hairline))
            painter.drawLine(QPointF(gutter - 6, y), QPointF(width, y))
        painter.setPen(theme.colour("soft"))
        top = 2.0 if hour == hours.first else y - line / 2
        painter.drawText(QRectF(0, top, gutter - 10, line), Qt.AlignmentFlag.AlignRight, shown.hours[hour])


def _paint_closed(painter: QPainter, shown: HoursShown, columns: Columns, top: int) -> None:
    """Say why a column is closed, over the lines of the hours, and always in sight."""
    theme = current()
    for head, (left, width) in zip(shown.heads, columns, strict=True):
        if head.closed:
            words = Lines(head.closed, theme.font(13), width - 16)
            painter.fillRect(QRectF(left + 8, top + 8, width - 16, words.height), theme.colour("shade"))
            words.draw(painter, left + 8, top + 8, theme.colour("ink"))


def _paint_now(painter: QPainter, shown: HoursShown, columns: Columns, hours: Hours) -> None:
    if shown.now is None or not hours.first <= shown.now.hour < hours.last:
        return
    left, width = columns[shown.now_columns[0]][0], sum(columns[at][1] for at in shown.now_columns)
    y = hours.y_of(shown.now)
    painter.setPen(QPen(current().colour("warm"), 2))
    painter.drawLine(QPointF(left, y), QPointF(left + width, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour("warm"))
    painter.drawEllipse(QPointF(left, y), 4, 4)
