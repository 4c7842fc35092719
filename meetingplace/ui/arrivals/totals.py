"""The counting panel on the right: who is there, how many places are left, and + and − for people without a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meetingplace.domain.visits import Tallied
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import CounterShown, TotalsShown
from meetingplace.ui.kit.buttons import Stepper, button
from meetingplace.ui.kit.marks import CapacityBlocks
from meetingplace.ui.kit.theme import current


class TotalsPanel(QFrame):
    """The running totals of one session."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._ = _ = words
        self.setObjectName("totals")
        dress = current()
        line, card, radius = dress.tokens.line, dress.tokens.card, 10
        self.setStyleSheet(
            f"#totals {{ background: {card}; border: {dress.hairline}px solid {line}; border-radius: {radius}px; }}"
        )
        self._children, self._adults = _label(56, 700), _label(36, 700)
        self._children_word, self._places, self._adults_word = _label(15, 600), _label(15, token="soft"), _label(15, 600)
        self._blocks = CapacityBlocks(_("Places taken"), self)
        self._child_rows = _Rows(_("Children"), _("without a name"), words, self)
        self._adult_rows = _Rows(_("Adults"), _("without a name"), words, self)
        for rows in (self._child_rows, self._adult_rows):
            rows.stepped.connect(self.stepped)
            rows.others_wanted.connect(self.others_wanted)
        self._lay_out()

    def show_totals(self, shown: TotalsShown) -> None:
        """Show who is there."""
        self._children.setText(str(shown.children))
        self._children_word.setText(shown.children_word)
        self._places.setText(shown.places)
        self._places.setVisible(bool(shown.places))
        self._adults.setText(str(shown.adults))
        self._adults_word.setText(shown.adults_word)
        self._blocks.show_filled(shown.children, shown.capacity)
        self._child_rows.show_rows(shown.child_rows, shown.is_open)
        self._adult_rows.show_rows(shown.adult_rows, shown.is_open)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 0, 8)
        whole.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._children_word)
        words.addWidget(self._places)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addWidget(self._children)
        top.addSpacing(10)
        top.addLayout(words)
        top.addStretch(1)
        top.addWidget(self._adults, 0, Qt.AlignmentFlag.AlignBottom)
        top.addSpacing(10)
        top.addWidget(self._adults_word, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(top)
        blocks = QHBoxLayout()
        blocks.setContentsMargins(0, 8, 16, 10)
        blocks.addWidget(self._blocks)
        whole.addLayout(blocks)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 16, 0)
        rows.setSpacing(0)
        rows.addWidget(self._child_rows)
        rows.addSpacing(8)
        rows.addWidget(self._adult_rows)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(scroll, 1)


class _Rows(QWidget):
    """A heading with its counters."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, heading: str, beside: str, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words
        self._rows: dict[str, _Row] = {}
        self._grid = QVBoxLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(_label(15, 600, text=heading))
        top.addStretch(1)
        beside_label = _label(13, token="soft", text=beside)
        beside_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        beside_label.setMinimumWidth(128)
        top.addWidget(beside_label)
        self._grid.addLayout(top)
        self._grid.addSpacing(4)
        self._grid.addWidget(_hairline(2))

    def show_rows(self, shown: Sequence[CounterShown], is_open: bool) -> None:
        """Show the counters; rows that stay keep their keys, so that the focus stays too."""
        if list(self._rows) != [counter.key for counter in shown]:
            self._build(shown)
        for counter in shown:
            self._rows[counter.key].show_counter(counter, is_open)

    def _build(self, shown: Sequence[CounterShown]) -> None:
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for number, counter in enumerate(shown):
            row = _Row(counter, self._, number == len(shown) - 1, self)
            row.stepped.connect(self.stepped)
            row.others_wanted.connect(self.others_wanted)
            self._rows[counter.key] = row
            self._grid.addWidget(row)


class _Row(QWidget):
    """Everyone of one category, and the stepper for those without a name."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, counter: CounterShown, words: Translator, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words
        self._total = _label(20, 700)
        self._total.setMinimumWidth(28)
        word = _label(15, text=counter.word)
        word.setWordWrap(True)
        self._stepper: Stepper | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 3)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._total, 0, 0)
        grid.addWidget(word, 0, 1)
        grid.setColumnStretch(1, 1)
        if counter.key:
            less, more = _("{what}: one less", what=counter.word), _("{what}: one more", what=counter.word)
            self._stepper = Stepper(counter.word, less, more, parent=self)
            self._stepper.stepped.connect(lambda step: self.stepped.emit(counter.what, counter.key, step))
            grid.addWidget(self._stepper, 0, 2)
        else:
            more_key = button("", "quiet", "chevron-down", self.others_wanted.emit, self, tip=_("Show who else"))
            more_key.setProperty("key", True)
            grid.addWidget(more_key, 0, 2)
        if not is_last:
            grid.addWidget(_hairline(1), 1, 0, 1, 3)

    def show_counter(self, counter: CounterShown, is_open: bool) -> None:
        """Show the numbers; a closed desk counts no more."""
        self._total.setText(str(counter.total))
        self._total.setAccessibleName(f"{counter.word}: {counter.total}")
        if self._stepper:
            self._stepper.show_number(counter.unnamed)
            if self._stepper.isEnabled() != is_open:
                self._stepper.setEnabled(is_open)


def _label(size: float, weight: int = 400, token: str = "ink", text: str = "") -> QLabel:
    dress = current()
    label = QLabel(text)
    label.setFont(dress.font(size, weight))
    label.setStyleSheet(f"color: {getattr(dress.tokens, token)};")
    return label


def _hairline(height: int) -> QFrame:
    line = QFrame()
    line.setFixedHeight(height)
    line.setStyleSheet(f"background: {current().tokens.line};")
    return line
