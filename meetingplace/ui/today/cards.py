"""The cards of today's sessions: the one that comes next is large, the others keep to one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Chip, label
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.marks import FunctionWord, icon_mark, initials
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.shown import CardShown, CardState, Step

_CHIPS = {CardState.OVER: "wait", CardState.HELD: "good", CardState.CANCELLED: "stop"}
_STRIP = 6  # px: the warm edge of the card that comes next
_TIME = 84  # px for the hours at 100 %
_BESIDE = 1.6  # with larger text the button of a small card stands under its figure
_ACT = 214  # px for the right part of the large card at 100 %


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
        if self.is_next:
            self.setLayout(_large(shown, self.act, self))
        else:
            self.setLayout(_small(shown, self.act, self))

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


def _large(shown: CardShown, act: QPushButton, card: QWidget) -> QLayout:
    middle = column(None, spacing=10)
    if shown.chip:
        middle.addLayout(row(Chip(shown.chip, "warm", parent=card), None))
    middle.addWidget(label(shown.title, "section", card, is_wrapped=True))
    middle.addLayout(_place(shown, card))
    middle.addWidget(_functions(shown, card))
    middle.addStretch(1)
    act.setMinimumWidth(current().px(_ACT))
    right = column(None, spacing=14)
    if shown.number:
        words = column(None, label(shown.number_word, "soft", card), spacing=0)
        if shown.places:
            words.addWidget(label(shown.places, "soft", card))
        words.addStretch(1)
        right.addLayout(row(label(shown.number, "counter", card), words, None, spacing=14))
    elif shown.places:
        right.addWidget(label(shown.places, "soft", card))
    right.addWidget(act)
    if shown.team:
        right.addLayout(_team(shown, card))
    right.addStretch(1)
    whole = row(spacing=20, margins=(24, 20, 20, 20))
    whole.addLayout(_hours(shown, "title", card))
    whole.addWidget(_upright(card))
    whole.addLayout(middle, 1)
    whole.addLayout(right)
    return whole


def _small(shown: CardShown, act: QPushButton, card: QWidget) -> QLayout:
    middle = column(None, label(shown.title, "section", card, is_wrapped=True), spacing=6)
    if shown.chip:
        chip = Chip(shown.chip, _CHIPS.get(shown.state, "warm"), parent=card)
        said = row(chip, spacing=10)
        if shown.reason:
            said.addWidget(label(shown.reason, "soft", card, is_wrapped=True), 1)
        else:
            said.addStretch(1)
        middle.addLayout(said)
    if shown.state is not CardState.CANCELLED:
        middle.addLayout(_place(shown, card))
        if shown.functions:
            middle.addWidget(_functions(shown, card))
    middle.addStretch(1)
    whole = row(spacing=20, margins=(24, 16, 20, 16))
    whole.addLayout(_hours(shown, "section", card))
    whole.addWidget(_upright(card))
    whole.addLayout(middle, 1)
    right = column(None, spacing=10) if current().scale > _BESIDE else row(spacing=20)
    if shown.number:
        words = column(None, label(shown.number_word, "small", card), spacing=0)
        if shown.places:
            words.addWidget(label(shown.places, "small", card))
        words.addStretch(1)
        right.addLayout(row(label(shown.number, "section", card), words, spacing=8))
    right.addWidget(act)
    if current().scale > _BESIDE:
        right.addStretch(1)
    whole.addLayout(right)
    return whole


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


def _place(shown: CardShown, card: QWidget) -> QLayout:
    line = row(icon_mark("map-marker-outline", "soft", 20, parent=card), spacing=6)
    line.addWidget(label(shown.place, "soft", card, is_wrapped=True), 1)
    return line


def _functions(shown: CardShown, card: QWidget) -> QWidget:
    functions = Flow(card, spacing=12)
    for function, word in shown.functions:
        functions.flow.addWidget(FunctionWord(function, word, parent=card))
    return functions


def _team(shown: CardShown, card: QWidget) -> QLayout:
    badges = row(*(initials(letters, "", 30, parent=card) for letters in shown.team[:4]), spacing=8)
    names = label(shown.team_names, "small", card, is_wrapped=True)
    names.setMinimumWidth(current().px(60))
    badges.addWidget(names, 1)
    return badges
