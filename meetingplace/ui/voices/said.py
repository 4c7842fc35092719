"""A label for words in a parent's own language: its letters, its direction, its side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.shown import Said


def said_label(said: Said, size: int, weight: int, parent: QWidget) -> QLabel:
    """Make the label, in letters of `size` px at 100 %."""
    made = label(breakable(said.text), "", parent, is_wrapped=True)
    made.setFont(current().script_font(size, said.is_right_to_left, weight))
    if said.is_right_to_left:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setContentsMargins(0, current().px(size / 3), 0, 0)  # the marks over Arabic letters stand high
    return made
