"""The panel of the dates of a series: each opens its session, is kept or cancelled; one is added, a rest taken away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from meetingplace.domain.refusals import Refused
from meetingplace.i18n import refusals
from meetingplace.ui.kit.buttons import MenuButton, button
from meetingplace.ui.kit.cards import Card, Chip, label
from meetingplace.ui.kit.fields import Field
from meetingplace.ui.kit.focus import ROOM
from meetingplace.ui.kit.form_panel import FormPanel
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.moments import DateField
from meetingplace.ui.kit.panel import Panel
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.text import on_button
from meetingplace.ui.kit.theme import current
from meetingplace.ui.planning.cancel_form import CancelForm
from meetingplace.ui.planning.series_dates.presenter import FOLLOWS, DateShown, Presenter, SeriesShown
from meetingplace.ui.planning.shown import CancelShown

_WIDE, _SMALL = 760, 560  # px at 100 %
_AROUND = 160  # px at 100 % that is seen over and under a date


class SeriesDatesPanel(Panel):
    """The dates of a series; it stays open while dates are kept, added, cancelled and taken away."""

    def __init__(
        self, around: Surroundings, over: QWidget, go_to: Callable[[date, int | None], None], session_id: int
    ) -> None:
        """Open over the planning, for the series of a session."""
        _ = self._ = around.words
        super().__init__(_("All dates of the series"), over, _("Close"), width=_WIDE)
        self._around = around
        self.presenter = Presenter(around, self, go_to, session_id)
        self.buttons: dict[date, QPushButton] = {}
        self.menus: dict[date, MenuButton] = {}
        self.neighbours: list[QPushButton] = []
        self.question: FormPanel | None = None
        self.reason: CancelForm | None = None
        self._opened_at: date | None = None
        self._to_bring: date | None = None
        self._rule_line = label("", "strong", self, is_wrapped=True)
        self._beside = column(spacing=0)
        today = around.clock().date()
        self.day = DateField(today, today, _("Another date"), _("Choose a day"), around.formats.language, self)
        self.add_button = button(_("Add this date"), "quiet", "plus", self._add, self)
        both = QWidget(self)
        both.setLayout(row(self.day, self.add_button, None, spacing=12))
        both.setFocusProxy(self.day.typed)
        self._field = Field(_("Another date"), both, "", self)
        self._dates = QVBoxLayout()
        self._dates.setSpacing(6)
        self._dates.setContentsMargins(0, 0, 0, ROOM)
        self.add(self._rule_line, self._beside, self._field, self._dates)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._bring)
        self.closed.connect(around.bulletin.follow(FOLLOWS, self.presenter.refresh))

    def show_series(self, shown: SeriesShown) -> None:
        """Show the dates."""
        self._rule_line.setText(self._("{title}: {rule}", title=shown.title, rule=shown.rule))
        clear(self._beside)
        self.neighbours = [
            button(one.says, "text", "repeat", partial(self.presenter.look, one.session_id), self)
            for one in shown.neighbours
        ]
        for other in self.neighbours:
            self._beside.addLayout(row(other, None))
        clear(self._dates)
        self.buttons, self.menus = {}, {}
        for one in shown.dates:
            self._dates.addWidget(self._card(one))
        if shown.opened_at != self._opened_at:
            self._opened_at = self._to_bring = shown.opened_at

    def _bring(self) -> None:
        """Bring the date that the series was opened from into sight, once there is room to scroll."""
        act = self.buttons.get(self._to_bring) if self._to_bring else None
        if act is not None and self._scroll.verticalScrollBar().maximum() > 0:
            self._to_bring = None
            self.body.activate()
            self._scroll.ensureWidgetVisible(act, 0, current().px(_AROUND))

    def _card(self, shown: DateShown) -> Card:
        card = Card(self, padding=8)
        words = column(label(shown.says, "strong", card), spacing=0)
        if shown.line:
            words.addWidget(label(shown.line, "soft", card, is_wrapped=True))
        parts: list[QWidget] = [Chip(shown.chip, shown.chip_kind, parent=card)] if shown.chip else []
        if shown.can_be_kept:
            act = button(self._("Keep it"), "quiet", "check", partial(self.presenter.add, shown.day), card)
        else:
            act = button(self._("Open"), "text", "chevron-right", partial(self.presenter.open, shown), card)
        act.setAccessibleName(f"{act.text()}: {shown.says}")
        self.buttons[shown.day] = act
        more = [self._menu(shown, card)] if shown.can_be_cancelled else []
        both = row(words, *parts, act, *more, spacing=12)
        both.setStretch(0, 1)
        card.body.addLayout(both)
        return card

    def _menu(self, shown: DateShown, card: Card) -> MenuButton:
        """Offer what ends something: this date, or the series from this date on."""
        _ = self._
        more = MenuButton(_("More"), parent=card)
        more.setAccessibleName(f"{more.text()}: {shown.says}")
        for word, act in (
            (_("Does not go on…"), self.presenter.ask_cancel),
            (_("Take away this one and all that follow"), self.presenter.remove_from),
        ):
            chosen = QAction(on_button(word), more.choices)
            chosen.triggered.connect(partial(act, shown))
            more.choices.addAction(chosen)
        self.menus[shown.day] = more
        return more

    def open_cancel(self, shown: CancelShown, session_id: int) -> None:
        """Ask why a session does not go on."""
        form = self.reason = CancelForm(self._, shown)
        panel = self.question = FormPanel(shown.title, self, self._, self._("Does not go on"), _SMALL, "danger")
        panel.add(form)
        panel.wanted.connect(lambda: self.presenter.cancel(session_id, form.reason.text()))
        panel.add_verb()
        panel.open(form.reason)

    def close_cancel(self, wrong: str = "") -> None:
        """Close that question, or say in it what is wrong."""
        if self.question and self.reason and wrong:
            self.question.release()
            self.reason.show_wrong("reason", wrong)
        elif self.question:
            self.question.close_panel()
            self.question = self.reason = None

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
