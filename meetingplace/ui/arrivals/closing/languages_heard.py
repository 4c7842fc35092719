"""How many unnamed people speak which language: a counter for each, and a list for every other language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meetingplace.domain.language import LANGUAGES
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.formats import own_name
from meetingplace.ui.kit.buttons import Stepper
from meetingplace.ui.kit.cards import label
from meetingplace.ui.kit.fields import combo
from meetingplace.ui.kit.layouts import Flow, column, row
from meetingplace.ui.kit.theme import current

_NAME = 108  # px at 100 % that the name of a language has at least, so that the counters stand under each other


class LanguagesHeard(QWidget):
    """Counters of languages; `steps` says what came to the numbers that it began with."""

    def __init__(self, languages: Sequence[tuple[str, int]], words: Translator, parent: QWidget | None = None) -> None:
        """Begin with what was counted of each language."""
        super().__init__(parent)
        self._ = words
        self._begun = dict(languages)
        self._counters: dict[str, Stepper] = {}
        self._flow = Flow(self, spacing=16)
        self.others = combo([], parent=self)
        self.others.setAccessibleName(words("Another language…"))
        self.others.activated.connect(self._take)
        self.setLayout(column(self._flow, self.others, spacing=8))
        self.setFocusProxy(self.others)
        for code, number in languages:
            self._add(code, number)
        self._offer_others()

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """Give each language whose number changed, with how many came to it."""
        counted = ((code, counter.number - self._begun.get(code, 0)) for code, counter in self._counters.items())
        return tuple((code, step) for code, step in counted if step)

    def counter(self, code: str) -> Stepper:
        """Give the counter of a language."""
        return self._counters[code]

    def _add(self, code: str, number: int) -> None:
        _, name = self._, own_name(code)
        counter = Stepper(name, _("{what}: less", what=name), _("{what}: more", what=name))
        counter.show_number(number)
        counter.stepped.connect(lambda step: counter.show_number(max(0, counter.number + step)))
        self._counters[code] = counter
        part = QWidget(self)
        word = label(name, parent=part)
        word.setFont(current().script_font(15, LANGUAGES[code].is_right_to_left))
        word.setMinimumWidth(current().px(_NAME))
        word.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        part.setLayout(row(word, counter, spacing=4))
        self._flow.flow.addWidget(part)
        self._flow.updateGeometry()

    def _offer_others(self) -> None:
        self.others.clear()
        self.others.addItem(self._("Another language…"), "")
        for code, language in LANGUAGES.items():
            if code not in self._counters:
                self.others.addItem(language.own_name, code)

    def _take(self, at: int) -> None:
        code = self.others.itemData(at)
        if code:
            self._add(code, 1)
            self._offer_others()
            self.others.setFocus(Qt.FocusReason.OtherFocusReason)
