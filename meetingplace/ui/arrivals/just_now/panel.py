"""The panel with what was done just now: the hour, what, by whom, and Undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.ui.arrivals.just_now.presenter import Desk, Presenter
from meetingplace.ui.arrivals.just_now.shown import LineShown
from meetingplace.ui.arrivals.presenter import FOLLOWS
from meetingplace.ui.arrivals.wording import Wording
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import clear, column, row, rule
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

_HOUR = 48  # px at 100 %


class JustNow(Panel):
    """Follows the desk for as long as it is open."""

    def __init__(self, around: Surroundings, over: QWidget, wording: Wording, desk: Desk) -> None:
        super().__init__(around.words("Just now"), over, around.words("Close"), width=720)
        self._ = around.words
        self._lines: tuple[LineShown, ...] = ()
        self._undos: list[QPushButton] = []
        self._rows = column(spacing=0)
        self.add(self._rows)
        self.presenter = Presenter(around, self, wording, desk)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))
        self.presenter.refresh()
        self.open()

    def show_lines(self, lines: tuple[LineShown, ...]) -> None:
        """Show the lines; the keyboard stays where it was, as far as there is an undo."""
        if lines == self._lines and self._undos:
            return
        at = next((number for number, key in enumerate(self._undos) if key.hasFocus()), None)
        clear(self._rows)
        self._lines, self._undos = lines, []
        for number, line in enumerate(lines):
            self._rows.addWidget(self._line(line, partial(self.presenter.take_back, number)))
            self._rows.addWidget(rule(self))
        if not lines:
            self._rows.addWidget(label(self._("Nothing yet."), "soft", self))
        if at is not None and self._undos:
            self._undos[min(at, len(self._undos) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None:
            self.paper.setFocus()

    def _line(self, shown: LineShown, take_back: Callable[[], object]) -> QWidget:
        part = QWidget(self)
        hour = label(shown.hour, "soft", part)
        hour.setMinimumWidth(current().px(_HOUR))
        words = column(label(shown.said, "", part, is_wrapped=True), spacing=0, margins=(0, 6, 0, 6))
        for soft in (shown.by, shown.why_not):
            if soft:
                words.addWidget(label(soft, "soft", part, is_wrapped=True))
        line = row(hour, words, spacing=8)
        line.setStretch(1, 1)
        if not shown.why_not:
            undo = button(self._("Undo"), "text", "undo", take_back, part)
            undo.setAccessibleName(shown.undo_name)
            self._undos.append(undo)
            line.addWidget(undo)
        part.setLayout(line)
        return part
