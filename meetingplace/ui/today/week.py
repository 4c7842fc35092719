"""The week strip: seven days side by side with their sessions, and both school calendars as bands over the days."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.marks import paint_function
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.shown import WeekDayShown, WeekSessionShown

BAND = 9  # px of a holiday's band
_SQUARE, _GAP = 28, 8
_ONE_LINE = 1.2  # with larger text the title stands under its square
_SEVEN = 600  # px at 100 %: in a narrower strip the week goes on in a second line


class Week(QFrame):
    """The strip of seven days."""

    def __init__(self, words: Translator, pressed: Callable[[int], object], parent: QWidget | None = None) -> None:
        """Begin empty; a press on a session gives its id."""
        super().__init__(parent)
        self._ = words
        self._pressed = pressed
        self.setProperty("card", True)
        self.setAccessibleName(words("This week"))
        self._days: list[_Day] = []
        self._in_line = 7
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)

    def show_days(self, days: Sequence[WeekDayShown]) -> None:
        """Show a week."""
        clear(self._lines)
        self._days = [_Day(day, self._, self._pressed, self) for day in days]
        self._lie()

    def fit(self, room: int) -> None:
        """Put all days beside each other, or the last three under the others when `room` px are too few."""
        in_line = 7 if room >= current().px(_SEVEN) else 4
        if in_line != self._in_line:
            self._in_line = in_line
            self._lie()

    def _lie(self) -> None:
        for number, day in enumerate(self._days):
            line, place = divmod(number, self._in_line)
            day.has_line, day.is_under = place > 0, line > 0
            self._lines.addWidget(day, line, place)
        for place in range(7):
            self._lines.setColumnStretch(place, int(place < self._in_line))


class _Day(QWidget):
    """One day: its bands, its name, its sessions or why it is closed."""

    def __init__(
        self,
        shown: WeekDayShown,
        words: Translator,
        pressed: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self.has_line, self.is_under = False, False  # a hairline before it, and over it
        self.setAccessibleName(shown.spoken)
        weekday = label(shown.weekday, "strong" if shown.is_today else "soft", self)
        head = row(weekday, label(shown.number, "section", self), None, spacing=8)
        parts = column(head, spacing=8, margins=(10, 2 * BAND + 2, 6, 8))
        if shown.is_today:
            today = label(words("today"), "strong", self)
            today.setStyleSheet(f"color: {current().tokens.ptext};")
            (parts if current().scale > _ONE_LINE else head).addWidget(today)
        if shown.closed:
            parts.addWidget(label(shown.closed, "soft", self, is_wrapped=True))
            parts.addWidget(label(words("closed"), "soft", self))
        for session in shown.sessions:
            parts.addWidget(_Session(session, words, pressed, self))
        parts.addStretch(1)
        self.setLayout(parts)
        self.setMinimumWidth(max(current().px(72), self.minimumSizeHint().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw today's tint, the line before the day, and the bands of the holidays."""
        theme = current()
        painter = QPainter(self)
        if self._shown.is_today:
            painter.fillRect(self.rect(), theme.colour("ptint"))
            if theme.name == "contrast":
                painter.fillRect(0, self.height() - 4, self.width(), 4, theme.colour("ptext"))
        if self._shown.is_french_holiday:
            paint_band(painter, QRectF(0, 0, self.width(), BAND), is_french=True)
        if self._shown.is_flemish_holiday:
            paint_band(painter, QRectF(0, BAND, self.width(), BAND), is_french=False)
        if self.has_line:
            painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
        if self.is_under:
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.end()


