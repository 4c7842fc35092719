"""The cards of today's sessions: the one that comes next is large, the others keep to one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.marks import FunctionWord, icon_mark, initials
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.shown import CardShown, CardState, Step

_CHIPS = {CardState.OVER: "wait", CardState.HELD: "good", CardState.CANCELLED: "stop"}
_STRIP = 6  # px: the warm edge of the card that comes next
_TIME = 84  # px for the hours at 100 %
_LEFT = 345  # px at 100 % that hours and words need at least, to stand beside figure and button
_ACT = 214  # px for the right part of the large card at 100 %
_PLACE = 240  # px at 100 %: a longer name of a place wraps
_GAP = 20


class SessionCard(QFrame):
    """One session of today; `act` is its button."""

    def __init__(self, shown: CardShown, follow: Callable[[Step], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_next = shown.state is CardState.NEXT
        self.setProperty("card", True)
        self.setAccessibleName(shown.spoken)
        kind = "primary" if self.is_next else "quiet"
        icon_name = "calendar-month-outline" if shown.state is CardState.CANCELLED else "door-open"
        self.act: QPushButton = button(
            shown.button, kind, icon_name, lambda: follow(shown.step), self, is_big=self.is_next
        )
        self.act.setAccessibleName(f"{shown.button}: {shown.title}, {shown.hour}")
        middle = (_large_words if self.is_next else _small_words)(shown, self)
        hours = _hours(shown, "title" if self.is_next else "section", self)
        self._left = row(hours, _upright(self), spacing=_GAP)
        self._left.addLayout(middle, 1)
        self._right = row((_large_act if self.is_next else _small_act)(shown, self.act, self), None)
        over = 16 if self.is_next else 12
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(24, over, _GAP, over)
        self._halves.setSpacing(_GAP)
        self._halves.addLayout(self._left, 1)
        self._halves.addLayout(self._right)

    def fit(self, room: int) -> None:
        """Put figure and button under the words when `room` px are too few for both."""
        left = max(self._left.minimumSize().width(), current().px(_LEFT))
        is_narrow = 24 + left + _GAP + self._right.sizeHint().width() + _GAP > room
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(under if is_narrow else beside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and the warm edge of the one that comes next."""
        super().paintEvent(event)
        if not self.is_next:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()), 10, 10)
        left = self.width() - _STRIP if self.isRightToLeft() else 0
        painter.setClipRect(QRectF(left, 0, _STRIP, self.height()))
        painter.fillPath(card, current().colour("warm"))
        painter.end()


def _large_words(shown: CardShown, card: QWidget) -> QLayout:
    words = column(None, spacing=10)
    if shown.chip:
        words.addLayout(row(Chip(shown.chip, "warm", parent=card), None))
    words.addWidget(label(shown.title, "section", card, is_wrapped=True))
    words.addWidget(_place(shown, card))
    words.addWidget(_flowing(_functions(shown, card), card))
    words.addStretch(1)
    return words


def _large_act(shown: CardShown, act: QPushButton, card: QWidget) -> QLayout:
    act.setMinimumWidth(current().px(_ACT))
    right = column(None, spacing=10)
    if shown.number:
        right.addLayout(_figure(shown, "counter", "soft", card))
    elif shown.places:
        right.addWidget(label(shown.places, "soft", card))
    right.addWidget(act)
    if shown.team:
        right.addLayout(_team(shown, card))
    right.addStretch(1)
    return right


def _small_words(shown: CardShown, card: QWidget) -> QLayout:
    words = column(None, label(shown.title, "section", card, is_wrapped=True), spacing=4)
    chips = [Chip(shown.chip, _CHIPS.get(shown.state, "warm"), parent=card)] if shown.chip else []
    if shown.state is CardState.CANCELLED:
        said = row(*chips, spacing=10)
        said.addWidget(label(shown.reason, "soft", card, is_wrapped=True), 1)
        words.addLayout(said)
    else:
        words.addWidget(_flowing([*chips, _place(shown, card), *_functions(shown, card)], card))
    words.addStretch(1)
    return words


def _small_act(shown: CardShown, act: QPushButton, card: QWidget) -> QLayout:
    right = row(spacing=_GAP)
    if shown.number:
        right.addLayout(_figure(shown, "section", "small", card))
    right.addWidget(act)
    return right


def _figure(shown: CardShown, kind: str, word_kind: str, card: QWidget) -> QLayout:
    words = column(None, label(shown.number_word, word_kind, card), spacing=0)
    if shown.places:
        words.addWidget(label(shown.places, word_kind, card))
    words.addStretch(1)
    return row(label(shown.number, kind, card), words, None, spacing=10)


def _hours(shown: CardShown, kind: str, card: QWidget) -> QLayout:
    hour: QLabel = label(shown.hour, kind, card)
    hour.setMinimumWidth(current().px(_TIME))
    if shown.state is CardState.CANCELLED:
        hour.setStyleSheet(f"text-decoration: line-through; color: {current().tokens.soft};")
    return column(None, hour, label(shown.until, "soft", card), None, spacing=2)


def _upright(card: QWidget) -> QFrame:
    line = QFrame(card)
    line.setFixedWidth(1)
    line.setStyleSheet(f"background: {current().tokens.line};")
    line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    return line


def _place(shown: CardShown, card: QWidget) -> QWidget:
    place = QWidget(card)
    name = label(shown.place, "soft", place, is_wrapped=True)
    one_line = current().metrics(15).horizontalAdvance(shown.place) + 2
    name.setMinimumWidth(min(one_line, current().px(_PLACE)))
    line = row(icon_mark("map-marker-outline", "soft", current().icon_side(20), parent=place), spacing=6)
    line.addWidget(name, 1)
    place.setLayout(line)
    return place


def _functions(shown: CardShown, card: QWidget) -> list[FunctionWord]:
    return [FunctionWord(function, word, current().icon_side(24), card) for function, word in shown.functions]


def _flowing(parts: Sequence[QWidget], card: QWidget) -> QWidget:
    flow = Flow(card, spacing=12)
    for part in parts:
        flow.flow.addWidget(part)
    return flow


def _team(shown: CardShown, card: QWidget) -> QLayout:
    badges = row(*(initials(letters, "", current().px(30), parent=card) for letters in shown.team[:4]), spacing=8)
    names = label(shown.team_names, "small", card, is_wrapped=True)
    names.setMinimumWidth(current().px(60))
    badges.addWidget(names, 1)
    return badges
