"""The one net under the program: what nobody expected is shown and logged, and the program lives on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from meetingplace import paths
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Notice, label
from meetingplace.ui.kit.panel import Panel

LONGEST_LOG = 256_000  # bytes; then it begins anew, with the old one beside it


def report(kind: type[BaseException], trace: TracebackType | None, now: datetime) -> str:
    """Write what a maker needs: the kind of error and where; no message and no value, for these may hold names."""
    lines = [
        f"meetingplace {paths.version()}",
        f"{now:%Y-%m-%d %H:%M}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        kind.__name__,
    ]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        inside = "/".join(file.parts[file.parts.index("meetingplace") :]) if "meetingplace" in file.parts else file.name
        lines.append(f"  {inside}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def log(text: str) -> None:
    """Keep a report in the log of this user; a log that cannot be written stops nobody."""
    try:
        file = paths.user_log_folder() / "errors.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LONGEST_LOG:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8") as kept:
            kept.write(text + "\n\n")
    except OSError:
        return


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
        self._window, self._words = window, words

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
        text = report(kind, trace or (error.__traceback__ if error else None), self._clock())
        log(text)
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
