"""Which languages somebody speaks: several, in any order, none of them "the" mother tongue."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meetingplace.domain.language import LANGUAGES
from meetingplace.ui.kit.fields import Ticks, combo

_AT_HAND = 10  # languages with a button of their own


class LanguagesField(QWidget):
    """The languages of the house as buttons; every other one comes out of a list and gets a button too."""

    changed = Signal()

    def __init__(
        self,
        spoken: Iterable[str],
        at_hand: Iterable[str],
        other_word: str,
        parent: QWidget,
        among: Iterable[str] = tuple(LANGUAGES),
    ) -> None:
        """Put the spoken ones on; `at_hand` come first, `other_word` stands in the list of the others `among`."""
        super().__init__(parent)
        chosen = tuple(spoken)
        offered = tuple(dict.fromkeys([*chosen, *tuple(at_hand)[:_AT_HAND]]))
        self._other_word, self._among = other_word, tuple(among)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._others = combo([], parent=self)
        self._others.setAccessibleName(other_word)
        self._others.activated.connect(self._take)
        self._box.addWidget(self._others)
        self.setFocusProxy(self._others)
        self._show(offered, chosen)

    @property
    def codes(self) -> tuple[str, ...]:
        """Give the languages that are on."""
        return tuple(str(code) for code in self._ticks.on)

    def choose(self, codes: Iterable[str]) -> None:
        """Put exactly these on; one that had no button gets one."""
        on = tuple(dict.fromkeys(codes))
        self._replace((*self._offered, *(code for code in on if code not in self._offered)), on)

    def _show(self, offered: tuple[str, ...], on: tuple[str, ...]) -> None:
        self._offered = offered
        self._ticks = Ticks([(code, LANGUAGES[code].own_name) for code in offered], on, parent=self)
        self._ticks.changed.connect(self.changed)
        self._box.insertWidget(0, self._ticks)
        self._others.clear()
        self._others.addItem(self._other_word, "")
        for code in self._among:
            if code not in offered:
                self._others.addItem(LANGUAGES[code].own_name, code)

    def _take(self, at: int) -> None:
        code = self._others.itemData(at)
        if not code:
            return
        self._replace((*self._offered, code), (*self.codes, code))
        self._others.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _replace(self, offered: tuple[str, ...], on: tuple[str, ...]) -> None:
        self._box.removeWidget(self._ticks)
        self._ticks.hide()
        self._ticks.deleteLater()
        self._show(offered, on)
