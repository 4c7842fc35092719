"""A panel to fill in: its verb below, Enter to press it, and a question before anything that was typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import Stepper, button
from meetingplace.ui.kit.panel import Panel, ask


class FormPanel(Panel):
    """Put the form into it with `add`, end with `add_verb`, and act on `wanted`.

    The verb is pressed once: `show_wrong` of whoever builds on it, or `release`, lets it be pressed again.
    """

    wanted = Signal()

    def __init__(
        self, title: str, over: QWidget, words: Translator, verb: str, width: int = 640, kind: str = "primary"
    ) -> None:
        """Say what the form does with its `verb`."""
        super().__init__(title, over, words("Close"), width)
        self._ = words
        self._begun: tuple[object, ...] = ()
        self.cancel = button(words("Cancel"), "quiet", pressed=self.leave)
        self.verb = button(verb, kind, "close" if kind == "danger" else "check", self.press)

    def add_verb(self, *others: QWidget) -> None:
        """Put the verb into the last row, with the way out before it and perhaps other acts at the beginning."""
        self.add_acts(*others, None, self.cancel, self.verb)

    def open(self, first: QWidget | None = None) -> None:
        """Show it, and remember what was in it."""
        super().open(first)
        self._begun = self._filled_in

    def begin_anew(self) -> None:
        """Take what is in it now for saved, and let the verb be pressed for what comes next."""
        self._begun = self._filled_in
        self.release()

    def press(self) -> None:
        """Do what the verb says, once: a second press would do it twice."""
        if self.verb.isEnabled():
            self.verb.setEnabled(False)
            self.wanted.emit()

    def release(self) -> None:
        """Let the verb be pressed again."""
        self.verb.setEnabled(True)

    def leave(self) -> None:
        """Close; when something was filled in that is not saved, ask first."""
        _ = self._
        if not self.is_changed:
            self.close_panel()
            return
        says = _("What you filled in here is not saved yet.")
        ask(self, _("Not saved yet"), says, _("Throw it away"), self.close_panel, _("Go on"))

    @property
    def is_changed(self) -> bool:
        """Tell whether something was filled in that is not saved."""
        return self._filled_in != self._begun

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the verb with Enter in a field of one line, and with Ctrl+Enter from everywhere."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_meant = event.modifiers() & Qt.KeyboardModifier.ControlModifier or isinstance(self.focusWidget(), QLineEdit)
        if is_enter and is_meant:
            self.press()
        else:
            super().keyPressEvent(event)

    @property
    def _filled_in(self) -> tuple[object, ...]:
        return (
            [line.text() for line in self.findChildren(QLineEdit)],
            [area.toPlainText() for area in self.findChildren(QPlainTextEdit)],
            [choice.currentText() for choice in self.findChildren(QComboBox)],
            [stepper.number for stepper in self.findChildren(Stepper)],
            sorted(part.text() for part in self.findChildren(QAbstractButton) if part.isChecked()),
        )