class _Session(QAbstractButton):
    """A session of the week: square, title, hour; the whole of it is pressed."""

    def __init__(
        self, shown: WeekSessionShown, words: Translator, pressed: Callable[[int], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._hour = words("{time}, does not go on", time=shown.hour) if shown.is_cancelled else shown.hour
        self.setAccessibleName(f"{self._hour} {shown.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: pressed(shown.session_id))

    def hasHeightForWidth(self) -> bool:
        """Say that long titles need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Be as high as the words, and at least as high as a finger needs."""
        title, hour = self._words(width)
        return max(44, round(title.bottom()), round(hour.bottom())) + 2

    def sizeHint(self) -> QSize:
        """Ask for a usual width."""
        return QSize(150, self.heightForWidth(150))

    def minimumSizeHint(self) -> QSize:
        """Be narrower when the week must."""
        return QSize(60, 44)

    def _words(self, width: int) -> tuple[QRectF, QRectF]:
        """Give where title and hour stand."""
        theme = current()
        beside = _SQUARE + _GAP
        is_large = theme.scale > _ONE_LINE
        left = 0 if is_large else beside
        room = max(40, width - left)
        hour_room = max(40, width - beside)
        title = _measure(theme.metrics(14, 600), self._shown.title, room)
        hour = _measure(theme.metrics(14), self._hour, hour_room)
        if is_large:
            hour_box = QRectF(beside, 0, hour_room, max(_SQUARE, hour.height()))
            return QRectF(0, hour_box.height() + 2, room, title.height()), hour_box
        return QRectF(left, 0, room, title.height()), QRectF(left, title.height(), hour_room, hour.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square and the words."""
        theme, shown = current(), self._shown
        title, hour = self._words(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("column"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        square = QRectF(0, 3, _SQUARE, _SQUARE)
        if shown.is_cancelled:
            draw_icon(painter, square.adjusted(2, 2, -2, -2), "close-circle-outline", theme.colour("stop"))
        elif shown.function:
            paint_function(painter, square, shown.function)
        else:
            draw_icon(painter, square.adjusted(2, 2, -2, -2), "calendar-blank-outline", theme.colour("soft"))
        font = theme.font(14, 600)
        font.setStrikeOut(shown.is_cancelled)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(title, _wrap(painter.fontMetrics(), shown.title, title.width()), shown.title)
        painter.setFont(theme.font(14))
        painter.setPen(theme.colour("soft"))
        middle = Qt.AlignmentFlag.AlignVCenter if theme.scale > _ONE_LINE else Qt.AlignmentFlag.AlignTop
        painter.drawText(hour, _wrap(painter.fontMetrics(), self._hour, hour.width()) | int(middle), self._hour)
        painter.end()


def _wrap(metrics: QFontMetrics, words: str, room: float) -> int:
    """Break between words; only a word that is wider than the room is broken itself."""
    is_too_wide = any(metrics.horizontalAdvance(word) > room for word in words.split())
    breaks = Qt.TextFlag.TextWrapAnywhere if is_too_wide else Qt.TextFlag.TextWordWrap
    return int(breaks | Qt.AlignmentFlag.AlignLeft)


def _measure(metrics: QFontMetrics, words: str, room: int) -> QRectF:
    return QRectF(metrics.boundingRect(0, 0, room, 10_000, _wrap(metrics, words, room), words))


class BandWord(QWidget):
    """A piece of a holiday's band with its word, for the legend."""

    def __init__(self, is_french: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = label("", "soft", self)
        self.setLayout(row(_BandSign(is_french, self), self._word, spacing=8))

    def show_text(self, text: str) -> None:
        """Show the word; nothing when there is none."""
        self._word.setText(text)
        self.setVisible(bool(text))


class _BandSign(QWidget):
    """A piece of a holiday's band."""

    def __init__(self, is_french: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_french = is_french
        self.setFixedSize(28, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_band(painter, QRectF(0, 0, self.width(), self.height()), self._is_french)
        painter.setPen(current().colour("hatch"))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()


def paint_band(painter: QPainter, place: QRectF, is_french: bool) -> None:
    """Paint the band of a holiday: hatched for the French-language schools, solid for the Dutch-language ones."""
    colour = current().colour("hatch")
    if is_french:
        painter.fillRect(place, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillRect(place, colour)
