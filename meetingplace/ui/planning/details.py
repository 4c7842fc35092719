"""One session with all about it: facts with their icons, hints, and its acts below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Chip, Notice, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import Flow, column, row, rule, scrolling
from meetingplace.ui.kit.marks import FunctionWord, function_square, icon_mark
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import ActShown, DetailsShown, FactShown

_SQUARE, _ICON = 40, 22


class Details(QWidget):
    """The session that is chosen; `act` tells which of its buttons was pressed."""

    act = Signal(str)
    closed = Signal()

    def __init__(self, shown: DetailsShown, close_word: str, has_head: bool, parent: QWidget | None = None) -> None:
        """Show a session; its head is left out where a panel has its own."""
        super().__init__(parent)
        self.session_id = shown.session_id
        self.setAccessibleName(shown.title)
        inside = QWidget(self)
        facts = QVBoxLayout(inside)
        facts.setContentsMargins(ROOM, 8, ROOM, 8)
        facts.setSpacing(14)
        if shown.chip:
            facts.addLayout(row(Chip(shown.chip, shown.chip_kind, parent=inside), None))
        for hint in shown.hints:
            facts.addWidget(Notice(hint, "wait", "alert", inside))
        for number, fact in enumerate(shown.facts):
            facts.addLayout(self._fact(fact, number == 0, inside))
        facts.addWidget(self._functions(shown, inside))
        facts.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        if has_head:
            box.addLayout(self._head(shown, close_word))
            box.addWidget(rule(self))
        box.addWidget(scrolling(inside, self) if has_head else inside, 1)
        box.addLayout(self._acts(shown.acts))

    def _head(self, shown: DetailsShown, close_word: str) -> QVBoxLayout:
        title = label(shown.title, "section", self, is_wrapped=True)
        parts: list[QWidget | None] = [function_square(shown.function, "", _SQUARE, self)] if shown.function else []
        line = row(*parts, title, spacing=12)
        line.setStretchFactor(title, 1)
        close = button("", "text", "close", self.closed.emit, self, tip=close_word)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return column(line, spacing=0, margins=(ROOM, ROOM, 0, 4))

    @staticmethod
    def _fact(fact: FactShown, is_strong: bool, parent: QWidget) -> QVBoxLayout:
        words = column(label(fact.text, "strong" if is_strong else "", parent, is_wrapped=True), spacing=0)
        if fact.line:
            words.addWidget(label(fact.line, "soft", parent, is_wrapped=True))
        line = row(spacing=14)
        side = current().icon_side(_ICON)
        line.addWidget(icon_mark(fact.icon, "soft", side, parent=parent), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return column(line, spacing=0)

    @staticmethod
    def _functions(shown: DetailsShown, parent: QWidget) -> Flow:
        flow = Flow(parent, spacing=12)
        for function, word in shown.functions:
            flow.flow.addWidget(FunctionWord(function, word, parent=flow))
        return flow

    def _acts(self, acts: tuple[ActShown, ...]) -> QGridLayout:
        """Set the acts two by two; one that stands alone, and what is grave, takes the whole width."""
        grid = QGridLayout()
        grid.setContentsMargins(ROOM, 4, ROOM, ROOM)
        grid.setSpacing(8)
        pairs = [act for act in acts if act.kind != "danger" and act.name != "series_flyer"]
        for number, act in enumerate(pairs):
            is_alone = number == len(pairs) - 1 and number % 2 == 0
            grid.addWidget(self._button(act), number // 2, number % 2, 1, 2 if is_alone else 1)
        for act in acts:
            if act not in pairs:
                grid.addWidget(self._button(act), grid.rowCount(), 0, 1, 2)
        return grid

    def _button(self, act: ActShown) -> QWidget:
        made = button(act.word, act.kind, act.icon, partial(self.act.emit, act.name), self)
        made.setObjectName(act.name)
        return made
