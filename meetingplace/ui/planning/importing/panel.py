"""The panel of a plan file: what it would do row by row, with ticks to leave rows out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from meetingplace.ui.kit.cards import Card, Chip, Notice, label
from meetingplace.ui.kit.fields import Field, check_box, combo
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.importing.presenter import Presenter, PreviewShown, RowShown

_WIDE = 900


class ImportPanel(FormPanel):
    """A plan file before it is taken over."""

    def __init__(self, around: Surroundings, over: QWidget, path: Path) -> None:
        """Open over the planning, for a file."""
        _ = self._words = around.words
        super().__init__(_("Read a plan: {file}", file=path.name), over, _, _("Take it over"), width=_WIDE)
        self.presenter = Presenter(around, self, path)
        self.ticks: dict[int, QCheckBox] = {}
        self._summary = label("", "strong", self, is_wrapped=True)
        self.place = combo([], None, self)
        self._place = Field(_("Where are sessions whose place is not known here?"), self.place, "", self)
        self._wrong = Notice("", "stop", parent=self)
        self._wrong.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._rows.setContentsMargins(ROOM, 0, ROOM, ROOM)
        self.add(self._wrong, self._summary, self._place, self._rows)
        self.add_verb()
        self.verb.setEnabled(False)
        self.place.activated.connect(lambda _index: self.presenter.choose_place(self.place.currentData()))
        self.wanted.connect(self._read)

    def show_places(self, places: tuple[tuple[object, str], ...]) -> None:
        """Offer places; what was chosen stays chosen."""
        chosen = self.place.currentData()
        self.place.clear()
        for value, word in places:
            self.place.addItem(word, value)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))

    def show_preview(self, shown: PreviewShown) -> None:
        """Show what the file would do."""
        self._wrong.hide()
        self._summary.setText(shown.summary)
        self.verb.setEnabled(shown.can_be_read)
        left_out = self._left_out()
        clear(self._rows)
        self.ticks = {}
        for one in shown.rows:
            self._rows.addWidget(self._card(one, one.line in left_out))
        if shown.more:
            self._rows.addWidget(label(shown.more, "soft", self))

    def _card(self, shown: RowShown, is_left_out: bool) -> Card:
        card = Card(self, padding=8, spacing=2)
        facts = " · ".join(part for part in (shown.day, shown.hours, shown.place) if part)
        words = column(label(shown.title or "–", "strong", card, is_wrapped=True), spacing=2)
        for line in (facts, shown.says):
            if line:
                words.addWidget(label(line, "soft", card, is_wrapped=True))
        both = row(words, Chip(shown.kind, "good" if shown.may_be_left_out else "plain", parent=card), spacing=12)
        both.setStretch(0, 1)
        if shown.may_be_left_out:
            tick = check_box(self._words("Take over"), not is_left_out, card)
            tick.setAccessibleName(self._words("Take over {title}", title=f"{shown.title}, {facts}"))
            tick.setMinimumWidth(current().px(120))
            self.ticks[shown.line] = tick
            both.addWidget(tick)
        card.body.addLayout(both)
        return card

    def _left_out(self) -> frozenset[int]:
        return frozenset(line for line, tick in self.ticks.items() if not tick.isChecked())

    def _read(self) -> None:
        self.presenter.read(self._left_out())

    def show_wrong(self, _field: str, sentence: str) -> None:
        """Say what is wrong over everything."""
        self.release()
        self._wrong.sentence.setText(sentence)
        self._wrong.show()


def open_room(
    around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int | None = None
) -> None:
    """Let somebody choose a file, and show it."""
    del go_to, session_id
    _ = around.words
    kinds = _("Plans (*.ics *.xlsx *.csv)")
    chosen, _kind = QFileDialog.getOpenFileName(over, _("Read a plan"), str(Path.home()), kinds)
    if chosen:
        open_file(around, over, Path(chosen))


def open_file(around: Surroundings, over: QWidget, path: Path) -> ImportPanel:
    """Show what a file would do."""
    panel = ImportPanel(around, over, path)
    panel.open(panel.cancel)
    panel.presenter.refresh()
    return panel
