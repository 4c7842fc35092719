"""One session with all about it: facts with their icons, hints, and its acts below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow, column, row, rule, scrolling
from meetingplace.ui.kit.marks import FunctionWord, function_square, icon_mark
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.shown import ActShown, DetailsShown, FactShown

_SQUARE, _ICON = 40, 22
_GAP = 8  # px between acts
_ROOM_FOR_TWO = 270  # px at 100 % for two acts side by side


class Details(QWidget):
    """The session that is chosen; `act` tells which of its buttons was pressed."""

    act = Signal(str)
    closed = Signal()

    def __init__(self, words: Translator, shown: DetailsShown, has_head: bool, parent: QWidget | None = None) -> None:
        """Show a session; where a panel has its own head, it also takes the `acts` below what scrolls."""
        super().__init__(parent)
        self._ = words
        self.session_id = shown.session_id
        self.setAccessibleName(shown.title)
        inside = QWidget(self)
        facts = QVBoxLayout(inside)
        self._side = ROOM if has_head else 0  # a panel has its own margins
        facts.setContentsMargins(self._side, 8, self._side, 8)
        facts.setSpacing(14)
        if shown.chip:
            facts.addLayout(row(Chip(shown.chip, shown.chip_kind, parent=inside), None))
        first, *others = shown.facts
        for fact in (first, *shown.hints, *others):
            facts.addLayout(self._fact(fact, fact is first, inside))
        facts.addWidget(self._functions(shown, inside))
        facts.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        if has_head:
            box.addLayout(self._head(shown))
            box.addWidget(rule(self))
        box.addWidget(self._scrolled(inside) if has_head else inside, 1)
        self.acts = QWidget(self)
        self.acts.setLayout(self._acts(shown.acts))
        if has_head:
            box.addWidget(self.acts)

    def _scrolled(self, inside: QWidget) -> QWidget:
        """Let the facts scroll in what room there is: they never make the week beside them higher."""
        area = scrolling(inside, self)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(72)  # px, at any text size: whoever needs large letters scrolls here, not the whole page
        return area

    def _head(self, shown: DetailsShown) -> QVBoxLayout:
        title = label(shown.title, "section", self, is_wrapped=True)
        parts: list[QWidget | None] = [function_square(shown.function, "", _SQUARE, self)] if shown.function else []
        line = row(*parts, title, spacing=12)
        line.setStretchFactor(title, 1)
        close = button("", "text", "close", self.closed.emit, self, tip=self._("Close"))
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return column(line, spacing=0, margins=(ROOM, ROOM, 0, 4))

    @staticmethod
    def _fact(fact: FactShown, is_strong: bool, parent: QWidget) -> QVBoxLayout:
        words = column(label(fact.text, "strong" if is_strong else "", parent, is_wrapped=True), spacing=0)
        if fact.line:
            words.addWidget(label(fact.line, "soft", parent, is_wrapped=True))
        line = row(spacing=14)
        side = current().icon_side(_ICON)
        token = "wtext" if fact.icon == "alert" else "soft"
        line.addWidget(icon_mark(fact.icon, token, side, parent=parent), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return column(line, spacing=0)

    @staticmethod
    def _functions(shown: DetailsShown, parent: QWidget) -> Flow:
        flow = Flow(parent, spacing=12)
        for function, word in shown.functions:
            flow.flow.addWidget(FunctionWord(function, word, parent=flow))
        return flow

    def _acts(self, acts: tuple[ActShown, ...]) -> QVBoxLayout:
        """Set the acts two by two where their words have room; what is grave takes the whole width."""
        room = max(_ROOM_FOR_TWO, current().px(_ROOM_FOR_TWO))
        lines: list[list[QWidget]] = []
        left = 0
        rare = tuple(act for act in acts if act.is_rare)
        often = [(act, self._button(act)) for act in acts if not act.is_rare and act.kind != "danger"]
        grave = [(act, self._button(act)) for act in acts if not act.is_rare and act.kind == "danger"]
        menu = [(rare[0], self._menu(rare))] if rare else []
        for act, made in (*often, *menu, *grave):
            made.ensurePolished()  # else its words have not their size yet
            width = made.sizeHint().width() + _GAP
            if act.kind == "danger" or width > left:
                lines.append([])
                left = room + _GAP
            lines[-1].append(made)
            left = left - width if len(lines[-1]) < 2 and act.kind != "danger" else 0
        rows = [row(*line, spacing=_GAP) for line in lines]
        return column(*rows, spacing=_GAP, margins=(self._side, 4, self._side, ROOM))

    def _menu(self, acts: tuple[ActShown, ...]) -> QWidget:
        made = MenuButton(self._("More"), "dots-horizontal", parent=self)
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for act in acts:
            chosen = QAction(on_button(act.word), made.choices)
            chosen.setIcon(icon(act.icon, current().tokens.soft, 22) if act.icon else QIcon())
            chosen.triggered.connect(partial(self.act.emit, act.name))
            made.choices.addAction(chosen)
        return made

    def _button(self, act: ActShown) -> QWidget:
        made = button(act.word, act.kind, act.icon, partial(self.act.emit, act.name), self)
        made.setObjectName(act.name)
        return made
