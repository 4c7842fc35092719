"""The toast: says what was done in a lane of its own over the bottom, with Undo. It stays, and is read aloud."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QPushButton, QWidget

from meetingplace.ui.kit.buttons import ICON_GAP
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.text import breakable
from meetingplace.ui.kit.theme import current

STAYS = 12_000  # ms; never less than ten seconds
MARGIN = 32  # px under it


class Toast(QFrame):
    """One sentence at a time; a new one takes the place of the old. `shown` tells when it comes and goes."""

    shown = Signal(bool)

    def __init__(self, undo_word: str, close_word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("toast", True)
        theme = current()
        self._undo: Callable[[], object] | None = None
        self._act: Callable[[], object] | None = None
        self._lane: Callable[[], QRect] | None = None
        self._mark = icon_mark("check-circle-outline", "on_toast", theme.icon_side(26), parent=self)
        self._warning = icon_mark("alert-circle-outline", "on_toast", theme.icon_side(26), parent=self)
        self._words = ""
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._act_button = QPushButton("", self)
        self._act_button.clicked.connect(self._do_act)
        self._line = QFrame(self)
        self._line.setProperty("between", True)
        self._undo_button = QPushButton(undo_word, self)
        side = theme.icon_side(22)
        self._undo_button.setIcon(icon("undo", theme.tokens.toast_act, side, gap=ICON_GAP))
        self._undo_button.setIconSize(QSize(side + ICON_GAP, side))
        self._undo_button.setAccessibleName(undo_word)
        self._undo_button.clicked.connect(self._take_back)
        close = QPushButton(self)
        close.setProperty("square", True)
        close.setIcon(icon("close", theme.tokens.on_toast, theme.icon_side(20)))
        close.setAccessibleName(close_word)
        close.setToolTip(close_word)
        close.clicked.connect(self.put_away)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        for part in (self._mark, self._warning):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(self._text, 1)
        for act_part in (self._act_button, self._line, self._undo_button, close):
            row.addWidget(act_part)
        self.setMinimumHeight(theme.height(56))
        shadow = QGraphicsDropShadowEffect(self, blurRadius=14, xOffset=0, yOffset=4)
        ink = QColor(theme.tokens.ink)
        ink.setAlphaF(0.22)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.put_away)
        self.hide()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        act_word: str = "",
        act: Callable[[], object] | None = None,
        is_refusal: bool = False,
        strong: str = "",
    ) -> None:
        """Say a sentence, perhaps with Undo and one more act; `strong` is the name in it that stands out."""
        self._undo, self._act = undo, act
        self._words = text
        before, name, after = text.partition(strong) if strong else (text, "", "")
        sentence = f"{_written(before)}{f'<b>{_written(name)}</b>' if name else ''}{_written(after)}"
        # a name from right to left at its beginning would turn the sentence: Qt's rich text knows no isolates
        self._text.setText(f'<div dir="{"rtl" if self.isRightToLeft() else "ltr"}">{sentence}</div>')
        self._undo_button.setVisible(undo is not None)
        self._act_button.setText(act_word)
        self._act_button.setAccessibleName(act_word)
        self._act_button.setVisible(act is not None)
        self._line.setVisible(act is not None and undo is not None)
        self._mark.setVisible(not is_refusal)
        self._warning.setVisible(is_refusal)
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        self._timer.start()
        self.shown.emit(True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """Give the sentence that was said last."""
        return self._words

    def put_away(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.shown.emit(False)

    def lie_over(self, lane: Callable[[], QRect]) -> None:
        """Lie over the bottom of a lane: a rectangle of the parent, asked each time."""
        self._lane = lane
        self.place()

    def place(self) -> None:
        """Lie over the bottom of the lane."""
        lane = self._lane() if self._lane else self._around.rect().adjusted(24, 0, -24, -MARGIN)
        self.setFixedWidth(max(280, lane.width()))
        height = max(current().height(56), self._row.heightForWidth(self.width()), self._row.sizeHint().height())
        self.setGeometry(lane.left(), lane.bottom() + 1 - height, self.width(), height)

    def _take_back(self) -> None:
        self.put_away()
        if self._undo:
            self._undo()

    def _do_act(self) -> None:
        self.put_away()
        if self._act:
            self._act()


def _written(words: str) -> str:
    return html.escape(breakable(words))
