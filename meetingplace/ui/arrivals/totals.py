"""The counting panel: who is there, how many places are left, and + and − for people without a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.visits import Tallied
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.arrivals.shown import CounterShown, TotalsShown
from meetingplace.ui.kit.buttons import Stepper, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import Flow, column, row, rule, scrolling
from meetingplace.ui.kit.marks import CapacityBlocks
from meetingplace.ui.kit.theme import current

_SIDE = 16  # px between the edge of the panel and what it holds
_STEPPER = 128  # px of a stepper at 100 %
_USUAL = 9  # counters for which there is room with their headings, in the smallest window


class TotalsPanel(QFrame):
    """The running totals of one session: `stepped` gives what was counted, its category, and +1 or −1."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self.setProperty("card", True)
        self.setAccessibleName(_("Who is there"))
        self._children, self._adults = _Number("big", self), _Number("figure", self)
        self._blocks = CapacityBlocks(_("Places taken"), self)
        self._child_rows = _Rows(_("Children"), words, self)
        self._adult_rows = _Rows(_("Adults"), words, self)
        self._family_rows = _Rows(_("Families"), words, self)
        for rows in (self._child_rows, self._adult_rows, self._family_rows):
            rows.stepped.connect(self.stepped)
            rows.others_wanted.connect(self.others_wanted)
        self._families = label("", "soft", self, is_wrapped=True)
        self._caption = _caption(words, self)
        self._is_wide, self._number = False, 0  # of counters
        self._build()

    def _build(self) -> None:
        numbers = Flow(self, spacing=12)
        numbers.flow.addWidget(self._children)
        numbers.flow.addWidget(self._adults)
        self._adults.setMinimumHeight(self._children.sizeHint().height())  # both numbers stand on one line
        self._counters = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._counters.setContentsMargins(_SIDE, ROOM, _SIDE, 2)
        self._counters.addWidget(self._child_rows, 1)
        self._counters.addWidget(self._adult_rows, 1)
        self._counters.addWidget(self._family_rows, 1)
        self.inside = inside = QWidget(self)
        self._whole_inside = whole_inside = QVBoxLayout(inside)
        whole_inside.setContentsMargins(0, 0, 0, 0)
        whole_inside.addLayout(self._counters)
        whole_inside.addStretch(1)
        line = row(self._caption)
        line.insertWidget(0, self._families, 1)
        self._top = top = column(numbers, self._blocks, line, spacing=2, margins=(_SIDE, 2, _SIDE, 0))
        whole = column(top, spacing=0, margins=(1, 1, 1, 3))
        whole.addWidget(scrolling(inside, self), 1)
        self.setLayout(whole)

    def take_in(self, part: QWidget) -> None:
        """Take a part in over the counters, where it scrolls with them."""
        self._whole_inside.insertLayout(0, row(part, margins=(_SIDE, ROOM, _SIDE, 0)))

    @property
    def whole_height(self) -> int:
        """Give the height in which nothing scrolls, in px."""
        return self._top.sizeHint().height() + self.inside.sizeHint().height() + 24

    def lie(self, is_wide: bool) -> None:
        """Stand beside the tiles, or lie over the whole width with children and adults side by side."""
        width = 376 + max(0, round(240 * (current().scale - 1)))
        self.setMinimumWidth(width)
        self.setMaximumWidth(16_777_215 if is_wide else width)
        self._is_wide = is_wide
        self._counters.setSpacing(48 if is_wide else 8)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._counters.setDirection(direction)
        self._make_room()

    def show_totals(self, shown: TotalsShown) -> None:
        """Show who is there."""
        self._children.show_number(shown.children, shown.children_word, shown.places)
        self._adults.show_number(shown.adults, shown.adults_word, "")
        self._blocks.show_filled(shown.inside, shown.capacity)
        self._families.setText(shown.families)
        self._child_rows.show_rows(shown.child_rows, shown.is_open)
        self._adult_rows.show_rows(shown.adult_rows, shown.is_open)
        self._family_rows.show_rows(shown.family_rows, shown.is_open)
        self._family_rows.setVisible(bool(shown.family_rows))
        self._number = len(shown.child_rows) + len(shown.adult_rows)
        self._make_room()

    def _make_room(self) -> None:
        """Do without headings when there are more counters than usual: every total stays in sight."""
        is_tight = self._number > _USUAL and not self._is_wide and current().scale <= 1  # larger text scrolls anyway
        self._caption.setVisible(is_tight)
        for rows in (self._child_rows, self._adult_rows):
            rows.heading.setVisible(not is_tight)


