"""The panel of the dates of a series: each opens its session, a skipped one can be kept, another one added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.ui.kit.buttons import button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.fields import Field
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.planning.series_dates.presenter import FOLLOWS, DateShown, Presenter, SeriesShown

_WIDE = 700  # px at 100 %


class SeriesDatesPanel(Panel):
    """The dates of a series; it stays open while dates are kept and added."""

    def __init__(
        self, around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int
    ) -> None:
        """Open over the planning, for the series of a session."""
        _ = self._ = around.words
        super().__init__(_("All dates of the series"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self, go_to, session_id)
        self.buttons: dict[date, QPushButton] = {}
        self._rule_line = label("", "strong", self, is_wrapped=True)
        today = around.clock().date()
        self.day = DateField(today, today, _("Another date"), _("Choose a day"), around.formats.language, self)
        self._field = Field(_("Another date"), self.day, "", self)
        self.add_button = button(_("Add this date"), "quiet", "plus", self._add, self)
        self._dates = QVBoxLayout()
        self._dates.setSpacing(6)
        self._dates.setContentsMargins(ROOM, 0, ROOM, ROOM)
        line = row(self._field, column(None, self.add_button), None, spacing=12, margins=(ROOM, 0, ROOM, 0))
        self.add(self._rule_line, line, self._dates)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_series(self, shown: SeriesShown) -> None:
        """Show the dates."""
        self._rule_line.setText(self._("{title}: {rule}", title=shown.title, rule=shown.rule))
        clear(self._dates)
        self.buttons = {}
        for one in shown.dates:
            self._dates.addWidget(self._card(one))

    def _card(self, shown: DateShown) -> Card:
        card = Card(self, padding=8)
        words = column(label(shown.says, "strong", card), spacing=0)
        if shown.line:
            words.addWidget(label(shown.line, "soft", card, is_wrapped=True))
        parts: list[QWidget] = [Chip(shown.chip, "wait", parent=card)] if shown.chip else []
        if shown.can_be_kept:
            act = button(self._("Keep it"), "quiet", "check", partial(self.presenter.add, shown.day), card)
        else:
            act = button(self._("Open"), "text", "chevron-right", partial(self.presenter.open, shown), card)
        act.setAccessibleName(f"{act.text()}: {shown.says}")
        self.buttons[shown.day] = act
        both = row(words, *parts, act, spacing=12)
        both.setStretch(0, 1)
        card.body.addLayout(both)
        return card

    def _add(self) -> None:
        try:
            self.presenter.add(self.day.day)
        except Refused as refused:
            self.show_wrong(refusals.sentence(self._, refused, self._around.formats))

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with the date that was typed."""
        self._field.show_wrong(sentence)


def open_room(
    around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int | None = None
) -> None:
    """Open the dates of the series of a session."""
    if session_id is not None:
        panel = SeriesDatesPanel(around, over, go_to, session_id)
        panel.open(panel.add_button)
        panel.presenter.refresh()
