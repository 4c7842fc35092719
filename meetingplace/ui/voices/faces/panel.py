"""The room of the faces: a period to choose, its result, and a sheet to count."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from meetingplace.ui.kit.buttons import Segment, button
from meetingplace.ui.kit.cards import Card, EmptyState, label
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.voices.counts import CountsShown
from meetingplace.ui.voices.faces.presenter import FOLLOWS, FacesShown, Period, Presenter, SheetsShown
from meetingplace.ui.voices.faces.sheet import SheetForm
from meetingplace.ui.voices.results import Result

_WIDE = 820  # px at 100 %


class FacesPanel(Panel):
    """What the faces said; it stays open while a sheet is counted."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        """Open over a screen."""
        _ = self._ = around.words
        super().__init__(_("How was it?"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self)
        today, (first, last) = around.clock().date(), self.presenter.days
        words = (
            (Period.MONTH, _("This month")),
            (Period.YEAR, _("This school year")),
            (Period.CHOSEN, _("Other days")),
        )
        periods = [(period.value, word) for period, word in words]
        self.period = Segment(periods, Period.YEAR.value, _("Which days?"), self)
        self.first = DateField(first, today, _("From"), _("Choose a day"), _.language, self)
        self.last = DateField(last, today, _("Until"), _("Choose a day"), _.language, self)
        self._days = QWidget(self)
        self._days.setLayout(row(label(_("From"), "strong"), self.first, label(_("Until"), "strong"), self.last, None))
        self._wrong = label("", "error", self, is_wrapped=True)
        self._line = label("", "soft", self, is_wrapped=True)
        self._parts = column(spacing=14, margins=(0, 0, 0, ROOM))
        self.sheet = button(_("Count a sheet"), "primary", "counter", self.presenter.count, self)
        self.add(row(self.period, None), self._days, self._wrong, self._line, self._parts)
        self.add_acts(None, self.sheet)
        self._wire()

    def _wire(self) -> None:
        self.period.chosen.connect(lambda key: self.presenter.choose(Period(key)))
        for field in (self.first, self.last):
            field.changed.connect(lambda: self.presenter.choose_days(lambda: self.first.day, lambda: self.last.day))
        self.closed.connect(self._around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_faces(self, shown: FacesShown) -> None:
        """Show what came out of a period."""
        self.period.choose(shown.period.value)
        self._days.setVisible(shown.period is Period.CHOSEN)
        self.show_wrong("")
        self._line.setText(shown.line)
        clear(self._parts)
        if shown.empty:
            says = self._("Parents give them in the corner, or on a sheet of paper that you count.")
            self._parts.addWidget(EmptyState(shown.empty, says, parent=self))  # the first step is the verb below
            return
        self._parts.addWidget(self._card("", shown.faces))
        for counts in (shown.liked, shown.better):
            if counts.rows:
                self._parts.addWidget(self._card(counts.name, counts))

    def show_wrong(self, said: str) -> None:
        """Say what is wrong with the chosen days."""
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))

    def open_sheet(self, shown: SheetsShown) -> None:
        """Open the form in which a sheet is counted."""
        form = SheetForm(self._around, self, shown, self.presenter.save)
        form.open(form.session)

    def _card(self, title: str, shown: CountsShown) -> Card:
        card = Card(self, padding=20, spacing=10)
        if title:
            card.body.addWidget(label(title, "name", card))
        card.body.addWidget(Result(shown, card))
        return card


def open_room(around: Surroundings, over: QWidget) -> None:
    """Open the faces over a screen."""
    panel = FacesPanel(around, over)
    panel.presenter.refresh()
    panel.open(panel.period)
