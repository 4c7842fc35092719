"""How a month is drawn: days with their numbers and holidays, sessions as lines with the square of their function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRegion

from meetingplace.domain.calendar import DaysOff
from meetingplace.ui.kit.icons import icon_pixmap
from meetingplace.ui.kit.marks import function_pixmap
from meetingplace.ui.kit.text import Lines, set_once
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.month.geometry import Box, Grid
from meetingplace.ui.planning.month.shown import DayShown, ItemShown, MonthShown

HEAD = 34  # px at 100 % of the weekdays
_SQUARE, _PAD = 18, 4  # px


@dataclass(frozen=True)
class Placed:
    """A session where it is drawn, or the line that says how many more there are on a day."""

    box: Box
    item: ItemShown | None
    more_of: date | None
    words: str = ""


def number_height(day: DayShown, width: float) -> float:
    """Give the height over the sessions of a day: its number, and under it the name of what is closed."""
    theme = current()
    closed = Lines(day.closed, theme.font(13), width - 12).height + 2 if day.closed else 0
    return theme.px(30) + closed


def item_height(item: ItemShown, width: float) -> float:
    """Give the height of a session in a cell of this width."""
    return max(float(_SQUARE + 6), _title(item, width).height + 5) + 2


def paint_month(
    painter: QPainter,
    shown: MonthShown,
    grid: Grid,
    placed: Sequence[Placed],
    selected: int | None,
    focused: date | None,
    wanted: QRegion,
) -> None:
    """Draw what is wanted of a month: the days, the sessions in them, and where the keyboard stands."""
    _paint_head(painter, shown, grid)
    for week, days in enumerate(shown.weeks):
        for weekday, day in enumerate(days):
            cell = grid.cell(week, weekday)
            if wanted.intersects(_rect(cell).toAlignedRect()):
                _paint_day(painter, day, cell)
    for one in placed:
        if not wanted.intersects(_rect(one.box).toAlignedRect()):
            continue
        if one.item is not None:
            _paint_item(painter, one.item, one.box, one.item.session_id == selected)
        else:
            _paint_more(painter, one)
    for week, days in enumerate(shown.weeks):
        for weekday, day in enumerate(days):
            if day.day == focused:
                painter.setPen(QPen(current().colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(_rect(grid.cell(week, weekday)).adjusted(2, 2, -2, -2), 6, 6)


def _paint_head(painter: QPainter, shown: MonthShown, grid: Grid) -> None:
    theme = current()
    painter.setPen(theme.colour("soft"))
    painter.setFont(theme.font(15))
    for weekday, word in enumerate(shown.weekdays):
        cell = grid.cell(0, weekday)
        painter.drawText(QRectF(cell.left + 8, 0, cell.width, grid.head), Qt.AlignmentFlag.AlignVCenter, word)


def _paint_day(painter: QPainter, day: DayShown, cell: Box) -> None:
    theme, place = current(), _rect(cell)
    if day.closed:
        painter.fillRect(place, theme.colour("shade"))
    elif day.is_weekend or day.is_outside:
        painter.fillRect(place, QColor(theme.tokens.ground))
    painter.setPen(QPen(theme.colour("line"), theme.hairline))
    painter.drawLine(place.topLeft() + QPointF(0, 0.5), place.topRight() + QPointF(0, 0.5))
    if cell.left > 1:
        painter.drawLine(QPointF(round(cell.left) + 0.5, place.top()), QPointF(round(cell.left) + 0.5, place.bottom()))
    side = theme.px(26)
    circle = QRectF(place.left() + 5, place.top() + 3, side, side)
    if day.is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawEllipse(circle)
    painter.setPen(theme.colour("card" if day.is_today else "soft" if day.is_outside else "ink"))
    painter.setFont(theme.font(15, 700))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, day.number)
    top = place.top() + theme.px(30)
    if day.off:
        _paint_off(painter, day.off, place)
    if day.closed:
        Lines(day.closed, theme.font(13), cell.width - 12).draw(painter, cell.left + 7, top, theme.colour("ink"))


def _paint_off(painter: QPainter, off: tuple[DaysOff, ...], place: QRectF) -> None:
    """Draw the holidays of both school calendars beside the number: NL solid, FR hatched, each with its letters."""
    theme = current()
    width = place.width() - theme.px(26) - 16
    left, height = place.left() + theme.px(26) + 10, float(theme.px(18))
    for at, calendar in enumerate((DaysOff.FLEMISH, DaysOff.FRENCH)):
        if calendar not in off:
            continue
        box = QRectF(left + at * width / 2, place.top() + 6, width / 2 - 3, height)
        painter.setPen(QPen(theme.colour("hatch"), 1))
        is_solid = calendar is DaysOff.FLEMISH and theme.name != "contrast"
        painter.setBrush(theme.colour("hatch") if is_solid else theme.colour("card"))
        painter.drawRoundedRect(box, 4, 4)
        word = "NL" if calendar is DaysOff.FLEMISH else "FR"
        if calendar is DaysOff.FRENCH:
            room = theme.metrics(13, 700).horizontalAdvance(word) + 8
            painter.fillRect(box.adjusted(room, 1, -1, -1), QBrush(theme.colour("hatch"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(13, 700))
        painter.drawText(box.adjusted(5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)


def _paint_item(painter: QPainter, item: ItemShown, box: Box, is_selected: bool) -> None:
    theme, place = current(), _rect(box)
    hue = theme.hue(item.function) if item.function and item.goes_on else None
    painter.setBrush(QColor(hue.tint) if hue else theme.colour("card" if not item.goes_on else "sand"))
    line = theme.colour("ink") if is_selected else QColor(hue.border) if hue else theme.colour("edge")
    style = Qt.PenStyle.SolidLine if item.goes_on or is_selected else Qt.PenStyle.DashLine
    painter.setPen(QPen(line, 2 if is_selected else 1, style))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    middle, ratio = place.top() + 3, painter.device().devicePixelRatioF()
    if item.function is not None:
        painter.drawPixmap(
            QPointF(place.left() + 3, middle), function_pixmap(item.function, _SQUARE, ratio, theme.name)
        )
    sign = "check" if item.is_held else "close" if not item.goes_on else "alert" if item.has_hint else ""
    if sign:
        colour = theme.tokens.wtext if sign == "alert" else theme.tokens.soft
        painter.drawPixmap(QPointF(place.right() - 18, middle), icon_pixmap(sign, colour, 16, ratio))
    left = place.left() + (3 + _SQUARE + 4 if item.function else 6)
    _title(item, box.width + 6).draw(painter, left, place.top() + 2, theme.colour("ink"), place.height())


def _paint_more(painter: QPainter, placed: Placed) -> None:
    theme, place = current(), _rect(placed.box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sand"))
    painter.drawRoundedRect(place.adjusted(0.5, 1, -0.5, -1), 5, 5)
    painter.setPen(theme.colour("ptext"))
    painter.setFont(theme.font(14, 700))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, placed.words)


def _title(item: ItemShown, width: float) -> Lines:
    """Set hour and title in the lines that the cell has beside the square and the sign."""
    theme = current()
    sign = 18 if item.is_held or item.has_hint or not item.goes_on else 0
    room = width - 6 - (_SQUARE + 7 if item.function else 6) - sign - _PAD
    return set_once(f"{item.hour} {item.title}", theme.px(13), 600, not item.goes_on, round(room))


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
