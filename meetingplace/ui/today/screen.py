"""Today: the sessions of the day, what waits, and this week."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame

from meetingplace.ui.kit.cards import Chip, EmptyState, label
from meetingplace.ui.kit.layouts import clear, column, row
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.screen import Screen
from meetingplace.ui.kit.surroundings import Surroundings
from meetingplace.ui.kit.theme import current
from meetingplace.ui.today.cards import SessionCard
from meetingplace.ui.today.presenter import FOLLOWS, Presenter
from meetingplace.ui.today.shown import Step, TodayShown
from meetingplace.ui.today.week import BandSign, Week

_WAITS = 394  # px of what waits, beside the cards, at 100 %
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
        self._cards = column(spacing=12)
        self._waits = _Waits(self)
        self._week = Week(_, self._presenter.open_session, self)
        self._french = label("", "soft", self)
        self._flemish = label("", "soft", self)
        self._french_sign, self._flemish_sign = BandSign(True, self), BandSign(False, self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        self._halves.addLayout(self._cards, 1)
        self._halves.addWidget(self._waits, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._halves)
        title = label(_("This week"), "section", self)
        legend = row(title, None, self._flemish_sign, self._flemish, 12, self._french_sign, self._french, spacing=8)
        self.body.addLayout(legend)
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

    def show_day(self, shown: TodayShown) -> None:
        """Show the day; what did not change stays as it is, with the keyboard on it."""
        before, self._shown = self._shown, shown
        self.show_line(shown.line)
        if before is None or (before.cards, before.empty) != (shown.cards, shown.empty):
            self._show_cards(shown)
        if before is None or before.waits != shown.waits:
            self._waits.show_waits(shown, self._presenter.follow)
        if before is None or before.week != shown.week:
            self._week.show_days(shown.week)
        for words, sign, text in (
            (self._french, self._french_sign, shown.french_holiday),
            (self._flemish, self._flemish_sign, shown.flemish_holiday),
        ):
            words.setText(text)
            words.setVisible(bool(text))
            sign.setVisible(bool(text))

    def _show_cards(self, shown: TodayShown) -> None:
        kept = self._card_with_keyboard()
        clear(self._cards)
        self.primary = None
        made = [SessionCard(card, self._presenter.follow, self) for card in shown.cards]
        for number, card in enumerate(made):
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
        for wait in shown.waits:
            pressed = partial(follow, wait.step)
            self._rows.addWidget(WaitingRow(wait.title, wait.line, wait.icon, wait.tint.value, pressed, self))
        if not shown.waits:
            nothing = label(self._("Nothing. All is done."), "soft", self, is_wrapped=True)
            self._rows.addLayout(row(nothing, margins=(16, 0, 16, 20)))
