"""Buttons: primary, quiet, danger, text; segments; steppers; buttons with a menu. Each can be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from meetingplace.ui.kit.icons import draw_icon, icon
from meetingplace.ui.kit.text import on_button, plain_tip
from meetingplace.ui.kit.theme import current

_PADDING, _ARROW = 16, 20  # px of a button with a menu
ICON_GAP = 4  # px more than Qt's own 4 between an icon and its word
_ICON_TOKEN = {"primary": "on_primary", "quiet": "ink", "danger": "stext", "text": "ptext"}


def button(
    text: str,
    kind: str = "quiet",
    icon_name: str = "",
    pressed: Callable[[], object] | None = None,
    parent: QWidget | None = None,
    is_big: bool = False,
    tip: str = "",
) -> QPushButton:
    """Make a button of a kind (primary, quiet, danger, text); without a text it is square and `tip` is its name."""
    made = QPushButton(on_button(text), parent)
    made.setProperty("kind", kind)
    made.setProperty("big", is_big)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAccessibleName(tip or text)
    if tip:
        made.setToolTip(plain_tip(tip))
    theme = current()
    if icon_name:
        size = theme.icon_side(24 if is_big else 22)
        gap = ICON_GAP if text else 0
        colour, is_mirrored = getattr(theme.tokens, _ICON_TOKEN[kind]), made.isRightToLeft()
        made.setIcon(icon(icon_name, colour, size, theme.tokens.off, gap, is_mirrored))
        made.setIconSize(QSize(size + gap, size))
    if not text:
        made.setProperty("square", True)
    made.setMinimumHeight(theme.height(56 if is_big else 44))
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if pressed:
        made.clicked.connect(lambda: pressed())
    return made


class Segment(QFrame):
    """A row of choices of which one is on."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], on: str, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Take (key, text) pairs and the key that is on; `name` says what is chosen."""
        super().__init__(parent)
        self.setProperty("segments", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)  # the frame's own line
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._keys: dict[str, QPushButton] = {}
        for key, text in choices:
            part = QPushButton(on_button(text), self)
            part.setCheckable(True)
            part.setProperty("segment", True)
            part.setProperty("first", key == choices[0][0])
            part.setProperty("last", key == choices[-1][0])
            part.setAccessibleName(text)
            part.setProperty("radius", 8)
            part.setMinimumHeight(current().height(44) - 2)
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            part.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(part)
            self._keys[key] = part
            row.addWidget(part)
        self.choose(on)

    def choose(self, key: str) -> None:
        """Put a choice on without telling anybody."""
        if key in self._keys:
            self._keys[key].setChecked(True)

    @property
    def on(self) -> str:
        """Give the key that is on."""
        return next((key for key, part in self._keys.items() if part.isChecked()), "")


class Stepper(QWidget):
    """Minus, a number, plus; at its least the minus is off."""

    stepped = Signal(int)  # +1 or -1

    def __init__(self, name: str, less: str, more: str, least: int = 0, parent: QWidget | None = None) -> None:
        """Count `name`; `less` and `more` are what the keys say aloud."""
        super().__init__(parent)
        self._least = least
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._minus = self._key("minus", less, -1)
        self._plus = self._key("plus", more, 1)
        self._number = QLabel("0", self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(current().px(40))
        row.addWidget(self._minus)
        row.addWidget(self._number)
        row.addWidget(self._plus)
        self.show_number(0)

    @property
    def number(self) -> int:
        """Give the number that is shown."""
        return int(self._number.text())

    def show_number(self, number: int) -> None:
        """Show a number; a number above the least is bold."""
        self._number.setText(str(number))
        theme = current()
        palette = self._number.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("ink" if number > self._least else "soft"))
        self._number.setPalette(palette)
        self._number.setFont(theme.font(17, 700 if number > self._least else 400))
        self._minus.setEnabled(number > self._least)

    def _key(self, icon_name: str, says: str, step: int) -> QPushButton:
        key = button("", "quiet", icon_name, lambda: self.stepped.emit(step), self, tip=says)
        key.setProperty("key", True)
        theme = current()
        key.setIcon(icon(icon_name, theme.tokens.ink, 22, theme.tokens.edge))
        return key


class MenuButton(QPushButton):
    """A quiet button that opens a menu; a small arrow says so."""

    def __init__(self, text: str = "", icon_name: str = "", name: str = "", parent: QWidget | None = None) -> None:
        """Begin with an empty `choices`; `name` is what is chosen with it."""
        super().__init__(text, parent)
        theme = current()
        if icon_name:
            side = theme.icon_side(22)
            self.setIcon(icon(icon_name, theme.tokens.soft, side, gap=ICON_GAP))
            self.setIconSize(QSize(side + ICON_GAP, side))
        self.setProperty("menu", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.height(44))
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.choices = QMenu(self)
        self.setMenu(self.choices)

    def sizeHint(self) -> QSize:
        """Have room for the icon, the words and the arrow."""
        theme = current()
        icon_width = 0 if self.icon().isNull() else self.iconSize().width() + 4
        words = theme.metrics(15, 600).horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(_PADDING + icon_width + words + 10 + _ARROW + 14, theme.height(44))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button, its icon and words from the reading side, and the arrow at its end."""
        theme = current()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        is_mirrored = self.isRightToLeft()
        left = float(_PADDING)
        if not self.icon().isNull():
            side = self.iconSize()
            at = self.width() - left - side.width() if is_mirrored else left
            self.icon().paint(painter, round(at), (self.height() - side.height()) // 2, side.width(), side.height())
            left += side.width() + 4
        words = QRectF(left, 0, self.width() - left - _ARROW - 14, self.height())
        if is_mirrored:
            words.moveLeft(_ARROW + 14)
        painter.setFont(theme.font(15, 600))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "off"))
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(words, align, self.text().replace("&&", "&"))
        arrow = 14 if is_mirrored else self.width() - 14 - _ARROW
        place = QRectF(arrow, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        draw_icon(painter, place, "chevron-down", theme.colour("soft"))
        painter.end()
