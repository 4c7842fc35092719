"""What the pages of guarded windows are made of: large words and pictures, at least 56 px to press, all by keyboard.

They decide nothing. The wall of languages and the last page are the same in every such window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.guarded.shown import EndShown, LanguagesShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon_pixmap
from meetingplace.ui.kit.layouts import Flow, let_tab_read
from meetingplace.ui.kit.marks import icon_mark, program_mark
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current

_SIDE, _TOP, _GAP = 56, 28, 14  # px round the page and between what is pressed
_FOR_THE_CORNER = 80  # px that the corner of the host keeps free
_SIGN = 120  # px of a sign that says how it went
_TICK, _AFTER = 28, 8  # px of the sign on a tile, and of the gap after it
_WALL_COLUMNS, _LARGE_ONES = 5, 10
_LARGE = 1.3  # text scale from which the names of languages are as large as other words


class Page(QWidget):
    """A question at the top, with the way back before it; `first` has the keyboard when the page comes."""

    def __init__(self, question: str, back_word: str, go_back: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.first: QWidget | None = None
        self.question = label(question, "question", self, is_wrapped=True)
        at_the_reading_side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.question.setAlignment(
            at_the_reading_side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )  # a nickname has a direction of its own
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self.body.setSpacing(18)
        self.head = QHBoxLayout()
        free = _FOR_THE_CORNER - _SIDE
        self.head.setContentsMargins(*((free, 0, 0, 0) if self.isRightToLeft() else (0, 0, free, 0)))
        self.head.setSpacing(18)
        if go_back:
            back = large(back_word, go_back, self, "arrow-right" if self.isRightToLeft() else "arrow-left")
            self.head.addWidget(back)
        self.head.addWidget(self.question, 1)
        self.body.addLayout(self.head)

    def finish(self) -> None:
        """Let Tab follow the order of reading; call it at the end of building."""
        let_tab_read(self)

    def grid(self, keys: Iterable[QWidget], columns: int) -> QGridLayout:
        """Lay keys out in columns of the same width."""
        laid = QGridLayout()
        laid.setSpacing(_GAP)
        for at, key in enumerate(keys):
            laid.addWidget(key, at // columns, at % columns)
        self.body.addLayout(laid, 1)
        return laid


def large(
    word: str, pressed: Callable[[], object], parent: QWidget, icon_name: str = "", kind: str = "quiet"
) -> QPushButton:
    """Make a large button with a word."""
    made = button(word, kind, icon_name, pressed, parent, is_big=True)
    made.setProperty("corner", True)
    return made


class LanguagesPage(Page):
    """The wall of languages, each in its own script; the first ten are large."""

    def __init__(self, shown: LanguagesShown, choose: Callable[[str], object], parent: QWidget) -> None:
        super().__init__("  ·  ".join(shown.greetings), "", None, parent)
        self.head.insertWidget(0, program_mark(56, self))
        keys = [large(name, partial(choose, code), self) for code, name in shown.languages]
        for number, key in enumerate(keys):
            key.setProperty("wall", number < _LARGE_ONES and current().scale < _LARGE)
            key.setProperty("small", number >= _LARGE_ONES)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.first = next(iter(keys), None)
        laid = self.grid(keys, _WALL_COLUMNS)
        for row in range(laid.rowCount()):
            laid.setRowStretch(row, 5 if row * _WALL_COLUMNS < _LARGE_ONES else 3)
        self.body.addSpacing(_TOP)
        self.finish()


class EndPage(Page):
    """A sign and a sentence; `to_the_start` is there for who does not want to wait."""

    def __init__(self, shown: EndShown, begin: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", "", None, parent)
        says = label(shown.says, "question", self, is_wrapped=True)
        says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        says.setAccessibleName(shown.says)
        again = large(shown.to_the_start, begin, self)
        self.body.addStretch(1)
        self.body.addWidget(icon_mark(shown.icon, "primary", _SIGN, parent=self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(says)
        self.body.addSpacing(_TOP)
        self.body.addWidget(again, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)
        self.first = again
        self.finish()


def drawn(name: str, pressed: Callable[[], object], parent: QWidget) -> QPushButton:
    """Make a key that is a picture, with a spoken name."""
    made = button("", "quiet", "", pressed, parent)
    made.setProperty("square", None)
    made.setProperty("picture", True)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return made


def section(words: str, parent: QWidget) -> QLabel:
    """Make a question below the title."""
    return label(words, "title", parent, is_wrapped=True)


def flowing(parts: Sequence[QWidget]) -> Flow:
    """Lay keys out in lines."""
    flow = Flow(spacing=_GAP)
    for part in parts:
        flow.flow.addWidget(part)
    return flow


def tick(word: str, is_on: bool, parent: QWidget) -> QPushButton:
    """Make a tile that stays down, with a sign that says so without colour."""
    made = QPushButton(on_button(word), parent)
    made.setProperty("corner", True)
    made.setCheckable(True)
    made.setAccessibleName(word)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setMinimumHeight(current().height(72))
    made.setIconSize(QSize(_TICK + _AFTER, _TICK))

    def sign(checked: bool) -> None:
        token = current().tokens.ptext if checked else current().tokens.soft
        name = "check-circle" if checked else "circle-outline"
        made.setIcon(QIcon(icon_pixmap(name, token, _TICK, made.devicePixelRatioF(), _AFTER, made.isRightToLeft())))

    made.toggled.connect(sign)
    made.setChecked(is_on)
    sign(is_on)
    return made
