"""The one net under the program: what nobody expected is shown and logged, and the program lives on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.services import error_log
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.panel import Panel


class CrashNet(QObject):
    """Catches what reaches `sys.excepthook`, from every thread, and shows it in the window."""

    _fallen = Signal(str)

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Catch from now on, until `take_down`."""
        super().__init__(parent)
        self._clock = clock
        self._window: QWidget | None = None
        self._words: Translator | None = None
        self._panel: Panel | None = None
        self._fallen.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = lambda fallen: self.catch(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)

    def show_in(self, window: QWidget, words: Translator) -> None:
        """Show what falls in this window, in this language."""
        self._window, self._words, self._panel = window, words, None

    def take_down(self) -> None:
        """Catch no more."""
        sys.excepthook, threading.excepthook = self._before

    def catch(
        self, kind: type[BaseException], error: BaseException | None = None, trace: TracebackType | None = None
    ) -> None:
        """Log and show an error. Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        trace = trace or (error.__traceback__ if error else None)
        text = error_log.report(kind, trace, self._clock(), f"Qt {qVersion()}")
        error_log.log(text)
        sys.stderr.write(text + "\n")
        self._fallen.emit(text)

    def _show(self, text: str) -> None:
        if self._window is None or self._words is None or self._panel is not None:
            return
        self._panel = ErrorPanel(text, self._window, self._words)
        self._panel.closed.connect(self._forget)
        self._panel.open()

    def _forget(self) -> None:
        self._panel = None


class ErrorPanel(Panel):
    """What happened, what is safe, what to do; with a report to copy."""

    def __init__(self, text: str, over: QWidget, words: Translator) -> None:
        """Show a report that holds no personal data."""
        _ = words
        super().__init__(_("Something went wrong"), over, _("Close"), width=560)
        self.report = text
        self.add(
            label(_("The program could not finish what you asked."), is_wrapped=True),
            Notice(_("Everything that was saved is safe. You can go on."), "good", "shield-check", self),
            label(
                _(
                    "Try it once more. If it happens again, copy the report and send it to whoever looks after the "
                    "program. It holds no names and nothing that you typed."
                ),
                is_wrapped=True,
            ),
        )
        copied = label("", "good")
        copy = button(_("Copy the report"), "quiet", "content-copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report))
        copy.clicked.connect(lambda: copied.setText(_("Copied")))
        self.add_acts(copy, copied, None, button(_("Go on"), "primary", pressed=self.close_panel))
