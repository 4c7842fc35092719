"""The board of the corner: their words, then the answer with its state, then how many say so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.domain.pictograms import glyph
from meetingplace.ui.guarded.pages import large
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import column, scrolling
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current
from meetingplace.ui.parents_corner.drawings import Dots, glyph_picture
from meetingplace.ui.parents_corner.keys import PictureKey
from meetingplace.ui.parents_corner.pages import CornerPage, Pressed, Ways
from meetingplace.ui.parents_corner.shown import BoardShown, IdeaShown

_COLUMNS, _GAP, _OWN = 3, 16, 76
_LEAST = 280  # px of the board, whatever the head takes
_TONES = {  # (ground, text) of each state; a "no" looks as calm as a "yes"
    "ready": ("gtint", "gtext"), "planned": ("ptint", "ptext"), "talking": ("wtint", "wtext"),
    "no": ("sand", "ink"), "heard": ("column", "ink"),
}  # fmt: skip


class BoardPage(CornerPage):
    """A page of ideas, and beside them the key for one's own."""

    def __init__(
        self, shown: BoardShown, agree: Callable[[int], object], own_idea: Pressed, turn: Pressed, ways: Ways,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(shown.head, ways, parent, is_flat=True)
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        self.me_too: dict[int, QWidget] = {}
        cards: list[QWidget] = [self._card(idea, shown, agree, inside) for idea in shown.ideas]
        if shown.empty:
            cards = [self._empty(shown.empty, inside)]
        for at, card in enumerate(cards):
            grid.addWidget(card, at // _COLUMNS, at % _COLUMNS)
        grid.addLayout(self._own(shown, own_idea, turn, inside), len(cards) // _COLUMNS, len(cards) % _COLUMNS)
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        self.body.addWidget(self.trouble)
        board = scrolling(inside, self)
        board.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # else the page scrolls round it
        board.setMinimumHeight(_LEAST)
        self.body.addWidget(board, 1)
        self.first = self.own
        self.finish()

    def _empty(self, says: str, parent: QWidget) -> Card:
        card = Card(parent, padding=20)
        words = label(says, "idea", card, is_wrapped=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(words, 1)
        return card

    def _own(self, shown: BoardShown, own_idea: Pressed, turn: Pressed, parent: QWidget) -> QVBoxLayout:
        """Make the key for one's own idea, and below it the way to the next ideas when there are more."""
        picture = glyph_picture("lightbulb-on-outline", _OWN, "on_primary")
        self.own = PictureKey(picture, shown.own_idea, parent, kind="own")
        self.own.setProperty("own", True)
        self.own.clicked.connect(own_idea)
        self.own.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.next = large(shown.next, turn, parent, "arrow-left" if self.isRightToLeft() else "arrow-right")
        self.next.setVisible(shown.has_more)
        return column(self.own, self.next)

    def _card(self, idea: IdeaShown, shown: BoardShown, agree: Callable[[int], object], parent: QWidget) -> Card:
        card = Card(parent, padding=14, spacing=6)
        card.setAccessibleName(f"{idea.words}. {idea.state}. {idea.answer}")
        said = QHBoxLayout()
        said.setSpacing(14)
        said.addWidget(icon_mark("format-quote-open", "warm", 30, parent=card), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(_directed(idea.words, "idea", idea.is_turned, card), 1)
        card.body.addLayout(said)
        if idea.pictures:
            card.body.addLayout(_pictures(idea, card))
        card.body.addStretch(1)
        card.body.addWidget(_answer(idea, card))
        people = QHBoxLayout()
        has_agreed = idea.id in shown.agreed
        key = large(shown.counted if has_agreed else shown.me_too, partial(agree, idea.id), card, "hand-heart-outline")
        key.setProperty("small", True)
        key.setEnabled(not has_agreed)
        self.me_too[idea.id] = key
        people.addWidget(key)
        people.addStretch(1)
        people.addWidget(Dots(idea.people, card))
        number = label(str(idea.people), "name", card)
        number.setAccessibleName(idea.people_words)
        people.addWidget(number)
        card.body.addLayout(people)
        return card


def _directed(words: str, kind: str, is_turned: bool, parent: QWidget) -> QLabel:
    made = label(breakable(words), kind, parent, is_wrapped=True)
    side = Qt.AlignmentFlag.AlignRight if is_turned else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
    return made


def _pictures(idea: IdeaShown, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for key, words in idea.pictures[:6]:
        mark = icon_mark(glyph(key), "ink", 36, parent=parent)
        mark.setAccessibleName(words)
        row.addWidget(mark)
    row.addStretch(1)
    return row


def _answer(idea: IdeaShown, parent: QWidget) -> QFrame:
    ground, ink = (getattr(current().tokens, token) for token in _TONES[idea.tone])
    box = QFrame(parent)
    box.setObjectName("answer")
    box.setStyleSheet(f"QFrame#answer {{ background: {ground}; border-radius: 10px; }} QLabel {{ color: {ink}; }}")
    lines = QHBoxLayout(box)
    lines.setContentsMargins(14, 10, 14, 10)
    lines.setSpacing(12)
    sign = QLabel(box)
    sign.setPixmap(icon(idea.icon, ink, 26).pixmap(QSize(26, 26)))
    lines.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(label(idea.state, "name", box, is_wrapped=True))
    texts.addWidget(_directed(idea.answer, "lead", idea.is_answer_turned, box))
    if idea.note:
        texts.addWidget(label(idea.note, "", box, is_wrapped=True))
    lines.addLayout(texts, 1)
    return box
