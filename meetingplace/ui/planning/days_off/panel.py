"""The room of days off: a school year as a list by calendar, each stretch with who says so and a way to correct it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meetingplace.services.days_off_file import FileAsked
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row, rule
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.days_off.forms import DaysForm, FileForm
from meetingplace.ui.planning.days_off.presenter import FOLLOWS, DaysShown, GroupShown, LineShown, Presenter, YearShown

_WIDE, _DAYS = 900, 210  # px at 100 %


class DaysOffPanel(Panel):
    """The days off of a school year; it stays open while they are corrected."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("Days off"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self)
        self.buttons: dict[int, QPushButton] = {}
        self.earlier = button("", "quiet", "chevron-left", lambda: self.presenter.step(-1), self, tip=_("Earlier"))
        self.later = button("", "quiet", "chevron-right", lambda: self.presenter.step(1), self, tip=_("Later"))
        self.year = label("", "strong", self)
        self._groups = QVBoxLayout()
        self._groups.setContentsMargins(0, 0, 0, ROOM)
        self._groups.setSpacing(16)
        says = _("Holidays come from the general rules. What you say yourself counts more than the rule.")
        self.add(label(says, "soft", self, is_wrapped=True))
        self.add(row(self.earlier, self.later, self.year, None, spacing=8, margins=(0, ROOM, 0, 0)), self._groups)
        self.read = button(_("Read a calendar file"), "quiet", "file-import-outline", self.choose_file, self)
        self.new = button(_("Add days off"), "primary", "plus", lambda: self._open(self.presenter.new_form()), self)
        self.add_acts(self.read, None, self.new)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_year(self, shown: YearShown) -> None:
        """Show a school year instead of the one that was there; the keyboard stays where it was."""
        pressed = next((number for number, one in self.buttons.items() if one is self.window().focusWidget()), None)
        self.year.setText(self._("School year {years}", years=shown.year))
        clear(self._groups)
        self.buttons = {}
        for group in shown.groups:
            self._groups.addLayout(column(label(group.title, "section", self), self._card(group), spacing=8))
        if pressed is not None:
            self.buttons.get(pressed, self.new).setFocus()

    def _card(self, group: GroupShown) -> Card:
        card = Card(self, padding=12, spacing=6)
        for number, line in enumerate(group.lines):
            if number:
                card.body.addWidget(rule(card))
            card.body.addLayout(self._line(line, card))
        if not group.lines and group.empty:
            card.body.addWidget(label(group.empty, "soft", card, is_wrapped=True))
        return card

    def _line(self, line: LineShown, card: QWidget) -> QHBoxLayout:
        days: QLabel = label(line.days, "strong", card, is_wrapped=True)
        days.setFixedWidth(current().px(_DAYS))
        words = column(label(line.name, "", card, is_wrapped=True), spacing=2)
        words.addWidget(label(line.line, "soft", card, is_wrapped=True))
        act = button(line.act, "text", "pencil-outline", partial(self._open_line, line.number), card)
        act.setAccessibleName(f"{line.act}: {line.spoken}")
        self.buttons[line.number] = act
        chip = [Chip(line.chip, "plain", parent=card)] if line.chip else []
        whole = row(days, words, *chip, act, spacing=12)
        whole.setStretch(1, 1)
        return whole

    def _open_line(self, number: int) -> None:
        self._open(self.presenter.form(number))

    def _open(self, shown: DaysShown | None) -> None:
        if shown:
            form = DaysForm(self._around, self, self.presenter, shown)
            form.open(form.name)

    def choose_file(self) -> None:
        """Let somebody choose a calendar file."""
        _ = self._
        kinds = _("Calendar files (*.ics)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Read a calendar file"), str(Path.home()), kinds)
        if chosen:
            self.presenter.open_file(Path(chosen))

    def open_file_form(self, asked: FileAsked) -> None:
        """Show what a calendar file holds before anything is written."""
        form = FileForm(self._around, self, self.presenter, asked)
        form.open(form.calendar)


def open_room(
    around: Surroundings,
    over: QWidget,
    go_to: Callable[[date, int | None], None],
    session_id: int | None = None,
) -> None:
    """Open the days off of this school year over a screen."""
    del go_to, session_id  # from here no session is shown
    panel = DaysOffPanel(around, over)
    panel.presenter.refresh()
    panel.open(panel.new)
