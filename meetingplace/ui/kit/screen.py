"""What every screen is built on: a header that stays, a body that scrolls when it must, and when to ask again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meetingplace.services.changes import Topic
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.header import Header
from meetingplace.ui.kit.surroundings import Surroundings

MARGIN = 24  # px from the rail, from the right edge and from the bottom


class Screen(QWidget):
    """A screen: build parts into `body`, say what it follows, ask in `refresh`.

    `open(**what)` is called each time somebody goes there. `primary` is its one filled button, which Ctrl+N presses;
    `search` the field that Ctrl+F goes to; `print_act` what Ctrl+P does. `lane` is the part over whose bottom the toast
    lies (and whose screen keeps that bottom free); without one it lies over the whole width, and the body makes room.
    """

    help_key = ""
    follows: frozenset[Topic] = frozenset()
    has_place_choice = True
    once: frozenset[str] = frozenset()  # what to `open` opens a form: not again when the window is built anew
    follows_clock = False  # True: asks again every half minute, because it says how long something still takes

    def __init__(self, around: Surroundings, title: str) -> None:
        super().__init__()
        self.around = around
        self._ = around.words
        self.primary: QPushButton | None = None
        self.search: QWidget | None = None
        self.print_act: Callable[[], object] | None = None
        self.lane: QWidget | None = None
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.header = Header(around, title, self)
        self.header.place.setVisible(self.has_place_choice)
        content = QWidget(self)
        content.setProperty("ground", True)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(MARGIN, ROOM, MARGIN, MARGIN)
        self.body.setSpacing(12)
        self.page = QScrollArea(self)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addWidget(self.header)
        whole.addWidget(self.page, 1)
        self._is_stale = False
        self._unfollow = around.bulletin.follow(self.follows | {Topic.PLACE_IN_VIEW}, self._refresh_if_shown)

    @property
    def title(self) -> str:
        """Give the title in the header."""
        return self.header.title

    def show_title(self, title: str) -> None:
        """Show another title."""
        self.header.show_title(title)

    def show_line(self, text: str) -> None:
        """Show the one soft line beside the title."""
        self.header.show_line(text)

    def add_act(self, act: QWidget) -> None:
        """Put a quiet act, or the primary one, into the header."""
        self.header.add(act)

    def add(self, *parts: QWidget | QLayout, stretch: int = 0) -> None:
        """Put parts under each other."""
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part, stretch)
            else:
                self.body.addWidget(part, stretch)

    def keep_free(self, height: int) -> None:
        """Keep so many px free at the bottom while a toast is shown, so that it never lies over data."""
        self.body.setContentsMargins(MARGIN, ROOM, MARGIN, max(MARGIN, height) if self.lane is None else MARGIN)

    def open(self, **what: Any) -> None:
        """Come to this screen, perhaps for one thing of it."""
        del what
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again; each screen knows what."""

    def leave(self) -> None:
        """Stop following the bulletin: another screen takes this one's place."""
        self._unfollow()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True  # it asks when somebody comes back, not behind the scenes

    def refresh_if_stale(self) -> None:
        """Ask again when something changed while another screen was shown."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
