"""The rail: the mark, a door for each screen, below them the parents' corner, who sits here and the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.doors import Door
from meetingplace.ui.kit.icons import draw_icon
from meetingplace.ui.kit.marks import paint_initials, program_mark
from meetingplace.ui.kit.theme import current

WIDTH, WIDE, WIDE_FROM = 104, 120, 1.3
_ICON, _GAP, _SIDE = 26, 3, 9
_TIGHT_FROM = 1.6  # text scale from which the doors stand closer, so that all seven stay in sight


class RailItem(QAbstractButton):
    """An icon over a word; the one that is on stands on a card, with a warm strip at the outer edge."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon_name
        self.initials = ""  # a person instead of an icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_inside", _SIDE)

    def sizeHint(self) -> QSize:
        """Be as high as the icon and the word need, and as wide as the word in bold."""
        metrics = current().metrics(14, 700)
        return QSize(metrics.horizontalAdvance(self.text()) + 12 + 2 * _SIDE, max(52, _ICON + metrics.height() + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the item."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        if is_on or self.underMouse():
            pen = QPen(theme.colour("line"), theme.hairline) if is_on else Qt.PenStyle.NoPen
            painter.setPen(pen)
            painter.setBrush(theme.colour("card" if is_on else "sand"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(_SIDE - 0.5, 0.5, -_SIDE + 0.5, -0.5), 10, 10)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warm"))
            outer = self.width() - 4 if self.isRightToLeft() else -4
            painter.drawRoundedRect(QRectF(outer, (self.height() - 30) / 2, 8, 30), 3, 3)
        metrics = theme.metrics(14, 700 if is_on else 400)
        top = (self.height() - _ICON - _GAP - metrics.height()) / 2 + 1
        place = QRectF((self.width() - _ICON) / 2, top, _ICON, _ICON)
        if self.initials:
            paint_initials(painter, place.adjusted(-2, -2, 2, 2), self.initials, is_host=True)
        else:
            draw_icon(painter, place, self._icon, theme.colour("primary" if is_on else "soft"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(14, 700 if is_on else 400))
        words = QRectF(0, top + _ICON + _GAP, self.width(), metrics.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def enterEvent(self, event: object) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: object) -> None:
        """Rest again."""
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]


class Rail(QFrame):
    """The left edge of the window."""

    chosen = Signal(str)
    corner_wanted = Signal()
    host_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, doors: Sequence[tuple[Door, str]], words: Translator, parent: QWidget | None = None) -> None:
        """Take the doors with their words."""
        super().__init__(parent)
        _ = words
        self.setProperty("rail", True)
        self.setAccessibleName(_("Screens"))
        self._items: dict[str, RailItem] = {}
        doorway = QWidget(self)
        doorway.setProperty("rail", True)
        listed = QVBoxLayout(doorway)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8 if current().scale < _TIGHT_FROM else 2)
        for door, word in doors:
            item = self._item(word, door.icon, doorway, partial(self.chosen.emit, door.key))
            item.setCheckable(True)
            item.setAutoExclusive(True)
            self._items[door.key] = item
            listed.addWidget(item)
        listed.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(doorway)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.corner = self._item(_("Parents’ corner"), "sofa-outline", self, self.corner_wanted.emit)
        self.host = self._item("", "account-outline", self, self.host_wanted.emit)
        self.lock = self._item(_("Lock"), "lock-outline", self, self.lock_wanted.emit)
        self._lay_out()

    def _item(self, word: str, icon_name: str, parent: QWidget, pressed: Callable[[], object]) -> RailItem:
        item = RailItem(word, icon_name, parent)
        item.clicked.connect(lambda: pressed())
        return item

    def _lay_out(self) -> None:
        line = QFrame(self)
        line.setProperty("rule", True)
        below = QVBoxLayout()
        below.setContentsMargins(0, 6, 0, 6)
        below.setSpacing(8)
        below.addWidget(self.corner)
        below.addWidget(self.host)
        below.addWidget(self.lock)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(program_mark(44, self), 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(14)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(line)
        whole.addLayout(below)
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the longest word needs: no name is ever cut."""
        theme = current()
        widest = max(item.sizeHint().width() for item in (*self._items.values(), self.corner, self.host, self.lock))
        least = WIDE if theme.scale >= WIDE_FROM else WIDTH
        self.setFixedWidth(max(least, widest + 1))

    def show_on(self, key: str) -> None:
        """Show which screen is open."""
        item = self._items.get(key)
        if item:
            item.setChecked(True)
            self._scroll.ensureWidgetVisible(item)
        self.update()

    def show_host(self, first_name: str, initials: str, says: str) -> None:
        """Show who sits here."""
        self.host.setText(first_name)
        self.host.initials = initials
        self.host.setAccessibleName(says)
        self._fit()
        self.host.updateGeometry()
        self.host.update()

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of the doors, from above."""
        return tuple(self._items)

    def item(self, key: str) -> RailItem:
        """Give a door by its key."""
        return self._items[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline between the rail and the screen."""
        super().paintEvent(event)
        theme = current()
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.drawLine(edge, 0, edge, self.height())
        painter.end()
