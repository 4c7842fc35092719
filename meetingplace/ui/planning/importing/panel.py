"""The panel of a plan file: what it would do row by row, with ticks to leave rows out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from meetingplace.services.plan_files.comparing import Kind
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, Notice, label
from meetingplace.ui.kit.fields import Field, check_box, combo
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.importing.presenter import Presenter, PreviewShown, RowShown

_WIDE = 900
_LOOKS = {  # the tone and the icon of a row
    Kind.NEW: ("good", "plus"),
    Kind.CHANGED: ("info", "pencil-outline"),
    Kind.SAME: ("plain", ""),
    Kind.UNCLEAR: ("wait", "help-circle-outline"),
}


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
        self._place.hide()
        self.before = button("", "quiet", "chevron-left", lambda: self._turn(-1), self, tip=_("Rows before"))
        self.after = button("", "quiet", "chevron-right", lambda: self._turn(1), self, tip=_("Rows after"))
        self._page = label("", "soft", self)
        self._pages = (self.before, self._page, self.after)
        self.add_verb(*self._pages)
        for part in self._pages:
            part.hide()
        self.verb.setEnabled(False)
        self.place.activated.connect(lambda _index: self.presenter.choose_place(self.place.currentData()))
        self.wanted.connect(self.presenter.read)

    def show_places(self, places: tuple[tuple[object, str], ...]) -> None:
        """Offer places; what was chosen stays chosen."""
        chosen = self.place.currentData()
        self.place.clear()
        for value, word in places:
            self.place.addItem(word, value)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))

    def show_preview(self, shown: PreviewShown) -> None:
        """Show a page of what the file would do."""
        self._wrong.hide()
        self._summary.setText(shown.summary)
        self._place.setVisible(shown.asks_place)
        clear(self._rows)
        self.ticks = {}
        for one in shown.rows:
            self._rows.addWidget(self._card(one))
        self._page.setText(shown.page)
        for part in self._pages:
            part.setVisible(bool(shown.page))
        self.before.setEnabled(not shown.is_first)
        self.after.setEnabled(not shown.is_last)

    def let_read(self, can_be_read: bool) -> None:
        """Let the file be taken over, when something is left to do."""
        self.verb.setEnabled(can_be_read)

    def _turn(self, pages: int) -> None:
        self.presenter.turn(pages)
        self.to_top()
        pressed, other = (self.after, self.before) if pages > 0 else (self.before, self.after)
        (pressed if pressed.isEnabled() else other).setFocus()

    def _card(self, shown: RowShown) -> Card:
        card = Card(self, padding=8, spacing=2)
        facts = " · ".join(part for part in (shown.day, shown.hours, shown.place) if part)
        words = column(label(shown.title or "–", "strong", card, is_wrapped=True), spacing=2)
        for line in (facts, shown.says, shown.hint):
            if line:
                words.addWidget(label(line, "soft", card, is_wrapped=True))
        both = row(words, Chip(shown.kind, *_LOOKS[shown.tone], parent=card), spacing=12)
        both.setStretch(0, 1)
        if shown.may_be_left_out:
            tick = check_box(self._words("Take over"), not shown.is_left_out, card)
            tick.setAccessibleName(self._words("Take over {title}", title=f"{shown.title}, {facts}"))
            tick.setMinimumWidth(current().px(120))
            tick.toggled.connect(lambda is_on, line=shown.line: self.presenter.leave_out(line, not is_on))
            self.ticks[shown.line] = tick
            both.addWidget(tick)
        card.body.addLayout(both)
        return card

    @property
    def is_changed(self) -> bool:
        """Tell whether a row was left out: the rest is in the file."""
        return self.presenter.is_changed

    def show_wrong(self, _field: str, sentence: str) -> None:
        """Say what is wrong over everything."""
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
