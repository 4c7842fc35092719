"""The menus of the board: of a card, and of a card dropped on another. The page of a voice has all of it too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from meetingplace.domain.voices import VoiceState
from meetingplace.i18n.catalog import Translator
from meetingplace.ui.kit.icons import icon
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.voices.shown import CardShown, ColumnShown

_LONGEST = 40  # letters of a voice in a menu


class CardMenu(QMenu):
    """What can be done with a voice without opening its page."""

    def __init__(
        self, _: Translator, card: CardShown, columns: tuple[ColumnShown, ...], act: Callable[[str], object],
        move: Callable[[VoiceState], object], over: QWidget,
    ) -> None:  # fmt: skip
        """`act` does what an item is named, `move` puts the voice in another column."""
        super().__init__(over)
        self.aboutToHide.connect(self.deleteLater)
        for name, word, icon_name in (
            ("open", _("Open it"), "arrow-right"),
            ("answer", _("Give an answer"), "reply"),
            ("join", _("Says the same as…"), "call-merge"),
            ("hang", _("Texts for the board") if card.hangs else _("Hang on the board"), "bulletin-board"),
        ):
            self._item(word, icon_name, partial(act, name))
        self.addSeparator()
        for column in columns:
            if column.state is not card.state:
                to = _("Move to “{column}”", column=column.title)
                self._item(to, column.icon, partial(move, column.state))

    def _item(self, word: str, icon_name: str, run: Callable[[], object]) -> None:
        item = QAction(icon(icon_name, current().tokens.soft, 22), on_button(word), self)
        item.triggered.connect(lambda _on=False: run())
        self.addAction(item)


class DropMenu(QMenu):
    """Asks what is meant with a card that was dropped on another: that both say the same, or only the column."""

    def __init__(
        self, _: Translator, onto: CardShown, column: str, join: Callable[[], object],
        move: Callable[[], object] | None, over: QWidget,
    ) -> None:  # fmt: skip
        """Without `move` the card stands in that column already."""
        super().__init__(over)
        self.aboutToHide.connect(self.deleteLater)
        words = onto.words.text if len(onto.words.text) <= _LONGEST else f"{onto.words.text[:_LONGEST]}…"
        self._item(_("Says the same as “{words}”", words=words), "call-merge", join)
        if move:
            self._item(_("Move to “{column}”", column=column), "arrow-right", move)
        self._item(_("Leave it"), "close", self.close)

    def _item(self, word: str, icon_name: str, run: Callable[[], object]) -> None:
        item = QAction(icon(icon_name, current().tokens.soft, 22), on_button(word), self)
        item.triggered.connect(lambda _on=False: run())
        self.addAction(item)


def show(menu: QMenu, at: QPoint) -> QMenu:
    """Open a menu at a point of the screen, with the keyboard on its first item."""
    menu.popup(at)
    menu.setActiveAction(menu.actions()[0])
    return menu
