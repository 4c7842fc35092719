"""Choosing a passphrase: six plain words that are suggested, or one's own typed twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from meetingplace.i18n.catalog import Translator
from meetingplace.services.passphrase import SUGGESTED_WORDS
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.fields import Field
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.hidden import hidden_line, show_typed
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.marks import icon_mark
from meetingplace.ui.kit.theme import current

_PAD, _NUMBER = 14, 20  # px in the block of a word
_COLUMNS, _LARGE = 3, 1.3  # words side by side; one fewer from this text scale on


class WordBlock(QWidget):
    """One word of the passphrase, with its number."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._word = number, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_word(self, word: str) -> None:
        """Show a word."""
        self._word = word
        self.setAccessibleName(f"{self._number} {word}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as the word, which is never cut."""
        theme = current()
        words = theme.metrics(20, 700).horizontalAdvance(self._word) + 2 * _PAD + theme.px(_NUMBER)
        return QSize(words, theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the block."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line") if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inside = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(13))
        painter.drawText(inside, align, str(self._number))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(20, 700))
        painter.drawText(inside.adjusted(theme.px(_NUMBER), 0, 0, 0), align, self._word)
        painter.end()


class PassphraseCard(Card):
    """The suggestion with its acts, or two fields; `changed` says that something was typed or chosen."""

    changed = Signal()
    other_words_wanted = Signal()

    def __init__(self, words: Translator, parent: QWidget | None = None) -> None:
        """Begin with the suggestion."""
        super().__init__(parent, padding=20 - ROOM)
        self._ = _ = words
        self._blocks = [WordBlock(number + 1, self) for number in range(SUGGESTED_WORDS)]
        self.typed, self.again = hidden_line(), hidden_line()
        for editor in (self.typed, self.again):
            editor.textEdited.connect(lambda _text: self.changed.emit())
        self.typed_field = Field(_("Your own passphrase"), self.typed, _("At least 8 characters; a sentence is best."))
        self.again_field = Field(_("Once more"), self.again)
        self.other = button(_("Other words"), "text", "refresh", self.other_words_wanted.emit)
        self.own = button(_("Choose my own"), "text", "pencil-outline", lambda: self._choose(is_own=True))
        self.suggest = button(_("Suggest words"), "text", "dice-5-outline", lambda: self._choose(is_own=False))
        self.shows = show_typed(_("Show what I type"), self.typed, self.again)
        self._pages = (self._suggestion(), self._own_fields())
        for page in self._pages:
            self.body.addWidget(page)
        self._show_page(is_own=False)

    def _suggestion(self) -> QWidget:
        page, grid = QWidget(self), QGridLayout()
        grid.setSpacing(10)
        columns = _COLUMNS if current().scale < _LARGE else _COLUMNS - 1
        for at, block in enumerate(self._blocks):
            grid.addWidget(block, at // columns, at % columns)
        strong = QWidget(page)
        strong.setLayout(
            row(icon_mark("shield-check", "good", current().icon_side(22)), label(self._("Strong"), "strong"), 24)
        )
        strong.setMinimumHeight(current().height(44))
        acts = Flow(page, spacing=4)
        for part in (strong, self.other, self.own):
            acts.flow.addWidget(part)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        whole.setSpacing(16)
        whole.addLayout(grid)
        whole.addWidget(acts)
        return page

    def _own_fields(self) -> QWidget:
        page = QWidget(self)
        acts = Flow(page, spacing=4)
        for act in (self.suggest, self.shows):
            acts.flow.addWidget(act)
        page.setLayout(column(self.typed_field, self.again_field, acts, None, margins=(ROOM, ROOM, ROOM, ROOM)))
        return page

    @property
    def is_own(self) -> bool:
        """Tell whether somebody types their own."""
        return not self._pages[1].isHidden()

    def show_words(self, suggested: Sequence[str]) -> None:
        """Show a suggestion."""
        for block, word in zip(self._blocks, suggested, strict=True):
            block.show_word(word)

    def show_typed(self, is_own: bool, typed: str, again: str) -> None:
        """Show what was typed before."""
        self.typed.setText(typed)
        self.again.setText(again)
        self._show_page(is_own)

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with "passphrase" or "passphrase_again"."""
        for name, part in (("passphrase_again", self.again_field), ("passphrase", self.typed_field)):
            part.show_wrong(sentence if name == field else "")

    def _show_page(self, is_own: bool) -> None:
        for page, is_shown in zip(self._pages, (not is_own, is_own), strict=True):
            page.setVisible(is_shown)

    def _choose(self, is_own: bool) -> None:
        self._show_page(is_own)
        (self.typed if is_own else self.own).setFocus()
        self.changed.emit()
