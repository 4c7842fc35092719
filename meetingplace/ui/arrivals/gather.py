"""Words to press that add one each time: who came along, a press for each. What was gathered goes by a press too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from meetingplace.domain.families import AgeBand, Relation
from meetingplace.i18n.catalog import Translator
from meetingplace.i18n.words import band_name, relation_name
from meetingplace.ui.arrivals.wording import CHIP_MONTHS
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.layouts import Flow, column

UNKNOWN_AGE = ""


class Gather(QWidget):
    """Choices above, what was gathered below."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        remove_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Take (value, word) pairs; `remove_name` says what a press on a gathered word does."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words = dict(choices)
        self._remove_name = remove_name
        self._values: list[str] = []
        self._is_presumed = False
        self._keys: dict[str, QPushButton] = {}
        self._adders, self._gathered = Flow(self), Flow(self)
        for value, word in choices:
            self._keys[value] = key = button(word, "quiet", "plus", partial(self.add, value), self)
            self._adders.flow.addWidget(key)
        self.setLayout(column(self._adders, self._gathered, spacing=8))
        self._gathered.hide()

    @property
    def values(self) -> tuple[str, ...]:
        """List what was gathered, in the order of pressing."""
        return tuple(self._values)

    def start(self, values: Sequence[str], words: Sequence[tuple[str, str]] = ()) -> None:
        """Begin with these; `words` names values that are no choice."""
        self._words.update(words)
        self._values = list(values)
        self._show()

    def presume(self, value: str) -> None:
        """Begin with what is most likely; the first press takes its place."""
        self.start([value])
        self._is_presumed = True

    def add(self, value: str) -> None:
        """Add one."""
        kept = [] if self._is_presumed else self._values
        self._is_presumed = False
        self._values = [*kept, value]
        self._show()
        self.changed.emit()

    def key(self, value: str) -> QPushButton:
        """Give the button that adds a value."""
        return self._keys[value]

    def _drop(self, place: int) -> None:
        self._is_presumed = False
        del self._values[place]
        self._show()
        self.changed.emit()
        self._keys[next(iter(self._keys))].setFocus()

    def _show(self) -> None:
        parts: list[QWidget] = []
        for place, value in enumerate(self._values):
            word = self._words.get(value, value)
            part = button(word, "quiet", "close", partial(self._drop, place), self, tip=self._remove_name(word))
            part.setCheckable(True)
            part.setChecked(True)
            parts.append(part)
        self._gathered.replace(parts)
        self._gathered.setVisible(bool(parts))
        self.updateGeometry()


def ages(_: Translator) -> list[tuple[str, str]]:
    """Offer the age bands, each with the months that a press stands for, and an age that is not known."""
    return [*((str(CHIP_MONTHS[band]), band_name(_, band)) for band in AgeBand), (UNKNOWN_AGE, _("age not known"))]


def relations(_: Translator) -> list[tuple[str, str]]:
    """Offer who an adult can be to the child."""
    return [(relation.value, relation_name(_, relation)) for relation in Relation]


def months_of(values: Sequence[str]) -> list[int | None]:
    """Read gathered ages."""
    return [None if value == UNKNOWN_AGE else int(value) for value in values]
