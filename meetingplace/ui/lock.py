"""The lock: nothing of the house is to be seen until the host's PIN is typed, with keys to tap or on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.services.upkeep import LONGEST_PIN
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.marks import program_mark
from meetingplace.ui.kit.theme import current

_KEY = (72, 56)


class Dots(QWidget):
    """How many digits were typed, never which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.setFixedSize(240, 32)

    def show_number(self, number: int, says: str) -> None:
        """Show so many dots."""
        self.number = number
        self.setAccessibleName(says)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them: at least four places, filled as far as was typed."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = max(4, self.number)
        pitch = min(28.0, self.width() / places)
        left = (self.width() - pitch * places) / 2
        for at in range(places):
            painter.setPen(QPen(theme.colour("edge"), 2) if at >= self.number else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink") if at < self.number else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + at * pitch + (pitch - 14) / 2, 9, 14, 14))
        painter.end()


class Lock(QWidget):
    """Asks for the PIN of one team member and tells what was typed; it decides nothing."""

    typed = Signal(str)
    others_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        """Begin with no name."""
        super().__init__(parent)
        self._ = _ = words
        self._digits = ""
        self._wait = 0
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label("", "title", self)
        self._line = label(_("Type your PIN"), "lead", self)
        self._dots = Dots(self)
        self._sentence = label("", "error", self, is_wrapped=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(current().px(360))
        self._sentence.setMinimumHeight(current().px(40))
        self._keys: list[QPushButton] = []
        self._others = button(_("Somebody else"), "text", "account-switch-outline", self.others_wanted.emit, self)
        self._back = button(_("Back"), "text", "arrow-left", self.back_wanted.emit, self)
        for act in (self._others, self._back):
            act.hide()  # until it is known who is asked
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._count_down)
        self._lay_out()
        self._show_digits()

    def _lay_out(self) -> None:
        _ = self._
        pad = QGridLayout()
        pad.setSpacing(10)
        for at, digit in enumerate("123456789"):
            pad.addWidget(self._key(digit, partial(self._type, digit)), at // 3, at % 3)
        pad.addWidget(self._key("", self._take_off, "backspace-outline", _("Take off the last digit")), 3, 0)
        pad.addWidget(self._key("0", lambda: self._type("0")), 3, 1)
        pad.addWidget(self._key("", self._enter, "check", _("Open"), "primary"), 3, 2)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (program_mark(56, self), self._title, self._line, self._dots, self._sentence):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget(self)
        middle.setLayout(pad)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        for act in (self._others, self._back):
            column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _key(
        self, text: str, pressed: Callable[[], object], icon_name: str = "", says: str = "", kind: str = "quiet"
    ) -> QPushButton:
        key = button(text or " ", kind, "", pressed, self, tip=says)
        if not text:
            theme = current()
            key.setText("")
            key.setIcon(icon(icon_name, theme.tokens.on_primary if kind == "primary" else theme.tokens.ink, 24))
        key.setAccessibleName(says or text)
        key.setProperty("pad", True)
        key.setFixedSize(_KEY[0], max(_KEY[1], current().height(56)))
        self._keys.append(key)
        return key

    @property
    def others_button(self) -> QPushButton:
        """Give the button under which the others are listed."""
        return self._others

    def ask(self, name: str, line: str, can_go_back: bool, has_others: bool) -> None:
        """Ask this person; `line` is the sentence under the name."""
        self._back.setVisible(can_go_back)
        self._others.setVisible(has_others and not can_go_back)
        self._title.setText(name)
        self._line.setText(line)
        self._digits = ""
        self.show_wrong("", 0)
        self._show_digits()

    def show_wrong(self, sentence: str, seconds: int) -> None:
        """Say that the PIN is not right, and take no digit for so many seconds."""
        self._digits = ""
        self._sentence.setText(sentence)
        self._wait = seconds
        for key in self._keys:
            key.setEnabled(seconds <= 0)
        if seconds > 0:
            self._second.start()
        self._show_digits()
        self.setFocus()

    @property
    def seconds_to_wait(self) -> int:
        """Give how long no digit is taken."""
        return self._wait

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._second.stop()
            self.show_wrong("", 0)
        else:
            self._sentence.setText(
                self._.plural("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", self._wait)
            )

    def _type(self, digit: str) -> None:
        if self._wait <= 0 and len(self._digits) < LONGEST_PIN:
            self._digits += digit
            self._sentence.setText("")
            self._show_digits()

    def _take_off(self) -> None:
        self._digits = self._digits[:-1]
        self._show_digits()

    def _enter(self) -> None:
        if self._digits and self._wait <= 0:
            digits, self._digits = self._digits, ""
            self._show_digits()
            self.typed.emit(digits)

    def _show_digits(self) -> None:
        says = self._.plural("{n} digit typed", "{n} digits typed", len(self._digits))
        self._dots.show_number(len(self._digits), says)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, backspace and Enter from the keyboard too."""
        if event.text().isdecimal() and event.text().isascii():
            self._type(event.text())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_off()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and not self._back.isHidden():
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        self.setFocus()
