"""Forms: declared rows with their labels, help and errors by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.ui.kit.fields import Field


class Form(QWidget):
    """Rows under each other; each is known by a name, so that a refusal finds its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 5, 0, 5)  # room for the ring; at the sides whatever holds the form has it
        self._box.setSpacing(14)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def _end(self) -> int:
        return self._box.count() - 1  # before the stretch that keeps the rows together

    def row(self, name: str, title: str, editor: QWidget, help_text: str = "") -> Field:
        """Add a row with one field."""
        field = Field(title, editor, help_text, self)
        self._fields[name] = field
        self._box.insertWidget(self._end, field)
        return field

    def side_by_side(self, *rows: tuple[str, str, QWidget]) -> None:
        """Add one row with several short fields: (name, title, editor) each."""
        line = QHBoxLayout()
        line.setSpacing(16)
        for name, title, editor in rows:
            field = Field(title, editor, "", self)
            self._fields[name] = field
            line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self._box.insertLayout(self._end, line)

    def add(self, part: QWidget) -> None:
        """Add a part that is no field."""
        self._box.insertWidget(self._end, part)

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return self._fields[name]

    def has(self, name: str) -> bool:
        """Tell whether there is a field of this name."""
        return name in self._fields

    def show_wrong(self, name: str, sentence: str) -> None:
        """Show what is wrong with one field and take every other error away; what was typed stays."""
        for other, field in self._fields.items():
            if other != name:
                field.show_wrong("")
        if name in self._fields:
            self._fields[name].show_wrong(sentence)

    def clear_errors(self) -> None:
        """Take every error away."""
        self.show_wrong("", "")
