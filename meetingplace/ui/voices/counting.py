"""What is counted on paper, typed in: a row with its picture and word, and the number at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import LineEdit, line_edit
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.picture_row import picture_square

_FIGURE = 96  # px of a count at 100 %
_SQUARE = 40  # px of a picture


def count_row(form: Form, name: str, glyph: str, word: str, counted: int) -> LineEdit:
    """Add a row for a count to a form, known by its name there, and give its field; nothing counted is empty."""
    whole = QWidget(form)
    typed = line_edit(str(counted) if counted else "", "0", parent=whole)
    typed.setFixedWidth(current().px(_FIGURE))
    typed.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    says = label(breakable(word), "strong", whole, is_wrapped=True)
    says.setBuddy(typed)
    line = row(picture_square(glyph, _SQUARE, whole))
    line.addWidget(says, 1)
    line.addWidget(typed)
    whole.setLayout(line)
    whole.setFocusProxy(typed)
    form.row(name, "", whole)
    typed.setAccessibleName(word)
    return typed
