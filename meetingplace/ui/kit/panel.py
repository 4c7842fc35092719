"""A panel inside the window for a form or a question: title, content that scrolls, acts below. Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.layouts import in_reading_order, row, scrolling
from meetingplace.ui.kit.theme import current


class Panel(QWidget):
    """Covers its window with a veil and shows one piece of paper in front of it.

    Where `saves_at_once` is true, nothing waits for a verb, and the keys of undo and redo work.
    """

    closed = Signal()
    saves_at_once = False

    def __init__(self, title: str, over: QWidget, close_word: str, width: int = 640) -> None:
        """Open over a screen; put parts into `body` and acts into the last row by `add_acts`."""
        super().__init__(over.window())
        self.is_open = False
        self._over = over
        self._came_from = over.window().focusWidget()
        self._width = width
        self._free = 0  # px under the paper
        self._filling: tuple[QWidget, int, int] | None = None  # what scrolls instead of the panel, from and to px
        self._sought: QWidget | None = None  # what is to be brought into sight
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._show_sought)
        self.setAccessibleName(title)
        self.paper = QFrame(self)
        self.paper.setProperty("card", True)
        self._content = content = QWidget(self.paper)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(24, 4, 24, 12)
        self.body.setSpacing(14)
        self._acts = row(spacing=12, margins=(24, 8, 24, 18))
        outer = QVBoxLayout(self.paper)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        title_label = label(title, "section", self.paper, is_wrapped=True)
        close = button("", "text", "close", self.leave, self.paper, tip=close_word)
        self._head = row(title_label, close, margins=(24, 14, 14, 8))
        self._head.setStretch(0, 1)
        outer.addLayout(self._head)
        self._scroll = scrolling(content, self.paper)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._acts)
        over.window().installEventFilter(self)
        content.installEventFilter(self)

    def add_acts(self, *acts: QWidget | None) -> None:
        """Put buttons into the last row; None stretches."""
        for act in acts:
            if act is None:
                self._acts.addStretch(1)
            else:
                self._acts.addWidget(act)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts under each other."""
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)

    def open(self, first: QWidget | None = None) -> None:
        """Show it, with the keyboard in its first field; over a screen that the lock hides it waits for the PIN."""
        self.is_open = True
        self._arrange()
        self.setVisible(self._over.isVisible() or not self._over.window().isVisible())
        self.raise_()
        if self.isVisible():
            (first or self.paper).setFocus()

    def keep_free(self, height: int) -> None:
        """Keep so many px free under the paper while a toast lies there."""
        self._free = height
        self._arrange()

    def fill_with(self, part: QWidget, least: int, most: int) -> None:
        """Give a part that scrolls by itself the height that is left, between so many px."""
        self._filling = (part, least, most)

    def to_top(self) -> None:
        """Show the beginning of what is in it."""
        self._scroll.verticalScrollBar().setValue(0)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll until a part is seen that appears now, once it has its place."""
        self._sought = part
        self._sight.start()

    def leave(self) -> None:
        """Do what Esc and the cross do; a panel in which something is typed may ask first."""
        self.close_panel()

    def close_panel(self) -> None:
        """Close it and give the keyboard back to where it was."""
        self.window().removeEventFilter(self)
        self.is_open = False
        self.hide()
        if self._came_from is not None and isValid(self._came_from) and not self._came_from.isHidden():
            self._came_from.setFocus()
        self.closed.emit()
        self.deleteLater()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let Tab go round in the paper and the toast as one reads them, never to what lies behind."""
        inside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        parts = [part for child in inside for part in in_reading_order(child)]
        focused = self.window().focusWidget()
        at = next((number for number, part in enumerate(parts) if part is focused), 0)
        after = [*parts[at + 1 :], *parts[:at]]
        for part in after if is_next else reversed(after):
            takes_tab = bool(part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
            if takes_tab and part.isEnabled() and part.isVisibleTo(self):
                part.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
                break
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no press through to what lies behind."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        veil = QColor(current().tokens.ink if current().name != "dark" else "#000000")
        veil.setAlphaF(0.35)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and of what the panel holds."""
        is_of_window = watched is self.window() and event.type() == QEvent.Type.Resize
        if is_of_window or (watched is self._content and event.type() == QEvent.Type.LayoutRequest):
            self._arrange()
        return super().eventFilter(watched, event)

    def _show_sought(self) -> None:
        sought, self._sought = self._sought, None
        if sought is not None and isValid(sought):
            self._scroll.ensureWidgetVisible(sought)

    def _arrange(self) -> None:
        around = self.window().rect()
        self.setGeometry(around)
        width = min(around.width() - 48, current().px(self._width))
        for part in self.paper.findChildren(QWidget):
            part.ensurePolished()  # else the letters, and so the lines, have not their size yet
        chrome = self._head.totalSizeHint().height() + self._acts.totalSizeHint().height() + 4
        room = around.height() - self._free
        inner = self._inner(width)
        if self._filling:
            part, least, most = self._filling
            part.setFixedHeight(least)
            left = room - 48 - chrome - self._inner(width)
            part.setFixedHeight(least + max(0, min(left, most - least)))
            inner = self._inner(width)
        height = min(room - 48, inner + chrome)
        self.paper.setGeometry((around.width() - width) // 2, (room - height) // 2, width, height)

    def _inner(self, width: int) -> int:
        self.body.invalidate()
        inner = self.body.totalHeightForWidth(width - 4)
        return inner if inner > 0 else self.body.totalSizeHint().height()


def ask(
    over: QWidget,
    title: str,
    sentence: str,
    verb: str,
    agreed: Callable[[], object],
    cancel_word: str,
    kind: str = "danger",
) -> Panel:
    """Ask before something that cannot be undone; the verb stands on the button."""
    panel = Panel(title, over, cancel_word, width=480)
    panel.add(label(sentence, is_wrapped=True))

    def agree() -> None:
        panel.close_panel()
        agreed()

    cancel: QPushButton = button(cancel_word, "quiet", pressed=panel.close_panel)
    panel.add_acts(None, cancel, button(verb, kind, pressed=agree))
    panel.open(cancel)
    return panel
