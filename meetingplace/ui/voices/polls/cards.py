"""The cards of a choice in its form: a picture and a few words each, two to six of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from meetingplace.domain.polls import FEWEST_CARDS, MOST_CARDS
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.fields import combo, line_edit
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.layouts import row
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.polls.shown import CardDraft

_PICTURE = 240  # px of the list of pictures at 100 %


class CardRow(QWidget):
    """One card: its picture out of a list, its words, and a way to take it away."""

    changed = Signal()
    gone = Signal()

    def __init__(
        self, words: Translator, pictures: Sequence[tuple[str, str]], draft: CardDraft, number: int, is_fixed: bool,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        _ = words
        self._card_id = draft.card_id
        self._named = dict(pictures)
        self.picture = self._list(_("Choose a picture"), draft.picture)
        self.picture.setAccessibleName(_("Picture of card {n}", n=number))
        self.words = line_edit(draft.words, _("A few words"), parent=self)
        self.words.setAccessibleName(_("Words of card {n}", n=number))
        self.remove = button("", "text", "close", self.gone.emit, self, tip=_("Take away card {n}", n=number))
        line = row(self.picture, self.words, self.remove, spacing=8)
        line.setStretch(1, 1)
        self.setLayout(line)
        for part in (self.picture, self.words, self.remove):
            part.setEnabled(not is_fixed)
        self.picture.activated.connect(self._take_word)
        self.words.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def draft(self) -> CardDraft:
        """Give what is typed and chosen."""
        return CardDraft(str(self.picture.currentData()), self.words.text(), self._card_id)

    def _list(self, choose: str, on: str) -> QComboBox:
        known = [("", choose), *self._named.items()]
        if on not in dict(known):
            known.append((on, choose))
        made = combo(known, on, self)
        theme = current()
        side = theme.icon_side(24)
        made.setIconSize(QSize(side, side))
        for at, (glyph, _word) in enumerate(known):
            if glyph:
                made.setItemIcon(at, icon(glyph, theme.tokens.ink, side))
        made.setMinimumWidth(theme.px(_PICTURE))
        made.setMaxVisibleItems(12)
        return made

    def _take_word(self) -> None:
        """Offer the word of the picture; what was typed stays."""
        word = self._named.get(str(self.picture.currentData()), "")
        if not self.words.text().strip() or self.words.text() in self._named.values():
            self.words.setText(word)
        self.changed.emit()


class CardsField(QWidget):
    """The cards under each other; there is one more to add until there are six."""

    changed = Signal()
    taken_out = Signal(int)  # which one

    def __init__(
        self, words: Translator, pictures: Sequence[tuple[str, str]], drafts: Sequence[CardDraft], is_fixed: bool,
        parent: QWidget,
    ) -> None:  # fmt: skip
        """With dots on them, the cards are fixed."""
        super().__init__(parent)
        self._, self._pictures, self._is_fixed = words, list(pictures), is_fixed
        self.rows: list[CardRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.add_button = button(words("Add a card"), "text", "plus", self.add, self)
        self._box.addLayout(row(self.add_button, None))
        for draft in drafts:
            self._insert(draft)
        self._let_add()

    @property
    def drafts(self) -> tuple[CardDraft, ...]:
        """Give what is typed in each row."""
        return tuple(one.draft for one in self.rows)

    def setFocus(self) -> None:  # type: ignore[override]
        """Give the keyboard to the first card that is not whole, or else to the first."""
        wanted = next((one for one in self.rows if not (one.draft.picture and one.draft.words.strip())), self.rows[0])
        (wanted.picture if not wanted.draft.picture else wanted.words).setFocus()

    def add(self) -> None:
        """Add an empty card."""
        made = self._insert(CardDraft())
        self._let_add()
        made.picture.setFocus()
        self.changed.emit()

    def _insert(self, draft: CardDraft) -> CardRow:
        made = CardRow(self._, self._pictures, draft, len(self.rows) + 1, self._is_fixed, self)
        self._box.insertWidget(len(self.rows), made)
        self.rows.append(made)
        made.changed.connect(self.changed)
        made.gone.connect(partial(self._take_out, made))
        return made

    def _take_out(self, gone: CardRow) -> None:
        at = self.rows.index(gone)
        self.rows.remove(gone)
        self._box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._let_add()
        self.rows[min(at, len(self.rows) - 1)].picture.setFocus()
        self.taken_out.emit(at)
        self.changed.emit()

    def _let_add(self) -> None:
        self.add_button.setVisible(not self._is_fixed and len(self.rows) < MOST_CARDS)
        for one in self.rows:
            one.remove.setVisible(not self._is_fixed and len(self.rows) > FEWEST_CARDS)
