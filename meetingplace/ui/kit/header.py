"""The header of every screen: title, one soft line, "everything is saved", the place in view, the acts, help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import Flow, row
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current

HEIGHT = 72
_SIDE, _GAP = 24, 12  # px from the edges, and between the parts


class SavedSign(QPushButton):
    """The words "everything is saved", quiet but always there; pressed, it offers to undo and to do again."""

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ = _ = words
        self._saved, self._saving, self._busy = _("Everything is saved"), _("Saving…"), _("One moment…")
        self._away = _("No connection to the server")
        self.setProperty("kind", "sign")
        self.setMinimumHeight(current().height(44))
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.is_compact = False
        self._says = ""
        self.show_state(is_saving=False)

    @property
    def full_width(self) -> int:
        """Give the width that the sign takes with its words, in px."""
        words = max(map(current().metrics(13).horizontalAdvance, (self._saved, self._says)))
        return words + current().icon_side(18) + 30

    def show_compact(self, is_compact: bool) -> None:
        """Show the sign without its words, or with them."""
        self.is_compact = is_compact
        self.setText("" if is_compact else self._says)
        self.setToolTip(self._says if is_compact else "")

    @property
    def says(self) -> str:
        """Give what the sign says, with or without room for the words."""
        return self._says

    def show_state(self, is_saving: bool, is_busy: bool = False, is_away: bool = False) -> None:
        """Say what is true first: something is being saved, a question takes long, the server is away, all is saved."""
        theme = current()
        self._says, name, token = (
            (self._saving, "timer-sand", "soft") if is_saving
            else (self._busy, "timer-sand", "soft") if is_busy
            else (self._away, "lan-disconnect", "watext") if is_away
            else (self._saved, "check", "good")
        )  # fmt: skip
        self.show_compact(self.is_compact)
        side = theme.icon_side(18)
        self.setIcon(icon(name, getattr(theme.tokens, token), side, gap=2))
        self.setIconSize(QSize(side + 2, side))
        self.setAccessibleName(self._says)

    def offer(self, undo: str, redo: str, take_back: Callable[[], object], do_again: Callable[[], object]) -> None:
        """Offer the last acts by name; an empty name means that there is none."""
        _ = self._
        self.choices.clear()
        for says, none, name, keys, act in (
            (_("Undo: {act}", act=undo), _("Nothing to undo"), undo, "Ctrl+Z", take_back),
            (_("Do again: {act}", act=redo), _("Nothing to do again"), redo, "Ctrl+Shift+Z", do_again),
        ):
            offered = QAction(f"{says if name else none}\t{keys}", self.choices)
            offered.setEnabled(bool(name))
            offered.triggered.connect(partial(_press, act))
            self.choices.addAction(offered)


def _press(act: Callable[[], object], _is_on: bool = False) -> None:
    act()


class PlaceChoice(MenuButton):
    """The place in view, with a menu of the others."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("", "map-marker", around.words("Choose the place"), parent)
        self._around = around
        self._listed: list[tuple[int, str]] = []
        self._show_name()

    def show_places(self, places: Iterable[tuple[int, str]]) -> None:
        """Show these places (id, name) in the menu; with more than one, "all places" stands first."""
        self._listed = list(places)
        choices: list[tuple[int | None, str]] = [*self._listed]
        if len(self._listed) > 1:
            choices.insert(0, (None, self._around.words("All places")))
        self.choices.clear()
        chosen = self._around.place.id
        for place_id, name in choices:
            action = QAction(name.replace("&", "&&"), self.choices)
            action.setCheckable(True)
            action.setChecked(place_id == chosen)
            action.triggered.connect(partial(self._choose, place_id))
            self.choices.addAction(action)
        self._show_name()

    def _choose(self, place_id: int | None, _is_on: bool = False) -> None:
        self._around.place.choose(place_id)
        self.show_places(self._listed)

    def _show_name(self) -> None:
        names = dict(self._listed)
        name = names.get(self._around.place.id or 0)
        if name is None:
            name = self._listed[0][1] if len(self._listed) == 1 else self._around.words("All places")
        self.setText(name.replace("&", "&&"))


class Header(QWidget):
    """72 px over a screen; it never scrolls away, so the primary act is always in sight."""

    def __init__(self, around: Surroundings, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = around.words
        self._title = label(title, "title", self)
        self._line = label("", "lead", self)
        self._line.setMinimumHeight(self._title.sizeHint().height())
        self._words = Flow(self, spacing=12)
        self._words.flow.addWidget(self._title)
        self._words.flow.addWidget(self._line)
        policy = self._words.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._words.setSizePolicy(policy)
        self.saved = SavedSign(_, self)
        self.place = PlaceChoice(around, self)
        self.help = button("", "quiet", "help", parent=self, tip=_("Help for this screen (F1)"))
        self._beside: list[QWidget] = []
        self._added: list[QWidget] = []
        self._acts = QHBoxLayout()
        self._acts.setSpacing(12)
        keys = row(None, self.saved, self.place, self._acts, self.help, spacing=12)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(_SIDE, 14, _SIDE, 8)
        self._halves.setSpacing(_GAP)
        self._halves.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._halves.addLayout(keys)
        self.setMinimumHeight(HEIGHT - 6)

    @property
    def title(self) -> str:
        """Give the title of the screen."""
        return self._title.text()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def show_line(self, text: str) -> None:
        """Show the one soft line beside the title; an empty one takes no room."""
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def add_beside_title(self, part: QWidget) -> None:
        """Put a part beside the title, where the line stands else; in a narrow window it stands under it."""
        self._beside.append(part)
        self._title.setMinimumHeight(max(self._title.minimumHeight(), part.sizeHint().height()))
        self._words.flow.addWidget(part)
        for before, after in pairwise((part, self.saved, self.place, *self._added, self.help)):
            QWidget.setTabOrder(before, after)

    def add(self, act: QWidget) -> None:
        """Put an act before the help button."""
        self._acts.addWidget(act)
        QWidget.setTabOrder(self._added[-1] if self._added else self.place, act)
        self._added.append(act)
        QWidget.setTabOrder(act, self.help)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Lie anew when a part has other words, or is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Shorten the sign first, then put the keys under the words: neither is ever cut."""
        words = _widths([self._title, self._line, *self._beside])
        keys = sum(width + _GAP for width in _widths([self.place, *self._added, self.help]))
        room = self.width() - 2 * _SIDE
        is_compact = sum(width + _GAP for width in words) + self.saved.full_width + keys > room
        if is_compact != self.saved.is_compact:
            self.saved.show_compact(is_compact)
        is_narrow = max(words) + _GAP + self.saved.sizeHint().width() + keys > room
        under, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(under if is_narrow else beside)


def _widths(parts: Iterable[QWidget]) -> list[int]:
    """Give the widths that these parts ask for, without those that are hidden."""
    return [part.sizeHint().width() for part in parts if not part.isHidden()]
