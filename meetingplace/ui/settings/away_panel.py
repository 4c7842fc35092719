"""The panel with the days away of a team member: a list, and two fields to add the next ones."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.domain.team import TeamMember
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, label
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.layouts import clear, row, rule
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.settings.days_away import FIRST, LAST, AwayShown, DaysAway


class AwayPanel(FormPanel):
    """It stays open while days are added and taken away."""

    def __init__(self, over: QWidget, around: Surroundings, member: TeamMember) -> None:
        """Begin with an empty list; `start` asks what stands in it."""
        _ = around.words
        super().__init__(_("Days away of {name}", name=member.name), over, _, _("Add these days"), width=620)
        self.presenter = DaysAway(around, self, member.id)
        self.removes: list[QPushButton] = []
        today, pick, language = around.clock().date(), _("Choose a day"), around.formats.language
        self.first = DateField(None, today, _("First day"), pick, language, self)
        self.last = DateField(None, today, _("Last day"), pick, language, self)
        self.form = Form(self)
        self.form.side_by_side((FIRST, _("First day"), self.first), (LAST, _("Last day"), self.last))
        self._list = QVBoxLayout()
        says = _("Only the days are kept, never why. Who plans a session on them sees it as a hint.")
        self.add(label(says, "soft", self, is_wrapped=True), self._list, self.form)
        self.cancel.setText(_("Close"))
        self.add_verb()
        self.wanted.connect(lambda: self.presenter.add(self._read))
        self.first.changed.connect(self._keep_order)
        self.closed.connect(self.presenter.follow())

    def start(self) -> None:
        """Open with the keyboard in the first field."""
        self.presenter.refresh()
        self.open(self.first)

    def show_away(self, shown: tuple[AwayShown, ...]) -> None:
        """Show the days that are not over; the keyboard stays in the list when one of them goes."""
        at = next((number for number, one in enumerate(self.removes) if one.hasFocus()), None)
        clear(self._list)
        self.removes = []
        card = Card(self, padding=12, spacing=6)
        for number, days in enumerate(shown):
            if number:
                card.body.addWidget(rule(card))
            self._add_row(days, card)
        if not shown:
            card.body.addWidget(label(self._("No days away are known."), "soft", card, is_wrapped=True))
        self._list.addWidget(card)
        if at is not None:
            near: QWidget = self.removes[min(at, len(self.removes) - 1)] if self.removes else self.first
            near.setFocus()

    def _add_row(self, days: AwayShown, card: Card) -> None:
        words = label(days.days, "strong", card, is_wrapped=True)
        remove = button(self._("Take away"), "text", "trash-can-outline", partial(self.presenter.remove, days.away_id))
        remove.setAccessibleName(self._("Take away: {days}", days=days.days))
        line = row(words, remove, spacing=12)
        line.setStretch(0, 1)
        card.body.addLayout(line)
        self.removes.append(remove)

    def begin_again(self) -> None:
        """Ask for the next days."""
        for field in (self.first, self.last):
            field.typed.clear()
        self.form.clear_errors()
        self.begin_anew()
        self.first.setFocus()

    def show_wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a day."""
        self.release()
        self.form.show_wrong(field, sentence)

    def _read(self, field: str) -> date | None:
        """Read a day; an empty field is no day, and what cannot be read is refused."""
        editor = {FIRST: self.first, LAST: self.last}[field]
        return editor.day if editor.typed.text().strip() else None

    def _keep_order(self) -> None:
        """Let one typed day be enough: a last day that is empty or lies before the first follows it."""
        with suppress(Refused):  # a day that cannot be read is said when the verb is pressed
            last = self._read(LAST)
            if last is None or last < self.first.day:
                self.last.show_day(self.first.day)
