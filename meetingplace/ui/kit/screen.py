"""What every screen is built on: a header with its title, one soft line, "everything is saved", the place, its acts and help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from meetingplace.services.changes import Topic
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current


class SavedSign(QWidget):
    """"Everything is saved", quiet but always there."""

    def __init__(self, saved: str, saving: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved, self._saving = saved, saving
        self._mark = icon_mark("check", "good", 20, parent=self)
        self._text = label(saved, "small", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._text)

    def show_saving(self, is_saving: bool) -> None:
        """Say that something is being saved, or that everything is."""
        self._mark.setVisible(not is_saving)
        self._text.setText(self._saving if is_saving else self._saved)


class PlaceButton(QPushButton):
    """The place in view, with a menu of the others."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        theme = current()
        self.setIcon(icon("map-marker", theme.tokens.soft, 22))
        self.setMinimumHeight(44)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setAccessibleName(around.words("Choose the place"))

    def show_places(self, places: Iterable[tuple[int, str]], has_all: bool = True) -> None:
        """Show these places (id, name) in the menu."""
        listed = list(places)
        _ = self._around.words
        choices: list[tuple[int | None, str]] = [*listed]
        if has_all and len(listed) > 1:
            choices.insert(0, (None, _("All places")))
        self._menu.clear()
        chosen = self._around.place.id
        for place_id, name in choices:
            action = QAction(name.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(place_id == chosen)
            action.triggered.connect(partial(self._around.place.choose, place_id))
            self._menu.addAction(action)
        name = dict(listed).get(chosen or 0) or (listed[0][1] if len(listed) == 1 else _("All places"))
        self.setText(f"{name.replace('&', '&&')}  ▾")


class Screen(QWidget):
    """A screen: build parts into `body`, say what it follows, ask in `refresh`.

    `open(**what)` is called each time somebody goes there; `primary` is its one filled button, which Ctrl+N presses; `search` is
    the field that Ctrl+F goes to; `print_act` is what Ctrl+P does.
    """

    help_key = ""
    follows: frozenset[Topic] = frozenset()

    def __init__(self, around: Surroundings, title: str) -> None:
        super().__init__()
        self.around = around
        self._ = around.words
        self.primary: QPushButton | None = None
        self.search: QWidget | None = None
        self.print_act: Callable[[], object] | None = None
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label(title, "title", self)
        self._line = label("", "lead", self)
        self.saved = SavedSign(self._("Everything is saved"), self._("Saving…"), self)
        self.place_button = PlaceButton(around, self)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(12)
        self.help_button = button("", "quiet", "help", parent=self, tip=self._("Help for this screen (F1)"))
        header = QHBoxLayout()
        header.setSpacing(12)
        header.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        header.addWidget(self._line, 1, Qt.AlignmentFlag.AlignBaseline)
        header.addWidget(self.saved)
        header.addWidget(self.place_button)
        header.addLayout(self._acts)
        header.addWidget(self.help_button)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 14, 24, 24)
        whole.setSpacing(14)
        whole.addLayout(header)
        whole.addLayout(self.body, 1)
        unfollow = around.bulletin.follow(self.follows | {Topic.PLACE_IN_VIEW}, self._refresh_if_shown)
        self.destroyed.connect(lambda: unfollow())
        self._is_stale = False

    def show_line(self, text: str) -> None:
        """Show the one soft line beside the title."""
        self._line.setText(text)

    def add_act(self, act: QWidget) -> None:
        """Put a quiet act, or the primary one, into the header."""
        self._acts.addWidget(act)

    def add(self, *parts: QWidget | QLayout, stretch: int = 0) -> None:
        """Put parts under each other."""
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part, stretch)
            else:
                self.body.addWidget(part, stretch)

    def open(self, **what: Any) -> None:
        """Come to this screen, perhaps for one thing of it."""
        del what
        self.refresh()

    def refresh(self) -> None:
        """Ask everything again; each screen knows what."""

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
