"""The head of the hours: days or places, and a band for each school calendar, so that no tint hides a session."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meetingplace.domain.calendar import DaysOff
from meetingplace.ui.kit.text import Lines
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import BandShown, HeadShown, HoursShown

_CALENDARS = ((DaysOff.FLEMISH, "NL"), (DaysOff.FRENCH, "FR"))
_BESIDE = 8  # px between the edge of a band or day and its words
_NUMBER = 34  # px at 100 % of the number of a day

Columns = list[tuple[float, float]]


class HoursHead(QWidget):
    """Heads and bands; it does not scroll up and down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: HoursShown | None = None
        self._columns: Columns = []
        self._aside = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_hours(self, shown: HoursShown, columns: Columns) -> None:
        """Show the heads over these columns."""
        self._shown, self._columns = shown, columns
        self.setAccessibleName("; ".join(head.spoken for head in shown.heads))
        self.setFixedHeight(round(self._heads_height + sum(self._row_heights())) + 1)
        self.update()

    def go_aside(self, by: int) -> None:
        """Follow the hours when they are scrolled sideways, by so many px."""
        self._aside = by
        self.update()

    @property
    def _heads_height(self) -> int:
        heads = zip(self._shown.heads if self._shown else (), self._columns, strict=True)
        places = [self._name(head, width).height + 14 for head, (_left, width) in heads if not head.number]
        return round(max([current().px(46), *places]))

    @staticmethod
    def _name(head: HeadShown, width: float) -> Lines:
        return Lines(head.word, current().font(14, 600), width - 2 * _BESIDE)

    def _row_heights(self) -> list[float]:
        least = current().px(22)
        return [
            max([least, *(self._words(band)[0].height + 6 for band in self._bands(calendar))])
            for calendar, _name in _CALENDARS
        ]

    def _bands(self, calendar: DaysOff) -> list[BandShown]:
        return [band for band in self._shown.bands if band.calendar is calendar] if self._shown else []

    def _span(self, band: BandShown) -> tuple[float, float]:
        left = self._columns[band.first][0] + 3
        right = self._columns[band.last][0] + self._columns[band.last][1] - 3
        return left, right - left

    def _words(self, band: BandShown) -> tuple[Lines, float]:
        """Set the longest way to say it that fits on one line; else the shortest, in lines."""
        theme = current()
        room = self._span(band)[1] - 2 * _BESIDE
        width = theme.metrics(13).horizontalAdvance
        way = next((way for way in band.words if width(way) <= room), band.words[-1])
        return Lines(way, theme.font(13), room), min(room, width(way))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw heads and bands."""
        if self._shown is None or not self._columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._aside, 0)
        self._paint_heads(painter)
        top = float(self._heads_height)
        for (calendar, name), height in zip(_CALENDARS, self._row_heights(), strict=True):
            self._paint_row(painter, calendar, name, QRectF(0, top, sum(self._columns[-1]), height))
            top += height
        painter.setPen(QPen(current().colour("line"), current().hairline))
        painter.drawLine(QPointF(0, self.height() - 0.5), QPointF(self.width() + self._aside, self.height() - 0.5))
        painter.end()

    def _paint_heads(self, painter: QPainter) -> None:
        heads = [*zip(self._shown.heads if self._shown else (), self._columns, strict=True)]
        least = 2 * _BESIDE + current().px(_NUMBER)
        is_narrow = any(self._word_width(head) + least > width for head, (_left, width) in heads)
        for head, (left, width) in heads:
            if head.number:
                self._paint_day(painter, head, left + _BESIDE, is_narrow)
            else:
                name = self._name(head, width)
                top = (self._heads_height - name.height) / 2
                name.draw(painter, left + _BESIDE, top, current().colour("ink"))

    @staticmethod
    def _word_width(day: HeadShown) -> int:
        return current().metrics(15, 700 if day.is_today else 400).horizontalAdvance(day.word)

    def _paint_day(self, painter: QPainter, day: HeadShown, left: float, is_narrow: bool) -> None:
        """Draw the weekday, and beside it its number; where a day is narrow the number stands under it."""
        theme, word = current(), self._word_width(day)
        size, side = (17, theme.px(26)) if is_narrow else (20, theme.px(_NUMBER))
        if is_narrow:
            line = QRectF(left, 0, word + 4, self._heads_height - side)
            number = QRectF(left, self._heads_height - side - 1, side, side)
        else:
            line = QRectF(left, 0, word + 4, self._heads_height)
            number = QRectF(left + word + 6, (self._heads_height - side) / 2, side, side)
        centred = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13 if is_narrow else 15, 700 if day.is_today else 400))
        painter.setPen(theme.colour("ink" if day.is_today else "soft"))
        painter.drawText(line, centred, day.word)
        if day.is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(number)
        painter.setPen(theme.colour("card" if day.is_today else "ink"))
        painter.setFont(theme.font(size, 700))
        aside = Qt.AlignmentFlag.AlignCenter if day.is_today else Qt.AlignmentFlag.AlignLeft
        painter.drawText(number, aside | centred, day.number)

    def _paint_row(self, painter: QPainter, calendar: DaysOff, name: str, row: QRectF) -> None:
        theme = current()
        painter.setPen(QPen(theme.colour("line"), theme.hairline))
        painter.drawLine(QPointF(0, row.top() + 0.5), QPointF(row.right(), row.top() + 0.5))
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(13, 700))
        painter.drawText(QRectF(12, row.top(), 60, row.height()), Qt.AlignmentFlag.AlignVCenter, name)
        for band in self._bands(calendar):
            self._paint_band(painter, band, row)

    def _paint_band(self, painter: QPainter, band: BandShown, row: QRectF) -> None:
        theme = current()
        left, width = self._span(band)
        box = QRectF(left + 0.5, row.top() + 3.5, width - 1, row.height() - 6)
        words, length = self._words(band)
        is_solid = band.calendar is DaysOff.FLEMISH and theme.name != "contrast"
        painter.setPen(QPen(theme.colour("hatch"), 1))
        painter.setBrush(theme.colour("hatch") if is_solid else theme.colour("card"))
        painter.drawRoundedRect(box, 4, 4)
        if band.calendar is DaysOff.FRENCH:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(theme.colour("hatch"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box.adjusted(min(length + 2 * _BESIDE, box.width()), 1, -1, -1))
        words.draw(painter, left + _BESIDE, box.center().y() - words.height / 2, theme.colour("ink"))
