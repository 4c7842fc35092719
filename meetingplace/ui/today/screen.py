"""Today: the sessions of the day, what waits, and this week."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame

from meetingplace.ui.kit.cards import Chip, EmptyState, label
from meetingplace.ui.kit.layouts import Flow, clear, column, row
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.screen import MARGIN, Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.calls import Calls
from meetingplace.ui.today.cards import SessionCard
from meetingplace.ui.today.presenter import FOLLOWS, Presenter
from meetingplace.ui.today.shown import Step, TodayShown
from meetingplace.ui.today.week import BandWord, Week

_WAITS = 394  # px of what waits, beside the cards, at 100 %
_BETWEEN = 24  # px between both
_AIRY = 4  # rows that wait; more of them stand closer, so that the week stays in sight
_BAR = 20  # px that the scroll bar of the page may take
_NARROW = 980  # px at 100 %: in a narrower screen what waits goes under the cards


class TodayScreen(Screen):
    """The day at a glance; it follows the clock."""

    help_key = "today"
    follows = FOLLOWS
    follows_clock = True

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, around.words("Today"))
        _ = self._
        self._presenter = Presenter(around, self)
        self._shown: TodayShown | None = None
        self._card_room = 0
        self._cards = column(spacing=12)
        self._calls = Calls(_, self)
        self._waits = _Waits(self)
        self._week = Week(_, self._presenter.open_session, self)
        self._calls.answered.connect(self._presenter.go_there)
        self._legend = Flow(self, spacing=20)
        self._french, self._flemish = BandWord(True, self), BandWord(False, self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(_BETWEEN)
        self._halves.addLayout(self._cards, 1)
        self._halves.addWidget(self._waits, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self._calls)
        self.body.addLayout(self._halves)
        for word in (self._flemish, self._french):
            self._legend.flow.addWidget(word)
        over_week = row(label(_("This week"), "section", self), None, self._legend, spacing=20)
        over_week.setAlignment(self._legend, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(over_week)
        self.add(self._week)
        self.body.addStretch(1)
        self._lie()

    def refresh(self) -> None:
        """Ask the day again."""
        self._presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what waits under the cards when there is no room beside them."""
        super().resizeEvent(event)
        self._lie()

    def _lie(self) -> None:
        is_narrow = self.width() < current().px(_NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(under if is_narrow else beside)
        self._halves.setAlignment(self._waits, Qt.AlignmentFlag(0) if is_narrow else Qt.AlignmentFlag.AlignTop)
        self._waits.setMinimumWidth(0 if is_narrow else current().px(_WAITS))
        self._waits.setMaximumWidth(16_777_215 if is_narrow else current().px(_WAITS))
        room = self.width() - 2 * MARGIN - _BAR
        self._card_room = room if is_narrow else room - current().px(_WAITS) - _BETWEEN
        for card in self.findChildren(SessionCard):
            card.fit(self._card_room)
        self._week.fit(room)

    def show_day(self, shown: TodayShown) -> None:
        """Show the day; what did not change stays as it is, with the keyboard on it."""
        before, self._shown = self._shown, shown
        self.show_line(shown.line)
        if before is None or (before.cards, before.empty) != (shown.cards, shown.empty):
            self._show_cards(shown)
        if before is None or before.calls != shown.calls:
            self._calls.show_calls(shown.calls)
        if before is None or before.waits != shown.waits:
            self._waits.show_waits(shown, self._presenter.follow)
        if before is None or before.week != shown.week:
            self._week.show_days(shown.week)
        self._french.show_text(shown.french_holiday)
        self._flemish.show_text(shown.flemish_holiday)

    def _show_cards(self, shown: TodayShown) -> None:
        kept = self._card_with_keyboard()
        clear(self._cards)
        self.primary = None
        made = [SessionCard(card, self._presenter.follow, self) for card in shown.cards]
        for number, card in enumerate(made):
            card.fit(self._card_room)
            self._cards.addWidget(card)
            if card.is_next:
                self.primary = card.act
            if number == kept:
                card.act.setFocus()
        if shown.empty:
            plan = self._("Plan a session")
            self._cards.addWidget(EmptyState(shown.empty, shown.empty_line, plan, self._presenter.plan, self))
        self._cards.addStretch(1)

    def _card_with_keyboard(self) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        cards = [item.widget() for at in range(self._cards.count()) if (item := self._cards.itemAt(at)) is not None]
        return next((at for at, card in enumerate(cards) if card is not None and card.isAncestorOf(focused)), None)


class _Waits(QFrame):
    """What waits: a row each, of which the whole is pressed."""

    def __init__(self, parent: Screen) -> None:
        super().__init__(parent)
        self._ = parent.around.words
        self.setProperty("card", True)
        self._rows = column(spacing=0, margins=(1, 1, 1, 1))
        self.setLayout(self._rows)

    def show_waits(self, shown: TodayShown, follow: Callable[[Step], object]) -> None:
        """Show what waits, or that nothing does."""
        clear(self._rows)
        head = row(label(self._("This waits"), "section", self), None, margins=(16, 16, 16, 16))
        if shown.waits_number:
            head.addWidget(Chip(shown.waits_number, "wait", parent=self))
        self._rows.addLayout(head)
        is_long = len(shown.waits) > _AIRY
        for wait in shown.waits:
            pressed = partial(follow, wait.step)
            about = (wait.title, wait.line, wait.icon, wait.tint.value)
            self._rows.addWidget(WaitingRow(*about, pressed, self, is_compact=is_long))
        if not shown.waits:
            nothing = label(self._("Nothing. All is done."), "soft", self, is_wrapped=True)
            self._rows.addLayout(row(nothing, margins=(16, 0, 16, 20)))
