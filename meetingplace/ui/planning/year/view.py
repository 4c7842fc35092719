"""The school year: its weeks, and beside them what they add up to, what the marks mean and where a gap is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.calendar import DaysOff
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.layouts import clear, column, row, rule, scrolling
from meetingplace.ui.kit.marks import function_square, icon_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.viewing import LEAST_HEIGHT
from meetingplace.ui.planning.year.body import YearBody
from meetingplace.ui.planning.year.painting import paint_off
from meetingplace.ui.planning.year.shown import YearShown

_SIDE = 198  # px at 100 % of the card beside the weeks


class YearView(QWidget):
    """A school year at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = YearBody(self)
        self.body.went.connect(self._follow)
        self._sums = Card(self, padding=16)
        self._sums.setFixedWidth(max(_SIDE, current().px(_SIDE)))
        self._sums.body.setSpacing(10)
        inside = QWidget(self)
        side_by_side = QHBoxLayout(inside)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(24)
        side_by_side.addWidget(self.body, 1, Qt.AlignmentFlag.AlignTop)
        side_by_side.addWidget(self._sums, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = scrolling(inside, self)  # both together: one bar
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self.body.update())  # its head stays
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_year(self, shown: YearShown, selected: int | None) -> None:
        """Show a school year, with one session marked."""
        self.body.show_year(shown, selected)
        self._show_sums(shown)
        self._follow()

    def _follow(self) -> None:
        """Keep the day in sight on which the keyboard stands."""
        if self.body.day is not None:
            place = self.body.rect_of(self.body.day).toRect()
            self._scroll.ensureVisible(place.center().x(), place.center().y(), 0, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the weeks end where the card beside them ends, at the bottom."""
        super().resizeEvent(event)
        self.body.fill(event.size().height())
        self._sums.setMinimumHeight(event.size().height())

    def select(self, session_id: int | None) -> None:
        """Mark the chosen session."""
        self.body.select(session_id)

    def _show_sums(self, shown: YearShown) -> None:
        box = self._sums.body
        clear(box)
        number = label(shown.number, "figure", self._sums)
        sums = row(number, label(shown.sessions, "soft", self._sums), None, spacing=8)
        box.addLayout(column(label(shown.about, "soft", self._sums), sums, spacing=0))
        box.addWidget(rule(self._sums))
        side = max(24, current().px(24))
        for function, word, sessions in shown.by_function:
            told = label(word, "", self._sums, is_wrapped=True)
            line = row(function_square(function, "", side, self._sums), told, label(sessions, "strong", self._sums))
            line.setStretchFactor(told, 1)
            box.addLayout(line)
        box.addWidget(rule(self._sums))
        for calendar, word in shown.legend:
            told = label(word, "", self._sums, is_wrapped=True)
            line = row(_Swatch(calendar, self._sums), told)
            line.setStretchFactor(told, 1)
            box.addLayout(line)
        if shown.hint:
            told = label(shown.hint, "", self._sums, is_wrapped=True)
            line = row(icon_mark("alert", "wtext", 18, parent=self._sums), told, spacing=8)
            line.setStretchFactor(told, 1)
            box.addLayout(line)
        box.addStretch(1)
        if shown.gaps:
            box.addWidget(self._gaps(shown))

    def _gaps(self, shown: YearShown) -> QWidget:
        note = QFrame(self._sums)
        note.setProperty("notice", "wait")
        sign = icon_mark("alert-circle-outline", "wtext", 22, parent=note)
        head = row(sign, label(shown.gap_title, "strong", note), None)
        box = QVBoxLayout(note)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(6)
        box.addLayout(head)
        for sentence in shown.gaps:
            box.addWidget(label(sentence, "", note, is_wrapped=True))
        return note


class _Swatch(QWidget):
    """How a holiday of a school calendar is drawn."""

    def __init__(self, calendar: DaysOff, parent: QWidget) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self.setFixedSize(QSize(14, 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_off(painter, self._calendar, QRectF(self.rect()).adjusted(0.5, 0.5, -1, -1))
        painter.end()
