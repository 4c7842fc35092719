"""A large number with its word, and under it how many places are left."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.marks import CapacityBlocks


class Counter(QWidget):
    """A number of 48 px (56 when big), its word, a soft line, and one block a place."""

    def __init__(
        self, word: str, is_big: bool = False, has_blocks: bool = False, parent: QWidget | None = None
    ) -> None:
        """Begin at nothing."""
        super().__init__(parent)
        self._number = label("0", "big" if is_big else "counter", self)
        self._word = label(word, "strong", self)
        self._line = label("", "soft", self)
        self.blocks = CapacityBlocks(word, self) if has_blocks else None
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for part in (self._word, self._line, self.blocks):
            if part is not None:
                words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._number)
        row.addLayout(words, 1)
        self.show_number(0, word)

    def show_number(self, number: int, word: str, line: str = "", places: int = 0) -> None:
        """Show a number with its word; `places` is how many there are (0: no limit)."""
        self._number.setText(str(number))
        self._word.setText(word)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        if self.blocks is not None:
            self.blocks.show_filled(number, places)
        self.setAccessibleName(", ".join(part for part in (f"{number} {word}", line) if part))