class _Number(QWidget):
    """A large number with its word, and perhaps a soft line under it."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = label("0", kind, self)
        self._word = label("", "strong", self)
        self._line = label("", "soft", self)
        words = column(None, self._word, self._line, None, spacing=0)
        self.setLayout(row(self._number, words, spacing=10))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_number(self, number: int, word: str, line: str) -> None:
        """Show the number."""
        self._number.setText(str(number))
        self._word.setText(word)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(", ".join(part for part in (f"{number} {word}", line) if part))


class _Rows(QWidget):
    """A heading with its counters."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, heading: str, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = words
        self._rows: dict[str, _Row] = {}
        self.heading = QWidget(self)
        says = row(label(heading, "strong", self), None, _caption(words, self))
        self.heading.setLayout(column(says, 4, rule(self), spacing=0))
        self._box = column(self.heading, spacing=0)
        self._box.addStretch(1)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_rows(self, shown: Sequence[CounterShown], is_open: bool) -> None:
        """Show the counters; rows that stay keep their keys, so that the keyboard stays too."""
        if list(self._rows) != [counter.key for counter in shown]:
            self._build(shown)
        for counter in shown:
            self._rows[counter.key].show_counter(counter, is_open)

    def _build(self, shown: Sequence[CounterShown]) -> None:
        for old in self._rows.values():
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {}
        for number, counter in enumerate(shown):
            made = _Row(counter, self._, number < len(shown) - 1, self)
            made.stepped.connect(self.stepped)
            made.others_wanted.connect(self.others_wanted)
            self._rows[counter.key] = made
            self._box.insertWidget(self._box.count() - 1, made)


class _Row(QWidget):
    """Everyone of one category, and the stepper for those without a name."""

    stepped = Signal(Tallied, str, int)
    others_wanted = Signal()

    def __init__(self, counter: CounterShown, words: Translator, has_rule: bool, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words
        self._total = label("0", "section", self)
        self._total.setMinimumWidth(current().px(30))
        self._shown: CounterShown | None = None
        self._is_open: bool | None = None
        self._stepper: Stepper | None = None
        word: QLabel = label(counter.word, parent=self, is_wrapped=True)
        keys: QWidget
        if counter.key:
            less, more = _("{what}: one less", what=counter.word), _("{what}: one more", what=counter.word)
            self._stepper = keys = Stepper(counter.word, less, more, parent=self)
            self._stepper.stepped.connect(lambda step: self.stepped.emit(counter.what, counter.key, step))
        else:
            keys = button("", "quiet", "chevron-down", self.others_wanted.emit, self, tip=_("Show who else"))
            keys.setProperty("key", True)
        line = row(self._total, spacing=8, margins=(0, 4, 0, 3))
        line.addWidget(word, 1)
        line.addWidget(keys)
        whole = column(line, spacing=0)
        if has_rule:
            whole.addWidget(rule(self))
        self.setLayout(whole)

    def show_counter(self, counter: CounterShown, is_open: bool) -> None:
        """Show the numbers; a closed desk counts no more."""
        if (counter, is_open) == (self._shown, self._is_open):
            return
        self._shown, self._is_open = counter, is_open
        self._total.setText(str(counter.total))
        self._total.setAccessibleName(f"{counter.word}: {counter.total}")
        if self._stepper:
            self._stepper.show_number(counter.unnamed)
            self._stepper.setEnabled(is_open)


def _caption(words: Translator, parent: QWidget) -> QLabel:
    made = label(words("without a name"), "small", parent)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setMinimumWidth(_stepper_width())
    return made


def _stepper_width() -> int:
    return 2 * 44 + current().px(_STEPPER - 2 * 44)
