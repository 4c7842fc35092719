"""The totals of a list beside those that stand on the paper: numbers to type, and whether they are the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.typing_in.shown import CountShown
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.fields import LineEdit, line_edit
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.theme import current

_NUMBER = 84  # px at 100 %


class TotalsRow(Flow):
    """For each total: its word, what was typed in, a field for the paper, and whether they are the same."""

    ended = Signal()  # Enter in the last field

    def __init__(self, words: Translator, parent: QWidget, write: Callable[[int, str], object]) -> None:
        super().__init__(parent, spacing=24)
        self._, self._write = words, write
        self.shown: tuple[CountShown, ...] = ()
        self.fields: list[LineEdit] = []
        self._parts: list[tuple[QLabel, Chip]] = []

    def show_counts(self, shown: tuple[CountShown, ...]) -> None:
        """Show the totals; what is typed of the paper stays."""
        self.shown = shown
        if len(shown) != len(self.fields):
            self._build(shown)
        _ = self._
        for one, (typed_in, chip) in zip(shown, self._parts, strict=True):
            typed_in.setText(_("{n} typed in", n=one.typed_in))
            chip.show_text(one.said, "good" if one.is_same else "wait")
            chip.setVisible(bool(one.said))

    def start(self) -> None:
        """Put the keyboard into the first field."""
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, shown: tuple[CountShown, ...]) -> None:
        _ = self._
        for number, one in enumerate(shown):
            part = QWidget(self)
            typed_in, chip = label("", "soft", part), Chip("", "wait", parent=part)
            field = line_edit(parent=part)
            field.setFixedWidth(current().px(_NUMBER))
            field.setAccessibleName(_("{what} on paper", what=one.word))
            field.setPlaceholderText("–")
            field.textEdited.connect(partial(self._write, number))
            field.returnPressed.connect(partial(self._next, number))
            on_paper = label(_("On paper:"), "soft", part)
            part.setLayout(row(label(one.word, "strong", part), typed_in, on_paper, field, chip, spacing=8))
            self.fields.append(field)
            self._parts.append((typed_in, chip))
            self.flow.addWidget(part)

    def _next(self, number: int) -> None:
        if number + 1 < len(self.fields):
            self.fields[number + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ended.emit()
