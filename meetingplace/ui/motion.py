"""What moves by itself on the screen: menus, lists and tips that slide or fade; all of it may rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def let_move(is_reduced: bool) -> None:
    """Let menus, lists and tips move as the system has it, or appear at once."""
    for effect in _MOVING:
        QApplication.setEffectEnabled(effect, not is_reduced)
