"""The panel with the families that look alike: the two beside each other, what is the same, and two acts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.ui.directory.doubles.presenter import FOLLOWS, Presenter
from meetingplace.ui.directory.doubles.shown import DoublesShown, PairShown, SideShown
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import Flow, clear, column, row
from meetingplace.ui.kit.marks import family_picture
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import breakable

_PICTURE = 46  # px


class DoublesPanel(Panel):
    """Follows the families for as long as it is open; `merge_wanted` gives the two."""

    merge_wanted = Signal(int, int)

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        _ = self._ = around.words
        super().__init__(_("Families that look alike"), over, _("Close"), width=760)
        self._line = label(_("One moment…"), "", self, is_wrapped=True)
        self._more = label("", "soft", self, is_wrapped=True)
        self._pairs = column(spacing=12)
        self._keys: list[QPushButton] = []
        self.add(self._line, self._pairs, self._more)
        self.presenter = Presenter(around, self)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def begin(self) -> None:
        """Show it, and ask."""
        self.open()
        self.presenter.refresh()

    def show_pairs(self, shown: DoublesShown) -> None:
        """Show the pairs; the keyboard stays at the pair where it was, or at the one that came in its place."""
        at = next((number for number, act in enumerate(self._keys) if act.hasFocus()), None)
        clear(self._pairs)
        self._keys = []
        self._line.setText(shown.line)
        self._more.setText(shown.more)
        self._more.setVisible(bool(shown.more))
        for pair in shown.pairs:
            self._pairs.addWidget(self._pair(pair))
        if at is not None:
            keeps = self._keys[min(at, len(self._keys) - 1)] if self._keys else self.paper
            keeps.setFocus(Qt.FocusReason.TabFocusReason)

    def _pair(self, pair: PairShown) -> Card:
        _ = self._
        card = Card(self, padding=16, spacing=10)
        sides = row(self._side(pair.one, card), self._side(pair.other, card), spacing=16)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        ids = (pair.one.family_id, pair.other.family_id)
        look = button(_("See what is joined"), "quiet", "call-merge", partial(self.merge_wanted.emit, *ids), card)
        two = button(_("They are two"), "quiet", "call-split", partial(self.presenter.say_two, *ids), card)
        for act, name in ((look, pair.look_name), (two, pair.two_name)):
            act.setAccessibleName(name)
            self._keys.append(act)
        acts = Flow(card)
        acts.replace([look, two])
        card.body.addLayout(sides)
        card.body.addWidget(label(breakable(pair.why), "soft", card, is_wrapped=True))
        card.body.addWidget(acts)
        card.body.setContentsMargins(16, 14, 16, 16 - ROOM)
        return card

    def _side(self, side: SideShown, card: QWidget) -> QWidget:
        whole = QWidget(card)
        picture = family_picture(side.picture, side.picture_name, _PICTURE, whole)
        words = column(spacing=2)
        for text, kind in ((side.nickname, "name"), (side.line, "")):
            said = label(breakable(text), kind, whole, is_wrapped=True)
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            words.addWidget(said)
        words.addStretch(1)
        both = row(spacing=12)
        both.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(words, 1)
        whole.setLayout(both)
        return whole
