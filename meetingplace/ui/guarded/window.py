"""The guarded window itself: a whole screen with one thing in it, and a corner that a host presses for a while.

What it holds can never lead out of it. While it is open the other windows of the program are hidden, and one that
wants to open is put away at once; the system's own keys (power, Ctrl+Alt+Del) are not the program's to stop.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QStackedLayout, QWidget
from shiboken6 import isValid

from meetingplace.ui.guarded.keys import is_stopped, is_touch
from meetingplace.ui.guarded.presenter import Presenter
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.focus import FocusRing
from meetingplace.ui.kit.layouts import scrolling
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.lock import Lock

HOLD = 1_500  # ms that the corner is pressed
_TICK = 1_000  # ms
_CORNER, _MARGIN, _TOP = 56, 24, 32  # px: level with the keys in the head of a page


class Content(Protocol):
    """What can stand in a guarded window: a widget with a beginning."""

    def begin_anew(self) -> None:
        """Go back to the beginning, with nothing of whoever was there."""


class GuardedWindow(QWidget):
    """Shows one widget, which must be `Content`; `left` tells that a host typed a PIN."""

    left = Signal()

    def __init__(self, around: Surroundings, content: QWidget) -> None:
        """Take what it shows; `guard` opens it."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Meetingplace")
        _, theme = around.words, current()
        self.content = content
        self.is_guarding = False
        self._hidden: list[QWidget] = []
        self.pad = Lock(_, self)
        self.corner = _corner(_("For the team: hold this for two seconds, then type your PIN"), self)
        self._layers = QStackedLayout(self)
        self._layers.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a window that grows leaves its screen
        self._frame = scrolling(content, self)
        for layer in (self._frame, self.pad):
            self._layers.addWidget(layer)
        self.holding = QTimer(self, singleShot=True, interval=HOLD)
        self._ticking = QTimer(self, interval=_TICK)
        self._ring = FocusRing(self, theme.colour("focus"), theme.ring)
        self.corner.raise_()
        self.presenter = Presenter(around, self)
        self._pad_words = _("Back to work"), _("Type your PIN")
        self._wire()

    def _wire(self) -> None:
        self.content.installEventFilter(self)
        self.corner.pressed.connect(self.holding.start)
        self.corner.released.connect(self.holding.stop)
        self.holding.timeout.connect(self.presenter.hold)
        self._ticking.timeout.connect(self._tick)
        self.pad.typed.connect(self.presenter.try_pin)
        self.pad.back_wanted.connect(self.presenter.stay)

    # --- opening and leaving ---

    def guard(self) -> None:
        """Take the whole screen, and hide every other window until a host comes back."""
        application = QApplication.instance()
        self.is_guarding = True
        self._hidden = [window for window in QApplication.topLevelWidgets() if window is not self and _is_shown(window)]
        self.begin_anew()
        self.showFullScreen()
        for window in self._hidden:
            window.hide()
        if application:
            application.installEventFilter(self)
        self._ticking.start()

    def let_go(self) -> None:
        """Leave, and show again what was hidden."""
        self.release()
        for window in self._hidden:
            if isValid(window):
                window.show()
        self._hidden = []
        self.hide()
        self.left.emit()

    def release(self) -> None:
        """Guard no more: the program ends, or goes on in its own window."""
        application = QApplication.instance()
        if application:
            application.removeEventFilter(self)
        self._ticking.stop()
        self.is_guarding = False

    # --- what the presenter shows ---

    def begin_anew(self) -> None:
        """Let the content begin anew."""
        self.show_pad(False)
        self.content.begin_anew()  # type: ignore[attr-defined]

    def show_pad(self, is_shown: bool) -> None:
        """Show the keys for the PIN over everything, or the content."""
        if is_shown:
            self.pad.ask(*self._pad_words, can_go_back=True, has_others=False)
        self._layers.setCurrentWidget(self.pad if is_shown else self._frame)
        self._place_corner()
        self.corner.setVisible(not is_shown)
        self.corner.raise_()
        self._ring.raise_()

    def show_wrong(self, says: str, seconds: int) -> None:
        """Say at the keys what is wrong."""
        self.pad.show_wrong(says, seconds)

    # --- nothing leads out ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what could lead out, put other windows away, and note every touch."""
        if is_stopped(event):
            return True
        if watched is self.content and event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_corner()
        if is_touch(event):
            self.presenter.touch()
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_other(watched):
            QTimer.singleShot(0, watched, watched.hide)
        return False

    def _is_other(self, widget: QWidget) -> bool:
        return widget is not self and widget.isWindow() and not self.isAncestorOf(widget)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, whoever asks, until a host leaves."""
        if self.is_guarding:
            event.ignore()
        else:
            super().closeEvent(event)

    def _tick(self) -> None:
        """Come back in front when something of the system took the screen, and look at the clock."""
        if not self.isFullScreen() or self.isMinimized() or not self.isVisible():
            self.showFullScreen()
        if not self.isActiveWindow():
            self.raise_()
            self.activateWindow()
        self.presenter.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corner at the top, at the far side."""
        super().resizeEvent(event)
        self._place_corner()

    def _place_corner(self) -> None:
        left = _MARGIN if self.content.isRightToLeft() else self.width() - self.corner.width() - _MARGIN
        self.corner.move(left, _TOP)


def _corner(name: str, parent: QWidget) -> QPushButton:
    made = button("", "text", "lock-outline", parent=parent, tip=name)
    made.setToolTip("")
    made.setFixedSize(_CORNER, _CORNER)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _is_shown(window: QWidget) -> bool:
    return window.isVisible() and window.windowType() != Qt.WindowType.ToolTip
