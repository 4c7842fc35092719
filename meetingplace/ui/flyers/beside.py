"""The right column of the Flyers screen: the own words in each language, and what to look at before printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import reader_words
from meetingplace.ui.flyers.shown import BoardShown, CheckShown, CheckState, TextShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, let_tab_read, row, rule
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current

WIDTH = 344  # px at 100 %
_PADDING = 16
_INSET = 10  # px before the word of a text button
_SIDES = (_PADDING, 0, _PADDING, 0)
_ACTS = (_PADDING, 0, _PADDING - _INSET, 0)
_SIGNS = {
    CheckState.GOOD: ("check-circle", "good"),
    CheckState.OPEN: ("circle-outline", "wait"),
    CheckState.BLOCKS: ("alert-circle", "stop"),
}


class Beside(QWidget):
    """What stands beside the paper."""

    change_wanted = Signal(str)
    read = Signal(str, str)  # language, kind of reader

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = words
        self.texts, self.checks = Card(self, padding=0, spacing=0), Card(self, padding=_PADDING, spacing=10)
        self.setLayout(column(self.texts, self.checks, None, spacing=16, margins=(ROOM, ROOM, ROOM + 4, ROOM)))

    def show_board(self, shown: BoardShown) -> None:
        """Show the words and the check list."""
        had = self.window().focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        self._show_texts(shown.texts)
        let_tab_read(self)
        self._show_checks(shown.checks)
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def _show_texts(self, texts: Sequence[TextShown]) -> None:
        body = self.texts.body
        clear(body)
        head = column(label(self._("Words"), "section", self), margins=(_PADDING, 12, _PADDING, 12))
        body.addLayout(head)
        if not texts:
            said = self._("The words of a month are those of its sessions and series. Write them there.")
            body.addLayout(column(label(said, "soft", self, is_wrapped=True), margins=(_PADDING, 0, _PADDING, 16)))
        for text in texts:
            body.addWidget(rule(self))
            body.addWidget(self._text(text))

    def _text(self, text: TextShown) -> QWidget:
        part = QWidget(self.texts)
        part.setAccessibleName(f"{text.name}: {text.state}")
        name = label(text.name, "strong", part)
        name.setFont(current().script_font(15, text.is_right_to_left, 700))
        change = self._act(text.change, "pencil-outline", "change", text, part)
        change.clicked.connect(lambda: self.change_wanted.emit(text.language))
        box = column(spacing=0, margins=(0, 10, 0, 6))
        box.addLayout(row(name, None, Chip(text.state, text.state_kind, text.state_icon, part), margins=_SIDES))
        if text.read:
            read = self._act(text.read, "account-check-outline", "read", text, part)
            menu = QMenu(read)
            for reader, said in reader_words(self._).items():
                menu.addAction(said).triggered.connect(partial(self._is_read, text.language, reader.value))
            read.setMenu(menu)
            box.addSpacing(4)
            box.addLayout(row(self._title(text, part), margins=_SIDES))
            box.addLayout(row(None, read, change, spacing=4, margins=_ACTS))
        else:
            words = row(self._title(text, part), spacing=4, margins=_ACTS)
            words.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            words.setStretch(0, 1)
            box.addLayout(words)
        part.setLayout(box)
        return part

    def _is_read(self, language: str, reader: str, _is_on: bool = False) -> None:
        self.read.emit(language, reader)

    @staticmethod
    def _act(word: str, icon: str, what: str, text: TextShown, parent: QWidget) -> QPushButton:
        made = button(word, "text", icon, parent=parent)
        made.setAccessibleName(f"{word}: {text.name}")
        made.setObjectName(f"{what}-{text.language}")
        return made

    @staticmethod
    def _title(text: TextShown, parent: QWidget) -> QLabel:
        shown = label(text.title, "", parent, is_wrapped=True)
        if text.is_right_to_left:
            shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            shown.setFont(current().script_font(15, True))
        return shown

    def _show_checks(self, checks: Sequence[CheckShown]) -> None:
        body = self.checks.body
        clear(body)
        body.addWidget(label(self._("Before you print"), "section", self))
        said = {
            CheckState.GOOD: self._("good"),
            CheckState.OPEN: self._("still open"),
            CheckState.BLOCKS: self._("needed"),
        }
        for check in checks:
            icon, token = _SIGNS[check.state]
            line = row(spacing=12)
            mark = icon_mark(icon, token, 24, said[check.state], self.checks)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(check.sentence, "", self.checks, is_wrapped=True), 1)
            body.addLayout(line)
