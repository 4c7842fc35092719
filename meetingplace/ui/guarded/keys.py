"""Which events a guarded window lets through: what types, steps and presses; nothing that opens, leaves or drags."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_STEPS = {
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Shift,
}  # fmt: skip
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier  # how Windows writes it
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
_NEVER = {
    QEvent.Type.Shortcut, QEvent.Type.ContextMenu, QEvent.Type.Quit, QEvent.Type.FileOpen, QEvent.Type.DragEnter,
    QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis, QEvent.Type.ToolTip,
}  # fmt: skip
_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
}  # fmt: skip


def is_stopped(event: QEvent) -> bool:
    """Tell whether an event must not reach anything."""
    if event.type() in _PRESSES and isinstance(event, QKeyEvent):
        return not _is_harmless(event)
    return event.type() in _NEVER


def is_touch(event: QEvent) -> bool:
    """Tell whether somebody is there; Chinese and Tigrinya are typed without a key press that reaches the window."""
    if isinstance(event, QInputMethodEvent):
        return bool(event.commitString() or event.preeditString())
    return event.type() in _TOUCHES


def _is_harmless(event: QKeyEvent) -> bool:
    held = event.modifiers() & _WITH
    if event.key() in _STEPS:
        return not held
    is_typing = bool(event.text()) and event.text().isprintable()
    return is_typing and (not held or held == _ALT_GR)
