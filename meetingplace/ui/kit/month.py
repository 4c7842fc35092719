"""A month to pick a day from, under its field or, where the screen ends, above it. Arrows and Enter pick too."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.theme import current

_ROWS, _COLUMNS = 8, 7  # the months, the weekdays and six weeks
_ARROWS = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))


class Month(QFrame):
    """The month of a day; today is bold and underlined, and no day is red."""

    picked = Signal(object)  # a date

    def __init__(self, on: date, today: date, language: str, parent: QWidget) -> None:
        """Show the month of `on`, in a language."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self.calendar = calendar = QCalendarWidget(self)
        calendar.setLocale(QLocale(language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumSize(current().height(48) * _COLUMNS, current().height(44) * _ROWS)
        calendar.setSelectedDate(QDate(on.year, on.month, on.day))
        self._dress(QDate(today.year, today.month, today.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        QVBoxLayout(self).addWidget(calendar)

    def open_at(self, field: QWidget) -> None:
        """Open beside a field, whole on the screen."""
        self.adjustSize()
        screen = field.screen().availableGeometry().adjusted(4, 4, -4, -4)
        below = field.mapToGlobal(QPoint(0, field.height()))
        fits = below.y() + self.height() <= screen.bottom()
        top = below.y() if fits else max(screen.top(), below.y() - field.height() - self.height())
        self.move(max(screen.left(), min(below.x(), screen.right() - self.width())), top)
        self.show()
        self.calendar.setFocus()

    def _dress(self, today: QDate) -> None:
        theme = current()
        plain, bold = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("ink"))
        bold.setFontWeight(700)
        bold.setFontUnderline(True)
        self.calendar.setHeaderTextFormat(plain)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)
        self.calendar.setDateTextFormat(today, bold)
        for name, glyph in _ARROWS:
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                side = theme.icon_side(24)
                arrow.setIcon(icon(glyph, theme.tokens.ink, side))
                arrow.setIconSize(QSize(side, side))
                arrow.setMinimumSize(theme.height(44), theme.height(44))

    def _pick(self, chosen: QDate) -> None:
        self.close()
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
