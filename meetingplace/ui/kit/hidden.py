"""Fields that do not show what is typed: PINs and passphrases; and the button that shows it after all."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import line_edit


def hidden_line(typed: str = "", longest: int = 0) -> QLineEdit:
    """Make a field that shows dots; `longest` is how many signs it takes, 0: as many as one likes."""
    made = line_edit(typed)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    if longest:
        made.setMaxLength(longest)
    return made


def show_typed(word: str, *editors: QLineEdit) -> QPushButton:
    """Make a button that shows what is typed in these fields while it is on."""
    made = button(word, "text", "eye-outline")
    made.setCheckable(True)

    def turn(is_on: bool) -> None:
        for editor in editors:
            editor.setEchoMode(QLineEdit.EchoMode.Normal if is_on else QLineEdit.EchoMode.Password)

    made.toggled.connect(turn)
    return made
