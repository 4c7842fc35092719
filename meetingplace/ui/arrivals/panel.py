"""The frame of a panel over the tiles: a title, what is asked, and its buttons below. The totals stay in sight beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.flow import Flow
from meetingplace.ui.kit.theme import current


class Panel(QFrame):
    """A card with a title, rows and buttons; Esc closes it."""

    closed = Signal()

    def __init__(self, close_name: str, parent: QWidget | None = None) -> None:
        """Begin with empty rows; `close_name` is said by the cross."""
        super().__init__(parent)
        dress = current()
        self.setObjectName("panel")
        self.setStyleSheet(
            f"#panel {{ background: {dress.tokens.card}; border: {dress.hairline}px solid {dress.tokens.line};"
            " border-radius: 10px; }"
        )
        self.title = heading("", 20)
        self.line = QLabel()
        self.line.setFont(dress.font(15))
        self.line.setStyleSheet(f"color: {dress.tokens.soft};")
        self.line.setWordWrap(True)
        self.top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self.top.addLayout(words, 1)
        self.cross = button("", "quiet", "close", self.closed.emit, self, tip=close_name)
        self.top.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setObjectName("inside")
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(6, 0, 12, 6)
        self.rows.setSpacing(8)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setStyleSheet("QScrollArea, #inside { background: transparent; }")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(self.top)
        whole.addWidget(scroll, 1)
        whole.addLayout(self.buttons)

    def ask(self, question: str, answer: QWidget) -> None:
        """Add a question with its answer below it."""
        self.rows.addWidget(heading(question, 15))
        self.rows.addWidget(answer)
        self.rows.addSpacing(6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class Picks(QWidget):
    """Words to press, of which any number may be on."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take (value, word) pairs; `name` is spoken."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = Flow(self)
        self._keys: dict[str, QPushButton] = {}
        for value, word in choices:
            key = choice_button(word)
            key.setCheckable(True)
            key.clicked.connect(self.changed)
            self._keys[value] = key
            self._flow.addWidget(key)

    @property
    def on(self) -> tuple[str, ...]:
        """List the values that are on, in the order of the words."""
        return tuple(value for value, key in self._keys.items() if key.isChecked())

    def choose(self, values: Sequence[str]) -> None:
        """Put these on and the others off."""
        for value, key in self._keys.items():
            key.setChecked(value in values)

    def key(self, value: str) -> QPushButton:
        """Give the button of a value."""
        return self._keys[value]


class Gather(QWidget):
    """Words to press that add one each time; what was gathered stands below and goes by a press."""

    changed = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], remove_name: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """Take (value, word) pairs; `remove_name` says what a press on a gathered word does."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words = dict(choices)
        self._remove_name = remove_name
        self._values: list[str] = []
        self._keys: dict[str, QPushButton] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        adders = Flow()
        for value, word in choices:
            key = choice_button(word, "plus")
            key.clicked.connect(lambda _on=False, value=value: self.add(value))
            self._keys[value] = key
            adders.addWidget(key)
        self._gathered = Flow()
        rows.addLayout(adders)
        rows.addLayout(self._gathered)

    @property
    def values(self) -> tuple[str, ...]:
        """List what was gathered, in the order of pressing."""
        return tuple(self._values)

    def start(self, values: Sequence[str]) -> None:
        """Begin with these."""
        self._values = list(values)
        self._show()

    def add(self, value: str) -> None:
        """Add one."""
        self._values.append(value)
        self._show()
        self.changed.emit()

    def key(self, value: str) -> QPushButton:
        """Give the button that adds a value."""
        return self._keys[value]

    def _drop(self, place: int) -> None:
        del self._values[place]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._gathered.clear()
        for place, value in enumerate(self._values):
            word = self._words.get(value, value)
            key = choice_button(word, "close")
            key.setProperty("gathered", True)
            key.setStyleSheet(_gathered_style())
            key.setAccessibleName(self._remove_name(word))
            key.clicked.connect(lambda _on=False, place=place: self._drop(place))
            self._gathered.addWidget(key)


def heading(text: str, size: int) -> QLabel:
    """Make a bold line of a size that wraps."""
    label = QLabel(text)
    label.setFont(current().font(size, 600))
    label.setWordWrap(True)
    return label


def choice_button(word: str, icon_name: str = "") -> QPushButton:
    """Make a word that can be pressed: quiet, tinted when it is on."""
    key = button(word, "quiet", icon_name)
    tokens = current().tokens
    key.setStyleSheet(
        f"QPushButton:checked {{ background: {tokens.ptint}; border: 2px solid {tokens.primary}; color: {tokens.ptext}; }}"
    )
    return key


def _gathered_style() -> str:
    tokens = current().tokens
    return f"QPushButton {{ background: {tokens.ptint}; border: 2px solid {tokens.primary}; color: {tokens.ptext}; }}"
