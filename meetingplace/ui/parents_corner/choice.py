"""The page of a choice: cards on which three dots are dropped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from meetingplace.domain.pictograms import glyph
from meetingplace.ui.guarded.pages import large
from meetingplace.ui.kit.cards import label
from meetingplace.ui.parents_corner.drawings import Dots, glyph_picture
from meetingplace.ui.parents_corner.keys import PictureKey
from meetingplace.ui.parents_corner.pages import CornerPage, Pressed, Ways
from meetingplace.ui.parents_corner.shown import PollShown

_PICTURE, _GAP, _COLUMNS = 72, 16, 3


class ChoicePage(CornerPage):
    """Two to six cards; a tap drops a dot, and all are given at once."""

    def __init__(
        self, shown: PollShown, drop: Callable[[int], object], take_back: Pressed, done: Pressed, ways: Ways,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(shown.head, ways, parent)
        how = label(shown.how, "lead", self, is_wrapped=True)
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(how)
        self.is_open = shown.is_open
        self.cards: dict[int, PictureKey] = {}
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for at, card in enumerate(shown.cards):
            key = PictureKey(glyph_picture(glyph(card.icon), _PICTURE), card.words, self)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            key.clicked.connect(partial(drop, card.id))
            self.cards[card.id] = key
            grid.addWidget(key, at // _COLUMNS, at % _COLUMNS)
        self.body.addLayout(grid, 1)
        self.left = label("", "title", self, is_wrapped=True)
        self.take_back = large(shown.take_back, take_back, self, "undo-variant")
        self.done = large(shown.done, done, self, "check", "primary")
        acts = QHBoxLayout()
        acts.setSpacing(_GAP)
        acts.addWidget(self.left, 1)
        acts.addWidget(self.take_back)
        acts.addWidget(self.done)
        self.body.addWidget(self.trouble)
        self.body.addLayout(acts)
        self._dots: list[QWidget] = []
        self.first = next(iter(self.cards.values()))
        self.show_dots(shown)
        for act in (self.left, self.take_back, self.done):
            act.setVisible(shown.is_open)
        self.finish()

    def show_dots(self, shown: PollShown) -> None:
        """Show where the dots are; the cards stay as they are."""
        for dots in self._dots:
            dots.hide()
            dots.deleteLater()
        self._dots = []
        for card in shown.cards:
            key = self.cards[card.id]
            key.setAccessibleName(f"{card.words}, {card.dots_words}" if card.dots else card.words)
            if card.dots:
                dots = Dots(card.dots, key) if shown.is_open else label(card.dots_words, "face", key)
                dots.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                key.inside.insertWidget(key.inside.count() - 1, dots, 0, Qt.AlignmentFlag.AlignHCenter)
                self._dots.append(dots)
        self.left.setText(shown.left_words)
        self.take_back.setEnabled(bool(self._dots))
        self.done.setEnabled(bool(self._dots))
